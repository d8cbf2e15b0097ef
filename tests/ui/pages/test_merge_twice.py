"""Providers that come in a second time: said in the preview, compared and joined after it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from evaluator_desktop.operations.export import export_package
from evaluator_desktop.store import settings
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.join_dialog import JoinDialog
from evaluator_desktop.ui.pages.merge.step_bar import Step
from evaluator_desktop.ui.pages.merge_page import MergePage
from tests.joined_providers import made
from tests.ui.pages.opened import Opened, Opener, open_page
from tests.workspaces import workspace_template

__all__ = ["open_page", "workspace_template"]

Open = Callable[..., Opened]


@pytest.fixture
def package(workspace_template: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "other laptop"
    shutil.copytree(workspace_template, folder)
    with Workspace.open(folder) as workspace:
        made(workspace, "苏州市咨询中心（示例）")
        return export_package(workspace, tmp_path / "work.evpkg").path


@pytest.fixture
def opened(open_page: Opener, workspace_template: Path, tmp_path: Path) -> Open:
    def open_it(role: str = "lead") -> Opened:
        path = tmp_path / "own"
        shutil.copytree(workspace_template, path)
        with Workspace.open(path) as workspace:
            workspace.settings.put({settings.ROLE: role})
        return open_page(path, "merge", MergePage)

    return open_it


def page_of(opened: Opened, package: Path) -> MergePage:
    """Look at the package, as far as the preview."""
    page = opened.page
    assert isinstance(page, MergePage)
    page.take_in([package])
    opened.settle()
    opened.click(page.ui.step_bar.primary_button)
    return page


def test_it_is_said_before_and_offered_after(opened: Open, package: Path) -> None:
    window = opened()
    page = page_of(window, package)
    before, after = page.ui.preview_pane.ui.twice_line, page.ui.done_pane.ui.twice_line
    assert "苏州市咨询中心（示例）" in before.text()
    assert not before.compare_button.isVisible()

    window.click(page.ui.step_bar.primary_button)
    assert page.ui.step_stack.currentIndex() == Step.DONE
    assert "苏州市咨询中心（示例）" in after.text()
    window.click(after.compare_button)
    dialog = next(d for d in window.window.findChildren(JoinDialog) if d.isVisible())
    assert dialog.ui.offer_table.model().rowCount() == 1
    assert not dialog.ui.other_box.isVisible()
    dialog.ui.reason_edit.setText("同一家")
    window.click(dialog.ui.join_button)

    assert window.ask(lambda workspace: len(workspace.projections.all())) == 2


def test_an_evaluator_is_told_only(opened: Open, package: Path) -> None:
    window = opened("evaluator")
    page = page_of(window, package)
    window.click(page.ui.step_bar.primary_button)
    line = page.ui.done_pane.ui.twice_line
    assert line.text()
    assert not line.compare_button.isVisible()


def test_nothing_is_said_of_work_on_known_providers(
    opened: Open, workspace_template: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "other laptop"
    shutil.copytree(workspace_template, folder)
    with Workspace.open(folder) as workspace:
        made(workspace, "别家服务站")
        path = export_package(workspace, tmp_path / "work.evpkg").path
    page = page_of(opened(), path)
    assert page.ui.preview_pane.ui.twice_line.text() == ""
