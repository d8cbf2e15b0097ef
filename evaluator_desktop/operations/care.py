"""What a workspace needs now and then, while nobody waits: a look at its file, and tidying up.

Each step is short, so that work goes on between them.
"""

import re
from datetime import UTC, datetime, timedelta

from evaluator_desktop.domain.bodies import Evidence
from evaluator_desktop.store.backup_files import store_damaged
from evaluator_desktop.store.folders import unsafe_place
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _

TRASH = "trash"
_AGE = timedelta(days=7)
_DIGEST = re.compile(rb"[0-9a-f]{64}")


def place_warning(workspace: Workspace) -> str | None:
    """Warn where the workspace lies in an unsafe place, None where it is safe."""
    if (place := unsafe_place(workspace.path)) is None:
        return None
    words = _(
        "This workspace lies in a {place}, where it can be damaged. Copy it to a folder on "
        "this computer's own disk and go on working there."
    )
    return words.format(place=place)


def tables(workspace: Workspace) -> list[str]:
    """Return the tables of the database, to be looked at one by one."""
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    return [str(name) for (name,) in workspace.database.rows(sql)]


def look_at_table(workspace: Workspace, table: str) -> None:
    """Look whether one table is whole. Raises StoreDamagedError, which names the last backup."""
    rows = workspace.database.rows(f"PRAGMA quick_check('{table}')")
    problem = next((text for (text,) in rows if text != "ok"), None)
    if problem:
        raise store_damaged(workspace.path, problem)


def sweep_orphans(workspace: Workspace, *, now: datetime | None = None) -> int:
    """Move files that no revision names, and nobody wrote for a week, to `trash`; returns how many.

    They are left by a kill between a file and its row, and by a merge that was taken back.
    """
    files = workspace.evidence_files
    before = (now or datetime.now(UTC)) - _AGE
    old = set(files.unused_since(before.timestamp()))
    if old:
        old -= {body.digest for body in workspace.history.bodies(Evidence.kind)}
    if old:
        for _name, content in workspace.history.contents():
            old -= {found.decode() for found in _DIGEST.findall(content)}
    for digest in sorted(old):
        files.throw_away(digest, workspace.path / TRASH)
    return len(old)
