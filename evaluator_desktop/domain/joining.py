"""Providers that turned out to be one, read as one (docs/decisions/0011-joining.md).

Nothing is rewritten: the entities of each stay what they are, and joining is a way of reading
them. Two of them that would be one entity, had there been one provider from the start, become one
here with the heads of both; whether these agree or are a conflict follows as for any entity.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import msgspec

from evaluator_desktop.domain.bodies import Alias, Body, IssuedReport, Provider, Submission
from evaluator_desktop.domain.history import Entity, Head, derived_id

_OWN = (Alias.kind, IssuedReport.kind)
"""An alias is about two providers, and each report that was issued was issued."""


@dataclass(frozen=True)
class Joined:
    """Which providers are read as one. Whoever is in no group stands alone."""

    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Members in the order of their ids, by the one that stays: the smallest."""

    @cached_property
    def _staying(self) -> Mapping[str, str]:
        return {member: staying for staying, of in self.groups.items() for member in of}

    def staying(self, provider: str) -> str:
        """Return the provider that this one is read as: itself unless it is joined."""
        return self._staying.get(provider, provider)

    def members(self, provider: str) -> tuple[str, ...]:
        """Return all that are read as one with this provider, itself among them."""
        return self.groups.get(self.staying(provider), (provider,))

    @property
    def everybody(self) -> frozenset[str]:
        """Return the members of all groups."""
        return frozenset(self._staying)


def joined_by(aliases: Iterable[Entity[Alias]]) -> Joined:
    """Group the providers that aliases connect, over chains and round circles.

    One that laptops differ about joins until it is settled: it is a conflict in sight of all.
    """
    groups: dict[str, set[str]] = {}
    for alias in aliases:
        for body in {h.body for h in alias.heads if h.body is not None and h.body.joined}:
            both = groups.get(body.provider, {body.provider}) | groups.get(body.other, {body.other})
            groups.update(dict.fromkeys(both, both))
    return Joined({member: tuple(sorted(of)) for member, of in groups.items() if member == min(of)})


def as_one(staying: str, entities: Iterable[Entity[Any]]) -> list[Entity[Any]]:
    """Read the entities of joined providers as those of one, by the id of the one that stays."""
    roles: dict[tuple[str, str], list[Entity[Any]]] = defaultdict(list)
    for entity in entities:
        moved = _moved(staying, entity)
        roles[moved.kind, moved.id].append(moved)
    return [_together(found) for found in roles.values()]


def _moved(staying: str, entity: Entity[Any]) -> Entity[Any]:
    """Return an entity as it would be, had it been recorded of the provider that stays."""
    if entity.kind in _OWN:
        return entity
    heads = tuple(_moved_head(staying, head) for head in entity.heads)
    body = next((head.body for head in heads if head.body is not None), None)
    return Entity(_role(staying, entity, body), entity.kind, heads)


def _moved_head(staying: str, head: Head[Any]) -> Head[Any]:
    body = of_provider(staying, head.body)
    return head if body is head.body else Head(head.revision, head.author, head.at, body)


def of_provider(provider: str, body: Body | None) -> Body | None:
    """Return a body as one of this provider; one without a provider stays as it is."""
    if body is None or getattr(body, "provider", provider) == provider:
        return body
    return msgspec.structs.replace(body, provider=provider)


def _role(staying: str, entity: Entity[Any], body: Body | None) -> str:
    """Return the id that an entity has in the joined record; a withdrawn one tells no key."""
    if body is None:
        return entity.id
    if isinstance(body, Provider):
        return staying
    return derived_id(body) if "provider" in body.key else entity.id


def _together(found: list[Entity[Any]]) -> Entity[Any]:
    """Put the heads of several entities side by side; those that say nothing step back."""
    if len(found) == 1:
        return found[0]
    saying = [entity for entity in found if any(_says(head.body) for head in entity.heads)]
    if saying and saying[0].kind == Submission.kind:
        saying = [_with_others(entity, saying) for entity in saying]
    heads = [head for entity in saying or found for head in entity.heads]
    return Entity(found[0].id, found[0].kind, tuple(sorted(heads, key=lambda h: h.revision)))


def _with_others(own: Entity[Any], every: list[Entity[Any]]) -> Entity[Any]:
    """Who submitted both submitted the one: each of the submissions covers what all of them do."""
    others = (head.body for entity in every if entity is not own for head in entity.heads)
    covered = {name for body in others if body is not None for name in body.covers}
    return Entity(own.id, own.kind, tuple(_covering(head, covered) for head in own.heads))


def _covering(head: Head[Any], more: set[str]) -> Head[Any]:
    if head.body is None:
        return head
    body = msgspec.structs.replace(head.body, covers=sorted(more.union(head.body.covers)))
    return Head(head.revision, head.author, head.at, body)


def _says(body: Body | None) -> bool:
    """Nothing is said by what was withdrawn, nor by a provider that has no code yet."""
    return body is not None and not (isinstance(body, Provider) and body.code is None)
