"""Which packages were merged into this workspace: a local log that never travels."""

from collections.abc import Iterator

import msgspec

from evaluator_desktop.store.workspace import Workspace

_LOG = "SELECT package, file, at, content FROM merge_log ORDER BY at, id"
_NEWEST = "SELECT file, at, content FROM merge_log ORDER BY id DESC"


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
    backup: str = ""
    before: int = 0
    after: int = 0
    batch: str = ""


class LoggedMerge(msgspec.Struct, frozen=True):
    """One merge as its backup has it: the file's name, and revisions before and after.

    What was merged by one call has one `batch`, and one `backup` and `before` where nothing was
    saved between its packages.
    """

    file: str
    at: str
    backup: str
    before: int
    after: int
    batch: str


def last_merges(workspace: Workspace) -> list[LoggedMerge]:
    """Return the packages of the last backup before a merge, in the order they came in."""
    found: list[LoggedMerge] = []
    rows = workspace.database.rows(_NEWEST)
    for file, at, content in rows:
        said = msgspec.json.decode(content, type=_Content)
        if not said.backup or (found and said.backup != found[0].backup):
            break
        found.append(LoggedMerge(file, at, said.backup, said.before, said.after, said.batch))
    return found[::-1]


def merged_packages(workspace: Workspace) -> Iterator[MergedPackage]:
    """Yield the packages in the order they came in."""
    from evaluator_desktop.store.queries.merge import Laptops  # `last_merges` needs none of it

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
