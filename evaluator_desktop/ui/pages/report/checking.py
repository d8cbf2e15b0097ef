"""Checking a PDF that somebody brought: read on the pool, compared with the history."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations.batch import OnStore
from evaluator_desktop.operations.issuing import CheckedReport, compare_report, read_file
from evaluator_desktop.reports.fingerprint import LARGEST_PDF
from evaluator_desktop.texts import _
from evaluator_desktop.ui.dialogs.files import choose_file
from evaluator_desktop.ui.dialogs.verdict_dialog import VerdictDialog

_PDF = "*.pdf"


class Checking(QObject):
    """Signals: `failed(error)`: the file is no report that is known here."""

    failed = Signal(object)

    def __init__(self, runner: Runner, page: QWidget) -> None:
        super().__init__(page)
        self._runner, self._page = runner, page

    def choose(self) -> None:
        """Ask for a file and check it."""
        if path := choose_file(self._page, _("Check a report"), _PDF):
            self.check(path)

    def check(self, path: Path) -> None:
        """Check a file; the answer is a dialog."""
        self._runner.pool_job(
            _check,
            path,
            done=lambda checked: self._show(path, checked),
            failed=self.failed.emit,
            owner=self,
            topic="check",
        )

    def _show(self, path: Path, checked: CheckedReport) -> None:
        VerdictDialog(path.name, checked, self._page).open()


def _check(path: Path, *, on_store: OnStore) -> CheckedReport:
    try:
        too_large = path.stat().st_size > LARGEST_PDF
        content = b"" if too_large else path.read_bytes()
    except OSError as error:
        problem = _("cannot be read ({reason}). Close it elsewhere or check its permissions.")
        problem = problem.format(reason=error.strerror)
        raise FileProblemError(file=path.name, problem=problem) from error
    checked: Any = on_store(compare_report, read_file(content, path.name))
    if not isinstance(checked, CheckedReport):
        raise TypeError(checked)
    return checked
