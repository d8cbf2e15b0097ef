"""Key caps, outcomes, tiers and the jump field."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from evaluator_desktop import texts
from evaluator_desktop.domain.scheme import tier_mark
from evaluator_desktop.domain.verification import Outcome
from evaluator_desktop.ui.theme import PX
from evaluator_desktop.ui.widgets.jump_field import JumpField, JumpTarget
from evaluator_desktop.ui.widgets.key_cap import KeyButton, KeyCap, KeyEdit
from evaluator_desktop.ui.widgets.outcome import (
    OUTCOME_KEYS,
    REMOVED,
    OutcomeButton,
    outcome_sign,
    outcome_word,
)
from evaluator_desktop.ui.widgets.tier import TierIcons, tier_width


@pytest.mark.parametrize("cap_first", [False, True])
def test_words_and_cap_of_a_button_stand_apart(cap_first: bool, qtbot: QtBot) -> None:
    button = KeyButton(cap_first=cap_first)
    qtbot.addWidget(button)
    button.set_caption("A & B <b>")
    without = button.sizeHint().width()

    button.set_key("1")
    button.resize(button.sizeHint())
    button.show()

    cap = button.findChild(KeyCap)
    assert cap is not None
    assert button.sizeHint().width() > without
    assert button.rect().contains(cap.geometry())
    assert (cap.geometry().center().x() < button.width() / 2) is cap_first
    assert button.text() == "A && B <b>"
    assert button.accessibleName() == "A & B <b>"


def test_a_cap_in_a_field_leaves_room_for_the_text(qtbot: QtBot) -> None:
    edit = KeyEdit()
    qtbot.addWidget(edit)
    edit.set_key("F2")
    edit.resize(200, 28)
    edit.show()

    cap = edit.findChild(KeyCap)
    assert cap is not None
    assert edit.textMargins().right() >= cap.width()
    assert edit.rect().contains(cap.geometry())


def test_each_outcome_has_a_shape_and_a_word_of_its_own() -> None:
    outcomes = [*Outcome, REMOVED]
    said = [outcome_word(outcome) for outcome in outcomes]

    assert len({outcome_sign(outcome)[0] for outcome in outcomes}) == len(outcomes)
    assert len(set(said)) == len(outcomes)
    assert all(said)


def test_the_four_outcome_buttons_carry_their_keys(qtbot: QtBot) -> None:
    for key, outcome in OUTCOME_KEYS.items():
        button = OutcomeButton()
        qtbot.addWidget(button)
        button.set_outcome(outcome)

        cap = button.findChild(KeyCap)
        assert cap is not None
        assert cap.text() == key
        assert button.sizeHint().height() == PX["control_outcome"]


def test_a_tier_is_a_shape_and_a_count_or_a_name_alone() -> None:
    assert tier_mark("diamond_3") == ("diamond", 3)
    assert tier_width("star_5", 13) == 5 * 16 - 3
    for other in ("star_6", "moon_1", "star", "gold", ""):
        assert tier_mark(other) is None
        assert tier_width(other) == 0


def test_tier_icons_take_the_room_they_need(qtbot: QtBot) -> None:
    icons = TierIcons()
    qtbot.addWidget(icons)
    icons.set_tier("crown_2", "二冠")
    icons.resize(icons.sizeHint())
    reached = icons.grab().toImage()

    assert icons.accessibleName() == "二冠"
    icons.set_tier("crown_2", "二冠", reached=False)
    assert icons.grab().toImage() != reached

    icons.set_tier(None, "无等级")
    assert icons.sizeHint().width() == 0


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        texts.set_language("en")
        self.field, self.before, self.gone = JumpField(), QLineEdit(), list[str]()
        row = QHBoxLayout(self)
        row.addWidget(self.before)
        row.addWidget(self.field)
        self.field.add_source(self.offer)

    def offer(self, query: str) -> list[JumpTarget]:
        names = ["Suzhou Consulting", "Sunrise Law"]
        return [
            JumpTarget(name, "", "providers", partial(self.gone.append, name))
            for name in names
            if query.casefold() in name.casefold()
        ]


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.before.setFocus()
    qtbot.waitUntil(window.before.hasFocus)
    window.field.start()
    qtbot.waitUntil(window.field.hasFocus)
    return window


def test_enter_jumps_to_the_marked_target(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.field, "su")
    assert [t.text for t in window.field.targets()] == ["Suzhou Consulting", "Sunrise Law"]

    qtbot.keyClick(window.field, Qt.Key.Key_Down)
    qtbot.keyClick(window.field, Qt.Key.Key_Down)
    qtbot.keyClick(window.field, Qt.Key.Key_Return)

    assert window.gone == ["Sunrise Law"]
    assert window.field.text() == ""
    assert window.before.hasFocus()


def test_escape_gives_the_focus_back(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.field, "law")
    qtbot.keyClick(window.field, Qt.Key.Key_Escape)

    assert window.before.hasFocus()
    assert window.gone == []


def test_nothing_found_goes_nowhere(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.field, "xyz")
    qtbot.keyClick(window.field, Qt.Key.Key_Up)
    qtbot.keyClick(window.field, Qt.Key.Key_Return)

    assert window.gone == []
    assert window.field.text() == "xyz"
