"""What every operation on a provider needs: naming it, its locks and the heads it builds on."""

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeVar
from unicodedata import normalize

import msgspec

from evaluator_desktop.domain.bodies import LEAD, Alias, Body, Lock
from evaluator_desktop.domain.credit_code import normalise_credit_code
from evaluator_desktop.domain.history import Entity, derived_entity, derived_id
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
from evaluator_desktop.store.joining import spread
from evaluator_desktop.store.progress import SILENT, Progress
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
    named = [row.provider for row in rows if row.name == _as_name(code)]
    if len(named) == 1:
        return named[0]
    return workspace.joined.staying(find_member(workspace, code))


def find_member(workspace: Workspace, code: str) -> str:
    """Return the id of a joined provider by its own code, id or name, not of what it stands in.

    The code it was first recorded with stays good, whatever was settled since. Raises
    UnknownProviderError.
    """
    wanted, name = normalise_credit_code(code), _as_name(code)
    first = derived_entity("provider", wanted)
    if first in workspace.joined.everybody:
        return first
    members = [workspace.record(p, alone=True) for p in sorted(workspace.joined.everybody)]
    exact = [record.id for record in members if wanted == record.code or code == record.id]
    named = [record.id for record in members if record.name == name]
    if exact or len(named) == 1:
        return (exact or named)[0]
    raise UnknownProviderError(code=code)


def _as_name(text: str) -> str:
    return normalize("NFC", text).strip()


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
    provider = getattr(body, "provider", None)
    if provider is not None and "provider" in body.key and not isinstance(body, Alias):
        provider = workspace.joined.staying(provider)
        body = msgspec.structs.replace(body, provider=provider)
    target = entity or derived_id(body)
    return Change(target, body.kind, body, _parents(workspace, target, provider, seen))


def standing(workspace: Workspace, provider: str | None, entity: str) -> Entity[Any] | None:
    """Return an entity of a provider as it stands, of joined ones what is read as one."""
    if provider is None or len(workspace.joined.members(provider)) == 1:
        return workspace.history.entity(entity)
    kinds = workspace.record(provider).entities.values()
    return next((found for of in kinds for found in of if found.id == entity), None)


def _parents(
    workspace: Workspace, entity: str, provider: str | None, seen: Sequence[str] | None
) -> tuple[str, ...]:
    """Return the heads that the next revision of an entity names as parents."""
    if seen is not None:
        return tuple(seen)
    found = standing(workspace, provider, entity)
    if found is None:
        return ()
    if found.in_conflict:
        raise InConflictError(what=_(KIND_NAMES[found.kind]))
    return found.head_ids


def heads_seen(
    workspace: Workspace,
    kind: type[Body],
    provider: str,
    *key: str,
    seen: Sequence[str] | None,
) -> tuple[str, ...]:
    """Return the heads on screen of a provider's entity with this key; without `seen` those now."""
    if seen is not None:
        return tuple(seen)
    staying = workspace.joined.staying(provider)
    found = standing(workspace, staying, derived_entity(kind.kind, staying, *key))
    return found.head_ids if found else ()


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
    progress: Progress = SILENT,
) -> Changes:
    """Commit changes of providers that are not locked. Raises LockedProviderError."""
    wanted = list(changes)
    refuse_locked_changes(workspace, wanted)
    return workspace.commit(action, wanted, personal=personal, progress=progress)


def refuse_locked_changes(workspace: Workspace, changes: Iterable[Change]) -> None:
    """Refuse changes of a locked provider, withdrawals among them."""
    history, joined = workspace.history, workspace.joined
    single = (one for change in changes for one in spread(history, joined, change))
    for provider in {history.owner(change) for change in single} - {None}:
        refuse_locked(workspace, str(provider))


def refuse_locked(workspace: Workspace, provider: str) -> None:
    """A locked provider is read-only in this workspace."""
    locks = (derived_entity(Lock.kind, p) for p in workspace.joined.members(provider))
    if not any(workspace.history.head_ids(lock) for lock in locks):
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
