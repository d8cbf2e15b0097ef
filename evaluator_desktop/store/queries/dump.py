"""The whole of a workspace as canonical lines: two with the same history give the same bytes.

A line begins with the id it is sorted by, so sorting the lines again changes nothing. Nothing of
this computer is in it and no personal object: bodies hold the digests of those only.
"""

from collections.abc import Generator
from itertools import groupby
from operator import itemgetter
from typing import Any

import msgspec

from evaluator_desktop.domain import canonical
from evaluator_desktop.domain.history import Revision
from evaluator_desktop.store.workspace import Workspace

_HEADS = (
    "SELECT h.entity, h.kind, r.id, r.content FROM head AS h JOIN revision AS r "
    "ON r.id = h.revision ORDER BY h.entity, r.id"
)
_read = msgspec.json.Decoder(Revision).decode


def history_lines(workspace: Workspace) -> Generator[bytes]:
    """Yield `{"id", "revision"}` of every revision, sorted by id."""
    for name, content in workspace.history.contents():
        yield b'{"id":"%s","revision":%s}' % (name.encode(), content)


def state_lines(workspace: Workspace) -> Generator[bytes]:
    """Yield `{"entity", "heads": [{"body", "revision"}], "kind"}` of every entity, by its id."""
    for entity, rows in groupby(workspace.database.each(_HEADS), key=itemgetter(0)):
        heads = list(rows)
        line = {
            "entity": entity.hex(),
            "heads": [_head(name, content) for _entity, _kind, name, content in heads],
            "kind": heads[0][1],
        }
        yield canonical.encode_checked(line)


def _head(name: bytes, content: bytes) -> dict[str, Any]:
    return {"body": _read(content).body, "revision": name.hex()}
