"""What is still to do at a provider, in the order of the page: F3 goes from one to the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from evaluator_desktop.domain.assessment import EvidenceAssessment, ItemAssessment
from evaluator_desktop.domain.verification import Outcome
from evaluator_desktop.store.queries.workbench import WorkbenchView


class Field(IntEnum):
    """Where the focus goes; within an item in this order."""

    EVIDENCE = 0
    RATING = 1
    REASON = 2


@dataclass(frozen=True, order=True)
class Todo:
    """A place of the page: item and row by number from 0.

    The row behind the last file stands for evidence that is missing.
    """

    item: int
    field: Field
    row: int = -1
    is_note: bool = False


def todos(view: WorkbenchView) -> list[Todo]:
    """Return everything that is to do, by place."""
    found = [t for n, item in enumerate(view.assessment.items) for t in _of_item(view, n, item)]
    return sorted(found)


def next_todo(view: WorkbenchView, here: Todo, step: int) -> Todo | None:
    """Return the to-do after `here` (step 1) or before it (-1), round the end; None: all done."""
    found = todos(view)
    place = (here.item, here.field, here.row)
    beyond = [t for t in found if ((t.item, t.field, t.row) > place) == (step > 0)]
    beyond = [t for t in beyond if (t.item, t.field, t.row) != place] or found
    if not beyond:
        return None
    return beyond[0] if step > 0 else beyond[-1]


def _of_item(view: WorkbenchView, number: int, item: ItemAssessment) -> Iterator[Todo]:
    if item.missing:
        yield Todo(number, Field.EVIDENCE, len(item.evidence))
    for row, evidence in enumerate(item.evidence):
        if is_open(evidence) or (evidence.note_due and not evidence.removed):
            yield Todo(number, Field.EVIDENCE, row, evidence.note_due)
    own = [r for r in item.ratings if r.last.body and r.last.body.person == view.person]
    if not own and view.assessment.record.is_to_rate(view.person, item.item.id):
        yield Todo(number, Field.RATING)
    if any(r.body is not None and view.assessment.reason_due(r.body) for r in own):
        yield Todo(number, Field.REASON)


def is_open(evidence: EvidenceAssessment) -> bool:
    """True for a file that nobody has judged yet."""
    return not evidence.removed and evidence.outcome is Outcome.PENDING
