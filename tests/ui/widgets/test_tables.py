from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from evaluator_desktop.ui.theme import PX, Choice, Theme, color
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.strip import Mark
from evaluator_desktop.ui.widgets.tables import List, Table

Index = QModelIndex | QPersistentModelIndex
ROWS = (
    (Cell("青梧企业咨询公司", icon="edit", matches=((4, 2),), note="2"), Cell("51.80", right=True)),
    (Cell("<b>x</b>", struck=True, second="已移除"), Cell(tier="star_3")),
    (Cell("A" * 10_000, code=True), Cell(strip=((Mark.RATED, Mark.MISSING), (Mark.OPEN,)))),
)


class Model(QAbstractTableModel):
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(ROWS)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(ROWS[0])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = ROWS[index.row()][index.column()]
        if role == CELL:
            return cell
        return cell.text if role == Qt.ItemDataRole.DisplayRole else None


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.table, self.elsewhere = Table(), QLineEdit()
        self.table.setModel(Model(self.table))
        row = QHBoxLayout(self)
        row.addWidget(self.table)
        row.addWidget(self.elsewhere)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.resize(700, 300)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def pixel(table: Table, row: int, x: int) -> QColor:
    y = table.rowViewportPosition(row) + 4
    return table.viewport().grab().toImage().pixelColor(x, y)


def test_rows_have_the_height_of_the_look(window: Window) -> None:
    assert window.table.rowHeight(0) == PX["row"]
    assert window.table.horizontalHeader().height() == PX["row_header"]

    window.table.set_row_height(PX["row_ledger"])

    assert window.table.rowHeight(0) == PX["row_ledger"]


def test_the_selected_row_says_where_the_focus_is(window: Window, qtbot: QtBot) -> None:
    window.table.selectRow(0)
    window.table.setFocus()
    qtbot.waitUntil(window.table.hasFocus)
    qtbot.waitUntil(lambda: pixel(window.table, 0, 1) == color("accent"))
    assert pixel(window.table, 0, 300) == color("select")

    window.elsewhere.setFocus()

    assert pixel(window.table, 0, 1) == color("edge")
    assert pixel(window.table, 0, 300) == color("select_off")


def test_a_row_is_selected_whatever_keys_are_held(window: Window, qtbot: QtBot) -> None:
    window.table.selectRow(0)
    qtbot.keyClick(window.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    window.table.selectRow(0)

    assert [index.row() for index in window.table.selectionModel().selectedRows()] == [0]


def test_a_list_that_gets_the_focus_shows_which_row_is_in_hand(
    window: Window, qtbot: QtBot
) -> None:
    window.elsewhere.setFocus()
    window.table.selectionModel().clear()
    window.table.setFocus()
    qtbot.waitUntil(window.table.hasFocus)

    assert [index.row() for index in window.table.selectionModel().selectedRows()] == [0]
    assert pixel(window.table, 0, 300) == color("select")


def test_cells_follow_the_look(window: Window, theme: Theme) -> None:
    before = window.table.viewport().grab().toImage()

    theme.choose(Choice.DARK)

    assert window.table.viewport().grab().toImage() != before


def test_enter_and_double_click_open_a_row(window: Window, qtbot: QtBot) -> None:
    window.table.selectRow(1)
    with qtbot.waitSignal(window.table.row_opened) as opened:
        qtbot.keyClick(window.table, Qt.Key.Key_Return)
    assert opened.args == [1]

    at = window.table.visualRect(window.table.model().index(2, 0)).center()
    viewport = window.table.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(window.table.row_opened) as opened:
        qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [2]


def test_enter_with_ctrl_is_left_to_the_page(window: Window, qtbot: QtBot) -> None:
    window.table.selectRow(1)

    with qtbot.assertNotEmitted(window.table.row_opened):
        qtbot.keyClick(window.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_focus_brings_a_selection_with_it(window: Window, qtbot: QtBot) -> None:
    window.elsewhere.setFocus()
    window.table.setModel(Model(window.table))
    assert not window.table.currentIndex().isValid()

    window.table.setFocus()

    qtbot.waitUntil(lambda: window.table.currentIndex().row() == 0)


def test_letters_never_move_the_selection(window: Window, qtbot: QtBot) -> None:
    window.table.selectRow(0)
    window.table.setFocus()

    qtbot.keyClicks(window.table, "A")

    assert window.table.currentIndex().row() == 0


def test_a_second_line_makes_a_taller_row(qtbot: QtBot) -> None:
    view = List()
    qtbot.addWidget(view)
    view.setModel(Model(view))

    assert view.sizeHintForRow(0) == PX["row"]
    assert view.sizeHintForRow(1) == PX["row_two_line"]
    view.resize(300, 200)
    assert not view.grab().isNull()


def test_a_row_is_brought_to_the_middle_and_no_row_above_is_half_seen(qtbot: QtBot) -> None:
    model = QStandardItemModel(60, 1)
    table = Table()
    qtbot.addWidget(table)
    table.setModel(model)
    table.resize(200, 257)
    with qtbot.waitExposed(table):
        table.show()

    table.bring_to_middle(model.index(30, 0))

    top = table.visualRect(model.index(30, 0)).top()
    assert 60 < top < 160
    assert table.verticalScrollBar().value() % PX["row"] == 0
    table.bring_to_middle(model.index(59, 0))
    assert table.verticalScrollBar().value() == table.verticalScrollBar().maximum()
