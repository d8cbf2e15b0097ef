"""Joining in the real window: what is offered, both sides, the reason, and taking it back."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from evaluator_desktop.operations import evidence, ratings, undo
from evaluator_desktop.operations import round as steps
from evaluator_desktop.store import settings
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.join_dialog import JoinDialog
from evaluator_desktop.ui.pages.providers_page import ProvidersPage
from evaluator_desktop.ui.widgets.cells import CELL
from evaluator_desktop.ui.widgets.tables import Table
from tests.joined_providers import GOES, STAYS, made, submitted
from tests.ui.pages.opened import Opened, Opener, open_page
from tests.workspaces import OTHER_CODE, PROVIDER, STAFF, workspace_template

__all__ = ["open_page", "workspace_template"]

Open = Callable[..., Opened]


@pytest.fixture
def opened(open_page: Opener, workspace_template: Path, tmp_path: Path) -> Open:
    """Open the providers page; `twin` records a provider that looks like another one."""

    def open_it(*, twin: bool = True, role: str = "lead", locked: bool = False) -> Opened:
        path = tmp_path / "own"
        shutil.copytree(workspace_template, path)
        with Workspace.open(path) as workspace:
            if twin:
                provider = made(workspace, "苏州资询中心（示例）")
                ratings.rate(workspace, provider, STAFF, "70")
                evidence.add_content(workspace, provider, STAFF, "名册.pdf", b"one")
                if locked:
                    submitted(workspace, provider)
                    steps.lock(workspace, provider)
            workspace.settings.put({settings.ROLE: role})
        return open_page(path, "providers", ProvidersPage)

    return open_it


def start(opened: Opened) -> JoinDialog:
    opened.page.commands()["join_providers"]()
    opened.settle()
    return next(d for d in opened.window.findChildren(JoinDialog) if d.isVisible())


def shown(table: Table) -> list[list[str]]:
    model = table.model()
    return [
        [model.index(row, column).data(CELL).text for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def count(workspace: Workspace) -> int:
    return len(workspace.projections.all())


def test_two_are_compared_joined_and_taken_apart(opened: Open) -> None:
    window = opened()
    dialog = start(window)
    ui = dialog.ui
    heard: list[str] = []
    dialog.recorded.connect(heard.append)

    ((first, second, why),) = shown(ui.offer_table)
    assert {first, second} == {"苏州咨询中心（示例）", "苏州资询中心（示例）"}
    assert why
    sides = {row[0]: set(row[1:]) for row in shown(ui.compare_table)}
    assert {OTHER_CODE} < set().union(*sides.values())
    assert {"0", "1"} in sides.values()
    assert not ui.part_button.isVisible()

    window.click(ui.join_button)
    assert ui.reason_edit.property("problem")
    assert window.ask(count) == 3
    ui.reason_edit.setText("现场看到同一张执照")
    assert not ui.reason_edit.property("problem")
    window.click(ui.join_button)

    assert window.ask(count) == 2
    assert isinstance(window.page, ProvidersPage)
    assert window.page.model.rowCount() == 2
    assert not ui.join_button.isVisible()
    assert "现场看到同一张执照" in ui.reason_label.text()
    ui.reason_edit.setText("两家公司")
    window.click(ui.part_button)

    assert window.ask(count) == 3
    assert len(heard) == 2
    assert shown(ui.offer_table) == []  # somebody said that they are two
    assert not ui.join_button.isVisible()
    assert not ui.reason_edit.isVisible()


def test_what_is_undone_is_two_rows_again(opened: Open) -> None:
    window = opened()
    dialog = start(window)
    dialog.ui.reason_edit.setText("同一家")
    window.click(dialog.ui.join_button)
    dialog.reject()
    assert isinstance(window.page, ProvidersPage)
    assert window.page.model.rowCount() == 2

    window.ask(undo.undo)

    assert window.page.model.rowCount() == 3
    assert window.ask(count) == 3


def test_the_provider_in_hand_is_compared_with_any_other(opened: Open) -> None:
    window = opened(twin=False)
    window.page.show_provider(PROVIDER)
    dialog = start(window)
    field = dialog.ui.other_field
    ui = dialog.ui
    assert shown(ui.offer_table) == []
    assert ui.empty_state.isVisible()
    scattered = (ui.title_label, ui.advice_label, ui.offer_table, ui.compare_table, ui.reason_edit)
    assert not any(widget.isVisible() for widget in scattered)
    assert ui.empty_state.height() > dialog.height() / 2

    field.setFocus()
    field.setText("苏州")
    assert [target.text for target in field.targets()] == ["苏州咨询中心（示例）"]
    window.qtbot.keyClick(field, Qt.Key.Key_Return)
    window.settle()

    assert len(shown(dialog.ui.offer_table)) == 1
    assert not ui.empty_state.isVisible()
    assert ui.advice_label.isVisible()
    dialog.ui.reason_edit.setText("同一家")
    window.click(dialog.ui.join_button)
    assert window.ask(lambda w: w.joined.groups) == {STAYS: (STAYS, GOES)}


def test_a_locked_one_is_not_joined(opened: Open) -> None:
    dialog = start(opened(locked=True))
    assert dialog.ui.join_button.isVisible()
    assert not dialog.ui.join_button.isEnabled()
    assert dialog.ui.join_button.toolTip()


def test_joining_is_the_leads(opened: Open) -> None:
    assert "join_providers" not in opened(role="evaluator").page.commands()
