"""A kill while exporting, a stick that fails while merging, bombs and databases under a limit."""

import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.merge import MergeStatus, merge_package
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.refusing import refused
from tests.exchange.travellers import exported
from tests.workspaces import stored_rows

_ROOT = Path(__file__).parents[2]
_EXPORT = """
import sys
from pathlib import Path
from evaluator_desktop.operations.export import export_package
from evaluator_desktop.store.workspace import Workspace
with Workspace.open(Path(sys.argv[1])) as workspace:
    export_package(workspace, Path(sys.argv[2]))
print("done")
"""
_MERGE = """
import sys
from pathlib import Path
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations.merge import merge_package
from evaluator_desktop.store.workspace import Workspace
with Workspace.open(Path(sys.argv[1])) as workspace:
    for package in sys.argv[2:]:
        try:
            print(merge_package(workspace, Path(package)).status, flush=True)
        except EvaluatorError as error:
            print(error.code, flush=True)
"""


def traced(path: Path, harm: str, script: str, *arguments: Path) -> str:
    """Run a script with `harm` done to the system calls that touch `path`; returns what it said."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed; no fault was tried")
    call = harm.partition(":")[0]
    watched = [strace, "-f", "-qq", "-o", "/dev/null", f"-P{path}", "-e", f"trace={call}"]
    done = subprocess.run(
        [*watched, "-e", f"inject={harm}", sys.executable, "-c", script, *arguments],
        check=False,
        capture_output=True,
        text=True,
        cwd=_ROOT,
    )
    if "ptrace" in done.stderr.lower():
        pytest.skip("this system does not let strace look; no fault was tried")
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout


@pytest.mark.parametrize("call", ["write", "fsync", "rename"])
def test_a_kill_while_exporting_leaves_the_part_file_alone(
    workspace: Workspace, zhou: Workspace, tmp_path: Path, call: str
) -> None:
    old = exported(zhou, tmp_path / "old.evpkg")
    content = old.read_bytes()
    zhou.close()
    target = tmp_path / "new.evpkg"
    part = tmp_path / "new.evpkg.part"
    said = traced(part, f"{call}:signal=KILL:when=1", _EXPORT, zhou.path, target)

    assert "done" not in said
    assert not target.exists()
    assert old.read_bytes() == content
    if part.exists():
        refused(workspace, part)
    with Workspace.open(zhou.path) as again:
        assert merge_package(workspace, exported(again, target)).status is MergeStatus.MERGED
    assert not part.exists()


@pytest.mark.parametrize("when", [1, 3, 6])
def test_a_stick_that_cannot_be_read_refuses_the_package(
    workspace: Workspace, zhou: Workspace, tmp_path: Path, when: int
) -> None:
    path, before = exported(zhou, tmp_path / "a.evpkg"), stored_rows(workspace)
    workspace.close()
    said = traced(path, f"read:error=EIO:when={when}+", _MERGE, workspace.path, path)

    assert said.strip() not in ("", "merged")
    with Workspace.open(workspace.path) as again:
        assert stored_rows(again) == before
        assert merge_package(again, path).status is MergeStatus.MERGED
        assert check(again, deep=True).problems == ()


def bomb(path: Path) -> None:
    """A gigabyte of nothing in a megabyte, under the names of a package."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        for name in ("manifest.json", "manifest.sig", "revisions.jsonl"):
            with container.open(name, "w", force_zip64=True) as member:
                for _ in range(340):
                    member.write(bytes(1 << 20))


HOSTILE = {
    "extra table": "CREATE TABLE extra (a)",
    "trigger": "CREATE TRIGGER t AFTER INSERT ON revision BEGIN DELETE FROM head; END",
    "view": "CREATE VIEW v AS SELECT load_extension('/tmp/x')",
    "virtual table": "CREATE VIRTUAL TABLE f USING fts5(a)",
    "generated column": "CREATE TABLE g (a, b AS (zeroblob(100000000)))",
    "long text": "INSERT INTO setting VALUES ('x', printf('%.*c', 20000000, 'x'))",
    "text with NUL": "INSERT INTO setting VALUES ('n', 'a' || char(0) || 'b')",
    "bytes for text": "INSERT INTO setting VALUES ('b', CAST(x'fffe' AS TEXT))",
    "write-ahead header": "PRAGMA journal_mode = WAL",
}


def databases(source: Path, folder: Path) -> list[Path]:
    """Copies of a store, each with something planted, and some cut and flipped."""
    made = []
    for number, statement in enumerate(HOSTILE.values()):
        path = folder / f"{number}.evpkg"
        shutil.copy(source, path)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(statement)
            connection.commit()
        made.append(path)
    content = source.read_bytes()
    for number, share in enumerate((0.0, 0.2, 0.5, 0.9)):
        place = int(len(content) * share)
        cut, flipped = folder / f"cut {number}.evpkg", folder / f"flipped {number}.evpkg"
        cut.write_bytes(content[: place + 100])
        flipped.write_bytes(content[:place] + b"\xff" + content[place + 1 :])
        made += [cut, flipped]
    return made


@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
def test_bombs_and_foreign_databases_are_refused_within_512_mb(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    zhou.close()
    folder = tmp_path / "hostile"
    folder.mkdir()
    packages = databases(zhou.path / "store.sqlite3", folder)
    bomb(folder / "bomb.evpkg")
    packages.append(folder / "bomb.evpkg")
    before, stored = stored_rows(workspace), sorted(folder.iterdir())
    workspace.close()
    limit = "import resource\nresource.setrlimit(resource.RLIMIT_AS, (512 << 20,) * 2)\n"
    done = subprocess.run(
        [sys.executable, "-c", limit + _MERGE, workspace.path, *packages],
        check=False,
        capture_output=True,
        text=True,
        cwd=_ROOT,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
    )

    assert done.stdout.split() == ["refused"] * len(packages), done.stderr
    assert sorted(folder.iterdir()) == stored, "SQLite would have left a journal beside them"
    with Workspace.open(workspace.path) as again:
        assert stored_rows(again) == before
