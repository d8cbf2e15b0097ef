"""The keys of a decision with their results on them, and the reason that goes with it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.texts import _
from evaluator_desktop.ui.drafts import Drafts
from evaluator_desktop.ui.forms.ui_merge_decision_bar import Ui_MergeDecisionBar
from evaluator_desktop.ui.models.conflict_model import both_words, result_cell, result_words
from evaluator_desktop.ui.models.conflict_views import ConflictView
from evaluator_desktop.ui.models.version_model import tier_names, version_letter
from evaluator_desktop.ui.pages.merge.choice_button import ChoiceButton
from evaluator_desktop.ui.pages.merge.hand_form import is_by_hand
from evaluator_desktop.ui.pages.workbench.field_keys import FieldKeys
from evaluator_desktop.ui.widgets.draft import Draft
from evaluator_desktop.ui.widgets.plain import set_tool_tip
from evaluator_desktop.ui.widgets.wrap_row import WrapRow

LATER = "0"


@dataclass(frozen=True)
class Decision:
    """How a conflict is to end: a side by its number, both, or a value written by hand."""

    reason: str
    take: int | None = None
    both: bool = False
    value: dict[str, Any] | None = None


class DecisionBar(QFrame):
    """Signals.

    decided(decision): record it. put_off(): this conflict later.
    """

    decided = Signal(object)
    put_off = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MergeDecisionBar()
        self.ui.setupUi(self)
        self._choice_row = WrapRow()
        self._choice_row.setContentsMargins(0, 0, 0, 0)
        self._choice_row.setSpacing(self.ui.button_layout.spacing())
        self.ui.choice_side.setLayout(self._choice_row)
        self._view: ConflictView | None = None
        self._choices: dict[str, ChoiceButton] = {}
        self._chosen = ""
        self._reason = Draft(self.ui.reason_edit)
        self.ui.later_button.set_key(LATER)
        self.ui.later_button.set_caption(_("Decide later"))
        self.ui.later_button.clicked.connect(lambda _checked=False: self.put_off.emit())
        FieldKeys(self.ui.reason_edit).entered.connect(self._decide)
        self.ui.reason_edit.textEdited.connect(lambda _text: self._show_problem(""))
        self.ui.hand_form.entered.connect(self.ui.reason_edit.setFocus)

    def use(self, drafts: Drafts) -> None:
        """Keep what is typed here until the conflict is settled."""
        self._reason.use(drafts, "resolution reason")
        self.ui.hand_form.use(drafts)

    def settle(self) -> None:
        """What stands here has been recorded."""
        self._reason.settle()
        self.ui.hand_form.settle()

    def show_conflict(self, view: ConflictView, scheme: Scheme) -> None:
        """Offer the ways to settle a conflict; of one that is settled say how it was."""
        same = self._view is not None and self._view.id == view.id and view.is_open
        self._view = view
        self.setEnabled(view.is_open)
        if same:
            return
        self._make_choices(view, scheme)
        self.ui.hand_form.hide()
        self._reason.load(view.id, "" if view.settled is None else view.settled.note.reason)
        self._show_problem("")
        if view.settled is not None:
            self._mark(str(view.settled.taken or self._hand_key))

    def choose(self, key: str) -> bool:
        """Act on a digit: choose a version or the form, or put off; False for other keys."""
        if self._view is None or not self._view.is_open:
            return False
        if key == LATER:
            self.put_off.emit()
            return True
        if key not in self._choices:
            return False
        self._mark(key)
        by_hand = key == self._hand_key
        self.ui.hand_form.setVisible(by_hand)
        if by_hand:
            self.ui.hand_form.take_focus()
        else:
            self.ui.reason_edit.setFocus()
        return True

    def choice_button(self, key: str) -> ChoiceButton:
        """Return the button of a key."""
        return self._choices[key]

    def keys(self) -> tuple[str, ...]:
        """Return the keys that can be chosen, 0 left out."""
        return tuple(self._choices)

    @property
    def _hand_key(self) -> str:
        """Behind the versions and the key of “both”, which is kept free where it is not offered."""
        return str(len(self._view.versions) + 2) if self._view else ""

    @property
    def _both_key(self) -> str:
        return str(len(self._view.versions) + 1) if self._view else ""

    def _make_choices(self, view: ConflictView, scheme: Scheme) -> None:
        for button in self._choices.values():
            self._choice_row.removeWidget(button)
            button.setParent(None)
            button.deleteLater()
        self._choices, self._chosen = {}, ""
        for place in range(len(view.versions)):
            self._add_version(view, place, scheme)
        if view.conflict.both is not None:
            said, keep = both_words(view, scheme), _("Keep both")
            button = self._add(self._both_key, f"{keep}   {_shortened(said)}", f"{keep}, {said}")
            set_tool_tip(button, said)
        if is_by_hand(view):
            self._add(self._hand_key, _("By hand"), _("By hand"))
            self.ui.hand_form.show_conflict(view)

    def _add_version(self, view: ConflictView, place: int, scheme: Scheme) -> None:
        take = _("Take {letter}").format(letter=version_letter(place))
        cell = result_cell(view, place, scheme)
        said = f"{take}, {result_words(view, place, scheme)}"
        short = f"{cell.text} {cell.note}".strip()
        button = self._add(str(place + 1), f"{take}   {_shortened(short)}", said)
        button.set_tier(cell.second_tier, tier_names([cell.second_tier], scheme)[0])

    def _add(self, key: str, text: str, name: str) -> ChoiceButton:
        button = ChoiceButton()
        button.setCheckable(True)
        button.set_key(key)
        button.set_caption(text, name)
        button.clicked.connect(lambda _checked=False: self.choose(key))
        self._choices[key] = button
        self._choice_row.addWidget(button)
        return button

    def _mark(self, key: str) -> None:
        self._chosen = key
        for other, button in self._choices.items():
            button.setChecked(other == key)

    def _decide(self) -> None:
        reason = self.ui.reason_edit.text().strip()
        if self._view is None or not self._chosen:
            keys = " / ".join(self._choices)
            self._show_problem(_("First choose: {keys}").format(keys=keys))
        elif not reason:
            self._show_problem(_("Write why."))
        elif self._chosen == self._both_key:
            self.decided.emit(Decision(reason, both=True))
        elif self._chosen != self._hand_key:
            self.decided.emit(Decision(reason, take=int(self._chosen)))
        else:
            self._decide_by_hand(reason)

    def _decide_by_hand(self, reason: str) -> None:
        try:
            value = self.ui.hand_form.value(reason)
        except EvaluatorError as error:
            self._show_problem(str(error))
        else:
            self.decided.emit(Decision(reason, value=value))

    def _show_problem(self, text: str) -> None:
        self.ui.reason_problem.set_problem(self.ui.reason_edit, text)


def _shortened(text: str, longest: int = 14) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
