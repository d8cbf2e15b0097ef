"""Long work, shown: what runs, a bar, a count and 取消."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from evaluator_desktop.texts import _, count_text
from evaluator_desktop.ui.widgets.plain import PlainLabel


class ProgressLine(QFrame):
    """A line that is there while work runs.

    Signals: `cancel_requested()` when 取消 is pressed, once a run.
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._count, self._bar = PlainLabel(), PlainLabel(), QProgressBar()
        self._words.set_elide()
        self._count.set_role("meta")
        self._bar.setTextVisible(False)
        self.cancel_button = QPushButton(_("Cancel"))
        self.cancel_button.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar, 2)
        row.addWidget(self._count)
        row.addWidget(self.cancel_button)
        self.hide()

    def start(self, what: str, total: int = 0, *, can_cancel: bool = True) -> None:
        """Show the line; a total of 0 is a length nobody knows yet."""
        self._words.setText(what)
        self.setAccessibleName(what)
        self.cancel_button.setText(_("Cancel"))
        self.cancel_button.setEnabled(True)
        self.cancel_button.setVisible(can_cancel)
        self.advance(0, total)
        self.show()

    def advance(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{count_text(done)} / {count_text(total)}" if total else "…")

    def finish(self) -> None:
        """Take the line away."""
        self.hide()

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.cancel_button.setText(_("Cancelling…"))
        self.cancel_requested.emit()
