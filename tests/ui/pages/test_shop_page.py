"""The shop page in the real window: typed, counted, recorded, tried out, in conflict."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from evaluator_desktop import texts
from evaluator_desktop.domain.shop_draft import fields_of
from evaluator_desktop.exchange.workbooks.shop_form import FACTS as FORM_FACTS
from evaluator_desktop.operations import export, merge, shop
from evaluator_desktop.operations import round as rounds
from evaluator_desktop.operations import undo as undo_steps
from evaluator_desktop.operations.start import new_workspace
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.pages.shop.field_edit import FieldEdit, FlagBox
from evaluator_desktop.ui.pages.shop.ledger import LedgerModel
from evaluator_desktop.ui.pages.shop.rules_dialog import RulesDialog
from evaluator_desktop.ui.pages.shop_page import ShopPage
from tests.ui.pages.opened import Opened, Opener, open_page
from tests.workspaces import FACTS, LEAD, OTHER, PROVIDER, ZHOU, workspace_template

__all__ = ["open_page", "workspace_template"]

Key = Qt.Key


class Desk:
    """The page, and what a person does with it."""

    def __init__(self, opened: Opened) -> None:
        self.opened, self.qtbot = opened, opened.qtbot
        assert isinstance(opened.page, ShopPage)
        self.page, self.ui = opened.page, opened.page.ui
        self.form, self.calendar = self.ui.facts_form, self.ui.calendar_pane

    def show(self, provider: str = PROVIDER) -> None:
        self.opened.window.show_provider("shop", provider)
        self.opened.settle()

    def type(self, path: str, text: str, *, leave: bool = True) -> None:
        """Replace what stands in a field; leave it by Enter."""
        field = {**self.form.controls, **self.calendar.fields}[path]
        field.setFocus()
        self.qtbot.waitUntil(field.hasFocus)
        self.qtbot.keyClick(field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClicks(field, text) if text else self.qtbot.keyClick(field, Key.Key_Delete)
        if leave:
            self.qtbot.keyClick(field, Key.Key_Return)

    def type_all(self, facts: dict[str, Any]) -> None:
        """Type every field, by mouse and keys."""
        if not self.calendar.totals_box.isChecked():
            self.qtbot.mouseClick(self.calendar.totals_box, Qt.MouseButton.LeftButton)
        for path, value in fields_of(facts).items():
            if isinstance(value, bool):
                box = self.form.controls[path]
                self.qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
                assert isinstance(box, FlagBox)
                assert box.entry is value
            else:
                self.type(path, str(value))
        self.opened.settle()

    @property
    def shown(self) -> tuple[str, str]:
        result = self.ui.result_pane.ui
        return result.total_label.text(), result.tier_label.text()

    @property
    def notes(self) -> list[str]:
        return self.ui.result_pane.ui.notes_list.texts()

    @property
    def state(self) -> str:
        return self.ui.facts_head.meta_label.text()

    def edit(self, path: str) -> FieldEdit:
        field = self.form.controls[path]
        assert isinstance(field, FieldEdit)
        return field

    def text(self, path: str) -> str:
        return self.edit(path).text()

    def recorded(self, provider: str = PROVIDER) -> dict[str, object]:
        found = self.opened.ask(shop.facts_so_far, provider)
        assert isinstance(found, dict)
        return found


@pytest.fixture
def folder(workspace_template: Path, tmp_path: Path) -> Path:
    shutil.copytree(workspace_template, tmp_path / "lead")
    return tmp_path / "lead"


@pytest.fixture
def open_desk(folder: Path, open_page: Opener) -> Callable[[], Desk]:
    def open_it() -> Desk:
        desk = Desk(open_page(folder, "shop", ShopPage))
        desk.show()
        return desk

    return open_it


@pytest.fixture
def desk(open_desk: Callable[[], Desk]) -> Desk:
    return open_desk()


@pytest.fixture
def full_desk(folder: Path, open_desk: Callable[[], Desk]) -> Desk:
    with Workspace.open(folder) as workspace:
        shop.set_facts(workspace, PROVIDER, FACTS)
    return open_desk()


def test_the_worked_example_typed_is_2470_and_three_diamonds(desk: Desk) -> None:
    desk.type_all(FACTS)

    assert desk.shown == ("2,470", "三钻")
    assert desk.recorded() == FACTS
    ledger = desk.opened.assessment().ledger
    assert ledger is not None
    assert (ledger.total, ledger.tier) == (2470, "diamond_3")


def test_the_numbers_follow_every_keystroke_and_are_marked_until_recorded(full_desk: Desk) -> None:
    full_desk.type("purchases", "121", leave=False)
    assert full_desk.shown[0] == "2,480"
    assert full_desk.state == texts._("not saved yet")
    assert full_desk.recorded()["purchases"] == 120

    full_desk.opened.press(Key.Key_Return)

    assert full_desk.recorded()["purchases"] == 121
    assert full_desk.state.endswith(LEAD)


def test_a_part_is_recorded_when_it_is_whole_and_the_rest_stays_typed(desk: Desk) -> None:
    desk.type("products", "18")
    desk.opened.settle()
    assert desk.recorded() == {}
    desk.type("purchases", "7")
    desk.qtbot.mouseClick(desk.form.controls["is_decorated"], Qt.MouseButton.LeftButton)
    desk.opened.settle()
    assert desk.recorded() == {"products": 18, "is_decorated": True}

    desk.show(OTHER)
    assert desk.text("products") == desk.text("purchases") == ""
    desk.show()

    assert (desk.text("products"), desk.text("purchases")) == ("18", "7")
    assert desk.shown[0] == str(18 * 10 + 50 + 7 * 10)
    assert "14" in desk.notes[0]


def test_what_is_not_there_yet_is_no_zero(desk: Desk) -> None:
    model = desk.ui.ledger_table.model()

    assert [model.index(row, 4).data() for row in range(model.rowCount())] == ["–"] * 17
    assert desk.shown == ("0", "")
    box = desk.form.controls["has_website"]
    assert isinstance(box, FlagBox)
    assert box.entry is None


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("purchases", "-3"),
        ("purchases", "1.5"),
        ("purchases", "x"),
        ("purchases", "9" * 15),
        ("registered_on", "2021-01-01"),
        ("registered_on", "2020-02-30"),
        ("registered_on", "01/02/2019"),
        ("ratings.good", "96"),
        ("login_streaks", "5"),
    ],
)
def test_a_bad_value_is_said_at_the_field_and_never_recorded(
    full_desk: Desk, path: str, typed: str
) -> None:
    full_desk.type(path, typed)
    full_desk.opened.settle()

    pane = full_desk.calendar if path.startswith("login") else full_desk.form
    field = {**full_desk.form.controls, **full_desk.calendar.fields}[path]
    assert not pane.problems[path].isHidden()
    assert field.property("problem") is True
    assert field.accessibleDescription()
    assert field.entry == typed
    assert full_desk.recorded() == FACTS
    assert full_desk.shown[1] == ""

    full_desk.type(path, str(fields_of(FACTS)[path]))
    assert pane.problems[path].isHidden()
    assert full_desk.shown == ("2,470", "三钻")


def test_full_width_digits_and_other_ways_to_write_a_day_are_read(full_desk: Desk) -> None:
    for path, text in (("purchases", "１２１"), ("registered_on", "2009年6月15日")):
        full_desk.type(path, "", leave=False)
        QApplication.clipboard().setText(text)
        field = full_desk.form.controls[path]
        full_desk.qtbot.keyClick(field, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        full_desk.opened.press(Key.Key_Return)

    assert full_desk.recorded() == FACTS | {"purchases": 121, "registered_on": "2009-06-15"}
    assert full_desk.text("purchases") == "121"


def test_fields_left_in_haste_make_no_conflict(full_desk: Desk) -> None:
    for number in range(1, 8):
        full_desk.type("purchases", str(number))
        full_desk.type("replies", str(number))
    full_desk.opened.settle()

    assert full_desk.opened.assessment().record.conflicts == ()
    assert full_desk.recorded() == FACTS | {"purchases": 7, "replies": 7}


def test_what_is_typed_is_recorded_when_the_page_is_left(full_desk: Desk) -> None:
    full_desk.type("purchases", "5", leave=False)

    full_desk.opened.window.show_page("merge")
    full_desk.opened.settle()

    assert full_desk.recorded()["purchases"] == 5


def test_taken_back_elsewhere_the_field_shows_what_holds(full_desk: Desk) -> None:
    full_desk.type("purchases", "5")
    full_desk.opened.settle()

    full_desk.opened.ask(undo_steps.undo)

    assert full_desk.text("purchases") == "120"
    assert full_desk.shown[0] == "2,470"


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


def test_a_day_is_marked_by_click_and_key_and_recorded_on_leaving(
    folder: Path, open_desk: Callable[[], Desk]
) -> None:
    dates = [str(date(2020, 1, day)) for day in range(1, 10)]
    facts = {k: v for k, v in FACTS.items() if not k.startswith("login")}
    with Workspace.open(folder) as workspace:
        shop.set_facts(workspace, PROVIDER, facts | {"login_dates": dates})
    desk = open_desk()
    squares = desk.calendar.ui.calendar
    at = squares._cell(date(2020, 1, 10)).center().toPoint()

    desk.qtbot.mouseClick(squares, Qt.MouseButton.LeftButton, pos=at)
    assert desk.shown[0] == str(f"{2470 - 60 + 15:,}")
    assert desk.state == texts._("not saved yet")
    desk.opened.press(Key.Key_Right)
    desk.opened.press(Key.Key_Space)
    desk.form.controls["purchases"].setFocus()
    desk.opened.settle()

    marked = [str(date(2020, 1, day)) for day in range(1, 12)]
    assert desk.recorded()["login_dates"] == marked


def test_dates_and_totals_change_places(full_desk: Desk) -> None:
    full_desk.opened.click(full_desk.calendar.totals_box)
    assert full_desk.calendar.ui.stack.currentWidget() is full_desk.calendar.ui.calendar
    assert full_desk.shown == ("2,410", "")

    full_desk.opened.click(full_desk.calendar.totals_box)

    assert full_desk.shown == ("2,470", "三钻")


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


def test_a_workbook_is_taken_in_one_step(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "shop.xlsx"
    desk.page._files.save_template(path)
    desk.opened.settle()
    book = openpyxl.load_workbook(path)
    fields: dict[str, Any] = fields_of(FACTS)
    for row, fact in enumerate(FORM_FACTS, start=2):
        value = fields.get(".".join(fact.path))
        book.worksheets[0].cell(row, 2).value = (
            ("是" if value else "否") if isinstance(value, bool) else value
        )
    book.save(path)

    desk.page._files.take(path)
    desk.opened.settle()

    assert desk.shown == ("2,470", "三钻")
    assert desk.recorded() == FACTS
    assert desk.calendar.totals_box.isChecked()


def test_a_bad_workbook_changes_nothing(full_desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "shop.xlsx"
    full_desk.page._files.save_template(path)
    full_desk.opened.settle()

    full_desk.page._files.take(path)
    full_desk.opened.settle()

    assert full_desk.ui.error_line.text()
    assert full_desk.recorded() == FACTS
    assert full_desk.shown[0] == "2,470"


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


def test_a_problem_at_the_last_field_is_brought_into_sight(full_desk: Desk) -> None:
    full_desk.type("ratings.good", "99", leave=False)
    line = full_desk.form.problems["ratings.good"]

    def is_in_sight() -> bool:
        bottom = line.mapTo(full_desk.form.viewport(), line.rect().bottomLeft()).y()
        return bool(bottom <= full_desk.form.viewport().height())

    full_desk.qtbot.waitUntil(is_in_sight)


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
