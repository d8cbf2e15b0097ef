"""A disk that fails, a program that is killed: nothing acknowledged is lost, errors have words."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from evaluator_desktop.errors import StorageFailedError, StoreGoneError
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations.check import check
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF

_SCRIPT = """
import os, sys
from pathlib import Path
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations import ratings
from evaluator_desktop.store.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]))
for number in range(12):
    try:
        done = ratings.rate(workspace, sys.argv[2], sys.argv[3], str(number), "r")
        print("saved", done.revisions[0], flush=True)
    except EvaluatorError as error:
        print("error", type(error).__name__, flush=True)
        break
"""


@pytest.fixture
def strace() -> str:
    found = shutil.which("strace")
    if found is None:
        pytest.skip("strace is not installed; a failing disk was not tried")
    return found


@pytest.mark.parametrize(
    ("calls", "harm"),
    [
        ("fdatasync,fsync", "error=EIO"),
        ("pwrite64,write", "error=EIO"),
        ("pwrite64", "error=ENOSPC"),
        ("pwrite64", "signal=KILL"),
        ("fdatasync,fsync", "signal=KILL"),
    ],
)
@pytest.mark.parametrize("when", [3, 9, 17, 31])
def test_what_was_acknowledged_is_there_whatever_fails(
    workspace: Workspace, strace: str, calls: str, harm: str, when: int
) -> None:
    workspace.close()
    database = workspace.path / "store.sqlite3"
    watched = [f"-P{database}", f"-P{database}-journal", f"-P{workspace.path}"]
    done = subprocess.run(
        [strace, "-qq", "-o", "/dev/null", *watched, "-e", f"trace={calls}",
         "-e", f"inject={calls}:{harm}:when={when}",
         sys.executable, "-c", _SCRIPT, workspace.path, PROVIDER, STAFF],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    if "ptrace" in done.stderr.lower() and not done.stdout:
        pytest.skip("this system does not let strace look; a failing disk was not tried")
    lines = [line.split() for line in done.stdout.splitlines()]
    saved = {name for word, name in lines if word == "saved"}

    with Workspace.open(workspace.path) as again:
        known = {name for name, _content in again.history.contents()}
        assert known.issuperset(saved)
        assert check(again).problems == ()
    assert "Traceback" not in done.stderr, done.stderr
    # An error after the last byte is none for what is there when the file is read anew.
    assert harm.startswith("signal") or lines[-1][0] == "error" or len(saved) == 12


_ON_AND_ON = """
import os, sys
from pathlib import Path
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations import ratings
from evaluator_desktop.store.workspace import Workspace
try:
    workspace = Workspace.open(Path(sys.argv[1]))
    for number in range(12):
        try:
            done = ratings.rate(workspace, sys.argv[2], sys.argv[3], str(number), "r")
            print("saved", done.revisions[0], flush=True)
        except EvaluatorError as error:
            print("error", type(error).__name__, flush=True)
    print("end", bool(workspace.database.trouble), flush=True)
except EvaluatorError as error:
    print("closed", type(error).__name__, flush=True)
"""


def run_on(workspace: Workspace, strace: str, calls: str, harm: str) -> list[list[str]]:
    workspace.close()
    database = workspace.path / "store.sqlite3"
    watched = [f"-P{database}", f"-P{database}-journal", f"-P{workspace.path}"]
    done = subprocess.run(
        [strace, "-qq", "-o", "/dev/null", *watched, "-e", f"trace={calls}",
         "-e", f"inject={calls}:{harm}",
         sys.executable, "-c", _ON_AND_ON, workspace.path, PROVIDER, STAFF],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    if "ptrace" in done.stderr.lower() and not done.stdout:
        pytest.skip("this system does not let strace look; a failing disk was not tried")
    assert "Traceback" not in done.stderr, done.stderr
    return [line.split() for line in done.stdout.splitlines()]


@pytest.mark.parametrize("when", [4, 9, 12, 15])
@pytest.mark.parametrize("calls", ["fdatasync,fsync", "pwrite64,write"])
def test_after_one_failure_work_goes_on_by_another_connection(
    workspace: Workspace, strace: str, calls: str, when: int
) -> None:
    """A sync that failed is never tried again; the run has no gap and no fork."""
    lines = run_on(workspace, strace, calls, f"error=EIO:when={when}")

    saved = {name for word, name in lines if word == "saved"}
    assert len(saved) >= 10
    assert lines[-1] == ["end", "False"]
    with Workspace.open(workspace.path) as again:
        known = {name for name, _content in again.history.contents()}
        assert known.issuperset(saved)
        assert check(again).problems == ()


def test_a_disk_that_goes_on_failing_is_written_no_more(workspace: Workspace, strace: str) -> None:
    lines = run_on(workspace, strace, "fdatasync,fsync", "error=EIO:when=12+")

    assert ["error", "StorageFailedError"] in lines or ["error", "ReadOnlyStoreError"] in lines
    last = [line for line in lines if line[0] in ("saved", "error")][-1]
    assert last[0] == "error"
    with Workspace.open(workspace.path) as again:
        assert check(again).problems == ()


def test_a_disk_that_cannot_be_read_ends_in_words(workspace: Workspace, strace: str) -> None:
    lines = run_on(workspace, strace, "pread64", "error=EIO:when=30+")

    assert lines[-1][0] in ("closed", "end")
    with Workspace.open(workspace.path) as again:
        assert check(again).problems == ()


def test_a_disk_that_was_pulled_out_takes_nothing(workspace: Workspace) -> None:
    """The file is still open for us, and whatever was written to it would be lost."""
    away = workspace.path.with_name("away")
    workspace.path.rename(away)

    with pytest.raises(StoreGoneError):
        ratings.rate(workspace, PROVIDER, STAFF, "80")

    away.rename(workspace.path)
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    assert check(workspace).problems == ()


def test_a_disk_that_became_read_only_is_said(workspace: Workspace) -> None:
    workspace.database.rows("PRAGMA query_only = ON")

    with pytest.raises(StorageFailedError):
        ratings.rate(workspace, PROVIDER, STAFF, "80")

    workspace.database.rows("PRAGMA query_only = OFF")
    ratings.rate(workspace, PROVIDER, STAFF, "80")
