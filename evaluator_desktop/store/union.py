"""The merge: the union of this history with revisions that were checked one by one.

Nothing is decided here. What is already known is skipped; what is new must be causally closed
(every parent and predecessor known, each where it belongs), and then all of it goes in at once.
SQLite does it, from one file to the other: memory does not grow with the history.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from evaluator_desktop.domain.bodies import Body
from evaluator_desktop.domain.history import Revision, read_stored
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.store.arriving import (
    Arriving,
    ForeignParentError,
    Known,
    MixedRecordError,
)
from evaluator_desktop.store.database import Database
from evaluator_desktop.texts import N_

_SLICES = 64
"""Of the ids; a cancel is heard between them."""
CACHE = -65_536
"""In KiB, while revisions go to places all over the indexes."""

_LOOSE_PARENTS = """
SELECT l.revision, m.entity FROM arriving.loose_parent AS l
LEFT JOIN main.revision AS m ON m.id = l.parent
WHERE m.entity IS NOT l.entity ORDER BY m.entity IS NULL
"""
_LOOSE_PREVS = """
SELECT id, before_run FROM (
    SELECT l.id, l.run, l.seq, coalesce(a.run, m.run) AS before_run,
           coalesce(a.seq, m.seq) AS before_seq
    FROM arriving.loose_prev AS l
    LEFT JOIN arriving.revision AS a ON a.id = l.prev
    LEFT JOIN main.revision AS m ON m.id = l.prev
)
WHERE before_run IS NOT run OR before_seq IS NOT seq - 1 ORDER BY before_run IS NULL
"""
_TAKE_OWNERS = """
UPDATE arriving.owner SET provider = (
    SELECT ifnull(h.provider, X'') FROM main.head AS h WHERE h.entity = owner.entity
)
WHERE provider IS NULL
"""
_MISFITS = """
SELECT r.id FROM arriving.owner AS o
LEFT JOIN main.head AS h ON h.entity = o.entity
JOIN arriving.revision AS r ON r.entity = o.entity
WHERE o.provider IS NULL OR h.kind <> o.kind OR ifnull(h.provider, X'') <> o.provider
      AND h.entity IS NOT NULL
LIMIT 1
"""
_FORKS = """
SELECT run, seq FROM arriving.revision GROUP BY run, seq HAVING count(*) > 1
UNION
SELECT a.run, a.seq FROM (SELECT DISTINCT run FROM arriving.revision) AS r
CROSS JOIN main.revision AS m ON m.run = r.run
CROSS JOIN arriving.revision AS a ON a.run = m.run AND a.seq = m.seq
ORDER BY 1, 2
"""
_INSERT_SLICE = """
INSERT INTO main.revision (id, entity, run, seq, content)
SELECT id, entity, run, seq, content FROM arriving.revision WHERE id >= ? AND id < ?
"""
_INSERT_PARENTS = """
INSERT OR IGNORE INTO main.parent (parent, revision)
SELECT parent, revision FROM arriving.parent
"""
_INSERT_HEADS = """
INSERT INTO main.head (entity, revision, kind, provider)
SELECT r.entity, r.id, o.kind, nullif(o.provider, X'')
FROM arriving.owner AS o CROSS JOIN arriving.revision AS r ON r.entity = o.entity
WHERE NOT EXISTS (SELECT 1 FROM main.parent AS p WHERE p.parent = r.id)
"""
_DELETE_HEADS = """
DELETE FROM main.head
WHERE (entity, revision) IN (SELECT entity, parent FROM arriving.parent)
"""
_NEW_HEADS = """
SELECT r.id, r.content FROM arriving.revision AS r
WHERE r.entity = ?1 AND NOT EXISTS (SELECT 1 FROM arriving.parent AS p WHERE p.parent = r.id)
"""
_OLD_HEADS = """
SELECT h.revision, m.content FROM main.head AS h JOIN main.revision AS m ON m.id = h.revision
WHERE h.entity = ?1
      AND NOT EXISTS (SELECT 1 FROM arriving.parent AS p WHERE p.parent = h.revision)
