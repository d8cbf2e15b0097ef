"""The calls to a provider's customers on paper: the sample in its order, masked, with what came."""

from collections.abc import Iterator

from evaluator_desktop.domain.redraw import redraw_lines
from evaluator_desktop.domain.satisfaction import (
    DISPOSITION_NAMES,
    SATISFACTION_NAMES,
    Disposition,
)
from evaluator_desktop.reports.document import (
    Align,
    Block,
    Column,
    Prose,
    Report,
    Row,
    RowKind,
    Section,
    Table,
    Tone,
)
from evaluator_desktop.reports.papers.paper import PaperContext
from evaluator_desktop.reports.sections.customers import satisfaction_blocks
from evaluator_desktop.reports.sections.wording import DASH, moment
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.store.queries.customers import SamplePlace, SampleView
from evaluator_desktop.texts import _


def call_list(paper: PaperContext, view: SampleView) -> Report:
    """Return the list; what is blank is to be filled in by hand."""
    number = paper.number("CALLS")
    sections = (
        Section(_("Sample of customers"), tuple(_sample(paper, view))),
        Section(_("Calls"), (_table(view), Prose(_masked(), Tone.NOTE))),
        Section(_("What the calls came to"), tuple(satisfaction_blocks(view.satisfaction))),
        paper.signing(number, (_("Called by"), ""), (_("Checked by"), "")),
    )
    return paper.paper(_("List of calls to customers"), number, sections)


def _masked() -> str:
    return _("Names and telephone numbers are masked; who calls reads them in the program.")


def _sample(paper: PaperContext, view: SampleView) -> Iterator[Block]:
    yield paper.basis()
    if view.redraw is None:
        yield Prose(_("No sample is drawn yet."))
        return
    for line in redraw_lines(view.redraw):
        yield Prose(line, Tone.LISTED)


def _table(view: SampleView) -> Block:
    columns = (
        *(Column(_("No."), 10, Align.RIGHT), Column(_("Customer"), 30)),
        *(Column(_("Telephone"), 28), Column(_("Attempts"), 42), Column(_("Result"), 20)),
        *(Column(_("Real"), 12), Column(_("Satisfaction"), 20)),
    )
    rows: list[Row] = []
    for place in view.places:
        if place.is_reserve and not place.attempts and not place.is_due:
            break  # the rest of the reserve is not needed
        if place.number == view.size.size + 1:
            rows.append(Row((_("Reserve"),), RowKind.GROUP))
        rows.append(Row(_line(place)))
    return Table("", columns, tuple(rows)) if rows else Prose(_("There is nobody to call."))


def _line(place: SamplePlace) -> tuple[str, ...]:
    call = place.call
    real = {None: "", True: _("yes"), False: _("no")}[call.service_real if call else None]
    said = SATISFACTION_NAMES[call.satisfaction] if call and call.satisfaction else None
    return (
        str(place.number),
        user_text(place.masked_name) or DASH,
        place.masked_phone or DASH,
        "\n".join(f"{moment(a.at)} {_short(a.disposition)}" for a in place.attempts),
        _short(call.disposition) if call else "",
        real,
        _(said) if said else "",
    )


def _short(disposition: str) -> str:
    return _(DISPOSITION_NAMES[Disposition(disposition)])
