"""Rating, reason and note: what is typed, by which keyboard, and where it goes."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from tests.ui.pages.workbench.bench import (
    ALT,
    QUALIFICATION,
    STAFF,
    Bench,
    Key,
    put_files,
)
from tests.ui.pages.workbench.conftest import Opener

FILES = [
    (QUALIFICATION, "licence.txt", "legal_person_license"),
    (QUALIFICATION, "honour.txt", "honors_3y"),
    (STAFF, "list.txt", "staff_list"),
    (STAFF, "contract.txt", "staff_contracts"),
]


@pytest.fixture
def bench(workspace_path: Path, provider: str, open_bench: Opener) -> Bench:
    put_files(workspace_path, provider, FILES)
    return open_bench()


def test_the_rating_takes_what_a_chinese_keyboard_sends(bench: Bench) -> None:
    bench.page.course.go_to(2)
    bench.page.course.start_item()
    bench.compose("", "８０。５")
    bench.press(Key.Key_Return)

    [rating] = bench.item("organization.sustainability").ratings
    assert rating.body is not None
    assert rating.body.value == "80.5"


def test_a_wrong_rating_stays_in_the_field_and_is_explained(bench: Bench) -> None:
    bench.page.course.go_to(2)
    bench.page.course.start_item()
    bench.type("180")
    bench.press(Key.Key_Return)

    box = bench.page.ui.item_pane.rating_box.ui
    assert bench.in_rating
    assert bench.item_at_hand == "organization.sustainability"
    assert box.rating_problem.isVisible()
    assert box.rating_edit.text() == "180"
    bench.press(Key.Key_Down, ALT)
    bench.press(Key.Key_Up, ALT)
    assert box.rating_edit.text() == "180"
    assert not bench.item("organization.sustainability").ratings


def test_f2_goes_to_the_note_and_esc_comes_back(bench: Bench) -> None:
    bench.press(Key.Key_F2)
    assert bench.in_note
    bench.type("seal missing")
    bench.press(Key.Key_Escape)

    assert bench.in_list
    record = bench.file("licence.txt").record
    assert record is not None
    assert record.body is not None
    assert (record.body.note, record.body.outcome) == ("seal missing", "pending")


def test_f2_in_the_rating_goes_to_the_reason_which_enter_records(bench: Bench) -> None:
    bench.page.course.go_to(2)
    bench.page.course.start_item()
    bench.type("40")
    bench.press(Key.Key_F2)
    assert bench.in_reason
    bench.compose("", "只有一份申请材料")
    bench.press(Key.Key_Return)

    assert bench.in_rating
    [rating] = bench.item("organization.sustainability").ratings
    assert rating.body is not None
    assert (rating.body.value, rating.body.reason) == ("40", "只有一份申请材料")


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_f4_and_a_digit_insert_a_phrase_of_the_scheme(bench: Bench) -> None:
    bench.press(Key.Key_F4)
    menu = bench.page.findChild(QMenu)
    assert menu is not None
    assert menu.isVisible()
    bench.qtbot.keyClick(menu, Key.Key_2)
    bench.settle()

    phrase = bench.assessment.scheme.parameters.phrases[1].zh
    assert bench.in_note
    assert bench.page.ui.evidence_pane.outcome_box.ui.note_edit.text() == phrase


def test_enter_inside_a_preedit_belongs_to_the_input_method(bench: Bench) -> None:
    bench.press(Key.Key_F2)
    bench.compose("gaizhang")
    bench.press(Key.Key_Return)
    assert bench.in_note
    assert not bench.assessment.record.outcomes
    bench.compose("", "已盖章")
    bench.press(Key.Key_Return)

    assert bench.in_list
    record = bench.file("licence.txt").record
    assert record is not None
    assert record.body is not None
    assert record.body.note == "已盖章"
