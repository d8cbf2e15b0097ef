"""The history as a list: who recorded what and when, with the state before."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Any

from evaluator_desktop.domain.history import Revision
from evaluator_desktop.store.queries.seen import Veil
from evaluator_desktop.store.reading import read_stored
from evaluator_desktop.store.workspace import Workspace

_ALL = "SELECT id, content FROM revision"
_OF_PROVIDER = (
    "SELECT id, content FROM revision WHERE entity IN (SELECT entity FROM head WHERE provider = ?)"
)
_HIDDEN_FIELDS = ("value", "reason")


@dataclass(frozen=True)
class Entry:
    """One revision; `old` is the state its author had on screen, None for a new entity."""

    id: str
    revision: Revision
    old: Any
    new: Any


def history_entries(workspace: Workspace, provider: str | None = None) -> Iterator[Entry]:
    """Yield the history, or the part of a provider and those joined with it, by the clock's claim.

    What the clock puts at one moment comes after what it builds on, then by run and seq.

    Personal objects are not in it: bodies hold their digests only. Of ratings that this person
    may not see yet (D10a) the value and the reason are null.
    """
    rows = (
        workspace.database.rows(_ALL)
        if provider is None
        else [
            row
            for member in workspace.joined.members(provider)
            for row in workspace.database.rows(_OF_PROVIDER, bytes.fromhex(member))
        ]
    )
    veil = Veil(workspace)
    read, hidden = dict[str, Revision](), set[str]()
    for name, content in rows:
        read[name.hex()], body = read_stored(content)
        hidden |= {name.hex()} if veil.hides(body) else set()
    depths = _depths(read)

    def place(name: str) -> tuple[str, int, str, int, str]:
        revision = read[name]
        return revision.at, depths[name], revision.run, revision.seq, name

    for name in sorted(read, key=place):
        revision = read[name]
        before = revision.parents[0] if revision.parents else ""
        old = _state(read[before], before in hidden) if before in read else None
        yield Entry(name, revision, old, _state(revision, name in hidden))


def _depths(read: Mapping[str, Revision]) -> dict[str, int]:
    """Return how many revisions each builds on, one upon the other."""
    parents = {name: [p for p in r.parents if p in read] for name, r in read.items()}
    depths: dict[str, int] = {}
    for name in TopologicalSorter(parents).static_order():
        depths[name] = max((depths[p] + 1 for p in parents[name]), default=0)
    return depths


def _state(revision: Revision, is_hidden: bool) -> Any:
    state = json.loads(bytes(revision.body))
    return state | dict.fromkeys(_HIDDEN_FIELDS) if is_hidden else state
