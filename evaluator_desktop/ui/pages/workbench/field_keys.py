"""Keys of a text field that mean the page: Enter, Esc, pasting files, and leaving it.

While an input method composes, Enter and Esc belong to it.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QWidget

from evaluator_desktop.ui.pages.workbench.incoming import holds_material

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# The focus comes back from these: the field is not left.
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class FieldKeys(QObject):
    """Watches one field.

    Signals: `entered()`, `escaped()`, `left()`: Enter, Esc, the focus went to another field.
    """

    entered = Signal()
    escaped = Signal()
    left = Signal()

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._is_composing = False
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._is_composing = bool(event.preeditString())
        elif event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._is_composing = False
            if event.reason() not in _PASSING:
                self.left.emit()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._leaves_to_page(event)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take(event)
        return False

    def _leaves_to_page(self, event: QKeyEvent) -> bool:
        """Files and pictures that are pasted into a text are evidence."""
        pastes = event.matches(QKeySequence.StandardKey.Paste)
        if not (pastes and holds_material(QGuiApplication.clipboard().mimeData())):
            return False
        event.ignore()
        return True

    def _take(self, event: QKeyEvent) -> bool:
        """Act on Enter and Esc alone; with Shift or Ctrl they are other keys."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        signal = self.entered if event.key() in _ENTER else self.escaped
        if not plain or event.key() not in (*_ENTER, Qt.Key.Key_Escape):
            return False
        if not self._is_composing:
            signal.emit()
        return True
