"""The shop page in the real window: counted, tried out, in conflict, locked, looked up."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from evaluator_desktop import texts
from evaluator_desktop.operations import export, merge, shop
from evaluator_desktop.operations import round as rounds
from evaluator_desktop.operations.start import new_workspace
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.pages.shop.ledger import LedgerModel
from evaluator_desktop.ui.pages.shop.rules_dialog import RulesDialog
from evaluator_desktop.ui.pages.shop_page import ShopPage
from evaluator_desktop.ui.widgets.tier import tier_width
from tests.ui.pages.opened import Opener, open_page
from tests.ui.pages.shop_desk import Desk, Key, desk, folder, full_desk, open_desk
from tests.workspaces import FACTS, LEAD, OTHER, PROVIDER, ZHOU, workspace_template

ROW_START = 11  # the bar of a selected row, and the room after it
__all__ = ["desk", "folder", "full_desk", "open_desk", "open_page", "workspace_template"]


def test_trying_out_changes_the_result_and_nothing_else(full_desk: Desk) -> None:
    full_desk.opened.click(full_desk.ui.trial_button)
    assert full_desk.ui.trial_frame.is_on
    assert full_desk.ui.trial_band.isVisible()
    full_desk.type("purchases", "174")
    full_desk.opened.window.show_page("merge")
    full_desk.opened.window.show_page("shop")
    full_desk.opened.settle()
    assert full_desk.shown == ("3,010", "四钻")
    assert full_desk.recorded() == FACTS

    full_desk.opened.click(full_desk.ui.trial_band.end_button)

    assert full_desk.shown == ("2,470", "三钻")
    assert not full_desk.ui.trial_band.isVisible()
    assert full_desk.recorded() == FACTS


def test_the_rules_that_a_field_feeds_are_lit(full_desk: Desk) -> None:
    def lit() -> list[int]:
        return [i.row() for i in full_desk.ui.ledger_table.selectionModel().selectedRows()]

    full_desk.form.controls["purchases"].setFocus()
    assert lit() == [10]
    full_desk.form.controls["ratings.all"].setFocus()
    assert lit() == [16]
    full_desk.calendar.fields["login_streaks"].setFocus()
    assert lit() == [7]


def test_a_conflict_shows_both_values_and_leads_to_the_decision(
    folder: Path, workspace_template: Path, tmp_path: Path, open_desk: Callable[[], Desk]
) -> None:
    shutil.copytree(workspace_template, tmp_path / "zhou")
    with Workspace.open(folder) as lead, Workspace.open(tmp_path / "zhou") as laptop:
        laptop.act_as(ZHOU)
        shop.set_facts(lead, PROVIDER, FACTS)
        shop.set_facts(laptop, PROVIDER, FACTS | {"purchases": 9})
        export.export_package(laptop, tmp_path / "zhou.evpkg")
        merge.merge_package(lead, tmp_path / "zhou.evpkg")
    desk = open_desk()

    words = desk.form.conflicts["feedback"].text()
    assert all(word in words for word in (LEAD, ZHOU, "120", "9"))
    assert desk.form.conflicts["company"].text() == ""
    assert desk.edit("purchases").isReadOnly()
    assert not desk.edit("certificates").isReadOnly()
    assert desk.shown[1] == ""
    assert "冲突" in "".join(desk.notes) or "conflict" in "".join(desk.notes)

    with desk.qtbot.waitSignal(desk.page.provider_requested) as asked:
        desk.form.conflicts["feedback"].decision_requested.emit()
    assert asked.args == ["merge", PROVIDER]


def test_a_locked_shop_can_be_read_and_tried_out(
    folder: Path, open_desk: Callable[[], Desk]
) -> None:
    with Workspace.open(folder) as workspace:
        shop.set_facts(workspace, PROVIDER, FACTS)
        _lock(workspace)
    desk = open_desk()

    assert desk.ui.notice_line.text()
    assert desk.edit("purchases").isReadOnly()
    assert not desk.ui.import_button.isEnabled()
    desk.opened.click(desk.ui.trial_button)
    desk.type("purchases", "121")
    assert desk.shown[0] == "2,480"
    assert desk.recorded() == FACTS


def _lock(workspace: Workspace) -> None:
    """Lock it without what the lock asks for: that is another test's affair."""
    assessment = workspace.assessment(PROVIDER)
    rounds._write_lock(workspace, assessment, locked=True, version=1, reason="")


