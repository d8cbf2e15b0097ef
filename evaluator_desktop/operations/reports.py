"""Making a provider's report: the bytes of the preview are the bytes that are saved.

What is needed of the store is taken in one short step (`prepare_provider_report`); laying out and
writing can go on elsewhere. A report is written beside its place, synced and renamed, and nothing
is ever overwritten.
"""

import errno
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from evaluator_desktop import __version__
from evaluator_desktop.domain.finding import Severity
from evaluator_desktop.errors import DiskFullError, EvaluatorError, FileProblemError
from evaluator_desktop.exchange.package_writer import refuse_target
from evaluator_desktop.reports.document import Report
from evaluator_desktop.reports.report_model import ReportContext, provider_report
from evaluator_desktop.store.database import sync_folder
from evaluator_desktop.store.progress import Progress, SilentProgress
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import SHANGHAI, _, size_text

if TYPE_CHECKING:
    from typing import BinaryIO

_SILENT = SilentProgress()
_PROGRAM = f"Evaluator Desktop {__version__}"
DRAFT, FINAL = "draft", "final"


@dataclass(frozen=True)
class ReportResult:
    """A report that was written; `state` is "draft" or "final"."""

    file: Path
    pages: int
    state: str
    warnings: tuple[str, ...]
    """Findings that do not keep it a draft."""


@dataclass(frozen=True)
class PreparedReport:
    """All a report needs of the workspace; the store is not asked again."""

    report: Report
    pictures: Mapping[str, Path]
    """The stored file of each picture that is here, by digest."""
    warnings: tuple[str, ...]

    @property
    def state(self) -> str:
        return DRAFT if self.report.is_draft else FINAL

    def content(self, *, progress: Progress = _SILENT) -> bytes:
        """Return the bytes of the file. Raises MissingGlyphError, CancelledError."""
        out = BytesIO()
        self._build(out, progress)
        return out.getvalue()

    def save(self, target: Path, *, progress: Progress = _SILENT) -> ReportResult:
        """Write the file, all of it or nothing.

        Raises FileProblemError, DiskFullError, MissingGlyphError, CancelledError.
        """
        refuse_target(target)
        part = target.with_name(target.name + ".part")
        try:
            with part.open("wb") as out:
                pages = self._build(out, progress)
                out.flush()
                os.fsync(out.fileno())
            refuse_target(target)
            part.rename(target)
            sync_folder(target.parent)
        except OSError as error:
            raise _in_words(error, target) from error
        finally:
            part.unlink(missing_ok=True)
        return ReportResult(target, pages, self.state, self.warnings)

    def _build(self, out: "BinaryIO", progress: Progress) -> int:
        from evaluator_desktop.reports.provider_pdf import build_provider_report

        def on_page(number: int) -> None:
            progress.raise_if_cancelled()
            progress.step(number, 0, _("page {number}").format(number=number))

        return build_provider_report(self.report, self.pictures.get, out, on_page)


def prepare_provider_report(workspace: Workspace, provider: str) -> PreparedReport:
    """Take what a provider's report says from the workspace, in the language in use.

    The report's date is today in Shanghai.
    """
    assessment = workspace.assessment(provider, personal=True)
    today = workspace.session.clock().astimezone(SHANGHAI).date()
    files = workspace.evidence_files
    digests = {e.body.digest for item in assessment.items for e in item.present}
    return PreparedReport(
        provider_report(assessment, ReportContext(today, _PROGRAM)),
        {digest: files.path(digest) for digest in digests if files.present(digest)},
        tuple(f.text for f in assessment.findings if f.severity is Severity.WARNING),
    )


def make_provider_report(
    workspace: Workspace, provider: str, target: Path, *, progress: Progress = _SILENT
) -> ReportResult:
    """Write a provider's report to `target`, which must not be there yet."""
    refuse_target(target)
    return prepare_provider_report(workspace, provider).save(target, progress=progress)


def preview_provider_report(
    workspace: Workspace, provider: str, *, progress: Progress = _SILENT
) -> bytes:
    """Return the very bytes that `make_provider_report` would write now."""
    return prepare_provider_report(workspace, provider).content(progress=progress)


def _in_words(error: OSError, target: Path) -> EvaluatorError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        free = shutil.disk_usage(target.parent).free
        return DiskFullError(needed=_("more"), free=size_text(free))
    return FileProblemError(file=str(target), problem=error.strerror or str(error))
