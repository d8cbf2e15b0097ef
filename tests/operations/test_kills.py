"""A kill anywhere while files are added or tidied up: a retry comes to the same end (row 2)."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from evaluator_desktop.operations import evidence
from evaluator_desktop.operations.care import sweep_orphans
from evaluator_desktop.operations.check import check
from evaluator_desktop.store.workspace import Workspace
from tests.harming import run_script, strace
from tests.workspaces import PROVIDER, STAFF

LATER = datetime.now(UTC) + timedelta(days=8)
_ADD = """
import sys
from pathlib import Path
from evaluator_desktop.operations import evidence
from evaluator_desktop.store.workspace import Workspace
with Workspace.open(Path(sys.argv[1])) as workspace:
    evidence.add_files(workspace, sys.argv[2], sys.argv[3], [Path(p) for p in sys.argv[4:]])
    print("done")
"""
_SWEEP = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from evaluator_desktop.operations.care import sweep_orphans
from evaluator_desktop.store.workspace import Workspace
with Workspace.open(Path(sys.argv[1])) as workspace:
    sweep_orphans(workspace, now=datetime.now(UTC) + timedelta(days=8))
    print("done")
"""


def killed(script: str, calls: str, when: int, *arguments: str | Path) -> bool:
    """Run a script that is killed at the nth of these system calls; tells whether it was."""
    inject = f"inject={calls}:signal=KILL:when={when}"
    harm = [*strace(), "-o", "/dev/null", "-e", f"trace={calls}", "-e", inject]
    return "done" not in run_script(script, *arguments, under=harm)


@pytest.mark.parametrize(
    ("calls", "when"),
    [
        *(("pwrite64", when) for when in (1, 5, 9, 14)),
        *(("fdatasync,fsync", when) for when in (1, 2, 3, 4, 5)),
        *(("rename", when) for when in (1, 2)),
    ],
)
def test_adding_that_is_killed_leaves_all_or_nothing_and_can_be_done_again(
    workspace: Workspace, tmp_path: Path, calls: str, when: int
) -> None:
    files = [tmp_path / name for name in ("名册.pdf", "b.jpg")]
    for file in files:
        file.write_bytes(os.urandom(9000))
    workspace.close()

    assert killed(_ADD, calls, when, workspace.path, PROVIDER, STAFF, *files)

    with Workspace.open(workspace.path) as again:
        assert check(again, deep=True).problems == ()
        found = len(again.record(PROVIDER).evidence)
        assert found in (0, 2)
        if not found:
            evidence.add_files(again, PROVIDER, STAFF, files)
        assert sweep_orphans(again, now=LATER) == 0, "the retry found its files again"
        assert check(again, deep=True).problems == ()
        assert len(list(again.evidence_files.digests())) == 2


@pytest.mark.parametrize("when", [1, 2, 3])
def test_tidying_that_is_killed_takes_no_live_file(
    workspace: Workspace, tmp_path: Path, when: int
) -> None:
    evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", b"live")
    [live] = workspace.evidence_files.digests()
    for number in range(3):
        path = tmp_path / "orphan"
        path.write_bytes(f"orphan {number}".encode())
        workspace.stored(path)
    workspace.close()

    assert killed(_SWEEP, "rename", when, workspace.path)

    with Workspace.open(workspace.path) as again:
        assert check(again, deep=True).problems == ()
        sweep_orphans(again, now=LATER)
        assert list(again.evidence_files.digests()) == [live]
    assert len(list((workspace.path / "trash").iterdir())) == 3
