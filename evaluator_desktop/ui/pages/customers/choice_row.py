"""One question of the calling card: its words, and a button with a digit for each answer."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from evaluator_desktop.ui.theme import font, icons
from evaluator_desktop.ui.widgets.key_cap import KeyButton
from evaluator_desktop.ui.widgets.plain import PlainLabel

_GAP = 6
_LEAST_COLUMNS, _MOST_COLUMNS = 2, 3
_LEAST_WIDTH = 300
"""Of the whole row: the buttons then stand in twos."""


class ChoiceRow(QWidget):
    """Signals: `chosen(digit)` when a button is pressed; digits themselves are the card's."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel()
        self._title.set_role("meta")
        self.buttons: dict[str, KeyButton] = {}
        self._columns = 0
        self.setMinimumWidth(_LEAST_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        column.addLayout(self._grid)

    def set_question(self, title: str, answers: Sequence[tuple[str, str, str, str]]) -> None:
        """Ask; `answers` are digit, words, icon and its ink, in the order of the buttons."""
        self._title.setText(title)
        self.setAccessibleName(title)
        for digit, words, icon, ink in answers:
            button = KeyButton(self, cap_first=True)
            button.setCheckable(True)
            if icon:
                button.setIcon(icons.icon(icon, ink))
            button.set_caption(words, f"{title} {words}")
            button.set_key(digit)
            button.setMinimumWidth(_width(button, words))
            button.clicked.connect(lambda _checked, digit=digit: self.chosen.emit(digit))
            self.buttons[digit] = button
        self._place_buttons()

    def set_chosen(self, digit: str, *, is_asked: bool) -> None:
        """Mark the answer that was given, "" for none; `is_asked`: it can be answered now."""
        for own, button in self.buttons.items():
            button.setChecked(own == digit)
            button.setEnabled(is_asked)
        self._title.setEnabled(is_asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def _place_buttons(self) -> None:
        """All in one row where they have room, else in columns as wide as the longest words."""
        buttons = list(self.buttons.values())
        widths = [button.minimumWidth() + _GAP for button in buttons]
        room = self.width() + _GAP
        fitting = max(_LEAST_COLUMNS, room // max(widths, default=room))
        columns = len(buttons) if sum(widths) <= room else min(fitting, _MOST_COLUMNS)
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for place, button in enumerate(buttons):
            self._grid.addWidget(button, place // columns, place % columns)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)


def _width(button: KeyButton, words: str) -> int:
    """Return the room that a button needs when it is chosen and its words are bold."""
    bold, plain = QFontMetrics(font("body", bold=True)), QFontMetrics(font("body"))
    return (
        button.sizeHint().width() + bold.horizontalAdvance(words) - plain.horizontalAdvance(words)
    )
