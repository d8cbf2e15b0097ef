"""Rating and reason of one item, always at the same place below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from evaluator_desktop.domain.body_words import rating_words
from evaluator_desktop.domain.scoring import NOT_APPLICABLE_TEXT, parse_rating, rating_text
from evaluator_desktop.domain.suggestion import SuggestedRating
from evaluator_desktop.errors import RatingError
from evaluator_desktop.texts import N_, _
from evaluator_desktop.ui.drafts import Drafts
from evaluator_desktop.ui.forms.ui_workbench_rating_box import Ui_WorkbenchRatingBox
from evaluator_desktop.ui.pages.workbench.field_keys import FieldKeys
from evaluator_desktop.ui.pages.workbench.words import suggestion_words
from evaluator_desktop.ui.widgets.draft import Draft

_WHAT_TO_TYPE = N_("Type 0 to 100 with one decimal at most, or choose “not applicable”.")


@dataclass(frozen=True)
class RatingFacts:
    """What the box shows: `key` names provider and item, `value` is "80", "na" or "" for none."""

    key: str
    value: str
    reason: str
    others: Sequence[str] = ()
    suggested: SuggestedRating | None = None
    """D6: said beside the field, never filled in."""
    is_reason_due: bool = False
    is_read_only: bool = False


class RatingBox(QFrame):
    """Hands over what was typed when a field is left, Enter is pressed or `flush` is called.

    Signals:
        rating_given(key, value, reason): record it; "" takes the rating back.
        finished(): Enter in the rating: go on to the next item.
        escaped(): Esc: back to where one was.
    """

    rating_given = Signal(str, str, str)
    finished = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_WorkbenchRatingBox()
        self.ui.setupUi(self)
        self.ui.rating_edit.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.ui.bounds_label.set_elide()
        self.ui.suggestion_label.set_elide()
        for field in (self.ui.rating_edit, self.ui.reason_edit):
            field.setAcceptDrops(False)  # a dropped file is evidence, never a path in a text
        self._rating, self._reason = Draft(self.ui.rating_edit), Draft(self.ui.reason_edit)
        self._connect()

    def use(self, drafts: Drafts) -> None:
        """Keep what is typed here until it is recorded."""
        self._rating.use(drafts, "rating")
        self._reason.use(drafts, "rating reason")

    def show_rating(self, facts: RatingFacts) -> None:
        """Show what is recorded of an item; what is being typed for it stays."""
        is_other = facts.key != self._rating.key
        self._rating.load(facts.key, rating_words(facts.value))
        self._reason.load(facts.key, facts.reason)
        known = (*facts.others, suggestion_words(facts.suggested))
        self.ui.suggestion_label.setText(" · ".join(known))
        self.ui.not_applicable_button.setChecked(facts.value == NOT_APPLICABLE_TEXT)
        due = _("A reason is needed") if facts.is_reason_due else _("Reason for the rating")
        self.ui.reason_edit.setPlaceholderText(due)
        self.ui.reason_title.setText(
            _("Your reason (needed)") if facts.is_reason_due else _("Your reason")
        )
        for field in (self.ui.rating_edit, self.ui.reason_edit):
            field.setReadOnly(facts.is_read_only)
        self.ui.not_applicable_button.setEnabled(not facts.is_read_only)
        if is_other:
            self._say_problem("")
        if self.ui.rating_edit.hasFocus() and not self._rating.is_changed:
            self.ui.rating_edit.selectAll()

    def start_rating(self) -> None:
        """Bring the focus to the rating, ready to be overwritten."""
        self.ui.rating_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.rating_edit.selectAll()

    def start_reason(self) -> None:
        """Bring the focus to the reason."""
        self.ui.reason_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def flush(self) -> bool:
        """Hand over what was typed; False where the rating is none and stays in the field."""
        if self.ui.rating_edit.isReadOnly():
            return True  # a draft from before the lock waits
        if self._rating.is_changed and not self._rating.is_blank_change():
            return self._give_rating()
        if self._reason.is_changed and self._rating.recorded:
            self._give(self._reason.key, _value_of(self._rating.recorded))
        return True

    def take_back(self, key: str, value: str, reason: str) -> None:
        """Keep what was handed over and could not be recorded."""
        self._rating.take_back(key, rating_words(value))
        self._reason.take_back(key, reason)

    def _connect(self) -> None:
        rating_keys, reason_keys = FieldKeys(self.ui.rating_edit), FieldKeys(self.ui.reason_edit)
        rating_keys.entered.connect(self._enter_rating)
        reason_keys.entered.connect(self._leave_reason)
        reason_keys.escaped.connect(self._leave_reason)
        rating_keys.escaped.connect(self.escaped)
        rating_keys.left.connect(self.flush)
        reason_keys.left.connect(self.flush)
        self.ui.rating_edit.textEdited.connect(lambda: self._say_problem(""))
        self.ui.not_applicable_button.clicked.connect(self._set_not_applicable)

    def _enter_rating(self) -> None:
        field = self.ui.rating_edit
        if not (field.isReadOnly() or field.text().strip() or self._rating.recorded):
            self._say_problem(_(_WHAT_TO_TYPE))
        elif self.flush():
            self.finished.emit()

    def _leave_reason(self) -> None:
        self.flush()
        self.escaped.emit()

    def _set_not_applicable(self, is_on: bool) -> None:
        self.ui.rating_edit.setText(rating_words(NOT_APPLICABLE_TEXT) if is_on else "")
        self.flush()
        if is_on:
            self.start_reason()
        else:
            self.start_rating()

    def _give_rating(self) -> bool:
        typed = self._rating.text.strip()
        try:
            value = rating_text(parse_rating(_value_of(typed))) if typed else ""
        except RatingError:
            self._say_problem(_(_WHAT_TO_TYPE))
            return False
        self._say_problem("")
        self._give(self._rating.key, value)
        return True

    def _give(self, key: str, value: str) -> None:
        self._rating.hand_over()
        self.rating_given.emit(key, value, self._reason.hand_over() if value else "")

    def _say_problem(self, problem: str) -> None:
        self.ui.rating_problem.set_problem(self.ui.rating_edit, problem)


def _value_of(shown: str) -> str:
    """Return the recorded spelling of what the field shows."""
    return NOT_APPLICABLE_TEXT if shown == rating_words(NOT_APPLICABLE_TEXT) else shown
