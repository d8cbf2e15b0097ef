"""Asks a lead to confirm or decline the class that false material proposes, with a reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.verification import Outcome
from evaluator_desktop.texts import _, language, listed, ngettext
from evaluator_desktop.ui.forms.ui_class_dialog import Ui_ClassDialog
from evaluator_desktop.ui.widgets.plain import one_line


class ClassDialog(QDialog):
    """Signals: `decided(confirmed, reason)` once there is a reason; nothing when cancelled."""

    decided = Signal(bool, str)

    def __init__(self, assessment: Assessment, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_ClassDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(one_line(_("Decision on the class")))
        self.ui.title_label.setText(assessment.record.name)
        self.ui.advice_label.setText(_grounds(assessment))
        self.ui.confirm_button.setEnabled(assessment.has_false_evidence)
        before = assessment.class_decision.body if assessment.class_decision else None
        self.ui.reason_edit.setPlainText(before.reason if before else "")
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.confirm_button.clicked.connect(lambda: self._decide(confirmed=True))
        self.ui.decline_button.clicked.connect(lambda: self._decide(confirmed=False))

    def _decide(self, *, confirmed: bool) -> None:
        reason = self.ui.reason_edit.toPlainText().strip()
        problem = "" if reason else _("Write why.")
        self.ui.reason_problem.set_problem(self.ui.reason_edit, problem)
        if reason:
            self.accept()
            self.decided.emit(confirmed, reason)


def _grounds(a: Assessment) -> str:
    """Say what was found to be false, and which class the scheme proposes for that."""
    files = [e.body.name for item in a.items for e in item.evidence if e.outcome is Outcome.FALSE]
    if not files:
        return _("Nothing is false any longer. Decline what was decided before, with a reason.")
    parameters, count = a.scheme.parameters, len(files)
    wanted = parameters.integrity_class
    bands = (b.name.text(language()) for b in parameters.classes if b.id == wanted)
    found = ngettext("{count} piece is false: {names}", "{count} pieces are false: {names}", count)
    said = found.format(count=count, names=listed(files))
    proposal = _("The scheme proposes the class “{name}”. It is decided here, never by itself.")
    return f"{said}\n{proposal.format(name=next(bands, '—'))}"
