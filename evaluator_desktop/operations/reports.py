"""Making reports: the bytes of the preview are the bytes that are saved.

What is needed of the store is taken in one short step (`prepare_provider_report`); laying out and
writing can go on elsewhere. A file is written beside its place, synced and renamed, and nothing is
ever overwritten.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, TypeVar

from evaluator_desktop import __version__
from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import IssuedFile
from evaluator_desktop.domain.finding import Severity
from evaluator_desktop.domain.ranking import Rank
from evaluator_desktop.errors import FileProblemError, StepError
from evaluator_desktop.exchange.medium import placed, refuse_target
from evaluator_desktop.reports.document import Report
from evaluator_desktop.reports.report_model import (
    ReportContext,
    data_digest,
    issued_files,
    provider_report,
)
from evaluator_desktop.reports.results_model import results_sheets
from evaluator_desktop.reports.workbook import write_workbook
from evaluator_desktop.store.database import sync_file
from evaluator_desktop.store.progress import Progress, SilentProgress
from evaluator_desktop.store.queries.ranks import ranks_for_classes, round_ranks
from evaluator_desktop.store.queries.seen import seen_assessment
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import SHANGHAI, _, language

T = TypeVar("T")

Sign = Callable[[bytes], bytes]
"""From the bytes of a PDF to the same with a signature."""

_SILENT = SilentProgress()
PROGRAM = f"Evaluator Desktop {__version__}"
DRAFT, FINAL = "draft", "final"
_NEEDED = 5_000_000
"""About the bytes of a report with many photographs, for what is said when the disk is full."""


@dataclass(frozen=True)
class ReportResult:
    """A report that was written; `state` is "draft" or "final"."""

    file: Path
    pages: int
    state: str
    warnings: tuple[str, ...]
    """Findings that do not keep it a draft."""


@dataclass(frozen=True)
class ResultsFile:
    """A workbook that was written, with its number of providers."""

    file: Path
    providers: int


@dataclass(frozen=True)
class MadeReport:
    """The bytes of a report, which are what is shown, kept and written."""

    content: bytes
    pages: int
    state: str
    warnings: tuple[str, ...]

    def save(self, target: Path) -> ReportResult:
        """Write the file, all of it or nothing. Raises FileProblemError, DiskFullError."""
        save_new(target, lambda out: out.write(self.content))
        return ReportResult(target, self.pages, self.state, self.warnings)


@dataclass(frozen=True)
class PreparedReport:
    """All a report needs of the workspace; the store is not asked again."""

    provider: str
    version: int
    report: Report
    files: Mapping[str, Path]
    """The stored file of each piece of evidence that is here, by digest."""
    warnings: tuple[str, ...]
    issued: IssuedFile | None
    """What was handed out as this version in this language: it is never made anew."""

    @property
    def state(self) -> str:
        return DRAFT if self.report.is_draft else FINAL

    def make(self, *, sign: Sign | None = None, progress: Progress = _SILENT) -> MadeReport:
        """Lay the report out, or take what was issued; `sign` seals a final one.

        Raises FileProblemError when what was issued is gone, StepError when there is nothing to
        sign, MissingGlyphError, CancelledError, and what `sign` raises.
        """
        if sign is not None and (self.state != FINAL or self.issued):
            problem = _("only a final report that was not issued yet can be signed.")
            raise StepError(provider=self.report.opening.subject, problem=problem)
        kept = self._kept()
        if kept is not None and self.issued is not None:
            return MadeReport(kept, self.issued.pages, self.state, self.warnings)
        out = BytesIO()
        pages = self._build(out, progress)
        content = sign(out.getvalue()) if sign else out.getvalue()
        made = MadeReport(content, pages, self.state, self.warnings)
        if self.issued and hashlib.sha256(made.content).hexdigest() != self.issued.file_digest:
            problem = _(
                "this report was issued, its kept file is missing or damaged, and this version of "
                "the program would print it differently. Merge a package that brings the file, or "
                "unlock and lock the provider again for a new version."
            )
            raise FileProblemError(file=self.report.number, problem=problem)
        return made

    def content(self, *, progress: Progress = _SILENT) -> bytes:
        """Return the bytes of the file; raises what `make` raises."""
        return self.make(progress=progress).content

    def _kept(self) -> bytes | None:
        """Return the kept file, None where there is none or its bytes are not those any more."""
        path = self.files.get(self.issued.file_digest) if self.issued else None
        content = path.read_bytes() if path else b""
        digest = hashlib.sha256(content).hexdigest()
        return content if self.issued and digest == self.issued.file_digest else None

    def _build(self, out: BinaryIO, progress: Progress) -> int:
        from evaluator_desktop.reports.pdf.report import build_report

        def on_page(number: int) -> None:
            progress.raise_if_cancelled()
            progress.step(number, 0, _("page {number}").format(number=number))

        return build_report(self.report, self.files.get, out, on_page)


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
    workspace: Workspace, target: Path, *, progress: Progress = _SILENT
) -> ResultsFile:
    """Write the results of all providers into a workbook, all of it or nothing.

    Raises FileProblemError, DiskFullError, CancelledError.
    """
    refuse_target(target)
    ranks = round_ranks(workspace)
    assessments, leaves_out = assessed(workspace, ranks, progress)
    today = today_of(workspace)
    sheets = results_sheets(
        assessments, workspace.scheme, workspace.info, today, is_blind=leaves_out
    )
    save_new(target, lambda out: write_workbook(sheets, today, out))
    return ResultsFile(target, len(assessments))


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


def save_new(target: Path, write: Callable[[BinaryIO], T]) -> T:
    """Write a new file beside its place, sync it and rename it."""
    with placed([target], _NEEDED) as (part,):
        with part.open("wb") as out:
            written = write(out)
        sync_file(part)
    return written
