"""What is half typed: it comes back after a SIGKILL, and is recorded before it would be missed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from evaluator_desktop.operations import calls
from evaluator_desktop.operations.customers import add_customers
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.desk import Desk
from evaluator_desktop.ui.pages.workbench_page import WorkbenchPage
from evaluator_desktop.ui.theme import Theme
from evaluator_desktop.ui.window_settings import WindowSettings
from tests.journeys.typist import FIELDS, Field
from tests.workspaces import LEAD, PROVIDER, make_workspace

SAFE_SECONDS = 0.8
PATIENCE = 60
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace whose provider has customers to call."""
    make_workspace(tmp_path / "round")
    with Workspace.open(tmp_path / "round") as workspace:
        people = [(f"客户{number}", f"1380013800{number}") for number in range(3)]
        add_customers(workspace, PROVIDER, people)
        calls.draw(workspace, PROVIDER, 7)
    return tmp_path / "round"


def type_and_kill(folder: Path, field: str, text: str) -> None:
    """Type in a window of another process, and end it as a power cut does."""
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.typist", str(folder), PROVIDER, field, text],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout is not None
    with program, program.stdout as said:
        assert said.readline() == "typed\n"
        time.sleep(SAFE_SECONDS)
        program.send_signal(signal.SIGKILL)
        program.wait(PATIENCE)


@pytest.fixture
def desk(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(WindowSettings(tmp_path / "config"), look)
    with qtbot.waitExposed(desk.window):
        desk.window.show()
    desk.window.activateWindow()
    yield desk
    for dialog in desk.window.findChildren(QDialog):
        dialog.reject()
    desk.window.close()
    desk.shutdown()
    desk.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def text_of(field: Field) -> str:
    return field.toPlainText() if hasattr(field, "toPlainText") else field.text()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here; nothing was killed")
@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("reason", "only a copy was sho"),
        ("words", "they came twi"),
        ("certificates", "26"),
        ("new_name", "Yanqi Manage"),
    ],
)
def test_half_typed_text_survives_sigkill(
    folder: Path, desk: Desk, qtbot: QtBot, field: str, text: str
) -> None:
    type_and_kill(folder, field, text)
    desk.start(folder)
    qtbot.waitUntil(lambda: desk.facts is not None and not desk.is_busy, timeout=PATIENCE * 1000)
    shown = FIELDS[field](desk, PROVIDER)

    qtbot.waitUntil(lambda: text_of(shown) == text)
    assert "Esc" in shown.toolTip()
    desk.window.show_page("providers")
    qtbot.waitUntil(lambda: not desk.is_busy, timeout=PATIENCE * 1000)
    assert desk.facts is not None
    assert desk.facts.person == LEAD


def rating_of(desk: Desk, qtbot: QtBot) -> str:
    """Return the rating that is recorded of the item in front, "" for none."""
    found: list[str] = []

    def read(workspace: Workspace) -> str:
        [*ratings] = workspace.assessment(PROVIDER).items[0].ratings
        return ratings[0].body.value if ratings and ratings[0].body else ""

    desk.runner.store_job(read, done=found.append, owner=desk)
    qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE * 1000)
    return found[0]


@pytest.mark.parametrize("command", ["export_package", "back_up", "switch_person"])
def test_what_reads_everything_records_first_what_is_half_typed(
    folder: Path, desk: Desk, qtbot: QtBot, command: str
) -> None:
    desk.start(folder)
    qtbot.waitUntil(lambda: desk.facts is not None and not desk.is_busy, timeout=PATIENCE * 1000)
    FIELDS["reason"](desk, PROVIDER)
    page = desk.window.page("workbench")
    assert isinstance(page, WorkbenchPage)
    rating = page.ui.item_pane.rating_box.ui.rating_edit
    rating.setFocus()
    qtbot.keyClicks(rating, "77")
    assert rating_of(desk, qtbot) == ""
    desk.window.menus.trigger(command)
    if command == "switch_person":
        desk.sit_down("周明")

    assert rating_of(desk, qtbot) == "77"
