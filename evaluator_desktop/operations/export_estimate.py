"""What an export would carry, and whether there is room for it, before anything is written."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from evaluator_desktop.operations.export import ExportWishes, evidence_of, task_of
from evaluator_desktop.store.workspace import Workspace

_LENGTHS = "SELECT count(*), coalesce(sum(length(content) + 1), 0) FROM revision"


@dataclass(frozen=True)
class Estimate:
    """Sizes in bytes."""

    revisions: int
    evidence: int
    size: int
    """At most: records shrink when they are packed, and what a receiver has is not taken off."""
    free: int | None
    """On the medium; None where its folder is not there."""

    @property
    def is_tight(self) -> bool:
        return self.free is not None and self.free < self.size


def estimate(workspace: Workspace, target: Path, wishes: ExportWishes) -> Estimate:
    """Add up what lies in the store, the whole of it or a task's. Raises FieldsError.

    Cheap enough to be asked at every change of a choice.
    """
    ((revisions, size),) = workspace.database.rows(_LENGTHS)
    files = evidence_of(workspace, task_of(workspace, wishes))
    size += sum(path.stat().st_size for path in files.values())
    try:
        free = shutil.disk_usage(target.parent).free
    except OSError:
        free = None
    return Estimate(revisions, len(files), size, free)
