"""What a merge leaves that fails, is killed, or meets another one."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations import evidence
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.merge import (
    MergeStatus,
    PackageResult,
    merge_package,
)
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.travellers import MERGED, exported
from tests.workspaces import (
    PROVIDER,
    STAFF,
    make_workspace,
    shared_rows,
    stored_rows,
)


def test_a_verified_backup_is_made_before_each_merge(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    count, path = workspace.history.count(), exported(zhou, tmp_path / "a.evpkg")
    merge_package(workspace, path)

    [backup] = workspace.backups.all()
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT count(*) FROM revision").fetchone() == (count,)
    merge_package(workspace, path)  # nothing new: no backup either
    assert workspace.backups.all() == [backup]


def test_a_failure_in_the_middle_takes_all_back(
    workspace: Workspace, zhou: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, before = exported(zhou, tmp_path / "a.evpkg"), stored_rows(workspace)

    def fail(_providers: object, **_how: object) -> None:
        raise RuntimeError("planted")

    with monkeypatch.context() as patch:
        patch.setattr(workspace.projections, "refresh", fail)
        with pytest.raises(RuntimeError, match="planted"):
            merge_package(workspace, path)

    assert stored_rows(workspace) == before
    assert workspace.info.body.name
    assert merge_package(workspace, path).status is MERGED
    assert shared_rows(workspace) == shared_rows(zhou)


_KILLED = """
import os, sys
from pathlib import Path
from evaluator_desktop.operations.merge import merge_package
from evaluator_desktop.store import union, workspace
where = sys.argv[3]
def killed(*_a, **_k): os.kill(os.getpid(), 9)
if where == "rows": union._INSERT_HEADS = "SELECT killed()"
elif where == "log": workspace.Workspace.refresh = killed
ws = workspace.Workspace.open(Path(sys.argv[1]))
ws.database.peewee.connection().create_function("killed", 0, killed)
if where == "commit":
    real = ws.database.peewee.commit
    ws.database.peewee.commit = killed
elif where == "files":
    ws.evidence_files._put_all = killed
merge_package(ws, Path(sys.argv[2]))
print("not killed")
"""


@pytest.mark.parametrize("where", ["files", "rows", "log"])
def test_a_merge_that_was_killed_is_done_again_to_the_same_end(
    workspace: Workspace, zhou: Workspace, tmp_path: Path, where: str
) -> None:
    path, before = exported(zhou, tmp_path / "a.evpkg"), stored_rows(workspace)
    workspace.close()
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, workspace.path, path, where],
        check=False,
        capture_output=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == -signal.SIGKILL, done.stdout + done.stderr

    with Workspace.open(workspace.path) as again:
        assert stored_rows(again) == before
        assert check(again).problems == ()
        assert merge_package(again, path).status is MERGED
        assert shared_rows(again) == shared_rows(zhou)
        assert list((again.path / "staging").iterdir()) == []
        assert list((again.path / "evidence").glob("incoming*")) == []


def test_two_merges_at_once_into_one_workspace_are_kept_apart(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    """The second process is told who has it and changes nothing."""
    path = exported(zhou, tmp_path / "a.evpkg")
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, workspace.path, path, ""],
        check=False,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )

    assert "WorkspaceBusyError" in done.stderr
    assert merge_package(workspace, path).status is MERGED


def test_a_package_that_vanishes_meanwhile_is_refused(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    """The stick is pulled while it is read: what is read comes from a copy of our own."""
    evidence.add_content(zhou, PROVIDER, STAFF, "录像.mp4", os.urandom(8 << 20))
    path = exported(zhou, tmp_path / "a.evpkg")
    results: list[PackageResult | EvaluatorError] = []

    def pull() -> None:
        time.sleep(0.002)
        path.unlink()

    thread = threading.Thread(target=pull)
    thread.start()
    try:
        results.append(merge_package(workspace, path))
    except EvaluatorError as error:
        results.append(error)
    thread.join()

    [result] = results
    assert isinstance(result, PackageResult)
    assert result.status in (MERGED, MergeStatus.REFUSED)
    assert check(workspace, deep=True).problems == ()


def test_the_lock_survives_export_and_merge(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    merge_package(workspace, exported(zhou, tmp_path / "a.evpkg"))
    exported(workspace, tmp_path / "b.evpkg")
    check(workspace, deep=True)
    script = (
        "import sqlite3, sys\n"
        "try: sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM revision')\n"
        "except sqlite3.OperationalError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, workspace.path / "store.sqlite3"],
        check=True,
        capture_output=True,
        text=True,
    )

    assert "locked" in done.stdout


def test_rounds_that_began_apart_never_meet(workspace: Workspace, tmp_path: Path) -> None:
    make_workspace(tmp_path / "other")
    with Workspace.open(tmp_path / "other") as other:
        path = exported(other, tmp_path / "other.evpkg")

    assert merge_package(workspace, path).status is MergeStatus.OTHER_ROUND
