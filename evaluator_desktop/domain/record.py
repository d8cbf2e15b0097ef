"""Everything recorded of one provider, as a frozen snapshot of its entities."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar, cast

import msgspec

from evaluator_desktop.domain import canonical
from evaluator_desktop.domain.bodies import (
    Alias,
    Assignment,
    Body,
    Call,
    Consensus,
    Customer,
    Evidence,
    IssuedReport,
    Lock,
    OutcomeRecord,
    Profile,
    Provider,
    Rating,
    Resolution,
    Review,
    Round,
    ShopPart,
    Submission,
)
from evaluator_desktop.domain.history import Entity, Head
from evaluator_desktop.domain.verification import Outcome
from evaluator_desktop.texts import N_

B = TypeVar("B", bound=Body)


class ProviderState(StrEnum):
    """D10a: the steps of a provider."""

    OPEN = "open"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    LOCKED = "locked"


STATE_NAMES = {
    ProviderState.OPEN: N_("In progress"),
    ProviderState.SUBMITTED: N_("Submitted"),
    ProviderState.RETURNED: N_("Returned"),
    ProviderState.LOCKED: N_("Locked"),
}


@dataclass(frozen=True)
class RoundInfo:
    """What the round fixes for every provider; `conflict` when it or its scheme has two states."""

    id: str
    body: Round
    conflict: bool

    @property
    def basis(self) -> str:
        """A digest of what results rest on: not the persons, who may be listed at any time."""
        fields = msgspec.to_builtins(self.body)
        return canonical.digest({name: v for name, v in fields.items() if name != "persons"})

    @property
    def cutoff(self) -> date:
        return date.fromisoformat(self.body.cutoff)

    @property
    def period_start(self) -> date:
        return date.fromisoformat(self.body.period_start)


@dataclass(frozen=True)
class ProviderRecord:
    """One provider as its entities stand. `missing_files`: digests without their whole file."""

    id: str
    entities: Mapping[str, tuple[Entity[Any], ...]]
    """By kind, in the order of their ids, withdrawn ones included."""
    missing_files: frozenset[str] = frozenset()
    personal: Mapping[str, Mapping[str, str]] | None = None
    """Personal objects that are here, by digest; None when they were not asked for."""
    joined: tuple[str, ...] = ()
    """All providers that are read as this one; none where it stands alone."""

    def stands_for(self, provider: str) -> bool:
        """Whether this is the record of a provider, or of the one it was joined with."""
        return provider == self.id or provider in self.joined

    def of(self, body: type[B]) -> tuple[Entity[B], ...]:
        """Return the entities of one kind that are not withdrawn (conflicts included)."""
        return cast("tuple[Entity[B], ...]", self._standing.get(body.kind, ()))

    @cached_property
    def _standing(self) -> Mapping[str, tuple[Entity[Any], ...]]:
        return {
            kind: tuple([e for e in found if e.body is not None or e.in_conflict])
            for kind, found in self.entities.items()
        }

    def one(self, body: type[B]) -> Entity[B] | None:
        """Return the only entity of a kind that a provider has once."""
        return next(iter(self.of(body)), None)

    @property
    def code(self) -> str | None:
        provider = self.one(Provider)
        return provider.last.body.code if provider and provider.last.body else None

    @property
    def exists(self) -> bool:
        """Whether it was recorded; one that was taken back stays in sight while there is work."""
        work = (Provider, Rating, Evidence, ShopPart, Consensus, Submission)
        return any(self.of(kind) for kind in work)

    def part(self, name: str) -> Entity[Profile] | None:
        """Return one of the three parts of the profile."""
        return next((e for e in self.of(Profile) if _any_body(e).part == name), None)

    def profile_value(self, part: str, field: str) -> str | bool | None:
        """Return a profile field; of parts in conflict the latest claim, which lists mark."""
        entity = self.part(part)
        body = entity.last.body if entity else None
        return body.values.get(field) if body else None

    @property
    def name(self) -> str:
        return str(self.profile_value("identity", "name") or "")

    @property
    def also_known_as(self) -> tuple[str, ...]:
        """Names and codes that others gave, beside those shown; none unless they differ."""
        identity, provider = self.part("identity"), self.one(Provider)
        said = {str(h.body.values.get("name") or "") for h in _several(identity) if h.body}
        said |= {head.body.code or "" for head in _several(provider) if head.body}
        return tuple(sorted(said - {"", self.name, self.code}))

    @cached_property
    def is_law_firm(self) -> bool:
        return self.profile_value("identity", "is_law_firm") is True

    @cached_property
    def evidence(self) -> tuple[Entity[Evidence], ...]:
        """Evidence in the order it was added, removed files included."""
        return tuple(sorted(self.of(Evidence), key=lambda entity: entity.id))

    @cached_property
    def outcomes(self) -> Mapping[str, Entity[OutcomeRecord]]:
        """The outcome entity of each piece of evidence that has one."""
        return {_any_body(entity).evidence: entity for entity in self.of(OutcomeRecord)}

    def outcome_of(self, evidence_id: str) -> Outcome:
        """D3: an outcome in conflict counts as pending."""
        entity = self.outcomes.get(evidence_id)
        return Outcome(entity.body.outcome) if entity and entity.body else Outcome.PENDING

    def ratings(self, item_id: str) -> tuple[Entity[Rating], ...]:
        """The ratings of one item, by person."""
        return self._ratings_by_item.get(item_id, ())

    @cached_property
    def _ratings_by_item(self) -> Mapping[str, tuple[Entity[Rating], ...]]:
        bodies = [(_any_body(entity), entity) for entity in self.of(Rating)]
        found: dict[str, list[Entity[Rating]]] = {}
        for body, entity in sorted(bodies, key=lambda pair: pair[0].person):
            found.setdefault(body.item, []).append(entity)
        return {item: tuple(ratings) for item, ratings in found.items()}

    @property
    def rated_items(self) -> frozenset[str]:
        """The items, by id, that have a rating or a consensus."""
        return frozenset([*self._ratings_by_item, *self._consensus_by_item])

    def consensus(self, item_id: str) -> Entity[Consensus] | None:
        return self._consensus_by_item.get(item_id)

    @cached_property
    def _consensus_by_item(self) -> Mapping[str, Entity[Consensus]]:
        return {_any_body(entity).item: entity for entity in self.of(Consensus)}

    @cached_property
    def customers(self) -> tuple[Entity[Customer], ...]:
        """Customers in the order they were added, without those that were removed.

        One that is in conflict stays in sight.
        """
        found = ((entity, entity.body) for entity in self.of(Customer))
        return tuple(entity for entity, body in found if body is None or not body.removed)

    @cached_property
    def calls(self) -> Mapping[str, Entity[Call]]:
        """The call entity of each customer who was called."""
        return {_any_body(entity).customer: entity for entity in self.of(Call)}

    @property
    def shop_parts(self) -> dict[str, Entity[ShopPart]]:
        return {_any_body(entity).part: entity for entity in self.of(ShopPart)}

    @cached_property
    def assigned(self) -> tuple[str, ...]:
        return tuple(sorted(_any_body(entity).person for entity in self.of(Assignment)))

    def is_to_rate(self, person: str, item_id: str) -> bool:
        """Tell whether an item is this person's: assigned to him, or to nobody in particular."""
        if not self.assigned:
            return True
        here = self.assigned_to(item_id)
        return person in (here or self.assigned)

    def assigned_to(self, item_id: str) -> frozenset[str]:
        """Return who is to rate this item, in any version of an assignment."""
        bodies = (head.body for entity in self.of(Assignment) for head in entity.heads)
        return frozenset(
            b.person for b in bodies if b is not None and (b.items is None or item_id in b.items)
        )

    @cached_property
    def raters(self) -> tuple[str, ...]:
        return tuple(sorted({_any_body(entity).person for entity in self.of(Rating)}))

    def rated_by(self, person: str) -> frozenset[str]:
        """Return the items, by id, that this person rated."""
        bodies = map(_any_body, self.of(Rating))
        return frozenset([body.item for body in bodies if body.person == person])

    @cached_property
    def submitters(self) -> tuple[str, ...]:
        """Who submitted their own work (D10a)."""
        return tuple(sorted(_any_body(entity).person for entity in self.of(Submission)))

    @cached_property
    def conflicts(self) -> tuple[Entity[Any], ...]:
        return tuple(e for entities in self.entities.values() for e in entities if e.in_conflict)

    @property
    def state(self) -> ProviderState:
        """D10a: locked (also while leads differ), else the step below."""
        lock = self.one(Lock)
        is_locked = lock and any(head.body and head.body.locked for head in lock.heads)
        return ProviderState.LOCKED if is_locked else self.step

    @property
    def step(self) -> ProviderState:
        """D10a: given back, else submitted, else open, whether there is a lock or not.

        What was given back stays so until one of those it was given back to submits again.
        """
        review = self.one(Review)
        if review and review.body and self.heads(Submission).issuperset(review.body.covers):
            return ProviderState.RETURNED
        expected = set(self.assigned or self.raters)
        done = bool(expected) and expected.issubset(self.submitters)
        return ProviderState.SUBMITTED if done else ProviderState.OPEN

    @property
    def version(self) -> int:
        """The version of the last lock, 0 before the first; of locks that differ the latest."""
        lock = self.one(Lock)
        return lock.last.body.version if lock and lock.last.body else 0

    def heads(self, *kinds: type[Body]) -> set[str]:
        """Return the current heads of these kinds, withdrawn entities included."""
        return {h for k in kinds for e in self.entities.get(k.kind, ()) for h in e.head_ids}

    @property
    def decided_on(self) -> set[str]:
        """The heads a lock covers: all but the lock, what it led to, and how it was reached."""
        return {head for entity in self.decisive for head in entity.head_ids}

    @property
    def decisive(self) -> tuple[Entity[Any], ...]:
        """The entities that results rest on, withdrawn ones included."""
        later = {Lock.kind, IssuedReport.kind, Review.kind, Alias.kind, Resolution.kind}
        return tuple(e for kind, found in self.entities.items() if kind not in later for e in found)


def _several(entity: Entity[B] | None) -> tuple[Head[B], ...]:
    """Return the heads of an entity that has more than one."""
    return entity.heads if entity is not None and len(entity.heads) > 1 else ()


def _any_body(entity: Entity[B]) -> B:
    """Return a body of an entity whose key fields are the same in all of them."""
    body = entity.heads[0].body
    return _first_body(entity) if body is None else body


def _first_body(entity: Entity[B]) -> B:
    return next(head.body for head in entity.heads if head.body is not None)


def group_entities(entities: Iterable[Entity[Any]]) -> dict[str, tuple[Entity[Any], ...]]:
    """Sort entities into kinds, in the order of their ids."""
    grouped: dict[str, list[Entity[Any]]] = {}
    for entity in sorted(entities, key=lambda entity: entity.id):
        grouped.setdefault(entity.kind, []).append(entity)
    return {kind: tuple(found) for kind, found in grouped.items()}
