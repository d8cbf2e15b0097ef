"""The history page by page, the newest first, for the people who look through it.

Apart from `history`, which gives all of it at once: here only what is on a page is read whole, so
that a hundred thousand revisions take a fraction of a second and no memory to speak of.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nlargest

import msgspec

from evaluator_desktop.domain.bodies import Body
from evaluator_desktop.domain.history import Revision
from evaluator_desktop.store.projections import found_by
from evaluator_desktop.store.queries.seen import Veil
from evaluator_desktop.store.reading import read_stored
from evaluator_desktop.store.workspace import Workspace

PAGE = 200
Place = tuple[str, str, int, str]
"""What entries are sorted by: the clock's claim, run, number, id."""
_ENTITIES = "SELECT entity FROM head WHERE provider IN"
_OF_ENTITIES = "SELECT id, content FROM revision WHERE entity IN"
_ALL = "SELECT id, content FROM revision"


@dataclass(frozen=True)
class Wanted:
    """What is looked for; "" is everything. `text` finds providers as lists do."""

    text: str = ""
    person: str = ""
    kind: str = ""


@dataclass(frozen=True)
class AuditEntry:
    """One revision; `old` is the state its author had on screen.

    Of ratings that this person may not see yet (D10a) value and reason are empty: `is_hidden`.
    """

    id: str
    revision: Revision
    provider: str
    """Its name, "" for what belongs to the whole round."""
    old: Body | None
    new: Body | None
    is_hidden: bool


@dataclass(frozen=True)
class AuditPage:
    """One page of what was found."""

    entries: tuple[AuditEntry, ...]
    total: int
    """Found in all."""
    last: Place | None
    """Where the next page goes on, None on the last one."""
    authors: tuple[str, ...]
    """Of everything that was looked through, whoever is wanted."""


class _Light(msgspec.Struct):
    at: str
    author: str
    kind: str
    run: str
    seq: int


_light = msgspec.json.Decoder(_Light)


def audit_page(workspace: Workspace, wanted: Wanted, after: Place | None = None) -> AuditPage:
    """Return the entries that follow `after`, the newest of all without it."""
    found = _Found(wanted, after)
    places = nlargest(PAGE + 1, found.places(_rows(workspace, wanted.text)))
    shown = places[:PAGE]
    return AuditPage(
        tuple(_entries(workspace, [place[-1] for place in shown])),
        found.total,
        shown[-1] if len(places) > PAGE else None,
        tuple(sorted(found.authors)),
    )


class _Found:
    """Sifts the rows and counts what passes."""

    def __init__(self, wanted: Wanted, after: Place | None) -> None:
        self._wanted, self._after = wanted, after
        self.total = 0
        self.authors: set[str] = set()

    def places(self, rows: Iterator[tuple[bytes, bytes]]) -> Iterator[Place]:
        """Yield the places of entries that are wanted and come after."""
        wanted, after = self._wanted, self._after
        for name, content in rows:
            entry = _light.decode(content)
            self.authors.add(entry.author)
            if wanted.person not in ("", entry.author) or wanted.kind not in ("", entry.kind):
                continue
            self.total += 1
            place = (entry.at, entry.run, entry.seq, name.hex())
            if after is None or place < after:
                yield place


def _rows(workspace: Workspace, text: str) -> Iterator[tuple[bytes, bytes]]:
    database = workspace.database
    if not text.strip():
        return database.each(_ALL)
    rows = found_by(workspace.projections.all(), text.strip())
    members = {one for row in rows for one in workspace.joined.members(row.provider)}
    owned = database.rows_in(_ENTITIES, (bytes.fromhex(member) for member in sorted(members)))
    return database.rows_in(_OF_ENTITIES, sorted({entity for (entity,) in owned}))


def _entries(workspace: Workspace, names: list[str]) -> Iterator[AuditEntry]:
    veil, owners = Veil(workspace), dict[str, str]()
    for name in names:
        revision, body = workspace.history.revision(name)
        before = _before(workspace, revision)
        if revision.entity not in owners:
            owners[revision.entity] = _owner(workspace, revision.entity)
        yield AuditEntry(
            name,
            revision,
            owners[revision.entity],
            veil.veiled(before),
            veil.veiled(body),
            veil.hides(body) or veil.hides(before),
        )


def _before(workspace: Workspace, revision: Revision) -> Body | None:
    sql = "SELECT content FROM revision WHERE id = ?"
    for parent in revision.parents[:1]:
        for (content,) in workspace.database.rows(sql, bytes.fromhex(parent)):
            return read_stored(content)[1]
    return None


def _owner(workspace: Workspace, entity: str) -> str:
    provider = workspace.history.provider_of(entity)
    row = workspace.projections.get(workspace.joined.staying(provider)) if provider else None
    return row.name if row else ""
