"""The program as a process of its own: exit codes, streams, two at once."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from evaluator_desktop.store.workspace import Workspace
from tests.cli.command_line import CODE, FACTS, CommandLine

ROOT = Path(__file__).resolve().parents[2]


def run(
    *arguments: str | Path, stdin: str = "", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Start the program in a poor locale, as a script of somebody else might."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C", **variables}
    return subprocess.run(
        [sys.executable, "-m", "evaluator_desktop", *map(str, arguments)],
        env=environment,
        input=stdin,
        encoding="utf-8",
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_points_through_a_pipe() -> None:
    done = run("shop", "points", "-", "--json", stdin=json.dumps(FACTS))

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["tier"] == "diamond_3"


def test_errors_are_json_in_utf_8() -> None:
    done = run("providers", "list", "--json", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")

    assert (done.returncode, done.stdout) == (2, "")
    assert "工作区" in json.loads(done.stderr)["message"]


def test_while_somebody_holds_the_workspace(workspace: Path) -> None:
    with Workspace.open(workspace):
        done = run("--workspace", workspace, "rate", CODE, "organization.staff", "80", "--json")

    error = json.loads(done.stderr)
    assert (done.returncode, error["error"]) == (3, "workspace_busy")
    assert str(os.getpid()) in error["message"]


@pytest.fixture
def holder(workspace: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the workspace open until it is told to end."""
    code = (
        "import sys; from pathlib import Path\n"
        "from evaluator_desktop.store.workspace import Workspace\n"
        "with Workspace.open(Path(sys.argv[1])): print('open', flush=True); sys.stdin.read()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(workspace)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def test_the_holder_is_named(inside: CommandLine, holder: subprocess.Popen[str]) -> None:
    for command in (("results",), ("check",), ("rate", CODE, "organization.staff", "80")):
        answer = inside(*command)
        assert (answer.code, answer.error["error"]) == (3, "workspace_busy")
        assert str(holder.pid) in answer.error["message"]


def test_a_dead_holder_holds_nothing(inside: CommandLine, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()

    assert len(inside.done("results")) == 2


def test_a_reader_that_goes_away_is_no_error(workspace: Path) -> None:
    dump = subprocess.Popen(
        [sys.executable, "-m", "evaluator_desktop", "dump", "--workspace", str(workspace)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with dump:
        assert dump.stdout is not None
        assert dump.stderr is not None
        dump.stdout.read(10)
        dump.stdout.close()
        assert dump.stderr.read() == b""
    assert dump.returncode == 0


def test_help_of_a_process() -> None:
    done = run("--help", "--lang", "en")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: evaluator-desktop")


def shell(line: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the program as `"$@"` of a shell's line, with the shell's redirections."""
    program = (sys.executable, "-m", "evaluator_desktop", *map(str, arguments))
    return subprocess.run(
        ["/bin/bash", "-c", line, "bash", *program],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        encoding="utf-8",
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_providers_list_with_closed_streams(workspace: Path, closed: str) -> None:
    done = shell(f'"$@" {closed}', "--workspace", workspace, "providers", "list", "--json")

    assert (done.returncode, done.stderr) == (0, "")
    assert not done.stdout or len(json.loads(done.stdout)) == 2


def test_shop_points_of_a_closed_standard_input() -> None:
    done = shell('"$@" <&-', "shop", "points", "-", "--json")

    assert (done.returncode, json.loads(done.stderr)["error"]) == (2, "bad_facts")


def test_results_that_cannot_be_written(workspace: Path) -> None:
    done = shell('"$@" >/dev/full', "--workspace", workspace, "results", "--json")

    assert (done.returncode, json.loads(done.stderr)["error"]) == (3, "output_failed")


@pytest.mark.parametrize(
    ("code", "arguments"), [(2, ("providers", "list")), (0, ("merge", "--help"))]
)
def test_nobody_listens(code: int, arguments: tuple[str, ...]) -> None:
    done = shell('"$@" > >(true) 2> >(true)', *arguments)

    assert done.returncode == code
