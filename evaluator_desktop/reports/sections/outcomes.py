"""What was found about each piece of evidence."""

from collections.abc import Iterator

from evaluator_desktop.domain.assessment import Assessment, EvidenceAssessment, ItemAssessment
from evaluator_desktop.domain.bodies import OutcomeRecord
from evaluator_desktop.domain.verification import METHOD_NAMES, OUTCOME_NAMES, Method, Outcome
from evaluator_desktop.reports.document import (
    Align,
    Block,
    Column,
    Prose,
    Row,
    RowKind,
    Section,
    Table,
)
from evaluator_desktop.reports.sections.customers import customer_blocks
from evaluator_desktop.reports.sections.wording import (
    DASH,
    counted,
    evidence_of,
    item_named,
    named,
)
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.texts import _


def outcomes(a: Assessment) -> Section:
    told = _(
        "{all} pieces of evidence are on record, {checked} of them checked: {counts}. Removed "
        "pieces are not counted."
    ).format(
        all=a.evidence_count,
        checked=a.checked_count,
        counts=counted(o for item in a.items for o in item.outcomes),
    )
    blocks: list[Block] = [Prose(told)]
    if a.evidence_count:
        blocks.append(_table(a))
    if notes := tuple(_notes(a)):
        blocks.append(_notes_table(notes))
    blocks += customer_blocks(a)
    return Section(_("Results of the verification"), tuple(blocks))


def _table(a: Assessment) -> Table:
    columns = (
        Column(_("No."), 10, Align.RIGHT),
        Column(_("Asked for"), 36),
        Column(_("Evidence"), 37),
        Column(_("Outcome"), 22),
        Column(_("Method"), 21),
        Column(_("Date"), 19),
        Column(_("By"), 17),
    )
    rows: list[Row] = []
    for item, evidence in evidence_of(a):
        present = [(number, e) for number, e in evidence if not e.removed]
        if present:
            rows.append(Row((item_named(item),), RowKind.GROUP))
            rows += [_row(item, number, e) for number, e in present]
    return Table(_("Outcomes of the evidence"), columns, tuple(rows))


def _row(item: ItemAssessment, number: int, e: EvidenceAssessment) -> Row:
    record = _settled(e)
    return Row(
        (
            str(number),
            _asked_for(item, e),
            user_text(e.body.name),
            _outcome(e),
            _method(record) if record else DASH,
            record.on if record else DASH,
            user_text(record.evaluator) if record else DASH,
        )
    )


def _settled(e: EvidenceAssessment) -> OutcomeRecord | None:
    body = e.record.body if e.record else None
    return None if e.outcome is Outcome.PENDING else body


def _outcome(e: EvidenceAssessment) -> str:
    is_disputed = e.record is not None and e.record.in_conflict
    return _("Pending (in conflict)") if is_disputed else _(OUTCOME_NAMES[e.outcome])


def _asked_for(item: ItemAssessment, e: EvidenceAssessment) -> str:
    requirement = item.item.requirement(e.body.requirement) if e.body.requirement else None
    return named(requirement.name) if requirement else DASH


def _method(record: OutcomeRecord) -> str:
    known = record.method in list(Method)
    return _(METHOD_NAMES[Method(record.method)]) if known else record.method


def _notes_table(rows: tuple[Row, ...]) -> Table:
    columns = (
        Column(_("No."), 10, Align.RIGHT),
        Column(_("Outcome"), 24),
        Column(_("Words of the note"), 122),
    )
    return Table(_("Notes on the outcomes and the evidence"), columns, rows)


def _notes(a: Assessment) -> Iterator[Row]:
    """Every note in a wide column of its own: it may be pages long."""
    for _item, evidence in evidence_of(a):
        for number, e in evidence:
            if e.removed:
                continue
            if e.record is not None:
                for head in e.record.heads if e.record.in_conflict else (e.record.last,):
                    if head.body is not None and (head.body.note.strip() or e.record.in_conflict):
                        yield _note_row(number, head.body)
            if e.body.note.strip():
                yield Row((str(number), _("on the evidence"), user_text(e.body.note)))


def _note_row(number: int, body: OutcomeRecord) -> Row:
    outcome = _(OUTCOME_NAMES[Outcome(body.outcome)])
    return Row((str(number), outcome, user_text(body.note) or DASH))
