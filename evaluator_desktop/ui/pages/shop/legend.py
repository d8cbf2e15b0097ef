"""What the squares of the login calendar mean; as many of them as there is room for."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from evaluator_desktop.texts import N_, _
from evaluator_desktop.ui.theme import color, font

_SQUARE = 10
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Legend(QWidget):
    """What the squares of the calendar mean."""

    _SIGNS = (
        ("accent", N_("full ten (dot: tenth day)")),
        ("accent_bar", N_("login")),
        ("header", N_("no login")),
        ("", N_("after the cut-off")),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFont(font("small"))

    def sizeHint(self) -> QSize:
        words = sum(self._width(text) for _ink, text in self._SIGNS)
        return QSize(words, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font("small"))
        left, top = 0, (self.height() - _SQUARE) // 2
        for ink, text in self._SIGNS:
            if left + self._width(text) > self.width():
                return
            square = QRect(left, top, _SQUARE, _SQUARE)
            if ink:
                painter.fillRect(square, color(ink))
            painter.setPen(QPen(color("line"), 1))
            if ink in ("", "header"):
                painter.drawRect(square)
            painter.setPen(color("text2"))
            at = QRect(left + _SQUARE + 5, 0, self._width(text), self.height())
            painter.drawText(at, _LEFT, _(text))
            left += self._width(text)

    def _width(self, text: str) -> int:
        return _SQUARE + 5 + self.fontMetrics().horizontalAdvance(_(text)) + 10
