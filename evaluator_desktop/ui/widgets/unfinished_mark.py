"""The sign in a field that what stands there was typed before and never recorded."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QWidget

from evaluator_desktop.texts import _
from evaluator_desktop.ui.theme import PX, color, font, icons
from evaluator_desktop.ui.widgets.plain import set_tool_tip

_GAP = 4
_NARROW, _TINY = 80, 9
_ROOM = 2
"""How often the words must fit into a field; in a narrower one the pen stands alone."""


class UnfinishedMark(QWidget):
    """A pen, and words where there is room, at the lower right end of a field."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._words = _("unfinished input")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(font("small"))
        self.hide()
        field.installEventFilter(self)

    @property
    def is_on(self) -> bool:
        return not self.isHidden()

    def set_on(self, on: bool) -> None:
        """Show or hide it, and say it to who cannot see it."""
        if on == self.is_on:
            return
        self.setVisible(on)
        said = _("Unfinished input: Esc drops it.") if on else ""
        self._field.setAccessibleDescription(said)
        set_tool_tip(self._field, said)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("base"))
        side = min(self.height(), PX["icon_cell"])
        pen = QRect(_GAP, (self.height() - side) // 2, side, side)
        icons.paint(painter, "edit", pen if side == PX["icon_cell"] else self.rect(), "partly")
        painter.setPen(color("text2"))
        if self.width() > side + 2 * _GAP:
            words = self.rect().adjusted(side + 2 * _GAP, 0, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words)

    def _place(self) -> None:
        """Stand at the end that the text does not begin at; in a corner of the narrowest fields."""
        field, metrics, side = self._field, self.fontMetrics(), PX["icon_cell"]
        if field.width() < _NARROW:
            self.setGeometry(_GAP // 2, _GAP // 2, _TINY, _TINY)
            return
        words = metrics.horizontalAdvance(self._words) + side + 3 * _GAP
        width = words if field.width() >= _ROOM * words else side + 2 * _GAP
        height = max(metrics.height(), side)
        right, bottom = field.width() - _GAP, field.height() - _GAP
        if isinstance(field, QLineEdit):
            is_right = bool(field.alignment() & Qt.AlignmentFlag.AlignRight)
            right = width + _GAP if is_right else right - field.textMargins().right()
            bottom = (field.height() + height) // 2
        elif isinstance(field, QAbstractScrollArea) and field.verticalScrollBar().isVisible():
            right -= field.verticalScrollBar().width()
        self.setGeometry(right - width, bottom - height, width, height)
        self.raise_()
