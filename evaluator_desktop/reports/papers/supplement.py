"""补充材料通知: what a provider must still hand in, and by when; as a paper and as a sheet."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from evaluator_desktop.domain.assessment import Assessment, ItemAssessment
from evaluator_desktop.domain.scheme import When
from evaluator_desktop.domain.verification import OUTCOME_NAMES, Outcome
from evaluator_desktop.reports.document import (
    Align,
    Column,
    Fact,
    Prose,
    Report,
    Row,
    Section,
    Table,
)
from evaluator_desktop.reports.papers.paper import PaperContext
from evaluator_desktop.reports.results_model import Sheet
from evaluator_desktop.reports.sections.wording import DASH, item_named, labelled, named
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.texts import _, date_text

_TO_BE_MENDED = (Outcome.PARTLY_VERIFIED, Outcome.UNVERIFIABLE)


class Wanted(NamedTuple):
    """One thing to hand in, and why."""

    item: str
    what: str
    why: str


def wanted(a: Assessment) -> tuple[Wanted, ...]:
    """Return what is missing, in the document's order; empty when nothing is."""
    return tuple(line for item in a.items for line in _of_item(item))


def supplement_notice(paper: PaperContext, a: Assessment, due: date) -> Report:
    """Return the notice to the provider."""
    number, lines = paper.number("SUPPLEMENT"), wanted(a)
    told = _(
        "In the third-party evaluation of your organisation the materials below are missing or "
        "could not be verified. Please hand them in by {day}; what comes later may not be counted."
    ).format(day=date_text(due))
    columns = (
        *(Column(_("No."), 10, Align.RIGHT), Column(_("Item"), 34)),
        *(Column(_("To be handed in"), 62), Column(_("Why"), 50)),
    )
    rows = tuple(Row((str(n), *line)) for n, line in enumerate(lines, start=1))
    asked = (Prose(told), Table("", columns, rows)) if rows else (Prose(_("Nothing is missing.")),)
    sections = (
        Section(_("What is asked for"), asked),
        Section(_("Basis"), (paper.basis(Fact(_("To be handed in by"), date_text(due))),)),
        paper.signing(number, (_("Evaluator"), ""), (_("Received for the provider"), "")),
    )
    return paper.paper(_("Notice to hand in further materials"), number, sections)


def supplement_sheets(a: Assessment, due: date) -> tuple[Sheet, ...]:
    """Return the same as a sheet that the provider can fill in."""
    heads = (
        *(_("No."), _("Item"), _("To be handed in"), _("Why"), _("To be handed in by")),
        *(_("Handed in on"), _("Note")),
    )
    rows = tuple((n, *line, due, None, None) for n, line in enumerate(wanted(a), start=1))
    return (Sheet(_("Materials"), heads, (6, 28, 44, 44, 14, 14, 30), rows),)


def _of_item(item: ItemAssessment) -> Iterator[Wanted]:
    name, missing = item_named(item), [state.requirement for state in item.missing]
    for requirement in missing:
        if requirement.when is not When.ONE_OF:
            yield Wanted(name, named(requirement.name), _("not handed in"))
    choice = [named(r.name) for r in missing if r.when is When.ONE_OF]
    if choice:
        yield Wanted(name, " / ".join(choice), _("one of them is asked for, none was handed in"))
    for e in item.present:
        if e.outcome in _TO_BE_MENDED:
            note = user_text(e.record.body.note) if e.record and e.record.body else ""
            why = labelled(_(OUTCOME_NAMES[e.outcome]), note)
            yield Wanted(name, user_text(e.body.name) or DASH, why)
        elif e.file_missing:
            yield Wanted(name, user_text(e.body.name), _("file missing"))
