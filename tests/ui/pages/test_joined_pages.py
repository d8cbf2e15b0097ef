"""A provider in hand is joined with another: the pages go on with the one that stays."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from evaluator_desktop.operations import ratings
from evaluator_desktop.operations.joining import join
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.pages.shop_page import ShopPage
from evaluator_desktop.ui.pages.workbench_page import WorkbenchPage
from tests.joined_providers import GOES, STAYS, WHY
from tests.ui.pages.opened import Opened, Opener, open_page
from tests.workspaces import OTHER, PROVIDER, STAFF, workspace_template

__all__ = ["open_page", "workspace_template"]

Open = Callable[[str, Callable[..., Page]], Opened]


@pytest.fixture
def opened(open_page: Opener, workspace_template: Path, tmp_path: Path) -> Open:
    """Open a page on the provider that is about to be read as the other one."""

    def open_it(page_id: str, make: Callable[..., Page]) -> Opened:
        path = tmp_path / "own"
        shutil.copytree(workspace_template, path)
        with Workspace.open(path) as workspace:
            ratings.rate(workspace, STAYS, STAFF, "80")
            ratings.rate(workspace, GOES, STAFF, "80")
        opened = open_page(path, page_id, make)
        opened.page.show_provider(GOES)
        opened.settle()
        return opened

    return open_it


def test_the_workbench_goes_on_with_the_one(opened: Open) -> None:
    window = opened("workbench", WorkbenchPage)
    page = window.page
    assert isinstance(page, WorkbenchPage)

    window.ask(join, PROVIDER, OTHER, WHY)
    view = page.course.view
    assert view is not None
    assert view.assessment.record.id == STAYS
    page.deeds.rate(f"{STAYS}/{STAFF}", "90", "")
    page.deeds.rate(f"{STAYS}/{STAFF}", "95", "")
    window.settle()

    (rating,) = window.assessment(STAYS).record.ratings(STAFF)
    assert not rating.in_conflict
    assert rating.body is not None
    assert rating.body.value == "95"


def test_the_shop_goes_on_with_the_one(opened: Open) -> None:
    window = opened("shop", ShopPage)
    page = window.page
    assert isinstance(page, ShopPage)

    window.ask(join, PROVIDER, OTHER, WHY)

    assert page.provider == STAYS
