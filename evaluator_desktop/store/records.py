"""Reading everything that is recorded of one provider, or of several that were joined, as one."""

from collections.abc import Sequence
from typing import Any

from evaluator_desktop.domain.bodies import Evidence, personal_of
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.joining import as_one
from evaluator_desktop.domain.record import ProviderRecord, group_entities
from evaluator_desktop.store.evidence_files import EvidenceFiles
from evaluator_desktop.store.history import History


def entities_of(
    history: History, members: Sequence[str], kind: str | None = None
) -> list[Entity[Any]]:
    """Return the entities of these providers, of all kinds or of one, read as those of one."""
    found = [e for one in members for e in history.entities(provider=one, kind=kind)]
    return as_one(members[0], found) if len(members) > 1 else found


def read_record(
    history: History, files: EvidenceFiles, members: Sequence[str], *, personal: bool
) -> ProviderRecord:
    """Read the record of these providers, the one that stays first."""
    entities = entities_of(history, members)
    bodies = [head.body for entity in entities for head in entity.heads]
    named = {(b.digest, b.size) for b in bodies if isinstance(b, Evidence) and not b.removed}
    found = {digest for body in bodies for digest in personal_of(body)} if personal else ()
    return ProviderRecord(
        members[0],
        group_entities(entities),
        frozenset(digest for digest, size in named if not files.present(digest, size)),
        history.personal(found) if personal else None,
        tuple(members) if len(members) > 1 else (),
    )
