"""Which backups lie beside a store, by their names, and what is said when the store is damaged.

Apart from `backups`, which makes them: also who cannot open the database any more asks here.
"""

import re
from datetime import UTC, datetime
from pathlib import Path

from evaluator_desktop.errors import StoreDamagedError

FOLDER = "backups"
PREFIX = "store-"
STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(PREFIX + r"[0-9]{6,}-[0-9TZ]+\.sqlite3")


def backups_in(folder: Path) -> list[Path]:
    """Return the backups of a folder, the oldest first; each was verified before it was named."""
    return sorted(path for path in folder.glob("*") if _NAME.fullmatch(path.name))


def moment_of(path: Path) -> datetime:
    """Return what the clock claimed when a backup was made; one that is no moment is the first."""
    try:
        return datetime.strptime(path.stem.rpartition("-")[2], STAMP).replace(tzinfo=UTC)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def last_backup(workspace: Path) -> Path | None:
    """Return the newest backup in a workspace's own folder, None where none can be seen."""
    try:
        return next(reversed(backups_in(workspace / FOLDER)), None)
    except OSError:
        return None


def store_damaged(workspace: Path, reason: str) -> StoreDamagedError:
    """Return what to raise for a damaged database: it names the last backup of this workspace."""
    return StoreDamagedError(path=workspace, reason=reason, backup=last_backup(workspace))
