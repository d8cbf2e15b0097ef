"""The report on the screen: made of a snapshot on the pool, kept as a private file to look at."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, Signal

from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations.prepared import (
    PreparedReport,
    ReportResult,
)
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.paths import safe_file_name
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.progress import Progress
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.ui.widgets.preview import PreviewFile

if TYPE_CHECKING:
    from evaluator_desktop.jobs.job import Job

_ROUND_KINDS = frozenset({"round", "scheme"})
_NOT_IN_IT = frozenset({"issued_report"})


class Paper(QObject):
    """One report at a time; its folder is readable by this user alone and goes with the page.

    Signals: `prepared(report)` when what it says is known, `ready(made)` when the `Made` can be
    looked at, `failed(error)`.
    """

    prepared = Signal(object)
    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._folder = folder = QTemporaryDir()
        self._job: Job | None = None
        self._made = 0
        self._file: Path | None = None
        self._row: Summary | None = None
        self.is_stale = False
        parent.destroyed.connect(folder.remove)

    @property
    def provider(self) -> str:
        """The provider whose report is shown or being made, "" for none."""
        return self._row.provider if self._row else ""

    def make(self, row: Summary) -> None:
        """Make a provider's report from what is recorded now."""
        self._row, self.is_stale = row, False
        if self._job is not None:
            self._job.cancel()
        self._runner.store_job(
            prepare_provider_report,
            row.provider,
            done=self._lay_out,
            failed=self.failed.emit,
            owner=self,
            topic="report",
        )

    def hear(self, changes: Changes) -> bool:
        """Take note of a commit; True when the report shown is out of date now."""
        kinds = changes.kinds - _NOT_IN_IT
        own = self.provider in changes.providers and bool(kinds)
        concerned = own or not _ROUND_KINDS.isdisjoint(kinds)
        self.is_stale = self.is_stale or (bool(self.provider) and concerned)
        return self.is_stale

    def _lay_out(self, report: PreparedReport) -> None:
        self.prepared.emit(report)
        self._made += 1
        target = Path(self._folder.path()) / f"{self._made}.pdf"
        self._job = self._runner.pool_job(
            _lay_out,
            report,
            target,
            done=self._show,
            failed=self.failed.emit,
            owner=self,
            topic="paper",
        )

    def _show(self, made: "Made") -> None:
        before, self._file = self._file, made.result.file
        if before is not None:
            before.unlink(missing_ok=True)
        self.ready.emit(made)


@dataclass(frozen=True)
class Made:
    """A report that can be looked at; size in bytes."""

    result: ReportResult
    size: int
    digest: str

    def preview(self, name: str) -> PreviewFile:
        """Return it for a preview pane, under the name it would be saved by."""
        return PreviewFile(self.result.file, name, self.size, self.digest)


def _lay_out(report: PreparedReport, target: Path, *, progress: Progress) -> Made:
    made = report.make(progress=progress)
    digest = hashlib.sha256(made.content).hexdigest()
    return Made(made.save(target), len(made.content), digest)


def file_name(row: Summary | None) -> str:
    """Return the file name that a provider's report gets."""
    parts = (row.name, row.code) if row else ()
    return safe_file_name(" ".join(part for part in parts if part) + ".pdf")
