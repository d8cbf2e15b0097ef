"""What the merge page reads beside the conflicts themselves.

Where each version came from, and what a package that is not merged yet would bring to collide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from evaluator_desktop.domain.bodies import Alias, Body, Evidence, provider_of
from evaluator_desktop.domain.history import Entity, Revision, agree
from evaluator_desktop.domain.joining import as_one, joined_by
from evaluator_desktop.store.device import TrustedDevices
from evaluator_desktop.store.head_cache import group_heads
from evaluator_desktop.store.queries.conflicts import base_revision
from evaluator_desktop.store.queries.seen import Veil
from evaluator_desktop.store.union import Union
from evaluator_desktop.store.workspace import Workspace


@dataclass(frozen=True)
class Version:
    """One state of an entity: who recorded it, when (UTC, a clock's claim), on which laptop."""

    author: str
    at: str
    laptop: str
    """The laptop's own name, else the first digits of its fingerprint."""
    body: Body | None


_TO_COME = """
SELECT r.id, r.content FROM arriving.owner AS o JOIN arriving.revision AS r ON r.entity = o.entity
WHERE o.{column} = ?1
      AND NOT EXISTS (SELECT 1 FROM arriving.parent AS p WHERE p.parent = r.id)
UNION ALL
SELECT h.revision, m.content FROM main.head AS h JOIN main.revision AS m ON m.id = h.revision
WHERE h.{column} = ?1
      AND NOT EXISTS (SELECT 1 FROM arriving.parent AS p WHERE p.parent = h.revision)
"""
_ALIASES, _OF_PROVIDER = (_TO_COME.format(column=column) for column in ("kind", "provider"))


def conflicts_to_come(workspace: Workspace, union: Union) -> int:
    """Count the entities that would be in conflict once it is written, of those it touches.

    What belongs to joined providers is read as one before it is counted.
    """
    rows = workspace.database.rows
    joined = joined_by(group_heads(rows(_ALIASES, Alias.kind)))
    alone = (heads for heads in union.heads_to_come() if _owner(heads) not in joined.everybody)
    count = sum(not agree([body for _, body in heads]) for heads in alone)
    for staying, members in joined.groups.items():
        found = (group_heads(rows(_OF_PROVIDER, bytes.fromhex(one))) for one in members)
        count += sum(e.in_conflict for e in as_one(staying, (e for of in found for e in of)))
    open_now = sum(len(workspace.record(one).conflicts) for one in workspace.joined.groups)
    return max(0, count - open_now)


def _owner(heads: Sequence[tuple[Revision, Body | None]]) -> str | None:
    return next((provider_of(r.entity, body) for r, body in heads if body is not None), None)


class Laptops:
    """Names of the devices that this computer knows."""

    def __init__(self, workspace: Workspace) -> None:
        self._names = {d.fingerprint: _own_name(d.label) for d in TrustedDevices().all()}
        self._names[workspace.device.fingerprint] = workspace.device.label

    def name(self, fingerprint: str) -> str:
        """Return what a device calls itself."""
        return self._names.get(fingerprint, fingerprint.partition("-")[0])


def versions_of(
    workspace: Workspace, entity: Entity[Any], laptops: Laptops
) -> tuple[Version | None, tuple[Version, ...]]:
    """Return the state all heads descend from, None where there is none, and the heads."""
    base, veil = base_revision(workspace, entity), Veil(workspace)
    heads = tuple(_version(workspace, head.revision, laptops, veil) for head in entity.heads)
    return _version(workspace, base, laptops, veil) if base else None, heads


def file_of(workspace: Workspace, evidence: str) -> Evidence | None:
    """Return what was last recorded of a piece of evidence."""
    entity = workspace.history.entity(evidence)
    bodies = [head.body for head in entity.heads if head.body is not None] if entity else []
    return next((body for body in bodies if isinstance(body, Evidence)), None)


def _version(workspace: Workspace, name: str, laptops: Laptops, veil: Veil) -> Version:
    revision, body = workspace.history.revision(name)
    return Version(revision.author, revision.at, laptops.name(revision.device), veil.veiled(body))


def _own_name(label: str) -> str:
    """Trusted devices are kept as “person · laptop”."""
    return label.rpartition(" · ")[2]
