"""The line above a PDF: which page of how many, and the search for words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from evaluator_desktop.texts import _
from evaluator_desktop.ui.widgets.pane import tool_button
from evaluator_desktop.ui.widgets.plain import PlainLabel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIELD_WIDTH = 150


class PageBar(QFrame):
    """Says what is wished; the pane does it.

    Signals:
        page_requested(step): one page back (-1) or on (1).
        search_requested(text): Enter on words that were not searched for yet.
        place_requested(step): Enter again (1) or Shift+Enter (-1).
    """

    page_requested = Signal(int)
    search_requested = Signal(str)
    place_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._searched = ""
        self.setProperty("surface", "window")
        self.setProperty("line", "bottom")
        self.back_button = tool_button("chevron_left", _("Previous page"), "PgUp", self)
        self.page_label = PlainLabel()
        self.on_button = tool_button("chevron_right", _("Next page"), "PgDn", self)
        self.find_edit = QLineEdit()
        self.find_edit.setPlaceholderText(_("Find in this file"))
        self.find_edit.setAccessibleName(_("Find in this file"))
        self.find_edit.setProperty("dense", True)
        self.find_edit.setFixedWidth(_FIELD_WIDTH)
        self.find_edit.setClearButtonEnabled(True)
        self.places_label = PlainLabel()
        for label in (self.page_label, self.places_label):
            label.set_role("meta")
        self._lay_out()
        self.back_button.clicked.connect(lambda: self.page_requested.emit(-1))
        self.on_button.clicked.connect(lambda: self.page_requested.emit(1))
        self.find_edit.textChanged.connect(self._forget_places)

    def show_page(self, page: int, count: int) -> None:
        """Say that page `page` (from 0) of `count` is shown."""
        self.page_label.setText(_("Page {page} of {count}").format(page=page + 1, count=count))
        self.back_button.setEnabled(page > 0)
        self.on_button.setEnabled(page + 1 < count)

    def show_places(self, current: int, count: int) -> None:
        """Say that place `current` (from 0) of `count` is marked; 0 of them: not found."""
        words = f"{current + 1} / {count}" if count else _("Not found")
        self.places_label.setText(words)

    def reset(self) -> None:
        """Begin with another file."""
        self.find_edit.clear()
        self._forget_places()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.find_edit.hasFocus():
            self._search(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape and self.find_edit.text():
            self.reset()
            self.search_requested.emit("")
        else:
            super().keyPressEvent(event)

    def _search(self, step: int) -> None:
        text = self.find_edit.text().strip()
        if text and text == self._searched:
            self.place_requested.emit(step)
        else:
            self._searched = text
            self.search_requested.emit(text)

    def _forget_places(self) -> None:
        self._searched = ""
        self.places_label.setText("")

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 3)
        row.setSpacing(4)
        for widget in (self.back_button, self.page_label, self.on_button):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self.places_label)
        row.addWidget(self.find_edit)
