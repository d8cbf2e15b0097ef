"""The provider in hand is in hand again when the workspace is opened the next time."""

import shutil
from pathlib import Path

import pytest

from evaluator_desktop.ui.desk import Desk
from evaluator_desktop.ui.pages.providers_page import ProvidersPage
from evaluator_desktop.ui.window_settings import WindowSettings
from tests.ui.sitting import Sit
from tests.workspaces import OTHER, PROVIDER, workspace_template

__all__ = ["workspace_template"]


def in_hand(desk: Desk) -> str:
    """The provider that is selected in the list."""
    page = desk.window.page("providers")
    assert isinstance(page, ProvidersPage)
    index = page.ui.provider_table.currentIndex()
    return page.model.row(index.row()).summary.provider


@pytest.mark.parametrize("provider", [PROVIDER, OTHER])
def test_it_comes_back(workspace_template: Path, tmp_path: Path, sit: Sit, provider: str) -> None:
    path = tmp_path / "work"
    shutil.copytree(workspace_template, path)
    sit(path).window.page("providers").show_provider(provider)

    desk = sit(path)

    assert in_hand(desk) == provider
    assert desk.window.provider == provider


def test_one_that_is_gone_leaves_the_first(
    workspace_template: Path, tmp_path: Path, sit: Sit
) -> None:
    path = tmp_path / "work"
    shutil.copytree(workspace_template, path)
    WindowSettings(tmp_path / "settings").set_last_provider(str(path), "0f" * 16)

    desk = sit(path)

    assert in_hand(desk) in (PROVIDER, OTHER)
    assert desk.window.provider == in_hand(desk)
