"""What every operation on a provider needs: naming it, its locks and the heads it builds on."""

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import TypeVar
from unicodedata import normalize

from evaluator_desktop.domain.bodies import LEAD, Body, Lock
from evaluator_desktop.domain.credit_code import normalise_credit_code
from evaluator_desktop.domain.history import derived_entity, derived_id
from evaluator_desktop.domain.kinds import KIND_NAMES
from evaluator_desktop.domain.record import ProviderState
from evaluator_desktop.errors import (
    InConflictError,
    LockedProviderError,
    ReasonMissingError,
    RoleError,
    UnknownProviderError,
)
from evaluator_desktop.store.history import Change, Changes
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _

B = TypeVar("B", bound=Body)


def find_provider(workspace: Workspace, code: str) -> str:
    """Return the id of the provider with this credit code, id, or name that nobody else has.

    Raises UnknownProviderError.
    """
    wanted = normalise_credit_code(code)
    first = derived_entity("provider", wanted)
    summary = workspace.projections.get(first)
    if summary is not None and summary.code == wanted:
        return first
    rows = workspace.projections.all()
    for summary in rows:
        if summary.code == wanted or summary.provider == code:
            return summary.provider
    named = [row.provider for row in rows if row.name == normalize("NFC", code).strip()]
    if len(named) == 1:
        return named[0]
    raise UnknownProviderError(code=code)


def change(
    workspace: Workspace,
    body: Body,
    *,
    entity: str | None = None,
    seen: Sequence[str] | None = None,
) -> Change:
    """Make the next state of an entity; its id follows from the body unless it is given.

    Raises InConflictError when nothing was seen and the heads differ.
    """
    target = entity or derived_id(body)
    return Change(target, body.kind, body, parents_of(workspace, target, seen))


def parents_of(workspace: Workspace, entity: str, seen: Sequence[str] | None) -> tuple[str, ...]:
    """Return the heads that the next revision of an entity names as parents."""
    if seen is not None:
        return tuple(seen)
    found = workspace.history.entity(entity)
    if found is None:
        return ()
    if found.in_conflict:
        raise InConflictError(what=_(KIND_NAMES[found.kind]))
    return found.head_ids


def state_seen(
    workspace: Workspace, kind: type[B], entity: str, seen: Sequence[str] | None
) -> B | None:
    """Return the state that a change starts from: what was on screen, not what came in behind it.

    Without `seen` what is current; of several heads the latest claim; None where nothing stands.
    """
    names = workspace.history.head_ids(entity) if seen is None else seen
    read = [workspace.history.revision(name) for name in names]
    standing = [(revision.at, body) for revision, body in read if isinstance(body, kind)]
    return max(standing, key=itemgetter(0))[1] if standing else None


def commit(
    workspace: Workspace,
    action: str,
    changes: Iterable[Change],
    *,
    personal: Mapping[str, bytes] | None = None,
) -> Changes:
    """Commit changes of providers that are not locked. Raises LockedProviderError."""
    wanted = list(changes)
    refuse_locked_changes(workspace, wanted)
    return workspace.commit(action, wanted, personal=personal)


def refuse_locked_changes(workspace: Workspace, changes: Iterable[Change]) -> None:
    """Refuse changes of a locked provider, withdrawals among them."""
    for provider in {workspace.history.owner(change) for change in changes} - {None}:
        refuse_locked(workspace, str(provider))


def refuse_locked(workspace: Workspace, provider: str) -> None:
    """A locked provider is read-only in this workspace."""
    if not workspace.history.head_ids(derived_entity(Lock.kind, provider)):
        return
    record = workspace.record(provider)
    if record.state is ProviderState.LOCKED:
        raise LockedProviderError(provider=record.name)


def require_lead(workspace: Workspace, what: str) -> None:
    """Raises RoleError unless the person at the keyboard is a lead."""
    if workspace.role != LEAD:
        raise RoleError(what=what)


def require_reason(reason: str, what: str) -> str:
    """Return the reason trimmed. Raises ReasonMissingError when there is none."""
    if not reason.strip():
        raise ReasonMissingError(what=what)
    return reason.strip()
