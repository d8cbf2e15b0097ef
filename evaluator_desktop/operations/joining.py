"""Joining two providers that turned out to be one, and taking that back (decision 0011).

For leads, never by itself. Joining changes how records are read and nothing that was recorded, so
it can be taken back; what was settled between the two under it is opened again then.
"""

from collections.abc import Iterator, Sequence

from evaluator_desktop.domain.bodies import Alias, Resolution
from evaluator_desktop.domain.history import derived_id
from evaluator_desktop.domain.joining import joined_by
from evaluator_desktop.errors import AlreadyJoinedError, NotJoinedError
from evaluator_desktop.operations.edit import (
    commit,
    refuse_locked,
    require_lead,
    require_reason,
)
from evaluator_desktop.store.history import Change, Changes
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _


def join(
    workspace: Workspace,
    provider: str,
    other: str,
    reason: str,
    *,
    seen: Sequence[str] | None = None,
) -> Changes:
    """Read two providers as one from now on; the one with the smaller id stays. For leads.

    Where both say something of the same thing and it differs, it is a conflict afterwards.
    Raises RoleError, ReasonMissingError, AlreadyJoinedError, LockedProviderError.
    """
    require_lead(workspace, _("Joining providers"))
    why = require_reason(reason, _("Joining providers"))
    first, second = sorted((provider, other))
    if workspace.joined.staying(first) == workspace.joined.staying(second):
        raise AlreadyJoinedError(provider=workspace.record(first).name)
    for one in (first, second):
        refuse_locked(workspace, one)
    return commit(workspace, "join", [_alias(workspace, first, second, why, seen, joined=True)])


def part(
    workspace: Workspace,
    provider: str,
    other: str,
    reason: str,
    *,
    seen: Sequence[str] | None = None,
) -> Changes:
    """Take `other` out of what it was joined with; all others stay joined. For leads.

    What was settled between them while they were one stands as it did before; what was recorded
    of the one they were stays with each that it was recorded of. Raises RoleError,
    ReasonMissingError, NotJoinedError, LockedProviderError.
    """
    require_lead(workspace, _("Taking providers apart"))
    why = require_reason(reason, _("Taking providers apart"))
    members = workspace.joined.members(provider)
    if other not in members or provider == other:
        raise NotJoinedError(
            provider=workspace.record(provider, alone=True).name,
            other=workspace.record(other, alone=True).name,
        )
    refuse_locked(workspace, provider)
    changes = [
        *_aliases_without(workspace, members, other, why, seen),
        *_reopened(workspace, members, other),
    ]
    return commit(workspace, "part", changes)


def _alias(
    workspace: Workspace,
    first: str,
    second: str,
    reason: str,
    seen: Sequence[str] | None,
    *,
    joined: bool,
) -> Change:
    body = Alias(provider=first, other=second, joined=joined, reason=reason)
    entity = derived_id(body)
    parents = workspace.history.head_ids(entity) if seen is None else tuple(seen)
    return Change(entity, Alias.kind, body, parents)


def _aliases_without(
    workspace: Workspace,
    members: Sequence[str],
    other: str,
    reason: str,
    seen: Sequence[str] | None,
) -> Iterator[Change]:
    """Take back every alias of `other`, and join directly whom it alone connected."""
    left = []
    for alias in workspace.history.entities(kind=Alias.kind):
        bodies = [head.body for head in alias.heads if head.body is not None and head.body.joined]
        if not bodies or bodies[0].provider not in members:
            continue
        if other not in (bodies[0].provider, bodies[0].other):
            left.append(alias)
            continue
        shown = tuple(seen) if seen and set(seen) <= set(alias.head_ids) else alias.head_ids
        body = Alias(bodies[0].provider, bodies[0].other, joined=False, reason=reason)
        yield Change(alias.id, Alias.kind, body, shown)
    still = joined_by(left)
    rest = sorted({still.staying(member) for member in members if member != other})
    for lost in rest[1:]:
        yield _alias(workspace, rest[0], lost, reason, None, joined=True)


def _reopened(workspace: Workspace, members: Sequence[str], other: str) -> Iterator[Change]:
    """Restore what a resolution replaced by one state for `other` and those it parts from.

    Only where that state still stands: what was recorded on it since is nobody's to undo.
    """
    history = workspace.history
    for member in members:
        for note in history.entities(provider=member, kind=Resolution.kind):
            body = note.last.body
            if body is None or not _is_between(workspace, body, other):
                continue
            group = history.revision(note.last.revision)[0].group
            changes = list(_states_before(workspace, body, group))
            if changes:
                yield from changes
                yield Change(note.id, Resolution.kind, None, note.head_ids)


def _is_between(workspace: Workspace, note: Resolution, other: str) -> bool:
    """Tell whether a resolution settled something of `other` together with something else."""
    history = workspace.history
    owners = {history.provider_of(history.entity_of(head)) for head in note.covers}
    return other in owners and len(owners) > 1


def _states_before(workspace: Workspace, note: Resolution, group: str) -> Iterator[Change]:
    """Yield the states that a resolution covered, of each entity that it still stands for."""
    history = workspace.history
    for head in note.covers:
        revision, body = history.revision(head)
        now = history.head_ids(revision.entity)
        if all(history.revision(name)[0].group == group for name in now):
            yield Change(revision.entity, revision.kind, body, now)
