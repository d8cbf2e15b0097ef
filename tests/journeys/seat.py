"""Somebody at a laptop of their own: a user's folder, a window, and only keys, clicks and eyes."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evaluator_desktop.paths import config_dir
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.desk import Desk
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.theme import Theme
from evaluator_desktop.ui.window_settings import WindowSettings

PATIENCE_MS = 20_000
_CORNER = QPoint(12, 12)

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
D = TypeVar("D", bound=QDialog)
P = TypeVar("P", bound=Page)


class Seat:
    """One person's laptop; the window is there between `sit_down` and `get_up`."""

    def __init__(
        self, person: str, folder: Path, qtbot: QtBot, look: Theme, patch: pytest.MonkeyPatch
    ) -> None:
        self.person, self.folder = person, folder
        self._qtbot, self._look, self._patch = qtbot, look, patch
        self._desk: Desk | None = None
        folder.mkdir()

    # The program

    def sit_down(self) -> None:
        """Start the program, as its `app` does, and wait for what it opens by itself."""
        self._patch.setenv("XDG_CONFIG_HOME", str(self.folder / "config"))
        self._desk = Desk(WindowSettings(config_dir()), self._look)
        window = self._desk.window
        window.resize(1366, 768)
        with self._qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        self._desk.start(None)
        self.settle()

    def get_up(self) -> None:
        """Close the window, as a person does."""
        desk = self.desk
        desk.window.close()
        desk.shutdown()
        desk.window.deleteLater()
        desk.deleteLater()
        self._desk = None
        QApplication.processEvents()

    @property
    def is_taken(self) -> bool:
        return self._desk is not None

    @property
    def desk(self) -> Desk:
        assert self._desk is not None, f"{self.person} does not sit at the window"
        return self._desk

    @property
    def fingerprint(self) -> str:
        """Return the digits of this laptop, as they are read out on the telephone."""
        answers: list[str] = []
        self.desk.runner.store_job(_fingerprint, done=answers.append, owner=self.desk)
        self.wait(lambda: bool(answers))
        return answers[0]

    def page(self, page_id: str, kind: type[P]) -> P:
        """Return a page, which must be in front."""
        found = self.desk.window.page(page_id)
        assert isinstance(found, kind)
        assert found.isVisible()
        return found

    def dialog(self, kind: type[D]) -> D:
        """Return the dialog that is open, with the focus in it."""
        self.wait(lambda: any(d.isVisible() for d in self.desk.window.findChildren(kind)))
        found = next(d for d in self.desk.window.findChildren(kind) if d.isVisible())
        found.activateWindow()
        self.wait(lambda: found.isAncestorOf(self.focus))
        return found

    # Waiting

    def wait(self, is_so: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(is_so, timeout=PATIENCE_MS)

    def settle(self) -> None:
        """Wait until everything that was asked for is answered and shown."""
        for _round in range(2):
            QApplication.processEvents()
            self.wait(lambda: not self.desk.is_busy)

    @contextmanager
    def hears(self, signal: SignalInstance) -> Iterator[None]:
        """Wait behind the block until this was said."""
        with self._qtbot.waitSignal(signal, timeout=PATIENCE_MS):
            yield

    # Keys, mouse, clipboard

    @property
    def focus(self) -> QWidget:
        """What has the focus; nobody but us brings the window back to the front after a dialog."""
        if _focus() is None:
            self.desk.window.activateWindow()
            self.wait(lambda: _focus() is not None)
        found = _focus()
        assert found is not None
        return found

    def press(self, *keys: Key, held: Qt.KeyboardModifier | None = None) -> None:
        for key in keys:
            self._qtbot.keyClick(self.focus, key, held or Qt.KeyboardModifier.NoModifier)
            self.settle()

    def write(self, text: str) -> None:
        """Type digits and letters key by key; Chinese comes from the input method."""
        if text.isascii():
            self._qtbot.keyClicks(self.focus, text)
            return
        for preedit, commit in (("pinyin", ""), ("", text)):
            event = QInputMethodEvent(preedit, [])
            event.setCommitString(commit)
            QApplication.sendEvent(self.focus, event)

    def overwrite(self, text: str) -> None:
        """Select everything in the field and type."""
        self.press(Key.Key_A, held=CTRL)
        self.write(text)

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible(), widget.objectName()
        assert widget.isEnabled(), widget.objectName()
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=_middle(widget))
        self.settle()

    def click_words(self, owner: QWidget, words: str) -> None:
        """Click the button that says this."""
        buttons = [b for b in owner.findChildren(QPushButton) if words in b.text()]
        self.click(next(b for b in buttons if b.isVisible()))

    def drop(self, target: QWidget, *paths: Path) -> None:
        """Drag files from a file manager onto something and let them go."""
        mime = _mime(paths)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        at, copy = target.rect().center(), Qt.DropAction.CopyAction
        entered = QDragEnterEvent(at, copy, mime, left, none)
        QApplication.sendEvent(target, entered)
        assert entered.isAccepted()
        QApplication.sendEvent(target, QDropEvent(QPointF(at), copy, mime, left, none))
        self.settle()

    def copy_files(self, *paths: Path) -> None:
        """Copy files in a file manager, to paste them."""
        QApplication.clipboard().setMimeData(_mime(paths))

    def will_choose(self, *paths: Path) -> None:
        """The system's file dialogs are not ours: let the next one answer."""
        names = [str(path) for path in paths]
        for name, answer in (
            ("getOpenFileName", (names[0], "")),
            ("getOpenFileNames", (names, "")),
            ("getSaveFileName", (names[0], "")),
        ):
            self._patch.setattr(QFileDialog, name, lambda *_a, answer=answer, **_k: answer)


def _focus() -> QWidget | None:
    found = QApplication.focusWidget()
    return found if found is not None and found.isVisible() else None


def _fingerprint(workspace: Workspace) -> str:
    return workspace.device.fingerprint


def _middle(widget: QWidget) -> QPoint:
    """Return where one clicks: a box has its mark at the left."""
    if isinstance(widget, QCheckBox):
        return QPoint(_CORNER.x(), widget.height() // 2)
    return widget.rect().center()


def _mime(paths: Sequence[Path]) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime
