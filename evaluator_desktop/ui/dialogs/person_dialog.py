"""Who works from now on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from evaluator_desktop.domain.bodies import LONGEST_WORD
from evaluator_desktop.store.queries.status import WorkspaceFacts
from evaluator_desktop.texts import _
from evaluator_desktop.ui.forms.ui_person_dialog import Ui_PersonDialog


class PersonDialog(QDialog):
    """Signals: `person_chosen(name)`."""

    person_chosen = Signal(str)

    def __init__(self, facts: WorkspaceFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PersonDialog()
        self.ui.setupUi(self)
        self._listed = facts.persons
        self.ui.person_combo.addItems(list(facts.persons))
        edit = QLineEdit(self)
        edit.setMaxLength(LONGEST_WORD)
        self.ui.person_combo.setLineEdit(edit)
        self.ui.person_combo.editTextChanged.connect(self._judge)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.switch_button.clicked.connect(self._choose)
        self._judge(facts.person)

    def _judge(self, text: str) -> None:
        name = text.strip()
        self.ui.switch_button.setEnabled(bool(name))
        unknown = _("This name is not listed in the round; it is accepted and marked.")
        self.ui.remark_label.setText(unknown if name and name not in self._listed else "")

    def _choose(self) -> None:
        self.person_chosen.emit(self.ui.person_combo.currentText().strip())
        self.accept()
