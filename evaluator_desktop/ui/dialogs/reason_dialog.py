"""Asks for the reason of something that needs one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.texts import _
from evaluator_desktop.ui.dialogs.primary_button import primary_button
from evaluator_desktop.ui.forms.ui_reason_dialog import Ui_ReasonDialog
from evaluator_desktop.ui.widgets.plain import one_line


class ReasonDialog(QDialog):
    """Signals: `reason_given(reason)` once there is one; nothing when it is cancelled."""

    reason_given = Signal(str)

    def __init__(self, title: str, advice: str, verb: str, parent: QWidget) -> None:
        """Ask under `title`; `advice` says what follows, `verb` stands on the button."""
        super().__init__(parent)
        self.ui = Ui_ReasonDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(one_line(title))
        self.ui.title_label.setText(title)
        self.ui.advice_label.setText(advice)
        primary_button(self.ui.button_box, verb)
        self.ui.button_box.accepted.connect(self._accept)
        self.ui.button_box.rejected.connect(self.reject)

    def _accept(self) -> None:
        reason = self.ui.reason_edit.toPlainText().strip()
        problem = "" if reason else _("Write why.")
        self.ui.reason_problem.set_problem(self.ui.reason_edit, problem)
        if reason:
            self.accept()
            self.reason_given.emit(reason)
