"""Papers that need the workspace no more: they can be laid out on any thread, in any process.

Each is frozen data with paths of stored files, so it travels to another process, and it speaks
the language it was prepared in.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Protocol, TypeVar

from evaluator_desktop.domain.bodies import IssuedFile
from evaluator_desktop.errors import FileProblemError, StepError
from evaluator_desktop.exchange.medium import placed
from evaluator_desktop.reports.document import Report
from evaluator_desktop.reports.results_model import Sheet
from evaluator_desktop.reports.workbook import write_workbook
from evaluator_desktop.store.database import sync_file
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.texts import N_, _, speaking

T = TypeVar("T")

Sign = Callable[[bytes], bytes]
"""From the bytes of a PDF to the same with a signature."""

DRAFT, FINAL = "draft", "final"
STATE_WORDS = {DRAFT: N_("draft"), FINAL: N_("final")}
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
class MadeReport:
    """The bytes of a report, which are what is shown, kept and written."""

    content: bytes
    pages: int
    state: str
    warnings: tuple[str, ...]

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hex."""
        return hashlib.sha256(self.content).hexdigest()

    def save(self, target: Path) -> ReportResult:
        """Write the file, all of it or nothing. Raises FileProblemError, DiskFullError."""
        save_new(target, lambda out: out.write(self.content))
        return self.result(target)

    def result(self, file: Path) -> ReportResult:
        """Return what is said of it once it is in a file."""
        return ReportResult(file, self.pages, self.state, self.warnings)


class Prepared(Protocol):
    """Any paper. `reasons` keep it a draft, `warnings` do not; `number` is "" for sheets."""

    @property
    def number(self) -> str: ...

    @property
    def reasons(self) -> tuple[str, ...]: ...

    @property
    def warnings(self) -> tuple[str, ...]: ...

    def make(self, *, sign: Sign | None = None, progress: Progress = SILENT) -> MadeReport:
        """Lay it out. Raises MissingGlyphError, CancelledError, and StepError for a wrong `sign`.

        Only final reports of providers are signed.
        """


@dataclass(frozen=True)
class PreparedReport:
    """All a report of a provider needs of the workspace; the store is not asked again."""

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

    @property
    def number(self) -> str:
        return self.report.number

    @property
    def reasons(self) -> tuple[str, ...]:
        return self.report.draft_reasons

    def make(self, *, sign: Sign | None = None, progress: Progress = SILENT) -> MadeReport:
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
        content, pages = _laid_out(self.report, self.files.get, progress)
        made = MadeReport(sign(content) if sign else content, pages, self.state, self.warnings)
        if self.issued and made.digest != self.issued.file_digest:
            problem = _(
                "this report was issued, its kept file is missing or damaged, and this version of "
                "the program would print it differently. Merge a package that brings the file, or "
                "unlock and lock the provider again for a new version."
            )
            raise FileProblemError(file=self.report.number, problem=problem)
        return made

    def content(self, *, progress: Progress = SILENT) -> bytes:
        """Return the bytes of the file; raises what `make` raises."""
        return self.make(progress=progress).content

    def _kept(self) -> bytes | None:
        """Return the kept file, None where there is none or its bytes are not those any more."""
        path = self.files.get(self.issued.file_digest) if self.issued else None
        content = path.read_bytes() if path else b""
        digest = hashlib.sha256(content).hexdigest()
        return content if self.issued and digest == self.issued.file_digest else None


@dataclass(frozen=True)
class PreparedPaper:
    """A paper without photographs."""

    report: Report

    @property
    def number(self) -> str:
        return self.report.number

    @property
    def reasons(self) -> tuple[str, ...]:
        return self.report.draft_reasons

    @property
    def warnings(self) -> tuple[str, ...]:
        return ()

    def make(self, *, sign: Sign | None = None, progress: Progress = SILENT) -> MadeReport:
        """As Prepared says."""
        _refuse_signing(sign, self.report.title)
        content, pages = _laid_out(self.report, lambda _digest: None, progress)
        return MadeReport(content, pages, DRAFT if self.reasons else FINAL, self.reasons)


@dataclass(frozen=True)
class PreparedSheets:
    """A paper as a workbook; it has no pages."""

    sheets: tuple[Sheet, ...]
    made_on: date
    reasons: tuple[str, ...] = ()
    number: str = ""

    @property
    def warnings(self) -> tuple[str, ...]:
        return ()

    def make(self, *, sign: Sign | None = None, progress: Progress = SILENT) -> MadeReport:
        """As Prepared says."""
        _refuse_signing(sign, self.sheets[0].title)
        progress.raise_if_cancelled()
        out = BytesIO()
        write_workbook(self.sheets, self.made_on, out)
        return MadeReport(out.getvalue(), 0, DRAFT if self.reasons else FINAL, self.reasons)


def _laid_out(
    report: Report, path_of: Callable[[str], Path | None], progress: Progress
) -> tuple[bytes, int]:
    """Return the PDF and its number of pages."""
    from evaluator_desktop.reports.pdf.report import build_report

    def on_page(number: int) -> None:
        progress.raise_if_cancelled()
        progress.step(number, 0, _("page {number}").format(number=number))

    out = BytesIO()
    with speaking(report.language):
        pages = build_report(report, path_of, out, on_page)
    return out.getvalue(), pages


def _refuse_signing(sign: Sign | None, subject: str) -> None:
    if sign is not None:
        problem = _("only a final report that was not issued yet can be signed.")
        raise StepError(provider=subject, problem=problem)


def save_new(target: Path, write: Callable[[BinaryIO], T]) -> T:
    """Write a new file beside its place, sync it and rename it."""
    with placed([target], _NEEDED) as (part,):
        with part.open("wb") as out:
            written = write(out)
        sync_file(part)
    return written
