"""Enter on a button of a window presses it."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from evaluator_desktop.ui.enter_keys import EnterKeys


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_presses_the_button_that_has_the_focus_and_no_other(
    key: Qt.Key, qtbot: QtBot
) -> None:
    window, field = QWidget(), QLineEdit()
    qtbot.addWidget(window)
    EnterKeys(window)
    buttons = [QPushButton("First"), QPushButton("Second")]
    column = QVBoxLayout(window)
    pressed: list[str] = []
    for button in buttons:
        column.addWidget(button)
        button.clicked.connect(partial(pressed.append, button.text()))
    column.addWidget(field)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()

    buttons[0].setFocus()
    field.setFocus()
    qtbot.keyClick(field, key)
    qtbot.keyClick(buttons[0], Qt.Key.Key_Return)
    assert pressed == []

    buttons[1].setFocus()
    qtbot.keyClick(buttons[1], key)
    assert pressed == ["Second"]
