"""Care in the real window: a badly placed workspace is said and can be copied, damage is said."""

import json
import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from evaluator_desktop.operations import evidence
from evaluator_desktop.operations.check import check
from evaluator_desktop.store.workspace import Workspace
from tests.ui.sitting import PATIENCE_MS, Sit
from tests.workspaces import PROVIDER, STAFF, stored_rows, workspace_template

__all__ = ["workspace_template"]


@pytest.fixture
def path(workspace_template: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    shutil.copytree(workspace_template, folder)
    with Workspace.open(folder) as workspace:
        evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", b"content")
    return folder


def test_a_workspace_that_lies_badly_is_copied_and_goes_on_there(
    sit: Sit, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    bad = tmp_path / "OneDrive" / "work"
    bad.parent.mkdir()
    path.rename(bad)
    desk = sit(bad)
    assert "OneDrive" in desk.care.place_line.text()

    desk.care.copy_to(tmp_path / "good")
    qtbot.waitUntil(
        lambda: desk.facts is not None and desk.facts.path.name == "good", timeout=PATIENCE_MS
    )
    qtbot.waitUntil(lambda: not desk.is_busy, timeout=PATIENCE_MS)

    assert desk.care.place_line.text() == ""
    desk.runner.close_workspace()
    qtbot.waitUntil(lambda: not desk.is_busy, timeout=PATIENCE_MS)
    with Workspace.open(bad) as old, Workspace.open(tmp_path / "good") as new:
        assert stored_rows(old) == stored_rows(new)
        assert check(new, deep=True).problems == ()


def test_a_workspace_on_the_own_disk_is_not_warned_about(sit: Sit, path: Path) -> None:
    assert sit(path).care.place_line.text() == ""


def test_in_an_idle_moment_the_file_is_looked_at_and_orphans_go(
    sit: Sit, path: Path, qtbot: QtBot
) -> None:
    [live] = (path / "evidence").glob("??/*")
    lost = live.parents[1] / "ab" / ("ab" * 32)
    lost.parent.mkdir(exist_ok=True)
    lost.write_bytes(b"orphan")
    os.utime(lost, (0, 0))
    desk = sit(path)

    desk.care.look()
    qtbot.waitUntil((path / "trash" / lost.name).exists, timeout=PATIENCE_MS)

    assert live.exists()
    assert desk.window.ui.error_line.text() == ""


def test_nothing_is_looked_at_once_the_window_is_closed(sit: Sit, path: Path) -> None:
    desk = sit(path)
    assert desk.care._wait.isActive()

    desk.runner.closing.emit()

    assert not desk.care._wait.isActive()


def press(role: QMessageBox.ButtonRole) -> None:
    timer = QTimer(QApplication.instance(), interval=20)

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            timer.stop()
            next(b for b in box.buttons() if box.buttonRole(b) == role).click()

    timer.timeout.connect(look)
    timer.start()


@pytest.mark.parametrize("yes", [True, False])
def test_another_computers_workspace_is_taken_over_after_a_question(
    sit: Sit, path: Path, yes: bool
) -> None:
    note = {"pid": 77, "host": "laptop-of-chen", "since": "2020-06-01T08:00:00+00:00"}
    (path / "lock").write_text(json.dumps(note), "utf-8")
    roles = QMessageBox.ButtonRole
    press(roles.AcceptRole if yes else roles.RejectRole)

    desk = sit(path)

    assert (desk.facts is not None) is yes
    assert ("laptop-of-chen" in desk.window.ui.error_line.text()) is not yes
