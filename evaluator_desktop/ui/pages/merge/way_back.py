"""The one step back behind the last merge: whether there is one, why not, and taking it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations.stepping_back import (
    LastMerge,
    SteppedBack,
    last_merge,
    step_back,
)
from evaluator_desktop.texts import _, listed, ngettext
from evaluator_desktop.ui.pages.merge.incoming_pane import IncomingPane
from evaluator_desktop.ui.widgets.plain import ask


class WayBack(QObject):
    """Signals: `taken_back()`: the merge is gone; `failed(error)`: it stays."""

    taken_back = Signal()
    failed = Signal(object)

    def __init__(self, pane: IncomingPane, runner: Runner, parent: QWidget) -> None:
        super().__init__(parent)
        self._pane, self._runner, self._page = pane, runner, parent
        pane.way_back_wished.connect(self.wish)

    def read(self) -> None:
        """Look again whether the last merge can be taken back."""
        self._runner.store_job(last_merge, done=self._show, owner=self, topic="last merge")

    def wish(self) -> None:
        """Ask, then take the last merge back; say why not where it cannot be."""
        self._runner.store_job(
            last_merge, done=self._ask, failed=self.failed.emit, owner=self, topic="way back"
        )

    def _show(self, found: LastMerge | None) -> None:
        obstacle = str(found.obstacle) if found and found.obstacle else ""
        self._pane.show_way_back(is_there=found is not None, obstacle=obstacle)

    def _ask(self, found: LastMerge | None) -> None:
        if found is None or found.obstacle is not None:
            self._take()  # which says why not
        elif ask(self._page, _question(found), _("Take it back")):
            self._take()

    def _take(self) -> None:
        self._runner.store_job(step_back, done=self._hear, failed=self._refuse, owner=self)

    def _hear(self, _done: SteppedBack) -> None:
        self.taken_back.emit()

    def _refuse(self, error: EvaluatorError) -> None:
        self.failed.emit(error)
        self.read()


def _question(found: LastMerge) -> str:
    sentence = ngettext(
        "Take the last merge back? {count} record of {files} goes again; the package files stay "
        "where they are and can be merged once more.",
        "Take the last merge back? {count} records of {files} go again; the package files stay "
        "where they are and can be merged once more.",
        found.revisions,
    )
    files = listed(package.file for package in found.packages)
    return sentence.format(count=found.revisions, files=files)
