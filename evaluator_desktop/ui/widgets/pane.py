"""The head of a pane: title, what it holds, tools; its accent shows where the focus is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QWidget

from evaluator_desktop.ui.theme import PX, color, icons
from evaluator_desktop.ui.widgets.plain import PlainLabel, set_tool_tip


class PaneHead(QFrame):
    """36 px on top of a pane. Its parent widget *is* the pane: F6 goes from one to the next.

    In a form: promote a QFrame that is the first thing in the pane's layout.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._here = False
        self._first: QWidget | None = None
        self.setFixedHeight(PX["pane_head"])
        self.title_label, self.meta_label = PlainLabel(), PlainLabel()
        self.title_label.set_role("heading")
        self.meta_label.set_role("meta")
        self.meta_label.set_elide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 2, 8, 1)
        self._row.setSpacing(8)
        self._row.addWidget(self.title_label)
        self._row.addWidget(self.meta_label, 1)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._see_focus)

    def set_title(self, title: str, meta: str = "") -> None:
        """Set the bold title and the smaller words after it."""
        self.title_label.setText(title)
        self.meta_label.setText(meta)
        self.pane().setAccessibleName(title)

    def add_tool(self, icon: str, says: str, key: str = "") -> QToolButton:
        """Add a tool at the right; `says` is its tool tip and accessible name, `key` its key."""
        button = tool_button(icon, says, key, self)
        self._row.addWidget(button)
        return button

    def add_widget(self, widget: QWidget) -> None:
        """Add something else at the right: a key cap, a figure."""
        self._row.addWidget(widget)

    def set_first(self, widget: QWidget) -> None:
        """Say which widget gets the focus when F6 comes to this pane."""
        self._first = widget

    def pane(self) -> QWidget:
        """Return the widget that this is the head of."""
        return self.parentWidget() or self

    def has_focus(self) -> bool:
        """True while the focus is inside the pane."""
        return self._here

    def take_focus(self) -> bool:
        """Put the focus into the pane; False where nothing there can take it."""
        widget = self._first or next(filter(_takes_focus, self.pane().findChildren(QWidget)), None)
        if widget is None or not _takes_focus(widget):
            return False
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("header"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, color("line"))
        if self._here:
            painter.fillRect(0, 0, self.width(), PX["ring"], color("accent"))

    def _see_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        # A window that loses the focus keeps showing where it will come back to.
        here = self.pane().isAncestorOf(now) if now is not None else self._here
        if here != self._here:
            self._here = here
            self.update()


def tool_button(icon: str, says: str, key: str = "", parent: QWidget | None = None) -> QToolButton:
    """Return an icon-only button with its name and key as tool tip."""
    button = QToolButton(parent)
    button.setIcon(icons.icon(icon))
    button.setAccessibleName(says)
    set_tool_tip(button, f"{says}  {key}" if key else says)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _takes_focus(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and widget.isVisible() and widget.isEnabled()
