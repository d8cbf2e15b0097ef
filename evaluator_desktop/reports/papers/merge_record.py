"""合并记录单: which packages came in, what differed, who settled it and why, what is still open."""

from collections.abc import Sequence
from typing import NamedTuple

from evaluator_desktop.reports.document import (
    Align,
    Column,
    Fact,
    Prose,
    Report,
    Row,
    Section,
    Table,
    Tone,
)
from evaluator_desktop.reports.papers.paper import PaperContext
from evaluator_desktop.reports.sections.wording import DASH, moment
from evaluator_desktop.reports.user_text import user_text
from evaluator_desktop.store.queries.merge_log import MergedPackage
from evaluator_desktop.texts import _, count_text

SHORT_NUMBER = 16


class DecisionLine(NamedTuple):
    """One decision, as text; `at` is a moment in UTC."""

    at: str
    author: str
    provider: str
    about: str
    """What was decided on, with the versions that differed."""
    decided: str
    reason: str


class OpenLine(NamedTuple):
    """One conflict that nobody has settled yet."""

    provider: str
    about: str


def merge_record(
    paper: PaperContext,
    packages: Sequence[MergedPackage],
    decisions: Sequence[DecisionLine],
    still_open: Sequence[OpenLine],
    state: Sequence[Fact],
) -> Report:
    """Return the record; `state` is what the workspace holds now."""
    number = paper.number("MERGE")
    sections = (
        Section(_("Basis"), (paper.basis(*state),)),
        Section(_("Packages that were merged"), _packages(packages)),
        Section(_("What differed and how it was settled"), _decisions(decisions)),
        Section(_("Not settled yet"), _open(still_open)),
        paper.signing(number, (_("Team lead"), ""), (_("Checked by"), "")),
    )
    return paper.paper(_("Record of the merge"), number, sections)


def _packages(packages: Sequence[MergedPackage]) -> tuple[Table | Prose, ...]:
    if not packages:
        return (Prose(_("No package was merged into this workspace.")),)
    columns = (
        *(Column(_("Merged at"), 26), Column(_("File and package number"), 60)),
        *(Column(_("From"), 30), Column(_("Records"), 16, Align.RIGHT)),
        *(Column(_("Files"), 14, Align.RIGHT), Column(_("Merged by"), 20)),
    )
    rows = tuple(
        Row(
            (
                moment(p.at),
                f"{user_text(p.file)}\n{p.number[:SHORT_NUMBER]}",
                f"{user_text(p.person)}\n{user_text(p.laptop)}",
                count_text(p.revisions),
                count_text(p.evidence),
                user_text(p.by) or DASH,
            )
        )
        for p in packages
    )
    note = _("Package numbers are printed with their first {count} digits.")
    return Table("", columns, rows), Prose(note.format(count=SHORT_NUMBER), Tone.NOTE)


def _decisions(decisions: Sequence[DecisionLine]) -> tuple[Table | Prose, ...]:
    if not decisions:
        return (Prose(_("Nothing had to be settled.")),)
    columns = (
        *(Column(_("Provider"), 34), Column(_("What differed"), 46), Column(_("Decided"), 24)),
        *(Column(_("Reason given"), 38), Column(_("By, at"), 26)),
    )
    rows = tuple(
        Row(
            (
                user_text(d.provider) or DASH,
                user_text(d.about),
                user_text(d.decided),
                user_text(d.reason) or DASH,
                f"{user_text(d.author)}\n{moment(d.at)}",
            )
        )
        for d in decisions
    )
    return (Table("", columns, rows),)


def _open(lines: Sequence[OpenLine]) -> tuple[Table | Prose, ...]:
    if not lines:
        return (Prose(_("Every conflict is settled.")),)
    columns = (Column(_("Provider"), 56), Column(_("What differs"), 100))
    rows = tuple(Row((user_text(line.provider) or DASH, user_text(line.about))) for line in lines)
    return (Table("", columns, rows),)
