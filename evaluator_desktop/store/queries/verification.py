"""What the verification page reads of the evidence of all providers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evaluator_desktop.domain.bodies import Evidence, OutcomeRecord
from evaluator_desktop.domain.names import Name
from evaluator_desktop.domain.verification import NEEDS_NOTE, Outcome
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.workspace import Workspace


@dataclass(frozen=True)
class QueueRow:
    """One piece of evidence that was not removed, with what was found about it."""

    provider: Summary
    item: Name
    item_number: int
    """From 1, in the document's order."""
    evidence: str
    body: Evidence
    added_at: str
    added_by: str
    outcome: Outcome
    """D3: pending while it is in conflict."""
    record: OutcomeRecord | None
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
    history = workspace.history
    items = {item.id: (n, item.name) for n, item in enumerate(workspace.scheme.items, start=1)}
    outcomes = {
        next(head.body.evidence for head in entity.heads if head.body): entity
        for entity in history.entities(kind=OutcomeRecord.kind)
        if any(head.body for head in entity.heads)
    }
    there: dict[str, bool] = {}
    for entity in history.entities(kind=Evidence.kind):
        body = entity.body or entity.last.body
        provider = providers.get(workspace.joined.staying(body.provider)) if body else None
        if body is None or body.removed or provider is None:
            continue
        if body.digest not in there:
            there[body.digest] = workspace.evidence_files.present(body.digest)
        number, name = items.get(body.item, (len(items) + 1, Name(body.item, body.item)))
        found = outcomes.get(entity.id)
        record = found.body if found else None
        yield QueueRow(
            provider=provider,
            item=name,
            item_number=number,
            evidence=entity.id,
            body=body,
            added_at=entity.last.at,
            added_by=entity.last.author,
            outcome=Outcome(record.outcome) if record else Outcome.PENDING,
            record=record,
            file_missing=not there[body.digest],
            in_conflict=entity.in_conflict or bool(found and found.in_conflict),
        )
