import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evaluator_desktop.ui.widgets.plain import (
    PlainLabel,
    ask,
    caption,
    lines,
    plain_box,
    set_tool_tip,
    tool_tip,
)

HOSTILE = '<img src="/probe/x.png"> & <b>name</b>'


def test_a_label_shows_text_as_it_is(qtbot: QtBot) -> None:
    label = PlainLabel(HOSTILE)
    qtbot.addWidget(label)

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_a_label_of_a_form_takes_its_parent_first(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    label = PlainLabel(parent)

    assert label.parentWidget() is parent
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_marks_that_turn_or_hide_text_are_left_out() -> None:
    assert lines("invoice\u202egpj.exe\nsecond\u200bline\x00") == "invoicegpj.exe\nsecondline"


def test_a_long_name_gives_way_and_stands_in_full_in_the_tool_tip(qtbot: QtBot) -> None:
    label = PlainLabel("很长的名字" * 2000)
    qtbot.addWidget(label)
    label.set_elide()
    label.resize(120, 20)
    label.show()

    assert label.minimumSizeHint().width() < 40
    assert label.toolTip().startswith("<qt>很长的名字")
    assert label.text() == "很长的名字" * 2000

    label.setText("短")

    assert label.toolTip() == ""


def test_an_ampersand_stays_one() -> None:
    assert caption("A & B\nC") == "A && B C"


def test_a_tool_tip_shows_exactly_the_text(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)

    set_tool_tip(button, HOSTILE + "\nsecond")

    assert "&lt;img" in button.toolTip()
    assert "<img" not in button.toolTip()
    assert "<br>second" in button.toolTip()
    assert tool_tip("") == ""


def test_an_action_takes_a_tool_tip_too(qtbot: QtBot) -> None:
    action = QAction()

    set_tool_tip(action, "<b>")

    assert action.toolTip() == "<qt>&lt;b&gt;</qt>"


def test_a_box_shows_text_as_it_is(qtbot: QtBot) -> None:
    box = plain_box(None, HOSTILE, details=HOSTILE)
    qtbot.addWidget(box)

    assert box.textFormat() == Qt.TextFormat.PlainText
    assert box.text() == HOSTILE
    assert box.detailedText() == HOSTILE


@pytest.mark.parametrize("yes", [True, False])
def test_asking_hears_the_button(yes: bool, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QDialog()
    qtbot.addWidget(parent)

    def press(box: QMessageBox) -> int:
        box.show()
        roles = QMessageBox.ButtonRole
        wanted = roles.AcceptRole if yes else roles.RejectRole
        next(b for b in box.buttons() if box.buttonRole(b) == wanted).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)

    assert ask(parent, HOSTILE, "Erase & forget") is yes
