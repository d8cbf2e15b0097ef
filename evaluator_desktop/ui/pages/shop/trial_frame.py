"""The frame around everything that is only tried out: nothing inside it is recorded."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from evaluator_desktop.texts import _
from evaluator_desktop.ui.theme import color
from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.plain import PlainLabel, caption

_WIDTH = 3


class TrialBand(QFrame):
    """Says on top of the frame that it is a try-out.

    Signals: `ended()` when a person ends it.
    """

    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign, words = IconLabel(), PlainLabel(_("Trying out: change any number, nothing is saved"))
        sign.set_icon("eye", "partly")
        words.set_role("heading")
        self.end_button = QPushButton(caption(_("End the try-out")))
        self.end_button.setProperty("dense", True)
        self.end_button.clicked.connect(self.ended)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 8, 4)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.end_button)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("partly_soft"))


class TrialFrame(QFrame):
    """Has a border while something is tried out; a TrialBand is the first thing in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_on = False

    def set_on(self, on: bool) -> None:
        """Begin or end; what is inside stays as it is."""
        self.is_on = on
        side = _WIDTH if on else 0
        self.setContentsMargins(side, side, side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_on:
            QPainter(self).fillRect(self.rect(), color("partly"))
