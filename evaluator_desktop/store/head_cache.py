"""Heads that were read before: a revision never changes, so its bytes are worked out once.

Apart because it may be emptied at any moment and nobody sees a difference but the clock: after
one changed rating a provider with 5 000 customers is read again, and all but one head is known.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from evaluator_desktop.domain.history import Entity
from evaluator_desktop.store.database import Database
from evaluator_desktop.store.reading import read_head

MOST = 20_000
"""Heads that are kept, about 20 MB of them."""
_CONTENTS = "SELECT id, content FROM revision WHERE id IN"

Row = tuple[bytes, bytes, str]
"""Entity, revision and kind of one head."""


class HeadCache:
    """Reads heads through a memory of those read before."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._known: dict[bytes, Entity[Any]] = {}
        """By revision, as if it were the only head of its entity."""

    def entities(self, rows: Sequence[Row]) -> list[Entity[Any]]:
        """Return the entities whose heads these rows name, in the order of the rows.

        A head whose revision is gone, in a damaged store, is passed over; `check` names it.
        """
        known = self._read(rows)
        found: dict[tuple[bytes, str], Entity[Any]] = {}
        for entity, revision, kind in rows:
            alone = known.get(revision)
            before = found.get((entity, kind))
            if alone is not None:
                found[entity, kind] = _joined(before, alone) if before else alone
        return list(found.values())

    def _read(self, rows: Sequence[Row]) -> dict[bytes, Entity[Any]]:
        missing = [revision for _, revision, _ in rows if revision not in self._known]
        if len(self._known) + len(missing) > MOST:
            self._known = {}
            missing = [revision for _, revision, _ in rows]
        known = self._known if len(missing) <= MOST else {}
        known.update(
            (revision, read_head(revision, content))
            for revision, content in self._db.rows_in(_CONTENTS, missing)
        )
        return known


def group_heads(rows: Iterable[tuple[bytes, bytes]]) -> list[Entity[Any]]:
    """Make entities of (revision id, content) rows of heads."""
    found: dict[tuple[str, str], Entity[Any]] = {}
    for revision, content in rows:
        alone = read_head(revision, content)
        before = found.get((alone.id, alone.kind))
        found[alone.id, alone.kind] = _joined(before, alone) if before else alone
    return list(found.values())


def _joined(before: Entity[Any], more: Entity[Any]) -> Entity[Any]:
    heads = sorted((*before.heads, *more.heads), key=lambda head: head.revision)
    return Entity(before.id, before.kind, tuple(heads))
