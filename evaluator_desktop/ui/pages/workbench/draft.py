"""What stands in a field and may not be recorded yet, so that no text is lost.

A field shows the recorded text of one thing after another. Text that could not be recorded waits
here until its thing is shown again.
"""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from evaluator_desktop.ui.undo_keys import forget_typing


class Draft:
    """The text of one field, by the key of what it belongs to."""

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        self._field = field
        self._kept: dict[str, str] = {}
        self._recorded: str | None = ""
        self.key = ""

    @property
    def text(self) -> str:
        field = self._field
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    @property
    def recorded(self) -> str:
        """What is recorded, as far as the field knows."""
        return self._recorded or ""

    @property
    def is_changed(self) -> bool:
        """The field holds something else than what is recorded."""
        return self.text != self._recorded

    def is_blank_change(self) -> bool:
        """Only blanks were typed around what is recorded."""
        return self.text.strip() == self._recorded

    def load(self, key: str, recorded: str) -> None:
        """Show what is recorded for `key`, unless something unrecorded stands there."""
        if key == self.key and self.is_changed:
            self._recorded = recorded
            return
        if self.is_changed:
            self._kept[self.key] = self.text
        self.key, self._recorded = key, recorded
        self._show(self._kept.pop(key, recorded))

    def hand_over(self) -> str:
        """Return the text, which counts as recorded from now on: Ctrl+Z is the record's."""
        self._recorded = self.text
        forget_typing(self._field)
        return self.text

    def take_back(self, key: str, text: str) -> None:
        """Keep a text that was handed over and could not be recorded."""
        if key == self.key:
            self._recorded = None
            self._show(text)
        else:
            self._kept[key] = text

    def _show(self, text: str) -> None:
        if text == self.text:
            return  # the cursor and the field's own undo stay
        if isinstance(self._field, QLineEdit):
            self._field.setText(text)
        else:
            self._field.setPlainText(text)
