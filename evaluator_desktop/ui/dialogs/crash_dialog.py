"""What happens when the program itself made a mistake: a log, a dialog, and the work goes on."""

import logging
import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from evaluator_desktop.errors import crash_report
from evaluator_desktop.ui.forms.ui_crash_dialog import Ui_CrashDialog

_REPORT_HEIGHT = 420
_log = logging.getLogger(__name__)


class CrashDialog(QDialog):
    """Says that the program failed and what is safe; the report stands behind a button."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_CrashDialog()
        self.ui.setupUi(self)
        self.ui.report_edit.setPlainText(report)
        self._height = self.height()
        self.ui.details_button.toggled.connect(self._show_report)
        self.ui.copy_button.clicked.connect(lambda: QApplication.clipboard().setText(report))
        self.ui.continue_button.clicked.connect(self.accept)
        self.ui.continue_button.setFocus()

    def _show_report(self, is_wanted: bool) -> None:
        self.ui.report_edit.setVisible(is_wanted)
        self.resize(self.width(), _REPORT_HEIGHT if is_wanted else self._height)


class CrashHook:
    """Takes over `sys.excepthook`: each mistake is logged, the first on screen is shown."""

    def __init__(self) -> None:
        self.count = 0
        self._dialog: CrashDialog | None = None

    def install(self) -> None:
        """Catch from now on what nobody caught."""
        sys.excepthook = self.catch

    def catch(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Log and show one mistake; Ctrl+C in a terminal still ends the program."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.count += 1
        report = crash_report(error)
        _log.error("%s", report)
        if self._dialog is None and QApplication.instance() is not None:
            self._show(report)

    def _show(self, report: str) -> None:
        self._dialog = CrashDialog(report, QApplication.activeWindow())
        self._dialog.finished.connect(self._forget)
        self._dialog.open()

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None
