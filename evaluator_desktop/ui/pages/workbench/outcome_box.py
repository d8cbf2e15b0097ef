"""The outcome of the file at hand: four keys, the method, the day, a note."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

from evaluator_desktop.domain.assessment import EvidenceAssessment
from evaluator_desktop.domain.bodies import OutcomeRecord
from evaluator_desktop.domain.scheme import Item
from evaluator_desktop.domain.verification import METHOD_NAMES, Method, Outcome
from evaluator_desktop.texts import _, today
from evaluator_desktop.ui.drafts import Drafts
from evaluator_desktop.ui.forms.ui_workbench_outcome_box import Ui_WorkbenchOutcomeBox
from evaluator_desktop.ui.pages.workbench.field_keys import FieldKeys
from evaluator_desktop.ui.widgets.draft import Draft
from evaluator_desktop.ui.widgets.outcome import OUTCOME_KEYS


@dataclass(frozen=True)
class Judgement:
    """What a person found about a file; `note` None keeps the one that is there."""

    evidence: str
    outcome: str
    method: str
    on: date
    note: str | None = None


class OutcomeBox(QFrame):
    """Shows one file's outcome.

    Signals:
        judged(judgement): record this `Judgement`, then go on to the next file.
        described(judgement): record it and stay: note, method or day were changed.
        escaped(): Esc: back to where one was.
    """

    judged = Signal(object)
    described = Signal(object)
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_WorkbenchOutcomeBox()
        self.ui.setupUi(self)
        self._evidence: EvidenceAssessment | None = None
        self._note = Draft(self.ui.note_edit)
        self.ui.name_label.set_elide()
        self.ui.note_edit.set_key("F2")
        self.ui.note_edit.setAcceptDrops(False)
        for method in Method:
            self.ui.method_combo.addItem(_(METHOD_NAMES[method]), str(method))
        self.ui.day_edit.setDate(_today())
        self._add_buttons()
        self._connect()

    def use(self, drafts: Drafts) -> None:
        """Keep the note that is typed until it is recorded."""
        self._note.use(drafts, "note")

    def show_evidence(
        self, number: int, evidence: EvidenceAssessment | None, item: Item, *, is_open: bool
    ) -> None:
        """Show a file by its number from 1; `is_open`: outcomes are taken now."""
        if self._note.key != (evidence.entity.id if evidence else ""):
            self.flush()
        before, self._evidence = self._evidence, evidence
        record = evidence.record.last.body if evidence and evidence.record else None
        self._note.load(evidence.entity.id if evidence else "", record.note if record else "")
        self.ui.name_label.setText(f"{number} {evidence.body.name}" if evidence else "")
        if record or before is None or evidence is None or before.entity.id != evidence.entity.id:
            self._show_how(record, _default_method(item, evidence))
        takes = evidence is not None and not evidence.removed and is_open
        for widget in (*self._buttons.values(), self.ui.method_combo, self.ui.day_edit):
            widget.setEnabled(takes)
        self.ui.note_edit.setEnabled(takes)

    def give(self, outcome: str) -> None:
        """Judge the file at hand as if its key had been pressed."""
        if self._evidence is not None and self._buttons[Outcome.VERIFIED].isEnabled():
            note = self._note.hand_over() if self._note.is_changed else None
            self.judged.emit(self._judgement(outcome, note))

    def start_note(self) -> bool:
        """Bring the focus to the note; False where there is nothing to note."""
        if self.ui.note_edit.isEnabled():
            self.ui.note_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return self.ui.note_edit.isEnabled()

    def flush(self) -> None:
        """Hand over the note if it was changed."""
        if self._evidence is not None and self._note.is_changed and self.ui.note_edit.isEnabled():
            self._describe(self._note.hand_over())

    def take_back(self, judgement: Judgement) -> None:
        """Keep the note of what could not be recorded."""
        if judgement.note:
            self._note.take_back(judgement.evidence, judgement.note)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the digits on a button that Tab led to; never change a choice by a passing wheel."""
        if event.type() == QEvent.Type.Wheel:
            return isinstance(watched, QWidget) and not watched.hasFocus()
        is_button = isinstance(watched, QAbstractButton)
        if is_button and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            outcome = OUTCOME_KEYS.get(event.text())
            if outcome is not None:
                self.give(outcome)
                return True
        return False

    def _show_how(self, record: OutcomeRecord | None, default_method: str) -> None:
        method = record.method if record else default_method
        self.ui.method_combo.setCurrentIndex(self.ui.method_combo.findData(method))
        on = QDate.fromString(record.on, Qt.DateFormat.ISODate) if record else _today()
        self.ui.day_edit.setDate(on)

    def _add_buttons(self) -> None:
        self._buttons = {
            Outcome.VERIFIED: self.ui.verified_button,
            Outcome.PARTLY_VERIFIED: self.ui.partly_button,
            Outcome.FALSE: self.ui.false_button,
            Outcome.UNVERIFIABLE: self.ui.unverifiable_button,
        }
        for outcome, button in self._buttons.items():
            button.set_outcome(outcome)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the list
            button.installEventFilter(self)
            button.clicked.connect(lambda _checked=False, o=outcome: self.give(o))

    def _connect(self) -> None:
        for choice in (self.ui.method_combo, self.ui.day_edit):
            choice.installEventFilter(self)
        keys = FieldKeys(self.ui.note_edit)
        for signal in (keys.entered, keys.escaped):
            signal.connect(self._leave_note)
        keys.left.connect(self.flush)
        self.ui.method_combo.activated.connect(self._change_how)
        self.ui.day_edit.editingFinished.connect(self._change_how)

    def _leave_note(self) -> None:
        self.flush()
        self.escaped.emit()

    def _change_how(self) -> None:
        """Record another method or day of an outcome that was given; for a new one they wait."""
        record = self._evidence.record.body if self._evidence and self._evidence.record else None
        if record is None or record.outcome == Outcome.PENDING:
            return
        now = self._judgement(record.outcome, None)
        if (now.method, now.on.isoformat()) != (record.method, record.on):
            self.described.emit(now)

    def _describe(self, note: str) -> None:
        outcome = self._evidence.outcome if self._evidence else Outcome.PENDING
        self.described.emit(self._judgement(outcome, note))

    def _judgement(self, outcome: str, note: str | None) -> Judgement:
        shown = self.ui.day_edit.date()
        return Judgement(
            self._evidence.entity.id if self._evidence else "",
            outcome,
            str(self.ui.method_combo.currentData()),
            date(shown.year(), shown.month(), shown.day()),
            note,
        )


def _today() -> QDate:
    day = today()
    return QDate(day.year, day.month, day.day)


def _default_method(item: Item, evidence: EvidenceAssessment | None) -> str:
    asked = item.requirement(evidence.body.requirement or "") if evidence else None
    methods = [requirement.method for requirement in item.requirements]
    return asked.method if asked else (methods or [str(Method.ORIGINAL)])[0]
