"""What the workbench reads: one provider with its rules applied, and what was last recorded.

An evaluator who has not submitted gets both without the others' ratings (D10a).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Body, Evidence, OutcomeRecord, Rating
from evaluator_desktop.domain.history import Revision
from evaluator_desktop.domain.scoring import RatingState
from evaluator_desktop.store.queries.providers import route
from evaluator_desktop.store.queries.seen import seen_part
from evaluator_desktop.store.reading import read_stored
from evaluator_desktop.store.workspace import Workspace

_REVISIONS = (
    "SELECT content FROM revision WHERE entity IN (SELECT entity FROM head WHERE provider = ? "
    "AND kind IN ('evidence', 'outcome', 'rating'))"
)
_LINES_KEPT = 20


@dataclass(frozen=True)
class RecordLine:
    """One action on an item: when (UTC, ISO), who, what, and the bodies it wrote."""

    at: str
    author: str
    action: str
    bodies: tuple[Evidence | OutcomeRecord | Rating, ...]


@dataclass(frozen=True)
class WorkbenchView:
    """All the workbench shows of one provider."""

    assessment: Assessment
    disputed: frozenset[str]
    """Items whose ratings differ too much; known even where the figures are hidden."""
    records: Mapping[str, tuple[RecordLine, ...]]
    """Of each item the last actions, newest first."""
    person: str
    is_blind: bool
    """Others' ratings were left out."""
    route: tuple[str, ...]
    """Providers of today's route, in the order of the visits."""


def workbench_view(workspace: Workspace, provider: str) -> WorkbenchView:
    """Read one provider for the person at the keyboard."""
    person, full = workspace.person, workspace.assessment(provider)
    shown, blind = seen_part(workspace, full)
    disputed = (i.item.id for i in full.items if i.rating.state is RatingState.DISPUTED)
    lines = _record_lines(workspace, provider, person if blind else None)
    return WorkbenchView(shown, frozenset(disputed), lines, person, blind, route(workspace))


def _record_lines(
    workspace: Workspace, provider: str, only: str | None
) -> Mapping[str, tuple[RecordLine, ...]]:
    """Group the revisions of each item by the action that wrote them; `only`: whose ratings."""
    members = workspace.joined.members(provider)
    rows = (row for p in members for row in workspace.database.rows(_REVISIONS, bytes.fromhex(p)))
    read = sorted(
        (read_stored(content) for (content,) in rows), key=lambda pair: (pair[0].at, pair[0].seq)
    )
    grouped: dict[tuple[str, str], list[tuple[Revision, Body]]] = {}
    for item, revision, body in _with_items(read):
        if only is None or not isinstance(body, Rating) or body.person == only:
            grouped.setdefault((item, revision.group), []).append((revision, body))
    lines: dict[str, list[RecordLine]] = defaultdict(list)
    for (item, _group), pairs in grouped.items():
        first = pairs[0][0]
        bodies = tuple(b for _r, b in pairs if isinstance(b, Evidence | OutcomeRecord | Rating))
        lines[item].append(RecordLine(first.at, first.author, first.action, bodies))
    return {item: tuple(reversed(found[-_LINES_KEPT:])) for item, found in lines.items()}


def _with_items(
    read: Iterable[tuple[Revision, Body | None]],
) -> Iterator[tuple[str, Revision, Body]]:
    """Name the item of each revision; of a withdrawn entity the body before stands in."""
    items: dict[str, str] = {}
    before: dict[str, Body] = {}
    for revision, now in read:
        body = now or before.get(revision.entity)
        if body is None:
            continue
        before[revision.entity] = body
        if isinstance(body, Evidence):
            items[revision.entity] = body.item
        item = items.get(body.evidence) if isinstance(body, OutcomeRecord) else None
        item = item or getattr(body, "item", None)
        if item is not None:
            yield item, revision, body
