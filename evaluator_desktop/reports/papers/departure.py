"""The sheet that is signed at the provider's before the evaluators leave.

What was seen with its outcome, what is still missing, and the state of each laptop's chain: whoever
withholds the newest records later is caught by a number on paper (fault 71).
"""

from collections.abc import Mapping, Sequence

from evaluator_desktop.domain.assessment import Assessment, EvidenceAssessment
from evaluator_desktop.domain.departure import DepartureLine
from evaluator_desktop.domain.verification import METHOD_NAMES, OUTCOME_NAMES, Method, Outcome
from evaluator_desktop.reports.document import (
    Align,
    Block,
    Column,
    Fact,
    Heading,
    Prose,
    Report,
    Row,
    RowKind,
    Section,
    Table,
    Tone,
)
from evaluator_desktop.reports.papers.paper import PaperContext
from evaluator_desktop.reports.sections.wording import (
    DASH,
    evidence_of,
    item_named,
    labelled,
    named,
)
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.texts import _, listed

SHORT_DIGEST = 12
Tips = Mapping[str, tuple[int, str]]
"""The last number and revision of every run."""


def departure_sheet(
    paper: PaperContext, a: Assessment, lines: Sequence[DepartureLine], tips: Tips
) -> Report:
    """Return the sheet; what the checks of the scheme found stands on it as open."""
    number = paper.number("VISIT")
    people = a.record.assigned or a.record.raters
    sections = (
        Section(
            _("The visit"), (paper.basis(Fact(_("Evaluators"), listed(map(user_text, people)))),)
        ),
        _seen(a),
        _open(lines),
        _chains(tips),
        paper.signing(
            number,
            *((_("Evaluator"), person) for person in (people or ("", ""))),
            (_("For the provider"), ""),
        ),
    )
    return paper.paper(_("Record of the site visit"), number, sections)


def _seen(a: Assessment) -> Section:
    title = _("What was handed in and seen")
    columns = (
        *(Column(_("No."), 10, Align.RIGHT), Column(_("Name"), 60), Column(_("Outcome"), 24)),
        *(Column(_("Method"), 30), Column(_("SHA-256"), 32)),
    )
    rows: list[Row] = []
    for item, evidence in evidence_of(a):
        present = [(number, e) for number, e in evidence if not e.removed]
        if present:
            rows.append(Row((item_named(item),), RowKind.GROUP))
        rows += [Row(_line(str(number), e)) for number, e in present]
    if not rows:
        return Section(title, (Prose(_("Nothing was handed in.")),))
    return Section(title, (Table("", columns, tuple(rows)),))


def _line(number: str, e: EvidenceAssessment) -> tuple[str, ...]:
    body = e.record.body if e.record else None
    is_known = body is not None and e.outcome is not Outcome.PENDING
    method = _(METHOD_NAMES[Method(body.method)]) if body and is_known else DASH
    outcome = _(OUTCOME_NAMES[e.outcome])
    return number, user_text(e.body.name), outcome, method, e.body.digest[:SHORT_DIGEST]


def _open(lines: Sequence[DepartureLine]) -> Section:
    title = _("What is still open")
    if not lines:
        return Section(title, (Prose(_("The checks of the scheme found nothing open.")),))
    blocks: list[Block] = []
    for mendable, head in (
        (False, _("Only to be mended on site")),
        (True, _("Can be mended later")),
    ):
        found = [line for line in lines if line.check.mendable is mendable]
        if found:
            blocks.append(Heading(head))
        for line in found:
            places = listed(user_text(place.text) for place in line.places)
            text = labelled(named(line.check.name), places)
            blocks.append(Prose(f"· {text}", Tone.LISTED))
    return Section(title, tuple(blocks))


def _chains(tips: Tips) -> Section:
    columns = (
        *(Column(_("Run"), 70), Column(_("Last number"), 26, Align.RIGHT)),
        Column(_("Last record"), 60),
    )
    rows = tuple(
        Row((run, str(seq), revision[: 2 * SHORT_DIGEST]))
        for run, (seq, revision) in sorted(tips.items())
    )
    note = _(
        "Each start of the program numbers its records. A package that comes later with a smaller "
        "last number lacks records that were there when this sheet was signed."
    )
    return Section(_("State of the records"), (Table("", columns, rows), Prose(note, Tone.NOTE)))
