"""Half-typed text as a file of its own, for when the store takes nothing any more.

Apart from `drafts`, which every start of the window loads.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from evaluator_desktop.domain.bodies import Evidence
from evaluator_desktop.exchange.medium import placed
from evaluator_desktop.store.database import sync_file
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import language

_ID = re.compile("[0-9a-f]{32}")


def owners(workspace: Workspace, keys: Iterable[str]) -> dict[str, str]:
    """Say in words what the things of these keys are; a key that names nothing is left out.

    Customers are not named: what is said of them may lie on paper.
    """
    words = {key: [w for part in key.split("/") for w in _owner(workspace, part)] for key in keys}
    return {key: " · ".join(found) for key, found in words.items() if found}


def _owner(workspace: Workspace, part: str) -> list[str]:
    """Name the provider, the item or the file that one part of a key stands for."""
    if part in (items := {item.id: item for item in workspace.scheme.items}):
        return [items[part].name.text(language())]
    if not _ID.fullmatch(part) or (provider := workspace.history.provider_of(part)) is None:
        return []
    row = workspace.projections.get(workspace.joined.staying(provider))
    found = [row.name] if row is not None else []
    entity = workspace.history.entity(part)
    bodies = [head.body for head in entity.heads] if entity is not None else []
    if bodies and isinstance(bodies[0], Evidence):
        found += [*_owner(workspace, bodies[0].item), bodies[0].name]
    return found


def save_as_text(target: Path, text: str) -> None:
    """Write text for people to a new file, as the editors of offices read it.

    Raises FileProblemError, DiskFullError.
    """
    content = text.encode("utf-8-sig", "replace")
    with placed([target], len(content)) as [part]:
        part.write_bytes(content)
        sync_file(part)