"""
_OF_KIND = """
SELECT r.content FROM arriving.owner AS o
CROSS JOIN arriving.revision AS r ON r.entity = o.entity WHERE o.kind = ?
"""
_KINDS = "SELECT kind, count(*) FROM arriving.revision GROUP BY kind ORDER BY kind"
_SEVERAL_HEADS = """
SELECT entity FROM arriving.owner AS o
WHERE (
    SELECT count(*) FROM arriving.revision AS r
    WHERE r.entity = o.entity
          AND NOT EXISTS (SELECT 1 FROM arriving.parent AS p WHERE p.parent = r.id)
) + (
    SELECT count(*) FROM main.head AS h
    WHERE h.entity = o.entity
          AND NOT EXISTS (SELECT 1 FROM arriving.parent AS p WHERE p.parent = h.revision)
) > 1
"""


class GapError(EvaluatorError):
    """Revisions that rest on others which are neither here nor in the package."""

    code = "gap"
    sentence = N_(
        "it continues from work that is not here ({count} records). "
        "Merge the earlier package of {author} first."
    )


class BrokenChainError(EvaluatorError):
    code = "broken_chain"
    sentence = N_("revision {revision} does not continue its own run.")


@dataclass(frozen=True)
class Plan:
    """What a union would bring; made before anything is written."""

    kinds: Mapping[str, int] = field(default_factory=dict)
    """New revisions by kind."""
    forks: tuple[tuple[str, int], ...] = ()
    """(run, seq) that two different revisions claim: a cloned laptop, both are kept."""
    purged: frozenset[str] = frozenset()
    """Digests of the personal objects that it erases."""

    @property
    def new(self) -> int:
        """How many revisions are new."""
        return sum(self.kinds.values())


def known_revisions(database: Database) -> Known:
    """Return the ids of all that is here, in one short look at the store."""
    ids = bytearray()
    for (name,) in database.each("SELECT id FROM revision ORDER BY id"):
        ids += name
    return Known(ids)


@contextmanager
def beside(database: Database, arriving: Arriving) -> Iterator["Union"]:
    """Attach one package's revisions to the store that they may go to."""
    [(cache,)] = database.rows("PRAGMA main.cache_size")
    with database.attached(arriving.path, "arriving"):
        database.rows(f"PRAGMA main.cache_size = {CACHE}")
        try:
            yield Union(database, arriving)
        finally:
            database.rows(f"PRAGMA main.cache_size = {cache}")


class Union:
    """A store and the revisions beside it."""

    def __init__(self, database: Database, arriving: Arriving) -> None:
        self._db = database
        self._arriving = arriving

    def plan(self, *, tips: Collection[str] = (), sender: str = "") -> Plan:
        """Find what is new and whether it is causally closed.

        `tips` are the last revisions of every run that `sender` says to have had: what is neither
        here nor arriving is a gap. Raises GapError, ForeignParentError, BrokenChainError,
        MixedRecordError.
        """
        # Seldom any: what was here when the package was read was left out then.
        self._db.rows("DELETE FROM arriving.revision WHERE id IN (SELECT id FROM main.revision)")
        self._check_closed()
        if lacking := len(tips) - self._found(tips):
            raise GapError(count=lacking, author=sender)
        self._db.rows(_TAKE_OWNERS)
        for (name,) in self._db.rows(_MISFITS):
            raise MixedRecordError(revision=name.hex()[:16])
        kinds = self._db.rows(_KINDS)
        forks = tuple((run.hex(), seq) for run, seq in self._db.rows(_FORKS))
        return Plan(dict(kinds), forks, frozenset(self._arriving.purged))

    def write(self, may_cancel: Callable[[], object] = lambda: None) -> set[str]:
        """Insert what is new and move the heads, inside a transaction; returns the providers.

        A revision that is new here is a head unless another names it as parent, whichever came
        first. `may_cancel` is called between the steps.
        """
        for number in range(_SLICES):
            may_cancel()
            self._db.rows(_INSERT_SLICE, *_slice(number))
        for statement in (_INSERT_PARENTS, _INSERT_HEADS, _DELETE_HEADS):
            may_cancel()
            self._db.rows(statement)
        rows = self._db.rows("SELECT DISTINCT provider FROM arriving.owner")
        return {provider.hex() for (provider,) in rows if provider}

    def heads_to_come(self) -> Iterator[list[tuple[Revision, Body | None]]]:
        """Yield the heads of each entity that it touches and that would then have several."""
        for (entity,) in self._db.rows(_SEVERAL_HEADS):
            rows = [*self._db.rows(_NEW_HEADS, entity), *self._db.rows(_OLD_HEADS, entity)]
            yield [read_stored(content) for _name, content in rows]

    def revisions(self, kinds: Iterable[str]) -> Iterator[tuple[Revision, Body | None]]:
        """Yield the new revisions of these kinds."""
        for kind in sorted(kinds):
            for (content,) in self._db.each(_OF_KIND, kind):
                yield read_stored(content)

    def _check_closed(self) -> None:
        """What the package alone could not tell: parents and predecessors that are here."""
        parents, prevs = self._db.rows(_LOOSE_PARENTS), self._db.rows(_LOOSE_PREVS)
        for name, found in parents[:1]:
            if found is not None:
                raise ForeignParentError(revision=name.hex()[:16])
        for name, found in prevs[:1]:
            if found is not None:
                raise BrokenChainError(revision=name.hex()[:16])
        if missing := parents + prevs:
            sql = "SELECT content FROM arriving.revision WHERE id = ?"
            authors = [read_stored(c)[0].author for (c,) in self._db.rows(sql, missing[0][0])]
            raise GapError(count=len(missing), author=next(iter(authors), ""))

    def _found(self, names: Collection[str]) -> int:
        """Count those that are here or arriving."""
        keys = [bytes.fromhex(name) for name in names]
        here = self._db.rows_in("SELECT id FROM main.revision WHERE id IN", keys)
        arriving = self._db.rows_in("SELECT id FROM arriving.revision WHERE id IN", keys)
        return len(list(here)) + len(list(arriving))


def _slice(number: int) -> tuple[bytes, bytes]:
    """Return the bounds of one part of all ids."""
    width = 256 // _SLICES
    end = (number + 1) * width
    return bytes([number * width]), bytes([end]) if end < 256 else b"\xff" * 33
