"""A real window on a workspace of tests/workspaces.py, and what tests of its pages do with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.jobs.previews import Previews
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations import undo
from evaluator_desktop.store.queries.status import WorkspaceFacts, workspace_facts
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.main_window import MainWindow
from evaluator_desktop.ui.navigation import Entry
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import Theme
from evaluator_desktop.ui.window_settings import WindowSettings
from tests.ui.blank_page import BlankPage
from tests.workspaces import PROVIDER

PATIENCE_MS = 10_000


@dataclass
class Opened:
    """The window, with one page in front."""

    window: MainWindow
    page: Page
    runner: Runner
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until everything given to the store is answered and shown."""
        for _round in range(2):
            QApplication.processEvents()
            self.qtbot.waitUntil(lambda: not self.runner.is_busy, timeout=PATIENCE_MS)

    def ask(self, function: Callable[..., Any], *args: object) -> Any:
        """Run something on the store thread and return its answer."""
        answers: list[Any] = []
        self.runner.store_job(function, *args, done=answers.append, owner=self.page)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE_MS)
        self.settle()
        return answers[0]

    def assessment(self, provider: str = PROVIDER) -> Assessment:
        """What is recorded, read anew."""
        found = self.ask(Workspace.assessment, provider)
        assert isinstance(found, Assessment)
        return found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None, "nothing has the focus"
        self.qtbot.keyClick(focus, key, modifier or Qt.KeyboardModifier.NoModifier)
        self.settle()

    def click(self, widget: QWidget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()


Opener = Callable[[Path, str, Callable[[Any], Page]], Opened]


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Opener]:
    """Open the window on a workspace that nobody has open, with one real page among others."""
    runner, previews = Runner(), Previews()

    def open_it(path: Path, page_id: str, make: Callable[[Any], Page]) -> Opened:
        facts: list[WorkspaceFacts] = []
        runner.open_workspace(Workspace.open, path)
        runner.store_job(workspace_facts, done=facts.append)
        qtbot.waitUntil(lambda: bool(facts), timeout=PATIENCE_MS)
        entries = [
            Entry(other, other, f"Ctrl+{place}", make if other == page_id else BlankPage)
            for place, other in enumerate(
                ("workbench", "verification", "shop", "merge", "providers", "report"), 1
            )
        ]
        services = Services(runner, previews, facts[0])
        window = MainWindow(services, WindowSettings(tmp_path / "config"), theme, entries)
        qtbot.addWidget(window)
        runner.committed.connect(window.committed)
        window.set_commands({"undo": partial(runner.store_job, undo.undo)})
        window.resize(1366, 768)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        window.show_page(page_id)
        opened = Opened(window, window.page(page_id), runner, qtbot)
        opened.settle()
        return opened

    yield open_it
    runner.shutdown()
    previews.shutdown()
