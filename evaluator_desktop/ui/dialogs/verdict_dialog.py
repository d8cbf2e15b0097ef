"""What a PDF is against what was issued: as issued, written anew, altered, or overtaken."""

from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.operations.issuing import VERDICT_NAMES, CheckedReport, Verdict
from evaluator_desktop.texts import _
from evaluator_desktop.ui.forms.ui_verdict_dialog import Ui_VerdictDialog
from evaluator_desktop.ui.widgets.plain import lines

_LOOKS = {
    Verdict.AS_ISSUED: ("outcome_verified", "ok"),
    Verdict.SAME_CONTENT: ("outcome_partly_verified", "partly"),
    Verdict.ALTERED: ("outcome_false", "false"),
    Verdict.DATA_CHANGED: ("warning", "partly"),
}


class VerdictDialog(QDialog):
    """Shows one verdict, and what was recorded since where that is it."""

    def __init__(self, name: str, checked: CheckedReport, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_VerdictDialog()
        self.ui.setupUi(self)
        self.ui.verdict_sign.set_icon(*_LOOKS[checked.verdict])
        self.ui.verdict_label.setText(_(VERDICT_NAMES[checked.verdict]))
        said = _("{file} · report number {number}").format(file=name, number=checked.number)
        self.ui.file_label.setText(said)
        self.ui.change_edit.setPlainText(lines("\n".join(checked.changed)))
        for widget in (self.ui.change_label, self.ui.change_edit):
            widget.setVisible(bool(checked.changed))
        self.ui.close_button.clicked.connect(self.accept)
        if not checked.changed:
            self.resize(self.width(), self.sizeHint().height())
