"""A provider by hand through the page: recorded, refused at its field, or opened instead."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evaluator_desktop.operations import undo
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.new_provider_dialog import NewProviderDialog
from evaluator_desktop.ui.pages.providers_page import ProvidersPage
from tests.ui.pages.opened import Opened, Opener, open_page
from tests.workspaces import CODE, PROVIDER, workspace_template

__all__ = ["open_page", "workspace_template"]


class Desk:
    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        assert isinstance(opened.page, ProvidersPage)
        self.page = opened.page
        self.page.commands()["add_provider"]()
        found = self.page.findChild(NewProviderDialog)
        assert found is not None
        self.dialog, self.ui = found, found.ui

    def add(self, name: str = "", code: str = "", **fields: str) -> None:
        """Fill in and press the button."""
        self.ui.name_edit.setText(name)
        self.ui.code_edit.setText(code)
        for field, text in fields.items():
            getattr(self.ui, f"{field}_edit").setText(text)
        self.ui.add_button.click()
        self.opened.settle()

    def rows(self) -> list[Summary]:
        rows: list[Summary] = self.opened.ask(_all)
        return rows


def _all(workspace: Workspace) -> list[Summary]:
    return workspace.projections.all()


@pytest.fixture
def desk(workspace_template: Path, tmp_path: Path, open_page: Opener) -> Desk:
    path = tmp_path / "workspace"
    shutil.copytree(workspace_template, path)
    return Desk(open_page(path, "providers", ProvidersPage))


def test_a_name_is_enough_and_it_is_in_hand_afterwards(desk: Desk) -> None:
    desk.add("新来的机构", phone="021-62345678")
    row = desk.page.model.row(desk.page.ui.provider_table.currentIndex().row())
    assert row.summary.name == "新来的机构"
    assert not desk.page.findChildren(NewProviderDialog)
    desk.opened.ask(undo.undo)
    assert "新来的机构" not in {row.name for row in desk.rows()}


@pytest.mark.parametrize(
    ("given", "field"),
    [({"name": ""}, "name"), ({"name": "甲", "code": "1"}, "code")],
)
def test_what_is_wrong_is_said_at_its_field(desk: Desk, given: dict[str, str], field: str) -> None:
    before = desk.rows()
    desk.add(**given)
    assert getattr(desk.ui, f"{field}_problem").isVisible()
    assert desk.dialog.isVisible()
    assert desk.rows() == before


def test_a_wrong_check_digit_asks_for_its_reason(desk: Desk) -> None:
    assert not desk.ui.reason_edit.isVisible()
    desk.add("新来的机构", "91310104MA1FR00007")
    assert desk.ui.reason_edit.isVisible()
    assert desk.ui.reason_problem.isVisible()
    desk.add("新来的机构", "91310104MA1FR00007", reason="执照如此")
    assert "91310104MA1FR00007" in {row.code for row in desk.rows()}


def test_one_that_is_here_can_be_opened_instead(desk: Desk, qtbot: QtBot) -> None:
    before = desk.rows()
    desk.add("上海雁栖管理咨询公司（示例）")
    assert desk.ui.similar_box.isVisible()
    with qtbot.waitSignal(desk.page.provider_requested) as asked:
        qtbot.keyClick(desk.ui.similar_table, Qt.Key.Key_Return)
    assert asked.args == ["workbench", PROVIDER]
    assert desk.rows() == before


def test_it_may_be_another_though_the_name_is_alike(desk: Desk) -> None:
    desk.add("上海雁栖管理咨询公司（示例）")
    desk.ui.another_button.click()
    desk.opened.settle()
    assert "上海雁栖管理咨询公司（示例）" in {row.name for row in desk.rows()}


def test_a_code_that_is_taken_leaves_nothing_but_to_open_it(desk: Desk) -> None:
    desk.add("别的名称", CODE)
    assert desk.ui.similar_box.isVisible()
    assert not desk.ui.another_button.isVisible()
    desk.ui.code_edit.clear()
    desk.ui.code_edit.textEdited.emit("")
    assert not desk.ui.similar_box.isVisible()
