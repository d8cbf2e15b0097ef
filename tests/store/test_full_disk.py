"""A full disk (faults A3): said in words, nothing lost, and it goes on once there is room.

A small tmpfs is a disk that is really full, where there is the right to mount one.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from evaluator_desktop.errors import DiskFullError
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.ratings import rate
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF, make_workspace


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["/bin/mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)]
    if os.name != "posix" or not Path(mount[0]).exists():
        pytest.skip("there is no mount here")
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting a small disk needs root")
    yield place
    subprocess.run(["/bin/umount", "--lazy", str(place)], check=True)


def fill(disk: Path) -> Path:
    path = disk / "fill"
    with suppress(OSError), path.open("wb", buffering=0) as out:
        while out.write(b"\0" * 4096):
            pass
    return path


def test_saving_says_so_and_goes_on_when_there_is_room(disk: Path) -> None:
    make_workspace(disk / "w")
    filling = fill(disk)
    with Workspace.open(disk / "w") as workspace:
        before = workspace.history.count()
        with pytest.raises(DiskFullError):
            rate(workspace, PROVIDER, STAFF, "80")
        assert workspace.history.count() == before
        assert check(workspace).problems == ()

        filling.unlink()
        rate(workspace, PROVIDER, STAFF, "80")
        assert workspace.assessment(PROVIDER).rated_count == 1
        assert check(workspace).problems == ()
