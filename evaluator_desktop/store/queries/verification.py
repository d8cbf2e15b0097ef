"""What the verification page reads of the evidence of all providers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from evaluator_desktop.domain.bodies import Body, Evidence, OutcomeRecord
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.names import Name
from evaluator_desktop.domain.verification import NEEDS_NOTE, Outcome
from evaluator_desktop.store.head_cache import group_heads
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.workspace import Workspace

B = TypeVar("B", bound=Body)
_HEADS = (
    "SELECT h.entity, h.revision, r.content FROM head AS h JOIN revision AS r ON r.id = h.revision "
    "WHERE h.kind = ? ORDER BY h.entity"
)


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person found about a piece of evidence."""

    method: str
    evaluator: str
    on: str
    note: str


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One piece of evidence that was not removed, with what was found about it.

    There may be sixty thousand, so it holds what the page shows and no more.
    """

    provider: Summary
    item: Name
    item_number: int
    """From 1, in the document's order."""
    evidence: str
    name: str
    digest: str
    size: int
    added_at: str
    added_by: str
    outcome: Outcome
    """D3: pending while it is in conflict."""
    record: Judged | None
    file_missing: bool
    in_conflict: bool

    @property
    def note_due(self) -> bool:
        """D4: the outcome needs a note that is not there yet."""
        return self.outcome in NEEDS_NOTE and not (self.record and self.record.note.strip())

    @property
    def is_pending(self) -> bool:
        return self.outcome is Outcome.PENDING

    @property
    def has_problem(self) -> bool:
        """Something a lead will ask about: not simply verified, or the file is not here."""
        return self.outcome in NEEDS_NOTE or self.file_missing or self.in_conflict


@dataclass(frozen=True)
class Queue:
    """Rows by provider's name, then in the order of the document and of adding."""

    rows: tuple[QueueRow, ...]


def evidence_queue(workspace: Workspace) -> Queue:
    """Read the evidence of the whole round."""
    providers = {row.provider: row for row in workspace.projections.all()}
    rows = sorted(
        _rows(workspace, providers),
        key=lambda row: (*row.provider.by_name, row.item_number, row.evidence),
    )
    return Queue(tuple(rows))


def _rows(workspace: Workspace, providers: Mapping[str, Summary]) -> Iterator[QueueRow]:
    items = {item.id: (n, item.name) for n, item in enumerate(workspace.scheme.items, start=1)}
    found, same = _outcomes(workspace), _Same()
    there: dict[str, bool] = {}
    for entity in _entities(workspace, Evidence):
        body = entity.body or entity.last.body
        provider = providers.get(workspace.joined.staying(body.provider)) if body else None
        if body is None or body.removed or provider is None:
            continue
        if body.digest not in there:
            there[body.digest] = workspace.evidence_files.present(body.digest)
        number, name = items.get(body.item, (len(items) + 1, Name(body.item, body.item)))
        outcome, record, differs = found.get(entity.id, _UNJUDGED)
        yield QueueRow(
            provider=provider,
            item=name,
            item_number=number,
            evidence=entity.id,
            name=same[body.name],
            digest=body.digest,
            size=body.size,
            added_at=same[entity.last.at],
            added_by=same[entity.last.author],
            outcome=outcome,
            record=record,
            file_missing=not there[body.digest],
            in_conflict=entity.in_conflict or differs,
        )


_Found = tuple[Outcome, Judged | None, bool]
"""Of a piece of evidence; the last says whether laptops differ about it."""
_UNJUDGED: _Found = (Outcome.PENDING, None, False)


class _Same(dict[str, str]):
    """Gives equal texts as one: a decoder makes each of them anew."""

    def __missing__(self, text: str) -> str:
        return self.setdefault(text, text)


def _outcomes(workspace: Workspace) -> Mapping[str, _Found]:
    """Return what was found, by evidence."""
    found, same = dict[str, _Found](), _Same()
    for entity in _entities(workspace, OutcomeRecord):
        named = next((head.body for head in entity.heads if head.body), None)
        if named is None:
            continue
        body, judged, outcome = entity.body, None, Outcome.PENDING
        if body is not None:
            texts = (body.method, body.evaluator, body.on, body.note)
            judged, outcome = Judged(*(same[text] for text in texts)), Outcome(body.outcome)
        found[named.evidence] = outcome, judged, entity.in_conflict
    return found


def _entities(workspace: Workspace, kind: type[B]) -> Iterator[Entity[B]]:
    """Yield the entities of a kind one by one, however many there are."""
    rows = workspace.database.each(_HEADS, kind.kind)
    for _entity, heads in groupby(rows, key=itemgetter(0)):
        yield from group_heads((revision, content) for _, revision, content in heads)
