"""What the merge page reads of the history."""

from typing import Any

from evaluator_desktop.domain.bodies import Body, provider_of
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.store.head_cache import group_heads
from evaluator_desktop.store.workspace import Workspace

_SEVERAL_HEADS = (
    "SELECT r.id, r.content FROM head AS h JOIN revision AS r ON r.id = h.revision "
    "WHERE h.entity IN (SELECT entity FROM head GROUP BY entity HAVING count(*) > 1)"
)
_PARENTS = "SELECT parent FROM parent WHERE revision = ?"


def entities_with_several_heads(workspace: Workspace) -> list[Entity[Any]]:
    """Return the entities that more than one revision is current of, agreeing or not.

    Those of joined providers are read as one, so their heads may come from several entities.
    """
    found = group_heads(workspace.database.rows(_SEVERAL_HEADS))
    if not (joined := workspace.joined).groups:
        return found
    alone = [entity for entity in found if _owner(entity) not in joined.everybody]
    records = (workspace.record(staying) for staying in joined.groups)
    together = (e for record in records for of in record.entities.values() for e in of)
    return [*alone, *(entity for entity in together if len(entity.heads) > 1)]


def _owner(entity: Entity[Any]) -> str | None:
    bodies = (head.body for head in entity.heads if head.body is not None)
    return next((provider_of(entity.id, body) for body in bodies), None)


def base_of(workspace: Workspace, entity: Entity[Any]) -> Body | None:
    """Return the nearest state that all heads descend from, None where there is none."""
    nearest = base_revision(workspace, entity)
    return workspace.history.revision(nearest)[1] if nearest else None


def base_revision(workspace: Workspace, entity: Entity[Any]) -> str | None:
    """Return the id of the nearest revision that all heads descend from."""
    lines = [_ancestors(workspace, head.revision) for head in entity.heads]
    shared = set(lines[0]).intersection(*lines[1:]) if lines else set()
    return next((name for name in lines[0] if name in shared), None) if lines else None


def _ancestors(workspace: Workspace, revision: str) -> list[str]:
    """Return a revision's ancestors, the nearest first, itself left out."""
    found: dict[str, None] = {}
    waiting = [bytes.fromhex(revision)]
    while waiting:
        parents = [row[0] for name in waiting for row in workspace.database.rows(_PARENTS, name)]
        waiting = [parent for parent in parents if parent.hex() not in found]
        found.update(dict.fromkeys(parent.hex() for parent in parents))
    return list(found)
