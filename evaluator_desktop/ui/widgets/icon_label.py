"""A single icon that stands beside words, in the colour of a token."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from evaluator_desktop.ui.theme import PX, icons
from evaluator_desktop.ui.widgets.plain import set_tool_tip


class IconLabel(QWidget):
    """An icon; whoever stands alone gets a name, which is its tool tip too."""

    def __init__(self, parent: QWidget | None = None, side: int = PX["icon"]) -> None:
        super().__init__(parent)
        self._name, self._ink = "", "text2"
        self.setFixedSize(side, side)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, name: str, ink: str = "text2", says: str = "") -> None:
        """Show an icon of resources/icons; "" shows nothing and keeps the place."""
        self._name, self._ink = name, ink
        self.setAccessibleName(says)
        set_tool_tip(self, says)
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            icons.paint(QPainter(self), self._name, QRect(0, 0, *self.size().toTuple()), self._ink)
