"""Revisions on their way in: checked one by one, then kept in a database file of our own.

It needs nothing of the store, so it is filled on another thread while people go on working; what
the package alone can tell is found out here. `union` attaches it and lets SQLite do the rest: a
million revisions never stand in memory. It holds no personal data; a crash may leave it behind,
the next merge sweeps it away.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, Self
from uuid import uuid4

from evaluator_desktop.domain.bodies import Body, Purge, provider_of
from evaluator_desktop.domain.history import Revision
from evaluator_desktop.errors import EvaluatorError, StorageFailedError
from evaluator_desktop.store.collecting import paused_collection
from evaluator_desktop.store.database import SAYS_FULL
from evaluator_desktop.store.disk_space import disk_full
from evaluator_desktop.texts import N_

_SUFFIX = ".arriving"
_AT_ONCE = 2000
_NEEDED = 1 << 20
"""About the bytes that are wanted next, for what is said when the disk is full."""
_SETTINGS = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -32768")
# provider: NULL of a withdrawal, which does not say; empty of what belongs to the whole round.
# Rows are put one behind the other and get their indexes at the end, each in one go.
_TABLES = """
CREATE TABLE revision (
    id BLOB NOT NULL, entity BLOB NOT NULL, kind TEXT NOT NULL, provider BLOB,
    run BLOB NOT NULL, seq INTEGER NOT NULL, prev BLOB, content BLOB NOT NULL
);
CREATE TABLE parent (
    parent BLOB NOT NULL, revision BLOB NOT NULL, entity BLOB NOT NULL,
    PRIMARY KEY (parent, revision)
) WITHOUT ROWID;
"""
_FOUND_OUT = """
CREATE UNIQUE INDEX by_id ON revision (id);
CREATE INDEX in_run ON revision (run, seq, prev, id);
CREATE INDEX of_entity ON revision (entity, kind, provider, id);
-- What each entity is; mixed where its revisions do not say the same.
CREATE TABLE owner (
    entity BLOB NOT NULL PRIMARY KEY, kind TEXT NOT NULL, provider BLOB, mixed INTEGER
) WITHOUT ROWID;
INSERT INTO owner
SELECT entity, min(kind), min(provider),
       min(kind) <> max(kind) OR min(provider) IS NOT max(provider)
FROM revision GROUP BY entity;
-- Parents that do not come along, or belong to another entity (found).
CREATE TABLE loose_parent AS
SELECT p.parent, p.revision, p.entity, r.entity AS found
FROM parent AS p LEFT JOIN revision AS r ON r.id = p.parent
WHERE r.entity IS NOT p.entity;
-- Revisions that do not stand right behind the one they name in their run.
CREATE TABLE loose_prev AS
SELECT id, prev, run, seq FROM (
    SELECT id, prev, run, seq, lag(id) OVER along AS before,
           lag(run) OVER along AS before_run, lag(seq) OVER along AS before_seq
    FROM revision WINDOW along AS (ORDER BY run, seq)
)
WHERE prev IS NOT NULL AND (before IS NOT prev OR before_run <> run OR before_seq <> seq - 1);
"""


class ForeignParentError(EvaluatorError):
    code = "foreign_parent"
    sentence = N_("revision {revision} continues another record than its own.")


class MixedRecordError(EvaluatorError):
    """One entity that is said to be two things, or of two providers."""

    code = "mixed_record"
    sentence = N_("revision {revision} gives a record another kind or provider than it has.")


class Incoming(NamedTuple):
    """One checked revision from outside."""

    id: str
    content: bytes
    revision: Revision
    body: Body | None


class Known:
    """The ids of all revisions that were here at one moment: 32 bytes each, sorted."""

    def __init__(self, ids: bytes | bytearray = b"") -> None:
        self._ids = ids

    def __len__(self) -> int:
        return len(self._ids) // 32

    def __contains__(self, name: str) -> bool:
        wanted, low, high = bytes.fromhex(name), 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._ids[32 * middle : 32 * middle + 32] < wanted:
                low = middle + 1
            else:
                high = middle
        return self._ids[32 * low : 32 * low + 32] == wanted

    def without(self, names: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """Yield those of (id, content), sorted by id, that are not here."""
        ids, place = self._ids, 0
        for name, content in names:
            wanted = bytes.fromhex(name)
            while (here := ids[place : place + 32]) and here < wanted:
                place += 32
            if here != wanted:
                yield name, content


class Arriving:
    """The new revisions of one package. Fill it once, then give it to `union`."""

    def __init__(self, folder: Path) -> None:
        """Begin an empty one in a folder that is there, beside the store. Raises DiskFullError."""
        self.path = folder / f"{uuid4().hex}{_SUFFIX}"
        self.purged: set[str] = set()
        """Digests of the personal objects that it erases."""
        try:
            with self._open() as database:
                database.executescript(_TABLES)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self.path.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def fill(self, revisions: Iterable[Incoming]) -> None:
        """Take all of them, in any order, and find out what they say together.

        Raises MixedRecordError, ForeignParentError, DiskFullError, and what `revisions` raises.
        """
        rest = iter(revisions)
        with self._open() as database, paused_collection():
            database.execute("BEGIN")
            while some := list(islice(rest, _AT_ONCE)):
                self._insert(database, some)
            database.execute("COMMIT")
            database.executescript(_FOUND_OUT)
            _refuse_misfits(database)

    def _insert(self, database: sqlite3.Connection, some: list[Incoming]) -> None:
        database.executemany(
            "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?)", map(_row, some)
        )
        parents = [
            (bytes.fromhex(parent), bytes.fromhex(name), bytes.fromhex(revision.entity))
            for name, _content, revision, _body in some
            for parent in revision.parents
        ]
        database.executemany("INSERT INTO parent VALUES (?, ?, ?)", parents)
        self.purged |= {body.personal for *_, body in some if isinstance(body, Purge)}

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        database = sqlite3.connect(self.path, isolation_level=None)
        try:
            for setting in _SETTINGS:
                database.execute(f"PRAGMA {setting}")
            yield database
        except sqlite3.OperationalError as error:
            if SAYS_FULL in str(error):
                raise disk_full(self.path.parent, _NEEDED) from error
            raise StorageFailedError(reason=str(error)) from error
        finally:
            database.close()


def sweep(folder: Path) -> None:
    """Remove what a merge that was killed has left."""
    for path in folder.glob(f"*{_SUFFIX}*"):
        path.unlink(missing_ok=True)


def _row(incoming: Incoming) -> tuple[Any, ...]:
    name, content, revision, body = incoming
    entity, provider = revision.entity, None
    if body is not None:
        provider = bytes.fromhex(provider_of(entity, body) or "")
    return (
        bytes.fromhex(name),
        bytes.fromhex(entity),
        revision.kind,
        provider,
        bytes.fromhex(revision.run),
        revision.seq,
        bytes.fromhex(revision.prev) if revision.prev else None,
        content,
    )


def _refuse_misfits(database: sqlite3.Connection) -> None:
    sql = "SELECT revision FROM loose_parent WHERE found IS NOT NULL LIMIT 1"
    for (name,) in database.execute(sql):
        raise ForeignParentError(revision=name.hex()[:16])
    sql = "SELECT id FROM owner JOIN revision USING (entity) WHERE mixed LIMIT 1"
    for (name,) in database.execute(sql):
        raise MixedRecordError(revision=name.hex()[:16])
