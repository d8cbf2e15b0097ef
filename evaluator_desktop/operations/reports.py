"""Making reports: the bytes of the preview are the bytes that are saved.

What is needed of the store is taken in one short step (`prepare_provider_report`); laying out and
writing can go on elsewhere. A file is written beside its place, synced and renamed, and nothing is
ever overwritten.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evaluator_desktop import __version__
from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.finding import Severity
from evaluator_desktop.domain.ranking import Rank
from evaluator_desktop.exchange.medium import refuse_target
from evaluator_desktop.operations.prepared import PreparedReport, PreparedSheets
from evaluator_desktop.reports.report_model import (
    ReportContext,
    data_digest,
    issued_files,
    provider_report,
)
from evaluator_desktop.reports.results_model import results_sheets
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.store.queries.ranks import ranks_for_classes, round_ranks
from evaluator_desktop.store.queries.seen import seen_assessment
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import SHANGHAI, language

PROGRAM = f"Evaluator Desktop {__version__}"


@dataclass(frozen=True)
class ResultsFile:
    """A workbook that was written, with its number of providers."""

    file: Path
    providers: int


def prepare_provider_report(workspace: Workspace, provider: str) -> PreparedReport:
    """Take what a provider's report says from the workspace, in the language in use.

    The report's date is today in Shanghai. Whoever may not see the ratings of others yet gets a
    draft without them (D10a).
    """
    record = workspace.record(provider, personal=True)
    assessment, is_partial = seen_assessment(workspace, record, ranks_for_classes(workspace))
    digest = data_digest(record, workspace.scheme, workspace.info)
    files_issued = (f for f in issued_files(record, digest) if f.language == language())
    issued = next(files_issued, None)
    day = date.fromisoformat(issued.day) if issued else today_of(workspace)
    context = ReportContext(day, PROGRAM, digest, is_partial)
    files = workspace.evidence_files
    digests = {e.body.digest for item in assessment.items for e in item.present}
    report = provider_report(assessment, context)
    if issued and not report.is_draft:
        digests.add(issued.file_digest)
    return PreparedReport(
        provider,
        record.version,
        report,
        {digest: files.path(digest) for digest in digests if files.present(digest)},
        tuple(f.text for f in assessment.findings if f.severity is Severity.WARNING),
        None if report.is_draft else issued,
    )


def export_results(
    workspace: Workspace, target: Path, *, progress: Progress = SILENT
) -> ResultsFile:
    """Write the results of all providers into a workbook, all of it or nothing.

    Raises FileProblemError, DiskFullError, CancelledError.
    """
    refuse_target(target)
    results = prepare_results(workspace, progress)
    results.make().save(target)
    return ResultsFile(target, len(results.sheets[0].rows))


def prepare_results(workspace: Workspace, progress: Progress = SILENT) -> PreparedSheets:
    """Take the results of all providers from the workspace, as sheets."""
    ranks = round_ranks(workspace)
    assessments, leaves_out = assessed(workspace, ranks, progress)
    today = today_of(workspace)
    sheets = results_sheets(
        assessments, workspace.scheme, workspace.info, today, is_blind=leaves_out
    )
    return PreparedSheets(sheets, today)


def assessed(
    workspace: Workspace, ranks: Mapping[str, Rank], progress: Progress
) -> tuple[list[Assessment], bool]:
    """Assess every provider; also tell whether ratings of others were left out (D10a)."""
    providers = workspace.provider_ids()
    assessments, leaves_out = [], False
    for number, provider in enumerate(providers):
        progress.raise_if_cancelled()
        progress.step(number, len(providers))
        assessment, is_partial = seen_assessment(workspace, workspace.record(provider), ranks)
        leaves_out = leaves_out or is_partial
        if assessment.record.exists:
            assessments.append(assessment)
    return assessments, leaves_out


def today_of(workspace: Workspace) -> date:
    """Return the day it is in Shanghai by this session's clock."""
    return workspace.session.clock().astimezone(SHANGHAI).date()
