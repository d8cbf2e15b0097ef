"""Taking packages in: which were given, looking at them, and the merge itself.

Looking is a dry run: it verifies and writes nothing. Packages are read and verified beside the
store's thread, so people go on working meanwhile. It knows no widgets.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

from PySide6.QtCore import QObject, Signal

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.exchange.keys import Keys
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations.merge import (
    MergeReport,
    PackageResult,
    Trust,
    merge_packages_apart,
)
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.ui.models.package_model import PackageRow

if TYPE_CHECKING:
    from evaluator_desktop.jobs.job import Job


class Intake(QObject):
    """Signals.

    rows_changed(): packages, or what is known of them. looking(total), merging(total): it begins.
    advanced(done, total). ended(): nothing runs any more. merged(): something came in.
    failed(error): it stopped; what had come in before stays.
    """

    rows_changed = Signal()
    looking = Signal(int)
    merging = Signal(int)
    advanced = Signal(int, int)
    ended = Signal()
    merged = Signal()
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._job: Job | None = None
        self._trusted: tuple[str, ...] = ()
        self._passphrases: tuple[str, ...] = ()  # forgotten with the page, kept nowhere
        self._looked_at: list[Path] = []
        self._is_merging = self._is_attempt = False
        self.rows: list[PackageRow] = []
        self.came_in: list[PackageResult] = []
        runner.progress_changed.connect(self._hear_progress)

    @property
    def mergeable(self) -> list[PackageRow]:
        return [row for row in self.rows if row.can_merge]

    @property
    def results(self) -> list[PackageResult]:
        """What the packages that can be merged would bring."""
        return [row.result for row in self.mergeable if row.result is not None]

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def add(self, paths: Sequence[Path]) -> None:
        """Look at more files; one that is in the list already is looked at again."""
        known = [row.path for row in self.rows]
        new = list(dict.fromkeys(path for path in paths if path not in known))
        self.rows += [PackageRow(path, written=_written(path)) for path in new]
        self._look()

    def trust(self, fingerprint: str) -> None:
        """The digits of a device agree: look at its packages again; kept with the merge."""
        if self._is_merging:
            return
        self._trusted += (fingerprint,)
        self._look_again()

    def leave_out(self, fingerprint: str) -> None:
        """The digits do not agree: forget a device's packages; the files stay where they are."""
        if self._is_merging:
            return
        self.rows = [row for row in self.rows if row.device != fingerprint or row.merged]
        self.rows_changed.emit()

    def unlock(self, path: Path, passphrase: str) -> None:
        """Try a passphrase on a package, and on the others that need one. As often as one likes."""
        if self._is_merging:
            return
        self._passphrases = (normalize("NFC", passphrase), *self._passphrases)
        self._is_attempt = True
        self.rows = [replace(row, tried=row.tried or row.path == path) for row in self.rows]
        self._look_again()

    def merge(self) -> None:
        """Merge what can be merged, one transaction a package."""
        paths = [row.path for row in self.mergeable]
        self._is_merging = True
        self.merging.emit(len(paths))
        self._job = self._runner.pool_job(
            merge_packages_apart,
            paths,
            trust=Trust(self._trusted),
            keys=Keys(others=self._passphrases),
            done=self._hear_merged,
            failed=self._hear_failed,
            owner=self,
        )

    def forget_merged(self) -> None:
        """What had come in was taken back: look at those packages again."""
        self.came_in = []
        self.rows = [replace(row, merged=False) for row in self.rows]
        self._look()

    def cancel(self) -> None:
        """Stop before the next package."""
        if self._job is not None:
            self._job.cancel()

    def _look_again(self) -> None:
        """Look at what could not be taken; nothing has changed for the others."""
        self._look([row.path for row in self.rows if not (row.merged or row.is_taken)])

    def _look(self, wanted: list[Path] | None = None) -> None:
        paths = [row.path for row in self.rows if not row.merged] if wanted is None else wanted
        self.rows_changed.emit()
        if not paths:
            return
        self._looked_at = paths
        self.looking.emit(len(paths))
        self._job = self._runner.pool_job(
            merge_packages_apart,
            paths,
            trust=Trust(self._trusted),
            keys=Keys(others=self._passphrases),
            dry_run=True,
            done=self._hear_looked,
            failed=self._hear_failed,
            owner=self,
            topic="packages",
        )

    def _hear_looked(self, report: MergeReport) -> None:
        found = dict(zip(self._looked_at, report.packages, strict=True))
        locked = {row.path for row in self.rows if row.needs_passphrase}
        self.rows = [replace(row, result=found.get(row.path, row.result)) for row in self.rows]
        still = {row.path for row in self.rows if row.needs_passphrase}
        if self._is_attempt and locked <= still:  # it opened none: it would only take time again
            self._passphrases = self._passphrases[1:]
        self._is_attempt = False
        self._end()
        self.rows_changed.emit()

    def _hear_merged(self, report: MergeReport) -> None:
        paths = [row.path for row in self.mergeable]
        found = dict(zip(paths, report.packages, strict=False))  # shorter where it was stopped
        self.came_in += [result for result in report.packages if result.changes]
        self.rows = [
            replace(row, result=found[row.path], merged=found[row.path].changes is not None)
            if row.path in found
            else row
            for row in self.rows
        ]
        self._end()
        self.merged.emit()
        self._look()  # others may have waited for one of these
        if report.stopped is not None:
            self.failed.emit(report.stopped)

    def _hear_failed(self, error: EvaluatorError) -> None:
        self._end()
        if isinstance(error, CancelledError):
            self.rows = [row for row in self.rows if row.result is not None]
            self.rows_changed.emit()
        else:
            self.failed.emit(error)

    def _end(self) -> None:
        self._job, self._is_merging = None, False
        self.ended.emit()

    def _hear_progress(self, number: int, done: int, total: int, _text: str) -> None:
        if self._job is not None and self._job.number == number:
            self.advanced.emit(done, total)


def _written(path: Path) -> str:
    """Return when a file was written (UTC, ISO), as its medium says; "" where it does not."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat()
    except OSError:
        return ""
