"""Every key of the workbench's table, through the real window."""

from pathlib import Path

import pytest

from evaluator_desktop.domain.verification import Outcome
from evaluator_desktop.operations import route
from evaluator_desktop.store.workspace import Workspace
from tests.ui.pages.workbench.bench import (
    ALT,
    CTRL,
    EXPERIENCE,
    QUALIFICATION,
    SHIFT,
    STAFF,
    Bench,
    Key,
    add_provider,
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


def test_it_begins_at_the_first_open_file(bench: Bench) -> None:
    assert bench.item_at_hand == QUALIFICATION
    assert bench.file_at_hand == "licence.txt"
    assert bench.in_list


def test_space_records_the_default_method_says_so_and_goes_on(bench: Bench) -> None:
    bench.press(Key.Key_Space)

    found = bench.file("licence.txt")
    assert found.outcome is Outcome.VERIFIED
    assert found.record is not None
    assert found.record.body is not None
    assert found.record.body.method == "original"
    assert bench.file_at_hand == "honour.txt"
    assert "1 licence.txt" in bench.said


@pytest.mark.parametrize(
    ("key", "outcome"),
    [
        (Key.Key_1, Outcome.VERIFIED),
        (Key.Key_2, Outcome.PARTLY_VERIFIED),
        (Key.Key_3, Outcome.FALSE),
        (Key.Key_4, Outcome.UNVERIFIABLE),
    ],
)
def test_digits_give_the_four_outcomes(bench: Bench, key: Key, outcome: Outcome) -> None:
    bench.press(key)

    assert bench.file("licence.txt").outcome is outcome
    assert bench.file_at_hand == "honour.txt"


def test_after_the_last_open_file_the_rating_has_the_focus(bench: Bench) -> None:
    bench.press(Key.Key_Down)
    assert bench.file_at_hand == "honour.txt"
    bench.press(Key.Key_Space)

    assert bench.in_rating
    assert bench.file("licence.txt").outcome is Outcome.PENDING


def test_enter_in_the_rating_leads_to_the_next_item_s_first_open_file(bench: Bench) -> None:
    bench.page.course.go_to(2)
    bench.page.course.start_item()
    assert bench.in_rating  # nothing is open there
    bench.type("75.5")
    bench.press(Key.Key_Return)

    assert bench.item_at_hand == STAFF
    assert bench.in_list
    assert bench.file_at_hand == "list.txt"
    rating = bench.item("organization.sustainability").rating.value
    assert rating is not None
    assert float(rating) == 75.5
    assert "75.5" in bench.said


def test_alt_and_arrows_go_to_the_items_beside(bench: Bench) -> None:
    bench.press(Key.Key_Down, ALT)
    assert bench.item_at_hand == EXPERIENCE
    assert bench.in_rating
    bench.press(Key.Key_Up, ALT)
    assert bench.item_at_hand == QUALIFICATION
    assert bench.in_list
    bench.press(Key.Key_Up, ALT)
    assert bench.item_at_hand == QUALIFICATION


def test_f3_goes_through_what_is_to_do_across_items(bench: Bench) -> None:
    bench.press(Key.Key_Space)
    bench.press(Key.Key_Space)
    bench.type("90")
    bench.press(Key.Key_Return)
    bench.press(Key.Key_F3)
    assert bench.item_at_hand == "organization.sustainability"  # its evidence is missing
    bench.press(Key.Key_F3)
    assert bench.in_rating
    bench.press(Key.Key_F3)
    assert (bench.item_at_hand, bench.file_at_hand) == (STAFF, "list.txt")
    bench.press(Key.Key_F3)
    bench.press(Key.Key_F3)  # the list of the social insurance is missing
    bench.press(Key.Key_F3)
    assert bench.item_at_hand == STAFF
    assert bench.in_rating
    for _back in range(4):
        bench.press(Key.Key_F3, SHIFT)
    assert bench.item_at_hand == "organization.sustainability"
    assert bench.in_rating


def test_f3_finds_a_missing_note_and_a_missing_reason(bench: Bench) -> None:
    bench.press(Key.Key_3)
    bench.press(Key.Key_Space)
    bench.type("30")
    bench.press(Key.Key_Return)
    bench.press(Key.Key_Up, ALT)
    bench.page.ui.evidence_pane.select_row(1)
    bench.page.ui.evidence_pane.start()
    bench.press(Key.Key_F3, SHIFT)
    assert bench.in_note
    assert bench.file_at_hand == "licence.txt"
    bench.press(Key.Key_F3)
    assert bench.in_reason


def test_f6_goes_from_pane_to_pane(bench: Bench) -> None:
    preview = bench.page.ui.preview_pane
    bench.qtbot.waitUntil(preview.text_edit.isVisible, timeout=10_000)
    bench.press(Key.Key_F6)
    assert preview.isAncestorOf(bench.focus)
    bench.press(Key.Key_F6)
    assert bench.in_rating
    bench.press(Key.Key_F6)
    assert bench.in_list


def test_ctrl_z_takes_back_what_the_line_names(bench: Bench) -> None:
    bench.press(Key.Key_Space)
    bench.press(Key.Key_Z, CTRL)

    assert bench.file("licence.txt").outcome is Outcome.PENDING
    bench.page.ui.evidence_pane.select_row(0)
    bench.press(Key.Key_2)
    assert bench.file("licence.txt").outcome is Outcome.PARTLY_VERIFIED
    assert not bench.assessment.record.conflicts


def test_letters_mean_nothing_in_the_list(bench: Bench) -> None:
    bench.type("abcxyz")
    bench.settle()

    assert bench.file_at_hand == "licence.txt"
    assert not bench.assessment.record.outcomes


def test_ctrl_enter_is_refused_with_what_is_left_to_do(bench: Bench) -> None:
    bench.press(Key.Key_Return, CTRL)

    line = bench.page.ui.error_line
    assert "雁栖管理咨询公司（示例）" in line.text()
    assert line.details_button.isVisible()


def test_f7_and_f8_step_along_the_route(
    workspace_path: Path, provider: str, open_bench: Opener
) -> None:
    with Workspace.open(workspace_path) as workspace:
        other = add_provider(workspace, "纸飞机（示例）", "91319999MADEM0732J")
        for stop in (provider, other):
            route.toggle_on_route(workspace, stop)
    bench = open_bench()
    header = bench.page.ui.header.ui
    assert "1/2" in header.route_label.text()
    bench.press(Key.Key_F8)
    assert header.name_label.text() == "纸飞机（示例）"
    assert "2/2" in header.route_label.text()
    bench.press(Key.Key_F8)
    assert header.name_label.text() == "纸飞机（示例）"
    bench.press(Key.Key_F7)
    assert header.name_label.text() == "雁栖管理咨询公司（示例）"
