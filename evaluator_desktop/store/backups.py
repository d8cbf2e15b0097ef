"""Verified copies of the database beside it: before each merge and migration, and on request."""

from datetime import UTC, datetime
from pathlib import Path

from evaluator_desktop.store.database import Database

_KEPT = 10
_PREFIX = "store-"


class Backups:
    """The backups folder of one workspace; names carry a counter, so no clock decides the order."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._db = database
        self._folder = folder

    def all(self) -> list[Path]:
        """Return the verified backups, the oldest first."""
        return sorted(self._folder.glob(f"{_PREFIX}*.sqlite3"))

    def make(self) -> Path:
        """Copy and verify the database, then drop the oldest copies beyond those that are kept."""
        self._folder.mkdir(exist_ok=True)
        existing = self.all()
        number = int(existing[-1].name.split("-")[1]) + 1 if existing else 1
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
        path = self._folder / f"{_PREFIX}{number:06d}-{stamp}.sqlite3"
        self._db.backup(path)
        for old in self.all()[:-_KEPT]:
            old.unlink()
        return path
