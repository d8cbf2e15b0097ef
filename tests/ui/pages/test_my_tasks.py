"""What is assigned to an evaluator stands first when the program starts."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evaluator_desktop.operations import ratings
from evaluator_desktop.operations import round as rounds
from evaluator_desktop.store import settings
from evaluator_desktop.store.queries.providers import assigned_to
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.pages.providers_page import ProvidersPage
from tests.ui.pages.opened import Opened, Opener, open_page
from tests.workspaces import CHEN, LEAD, OTHER, PROVIDER, STAFF, ZHOU, workspace_template

__all__ = ["open_page", "workspace_template"]


@pytest.fixture
def path(workspace_template: Path, tmp_path: Path) -> Path:
    """A round in which PROVIDER is Zhou's, and OTHER was touched last."""
    path = tmp_path / "workspace"
    shutil.copytree(workspace_template, path)
    with Workspace.open(path) as workspace:
        rounds.assign(workspace, ZHOU, [PROVIDER])
        ratings.rate(workspace, OTHER, STAFF, "80")
    return path


def page_of(open_page: Opener, path: Path, person: str, role: str) -> tuple[Opened, ProvidersPage]:
    with Workspace.open(path) as workspace:
        workspace.settings.put({settings.PERSON: person, settings.ROLE: role})
    opened = open_page(path, "providers", ProvidersPage)
    assert isinstance(opened.page, ProvidersPage)
    return opened, opened.page


def shown(page: ProvidersPage) -> list[str]:
    return [page.model.row(n).summary.provider for n in range(page.model.rowCount())]


def test_only_what_is_mine_until_one_click(open_page: Opener, path: Path, qtbot: QtBot) -> None:
    opened, page = page_of(open_page, path, ZHOU, "evaluator")
    button = page.ui.mine_button
    assert shown(page) == [PROVIDER]
    assert button.isChecked()
    assert "1" in button.text()

    opened.click(button)

    assert shown(page) == [PROVIDER, OTHER]  # mine first, though the other was touched last
    assert page.ui.person_combo.isVisible()
    opened.click(button)
    opened.click(page.ui.clear_button)
    assert len(shown(page)) == 2
    opened.ask(lambda workspace: ratings.rate(workspace, OTHER, STAFF, "70"))
    assert len(shown(page)) == 2  # read again, it stays as the person left it


def test_nothing_is_narrowed_for_who_has_no_task(open_page: Opener, path: Path) -> None:
    _opened, page = page_of(open_page, path, CHEN, "evaluator")

    assert len(shown(page)) == 2
    assert not page.ui.mine_button.isVisible()


def test_a_lead_sees_the_whole_round(open_page: Opener, path: Path) -> None:
    with Workspace.open(path) as workspace:
        rounds.assign(workspace, LEAD, [PROVIDER])
        assert assigned_to(workspace, LEAD) == {PROVIDER}

    _opened, page = page_of(open_page, path, LEAD, "lead")

    assert len(shown(page)) == 2
    assert not page.ui.mine_button.isVisible()
