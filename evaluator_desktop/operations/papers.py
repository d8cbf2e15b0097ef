"""Papers beside the report: the ranking of a round, and what goes to and fro with a provider.

Whatever can be a sheet too is one where the file's name ends in .xlsx.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from evaluator_desktop.domain import canonical
from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.departure import departure_lines
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
from evaluator_desktop.reports.papers.call_list import call_list
from evaluator_desktop.reports.papers.departure import departure_sheet
from evaluator_desktop.reports.papers.paper import PaperContext
from evaluator_desktop.reports.papers.ranking import ranking, ranking_sheets
from evaluator_desktop.reports.papers.supplement import supplement_notice, supplement_sheets
from evaluator_desktop.reports.report_model import data_digest
from evaluator_desktop.reports.results_model import Sheet
from evaluator_desktop.reports.workbook import write_workbook
from evaluator_desktop.store.progress import Progress, SilentProgress
from evaluator_desktop.store.queries.customers import sample_view
from evaluator_desktop.store.queries.ranks import round_ranks
from evaluator_desktop.store.queries.seen import seen_assessment
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
    paper = PaperContext(
        workspace.info, workspace.scheme, today_of(workspace), PROGRAM, canonical.digest(digests)
    )
    report = ranking(paper, assessments, ranks)
    if _is_sheet(target):
        sheets = ranking_sheets(assessments, ranks)
        return _saved_sheets(sheets, paper.issued_on, target, report.draft_reasons)
    return saved_paper(report, target, progress)


def make_departure_sheet(
    workspace: Workspace, provider: str, target: Path, *, progress: Progress = _SILENT
) -> ReportResult:
    """Write the sheet that is signed before leaving a provider."""
    refuse_target(target)
    paper, a = _about(workspace, provider)
    lines = departure_lines(a, workspace.person)
    report = departure_sheet(paper, a, lines, workspace.history.tips())
    return saved_paper(report, target, progress)


def make_supplement_notice(
    workspace: Workspace, provider: str, due: date, target: Path, *, progress: Progress = _SILENT
) -> ReportResult:
    """Write the notice of what a provider must still hand in by `due`, or its sheet."""
    refuse_target(target)
    paper, a = _about(workspace, provider)
    if _is_sheet(target):
        return _saved_sheets(supplement_sheets(a, due), paper.issued_on, target)
    return saved_paper(supplement_notice(paper, a, due), target, progress)


def make_call_list(
    workspace: Workspace, provider: str, target: Path, *, progress: Progress = _SILENT
) -> ReportResult:
    """Write the calls to a provider's customers, masked, with blanks for those still to come."""
    refuse_target(target)
    paper, _assessment = _about(workspace, provider)
    return saved_paper(call_list(paper, sample_view(workspace, provider)), target, progress)


def _about(workspace: Workspace, provider: str) -> tuple[PaperContext, Assessment]:
    a, _is_partial = seen_assessment(workspace, workspace.record(provider, personal=True))
    digest = data_digest(a.record, workspace.scheme, workspace.info)
    today = today_of(workspace)
    return PaperContext(workspace.info, workspace.scheme, today, PROGRAM, digest, a.record), a


def _is_sheet(target: Path) -> bool:
    return target.suffix.casefold() == ".xlsx"


def _saved_sheets(
    sheets: Sequence[Sheet], made_on: date, target: Path, reasons: tuple[str, ...] = ()
) -> ReportResult:
    save_new(target, lambda out: write_workbook(sheets, made_on, out))
    return ReportResult(target, 0, DRAFT if reasons else FINAL, reasons)


def saved_paper(report: Report, target: Path, progress: Progress) -> ReportResult:
    """Write a paper without photographs as PDF, all of it or nothing."""
    pages = _save_paper(report, target, progress)
    return ReportResult(target, pages, DRAFT if report.is_draft else FINAL, report.draft_reasons)


def _save_paper(report: Report, target: Path, progress: Progress) -> int:
    """Write a paper without photographs as PDF and return its number of pages."""
    from evaluator_desktop.reports.pdf.report import build_report

    def on_page(number: int) -> None:
        progress.raise_if_cancelled()
        progress.step(number, 0, _("page {number}").format(number=number))

    return save_new(target, lambda out: build_report(report, lambda _digest: None, out, on_page))
