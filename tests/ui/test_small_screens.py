"""A dialog that is larger than its screen keeps its buttons within reach."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QScrollArea, QVBoxLayout
from pytestqt.qtbot import QtBot

from evaluator_desktop.ui.small_screens import SmallScreens, fit

ROOM = QSize(600, 340)


def large_dialog(qtbot: QtBot, least: int) -> tuple[QDialog, QPushButton]:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column, text, button = QVBoxLayout(dialog), QPlainTextEdit(), QPushButton("Done")
    text.setMinimumSize(least, least)
    column.addWidget(text)
    column.addWidget(button)
    dialog.resize(900, 700)
    return dialog, button


def test_one_that_can_be_smaller_is_made_smaller(qtbot: QtBot) -> None:
    dialog, _button = large_dialog(qtbot, least=100)
    dialog.show()
    fit(dialog, ROOM)
    assert dialog.size() == ROOM
    assert not dialog.findChildren(QScrollArea)


def test_one_that_cannot_is_scrolled_and_its_buttons_are_reached(qtbot: QtBot) -> None:
    dialog, button = large_dialog(qtbot, least=650)
    dialog.show()
    fit(dialog, ROOM)
    assert dialog.size() == ROOM
    (area,) = dialog.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    area.ensureWidgetVisible(button)
    place = button.mapTo(area.viewport(), button.rect().center())
    assert area.viewport().rect().contains(place)
    with qtbot.waitSignal(button.clicked):
        button.click()


def test_one_that_fits_stays_as_it_is(qtbot: QtBot) -> None:
    dialog, _button = large_dialog(qtbot, least=100)
    dialog.resize(300, 200)
    dialog.show()
    fit(dialog, ROOM)
    assert dialog.size() == QSize(300, 200)


def test_dialogs_are_fitted_as_they_come_to_the_front(qtbot: QtBot) -> None:
    below, _button = large_dialog(qtbot, least=100)
    SmallScreens(below)
    dialog, _button = large_dialog(qtbot, least=100)
    dialog.resize(5000, 4000)
    dialog.show()
    dialog.activateWindow()
    free = dialog.screen().availableSize()
    qtbot.waitUntil(lambda: dialog.width() <= free.width() and dialog.height() <= free.height())
