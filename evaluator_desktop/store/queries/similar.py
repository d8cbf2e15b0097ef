"""Which providers may be one: what is offered for joining, and both of them side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple

from evaluator_desktop.domain.bodies import Alias, Body, Profile, Provider, Rating
from evaluator_desktop.domain.history import Entity, Revision, derived_id
from evaluator_desktop.domain.record import ProviderState
from evaluator_desktop.domain.similarity import (
    Likeness,
    Named,
    Pair,
    SimilarNames,
    likeness,
    similar_pairs,
)
from evaluator_desktop.store.workspace import Workspace

NAMING_KINDS = frozenset({Provider.kind, Profile.kind, Alias.kind})
"""What says who a provider is and which are one."""


@dataclass(frozen=True)
class Side:
    """One of two providers by itself, whatever it is joined with."""

    id: str
    name: str
    code: str | None
    address: str
    evidence: int
    """Removed files left out."""
    ratings: int
    customers: int
    people: tuple[str, ...]
    """Who is assigned, else who rated."""
    is_locked: bool


@dataclass(frozen=True)
class Offer:
    """Two providers that may be one, or that were joined."""

    first: Side
    second: Side
    likeness: Likeness | None
    """Why the program offers them; None where a person put them side by side."""
    is_joined: bool
    reason: str
    """Why somebody joined them, or took them apart; "" where nobody did."""
    seen: tuple[str, ...]
    """The heads of what joins them, or did once."""

    @property
    def pair(self) -> tuple[str, str]:
        return self.first.id, self.second.id


class _Two(NamedTuple):
    """The ids of two providers, the smaller first."""

    first: str
    second: str


def named_providers(workspace: Workspace) -> list[Named]:
    """Return every provider by the name and code of its own, those that are joined too."""
    everybody = workspace.joined.everybody
    rows = (row for row in workspace.projections.each() if row.provider not in everybody)
    members = (workspace.record(member, alone=True) for member in sorted(everybody))
    return [
        *(Named(row.provider, row.name, row.code) for row in rows),
        *(Named(record.id, record.name, record.code) for record in members),
    ]


def providers_like(known: Iterable[Named], wanted: Named) -> list[Named]:
    """Return those of the known that may be the wanted one, the likeliest first."""
    order = list(Likeness)
    found = ((likeness(wanted, other), other) for other in known)
    alike = [(order.index(how), other.name, other.id, other) for how, other in found if how]
    return [other for *_place, other in sorted(alike, key=itemgetter(0, 1, 2))]


def similar_providers(workspace: Workspace) -> list[Pair]:
    """Return the pairs to offer for joining: neither joined, nor said to be two by anybody."""
    decided = _decided(alias.last.body for alias in _aliases(workspace))
    return list(_offered(workspace, decided, similar_pairs(named_providers(workspace))))


def similar_to_come(
    workspace: Workspace, arriving: Iterable[tuple[Revision, Body | None]]
) -> list[Pair]:
    """Return the pairs that revisions of others would bring; any of their kinds may be given."""
    known = {named.id: named for named in named_providers(workspace)}
    names, aliases = dict(known), [alias.last.body for alias in _aliases(workspace)]
    latest = dict[str, str]()
    for revision, body in arriving:  # not sorted: there may be a hundred thousand
        match body:
            case Provider() if revision.at >= latest.get(revision.entity, ""):
                before = names.get(revision.entity, Named("", "", None))
                names[revision.entity] = Named(revision.entity, before.name, body.code)
                latest[revision.entity] = revision.at
            case Profile(part="identity") if revision.at >= latest.get(revision.entity, ""):
                before = names.get(body.provider, Named("", "", None))
                name = str(body.values.get("name") or "")
                names[body.provider] = Named(body.provider, name, before.code)
                latest[revision.entity] = revision.at
            case Alias():
                aliases.append(body)
    # Keys of those that come alone: of all that are here they would take 5 KB each.
    coming = SimilarNames(named for named in names.values() if known.get(named.id) != named)
    found = dict[_Two, Pair]()
    for named in names.values():
        for other, how in coming.like(named):
            first, second = sorted((named, other), key=lambda one: one.id)
            found[_Two(first.id, second.id)] = Pair(first, second, how)
    decided = _decided(aliases, also_joined=True)
    return list(_offered(workspace, decided, found.values()))


def offers(workspace: Workspace, most: int) -> tuple[Offer, ...]:
    """Return what may be joined, the likeliest first and at most so many, then what is joined."""
    pairs = similar_providers(workspace)[:most]
    joined = (alias.last.body for alias in _aliases(workspace) if _joins(alias))
    return (
        *(compared(workspace, p.first.id, p.second.id, p.likeness) for p in pairs),
        *(compared(workspace, b.provider, b.other) for b in joined if b is not None),
    )


def compared(workspace: Workspace, one: str, other: str, likeness: Likeness | None = None) -> Offer:
    """Put two providers side by side; `likeness` is why the program does."""
    first, second = sorted((one, other))
    alias = workspace.history.entity(derived_id(Alias(first, second, joined=True, reason="")))
    body = alias.last.body if alias else None
    return Offer(
        _side(workspace, first),
        _side(workspace, second),
        likeness,
        workspace.joined.staying(first) == workspace.joined.staying(second),
        body.reason if isinstance(body, Alias) else "",
        alias.head_ids if alias else (),
    )


def _side(workspace: Workspace, provider: str) -> Side:
    record = workspace.record(provider, alone=True)
    return Side(
        provider,
        record.name,
        record.code,
        str(record.profile_value("identity", "address") or ""),
        sum(not (entity.last.body and entity.last.body.removed) for entity in record.evidence),
        len(record.of(Rating)),
        len(record.customers),
        record.assigned or record.raters,
        record.state is ProviderState.LOCKED,
    )


def _aliases(workspace: Workspace) -> list[Entity[Alias]]:
    """Return those that were not withdrawn by an undo."""
    found = workspace.history.entities(kind=Alias.kind)
    return [alias for alias in found if any(head.body is not None for head in alias.heads)]


def _joins(alias: Entity[Alias]) -> bool:
    return any(head.body is not None and head.body.joined for head in alias.heads)


def _decided(aliases: Iterable[Alias | None], *, also_joined: bool = False) -> set[_Two]:
    """Return the pairs that somebody took apart with a reason: they are not offered again."""
    return {_Two(a.provider, a.other) for a in aliases if a and (also_joined or not a.joined)}


def _offered(workspace: Workspace, decided: set[_Two], pairs: Iterable[Pair]) -> Iterator[Pair]:
    staying = workspace.joined.staying
    for pair in pairs:
        first, second = pair.first.id, pair.second.id
        if staying(first) != staying(second) and _Two(first, second) not in decided:
            yield pair
