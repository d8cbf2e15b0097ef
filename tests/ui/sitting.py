"""The program's own window on a workspace, as who starts it finds it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evaluator_desktop.ui.desk import Desk
from evaluator_desktop.ui.theme import Theme
from evaluator_desktop.ui.window_settings import WindowSettings

PATIENCE_MS = 10_000
Sit = Callable[[Path], Desk]


@pytest.fixture
def sit(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Sit]:
    """Open the program's window on a workspace; the one before is closed."""
    desks: list[Desk] = []

    def leave() -> None:
        for desk in desks:
            desk.window.close()
            desk.shutdown()
            desk.window.deleteLater()
            desk.deleteLater()
        desks.clear()
        QApplication.processEvents()

    def start(path: Path) -> Desk:
        leave()
        desk = Desk(WindowSettings(tmp_path / "settings"), theme)
        desks.append(desk)
        desk.window.show()
        desk.start(path)
        settle(desk, qtbot)
        return desk

    yield start
    leave()


def settle(desk: Desk, qtbot: QtBot) -> None:
    """Wait until every job is answered, those too that an answer gave."""
    for _round in range(3):
        qtbot.waitUntil(lambda: not desk.is_busy, timeout=PATIENCE_MS)
        QApplication.processEvents()
