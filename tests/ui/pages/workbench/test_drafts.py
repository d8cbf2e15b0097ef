"""What is half typed at the workbench comes back in its field, at the next start too."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from evaluator_desktop.operations import drafts, ratings
from evaluator_desktop.operations import round as rounds
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.crash_dialog import CrashDialog, CrashHook
from evaluator_desktop.ui.dialogs.reason_dialog import ReasonDialog
from tests.ui.pages.workbench.bench import QUALIFICATION, Bench, Key, put_files
from tests.ui.pages.workbench.conftest import Opener
from tests.ui.pages.workbench.handling import SAFE_MS, start_again


def reason(bench: Bench) -> QPlainTextEdit:
    return bench.page.ui.item_pane.rating_box.ui.reason_edit


def test_rating_reason_and_note_come_back(
    workspace_path: Path, provider: str, open_bench: Opener
) -> None:
    put_files(workspace_path, provider, [(QUALIFICATION, "a.txt", None)])
    bench = open_bench()
    box = bench.page.ui.item_pane.rating_box
    box.start_rating()
    bench.type("8x")  # no rating, so nothing of it can be recorded
    box.start_reason()
    bench.compose("", "只看到")
    bench.page.ui.evidence_pane.outcome_box.start_note()
    bench.compose("", "公章")

    bench = start_again(bench, open_bench)
    box = bench.page.ui.item_pane.rating_box
    assert box.ui.rating_edit.text() == "8x"
    assert reason(bench).toPlainText() == "只看到"
    assert bench.page.ui.evidence_pane.outcome_box.ui.note_edit.text() == "公章"
    assert box._reason.is_unfinished
    assert bench.item(QUALIFICATION).ratings == ()


def test_what_came_back_is_recorded_when_the_field_is_left(open_bench: Opener) -> None:
    bench = open_bench()
    bench.press(Key.Key_F2)
    bench.compose("", "只看到复印件")
    bench = start_again(bench, open_bench)
    bench.page.ui.item_pane.rating_box.start_rating()
    bench.type("60")
    bench.press(Key.Key_Return)

    [rating] = bench.item(QUALIFICATION).ratings
    assert rating.body is not None
    assert (rating.body.value, rating.body.reason) == ("60", "只看到复印件")
    assert bench.ask(drafts.all_drafts) == {}


def test_a_draft_of_a_locked_provider_is_shown_and_not_recorded(
    workspace_path: Path, provider: str, open_bench: Opener
) -> None:
    bench = open_bench()
    bench.press(Key.Key_F2)
    bench.compose("", "半句")
    bench.qtbot.wait(SAFE_MS)
    bench.settle()
    bench.runner.close_workspace()
    bench.settle()
    with Workspace.open(workspace_path) as workspace:
        workspace.settings.put({"role": "lead"})
        for item in workspace.scheme.items:
            ratings.rate(workspace, provider, item.id, "0", "nothing was shown")
        rounds.submit(workspace, provider)
        rounds.lock(workspace, provider)
    bench = open_bench()

    assert reason(bench).isReadOnly()
    assert reason(bench).toPlainText() == "半句"
    bench.page.leave()
    bench.settle()
    assert bench.page.ui.error_line.isHidden()
    assert list(bench.ask(drafts.all_drafts).values()) == ["半句"]


def test_the_reason_of_a_dialog_comes_back(
    workspace_path: Path, provider: str, open_bench: Opener
) -> None:
    put_files(workspace_path, provider, [(QUALIFICATION, "a.txt", None)])
    bench = open_bench()
    bench.page.material.remove()
    dialog = bench.window.findChildren(ReasonDialog)[0]
    dialog.ui.reason_edit.setPlainText("传错了")
    bench = start_again(bench, open_bench)
    bench.page.material.remove()

    again = [d for d in bench.window.findChildren(ReasonDialog) if d is not dialog]
    assert again[0].ui.reason_edit.toPlainText() == "传错了"


@pytest.mark.logs_warnings
@pytest.mark.qt_no_exception_capture
def test_a_mistake_of_the_program_takes_nothing_that_is_typed(
    open_bench: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = open_bench()
    hook = CrashHook()
    monkeypatch.setattr(sys, "excepthook", hook.catch)
    reason(bench).textChanged.connect(_make_a_mistake)
    bench.press(Key.Key_F2)
    bench.compose("", "半句")
    bench.qtbot.wait(SAFE_MS)
    bench.settle()
    [dialog] = [w for w in QApplication.topLevelWidgets() if isinstance(w, CrashDialog)]
    dialog.accept()

    assert hook.count == 1
    assert reason(bench).toPlainText() == "半句"
    assert list(bench.ask(drafts.all_drafts).values()) == ["半句"]


def _make_a_mistake() -> None:
    raise RuntimeError("in a slot")
