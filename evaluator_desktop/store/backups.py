"""Verified copies of the database beside it: before each merge and migration, and on request.

The newest are kept, and of the older ones the last of each day, week and month, while there is
room. Which is newer is told by a counter; a clock that jumps only groups the old ones oddly.
"""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from evaluator_desktop.errors import BackupDamagedError, FileProblemError
from evaluator_desktop.store.backup_files import PREFIX, STAMP, backups_in, moment_of
from evaluator_desktop.store.database import (
    APPLICATION_ID,
    FILE_NAME,
    SAYS_FULL,
    Database,
    sync_file,
    sync_folder,
)
from evaluator_desktop.store.disk_space import disk_full
from evaluator_desktop.texts import _

_KEPT = 10
_PERIODS = (("%Y%m%d", 7), ("%G%V", 4), ("%Y%m", 6))
"""Of days, weeks and months: how many of them keep their last backup."""
_FREE = 500 << 20
"""Bytes of the disk that backups leave free, but for the newest one."""


class Backups:
    """The backups folder of one workspace; names carry a counter, so no clock decides the order."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._db = database
        self._folder = folder

    def all(self) -> list[Path]:
        """Return the verified backups, the oldest first."""
        return backups_in(self._folder)

    def place(self, name: str) -> Path:
        """Return where the backup of this name lies, there or not."""
        return self._folder / name

    def make(self) -> Path:
        """Copy and verify the database, then drop the oldest copies beyond those that are kept."""
        self._folder.mkdir(exist_ok=True)
        existing = self.all()
        number = int(existing[-1].name.split("-")[1]) + 1 if existing else 1
        stamp = datetime.now(UTC).strftime(STAMP)
        path = self._folder / f"{PREFIX}{number:06d}-{stamp}.sqlite3"
        self._db.backup(path)
        self._rotate()
        return path

    def _rotate(self) -> None:
        """Drop what is not kept, then the oldest while the disk is short; never the newest."""
        made = self.all()
        kept = _kept(made)
        for old in made:
            if old not in kept:
                old.unlink()
        for old in sorted(kept)[:-1]:
            if shutil.disk_usage(self._folder).free < _FREE:
                old.unlink()


def _kept(made: list[Path]) -> set[Path]:
    """Return the newest, and the last one of each of the last days, weeks and months."""
    kept = set(made[-_KEPT:])
    for period, count in _PERIODS:
        last = {moment_of(path).strftime(period): path for path in made}
        kept |= set(sorted(last.values())[-count:])
    return kept


def restore_database(source: Path, folder: Path) -> None:
    """Put a verified copy of a backup into a workspace's folder.

    SQLite itself reads the backup, so that one in use elsewhere is refused and not copied halfway.
    Raises FileProblemError, BackupDamagedError, DiskFullError.
    """
    problem = ""
    try:
        with (
            closing(_opened(source)) as backup,
            closing(sqlite3.connect(folder / FILE_NAME)) as copy,
        ):
            backup.backup(copy)
            problem = copy.execute("PRAGMA quick_check").fetchone()[0]
            is_ours = copy.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    except sqlite3.DatabaseError as error:
        if SAYS_FULL in str(error):
            raise disk_full(folder, source.stat().st_size) from error
        reason = _("cannot be read as a backup ({reason}).").format(reason=error)
        raise FileProblemError(file=source.name, problem=reason) from error
    if not is_ours:
        raise FileProblemError(file=source.name, problem=_("is not a backup of this program."))
    if problem != "ok":
        raise BackupDamagedError(path=source, reason=problem)
    sync_file(folder / FILE_NAME)
    (folder / "evidence").mkdir()
    (folder / "backups").mkdir()
    sync_folder(folder)


def _opened(source: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True, timeout=0)
