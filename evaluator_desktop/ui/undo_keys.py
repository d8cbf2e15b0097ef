"""Ctrl+Z inside a text field: the field's own typing first, then what was recorded.

Qt's fields claim the key even when they have nothing to take back. What was typed in a field that
has been left is recorded by then, so the field forgets how it was typed.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget


class UndoKeys(QObject):
    """Watches the field that has the focus, and no other."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if (undo or redo) and not _has_own(watched, undo=undo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _watch(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
            if now is not None:  # else another program has the screen for a while
                forget_typing(old)
        if isinstance(now, QLineEdit | QPlainTextEdit):
            now.installEventFilter(self)


def forget_typing(field: QWidget) -> None:
    """Leave a field's text alone, but let it take back nothing."""
    if isinstance(field, QLineEdit):
        cursor = field.cursorPosition()
        field.setText(field.text())
        field.setCursorPosition(cursor)
    elif isinstance(field, QPlainTextEdit):
        field.document().clearUndoRedoStacks()


def _has_own(field: QObject, *, undo: bool) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if undo else field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit):
        document = field.document()
        return document.isUndoAvailable() if undo else document.isRedoAvailable()
    return False
