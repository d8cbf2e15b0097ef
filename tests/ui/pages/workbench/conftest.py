"""The workbench in the real window, over a workspace on disk."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evaluator_desktop.jobs.previews import Previews
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations import undo
from evaluator_desktop.store.queries.status import WorkspaceFacts, workspace_facts
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.main_window import MainWindow
from evaluator_desktop.ui.navigation import Entry
from evaluator_desktop.ui.pages.workbench_page import WorkbenchPage
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import Theme
from evaluator_desktop.ui.window_settings import WindowSettings
from tests.ui.blank_page import BlankPage
from tests.ui.pages.workbench.bench import Bench, new_workspace

ENTRIES = (
    Entry("providers", "Providers", "Ctrl+1", BlankPage),
    Entry("workbench", "Workbench", "Ctrl+2", WorkbenchPage),
)

Opener = Callable[[], Bench]


@pytest.fixture
def workspace_path(tmp_path: Path) -> Path:
    return tmp_path / "round"


@pytest.fixture
def provider(workspace_path: Path) -> str:
    return new_workspace(workspace_path)


@pytest.fixture
def open_bench(
    qtbot: QtBot, theme: Theme, tmp_path: Path, workspace_path: Path, provider: str
) -> Iterator[Opener]:
    """Return what opens the window on the workspace as it lies there by then."""
    runner, previews = Runner(), Previews()

    def open_it() -> Bench:
        facts: list[WorkspaceFacts] = []
        runner.open_workspace(Workspace.open, workspace_path)
        runner.store_job(workspace_facts, done=facts.append)
        qtbot.waitUntil(lambda: bool(facts), timeout=10_000)
        services = Services(runner, previews, facts[0])
        window = MainWindow(services, WindowSettings(tmp_path / "config"), theme, ENTRIES)
        qtbot.addWidget(window)
        runner.committed.connect(window.committed)
        window.set_commands({"undo": partial(runner.store_job, undo.undo)})
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        window.set_undo("x")
        window.show_provider("workbench", provider)
        page = window.page("workbench")
        assert isinstance(page, WorkbenchPage)
        bench = Bench(window, page, runner, provider, qtbot)
        bench.settle()
        return bench

    yield open_it
    runner.shutdown()
    previews.shutdown()
