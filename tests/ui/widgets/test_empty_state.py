"""What stands in an empty place: its buttons by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from evaluator_desktop.ui.widgets.empty_state import EmptyState


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_presses_the_button_that_has_the_focus_and_no_other(
    key: Qt.Key, qtbot: QtBot
) -> None:
    window, state, field = QWidget(), EmptyState(), QLineEdit()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(state)
    column.addWidget(field)
    pressed: list[str] = []
    state.add_button("First", lambda: pressed.append("first"))
    second = state.add_button("Second", lambda: pressed.append("second"))
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()

    field.setFocus()
    qtbot.keyClick(field, key)
    assert pressed == []

    second.setFocus()
    qtbot.keyClick(second, key)
    assert pressed == ["second"]
