"""How a change to what is read as one reaches the entities behind it (docs/decisions/0011).

A change names the heads that were on screen. Where these are heads of two entities, of providers
that were joined, the change becomes a revision of each. Every entity keeps its own provider.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from evaluator_desktop.domain.bodies import Alias, Body, Call, OutcomeRecord, Resolution
from evaluator_desktop.domain.joining import Joined, joined_by, of_provider
from evaluator_desktop.store.history import Change, History


def read_joined(history: History) -> Joined:
    """Return which providers are read as one, as the aliases stand."""
    return joined_by(history.entities(kind=Alias.kind))


def spread(history: History, joined: Joined, change: Change) -> list[Change]:
    """Return the changes of single entities that a change comes to; most are one already."""
    if not joined.groups:
        return [change]
    named: dict[str, list[str]] = defaultdict(list)
    for parent in change.parents:
        named[history.entity_of(parent) or change.entity].append(parent)
    targets = sorted(named.items()) or [(change.entity, [])]
    return [
        Change(entity, change.kind, _owned(history, entity, change.body), tuple(parents))
        for entity, parents in targets
    ]


def _owned(history: History, entity: str, body: Body | None) -> Body | None:
    """Return a body as one of the provider that its entity belongs to."""
    owner = history.provider_of(entity)
    if owner is None and body is not None:
        owners = (history.provider_of(other) for other in _rests_on(history, body))
        owner = min((found for found in owners if found), default=None)
    return body if owner is None or isinstance(body, Alias) else of_provider(owner, body)


def _rests_on(history: History, body: Body) -> Iterator[str]:
    """Yield the entities whose provider is that of a new one, as its key says nothing of it.

    Two laptops that make it, one before it knew of the joining, have to name the same provider.
    """
    match body:
        case OutcomeRecord():
            yield body.evidence
        case Call():
            yield body.customer
        case Resolution():
            yield from (history.entity_of(head) for head in body.covers)


def revisions_by_change(
    revisions: Sequence[str], spread_out: Sequence[Sequence[Change]]
) -> tuple[tuple[str, ...], ...]:
    """Return the revisions of each change that was asked for."""
    rest = iter(revisions)
    return tuple(tuple(next(rest) for _change in changes) for changes in spread_out)
