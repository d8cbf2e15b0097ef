"""Appending to the history and reading it back.

`commit` is the only way a change of a person's gets in, `union` the only way another history
does. Both keep the heads; the projections of the providers they touched are the caller's to
refresh in the same transaction (see workspace.py).
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from os import urandom
from typing import Any

import msgspec

from evaluator_desktop.domain import canonical
from evaluator_desktop.domain.bodies import Body, Purge, provider_of
from evaluator_desktop.domain.history import (
    FORMAT,
    Entity,
    Revision,
    encode_revision,
    read_stored,
    revision_id,
)
from evaluator_desktop.errors import FieldsError, SeenGoneError
from evaluator_desktop.store import personal as personal_objects
from evaluator_desktop.store.database import Database
from evaluator_desktop.store.head_cache import HeadCache
from evaluator_desktop.store.reading import read_stored as read_row
from evaluator_desktop.texts import _

INSERT_REVISION = "INSERT INTO revision (id, entity, run, seq, content) VALUES (?, ?, ?, ?, ?)"
INSERT_PARENT = "INSERT OR IGNORE INTO parent (parent, revision) VALUES (?, ?)"
_INSERT_HEAD = "INSERT OR IGNORE INTO head (entity, revision, kind, provider) VALUES (?, ?, ?, ?)"
_HEADS = "SELECT entity, revision, kind FROM head"
_DELETE_HEAD = "DELETE FROM head WHERE entity = ? AND revision = ?"


@dataclass(frozen=True)
class Change:
    """One entity's new state; `parents` are the heads its author had on screen."""

    entity: str
    kind: str
    body: Body | None
    parents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Changes:
    """What a finished operation wrote, for whoever shows it."""

    action: str
    group: str
    kinds: frozenset[str]
    providers: frozenset[str]
    revisions: tuple[str, ...] = ()
    """Of the changes, in their order."""
    by_change: tuple[tuple[str, ...], ...] = ()
    """The same by the change that was asked for: of joined providers there may be several."""

    turned: "Turned | None" = None
    """What an undo took back or a redo did again."""

    @property
    def changes(self) -> "Changes":
        """Itself: results of operations say by this name what they wrote."""
        return self


@dataclass(frozen=True)
class Turned:
    """A step that was taken back or done again: its name in words, and where it is seen."""

    words: str
    kind: str = ""
    item: str = ""
    evidence: str = ""
    """What it is about; "" where it is not about one thing."""


@dataclass
class Session:
    """Who is at the keyboard, and this start's own chain of revisions.

    `clock` and `random` are the only sources of time and chance; tests fix both.
    """

    person: str
    device: str
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    random: Callable[[int], bytes] = urandom
    run: str = ""
    seq: int = 0
    prev: str | None = None
    last_id_time: int = 0
    undo: list["UndoStep"] = field(default_factory=list)
    redo: list["UndoStep"] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.run = self.run or self.random(16).hex()

    def now(self) -> str:
        """The clock's claim as text in UTC."""
        return self.clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def new_id(self) -> str:
        """Return a random entity id that sorts by time: 48 bits of milliseconds, 80 of chance.

        Ids of one session are in the order they were asked for, whatever the clock does.
        """
        self.last_id_time = max(int(self.clock().timestamp() * 1000), self.last_id_time + 1)
        return (self.last_id_time.to_bytes(6) + self.random(10)).hex()


@dataclass(frozen=True)
class UndoStep:
    """One action of this session: (entity, kind, revisions written, heads they replaced)."""

    action: str
    person: str
    entries: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...]
    providers: frozenset[str] = frozenset()
    is_final: bool = False
    """It is not taken back; undo says so before it goes on to what was done before it."""


