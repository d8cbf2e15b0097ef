"""Which packages were merged into this workspace: a local log that never travels."""

from collections.abc import Iterator

import msgspec

from evaluator_desktop.store.queries.merge import Laptops
from evaluator_desktop.store.workspace import Workspace

_LOG = "SELECT package, file, at, content FROM merge_log ORDER BY at, id"


class MergedPackage(msgspec.Struct, frozen=True):
    """One package that came in; `at` (UTC) is when it was merged here."""

    number: str
    file: str
    at: str
    person: str
    laptop: str
    """The laptop's own name, else the first digits of its fingerprint."""
    revisions: int
    evidence: int
    by: str
    """Who merged it; "" in logs of old."""


class _Content(msgspec.Struct):
    person: str
    device: str
    revisions: int
    evidence: int
    by: str = ""


def merged_packages(workspace: Workspace) -> Iterator[MergedPackage]:
    """Yield the packages in the order they came in."""
    laptops = Laptops(workspace)
    for number, file, at, content in workspace.database.rows(_LOG):
        said = msgspec.json.decode(content, type=_Content)
        yield MergedPackage(
            number=number.hex(),
            file=file,
            at=at,
            person=said.person,
            laptop=laptops.name(said.device),
            revisions=said.revisions,
            evidence=said.evidence,
            by=said.by,
        )
