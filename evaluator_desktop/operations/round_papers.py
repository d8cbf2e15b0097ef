"""Papers about the whole round: its ranking, as PDF or workbook."""

from pathlib import Path

from evaluator_desktop.domain import canonical
from evaluator_desktop.errors import RoleError
from evaluator_desktop.exchange.medium import refuse_target
from evaluator_desktop.operations.reports import (
    DRAFT,
    FINAL,
    PROGRAM,
    ReportResult,
    assessed,
    save_new,
    today_of,
)
from evaluator_desktop.reports.document import Report
from evaluator_desktop.reports.ranking_model import ranking, ranking_sheets
from evaluator_desktop.reports.report_model import data_digest
from evaluator_desktop.reports.round_paper import RoundPaper
from evaluator_desktop.reports.workbook import write_workbook
from evaluator_desktop.store.progress import Progress, SilentProgress
from evaluator_desktop.store.queries.ranks import round_ranks
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _

_SILENT = SilentProgress()


def make_ranking(
    workspace: Workspace, target: Path, *, progress: Progress = _SILENT
) -> ReportResult:
    """Write the ranking into a new file: a workbook if it ends in .xlsx, else a PDF.

    Raises RoleError while ratings are hidden from this person (D10a): a rank would tell of them.
    Raises FileProblemError, DiskFullError, MissingGlyphError, CancelledError.
    """
    refuse_target(target)
    ranks = round_ranks(workspace)
    assessments, leaves_out = assessed(workspace, ranks, progress)
    if leaves_out:
        raise RoleError(what=_("The ranking before all have submitted"))
    digests = sorted(data_digest(a.record, workspace.scheme, workspace.info) for a in assessments)
    paper = RoundPaper(
        workspace.info, workspace.scheme, today_of(workspace), PROGRAM, canonical.digest(digests)
    )
    report = ranking(paper, assessments, ranks)
    state = DRAFT if report.is_draft else FINAL
    if target.suffix.casefold() == ".xlsx":
        sheets = ranking_sheets(assessments, ranks)
        save_new(target, lambda out: write_workbook(sheets, paper.issued_on, out))
        return ReportResult(target, 0, state, report.draft_reasons)
    return ReportResult(target, save_paper(report, target, progress), state, report.draft_reasons)


def save_paper(report: Report, target: Path, progress: Progress) -> int:
    """Write a paper without photographs as PDF and return its number of pages."""
    from evaluator_desktop.reports.pdf.report import build_report

    def on_page(number: int) -> None:
        progress.raise_if_cancelled()
        progress.step(number, 0, _("page {number}").format(number=number))

    return save_new(target, lambda out: build_report(report, lambda _digest: None, out, on_page))
