"""A migration that is killed or fails: the old format or the new one, whole, and a backup (row 20).

There is one format so far, so a second step is given to a program of its own.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from evaluator_desktop.errors import NewerWorkspaceError
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations.backups import restore
from evaluator_desktop.operations.check import check
from evaluator_desktop.store import migrations
from evaluator_desktop.store.backup_files import backups_in
from evaluator_desktop.store.database import FILE_NAME
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF, stored_rows

_MIGRATE = """
import sys
from pathlib import Path
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.store import migrations
from evaluator_desktop.store.workspace import Workspace
step = '''
CREATE TABLE extra (revision BLOB PRIMARY KEY, content TEXT) WITHOUT ROWID;
INSERT INTO extra SELECT id, hex(content) FROM revision;
CREATE INDEX extra_content ON extra (content);
ALTER TABLE draft ADD COLUMN note TEXT;
'''
known = migrations.steps()
migrations.steps = lambda: [*known, (known[-1][0] + 1, step)]
try:
    Workspace.open(Path(sys.argv[1])).close()
    print("done")
except EvaluatorError as error:
    print("refused", error.code)
"""
_NEW = migrations.steps()[-1][0] + 1

Migrate = Callable[..., str]


@pytest.fixture
def old(workspace: Workspace) -> Path:
    """A workspace of the format that is known here, with enough in it for many pages."""
    for number in range(30):
        ratings.rate(workspace, PROVIDER, STAFF, str(number), "r" * 2000)
    workspace.close()
    return workspace.path


@pytest.fixture
def migrate() -> Migrate:
    def run(path: Path, *harm: str) -> str:
        """Open a workspace with the newer program; returns what it said."""
        done = subprocess.run(
            [*harm, sys.executable, "-c", _MIGRATE, path],
            check=False,
            capture_output=True,
            text=True,
            env={
                **os.environ,
                "PYTHONPATH": str(Path(__file__).parents[2]),
                "PYTHONDONTWRITEBYTECODE": "1",
            },
        )
        if "ptrace" in done.stderr.lower() and not done.stdout:
            pytest.skip("this system does not let strace look; no migration was interrupted")
        assert "Traceback" not in done.stderr, done.stderr
        return done.stdout.strip()

    return run


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as database:
        return int(database.execute("PRAGMA user_version").fetchone()[0])


_WRITES, _SYNCS, _NAMES = "pwrite64", "fdatasync,fsync", "unlink,rename"
_KILLS = (
    *((_WRITES, when, "signal=KILL") for when in (1, 3, 12, 40, 70, 82, 90)),
    *((_SYNCS, when, "signal=KILL") for when in (1, 2, 3, 4, 5, 6)),
    *((_NAMES, when, "signal=KILL") for when in (1, 2, 3)),
)
_FAILURES = (
    *((_WRITES, when, f"error={name}") for when in (12, 82) for name in ("EIO", "ENOSPC")),
    *((_SYNCS, when, "error=EIO") for when in (2, 5)),
    *((_NAMES, when, "error=EACCES") for when in (2, 3)),
)


@pytest.mark.parametrize(("calls", "when", "harm"), [*_KILLS, *_FAILURES])
def test_an_interrupted_migration_leaves_one_format_whole_and_can_be_done_again(
    old: Path, migrate: Migrate, tmp_path: Path, calls: str, when: int, harm: str
) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed; no migration was interrupted")
    with Workspace.open(old) as workspace:
        before = stored_rows(workspace)
    inject = [strace, "-f", "-qq", "-o", "/dev/null", "-e", f"trace={calls}"]
    said = migrate(old, *inject, "-e", f"inject={calls}:{harm}:when={when}")

    for number, backup in enumerate(backups_in(old / "backups")):
        restore(backup, tmp_path / f"restored{number}")
        with Workspace.open(tmp_path / f"restored{number}") as restored:
            assert stored_rows(restored) == before, "the old program opens the backup"
    try:
        with Workspace.open(old) as again:  # by the old program; a hot journal is played back
            assert said != "done"
            assert stored_rows(again) == before
            assert check(again).problems == ()
    except NewerWorkspaceError:
        assert backups_in(old / "backups"), "nothing is migrated without a backup"

    assert migrate(old) == "done"
    assert version_of(old / FILE_NAME) == _NEW
    with closing(sqlite3.connect(old / FILE_NAME)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        [(count,)] = database.execute("SELECT count(*) FROM extra")
        assert count == len(before["revision"])


def test_the_interruptions_reach_every_stage(old: Path, migrate: Migrate, tmp_path: Path) -> None:
    """The numbers above lie inside what a whole migration does."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed; no migration was interrupted")
    log = tmp_path / "calls"
    calls = f"{_WRITES},{_SYNCS},{_NAMES}"
    assert migrate(old, strace, "-f", "-qq", "-o", str(log), "-e", f"trace={calls}") == "done"

    names = [line.split()[1].partition("(")[0] for line in log.read_text().splitlines()]
    assert names.count("pwrite64") >= 90
    assert names.count("fdatasync") + names.count("fsync") >= 6
    assert names.count("unlink") + names.count("rename") >= 3
