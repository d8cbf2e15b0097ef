"""What stands in the window while no workspace lies open: how to begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evaluator_desktop.texts import _
from evaluator_desktop.ui.widgets.empty_state import EmptyState
from evaluator_desktop.ui.widgets.progress_line import ProgressLine


class StartPage(QWidget):
    """Signals.

    cancel_requested(): stop making the workspace that is being made.
    new_requested(): begin a new assessment. open_requested(): open an existing workspace.
    package_requested(): start from a package. demo_requested(): look at the sample workspace.
    """

    cancel_requested = Signal()
    new_requested = Signal()
    open_requested = Signal()
    package_requested = Signal()
    demo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = EmptyState(self)
        self._state.set_words(
            _("No workspace is open"),
            _(
                "Begin a new assessment, start from the package that your team lead gave you, "
                "or look around in the sample workspace: a dozen made-up providers."
            ),
        )
        first = self._state.add_button(_("New assessment…"), self.new_requested.emit, key="Ctrl+N")
        self.setFocusProxy(first)
        self._state.add_button(
            _("Start from a package…"), self.package_requested.emit, key="Ctrl+Shift+O"
        )
        self._state.add_button(_("Open workspace…"), self.open_requested.emit, key="Ctrl+O")
        self._state.add_button(_("Sample workspace"), self.demo_requested.emit)
        self._progress = ProgressLine(self)
        self._progress.cancel_requested.connect(self.cancel_requested)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._state)
        column.addWidget(self._progress)
        column.addStretch(2)
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Show that a workspace is being opened."""
        self._state.setEnabled(not busy)
        if busy:
            self._progress.start(_("Opening the workspace"), can_cancel=False)
        else:
            self._progress.finish()

    def show_making(self) -> None:
        """Show that the sample workspace is being made, which can be cancelled."""
        self._state.setEnabled(False)
        self._progress.start(_("Making the sample workspace"))
        self._progress.cancel_button.setFocus()

    def show_progress(self, _number: int, done: int, total: int, _text: str) -> None:
        """Show how far the making of a workspace is."""
        if self.isVisible() and total:
            self._progress.advance(done, total)
