"""A walk through the real window: every page, tab and dialog is shown to whoever wants to look."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMessageBox,
    QTabWidget,
    QWidget,
)

from evaluator_desktop.ui.desk import Desk
from evaluator_desktop.ui.navigation import NAVIGATION
from tests.journeys.typist import wait

Visit = Callable[[str, QWidget], None]
_PATIENCE = 120.0
_PREVIEW_MS = 1_500  # files are drawn by a process of their own
# What leaves the window, changes what is recorded, or shows nothing.
_LEFT_OUT = (
    *("quit", "undo", "redo", "submit", "lock", "back_up", "refresh", "demo_workspace", "jump"),
    *("open_workspace", "language_zh_CN", "language_en", "look_system", "look_light", "look_dark"),
    *("previous_provider", "next_provider", "unmerge", "guide"),
    *(entry.id for entry in NAVIGATION),
)
_NO_FILE = {
    "getOpenFileName": ("", ""),
    "getOpenFileNames": ([], ""),
    "getSaveFileName": ("", ""),
    "getExistingDirectory": "",
}


class Walk:
    """One walk; `visit(place, widget)` is told each thing that is on the screen."""

    def __init__(self, desk: Desk, visit: Visit) -> None:
        self._desk, self._visit = desk, visit
        self.places: list[str] = []
        self._done: set[str] = set()  # what is the same from every page

    def go(self, provider: str) -> None:
        """Walk through all pages with one provider in hand."""
        for entry in NAVIGATION:
            self._desk.window.show_provider(entry.id, provider)
            self._settle()
            QTest.qWait(_PREVIEW_MS)
            page = self._desk.window.page(entry.id)
            self._look(entry.id, self._desk.window)
            self._tabs(entry.id, page, self._desk.window)
            for action_id, action in self._desk.window.menus.all().items():
                is_own = action_id in page.commands()
                if action.isEnabled() and action_id not in (*_LEFT_OUT, *self._done):
                    self._do(entry.id, action_id)
                    self._done.update(() if is_own else (action_id,))

    def _do(self, page: str, action_id: str) -> None:
        with self._answering(f"{page}: {action_id}"), no_files():
            self._desk.window.menus.trigger(action_id)
            self._settle()
        for dialog in self._open_dialogs():
            place = f"{page}: {type(dialog).__name__}"
            dialog.activateWindow()
            self._look(place, dialog)
            self._tabs(place, dialog, dialog)
            dialog.reject()
            self._settle()
        self._desk.window.show_page(page)
        self._desk.window.activateWindow()
        self._settle()

    def _tabs(self, place: str, within: QWidget, seen: QWidget) -> None:
        for tabs in within.findChildren(QTabWidget):
            for number in range(tabs.count() if tabs.isVisible() else 0):
                tabs.setCurrentIndex(number)
                self._settle()
                self._look(f"{place} / {tabs.tabText(number)}", seen)

    @contextmanager
    def _answering(self, place: str) -> Iterator[None]:
        """Look at boxes that wait for an answer, and say no."""
        timer = QTimer()

        def answer() -> None:
            box = QApplication.activeModalWidget()
            if isinstance(box, QMessageBox):
                self._look(f"{place}, box", box)
                box.reject()

        timer.timeout.connect(answer)
        timer.start(50)
        yield
        timer.stop()

    def _open_dialogs(self) -> list[QDialog]:
        found = self._desk.window.findChildren(QDialog)
        return [dialog for dialog in found if dialog.isVisible()]

    def _look(self, place: str, widget: QWidget) -> None:
        self.places.append(place)
        self._visit(place, widget)

    def _settle(self) -> None:
        for _round in range(2):
            QTest.qWait(20)
            wait(lambda: not self._desk.is_busy, _PATIENCE)


@contextmanager
def no_files() -> Iterator[None]:
    """Let the system's own dialogs be cancelled at once."""
    before = {name: getattr(QFileDialog, name) for name in _NO_FILE}
    for name, answer in _NO_FILE.items():
        setattr(QFileDialog, name, lambda *_a, answer=answer, **_k: answer)
    yield
    for name, method in before.items():
        setattr(QFileDialog, name, method)
