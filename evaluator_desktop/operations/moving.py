"""A workspace made again in another folder, whole and verified: out of a place that is not safe.

The old one stays as it is; which of the two is worked in from now on is for people to say.
"""

from pathlib import Path

from evaluator_desktop.store.database import FILE_NAME
from evaluator_desktop.store.evidence_files import EvidenceFiles
from evaluator_desktop.store.folders import new_folder
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.store.workspace import Workspace


def copy_workspace(workspace: Workspace, folder: Path, *, progress: Progress = SILENT) -> list[str]:
    """Copy database and evidence into a new or empty folder; nothing is left where it fails.

    Returns the digests of files that were damaged and stay behind. Raises WorkspaceExistsError,
    UnsafeFolderError, StoreDamagedError, DiskFullError, CancelledError.
    """
    with new_folder(folder):
        (folder / "backups").mkdir()
        (folder / "evidence").mkdir()
        workspace.database.backup(folder / FILE_NAME)
        return copy_evidence(workspace.evidence_files, folder, progress=progress)


def copy_evidence(files: EvidenceFiles, folder: Path, *, progress: Progress = SILENT) -> list[str]:
    """Copy the sound files into the workspace at `folder`; returns the digests of the others."""
    damaged, copies = [], EvidenceFiles(folder / "evidence")
    digests = list(files.digests())
    for number, digest in enumerate(digests):
        progress.step(number, len(digests), digest[:8])
        progress.raise_if_cancelled()
        if files.damaged(digest):
            damaged.append(digest)
            continue
        with files.path(digest).open("rb") as stream:
            copies.add_stream(stream, digest, digest)
    return damaged
