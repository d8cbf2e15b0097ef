"""The columns of the list: dragged, hidden and shown by mouse and by key, and remembered."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu
from pytestqt.qtbot import QtBot

from evaluator_desktop.ui.models.provider_rows import Column
from evaluator_desktop.ui.pages.providers_page import ProvidersPage
from evaluator_desktop.ui.window_settings import WindowSettings
from tests.ui.pages.opened import Opened, Opener, open_page
from tests.workspaces import workspace_template

__all__ = ["open_page", "workspace_template"]

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


@dataclass
class Desk:
    """The page, and what a person does with its columns."""

    opened: Opened
    page: ProvidersPage
    qtbot: QtBot

    @property
    def head(self) -> QHeaderView:
        return self.page.ui.provider_table.horizontalHeader()

    @property
    def order(self) -> list[Column]:
        """The columns that are seen, from the left."""
        places = (self.head.logicalIndex(place) for place in range(len(Column)))
        return [Column(c) for c in places if not self.head.isSectionHidden(c)]

    @property
    def shown(self) -> list[str]:
        model = self.page.model
        return [model.row(number).summary.provider for number in range(model.rowCount())]

    def middle(self, column: Column) -> QPoint:
        left = self.head.sectionViewportPosition(column)
        return QPoint(left + self.head.sectionSize(column) // 2, self.head.height() // 2)

    def drag(self, column: Column, to: QPoint) -> None:
        """Take a head with the mouse and let it go where `to` is."""
        view, start = self.head.viewport(), self.middle(column)
        QTest.mousePress(view, LEFT, pos=start)
        for part in range(1, 11):
            QTest.mouseMove(view, start + (to - start) * part / 10)
        QTest.mouseRelease(view, LEFT, pos=to)

    def menu(self) -> QMenu:
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def right_click(self) -> QMenu:
        at = self.middle(Column.SCORE)
        view = self.head.viewport()
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
        QApplication.sendEvent(view, asked)
        return self.menu()

    def click(self, column: Column) -> None:
        """Tick or untick a column in the menu of the head."""
        menu = self.right_click()
        action = menu.actions()[column]
        self.qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
        self.opened.settle()

    def quick_look(self) -> None:
        """Open or close it; a menu that was open took the focus from the window."""
        self.opened.window.activateWindow()
        self.page.ui.provider_table.setFocus()
        self.qtbot.waitUntil(self.page.ui.provider_table.hasFocus)
        self.opened.press(Key.Key_Space)

    def sort(self, column: Column) -> None:
        self.qtbot.mouseClick(self.head.viewport(), LEFT, pos=self.middle(column))


Restart = Callable[[], Desk]


@pytest.fixture
def desk(workspace_template: Path, tmp_path: Path, open_page: Opener, qtbot: QtBot) -> Desk:
    shutil.copytree(workspace_template, tmp_path / "workspace")
    opened = open_page(tmp_path / "workspace", "providers", ProvidersPage)
    assert isinstance(opened.page, ProvidersPage)
    return Desk(opened, opened.page, qtbot)


@pytest.fixture
def restart(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Restart:
    """The page anew with what was remembered, as the window makes it."""

    def again() -> Desk:
        settings = WindowSettings(tmp_path / "kept")
        settings.save(desk.opened.window)
        page = ProvidersPage(desk.page._services)
        qtbot.addWidget(page)
        settings.restore_parts(page)
        page.resize(1290, 700)
        page.show()
        desk.opened.settle()
        return Desk(desk.opened, page, qtbot)

    return again


def test_a_column_is_dragged_and_stays_there_at_the_next_start(
    desk: Desk, restart: Restart
) -> None:
    desk.drag(Column.SCORE, desk.middle(Column.CODE) - QPoint(40, 0))
    expected = [Column.STATE, Column.NAME, Column.SCORE, Column.CODE, Column.PROGRESS]
    assert desk.order[:5] == expected
    assert restart().order == desk.order


def test_state_and_name_keep_their_places(desk: Desk) -> None:
    usual = desk.order
    desk.drag(Column.NAME, desk.middle(Column.SCORE))
    assert desk.order == usual
    desk.drag(Column.STATE, desk.middle(Column.SCORE))
    assert desk.order == usual
    desk.drag(Column.SCORE, desk.middle(Column.STATE) - QPoint(20, 0))
    assert desk.order[:3] == [Column.STATE, Column.NAME, Column.SCORE]


def test_the_menu_of_the_head_hides_and_shows(desk: Desk, restart: Restart) -> None:
    usual, wide = desk.order, desk.head.sectionSize(Column.NAME)
    desk.click(Column.TIER)
    assert desk.order == [column for column in usual if column is not Column.TIER]
    assert desk.head.sectionSize(Column.NAME) > wide  # the name takes what is left
    later = restart()
    assert later.order == desk.order
    assert not later.right_click().actions()[Column.TIER].isChecked()
    later.menu().close()
    desk.click(Column.TIER)
    assert desk.order == usual
    assert desk.head.sectionSize(Column.NAME) == wide


def test_the_name_cannot_be_hidden(desk: Desk) -> None:
    menu = desk.right_click()
    assert not menu.actions()[Column.NAME].isEnabled()
    assert [action.text() for action in menu.actions() if not action.isSeparator()]
    menu.close()


def test_all_columns_come_back_in_the_usual_order(desk: Desk) -> None:
    usual = desk.order
    desk.drag(Column.CONFLICTS, desk.middle(Column.CODE) - QPoint(40, 0))
    desk.click(Column.SCORE)
    menu = desk.right_click()
    last = menu.actions()[-1]
    desk.qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(last).center())
    assert desk.order == usual


def test_the_menu_is_reached_and_used_by_keys_alone(desk: Desk) -> None:
    desk.opened.window.menus.action("choose_columns").trigger()
    menu = desk.menu()
    for _step in range(Column.PEOPLE - 1):  # the name is passed over
        desk.qtbot.keyClick(menu, Key.Key_Down)
    desk.qtbot.keyClick(menu, Key.Key_Return)
    assert Column.PEOPLE not in desk.order
    assert len(desk.order) == len(Column) - 1


def test_a_sort_by_a_hidden_column_is_given_up(desk: Desk, restart: Restart) -> None:
    latest_first = desk.shown
    desk.sort(Column.NAME)
    if desk.shown == latest_first:
        desk.sort(Column.NAME)
    by_name = desk.shown
    assert by_name == latest_first[::-1]
    desk.click(Column.SCORE)
    assert desk.shown == by_name  # another column goes
    desk.sort(Column.CODE)
    desk.click(Column.CODE)
    assert desk.shown == latest_first
    assert desk.head.sortIndicatorSection() == Column.CHANGED
    desk.click(Column.CHANGED)
    assert desk.shown == latest_first
    assert desk.head.sortIndicatorSection() == -1
    later = restart()
    assert later.shown == latest_first
    assert later.head.sortIndicatorSection() == -1


def test_what_folds_for_the_quick_look_is_not_taken_for_hidden(
    desk: Desk, restart: Restart
) -> None:
    desk.click(Column.PEOPLE)
    desk.opened.window.resize(1000, 640)
    desk.quick_look()
    assert Column.CHANGED not in desk.order
    menu = desk.right_click()
    assert menu.actions()[Column.CHANGED].isChecked()
    menu.close()
    assert restart().order == [column for column in Column if column is not Column.PEOPLE]
    assert Column.CHANGED not in desk.order  # saving does not unfold
    desk.quick_look()
    assert desk.order == [column for column in Column if column is not Column.PEOPLE]
