"""What the merge page reads beside the conflicts themselves.

Where each version came from, and what a package that is not merged yet would bring to collide.
"""

from dataclasses import dataclass
from typing import Any

from evaluator_desktop.domain.bodies import Body, Evidence
from evaluator_desktop.domain.history import Entity, agree
from evaluator_desktop.store.device import TrustedDevices
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


def conflicts_to_come(union: Union) -> int:
    """Count the entities that would be in conflict once it is written, of those it touches."""
    return sum(not agree([body for _, body in heads]) for heads in union.heads_to_come())


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
