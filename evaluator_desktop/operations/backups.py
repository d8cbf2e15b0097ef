"""Copies of the database on request, and going back to one. Evidence files are not in a copy."""

from pathlib import Path

from evaluator_desktop.errors import BackupDamagedError, FileProblemError, StoreDamagedError
from evaluator_desktop.exchange.medium import refuse_target
from evaluator_desktop.operations.check import check_history
from evaluator_desktop.operations.moving import copy_evidence
from evaluator_desktop.store.backups import restore_database
from evaluator_desktop.store.evidence_files import EvidenceFiles
from evaluator_desktop.store.folders import new_folder
from evaluator_desktop.store.progress import SILENT, Progress
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
    BackupDamagedError; nothing is left behind then.
    """
    with new_folder(folder):
        _restore_checked(source, folder)


def restore_with_evidence(source: Path, folder: Path, *, progress: Progress = SILENT) -> Workspace:
    """Make a new workspace of a backup in a workspace's own folder, and open it.

    It has those files of evidence of the other one that are whole. Raises what `restore` does,
    DiskFullError, CancelledError; nothing is left behind then.
    """
    with new_folder(folder):
        try:
            _restore_checked(source, folder)
        except FileProblemError as error:  # by its name it is a backup, and was read once
            raise BackupDamagedError(path=source, reason=error.params["problem"]) from error
        copy_evidence(EvidenceFiles(source.parents[1] / "evidence"), folder, progress=progress)
    return Workspace.open(folder)


def _restore_checked(source: Path, folder: Path) -> None:
    try:
        restore_database(source, folder)
        with Workspace.open(folder) as workspace:
            problem = next(check_history(workspace), None)
    except StoreDamagedError as error:  # what is damaged is the copy, and so the backup
        problem = str(error.params["reason"])
    if problem:
        raise BackupDamagedError(path=source, reason=problem)
