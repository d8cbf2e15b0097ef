"""Papers beside the report: the ranking of a round, and what goes to and fro with a provider.

Whatever can be a sheet too is one where the file's name ends in .xlsx.
"""

from datetime import date
from pathlib import Path

from evaluator_desktop.domain import canonical
from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.departure import departure_lines
from evaluator_desktop.errors import RoleError
from evaluator_desktop.exchange.medium import refuse_target
from evaluator_desktop.operations.prepared import (
    Prepared,
    PreparedPaper,
    PreparedSheets,
    ReportResult,
)
from evaluator_desktop.operations.reports import PROGRAM, assessed, today_of
from evaluator_desktop.reports.papers.call_list import call_list
from evaluator_desktop.reports.papers.departure import departure_sheet
from evaluator_desktop.reports.papers.paper import PaperContext
from evaluator_desktop.reports.papers.ranking import ranking, ranking_sheets
from evaluator_desktop.reports.papers.supplement import supplement_notice, supplement_sheets
from evaluator_desktop.reports.report_model import data_digest
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.store.queries.customers import sample_view
from evaluator_desktop.store.queries.ranks import round_ranks
from evaluator_desktop.store.queries.seen import seen_assessment
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _

SHEET = ".xlsx"


def make_ranking(
    workspace: Workspace, target: Path, *, progress: Progress = SILENT
) -> ReportResult:
    """Write the ranking into a new file: a workbook if it ends in .xlsx, else a PDF.

    Raises FileProblemError, DiskFullError, MissingGlyphError, CancelledError, and what
    `prepare_ranking` raises.
    """
    refuse_target(target)
    prepared = prepare_ranking(workspace, as_sheet=_is_sheet(target), progress=progress)
    return prepared.make(progress=progress).save(target)


def prepare_ranking(
    workspace: Workspace, *, as_sheet: bool, progress: Progress = SILENT
) -> Prepared:
    """Take the ranking from the workspace.

    Raises RoleError while ratings are hidden from this person (D10a): a rank would tell of them.
    """
    ranks = round_ranks(workspace)
    assessments, leaves_out = assessed(workspace, ranks, progress)
    if leaves_out:
        raise RoleError(what=_("The ranking before all have submitted"))
    digests = sorted(data_digest(a.record, workspace.scheme, workspace.info) for a in assessments)
    paper = PaperContext(
        workspace.info, workspace.scheme, today_of(workspace), PROGRAM, canonical.digest(digests)
    )
    report = ranking(paper, assessments, ranks)
    if as_sheet:
        sheets = ranking_sheets(workspace.scheme, assessments, ranks)
        return PreparedSheets(sheets, paper.issued_on, report.draft_reasons)
    return PreparedPaper(report)


def make_departure_sheet(
    workspace: Workspace, provider: str, target: Path, *, progress: Progress = SILENT
) -> ReportResult:
    """Write the sheet that is signed before leaving a provider."""
    refuse_target(target)
    return prepare_departure_sheet(workspace, provider).make(progress=progress).save(target)


def prepare_departure_sheet(workspace: Workspace, provider: str) -> Prepared:
    """Take what is signed before leaving a provider from the workspace."""
    paper, a = _about(workspace, provider)
    lines = departure_lines(a, workspace.person)
    return PreparedPaper(departure_sheet(paper, a, lines, workspace.history.tips()))


def make_supplement_notice(
    workspace: Workspace, provider: str, due: date, target: Path, *, progress: Progress = SILENT
) -> ReportResult:
    """Write the notice of what a provider must still hand in by `due`, or its sheet."""
    refuse_target(target)
    prepared = prepare_supplement_notice(workspace, provider, due, as_sheet=_is_sheet(target))
    return prepared.make(progress=progress).save(target)


def prepare_supplement_notice(
    workspace: Workspace, provider: str, due: date, *, as_sheet: bool
) -> Prepared:
    """Take what a provider must still hand in from the workspace."""
    paper, a = _about(workspace, provider)
    if as_sheet:
        return PreparedSheets(supplement_sheets(a, due), paper.issued_on)
    return PreparedPaper(supplement_notice(paper, a, due))


def make_call_list(
    workspace: Workspace, provider: str, target: Path, *, progress: Progress = SILENT
) -> ReportResult:
    """Write the calls to a provider's customers, masked, with blanks for those still to come."""
    refuse_target(target)
    return prepare_call_list(workspace, provider).make(progress=progress).save(target)


def prepare_call_list(workspace: Workspace, provider: str) -> Prepared:
    """Take the calls to a provider's customers from the workspace."""
    paper, _assessment = _about(workspace, provider)
    return PreparedPaper(call_list(paper, sample_view(workspace, provider)))


def _about(workspace: Workspace, provider: str) -> tuple[PaperContext, Assessment]:
    a, _is_partial = seen_assessment(workspace, workspace.record(provider, personal=True))
    digest = data_digest(a.record, workspace.scheme, workspace.info)
    today = today_of(workspace)
    return PaperContext(workspace.info, workspace.scheme, today, PROGRAM, digest, a.record), a


def _is_sheet(target: Path) -> bool:
    return target.suffix.casefold() == SHEET
