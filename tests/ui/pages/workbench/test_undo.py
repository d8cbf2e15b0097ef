"""Ctrl+Z at the workbench: it says what it took back, and goes to where that is."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from evaluator_desktop.operations import ratings
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.widgets.hint_line import HintLine
from tests.ui.pages.workbench.bench import (
    CTRL,
    EXPERIENCE,
    QUALIFICATION,
    Bench,
    Key,
    add_provider,
    put_files,
)
from tests.ui.pages.workbench.conftest import Opener

NAME = "雁栖管理咨询公司（示例）"


def remark(bench: Bench) -> str:
    line = bench.window.findChild(HintLine)
    assert line is not None
    return line._remark.text()


def test_undo_of_a_rating_goes_back_to_its_item(open_bench: Opener) -> None:
    bench = open_bench()
    bench.page.ui.item_pane.rating_box.start_rating()
    bench.type("80")
    bench.press(Key.Key_Return)
    assert bench.item_at_hand == EXPERIENCE
    bench.press(Key.Key_Z, CTRL)

    assert bench.item_at_hand == QUALIFICATION
    assert bench.in_rating
    assert f"评分 80 · {NAME}" in remark(bench)
    assert bench.said == ""
    assert bench.item(QUALIFICATION).ratings == ()


def test_undo_of_an_outcome_goes_back_to_its_file(
    workspace_path: Path, provider: str, open_bench: Opener
) -> None:
    names = ("a.txt", "b.txt")
    put_files(workspace_path, provider, [(QUALIFICATION, name, None) for name in names])
    bench = open_bench()
    bench.press(Key.Key_Space)
    bench.press(Key.Key_Space)
    assert bench.in_rating
    bench.press(Key.Key_Z, CTRL)

    assert (bench.file_at_hand, bench.in_list) == ("b.txt", True)
    assert f"核验结论 属实 · {NAME}" in remark(bench), "the focus that moved took it away"


def test_what_is_undone_of_another_provider_moves_nothing(
    workspace_path: Path, open_bench: Opener
) -> None:
    with Workspace.open(workspace_path) as workspace:
        other = add_provider(workspace, "另一家", "91310115MA1K3XXX3X")
    bench = open_bench()
    bench.page.course.go_to(2)
    before, focus = bench.item_at_hand, QApplication.focusWidget()
    bench.ask(ratings.rate, other, QUALIFICATION, "80")
    bench.press(Key.Key_Z, CTRL)

    assert (bench.item_at_hand, QApplication.focusWidget()) == (before, focus)
    assert "评分 80 · 另一家" in remark(bench)


def test_what_was_recorded_is_not_said_for_ever(workspace_path: Path, open_bench: Opener) -> None:
    with Workspace.open(workspace_path) as workspace:
        other = add_provider(workspace, "另一家", "91310115MA1K3XXX3X")
    bench = open_bench()
    rating_box = bench.page.ui.item_pane.rating_box
    for value in ("80", "80"):  # the same words twice are two records
        rating_box.start_rating()
        bench.type(value)
        bench.press(Key.Key_Return)
        assert "80" in bench.said
    bench.ask(ratings.rate, other, QUALIFICATION, "70")
    assert bench.said == "", "Ctrl+Z would take back another rating"

    rating_box.start_rating()
    bench.type("60")
    bench.press(Key.Key_Return)
    assert "60" in bench.said
    bench.window.show_page("providers")
    bench.window.show_page("workbench")
    assert bench.said == ""
    bench.page.course.start_item()
    assert bench.said == ""
