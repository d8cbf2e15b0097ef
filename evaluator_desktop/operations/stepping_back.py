"""One step back: a merge is taken back whole, as long as nothing has been saved since.

What one call merged shares one verified backup, made before the first of its packages; the local
log says which, and how long the history was when the last of them was in.
"""

from dataclasses import dataclass
from pathlib import Path

from evaluator_desktop.domain.bodies import BODIES
from evaluator_desktop.errors import EvaluatorError, SavedSinceError, StepBackError
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.queries.merge_log import LoggedMerge, last_merges
from evaluator_desktop.store.stepping_back import go_back
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import N_, _

_NO_MERGE = N_("no merge with a backup is in this workspace")
_NO_BACKUP = N_("its backup is not there any more")


@dataclass(frozen=True)
class Before:
    """The state before a merge: where its backup lies, and how many revisions it had."""

    backup: str
    revisions: int


@dataclass(frozen=True)
class LastMerge:
    """What one step back would take back."""

    packages: tuple[LoggedMerge, ...]
    """In the order they came in."""
    revisions: int
    """How many came with them."""
    backup: Path
    obstacle: EvaluatorError | None = None
    """Why it cannot be taken back any more."""


@dataclass(frozen=True)
class SteppedBack:
    """What was taken back."""

    merge: LastMerge
    changes: Changes


def state_before(workspace: Workspace, batch: str) -> Before | None:
    """Make the backup for the next package of a batch, unless the one before it serves it too.

    None in a workspace that has no round yet: there is nothing to go back to.
    """
    if workspace.round is None:
        return None
    last = next(iter(last_merges(workspace)[-1:]), None)
    count = workspace.history.count()
    if last and last.batch == batch and last.after == count and _path(workspace, last).is_file():
        return Before(last.backup, last.before)
    return Before(workspace.backups.make().name, count)


def last_merge(workspace: Workspace) -> LastMerge | None:
    """Return what `step_back` would take back, None where nothing was merged."""
    found = last_merges(workspace)
    if not found:
        return None
    last = found[-1]
    obstacle: EvaluatorError | None = None
    if since := workspace.history.count() - last.after:
        obstacle = SavedSinceError(count=since)
    elif not _path(workspace, last).is_file():
        obstacle = StepBackError(reason=_(_NO_BACKUP))
    return LastMerge(tuple(found), last.after - last.before, _path(workspace, last), obstacle)


def step_back(workspace: Workspace) -> SteppedBack:
    """Take the last merge back: the workspace is what it was before, but for its own drafts.

    Evidence files that came with it stay where they are. Raises StepBackError, SavedSinceError.
    """
    merge = last_merge(workspace)
    if merge is None:
        raise StepBackError(reason=_(_NO_MERGE))
    if merge.obstacle is not None:
        raise merge.obstacle
    before = set(workspace.provider_ids())
    go_back(workspace, merge.backup)
    providers = frozenset(before.union(workspace.provider_ids()))
    return SteppedBack(merge, Changes("unmerge", "", frozenset(BODIES), providers))


def _path(workspace: Workspace, logged: LoggedMerge) -> Path:
    return workspace.backups.place(logged.backup)
