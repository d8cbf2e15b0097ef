"""The lead's ledger of packages: who was assigned what, what of it has come back, and when.

Apart from the rows of the lists because it looks at the round person by person. What has been
rated and submitted is read from the history; which package brought it, from the local merge log.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from evaluator_desktop.domain.bodies import Assignment, Rating, Submission
from evaluator_desktop.domain.pinyin import name_order
from evaluator_desktop.store.device import same_fingerprint
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.queries.merge import Laptops
from evaluator_desktop.store.workspace import Workspace

_HEADS = "SELECT r.content FROM head AS h JOIN revision AS r ON r.id = h.revision WHERE h.kind = ?"
_LOG = "SELECT file, at, content FROM merge_log ORDER BY at, id"


@dataclass(frozen=True)
class Share:
    """What one person was assigned of one provider, and what of theirs is here."""

    provider: str
    assigned: tuple[str, ...]
    """Items in document order; () where the person works without an assignment."""
    rated: tuple[str, ...]
    submitted: bool

    @cached_property
    def returned(self) -> tuple[str, ...]:
        """The assigned items that this person has rated."""
        rated = frozenset(self.rated)
        return tuple(item for item in self.assigned if item in rated)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The assigned items that have not come back."""
        rated = frozenset(self.rated)
        return tuple(item for item in self.assigned if item not in rated)


@dataclass(frozen=True)
class Brought:
    """A package that came in here: its file's name, the moment (UTC), and the laptop's name."""

    file: str
    at: str
    laptop: str


@dataclass(frozen=True)
class PersonLedger:
    """One person's line."""

    person: str
    shares: tuple[Share, ...]
    overlaps: int
    """Items of theirs that somebody else has rated as well."""
    last: Brought | None
    """None where nothing of theirs was merged here."""

    @property
    def providers(self) -> int:
        """How many providers are assigned."""
        return sum(bool(share.assigned) for share in self.shares)

    @property
    def submitted(self) -> int:
        """How many of the assigned providers were submitted."""
        return sum(share.submitted for share in self.shares if share.assigned)

    @property
    def items(self) -> int:
        return sum(len(share.assigned) for share in self.shares)

    @property
    def returned(self) -> int:
        return sum(len(share.returned) for share in self.shares)

    @property
    def missing(self) -> int:
        return self.items - self.returned


@dataclass(frozen=True)
class Overlap:
    """One item that more than one person rated."""

    provider: str
    item: str
    persons: tuple[str, ...]


@dataclass(frozen=True)
class Ledger:
    """The whole of it; persons as the round lists them, then the others."""

    persons: tuple[PersonLedger, ...]
    overlaps: tuple[Overlap, ...]
    unassigned: tuple[str, ...]
    """Providers that nobody is assigned to."""
    providers: Mapping[str, Summary]
    """Every provider by id, in the order of their names."""

    @property
    def is_assigned(self) -> bool:
        """Whether anything at all is assigned."""
        return any(person.providers for person in self.persons)


def ledger(workspace: Workspace) -> Ledger:
    """Read who was assigned what and what has come back; counts only, no rating's value."""
    rows = sorted(workspace.projections.all(), key=lambda row: row.by_name)
    known = {row.provider: row for row in rows}
    order = [item.id for item in workspace.scheme.items]
    assigned = _assigned(workspace, known, order)
    rated = _rated(workspace, known, order)
    submitted = {_place(b) for b in _bodies(workspace, Submission.kind) if b.person}
    overlaps = _overlaps(rated, order)
    last = _last_packages(workspace)
    persons = []
    for person in _names(workspace, assigned, rated):
        mine = {p for p, who in (assigned.keys() | rated.keys()) if who == person}
        shares = tuple(
            Share(
                provider,
                assigned.get((provider, person), ()),
                rated.get((provider, person), ()),
                (provider, person) in submitted,
            )
            for provider in known
            if provider in mine
        )
        shared = sum(person in overlap.persons for overlap in overlaps)
        persons.append(PersonLedger(person, shares, shared, last.get(person)))
    covered = {provider for provider, _person in assigned}
    unassigned = tuple(provider for provider in known if provider not in covered)
    return Ledger(tuple(persons), overlaps, unassigned, known)


class _Body(msgspec.Struct):
    """What the ledger asks of three kinds of bodies; other fields are skipped."""

    provider: str = ""
    person: str = ""
    item: str = ""
    items: list[str] | None = None


class _Revision(msgspec.Struct):
    body: _Body | None


_Key = tuple[str, str]
_read = msgspec.json.Decoder(_Revision).decode


def _bodies(workspace: Workspace, kind: str) -> Iterable[_Body]:
    for (content,) in workspace.database.rows(_HEADS, kind):
        body = _read(content).body
        if body is not None:
            yield msgspec.structs.replace(body, provider=workspace.joined.staying(body.provider))


def _place(body: _Body) -> _Key:
    return body.provider, body.person


def _assigned(
    workspace: Workspace, known: Mapping[str, Any], order: list[str]
) -> dict[_Key, tuple[str, ...]]:
    """Return the assigned items by (provider, person); of heads that differ, what any says."""
    found: dict[_Key, set[str]] = defaultdict(set)
    for body in _bodies(workspace, Assignment.kind):
        if body.provider in known:
            found[_place(body)].update(order if body.items is None else body.items)
    return {place: _ordered(items, order) for place, items in found.items()}


def _rated(
    workspace: Workspace, known: Mapping[str, Any], order: list[str]
) -> dict[_Key, tuple[str, ...]]:
    found: dict[_Key, set[str]] = defaultdict(set)
    for body in _bodies(workspace, Rating.kind):
        if body.provider in known:
            found[_place(body)].add(body.item)
    return {place: _ordered(items, order) for place, items in found.items()}


def _ordered(items: set[str], order: list[str]) -> tuple[str, ...]:
    """Items that the scheme no longer has are left out."""
    return tuple(item for item in order if item in items)


def _overlaps(rated: Mapping[_Key, tuple[str, ...]], order: list[str]) -> tuple[Overlap, ...]:
    persons: dict[_Key, list[str]] = defaultdict(list)
    for (provider, person), items in sorted(rated.items()):
        for item in items:
            persons[provider, item].append(person)
    places = {item: place for place, item in enumerate(order)}
    found = [Overlap(p, i, tuple(who)) for (p, i), who in persons.items() if len(who) > 1]
    return tuple(sorted(found, key=lambda overlap: (overlap.provider, places[overlap.item])))


def _names(workspace: Workspace, *places: Mapping[_Key, object]) -> list[str]:
    listed = [person.name for person in workspace.info.body.persons]
    everybody = {person for found in places for _provider, person in found}
    others = sorted(everybody, key=name_order)
    return list(dict.fromkeys((*listed, *others)))


def _last_packages(workspace: Workspace) -> dict[str, Brought]:
    """Return the package merged last of each person; one's own laptop's do not count."""
    laptops, found = Laptops(workspace), {}
    for file, at, content in workspace.database.rows(_LOG):
        entry = msgspec.json.decode(content)
        if not same_fingerprint(entry["device"], workspace.device.fingerprint):
            found[entry["person"]] = Brought(file, at, laptops.name(entry["device"]))
    return found
