"""Conflicts that were ended, as they were when somebody decided; apart from those still open."""

from dataclasses import dataclass
from typing import Any

from evaluator_desktop.domain.bodies import Resolution
from evaluator_desktop.domain.history import Entity, Head
from evaluator_desktop.operations.conflicts import Conflict, Records, describe
from evaluator_desktop.store.workspace import Workspace


@dataclass(frozen=True)
class Settled:
    """A conflict that somebody ended: as it was, who ended it, when (UTC) and how."""

    conflict: Conflict
    author: str
    at: str
    note: Resolution

    @property
    def taken(self) -> int | None:
        """The number of the head that was taken, from 1; None for a state written by hand."""
        heads = self.conflict.entity.head_ids
        return heads.index(self.note.taken) + 1 if self.note.taken in heads else None


def settled(workspace: Workspace, most: int) -> list[Settled]:
    """Return the conflicts that were settled last, at most so many, the newest first."""
    entities = workspace.history.entities(kind=Resolution.kind)
    last = sorted((entity.last for entity in entities), key=lambda head: head.at, reverse=True)
    notes = [(head, head.body) for head in last if isinstance(head.body, Resolution)]
    records = Records()
    return [
        Settled(
            describe(workspace, _as_it_was(workspace, note), records), head.author, head.at, note
        )
        for head, note in notes[:most]
    ]


def _as_it_was(workspace: Workspace, note: Resolution) -> Entity[Any]:
    heads, kind = [], ""
    for name in sorted(note.covers):
        revision, body = workspace.history.revision(name)
        heads.append(Head(name, revision.author, revision.at, body))
        kind = revision.kind
    return Entity(note.entity, kind, tuple(heads))
