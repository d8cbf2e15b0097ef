"""Copies of the database on request, and going back to one. Evidence files are not in a copy."""

from pathlib import Path

from evaluator_desktop.errors import StoreDamagedError
from evaluator_desktop.exchange.medium import refuse_target
from evaluator_desktop.operations.check import check_history
from evaluator_desktop.store.backups import restore_database
from evaluator_desktop.store.folders import new_folder
from evaluator_desktop.store.workspace import Workspace


def make_backup(workspace: Workspace, target: Path | None = None) -> Path:
    """Write a verified copy of the database, into the workspace's own folder unless named.

    Raises FileProblemError when `target` is there already, DiskFullError.
    """
    if target is None:
        return workspace.backups.make()
    refuse_target(target)
    workspace.database.backup(target)
    return target


def restore(source: Path, folder: Path) -> None:
    """Make a new workspace of a backup and check its history; the backup stays as it is.

    Raises FileProblemError for what is no backup, WorkspaceExistsError, NewerWorkspaceError,
    StoreDamagedError; nothing is left behind then.
    """
    with new_folder(folder):
        restore_database(source, folder)
        with Workspace.open(folder) as workspace:
            problem = next(check_history(workspace), None)
        if problem:
            raise StoreDamagedError(path=source, reason=problem)
