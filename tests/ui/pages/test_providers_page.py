"""The providers page in the real window: found, looked at, planned, renamed, opened."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from evaluator_desktop.domain import bodies
from evaluator_desktop.operations import providers, ratings
from evaluator_desktop.operations import round as rounds
from evaluator_desktop.store.queries.providers import provider_list, route
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.import_dialog import ImportDialog
from evaluator_desktop.ui.models.provider_rows import Column
from evaluator_desktop.ui.pages.providers.name_delegate import NameEdit
from evaluator_desktop.ui.pages.providers_page import ProvidersPage
from evaluator_desktop.ui.theme import Theme
from evaluator_desktop.ui.window_settings import WindowSettings
from tests.ui.pages.opened import Opened, Opener, open_page
from tests.workspaces import LEAD, OTHER, PROVIDER, STAFF, workspace_template

__all__ = ["open_page", "workspace_template"]

Key = Qt.Key


class Desk:
    """The page, and what a person does with it."""

    def __init__(self, opened: Opened) -> None:
        self.opened, self.qtbot = opened, opened.qtbot
        assert isinstance(opened.page, ProvidersPage)
        self.page, self.ui, self.model = opened.page, opened.page.ui, opened.page.model
        self.table = self.ui.provider_table

    @property
    def shown(self) -> list[str]:
        return [self.model.row(n).summary.provider for n in range(self.model.rowCount())]

    @property
    def current(self) -> str:
        index = self.table.currentIndex()
        return self.model.row(index.row()).summary.provider if index.isValid() else ""

    def take(self, provider: str) -> None:
        self.table.setFocus()
        self.table.setCurrentIndex(self.model.index(self.model.find(provider), Column.NAME))
        self.opened.settle()

    def type(self, text: str) -> None:
        self.page.search()
        if text.isascii():
            self.qtbot.keyClicks(self.ui.search_edit, text)
        else:
            self.ui.search_edit.insert(text)  # as an input method commits it

    def editor(self) -> NameEdit:
        self.opened.press(Key.Key_F2)
        self.qtbot.waitUntil(lambda: bool(self.table.findChildren(NameEdit)))
        return self.table.findChildren(NameEdit)[-1]


@pytest.fixture
def path(workspace_template: Path, tmp_path: Path) -> Path:
    path = tmp_path / "workspace"
    shutil.copytree(workspace_template, path)
    return path


@pytest.fixture
def desk(path: Path, open_page: Opener) -> Desk:
    return Desk(open_page(path, "providers", ProvidersPage))


def test_the_list_is_shown_with_the_focus_in_it(desk: Desk) -> None:
    assert set(desk.shown) == {PROVIDER, OTHER}
    assert desk.table.hasFocus()
    assert desk.current == desk.shown[0]
    assert "2" in desk.ui.count_label.text()


def test_a_search_narrows_counts_and_keeps_the_row_in_hand(desk: Desk) -> None:
    desk.take(OTHER)
    desk.type("szzx")
    assert desk.shown == [OTHER]
    assert desk.current == OTHER
    assert desk.ui.count_label.text() == desk.page.filters._ui.count_label.text()
    assert "1" in desk.ui.count_label.text()
    assert desk.model.index(0, Column.NAME).data(Qt.ItemDataRole.UserRole).matches == ((0, 4),)
    desk.opened.press(Key.Key_Escape)
    assert len(desk.shown) == 2
    assert desk.current == OTHER


def test_enter_in_the_search_goes_to_the_list_and_enter_there_opens(desk: Desk) -> None:
    desk.type("yqgl")
    desk.opened.press(Key.Key_Return)
    assert desk.table.hasFocus()
    with desk.qtbot.waitSignal(desk.page.provider_requested) as asked:
        desk.opened.press(Key.Key_Return)
    assert asked.args == ["workbench", PROVIDER]
    assert desk.opened.window.page_id == "workbench"


def test_nothing_found_says_so_and_the_button_clears(desk: Desk) -> None:
    desk.type("没有这家")
    assert desk.shown == []
    assert desk.ui.nothing_found.isVisible()
    desk.opened.click(desk.ui.nothing_found.findChildren(QPushButton)[0])
    assert len(desk.shown) == 2
    assert desk.table.isVisible()
    assert not desk.ui.clear_button.isEnabled()


def test_the_menu_shows_who_lacks_evidence(desk: Desk) -> None:
    desk.type("苏")
    desk.opened.ask(ratings.rate, PROVIDER, STAFF, "90")
    desk.page.commands()["show_missing"]()
    assert desk.shown == [PROVIDER]
    assert desk.ui.search_edit.text() == ""


def test_a_commit_refreshes_the_row_in_place(desk: Desk) -> None:
    desk.take(OTHER)
    before = desk.model.row(desk.model.find(PROVIDER)).summary.rated
    desk.opened.ask(ratings.rate, PROVIDER, STAFF, "90")
    assert desk.model.row(desk.model.find(PROVIDER)).summary.rated == before + 1
    assert desk.current == OTHER


def test_space_shows_the_quick_look_and_takes_it_away(desk: Desk) -> None:
    desk.opened.ask(ratings.rate, PROVIDER, STAFF, "40")
    desk.take(PROVIDER)
    assert desk.ui.quick_look.isHidden()
    desk.opened.press(Key.Key_Space)
    look = desk.ui.quick_look.ui
    assert look.name_label.text() == "雁栖管理咨询公司（示例）"
    assert look.score_label.property("role") == "provisional"
    assert look.score_label.text() != "—"
    todo = [label.text() for label in desk.ui.quick_look.findChildren(type(look.todo_label))]
    assert any("40" in text for text in todo)  # the rating without its reason
    desk.take(OTHER)
    assert look.name_label.text() == "苏州咨询中心（示例）"
    assert look.score_label.text() == "—"
    desk.table.setFocus()
    desk.opened.press(Key.Key_Space)
    assert desk.ui.quick_look.isHidden()
    assert desk.table.hasFocus()


def test_insert_puts_on_todays_route_and_off_again(desk: Desk) -> None:
    desk.take(OTHER)
    desk.opened.press(Key.Key_Insert)
    desk.take(PROVIDER)
    desk.opened.press(Key.Key_Insert)
    assert desk.opened.ask(route) == (OTHER, PROVIDER)
    assert "2" in desk.ui.route_button.text()
    desk.take(OTHER)
    desk.opened.press(Key.Key_Insert)
    assert desk.opened.ask(route) == (PROVIDER,)
    desk.opened.click(desk.ui.route_button)
    assert desk.shown == [PROVIDER]
    assert desk.opened.ask(provider_list).route == (PROVIDER,)


def test_f2_renames_and_says_what_was_recorded(desk: Desk) -> None:
    desk.take(OTHER)
    editor = desk.editor()
    editor.setText("苏州新咨询中心")
    desk.opened.press(Key.Key_Return)
    assert desk.opened.window.page_id == "providers"
    desk.qtbot.waitUntil(lambda: "新咨询" in desk.opened.assessment(OTHER).record.name)
    desk.opened.settle()
    assert desk.model.row(desk.model.find(OTHER)).summary.name == "苏州新咨询中心"
    assert desk.current == OTHER
    assert "苏州新咨询中心" in desk.opened.window.ui.hint_line._recorded.text()


def test_enter_of_an_input_method_does_not_end_the_renaming(desk: Desk) -> None:
    desk.take(OTHER)
    editor = desk.editor()
    editor.selectAll()
    QApplication.sendEvent(editor, QInputMethodEvent("xin ming", []))
    for key in (Key.Key_Return, Key.Key_Escape, Key.Key_Tab):
        desk.qtbot.keyClick(editor, key)
    assert desk.table.state() == QAbstractItemView.State.EditingState
    done = QInputMethodEvent()
    done.setCommitString("新名")
    QApplication.sendEvent(editor, done)
    desk.qtbot.keyClick(editor, Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.opened.assessment(OTHER).record.name == "新名")


def test_a_row_that_changes_while_a_name_is_typed_waits(desk: Desk) -> None:
    desk.take(OTHER)
    editor = desk.editor()
    editor.setText("半个名")
    desk.opened.ask(ratings.rate, PROVIDER, STAFF, "90")
    assert desk.table.state() == QAbstractItemView.State.EditingState
    assert editor.text() == "半个名"
    desk.opened.press(Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: desk.model.row(desk.model.find(PROVIDER)).summary.rated == 1)
    assert desk.opened.assessment(OTHER).record.name == "苏州咨询中心（示例）"


def test_an_empty_name_is_refused_in_a_line(desk: Desk) -> None:
    desk.take(OTHER)
    desk.editor().clear()
    desk.opened.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: bool(desk.ui.error_line.text()))
    assert desk.opened.assessment(OTHER).record.name == "苏州咨询中心（示例）"


def test_the_provider_in_hand_comes_from_the_window(desk: Desk) -> None:
    desk.opened.window.show_provider("providers", OTHER)
    assert desk.current == OTHER


def test_a_click_on_a_head_sorts_and_keeps_the_row(desk: Desk) -> None:
    desk.take(OTHER)
    head = desk.table.horizontalHeader()
    orders = []
    for _click in range(2):
        at = head.sectionViewportPosition(Column.NAME) + 20
        desk.qtbot.mouseClick(
            head.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(at, 10).toPoint()
        )
        orders.append(desk.shown)
        assert desk.current == OTHER
    assert orders[0] == orders[1][::-1]


def test_the_name_keeps_its_room_and_other_columns_fold(desk: Desk) -> None:
    desk.opened.window.resize(1000, 640)
    desk.take(OTHER)
    desk.opened.press(Key.Key_Space)
    head = desk.table.horizontalHeader()
    assert head.sectionSize(Column.NAME) > 150
    assert head.isSectionHidden(Column.CHANGED)
    desk.table.setFocus()
    desk.opened.press(Key.Key_Space)
    assert not head.isSectionHidden(Column.CHANGED)


@pytest.fixture
def empty(tmp_path: Path, open_page: Opener) -> Desk:
    path = tmp_path / "empty"
    with Workspace.create(path, person=LEAD, role=bodies.LEAD) as workspace:
        rounds.start_round(workspace, rounds.read_scheme())
    return Desk(open_page(path, "providers", ProvidersPage))


def test_without_providers_the_page_says_what_to_do(empty: Desk) -> None:
    assert empty.ui.no_providers.isVisible()
    assert not empty.ui.filter_bar.isVisible()
    empty.opened.click(empty.ui.no_providers.findChildren(QPushButton)[0])
    dialog = empty.page.findChild(ImportDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()


def test_a_dropped_list_is_read(
    empty: Desk, tmp_path: Path, qtbot: QtBot, make_list: Callable[[Path], Path]
) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(make_list(tmp_path / "list.xlsx")))])
    event = QDropEvent(
        QPointF(50, 50),
        Qt.DropAction.CopyAction,
        files,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    empty.page.dropEvent(event)
    dialog = empty.page.findChild(ImportDialog)
    assert dialog is not None
    empty.opened.settle()
    assert dialog.ui.import_button.isEnabled()
    dialog.ui.import_button.click()
    qtbot.waitUntil(lambda: empty.model.rowCount() == 1)
    assert empty.table.isVisible()


@pytest.fixture
def make_list() -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        from openpyxl import Workbook

        workbook = Workbook()
        sheet = workbook.worksheets[0]
        sheet.append(["机构名称"])
        sheet.append(["新来的机构"])
        workbook.save(path)
        return path

    return make


def test_every_control_has_a_name(desk: Desk) -> None:
    ui = desk.ui
    named = (
        *(ui.search_edit, ui.state_combo, ui.person_combo, ui.tier_combo, ui.provider_table),
        *(ui.conflicts_button, ui.missing_button, ui.clear_button, ui.route_button),
    )
    for widget in named:
        text = widget.text() if isinstance(widget, QPushButton) else widget.accessibleName()
        assert text.strip(), widget.objectName()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget.objectName()


def test_profile_change_by_another_window_is_seen_in_the_rename(desk: Desk) -> None:
    desk.take(OTHER)
    desk.opened.ask(providers.edit_profile, OTHER, "identity", {"address": "某路 1 号"})
    desk.editor().setText("后来的名称")
    desk.opened.press(Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.opened.assessment(OTHER).record.name == "后来的名称")
    record = desk.opened.assessment(OTHER).record
    assert record.conflicts == ()
    assert record.profile_value("identity", "address") == "某路 1 号"


def test_sort_and_widths_are_remembered(
    desk: Desk, tmp_path: Path, qtbot: QtBot, theme: Theme
) -> None:
    desk.table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    desk.table.setColumnWidth(Column.PEOPLE, 133)
    desk.take(OTHER)
    desk.opened.press(Key.Key_Space)  # columns that fold for the quick look come back
    expected = desk.shown
    settings = WindowSettings(tmp_path / "kept")
    settings.save(desk.opened.window)
    again = ProvidersPage(desk.page._services)
    qtbot.addWidget(again)
    settings.restore_parts(again)
    again.resize(1290, 700)
    again.show()
    desk.opened.settle()
    assert [again.model.row(n).summary.provider for n in range(2)] == expected
    head = again.ui.provider_table.horizontalHeader()
    assert head.sectionSize(Column.PEOPLE) == 133
    assert head.sortIndicatorSection() == Column.NAME
    assert not any(head.isSectionHidden(column) for column in Column)
    assert head.sectionSize(Column.CODE) > 150
