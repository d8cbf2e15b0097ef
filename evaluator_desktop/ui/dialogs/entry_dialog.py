"""Asks for the numbers behind the entry conditions that nothing else here knows (D12)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.entry import RECORDED, entry_results
from evaluator_desktop.operations.entry import LARGEST
from evaluator_desktop.texts import _, language
from evaluator_desktop.ui.forms.ui_entry_dialog import Ui_EntryDialog
from evaluator_desktop.ui.widgets.plain import PlainLabel, one_line

_FIELD_WIDTH = 96


class EntryDialog(QDialog):
    """Signals: `recorded(condition, number)` for each that was changed."""

    recorded = Signal(str, int)

    def __init__(self, assessment: Assessment, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_EntryDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(one_line(_("Entry conditions")))
        self.ui.title_label.setText(assessment.record.name)
        advice = _("Whole numbers; yes is 1, no is 0. They never change a score.")
        self.ui.advice_label.setText(advice)
        self.fields: dict[str, QLineEdit] = {}
        self._before: dict[str, str] = {}
        for result in entry_results(assessment):
            if result.condition.measure in RECORDED:
                name = result.condition.name.text(language())
                self._add(result.condition.id, name, result.text or "")
        self.ui.button_box.accepted.connect(self._accept)
        self.ui.button_box.rejected.connect(self.reject)

    def _add(self, condition: str, name: str, known: str) -> None:
        field = QLineEdit(known)
        field.setFixedWidth(_FIELD_WIDTH)
        field.setAccessibleName(one_line(name))
        self.fields[condition], self._before[condition] = field, known
        self.ui.field_layout.addRow(PlainLabel(name), field)

    def _accept(self) -> None:
        changed = {c: f for c, f in self.fields.items() if f.text().strip() != self._before[c]}
        for field in changed.values():
            if _number(field.text()) is None:
                text = _("give a whole number from 0 to {largest}").format(largest=LARGEST)
                self.ui.field_problem.set_problem(field, text)
                field.setFocus()
                return
        self.accept()
        for condition, field in changed.items():
            self.recorded.emit(condition, _number(field.text()))


def _number(text: str) -> int | None:
    """Read a whole number, full-width digits too."""
    typed = text.strip()
    number = int(typed) if typed.isdecimal() else None
    return number if number is not None and number <= LARGEST else None
