"""The history compared with itself and with the tables that are derived from it.

Apart from `history`, which trusts what was checked on its way in: here nothing is believed, and
every row beside the revisions is worked out again.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from evaluator_desktop.domain.bodies import provider_of
from evaluator_desktop.domain.history import (
    Revision,
    heads_of,
    revision_id,
)
from evaluator_desktop.domain.revision_reading import RevisionError, read_revision
from evaluator_desktop.store.database import Database
from evaluator_desktop.texts import _

_REVISIONS = "SELECT id, entity, run, seq, content FROM revision ORDER BY id"


@dataclass
class _Found:
    """What one reading of all revisions gives."""

    parents: dict[str, dict[str, tuple[str, ...]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    """By entity and revision."""
    kinds: dict[str, str] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    """The provider of each entity that has one."""
    places: dict[str, tuple[str, int]] = field(default_factory=dict)
    """Run and number of each revision."""
    previous: dict[str, str] = field(default_factory=dict)


def history_problems(database: Database) -> Iterator[str]:
    """Yield a sentence for everything that is not as it has to be; reads the whole history."""
    found = _Found()
    for name, entity, run, seq, content in database.each(_REVISIONS):
        columns = (entity.hex(), run.hex(), seq)
        problem = _read(found, name.hex(), columns, content)
        if problem:
            yield problem
    yield from _chain_problems(found)
    yield from _table_problems(database, found)
    yield from _personal_problems(database)


def _read(found: _Found, name: str, columns: tuple[str, str, int], content: bytes) -> str | None:
    differs = _("Revision {revision} does not match its digest.").format(revision=name[:16])
    if revision_id(content) != name:
        return differs
    try:
        revision, body = read_revision(content)
    except RevisionError as error:
        return str(error)
    _remember(found, name, revision)
    if body is not None and (owner := provider_of(revision.entity, body)):
        found.owners[revision.entity] = min(owner, found.owners.get(revision.entity, owner))
    return None if columns == (revision.entity, revision.run, revision.seq) else differs


def _remember(found: _Found, name: str, revision: Revision) -> None:
    found.parents[revision.entity][name] = tuple(revision.parents)
    found.kinds[revision.entity] = revision.kind
    found.places[name] = (revision.run, revision.seq)
    if revision.prev:
        found.previous[name] = revision.prev


def _chain_problems(found: _Found) -> Iterator[str]:
    """Gaps, and chains that are not in order."""
    named = {parent for of in found.parents.values() for ps in of.values() for parent in ps}
    for missing in sorted((named | set(found.previous.values())) - found.places.keys()):
        sentence = _("Revision {revision} is missing, others continue it.")
        yield sentence.format(revision=missing[:16])
    for name, previous in found.previous.items():
        run, seq = found.places[name]
        if found.places.get(previous, (run, seq - 1)) != (run, seq - 1):
            sentence = _("Revision {revision} does not continue its own run.")
            yield sentence.format(revision=name[:16])


def _table_problems(database: Database, found: _Found) -> Iterator[str]:
    parents = {
        (bytes.fromhex(parent), bytes.fromhex(name))
        for of in found.parents.values()
        for name, named in of.items()
        for parent in named
    }
    if parents != set(database.each("SELECT parent, revision FROM parent")):
        yield _("The table of what continues what is not that of the history.")
    heads: dict[str, set[tuple[str, str, str | None]]] = defaultdict(set)
    for entity, name, kind, provider in database.each("SELECT * FROM head"):
        heads[entity.hex()].add((name.hex(), kind, provider.hex() if provider else None))
    for entity in sorted(heads.keys() | found.parents.keys()):
        kind, owner = found.kinds.get(entity, ""), found.owners.get(entity)
        names = heads_of(found.parents[entity].items())
        if heads[entity] != {(name, kind, owner) for name in names}:
            sentence = _("The current versions of record {entity} are not those of the history.")
            yield sentence.format(entity=entity[:16])


def _personal_problems(database: Database) -> Iterator[str]:
    for digest, content in database.each("SELECT digest, content FROM personal"):
        if hashlib.sha256(content).digest() != digest:
            sentence = _("A personal object is damaged ({digest}).")
            yield sentence.format(digest=digest.hex()[:16])
