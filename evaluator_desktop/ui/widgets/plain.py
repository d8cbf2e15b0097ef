"""The doors through which text written by people reaches Qt, always as plain text.

Qt takes anything that looks like HTML for rich text in labels, message boxes and tool tips, and
then opens the files it names. No other room may use QLabel, QMessageBox, QInputDialog,
QProgressDialog or setToolTip (tests/ui/test_plain_text.py).
"""

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QMessageBox, QStyle, QStyleOption, QWidget

from evaluator_desktop.paths import visible_text

_LONGEST_TIP = 2000


def one_line(text: str) -> str:
    """Return `text` on one line, without control and bidirectional characters."""
    return visible_text(text)


def lines(text: str) -> str:
    """Return `text` without control and bidirectional characters, its line breaks kept."""
    return "\n".join(visible_text(line) for line in text.splitlines())


def caption(text: str) -> str:
    """Return `text` for a button, menu, tab or group: an `&` in it stays an `&`."""
    return one_line(text).replace("&", "&&")


def tool_tip(text: str) -> str:
    """Return `text` as the rich text that shows exactly it; for a model's ToolTipRole."""
    if not text:
        return ""
    return f"<qt>{html.escape(lines(text)[:_LONGEST_TIP]).replace(chr(10), '<br>')}</qt>"


def set_tool_tip(target: QWidget | QAction, text: str) -> None:
    """Give a widget or an action a tool tip that shows exactly `text`."""
    target.setToolTip(tool_tip(text))


class PlainLabel(QLabel):
    """A label that shows its text as it is; the one to promote QLabel to in forms.

    With `set_elide` it gives way: the text is shortened with … and stands in full in the tool tip
    and the accessible name (names at the end, codes at the start).
    """

    def __init__(self, text: str | QWidget = "", parent: QWidget | None = None) -> None:
        super().__init__(text if isinstance(text, QWidget) else parent)
        self._elide = Qt.TextElideMode.ElideNone
        self.setTextFormat(Qt.TextFormat.PlainText)
        if isinstance(text, str):
            self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(lines(text))
        self._tell_full_text()

    def set_role(self, role: str) -> None:
        """Take the look of a role of the style sheet (meta, hint, heading, false …)."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().polish(self)

    def set_elide(self, mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        """Shorten a text that has no room instead of asking for more."""
        self._elide = mode
        self._tell_full_text()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self._elide != Qt.TextElideMode.ElideNone:
            hint.setWidth(min(hint.width(), self.fontMetrics().horizontalAdvance("…")))
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self._shortened()
        if shown == self.text():
            super().paintEvent(event)
            return
        option, painter = QStyleOption(), QPainter(self)
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.drawText(self.contentsRect(), self.alignment(), shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_full_text()

    def _shortened(self) -> str:
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), self._elide, width)

    def _tell_full_text(self) -> None:
        if self._elide != Qt.TextElideMode.ElideNone:
            cut = self._shortened() != self.text()
            set_tool_tip(self, self.text() if cut else "")


def plain_box(
    parent: QWidget | None,
    text: str,
    *,
    icon: QMessageBox.Icon = QMessageBox.Icon.Warning,
    details: str = "",
    buttons: QMessageBox.StandardButton = QMessageBox.StandardButton.Ok,
) -> QMessageBox:
    """Return a message box, ready to `exec()` or `open()`; `details` stand behind a button."""
    box = QMessageBox(icon, "", "", buttons, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(lines(text))
    if parent is not None:
        box.setWindowTitle(parent.window().windowTitle())
    if details:
        box.setDetailedText(details)
    return box


def is_box(widget: QWidget) -> bool:
    """Whether a widget is a message box, whose size and buttons are Qt's own affair."""
    return isinstance(widget, QMessageBox)


def ask(parent: QWidget | None, text: str, yes: str, *, details: str = "") -> bool:
    """Ask before something that a line could not undo; `yes` is the verb on the button."""
    cancel = QMessageBox.StandardButton.Cancel
    box = plain_box(parent, text, icon=QMessageBox.Icon.Question, details=details, buttons=cancel)
    button = box.addButton(caption(yes), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(button)
    box.exec()
    return box.clickedButton() is button
