"""Facts of a shop typed in: recorded part by part, never halfway, refused at the field."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from evaluator_desktop import texts
from evaluator_desktop.domain.shop_draft import fields_of
from evaluator_desktop.exchange.workbooks.shop_form import FACTS as FORM_FACTS
from evaluator_desktop.operations import shop
from evaluator_desktop.operations import undo as undo_steps
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.pages.shop.field_edit import FlagBox
from tests.ui.pages.opened import open_page
from tests.ui.pages.shop_desk import Desk, Key, desk, folder, full_desk, open_desk
from tests.workspaces import FACTS, LEAD, OTHER, PROVIDER, workspace_template

__all__ = ["desk", "folder", "full_desk", "open_desk", "open_page", "workspace_template"]


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


def test_a_problem_at_the_last_field_is_brought_into_sight(full_desk: Desk) -> None:
    full_desk.type("ratings.good", "99", leave=False)
    line = full_desk.form.problems["ratings.good"]

    def is_in_sight() -> bool:
        bottom = line.mapTo(full_desk.form.viewport(), line.rect().bottomLeft()).y()
        return bool(bottom <= full_desk.form.viewport().height())

    full_desk.qtbot.waitUntil(is_in_sight)
