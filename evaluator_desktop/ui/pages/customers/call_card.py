"""The calling card: one customer, the questions, and digits that answer them.

Number and name stand here in full, for whoever dials; every list shows them masked.
"""

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from evaluator_desktop.domain.satisfaction import (
    DISPOSITION_NAMES,
    SATISFACTION_NAMES,
    Disposition,
)
from evaluator_desktop.store.queries.customers import SamplePlace
from evaluator_desktop.texts import N_, _
from evaluator_desktop.ui.drafts import Drafts
from evaluator_desktop.ui.forms.ui_customers_call_card import Ui_CustomersCallCard
from evaluator_desktop.ui.models.call_answer import (
    DISPOSITION_DIGITS,
    SATISFACTION_DIGITS,
    Answer,
    Question,
)
from evaluator_desktop.ui.models.customer_words import answer_words, attempt_words, dial_text
from evaluator_desktop.ui.pages.customers.choice_row import ChoiceRow
from evaluator_desktop.ui.pages.workbench.field_keys import FieldKeys
from evaluator_desktop.ui.widgets.draft import Draft

_SIGNS = {
    Disposition.COMPLETED: ("outcome_verified", "ok"),
    Disposition.NO_ANSWER: ("clock", "text2"),
    Disposition.REFUSED: ("minus", "text2"),
    Disposition.WRONG_NUMBER: ("close", "text2"),
    Disposition.NOT_A_CUSTOMER: ("person", "text2"),
}
_DUE = {
    Question.DISPOSITION: N_("Dial, then say what came of it: 1 to 5."),
    Question.SERVICE: N_("Did the service take place? 1 yes, 2 no."),
    Question.SATISFACTION: N_("How satisfied? 5 very satisfied, down to 1."),
    None: N_("Enter records and goes to the next; F2 for words, Backspace takes a digit back."),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class GivenCall:
    """What is to be recorded: of whom, what, and the words (None leaves those that are there)."""

    place: SamplePlace
    answer: Answer
    words: str | None


class CallCard(QWidget):
    """Shows one customer.

    Signals:
        call_given(given): Enter on an answer that is whole: record this `GivenCall`.
        changed(): a digit was typed or taken back.
    """

    call_given = Signal(object)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_CustomersCallCard()
        self.ui.setupUi(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Calling card"))
        self._place: SamplePlace | None = None
        self._answer = Answer()
        self._can_record = self._is_waiting = False
        self._kept: dict[str, Answer] = {}
        self._words = Draft(self.ui.words_edit)
        self._rows = {
            Question.DISPOSITION: self.ui.disposition_choices,
            Question.SERVICE: self.ui.service_choices,
            Question.SATISFACTION: self.ui.satisfaction_choices,
        }
        self._ask()
        self._connect()

    def use(self, drafts: Drafts) -> None:
        """Keep the words that are typed until the call is recorded."""
        self._words.use(drafts, "customer words")

    @property
    def place(self) -> SamplePlace | None:
        """Whose card it is."""
        return self._place

    @property
    def answer(self) -> Answer:
        """What was typed and is not recorded."""
        return self._answer

    @property
    def is_begun(self) -> bool:
        """Something was typed that is not recorded yet."""
        return self._answer != Answer() or self._words.is_changed

    def show_place(
        self, place: SamplePlace | None, *, of: int, most: int, notice: str, can_record: bool
    ) -> None:
        """Show a customer of a sample of `of`, who is called up to `most` times.

        What was typed for somebody else waits until they are shown again. `notice` says what
        stands in the way or is to be minded.
        """
        self._is_waiting = False
        if self._place is not None and self._answer != Answer():
            self._kept[self._place.customer] = self._answer
        self._place, self._can_record = place, can_record
        self._answer = self._kept.pop(place.customer, Answer()) if place else Answer()
        self._words.load(place.customer if place else "", place.words if place else "")
        if place is not None:
            self._show_customer(place, of, most)
        if notice:
            self.ui.card_notice.show_notice(notice)
        else:
            self.ui.card_notice.clear()
        self.ui.questions.setVisible(can_record)
        self._show_answer()

    def forget(self) -> None:
        """Let go of what was typed: it was handed over. Keys mean nothing until the next card."""
        self._answer, self._is_waiting = Answer(), True
        self._words.hand_over()

    def take_back(self, given: GivenCall) -> None:
        """Keep what was handed over and could not be recorded."""
        self._is_waiting = False
        if self._place is not None and self._place.customer == given.place.customer:
            self._answer = given.answer
            self._show_answer()
        else:
            self._kept[given.place.customer] = given.answer
        if given.words is not None:
            self._words.take_back(given.place.customer, given.words)

    def start_words(self) -> None:
        """Bring the focus to what the customer said (F2)."""
        if self._can_record:
            self.ui.words_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        digit = _digit(event.text())
        if self._is_waiting:
            return
        if not plain or not self._can_record:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.give()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._set_answer(self._answer.taken_back())
        elif digit:
            self._set_answer(self._answer.typed(digit))
        else:
            super().keyPressEvent(event)

    def give(self) -> None:
        """Hand the answer over, if it is whole."""
        if self._place is None or not self._can_record or self._is_waiting:
            return
        if self._answer.due is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        words = self._words.text.strip()
        changed = self._words.is_changed and words != self._place.words
        self.call_given.emit(GivenCall(self._place, self._answer, words if changed else None))

    def _set_answer(self, answer: Answer) -> None:
        self._answer = answer
        self._show_answer()
        self.changed.emit()

    def _show_customer(self, place: SamplePlace, of: int, most: int) -> None:
        ui = self.ui
        ui.name_label.setText(place.name or _("The name is not on this computer."))
        ui.phone_label.setText("" if place.phone is None else dial_text(place.phone))
        ui.phone_label.setVisible(bool(place.phone))
        kind = _("Reserve, No. {number}") if place.is_reserve else _("No. {number} of {count}")
        ui.place_label.setText(kind.format(number=place.number, count=of))
        ui.before_label.setText(_before(place, most))

    def _show_answer(self) -> None:
        answer = self._answer
        for question, row in self._rows.items():
            row.set_chosen(answer.digit(question), is_asked=answer.asks(question))
        step = _(_DUE[answer.due])
        self.ui.step_label.setText(step)
        name, phone = self.ui.name_label.text(), self.ui.phone_label.text()
        self.setAccessibleDescription(" · ".join((name, phone, answer_words(answer), step)))
        self.ui.record_button.setEnabled(answer.due is None)

    def _ask(self) -> None:
        names = {
            digit: (_(DISPOSITION_NAMES[d]), *_SIGNS[d]) for digit, d in DISPOSITION_DIGITS.items()
        }
        _set_question(self.ui.disposition_choices, _("What came of the call"), names)
        real = {
            "1": (_("Yes, real"), "tick", "ok"),
            "2": (_("No, not real"), "outcome_false", "false"),
        }
        _set_question(self.ui.service_choices, _("Service true?"), real)
        levels = {
            digit: (_(SATISFACTION_NAMES[value]), "", "text2")
            for digit, value in SATISFACTION_DIGITS.items()
        }
        _set_question(self.ui.satisfaction_choices, _("Satisfaction"), levels)
        self.ui.record_button.setProperty("kind", "primary")
        self.ui.record_button.set_caption(_("Record"))
        self.ui.record_button.set_key("Enter")

    def _connect(self) -> None:
        for question, row in self._rows.items():
            row.chosen.connect(lambda digit, asked=question: self._choose(asked, digit))
        self.ui.record_button.clicked.connect(self.give)
        keys = FieldKeys(self.ui.words_edit)
        keys.entered.connect(self.give)
        keys.escaped.connect(self.setFocus)

    def _choose(self, question: Question, digit: str) -> None:
        """A click answers its own question, whichever is due, and gives the keys back."""
        if not self._is_waiting:
            self._set_answer(self._answer.answered(question, digit))
        self.setFocus(Qt.FocusReason.OtherFocusReason)


def _set_question(row: ChoiceRow, title: str, answers: dict[str, tuple[str, str, str]]) -> None:
    row.set_question(title, [(digit, *shown) for digit, shown in answers.items()])


def _before(place: SamplePlace, most: int) -> str:
    """Say what came of the calls before."""
    made = len(place.attempts)
    if not made:
        return _("Not called yet; up to {most} attempts").format(most=most)
    now = answer_words(Answer.of(place.call)) if place.call else _("In conflict")
    said = _("Attempts so far: {made} of {most} · {now}").format(made=made, most=most, now=now)
    return "\n".join((said, *map(attempt_words, place.attempts[-most:])))


def _digit(text: str) -> str:
    """Return the digit that was typed, full-width ones too; "" for anything else."""
    value = unicodedata.digit(text, None) if len(text) == 1 else None
    return "" if value is None else str(value)
