"""What stands in a field and is not recorded yet, so that no text is lost.

A field shows the recorded text of one thing after another. Text that could not be recorded, or
that an earlier run of the program left, waits until its thing is shown again: it stands in the
field then, marked as unfinished. Esc drops it; leaving the field records it as ever.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from evaluator_desktop.ui.drafts import Drafts
from evaluator_desktop.ui.undo_keys import forget_typing
from evaluator_desktop.ui.widgets.unfinished_mark import UnfinishedMark


class Draft(QObject):
    """The text of one field, by the key of what it belongs to; keys are unique for the field."""

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self._drafts: Drafts | None = None
        self._name = ""
        self._kept: dict[str, str] = {}
        self._recorded = self._before = ""
        self._is_showing = self._is_composing = False
        self._mark = UnfinishedMark(field)
        self.key = ""
        field.textChanged.connect(self._hear_typed)

    def use(self, drafts: Drafts, name: str) -> None:
        """Keep what is typed among `drafts` from now on; `name` is this field's, of all fields."""
        self._drafts, self._name = drafts, name

    @property
    def text(self) -> str:
        field = self._field
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    @property
    def recorded(self) -> str:
        """What is recorded, as far as the field knows."""
        return self._recorded

    @property
    def is_changed(self) -> bool:
        """The field holds something else than what is recorded."""
        return self.text != self._recorded

    @property
    def is_unfinished(self) -> bool:
        """The field shows what was typed before and never recorded."""
        return self._mark.is_on

    def is_blank_change(self) -> bool:
        """Only blanks were typed around what is recorded."""
        return self.text.strip() == self._recorded

    def load(self, key: str, recorded: str) -> None:
        """Show what is recorded for `key`, unless something unrecorded stands or waits there."""
        if key == self.key and self.is_changed:
            self._recorded = recorded
            self._keep()
            return
        if self.is_changed:
            self._kept[self.key] = self.text
        self.key, self._recorded = key, recorded
        waiting = self._kept.pop(key, None)
        if waiting is None and self._drafts is not None and key:
            waiting = self._drafts.text(self._name, key)
        self._show(recorded if waiting is None else waiting)
        self._watch(on=self.is_changed)
        self._keep()

    def hand_over(self, *, ask_back: bool = False) -> str:
        """Return the text, which counts as recorded from now on: Ctrl+Z is the record's.

        `ask_back`: nobody calls `take_back` where it is refused.
        """
        self._before, self._recorded = self._recorded, self.text
        self._watch(on=False)
        forget_typing(self._field)
        if self._drafts is not None and self.key:
            self._drafts.hand_over(self._name, self.key, ask_back=ask_back)
        return self.text

    def take_back(self, key: str, text: str) -> None:
        """Keep a text that was handed over and could not be recorded."""
        if key == self.key:
            self._recorded = self._before
            self._show(text)
            self._watch(on=self.is_changed)
            self._keep()
        else:
            self._kept[key] = text
            if self._drafts is not None:
                self._drafts.keep(self._name, key, text)

    def settle(self) -> None:
        """What stands here has been recorded."""
        self._recorded = self.text
        self._watch(on=False)
        self._keep()

    def drop(self) -> None:
        """Show what is recorded, and forget what was typed."""
        self._show(self._recorded)
        self._watch(on=False)
        self._keep()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the mark shows, Esc drops what is unfinished; the next Esc means the page."""
        if isinstance(event, QInputMethodEvent):
            self._is_composing = bool(event.preeditString())
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if event.key() == Qt.Key.Key_Escape and plain and not self._is_composing:
                self.drop()
                return True
        return False

    def _hear_typed(self) -> None:
        if not self._is_showing:
            self._watch(on=self.is_unfinished and self.is_changed)
            self._keep()

    def _keep(self) -> None:
        if self._drafts is None or not self.key:
            return
        if self.is_changed:
            self._drafts.keep(self._name, self.key, self.text)
        else:
            self._drafts.drop(self._name, self.key)

    def _watch(self, *, on: bool) -> None:
        """Show the mark, and hear of Esc before anybody else does."""
        self._field.removeEventFilter(self)
        if on:
            self._field.installEventFilter(self)
        self._mark.set_on(on)

    def _show(self, text: str) -> None:
        if text == self.text:
            return  # the cursor and the field's own undo stay
        self._is_showing = True
        if isinstance(self._field, QLineEdit):
            self._field.setText(text)
        else:
            self._field.setPlainText(text)
        self._is_showing = False