def test_another_provider_is_found_and_told_to_the_window(full_desk: Desk) -> None:
    full_desk.page.search()
    full_desk.qtbot.keyClicks(full_desk.ui.provider_field, "szzx")
    with full_desk.qtbot.waitSignal(full_desk.page.provider_changed) as told:
        full_desk.opened.press(Key.Key_Return)

    assert told.args == [OTHER]
    assert full_desk.ui.name_label.text() == "苏州咨询中心（示例）"


def test_a_provider_is_opened_at_its_first_fact(full_desk: Desk) -> None:
    first = full_desk.form.controls["registered_on"]
    full_desk.qtbot.waitUntil(first.hasFocus)
    full_desk.page.search()
    full_desk.show(OTHER)
    full_desk.qtbot.waitUntil(first.hasFocus)


def test_without_a_provider_the_page_says_what_to_do(folder: Path, open_page: Opener) -> None:
    opened = open_page(folder, "shop", ShopPage)
    assert isinstance(opened.page, ShopPage)

    assert opened.page.ui.stack.currentWidget() is opened.page.ui.empty_state
    assert not opened.page.ui.trial_button.isVisible()


def test_without_any_provider_it_leads_to_importing(tmp_path: Path, open_page: Opener) -> None:
    folder = tmp_path / "empty"
    new_workspace(folder, person=LEAD, role="lead").close()
    opened = open_page(folder, "shop", ShopPage)
    assert isinstance(opened.page, ShopPage)

    buttons = opened.page.ui.empty_state.findChildren(QAbstractButton)
    [button] = [button for button in buttons if button.isVisible()]
    opened.click(button)
    assert opened.window.page_id == "providers"


def test_the_documents_own_words_open_at_the_rule(
    full_desk: Desk, qtmodeltester: ModelTester
) -> None:
    full_desk.ui.ledger_table.selectRow(3)
    full_desk.ui.ledger_table.setFocus()
    full_desk.opened.press(Key.Key_Return)

    dialog = full_desk.opened.window.findChild(RulesDialog)
    assert dialog is not None
    assert dialog.ui.rules_table.currentIndex().row() == 3
    assert dialog.ui.rules_table.model().index(3, 4).data() == "200分封顶"
    qtmodeltester.check(dialog.ui.tiers_table.model())
    assert dialog.ui.tiers_table.columnWidth(0) > tier_width("crown_5") + ROW_START
    dialog.ui.close_button.click()


def test_the_ledger_is_a_sound_model_and_shows_what_a_cap_cuts_off(
    full_desk: Desk, qtmodeltester: ModelTester
) -> None:
    model = full_desk.ui.ledger_table.model()
    assert isinstance(model, LedgerModel)

    qtmodeltester.check(model)
    cut = model.index(3, 5).data()
    assert isinstance(cut, str)
    assert "60" in cut
    assert "200" in cut
    assert [model.index(row, 4).data() for row in range(4)] == ["60", "20", "20", "200"]


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_the_form_fits_its_pane_in_both_languages(
    language: str, folder: Path, open_desk: Callable[[], Desk], qtbot: QtBot
) -> None:
    texts.set_language(language)
    desk = open_desk()

    for scroll in (desk.form, desk.ui.result_pane.ui.scroll):
        inside = scroll.widget()
        assert inside is not None
        assert inside.minimumSizeHint().width() <= scroll.viewport().width()
    assert desk.page.minimumSizeHint().width() <= 1366 - 76


def test_everything_that_takes_the_focus_has_a_name(full_desk: Desk) -> None:
    nameless = [
        widget.objectName() or type(widget).__name__
        for widget in full_desk.page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not widget.inherits("QHeaderView")
    ]
    assert nameless == []


@pytest.mark.parametrize(
    ("purchases", "name"), [(200, "Diamond 4"), (300, "Diamond 5"), (9000, "Crown 5")]
)
def test_the_name_of_a_tier_is_never_cut_off(purchases: int, name: str, full_desk: Desk) -> None:
    texts.set_language("en")
    full_desk.type("purchases", str(purchases))
    full_desk.opened.settle()

    label = full_desk.ui.result_pane.ui.tier_label
    assert label.text() == full_desk.ui.result_pane.ui.tier_icons.accessibleName() == name
    assert label.width() >= label.fontMetrics().horizontalAdvance(name)
