"""Personal objects, apart from the history that names them by digest only.

They alone can be erased: a `purge` revision says which are gone, and none that it names is ever
taken in again, whatever package brings it.
"""

from collections.abc import Iterable, Iterator

from evaluator_desktop.domain.bodies import Purge, personal_of
from evaluator_desktop.store.database import Database
from evaluator_desktop.store.reading import read_stored

_INSERT = "INSERT OR IGNORE INTO personal (digest, content) VALUES (?, ?)"
_HEADS = (
    "SELECT revision.content FROM head JOIN revision ON revision.id = head.revision "
    "WHERE head.kind = 'purge'"
)


def objects(
    database: Database, digests: Iterable[str] | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield (digest, bytes) of those that are here, of all or of those asked for."""
    if digests is None:
        for digest, content in database.each("SELECT digest, content FROM personal"):
            yield digest.hex(), content
        return
    sql = "SELECT digest, content FROM personal WHERE digest IN"
    for digest, content in database.rows_in(sql, map(bytes.fromhex, digests)):
        yield digest.hex(), content


def named_by(database: Database, entity: str) -> set[str]:
    """Return the digests of all objects that any version of an entity ever named."""
    sql = "SELECT content FROM revision WHERE entity = ?"
    rows = database.rows(sql, bytes.fromhex(entity))
    return {digest for (content,) in rows for digest in personal_of(read_stored(content)[1])}


def is_here(database: Database, digest: str) -> bool:
    return bool(database.rows("SELECT 1 FROM personal WHERE digest = ?", bytes.fromhex(digest)))


def insert(database: Database, found: Iterable[tuple[str, bytes]]) -> None:
    """Add (digest, bytes) of objects, inside a transaction."""
    database.write_many(_INSERT, ((bytes.fromhex(d), content) for d, content in found))


def purged(database: Database) -> set[str]:
    """Return the digests of all objects that were erased, here or elsewhere."""
    bodies = (read_stored(content)[1] for (content,) in database.rows(_HEADS))
    return {body.personal for body in bodies if isinstance(body, Purge)}


def remove(database: Database, digests: Iterable[str]) -> int:
    """Erase objects, inside a transaction; returns how many were here.

    `Database.forget` afterwards, or the journal still holds what they said.
    """
    keys = [(bytes.fromhex(digest),) for digest in digests]
    return database.write_many("DELETE FROM personal WHERE digest = ?", keys)
