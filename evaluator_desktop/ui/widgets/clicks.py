"""A label that a click opens something from; the same is always reached by a key as well."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget


class Clicks(QObject):
    """Signals: `clicked()`: the label was clicked with the left button."""

    clicked = Signal()

    def __init__(self, label: QWidget) -> None:
        super().__init__(label)
        label.setCursor(Qt.CursorShape.PointingHandCursor)
        label.installEventFilter(self)

    def eventFilter(self, _label: QObject, event: QEvent) -> bool:
        is_release = event.type() == QEvent.Type.MouseButtonRelease
        if not is_release or not isinstance(event, QMouseEvent):
            return False
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left:
            self.clicked.emit()
        return is_left
