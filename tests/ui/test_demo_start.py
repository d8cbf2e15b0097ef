"""The sample workspace is made in the background, and stopping that leaves nothing behind."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evaluator_desktop.ui.desk import Desk
from evaluator_desktop.ui.theme import Theme
from evaluator_desktop.ui.widgets.progress_line import ProgressLine
from evaluator_desktop.ui.window_settings import WindowSettings
from tests.workspaces import workspace_template

__all__ = ["workspace_template"]

PATIENCE_MS = 30_000


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(WindowSettings(tmp_path / "settings"), theme)
    with qtbot.waitExposed(desk.window):
        desk.window.show()
    desk.window.activateWindow()
    yield desk
    desk.window.close()
    desk.shutdown()
    desk.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(desk: Desk, qtbot: QtBot) -> None:
    for _round in range(2):
        qtbot.waitUntil(lambda: not desk.is_busy, timeout=PATIENCE_MS)
        QApplication.processEvents()


def begin_and_cancel(desk: Desk, folder: Path, qtbot: QtBot) -> None:
    line = desk.start_page.findChild(ProgressLine)
    assert line is not None
    with qtbot.waitSignal(desk.runner.progress_changed, timeout=PATIENCE_MS):
        desk.make_demo(folder)
    assert line.isVisible()
    assert line.cancel_button.hasFocus()
    line.cancel_button.click()
    settle(desk, qtbot)


def test_making_the_sample_can_be_cancelled(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    begin_and_cancel(desk, tmp_path / "demo", qtbot)

    assert not (tmp_path / "demo").exists()
    assert desk.start_page.isVisible()
    assert desk.facts is None
    assert not desk.failed
    assert not desk.window.ui.error_line.isVisible()
    first = desk.start_page.focusProxy()
    assert first is not None
    assert first.isEnabled()


def test_the_workspace_that_was_open_stays(
    desk: Desk, qtbot: QtBot, tmp_path: Path, workspace_template: Path
) -> None:
    shutil.copytree(workspace_template, tmp_path / "round")
    desk.start(tmp_path / "round")
    settle(desk, qtbot)
    desk.window.show_page("report")
    begin_and_cancel(desk, tmp_path / "demo", qtbot)

    assert desk.facts is not None
    assert desk.facts.path == tmp_path / "round"
    assert desk.window.page("report").isVisible()
    assert desk.window.ui.rail.isEnabled()
    assert desk.window.menus.action("back_up").isEnabled()
