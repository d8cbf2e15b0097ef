"""A disk that fails, a program that is killed: nothing acknowledged is lost, errors have words."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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
    assert harm.startswith("signal") or lines[-1][0] == "error"
