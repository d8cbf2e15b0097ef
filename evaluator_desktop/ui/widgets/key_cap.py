"""Key caps: the key stands beside what it does, on the button or in the field itself."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from evaluator_desktop.ui.theme import PX, icons
from evaluator_desktop.ui.widgets.plain import PlainLabel, caption

_GAP = 8
_SEARCH_WIDTH = 216


class KeyCap(PlainLabel):
    """One key, `F2` or `Ctrl+Enter`, as a small cap."""

    def __init__(self, text: str | QWidget = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFixedHeight(PX["key_cap"])
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class KeyButton(QPushButton):
    """A button with its key as a cap, at its right end or (`cap_first`) before its words."""

    def __init__(self, parent: QWidget | None = None, *, cap_first: bool = False) -> None:
        super().__init__(parent)
        self._cap_first = cap_first
        self._cap = KeyCap(self)
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cap.hide()
        self.setProperty("kind", "outcome")

    def set_key(self, key: str) -> None:
        """Show `key` on the button; what presses it is the page's affair."""
        self._cap.setText(key)
        self._cap.setVisible(bool(key))
        self._cap.adjustSize()
        self.updateGeometry()
        self._place_cap()

    def set_caption(self, text: str, name: str = "") -> None:
        """Set the words, any text as it is; `name` is the fuller accessible name."""
        self.setText(caption(text))
        self.setAccessibleName(name or text)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._cap.isHidden():
            return hint
        return hint + QSize(self._cap.sizeHint().width() + _GAP, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cap()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        inside = QStyle.SubElement.SE_PushButtonContents
        option.rect = self.style().subElementRect(inside, option, self)
        room = 0 if self._cap.isHidden() else self._cap.width() + _GAP
        left, right = (room, 0) if self._cap_first else (0, -room)
        option.rect.adjust(left, 0, right, 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)

    def _place_cap(self) -> None:
        right = self.width() - _GAP - self._cap.width()
        top = (self.height() - self._cap.height()) // 2
        self._cap.move(_GAP if self._cap_first else right, top)


class KeyEdit(QLineEdit):
    """A line of text with a key cap at its right end and, if wanted, an icon at its left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cap = KeyCap(self)
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._cap.hide()

    def set_key(self, key: str) -> None:
        """Show the key that brings the focus here."""
        self._cap.setText(key)
        self._cap.setVisible(bool(key))
        self._cap.adjustSize()
        self.setTextMargins(0, 0, self._cap.width() if key else 0, 0)
        self._place_cap()

    def set_icon(self, name: str) -> None:
        """Show an icon before the text."""
        sign = self.addAction(icons.icon(name), QLineEdit.ActionPosition.LeadingPosition)
        sign.setEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cap()

    def _place_cap(self) -> None:
        gap = (self.height() - self._cap.height()) // 2
        self._cap.move(self.width() - self._cap.width() - max(gap, 4), gap)


def search_edit(parent: QWidget, key: str = "Ctrl+F") -> KeyEdit:
    """Return a field to search in, with its sign and its key."""
    edit = KeyEdit(parent)
    edit.set_icon("search")
    edit.set_key(key)
    edit.setFixedWidth(_SEARCH_WIDTH)
    return edit


class KeyHint(QWidget):
    """A cap and what it does, in a row: `F2` 写理由."""

    def __init__(self, key: str, does: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        words = PlainLabel(does)
        words.set_role("meta")
        row.addWidget(KeyCap(key))
        row.addWidget(words)
