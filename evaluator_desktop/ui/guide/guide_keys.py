"""F1 everywhere: the guide at the page in front, or at what the dialog in front is about.

The window's own key is an action of its menu; a dialog, which takes the keys from it, is given
them when it first has the focus.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from evaluator_desktop.ui.actions import all_actions
from evaluator_desktop.ui.guide.book import FIRST

DIALOGS = {
    "AssignDialog": "assigning",
    "ClassDialog": "findings",
    "CrashDialog": "trouble",
    "CustomersSampleDialog": "customers",
    "DepartureDialog": "leaving",
    "DevicesDialog": "devices",
    "EntryDialog": "findings",
    "EvidenceDialog": "evidence",
    "ExplanationDialog": "numbers",
    "ExportDialog": "packages",
    "FilingDialog": "evidence",
    "FindingsDialog": "findings",
    "ImportDialog": "import",
    "JoinDialog": "joining",
    "NewProviderDialog": "providers",
    "NewWorkspaceDialog": "start",
    "OpenPackageDialog": "start",
    "PersonDialog": "start",
    "SchemeDialog": "scheme",
    "VerdictDialog": "checking",
}
"""The anchor of what a dialog is about; of the others, the guide opens at the page in front."""

_MARK = "guide_key"


class GuideKeys(QObject):
    """Watches which dialog of a window has the focus."""

    def __init__(self, window: QWidget, in_front: Callable[[], str]) -> None:
        """`in_front()` names the page in front or a part of it, "" while there is none."""
        super().__init__(window)
        self._window, self._in_front = window, in_front
        self._keys = next(action.keys for action in all_actions() if action.id == "guide")
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch)

    def open(self) -> None:
        """Open the guide at the page in front."""
        self._open(self._window)

    def _open(self, asker: QWidget) -> None:
        from evaluator_desktop.ui.guide.guide_window import show_guide

        anchor = DIALOGS.get(type(asker).__name__) or self._in_front() or FIRST
        show_guide(anchor, asker)

    def _watch(self, _old: QWidget | None, now: QWidget | None) -> None:
        top = None if now is None else now.window()
        if not isinstance(top, QDialog) or top.findChild(QShortcut, _MARK) or not self._owns(top):
            return
        for key in self._keys:
            QShortcut(QKeySequence(key), top, partial(self._open, top)).setObjectName(_MARK)

    def _owns(self, top: QWidget) -> bool:
        parent = top.parentWidget()
        while parent is not None and parent.window() is not self._window:
            parent = parent.window().parentWidget()
        return parent is not None
