"""Going back to a backup of this very workspace: the one way by which the history gets shorter.

Apart from `history` and `union`, which only ever add. It is for what a merge brought and nobody
has built on yet; what this computer alone remembers (drafts, settings) stays as it is.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evaluator_desktop.errors import DamagedRecordError, StepBackError
from evaluator_desktop.store import settings
from evaluator_desktop.store.projections import VERSION
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import N_, _

_FOREIGN = """
SELECT 1 FROM before.revision WHERE id NOT IN (SELECT id FROM main.revision) LIMIT 1
"""
_PUT_BACK = (
    "DELETE FROM main.revision WHERE id NOT IN (SELECT id FROM before.revision)",
    "DELETE FROM main.parent WHERE revision NOT IN (SELECT id FROM main.revision)",
    "DELETE FROM main.head",
    "INSERT INTO main.head SELECT * FROM before.head",
    "DELETE FROM main.summary",
    "INSERT INTO main.summary SELECT * FROM before.summary",
    "DELETE FROM main.personal WHERE digest NOT IN (SELECT digest FROM before.personal)",
    "DELETE FROM main.merge_log WHERE id NOT IN (SELECT id FROM before.merge_log)",
)
"""Revisions and personal objects are never taken from the backup: only which of them stay."""
_HEADS_ARE_RIGHT = """
SELECT (SELECT count(*) FROM main.head) = (
    SELECT count(*) FROM main.revision WHERE id NOT IN (SELECT parent FROM main.parent)
) AND NOT EXISTS (
    SELECT 1 FROM main.head WHERE revision IN (SELECT parent FROM main.parent)
    OR revision NOT IN (SELECT id FROM main.revision)
)
"""
_TAKE_VERSION = """
INSERT OR REPLACE INTO main.setting SELECT name, value FROM before.setting WHERE name = ?
"""
_TRIGGERS = "SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger' ORDER BY name"
_NO_BACKUP = N_("its backup is not there any more")
_UNSOUND = N_("its backup is damaged")
_OTHER = N_("its backup is of another version or another workspace")


def go_back(workspace: Workspace, backup: Path) -> None:
    """Make the history and its tables what `backup` holds, all of it or nothing.

    The lock is kept throughout. What was erased meanwhile stays erased. Raises StepBackError.
    """
    if not backup.is_file():
        raise StepBackError(reason=_(_NO_BACKUP))
    database = workspace.database
    with database.attached(backup, "before"):
        _refuse_unsound(workspace)
        with workspace.changing(), _without_triggers(workspace):
            for statement in _PUT_BACK:
                database.rows(statement)
            database.rows(_TAKE_VERSION, settings.PROJECTIONS)
            if database.rows(_HEADS_ARE_RIGHT) != [(1,)]:
                raise StepBackError(reason=_(_UNSOUND))
            _read_again(workspace)
    database.forget()


def _refuse_unsound(workspace: Workspace) -> None:
    """A backup is believed after a look at it, as everything that was a file meanwhile."""
    rows = workspace.database.rows
    if rows("PRAGMA before.quick_check") != [("ok",)]:
        raise StepBackError(reason=_(_UNSOUND))
    if rows("PRAGMA before.user_version") != rows("PRAGMA main.user_version") or rows(_FOREIGN):
        raise StepBackError(reason=_(_OTHER))


@contextmanager
def _without_triggers(workspace: Workspace) -> Iterator[None]:
    """The history is append-only for everybody else; a crash brings the triggers back too."""
    triggers = workspace.database.rows(_TRIGGERS)
    for name, _sql in triggers:
        workspace.database.rows(f"DROP TRIGGER {name}")
    yield
    for _name, sql in triggers:
        workspace.database.rows(sql)


def _read_again(workspace: Workspace) -> None:
    """Forget what was known, and work out the rows that files or a newer program change.

    Files that the merge brought stay, so what the backup calls absent may be there by now.
    """
    workspace.forget_all()
    rows = workspace.projections
    if workspace.settings.get(settings.PROJECTIONS, "") != VERSION:
        rows.refresh(workspace.provider_ids(), anew=True)
        workspace.settings.write({settings.PROJECTIONS: VERSION})
        return
    try:
        absent = [row.provider for row in rows.all() if row.absent]
    except DamagedRecordError as error:
        raise StepBackError(reason=_(_UNSOUND)) from error
    rows.refresh(absent)
