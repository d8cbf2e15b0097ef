"""Saving reports, one or many: read on the store thread, laid out on the pool, one by one.

The store is free between two of them, so nobody waits for a batch to save a rating.
"""

from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations.issuing import issue
from evaluator_desktop.operations.prepared import (
    MadeReport,
    PreparedReport,
    ReportResult,
)
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.store.progress import CancelledError

if TYPE_CHECKING:
    from evaluator_desktop.jobs.job import Job


class Saving(QObject):
    """Signals.

    advanced(done, total). saved(provider, result): a ReportResult. refused(provider, error): this
    one was not written. ended(cancelled): nothing more is written.
    """

    advanced = Signal(int, int)
    saved = Signal(str, object)
    refused = Signal(str, object)
    ended = Signal(bool)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._waiting: deque[tuple[str, Path]] = deque()
        self._total = 0
        self._job: Job | None = None

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def save(self, wanted: Sequence[tuple[str, Path]]) -> None:
        """Save reports of providers to files that must not be there yet."""
        self._waiting = deque(wanted)
        self._total = len(wanted)
        self._next()

    def cancel(self) -> None:
        """Stop: the one at hand leaves nothing behind, those written stay."""
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> None:
        self.advanced.emit(self._total - len(self._waiting), self._total)
        if not self._waiting:
            self._end(cancelled=False)
            return
        provider, target = self._waiting[0]
        self._job = self._runner.store_job(
            prepare_provider_report,
            provider,
            done=lambda report: self._lay_out(report, provider, target),
            failed=lambda error: self._refuse(provider, error),
            owner=self,
        )

    def _lay_out(self, report: PreparedReport, provider: str, target: Path) -> None:
        if not self._waiting:
            self._end(cancelled=True)
            return
        self._job = self._runner.pool_job(
            report.make,
            done=lambda made: self._issue(report, made, provider, target),
            failed=lambda error: self._refuse(provider, error),
            owner=self,
        )

    def _issue(self, report: PreparedReport, made: MadeReport, provider: str, target: Path) -> None:
        if not self._waiting:
            self._end(cancelled=True)
            return
        self._job = self._runner.store_job(
            issue,
            report,
            made,
            done=lambda _changes: self._write(made, provider, target),
            failed=lambda error: self._refuse(provider, error),
            owner=self,
        )

    def _write(self, made: MadeReport, provider: str, target: Path) -> None:
        """Written even when cancelled meanwhile: what was issued has to be in somebody's hands."""
        self._job = self._runner.pool_job(
            made.save,
            target,
            done=lambda result: self._tell(provider, result),
            failed=lambda error: self._refuse(provider, error),
            owner=self,
        )

    def _tell(self, provider: str, result: ReportResult) -> None:
        self.saved.emit(provider, result)
        self._go_on()

    def _refuse(self, provider: str, error: EvaluatorError) -> None:
        if isinstance(error, CancelledError):
            self._end(cancelled=True)
            return
        self.refused.emit(provider, error)
        self._go_on()

    def _go_on(self) -> None:
        if self._waiting:
            self._waiting.popleft()
            self._next()
        else:
            self._end(cancelled=True)

    def _end(self, *, cancelled: bool) -> None:
        self._job = None
        self._waiting.clear()
        self.ended.emit(cancelled)
