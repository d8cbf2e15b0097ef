"""Too few files may be open, too little memory is there: an operation fails in words (fault 30)."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from evaluator_desktop.operations import evidence, ratings
from evaluator_desktop.operations.check import check
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF

_SCRIPT = """
import sys
from pathlib import Path
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations import evidence, ratings
from evaluator_desktop.operations.export import export_package
from evaluator_desktop.store.workspace import Workspace
folder, provider, item = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
steps = (
    lambda w: ratings.rate(w, provider, item, "80"),
    lambda w: evidence.add_files(w, provider, item, [Path(sys.argv[4])]),
    lambda w: export_package(w, folder.with_name(f"{w.history.count()}.evpkg")),
    lambda w: w.backups.make(),
)
before = ()
try:
    with Workspace.open(folder) as workspace:
        for step in before + steps:
            try:
                step(workspace)
                print("done", flush=True)
            except (EvaluatorError, OSError, MemoryError) as error:
                print("refused", type(error).__name__, flush=True)
except (EvaluatorError, OSError) as error:
    print("closed", type(error).__name__, flush=True)
"""


def run(command: list[str], workspace: Workspace, file: Path) -> list[str]:
    workspace.close()
    done = subprocess.run(
        [*command, str(workspace.path), PROVIDER, STAFF, str(file)],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    if "ptrace" in done.stderr.lower() and not done.stdout:
        pytest.skip("this system does not let strace look; nothing was tried")
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout.split("\n")[:-1]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "名册.pdf"
    path.write_bytes(os.urandom(5000))
    return path


@pytest.mark.parametrize("when", [1, 2, 4, 7, 11])
def test_no_file_can_be_opened_any_more(workspace: Workspace, file: Path, when: int) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed; nothing was tried")
    watched = [f"-P{workspace.path}", f"-P{file}"]
    watched += [f"-P{p}" for p in workspace.path.rglob("*")]
    harm = ["-e", "trace=openat", "-e", f"inject=openat:error=EMFILE:when={when}+"]
    command = [strace, "-f", "-qq", "-o", "/dev/null", *watched, *harm]
    lines = run([*command, sys.executable, "-c", _SCRIPT], workspace, file)

    assert lines
    with Workspace.open(workspace.path) as again:
        assert check(again, deep=True).problems == ()
        ratings.rate(again, PROVIDER, STAFF, "81")
        evidence.add_files(again, PROVIDER, STAFF, [file])


_LIMITED = """
def limit(_workspace):
    import resource
    used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + {room},) * 2)
before = (*steps, limit)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("room", [1 << 20, 4 << 20, 12 << 20])
def test_memory_runs_out(workspace: Workspace, file: Path, room: int) -> None:
    """The limit comes once everything was done before, so that the work itself meets it."""
    script = _SCRIPT.replace("before = ()", _LIMITED.format(room=room))
    lines = run([sys.executable, "-c", script], workspace, file)

    assert lines
    with Workspace.open(workspace.path) as again:
        assert check(again, deep=True).problems == ()
        ratings.rate(again, PROVIDER, STAFF, "81")


def test_a_file_that_a_virus_scanner_took_is_missing_until_it_is_added_again(
    workspace: Workspace, file: Path
) -> None:
    """Fault 25: nothing breaks, and the same content heals it."""
    evidence.add_files(workspace, PROVIDER, STAFF, [file])
    [digest] = workspace.evidence_files.digests()
    workspace.evidence_files.path(digest).unlink()

    record = workspace.record(PROVIDER)
    assert record.missing_files == {digest}
    assert workspace.assessment(PROVIDER).findings
    evidence.add_files(workspace, PROVIDER, STAFF, [file])
    assert not workspace.record(PROVIDER).missing_files
