"""Keys and commands of the window: each works inside a field, none is given twice."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from evaluator_desktop.ui import actions
from evaluator_desktop.ui.main_window import MainWindow
from evaluator_desktop.ui.navigation import NAVIGATION
from tests.ui.stand_in import entry, page, window

__all__ = ["window"]


def test_what_nobody_does_is_disabled(window: MainWindow) -> None:
    assert not entry(window, "next_todo").isEnabled()
    heard = page(window).heard

    page(window).does = {"next_todo": lambda: heard.append("todo")}
    page(window).commands_changed.emit()
    entry(window, "next_todo").trigger()

    assert heard[-1] == "todo"
    window.show_page("shop")
    assert not entry(window, "next_todo").isEnabled()


def test_the_page_comes_before_the_owner(window: MainWindow) -> None:
    heard: list[str] = []
    window.set_commands({"add_files": lambda: heard.append("owner")})
    entry(window, "add_files").trigger()
    page(window).does = {"add_files": lambda: heard.append("page")}
    page(window).commands_changed.emit()
    entry(window, "add_files").trigger()

    assert heard == ["owner", "page"]


def test_a_command_that_is_on_no_menu_is_a_fault(window: MainWindow) -> None:
    with pytest.raises(KeyError, match="no_such_action"):
        window.set_commands({"no_such_action": list})


def test_undo_names_what_it_takes_back(window: MainWindow) -> None:
    window.set_commands({"undo": list, "redo": list})
    assert not entry(window, "undo").isEnabled()

    window.set_undo("rating of item 2 & 3")

    assert entry(window, "undo").isEnabled()
    assert entry(window, "undo").text() == "Undo: rating of item 2 && 3\tCtrl+Z"
    assert not entry(window, "redo").isEnabled()


@pytest.mark.parametrize("field", ["line_edit", "text_edit"])
def test_undo_in_a_field_takes_back_typing_first(
    field: str, window: MainWindow, qtbot: QtBot
) -> None:
    undone: list[str] = []
    window.set_commands({"undo": lambda: undone.append("recorded")})
    window.set_undo("rating")
    edit = getattr(page(window), field)
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClick(edit, Qt.Key.Key_7)

    for _ in range(2):
        qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    text = edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()
    assert text == ""
    assert undone == ["recorded"]


@pytest.mark.parametrize("field", ["line_edit", "text_edit"])
def test_a_field_that_was_left_takes_back_nothing(
    field: str, window: MainWindow, qtbot: QtBot
) -> None:
    undone: list[str] = []
    window.set_commands({"undo": lambda: undone.append("recorded")})
    window.set_undo("rating")
    edit = getattr(page(window), field)
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    qtbot.keyClick(edit, Qt.Key.Key_7)
    for following in (window.jump_field, edit):
        following.setFocus()
        qtbot.waitUntil(following.hasFocus)

    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    text = edit.text() if isinstance(edit, QLineEdit) else edit.toPlainText()
    assert text == "7"
    assert undone == ["recorded"]


OF_THE_FIELD = {"paste_files", "undo", "redo"}  # these belong to a field that has the focus

KEYS = [
    pytest.param(action.id, key, id=f"{action.id} {key}")
    for action in actions.all_actions()
    for key in action.keys
    if action.id not in OF_THE_FIELD
]


@pytest.mark.parametrize(("action_id", "key"), KEYS)
@pytest.mark.parametrize("field", ["line_edit", "text_edit"])
def test_each_key_works_inside_a_field(
    field: str, action_id: str, key: str, window: MainWindow, qtbot: QtBot
) -> None:
    heard: list[str] = []
    page(window).does = {action_id: lambda: heard.append(action_id)}
    page(window).commands_changed.emit()
    edit = getattr(page(window), field)
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)

    QTest.keySequence(edit, QKeySequence(key))

    assert heard == [action_id]


def test_no_key_is_given_twice() -> None:
    keys = [key for action in actions.all_actions() for key in action.keys]
    keys += [entry.key for entry in NAVIGATION]

    assert len(keys) == len(set(keys))


def test_each_f_key_has_a_ctrl_twin() -> None:
    for action in actions.all_actions():
        if any(key.split("+")[-1][:1] == "F" and key[-1].isdigit() for key in action.keys):
            assert any("Ctrl+" in key for key in action.keys), action.id


def test_f6_goes_round_the_panes(window: MainWindow, qtbot: QtBot) -> None:
    page(window).head.set_first(page(window).text_edit)

    qtbot.keyClick(window, Qt.Key.Key_F6)

    qtbot.waitUntil(page(window).text_edit.hasFocus)
    assert page(window).head.has_focus()


def test_the_search_key_reaches_the_page(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert page(window).heard[-1] == "search"


def test_ctrl_k_finds_a_command(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.jump_field.hasFocus)
    qtbot.keyClicks(window.jump_field, "repo")
    assert [t.text for t in window.jump_field.targets()] == ["Reports"]

    qtbot.keyClick(window.jump_field, Qt.Key.Key_Return)

    assert window.page_id == "report"
