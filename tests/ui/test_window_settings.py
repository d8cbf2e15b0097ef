from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QMainWindow, QSplitter, QTableView, QWidget
from pytestqt.qtbot import QtBot

from evaluator_desktop.ui.theme import Choice
from evaluator_desktop.ui.window_settings import WindowSettings


class Window(QMainWindow):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("MainWindow")
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName("work_splitter")
        self.table, self.nameless = QTableView(), QTableView()
        self.table.setObjectName("provider_table")
        for table in (self.table, self.nameless):
            table.setModel(QStandardItemModel(2, 3, table))
            self.splitter.addWidget(table)
        self.splitter.addWidget(QWidget())
        self.setCentralWidget(self.splitter)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    return window


def test_sizes_and_columns_come_back(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window.resize(700, 300)
    window.show()
    window.splitter.setSizes([400, 200, 100])
    window.table.setColumnWidth(1, 77)
    window.nameless.setColumnWidth(1, 77)
    WindowSettings(tmp_path).save(window)

    again = Window()
    qtbot.addWidget(again)
    WindowSettings(tmp_path).restore(again)
    WindowSettings(tmp_path).restore_parts(again)
    again.show()

    assert again.size() == window.size()
    assert again.splitter.sizes() == window.splitter.sizes()
    assert again.table.columnWidth(1) == 77
    assert again.nameless.columnWidth(1) != 77
    assert [p.name for p in tmp_path.iterdir()] == ["window.ini"]


def test_a_table_with_other_columns_starts_afresh(
    window: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    """Columns per person: remembered ones that are not there crashed Qt."""
    window.table.setColumnWidth(1, 77)
    WindowSettings(tmp_path).save(window)

    again = Window()
    qtbot.addWidget(again)
    again.table.setModel(QStandardItemModel(2, 2, again.table))
    WindowSettings(tmp_path).restore_parts(again)

    assert again.table.horizontalHeader().count() == 2
    assert again.table.columnWidth(1) != 77


def test_choices_are_kept(tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path)
    assert (settings.look, settings.language) == (Choice.SYSTEM, "zh_CN")

    settings.look, settings.language = Choice.DARK, "en"
    settings.last_workspace = "/home/lin/测评 2026"

    again = WindowSettings(tmp_path)
    assert (again.look, again.language) == (Choice.DARK, "en")
    assert again.last_workspace == "/home/lin/测评 2026"


def test_the_last_provider_belongs_to_its_workspace(tmp_path: Path) -> None:
    settings = WindowSettings(tmp_path)
    assert settings.last_provider("/a") == ""

    settings.set_last_provider("/a", "0f")

    assert WindowSettings(tmp_path).last_provider("/a") == "0f"
    assert WindowSettings(tmp_path).last_provider("/b") == ""


def test_a_damaged_file_starts_afresh(window: Window, tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_bytes(
        b"[General]\nlook=purple\nlanguage=xx\n[MainWindow]\ngeometry=@ByteArray(nonsense)\n"
        b"[columns]\nprovider_table=17\n"
    )
    settings = WindowSettings(tmp_path)

    settings.restore(window)
    settings.restore_parts(window)

    assert (settings.look, settings.language) == (Choice.SYSTEM, "zh_CN")
