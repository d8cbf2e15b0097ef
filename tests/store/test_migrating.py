"""A migration that is killed or fails: the old format or the new one, whole, and a backup (row 20).

There is one format so far, so a second step is given to a program of its own.
"""

import shutil
import sqlite3
from collections import Counter
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
from tests.harming import run_script, strace
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
        return run_script(_MIGRATE, path, under=list(harm))

    return run


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as database:
        return int(database.execute("PRAGMA user_version").fetchone()[0])


CALLS = "pwrite64,fdatasync,fsync,unlink,rename"


@pytest.fixture
def counts(old: Path, migrate: Migrate, tmp_path: Path) -> Counter[str]:
    """How often a whole migration makes each of these calls."""
    if not _COUNTS:
        copy, log = tmp_path / "counted", tmp_path / "calls"
        shutil.copytree(old, copy)
        said = migrate(copy, *strace(), "-o", str(log), "-e", f"trace={CALLS}")
        assert said == "done"
        lines = log.read_text().splitlines()
        _COUNTS.update(line.split()[1].partition("(")[0] for line in lines)
        assert set(_COUNTS) == set(CALLS.split(","))
    return _COUNTS


_COUNTS: Counter[str] = Counter()


_STAGES = {
    "pwrite64": (0, 0.4, 0.6, 0.75, 0.9, 1),
    "fdatasync": (0.3, 0.7, 0.85, 1),
    "fsync": (1,),
    "unlink": (0.4, 1),
    "rename": (1,),
}
"""Of what a whole migration does: the backup first, then the transaction."""
_KILLS = ((call, share, "signal=KILL") for call, shares in _STAGES.items() for share in shares)
_FAILURES = (
    *(("pwrite64", share, f"error={name}") for share in (0.2, 0.9) for name in ("EIO", "ENOSPC")),
    *(("fdatasync", share, "error=EIO") for share in (0.3, 0.85)),
    ("rename", 1, "error=EACCES"),
    ("unlink", 1, "error=EACCES"),
)


@pytest.mark.parametrize(("call", "share", "harm"), [*_KILLS, *_FAILURES])
def test_an_interrupted_migration_leaves_one_format_whole_and_can_be_done_again(
    old: Path,
    migrate: Migrate,
    counts: Counter[str],
    tmp_path: Path,
    call: str,
    share: float,
    harm: str,
) -> None:
    with Workspace.open(old) as workspace:
        before = stored_rows(workspace)
    when = max(1, round(share * counts[call]))
    inject = ["-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{harm}:when={when}"]
    said = migrate(old, *strace(), *inject)

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