class History:
    """The history of one workspace."""

    def __init__(self, database: Database, session: Session) -> None:
        self._db = database
        self._heads = HeadCache(database)
        self.session = session

    def append(
        self, action: str, changes: Sequence[Change], personal: Mapping[str, bytes]
    ) -> Changes:
        """Write one revision a change, inside the caller's transaction.

        The session's chain moves on only through `advance`, once the transaction is durable.
        """
        session, group = self.session, self.session.random(16).hex()
        seq, prev = session.seq, session.prev
        written: list[tuple[str, Revision, bytes, str | None]] = []
        for change in changes:
            self._check_parents(change)
            revision = Revision(
                v=FORMAT,
                entity=change.entity,
                kind=change.kind,
                body=msgspec.Raw(canonical.encode(change.body)),
                parents=sorted(set(change.parents)),
                run=session.run,
                seq=seq,
                prev=prev,
                author=session.person,
                device=session.device,
                at=session.now(),
                action=action,
                group=group,
            )
            content = _readable(encode_revision(revision))
            seq, prev = seq + 1, revision_id(content)
            written.append((prev, revision, content, self.owner(change)))
        self._insert(written)
        if personal:
            personal_objects.insert(self._db, personal.items())
        if purged := [c.body.personal for c in changes if isinstance(c.body, Purge)]:
            personal_objects.remove(self._db, purged)
        return Changes(
            action,
            group,
            frozenset(change.kind for change in changes),
            frozenset(provider for _, _, _, provider in written if provider),
            tuple(revision for revision, _, _, _ in written),
        )

    def _check_parents(self, change: Change) -> None:
        """A gap or a foreign parent would make every later package of this workspace useless."""
        for parent in change.parents:
            entity = self.entity_of(parent)
            if not entity:
                raise SeenGoneError
            if entity != change.entity:
                raise ValueError(f"{parent[:16]} is no revision of {change.entity}")

    def entity_of(self, revision: str) -> str:
        """Return the entity that a revision is a state of, "" for one that is not here."""
        sql = "SELECT entity FROM revision WHERE id = ?"
        return next((e.hex() for (e,) in self._db.rows(sql, bytes.fromhex(revision))), "")

    def advance(self, changes: Changes) -> None:
        """Move this start's chain behind revisions that have become durable."""
        if changes.revisions:
            self.session.seq += len(changes.revisions)
            self.session.prev = changes.revisions[-1]

    def owner(self, change: Change) -> str | None:
        """Return the provider that a change belongs to, None for those of the whole round."""
        if change.body is not None:
            return provider_of(change.entity, change.body)
        return self.provider_of(change.entity)

    def provider_of(self, entity: str) -> str | None:
        """Return the provider that an entity belongs to, a withdrawn one too; None for none."""
        sql = "SELECT provider FROM head WHERE entity = ? LIMIT 1"
        found = self._db.rows(sql, bytes.fromhex(entity))
        return found[0][0].hex() if found and found[0][0] else None

    def _insert(self, written: Sequence[tuple[str, Revision, bytes, str | None]]) -> None:
        revisions, parents, heads, superseded = [], [], [], []
        for name, revision, content, provider in written:
            key, entity = bytes.fromhex(name), bytes.fromhex(revision.entity)
            revisions.append((key, entity, bytes.fromhex(revision.run), revision.seq, content))
            parents += [(bytes.fromhex(parent), key) for parent in revision.parents]
            superseded += [(entity, bytes.fromhex(parent)) for parent in revision.parents]
            column = bytes.fromhex(provider) if provider else None
            heads.append((entity, key, revision.kind, column))
        self._db.write_many(INSERT_REVISION, revisions)
        self._db.write_many(INSERT_PARENT, parents)
        self._db.write_many(_INSERT_HEAD, heads)
        self._db.write_many(_DELETE_HEAD, superseded)

    def entities(
        self, *, provider: str | None = None, kind: str | None = None
    ) -> list[Entity[Any]]:
        """Return the entities of a provider, or of a kind of the round, with their heads."""
        wanted = {"provider": bytes.fromhex(provider) if provider else None, "kind": kind}
        given = {column: value for column, value in wanted.items() if value is not None}
        where = " AND ".join(f"{column} = ?" for column in given)
        rows = self._db.rows(f"{_HEADS} WHERE {where}", *given.values())
        return self._heads.entities(rows)

    def bodies(self, kind: str) -> Iterator[Any]:
        """Yield the body of every head of a kind one by one, however many there are."""
        sql = "SELECT r.content FROM head AS h JOIN revision AS r ON r.id = h.revision"
        for (content,) in self._db.each(f"{sql} WHERE h.kind = ?", kind):
            _revision, body = read_row(content)
            if body is not None:
                yield body

    def entity(self, entity_id: str) -> Entity[Any] | None:
        """Return one entity by id, None where nothing of it was ever recorded."""
        rows = self._db.rows(f"{_HEADS} WHERE entity = ?", bytes.fromhex(entity_id))
        return next(iter(self._heads.entities(rows)), None)

    def head_ids(self, entity_id: str) -> tuple[str, ...]:
        """Return the current heads of an entity, sorted; none for a new one."""
        sql = "SELECT revision FROM head WHERE entity = ? ORDER BY revision"
        return tuple(name.hex() for (name,) in self._db.rows(sql, bytes.fromhex(entity_id)))

    def revision(self, name: str) -> tuple[Revision, Body | None]:
        """Return one revision of the history by its id. Raises SeenGoneError."""
        sql = "SELECT content FROM revision WHERE id = ?"
        for (content,) in self._db.rows(sql, bytes.fromhex(name)):
            return read_row(content)
        raise SeenGoneError

    def contents(self) -> Iterator[tuple[str, bytes]]:
        """Yield (id, canonical bytes) of the whole history, sorted by id."""
        for name, content in self._db.each("SELECT id, content FROM revision ORDER BY id"):
            yield name.hex(), content

    def tips(self) -> dict[str, tuple[int, str]]:
        """Return the last (seq, revision) of every run."""
        rows = self._db.rows(
            "SELECT run, seq, min(id) FROM revision "
            "JOIN (SELECT run, max(seq) AS seq FROM revision GROUP BY run) USING (run, seq) "
            "GROUP BY run"
        )
        return {run.hex(): (seq, name.hex()) for run, seq, name in rows}

    def forked_runs(self) -> set[str]:
        """Return the runs that a copied laptop or restored disk continued twice."""
        sql = "SELECT DISTINCT run FROM revision GROUP BY run, seq HAVING count(*) > 1"
        return {run.hex() for (run,) in self._db.rows(sql)}

    def count(self) -> int:
        return int(self._db.rows("SELECT count(*) FROM revision")[0][0])

    def personal(self, digests: Iterable[str]) -> dict[str, dict[str, str]]:
        """Return the personal objects that are here, by digest."""
        found = {}
        for digest, content in personal_objects.objects(self._db, digests):
            found[digest] = msgspec.json.decode(content[16:], type=dict[str, str])
        return found

    def personal_object(self, values: Mapping[str, str]) -> tuple[str, bytes]:
        """Return (digest, bytes) of a new personal object: 16 random bytes hide what it holds."""
        content = self.session.random(16) + canonical.encode(dict(values))
        return hashlib.sha256(content).hexdigest(), content


def _readable(content: bytes) -> bytes:
    """Refuse what could never be read again: the bounds of bodies.py are checked on reading."""
    from evaluator_desktop.domain.body_checks import body_problem  # reading needs none of this
    from evaluator_desktop.domain.revision_reading import field_problem, read_revision

    try:
        _revision, body = read_stored(content)
    except msgspec.ValidationError as error:
        raise FieldsError(_("This cannot be recorded"), [field_problem(error)]) from error
    if wrong := body_problem(body):
        raise FieldsError(_("This cannot be recorded"), [wrong])
    read_revision(content)
    return content
