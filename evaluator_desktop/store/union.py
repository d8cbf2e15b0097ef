"""The merge: the union of this history with revisions that were checked one by one.

Nothing is decided here. What is already known is skipped; what is new must be causally closed
(every parent and predecessor known, each where it belongs), and then all of it goes in at once.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from evaluator_desktop.domain.bodies import Body, Purge, provider_of
from evaluator_desktop.domain.history import Revision
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.store.database import Database
from evaluator_desktop.store.history import INSERT_PARENT, INSERT_REVISION
from evaluator_desktop.texts import N_

_INSERT_HEAD = (
    "INSERT INTO head (entity, revision, kind, provider) SELECT ?1, ?2, ?3, ?4 "
    "WHERE NOT EXISTS (SELECT 1 FROM parent WHERE parent = ?2)"
)
_DELETE_HEAD = "DELETE FROM head WHERE entity = ? AND revision = ?"
_AT_ONCE = 500


class GapError(EvaluatorError):
    """Revisions that rest on others which are neither here nor in the package."""

    code = "gap"
    sentence = N_(
        "it continues from work that is not here ({count} records). "
        "Merge the earlier package of {author} first."
    )


class ForeignParentError(EvaluatorError):
    code = "foreign_parent"
    sentence = N_("revision {revision} continues another record than its own.")


class BrokenChainError(EvaluatorError):
    code = "broken_chain"
    sentence = N_("revision {revision} does not continue its own run.")


class MixedRecordError(EvaluatorError):
    """One entity that is said to be two things, or of two providers."""

    code = "mixed_record"
    sentence = N_("revision {revision} gives a record another kind or provider than it has.")


@dataclass(frozen=True)
class Incoming:
    """One checked revision from outside."""

    id: str
    content: bytes
    revision: Revision
    body: Body | None

    @property
    def place(self) -> "Place":
        return Place(self.revision.entity, self.revision.run, self.revision.seq)


@dataclass(frozen=True)
class Place:
    """Where a revision belongs: its entity, and its number in the run that made it."""

    entity: str
    run: str
    seq: int


@dataclass(frozen=True)
class Owner:
    """What an entity is, the same for all of its revisions."""

    kind: str
    provider: str | None


@dataclass
class Plan:
    """What a union would bring; made before anything is written."""

    new: list[Incoming] = field(default_factory=list)
    forks: list[tuple[str, int]] = field(default_factory=list)
    """(run, seq) that two different revisions claim: a cloned laptop, both are kept."""
    owners: dict[str, Owner] = field(default_factory=dict)
    """Of every entity that it touches."""

    @property
    def kinds(self) -> set[str]:
        return {incoming.revision.kind for incoming in self.new}

    @property
    def purged(self) -> set[str]:
        """Digests of the personal objects that it erases."""
        return {r.body.personal for r in self.new if isinstance(r.body, Purge)}


def plan_union(
    database: Database,
    incoming: Iterable[Incoming],
    *,
    tips: Collection[str] = (),
    sender: str = "",
) -> Plan:
    """Find what is new and whether it is causally closed.

    `tips` are the last revisions of every run that `sender` says to have had: what is neither here
    nor arriving is a gap. Raises GapError, ForeignParentError, BrokenChainError, MixedRecordError.
    """
    arriving = {revision.id: revision for revision in incoming}
    known = _places(database, arriving)
    new = [revision for name, revision in arriving.items() if name not in known]
    wanted = {name for r in new for name in (*r.revision.parents, r.revision.prev) if name}
    places = _places(database, (wanted | set(tips)) - arriving.keys())
    places |= {name: revision.place for name, revision in arriving.items()}
    _check_closed(new, places)
    if lacking := len(set(tips) - places.keys()):
        raise GapError(count=lacking, author=sender)
    return Plan(new, _forks(database, new), _owners(database, new))


def write_union(database: Database, plan: Plan) -> set[str]:
    """Insert what is new and move the heads, inside a transaction; returns the providers.

    A revision that is new here is a head unless another names it as parent, whichever came first.
    """
    new = plan.new
    database.write_many(INSERT_REVISION, (_row(r) for r in new))
    named = [(r.revision.entity, parent, r.id) for r in new for parent in r.revision.parents]
    database.write_many(
        INSERT_PARENT, ((bytes.fromhex(p), bytes.fromhex(name)) for _e, p, name in named)
    )
    database.write_many(_INSERT_HEAD, (_head(r, plan.owners[r.revision.entity]) for r in new))
    database.write_many(
        _DELETE_HEAD, ((bytes.fromhex(e), bytes.fromhex(p)) for e, p, _name in named)
    )
    return {owner.provider for owner in plan.owners.values() if owner.provider}


def _row(incoming: Incoming) -> tuple[bytes, bytes, bytes, int, bytes]:
    place = incoming.place
    entity, run = bytes.fromhex(place.entity), bytes.fromhex(place.run)
    return bytes.fromhex(incoming.id), entity, run, place.seq, incoming.content


def _head(incoming: Incoming, owner: Owner) -> tuple[bytes, bytes, str, bytes | None]:
    provider = bytes.fromhex(owner.provider) if owner.provider else None
    return bytes.fromhex(incoming.place.entity), bytes.fromhex(incoming.id), owner.kind, provider


def _check_closed(new: Iterable[Incoming], places: dict[str, Place]) -> None:
    missing = []
    for incoming in new:
        revision, own = incoming.revision, incoming.place
        for parent in revision.parents:
            place = places.get(parent)
            if place is None:
                missing.append(incoming)
            elif place.entity != own.entity:
                raise ForeignParentError(revision=incoming.id[:16])
        if revision.prev:
            before = places.get(revision.prev)
            if before is None:
                missing.append(incoming)
            elif (before.run, before.seq) != (own.run, own.seq - 1):
                raise BrokenChainError(revision=incoming.id[:16])
    if missing:
        raise GapError(count=len(missing), author=missing[0].revision.author)


def _owners(database: Database, new: Iterable[Incoming]) -> dict[str, Owner]:
    """Return what each entity is; a withdrawal has no body and belongs where its entity does."""
    arriving: dict[str, list[Incoming]] = defaultdict(list)
    for incoming in new:
        arriving[incoming.revision.entity].append(incoming)
    sql = "SELECT entity, kind, provider FROM head WHERE entity IN "
    known = {
        entity.hex(): Owner(kind, provider.hex() if provider else None)
        for entity, kind, provider in _found(database, sql, arriving)
    }
    owners = {}
    for entity, revisions in arriving.items():
        said = [known[entity]] if entity in known else []
        said += [Owner(r.revision.kind, provider_of(entity, r.body)) for r in revisions if r.body]
        kinds = {r.revision.kind for r in revisions}
        if len(set(said)) != 1 or kinds != {said[0].kind}:
            raise MixedRecordError(revision=revisions[0].id[:16])
        owners[entity] = said[0]
    return owners


def _forks(database: Database, new: Iterable[Incoming]) -> list[tuple[str, int]]:
    """Return the places of a run that are claimed twice, here and there or both there."""
    claims = Counter((r.place.run, r.place.seq) for r in new)
    runs = {run for run, _seq in claims}
    sql = "SELECT run, seq FROM revision WHERE run IN "
    here = {(run.hex(), seq) for run, seq in _found(database, sql, runs)}
    return sorted(claim for claim, count in claims.items() if count > 1 or claim in here)


def _places(database: Database, names: Collection[str]) -> dict[str, Place]:
    """Return where those of the revisions belong that are here."""
    sql = "SELECT id, entity, run, seq FROM revision WHERE id IN "
    found = _found(database, sql, names)
    return {name.hex(): Place(e.hex(), run.hex(), seq) for name, e, run, seq in found}


def _found(database: Database, sql: str, names: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    """Run a query for many ids, some hundreds at once."""
    rest = iter(names)
    while chunk := [bytes.fromhex(name) for name in islice(rest, _AT_ONCE)]:
        yield from database.rows(f"{sql}({', '.join('?' * len(chunk))})", *chunk)
