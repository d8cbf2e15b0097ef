"""The merge: the union of this history with revisions that were checked one by one.

Nothing is decided here. What is already known is skipped; what is new must be causally closed
(every parent and predecessor known, of the same entity), and then all of it goes in at once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from evaluator_desktop.domain.bodies import Body, Purge, provider_of
from evaluator_desktop.domain.history import Revision, heads_of, read_stored
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.store import tables as t
from evaluator_desktop.store.database import Database
from evaluator_desktop.texts import N_


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


@dataclass(frozen=True)
class Incoming:
    """One checked revision from outside."""

    id: str
    content: bytes
    revision: Revision
    body: Body | None


@dataclass
class Plan:
    """What a union would bring; made before anything is written."""

    new: list[Incoming] = field(default_factory=list)
    forks: list[tuple[str, int]] = field(default_factory=list)
    """(run, seq) that two different revisions claim: a cloned laptop, both are kept."""

    @property
    def kinds(self) -> set[str]:
        return {incoming.revision.kind for incoming in self.new}

    @property
    def purged(self) -> set[str]:
        """Digests of the personal objects that it erases."""
        return {r.body.personal for r in self.new if isinstance(r.body, Purge)}


def plan_union(database: Database, incoming: Iterable[Incoming]) -> Plan:
    """Find what is new and whether it is causally closed.

    Raises GapError, ForeignParentError.
    """
    plan = Plan()
    arriving: dict[str, Incoming] = {}
    for revision in incoming:
        arriving[revision.id] = revision
    known = _known(database, arriving)
    plan.new = [revision for name, revision in arriving.items() if name not in known]
    _check_closed(database, plan.new, arriving)
    claims = {(r.revision.run, r.revision.seq) for r in plan.new}
    plan.forks = [claim for claim in sorted(claims) if _claimed(database, claim)]
    return plan


def write_union(database: Database, plan: Plan) -> set[str]:
    """Insert what is new and set the heads anew, inside a transaction; returns the providers."""
    database.write_many(
        "INSERT INTO revision (id, entity, run, seq, content) VALUES (?, ?, ?, ?, ?)",
        (
            (
                bytes.fromhex(r.id),
                bytes.fromhex(r.revision.entity),
                bytes.fromhex(r.revision.run),
                r.revision.seq,
                r.content,
            )
            for r in plan.new
        ),
    )
    database.write_many(
        "INSERT OR IGNORE INTO parent (parent, revision) VALUES (?, ?)",
        ((bytes.fromhex(p), bytes.fromhex(r.id)) for r in plan.new for p in r.revision.parents),
    )
    return _set_heads(database, {r.revision.entity for r in plan.new})


def _set_heads(database: Database, entities: set[str]) -> set[str]:
    """Heads are what no other revision names as parent, whatever order things came in.

    Returns the providers whose entities these are.
    """
    providers = set()
    for entity in entities:
        key = bytes.fromhex(entity)
        stored = database.rows("SELECT id, content FROM revision WHERE entity = ?", key)
        read = {name.hex(): read_stored(content) for name, content in stored}
        heads = heads_of((name, revision.parents) for name, (revision, _body) in read.items())
        owners = {
            provider_of(entity, body) for _revision, body in read.values() if body is not None
        }
        # A withdrawal has no body of its own: it belongs where its entity always belonged.
        owner = min((o for o in owners if o), default=None)
        providers.add(owner)
        kind = next(iter(read.values()))[0].kind
        database.write(t.Head.delete().where(t.Head.entity == key))
        column = bytes.fromhex(owner) if owner else None
        rows = [(key, bytes.fromhex(name), kind, column) for name in sorted(heads)]
        database.write_many("INSERT INTO head VALUES (?, ?, ?, ?)", rows)
    return {provider for provider in providers if provider}


def _known(database: Database, names: Iterable[str]) -> set[str]:
    return {
        name
        for name in names
        if database.rows("SELECT 1 FROM revision WHERE id = ?", bytes.fromhex(name))
    }


def _check_closed(
    database: Database, new: Sequence[Incoming], arriving: dict[str, Incoming]
) -> None:
    missing = []
    for incoming in new:
        revision = incoming.revision
        for parent in revision.parents:
            entity = _entity_of(database, parent, arriving)
            if entity is None:
                missing.append(incoming)
            elif entity != revision.entity:
                raise ForeignParentError(revision=incoming.id[:16])
        if revision.prev and _entity_of(database, revision.prev, arriving) is None:
            missing.append(incoming)
    if missing:
        raise GapError(count=len(missing), author=missing[0].revision.author)


def _entity_of(database: Database, name: str, arriving: dict[str, Incoming]) -> str | None:
    if name in arriving:
        return arriving[name].revision.entity
    rows = database.rows("SELECT entity FROM revision WHERE id = ?", bytes.fromhex(name))
    return rows[0][0].hex() if rows else None


def _claimed(database: Database, claim: tuple[str, int]) -> bool:
    sql = "SELECT 1 FROM revision WHERE run = ? AND seq = ?"
    return bool(database.rows(sql, bytes.fromhex(claim[0]), claim[1]))
