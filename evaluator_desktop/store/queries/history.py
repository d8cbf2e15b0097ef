"""The history as a list: who recorded what and when, with the state before."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from evaluator_desktop.domain.history import Revision, read_stored
from evaluator_desktop.store.workspace import Workspace

_ALL = "SELECT id, content FROM revision"
_OF_PROVIDER = (
    "SELECT id, content FROM revision WHERE entity IN (SELECT entity FROM head WHERE provider = ?)"
)


@dataclass(frozen=True)
class Entry:
    """One revision; `old` is the state its author had on screen, None for a new entity."""

    id: str
    revision: Revision
    old: Any
    new: Any


def history_entries(workspace: Workspace, provider: str | None = None) -> Iterator[Entry]:
    """Yield the history, or a provider's part of it, by the clock's claim, then by run and seq.

    Personal objects are not in it: bodies hold their digests only.
    """
    rows = (
        workspace.database.rows(_ALL)
        if provider is None
        else workspace.database.rows(_OF_PROVIDER, bytes.fromhex(provider))
    )
    read = {name.hex(): read_stored(content)[0] for name, content in rows}
    for name, revision in sorted(
        read.items(), key=lambda pair: (pair[1].at, pair[1].run, pair[1].seq, pair[0])
    ):
        parent = read.get(revision.parents[0]) if revision.parents else None
        old = None if parent is None else json.loads(bytes(parent.body))
        yield Entry(name, revision, old, json.loads(bytes(revision.body)))
