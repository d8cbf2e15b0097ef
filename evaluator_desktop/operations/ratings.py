"""A person's rating of an item, and the lead's consensus."""

from collections.abc import Sequence

from evaluator_desktop.domain.bodies import Consensus, Rating
from evaluator_desktop.domain.consensus import covers_of
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.domain.kinds import KIND_NAMES
from evaluator_desktop.domain.scoring import parse_rating, rating_text
from evaluator_desktop.errors import InConflictError
from evaluator_desktop.operations.edit import (
    change,
    commit,
    heads_seen,
    require_lead,
    require_reason,
    state_seen,
)
from evaluator_desktop.store.history import Change, Changes
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _


def rate(
    workspace: Workspace,
    provider: str,
    item: str,
    value: str,
    reason: str | None = None,
    *,
    seen: Sequence[str] | None = None,
) -> Changes:
    """Record the rating of the person at the keyboard: "80", "80.5" or "na".

    `reason` None keeps the one that was written for the same value: another value needs another.
    A low rating may wait for its reason (D3a). Raises RatingError, UnknownItemError,
    InConflictError, LockedProviderError.
    """
    workspace.scheme.item(item)
    text = rating_text(parse_rating(value))
    if reason is None:
        heads = heads_seen(workspace, Rating, provider, item, workspace.person, seen=seen)
        so_far = state_seen(workspace, Rating, _entity(workspace, provider, item), heads)
        reason = so_far.reason if so_far and so_far.value == text else ""
    body = Rating(
        provider=provider, item=item, person=workspace.person, value=text, reason=reason.strip()
    )
    return commit(workspace, "rate", [change(workspace, body, seen=seen)])


def clear_rating(
    workspace: Workspace, provider: str, item: str, *, seen: Sequence[str] | None = None
) -> Changes:
    """Take back one's own rating: the item is not rated by this person. Nothing where it is not."""
    entity = _entity(workspace, provider, item)
    parents = heads_seen(workspace, Rating, provider, item, workspace.person, seen=seen)
    given = state_seen(workspace, Rating, entity, parents)
    changes = [Change(entity, Rating.kind, None, parents)] if given else []
    return commit(workspace, "clear_rating", changes)


def set_consensus(
    workspace: Workspace,
    provider: str,
    item: str,
    value: str,
    reason: str,
    *,
    seen: Sequence[str] | None = None,
    covers: Sequence[str] | None = None,
) -> Changes:
    """Settle an item by the lead's decision; the ratings it was made on stay visible (D10).

    `covers` are the heads of the ratings on screen: what came in behind it makes the consensus
    待确认. Without, those of now. One that comes before any rating counts nothing by itself (D3).
    Raises InConflictError while a rating has two versions.
    """
    require_lead(workspace, _("A consensus"))
    workspace.scheme.item(item)
    why = require_reason(reason, _("A consensus"))
    ratings = workspace.record(provider).ratings(item)
    if any(rating.in_conflict for rating in ratings):
        raise InConflictError(what=_(KIND_NAMES[Rating.kind]))
    body = Consensus(
        provider=provider,
        item=item,
        value=rating_text(parse_rating(value)),
        reason=why,
        covers=sorted(covers_of(ratings) if covers is None else covers),
    )
    return commit(workspace, "consensus", [change(workspace, body, seen=seen)])


def _entity(workspace: Workspace, provider: str, item: str) -> str:
    return derived_entity(Rating.kind, provider, item, workspace.person)
