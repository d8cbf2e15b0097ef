"""What a file is handed in for, its own date, and a note on it."""

import re
from datetime import date
from unicodedata import normalize

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.domain.assessment import EvidenceAssessment
from evaluator_desktop.domain.scheme import Item
from evaluator_desktop.texts import _, language
from evaluator_desktop.ui.forms.ui_evidence_dialog import Ui_EvidenceDialog
from evaluator_desktop.ui.widgets.plain import caption, one_line

_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")


class EvidenceDialog(QDialog):
    """Signals: `described(requirement, captured_on, note)`: str or None, date or None, str."""

    described = Signal(object, object, str)

    def __init__(
        self, item: Item, evidence: EvidenceAssessment, parent: QWidget, suggested: str = ""
    ) -> None:
        """Ask; `suggested` is the day that its camera wrote into a photo, or ""."""
        super().__init__(parent)
        self.ui = Ui_EvidenceDialog()
        self.ui.setupUi(self)
        body = evidence.body
        self.setWindowTitle(one_line(body.name))
        self.ui.title_label.setText(body.name)
        self.ui.title_label.set_elide()
        combo = self.ui.requirement_combo
        combo.addItem(_("for no requirement"), None)
        for requirement in item.requirements:
            combo.addItem(caption(requirement.name.text(language())), requirement.id)
        combo.setCurrentIndex(max(0, combo.findData(body.requirement)))
        self.ui.day_edit.setText(body.captured_on or "")
        button = self.ui.suggestion_button
        button.setText(_("Suggested: {day}, by the camera").format(day=suggested))
        button.setVisible(bool(suggested) and suggested != body.captured_on)
        button.clicked.connect(lambda: self.ui.day_edit.setText(suggested))
        self.ui.note_edit.setText(body.note)
        self.ui.button_box.accepted.connect(self._accept)
        self.ui.button_box.rejected.connect(self.reject)

    def _accept(self) -> None:
        typed = self.ui.day_edit.text().strip()
        day = typed_day(typed)
        is_wrong = bool(typed) and day is None
        problem = _("Write the day like 2026-10-12, or nothing.") if is_wrong else ""
        self.ui.day_problem.set_problem(self.ui.day_edit, problem)
        if not is_wrong:
            self.accept()
            self.described.emit(
                self.ui.requirement_combo.currentData(), day, self.ui.note_edit.text()
            )


def typed_day(text: str) -> date | None:
    """Read a calendar day, year first; None for anything else."""
    found = _DAY.fullmatch(normalize("NFKC", text))
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
