"""The power is cut while the program saves (row 1): all that was acknowledged is there afterwards.

A disk of its own (an image, mounted) is shut down as a power cut would: whatever the system had in
memory only is gone. Needs root and a loop device, and says so where they are missing.
"""

import fcntl
import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from evaluator_desktop.operations import ratings
from evaluator_desktop.operations.check import check
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF, is_root

_CUTS = 12
_SIZE = 96 << 20
_SHUT_DOWN = 0x8004587D  # EXT4_IOC_SHUTDOWN
_WITHOUT_FLUSHING = 2
_SAVE = """
import os, sys
from pathlib import Path
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations import evidence, ratings
from evaluator_desktop.store.workspace import Workspace
try:
    workspace = Workspace.open(Path(sys.argv[1]))
    for number in range(100_000):
        done = ratings.rate(workspace, sys.argv[2], sys.argv[3], str(number % 100), "r" * 900)
        print(*done.revisions, flush=True)
        if number % 4 == 0:
            added = evidence.add_content(
                workspace, sys.argv[2], sys.argv[3], "a.pdf", os.urandom(9000)
            )
            print(*added.changes.revisions, flush=True)
except (EvaluatorError, OSError):
    pass
"""


class Disk:
    """A disk that can be mounted and lose its power; `path` is where it is mounted."""

    def __init__(self, image: Path, path: Path) -> None:
        self._image, self.path = image, path

    def mount(self, mode: str) -> None:
        """`mode` says how far the file system keeps the order of contents and names."""
        options = f"loop,data={mode}"
        done = _run("mount", "-t", "ext4", "-o", options, self._image, self.path)
        if done.returncode:
            pytest.skip(f"no image can be mounted here; no power was cut: {done.stderr.strip()}")

    def cut(self) -> None:
        """Drop whatever was not synced, at once."""
        handle = os.open(self.path, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, _SHUT_DOWN, struct.pack("I", _WITHOUT_FLUSHING))
        except OSError as error:
            pytest.skip(f"this system shuts no disk down; no power was cut: {error}")
        finally:
            os.close(handle)

    def unmount(self) -> None:
        done = _run("umount", self.path)
        assert not done.returncode, done.stderr


def _run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, check=False, capture_output=True, text=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    if not is_root():
        pytest.skip("only root mounts images; no power was cut")
    if missing := [name for name in ("mkfs.ext4", "mount", "umount") if not shutil.which(name)]:
        pytest.skip(f"{', '.join(missing)} is not installed; no power was cut")
    image, path = tmp_path / "image", tmp_path / "disk"
    path.mkdir()
    with image.open("wb") as file:
        file.truncate(_SIZE)
    made = _run("mkfs.ext4", "-q", "-F", image)
    assert not made.returncode, made.stderr
    yield Disk(image, path)
    if os.path.ismount(path):
        _run("umount", "-l", path)


def saving(path: Path, enough: int) -> tuple["subprocess.Popen[str]", list[str]]:
    """Start a program that saves without end; return it and what it has acknowledged at first."""
    process = subprocess.Popen(
        [sys.executable, "-c", _SAVE, path, PROVIDER, STAFF],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    return process, [process.stdout.readline() for _ in range(enough)]


def test_the_cut_loses_what_was_not_synced_and_nothing_else(disk: Disk) -> None:
    """The test below would find out a program that does not sync."""
    disk.mount("ordered")
    (disk.path / "kept").write_bytes(b"synced")
    os.sync()
    (disk.path / "lost").write_bytes(b"not synced")
    disk.cut()
    disk.unmount()

    disk.mount("ordered")
    assert [path.name for path in disk.path.iterdir() if path.is_file()] == ["kept"]
    disk.unmount()


def test_what_was_acknowledged_survives_a_power_cut(disk: Disk, workspace: Workspace) -> None:
    workspace.close()
    disk.mount("ordered")
    place = disk.path / "work"
    shutil.copytree(workspace.path, place)
    disk.unmount()
    acknowledged: set[str] = set()
    for number in range(_CUTS):
        disk.mount(("ordered", "writeback")[number % 2])
        process, said = saving(place, 1 + number)
        time.sleep(0.003 * number)
        disk.cut()
        process.kill()
        assert process.stdout is not None
        said += process.stdout.read().splitlines(keepends=True)
        process.stdout.close()
        process.wait()
        disk.unmount()
        acknowledged.update(name for line in said if line.endswith("\n") for name in line.split())

        disk.mount("ordered")
        with Workspace.open(place) as again:
            known = {name for name, _content in again.history.contents()}
            assert known >= acknowledged
            assert check(again, deep=True).problems == ()
            ratings.rate(again, PROVIDER, STAFF, "80")
        disk.unmount()
    assert len(acknowledged) > _CUTS
