"""The navigation at the left: icons and words, one entry a page."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from evaluator_desktop.ui.theme import PX, color, font, icons
from evaluator_desktop.ui.widgets.plain import set_tool_tip

_ENTRY_HEIGHT, _LEAST_HEIGHT = 58, 42
_PICTURE, _WORDS_AT = 40, 24
"""Height of icon and words together, and where in it the words begin."""
_GAP = 6


class Rail(QFrame):
    """Entries of which one is current.

    Signals: `page_chosen(page_id)` when a person picks an entry.
    """

    page_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, _Entry] = {}
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(
            lambda place: self.page_chosen.emit(list(self._entries)[place])
        )
        self.setFixedWidth(PX["rail"])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 5, 2, 5)
        self._column.setSpacing(_GAP)
        self._column.addStretch()

    def add_entry(self, page_id: str, words: str, icon: str, key: str) -> None:
        """Add an entry below the others."""
        entry = _Entry(words, icon, self)
        entry.setAccessibleName(words)
        set_tool_tip(entry, f"{words}  {key}")
        self._group.addButton(entry, len(self._entries))
        self._entries[page_id] = entry
        self._column.insertWidget(self._column.count() - 1, entry)

    def set_current(self, page_id: str) -> None:
        """Mark an entry; nothing is signalled."""
        self._entries[page_id].setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("header"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), color("line"))


class _Entry(QAbstractButton):
    def __init__(self, words: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setMaximumHeight(_ENTRY_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(PX["rail"], _ENTRY_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        current = self.isChecked()
        self._paint_ground(painter)
        ink = "accent" if current else "text2" if self.isEnabled() else "text3"
        side = PX["icon_rail"]
        top = (self.height() - _PICTURE) // 2
        corner = QPoint((self.width() - side) // 2, top)
        icons.paint(painter, self._icon, QRect(corner, QSize(side, side)), ink)
        painter.setFont(font("small", bold=current))
        if painter.fontMetrics().horizontalAdvance(self.text()) > self.width() - 2 * PX["bar"]:
            painter.setFont(font("small"))  # bold words would stand upon the bar
        painter.setPen(color(ink))
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - 1
        )
        place = QRect(1, top + _WORDS_AT, self.width() - 1, 18)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            painter.setBrush(color("base" if self.isChecked() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), PX["radius"], PX["radius"])
        if self.isChecked():
            painter.fillRect(0, 0, PX["bar"], self.height(), color("accent"))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(color("accent"))
            pen.setWidth(PX["ring"])
            painter.setPen(pen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
