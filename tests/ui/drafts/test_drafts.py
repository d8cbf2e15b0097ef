"""Drafts of the window: what is typed is kept by itself, and comes back in its field."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from evaluator_desktop.errors import DiskFullError, StorageFailedError
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations import drafts as store_drafts
from evaluator_desktop.operations import ratings
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.drafts import SAFE_AFTER_MS, Drafts
from evaluator_desktop.ui.widgets.dialog_drafts import keep_in_dialog
from evaluator_desktop.ui.widgets.draft import Draft
from tests.workspaces import LEAD, PROVIDER, STAFF

LONG = 5_000
SAFE = 800


@pytest.fixture
def runner(qtbot: QtBot, workspace: Workspace) -> Iterator[Runner]:
    """The store thread, with the workspace open on it."""
    workspace.close()
    runner = Runner()
    runner.open_workspace(Workspace.open, workspace.path)
    settle(runner, qtbot)
    yield runner
    runner.shutdown()


@pytest.fixture
def field(qtbot: QtBot) -> QPlainTextEdit:
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    field.resize(400, 80)
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    return field


def settle(runner: Runner, qtbot: QtBot) -> None:
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not runner.is_busy, timeout=LONG)


def stored(runner: Runner, qtbot: QtBot) -> dict[str, str]:
    answers: list[dict[str, str]] = []
    runner.store_job(store_drafts.all_drafts, done=answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=LONG)
    return answers[0]


def opened(runner: Runner, qtbot: QtBot) -> Drafts:
    drafts = Drafts(runner, LEAD)
    settle(runner, qtbot)
    return drafts


def bound(field: QLineEdit | QPlainTextEdit, drafts: Drafts) -> Draft:
    draft = Draft(field)
    draft.use(drafts, "reason")
    return draft


def test_typing_is_safe_by_itself_however_long_it_goes_on(
    runner: Runner, qtbot: QtBot, field: QPlainTextEdit
) -> None:
    bound(field, opened(runner, qtbot)).load("a", "")
    assert SAFE_AFTER_MS < SAFE
    qtbot.keyClick(field, Qt.Key.Key_H)
    for _stroke in range(SAFE // 100):  # it never pauses: the first key is safe all the same
        qtbot.wait(100)
        qtbot.keyClick(field, Qt.Key.Key_A)

    assert stored(runner, qtbot)[f"reason:a:{LEAD}"].startswith("ha")


def test_what_an_earlier_run_left_stands_in_its_field_marked(
    runner: Runner, qtbot: QtBot, field: QPlainTextEdit
) -> None:
    before = opened(runner, qtbot)
    before.keep("reason", "a", "half")
    before.close()
    draft = bound(field, opened(runner, qtbot))
    draft.load("a", "recorded by somebody meanwhile")

    assert (field.toPlainText(), draft.is_unfinished, draft.is_changed) == ("half", True, True)
    assert (
        "未完成" in field.accessibleDescription() or "Unfinished" in field.accessibleDescription()
    )
    draft.load("b", "")
    assert (field.toPlainText(), draft.is_unfinished) == ("", False)
    draft.load("a", "")
    assert (field.toPlainText(), draft.is_unfinished) == ("half", True)


def test_esc_drops_what_was_left_and_then_means_the_page(
    runner: Runner, qtbot: QtBot, field: QPlainTextEdit
) -> None:
    drafts = opened(runner, qtbot)
    drafts.keep("reason", "a", "half")
    draft = bound(field, drafts)
    draft.load("a", "recorded")
    QApplication.sendEvent(field, QInputMethodEvent("zhong", []))
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.toPlainText() == "half", "Esc within a composition is the input method's"
    QApplication.sendEvent(field, QInputMethodEvent("", []))
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    drafts.flush()

    assert (field.toPlainText(), draft.is_unfinished) == ("recorded", False)
    assert stored(runner, qtbot) == {}


def test_a_composition_is_not_typed_yet(
    runner: Runner, qtbot: QtBot, field: QPlainTextEdit
) -> None:
    drafts = opened(runner, qtbot)
    bound(field, drafts).load("a", "")
    QApplication.sendEvent(field, QInputMethodEvent("zhongguo", []))
    drafts.flush()
    assert stored(runner, qtbot) == {}
    event = QInputMethodEvent("", [])
    event.setCommitString("中国")
    QApplication.sendEvent(field, event)
    drafts.flush()

    assert stored(runner, qtbot) == {f"reason:a:{LEAD}": "中国"}


def test_what_is_recorded_is_no_draft_any_more(
    runner: Runner, qtbot: QtBot, field: QPlainTextEdit
) -> None:
    drafts = opened(runner, qtbot)
    draft = bound(field, drafts)
    draft.load("a", "")
    field.setPlainText("why")
    drafts.flush()
    text = draft.hand_over()
    runner.store_job(ratings.rate, PROVIDER, STAFF, "80", text)

    assert stored(runner, qtbot) == {}
    draft.load("a", "why")
    assert (draft.is_changed, draft.is_unfinished) == (False, False)


def test_what_is_refused_stays_and_is_safe_again(
    runner: Runner, qtbot: QtBot, field: QPlainTextEdit
) -> None:
    drafts = opened(runner, qtbot)
    draft = bound(field, drafts)
    draft.load("a", "")
    field.setPlainText("why")
    text = draft.hand_over()
    runner.store_job(
        ratings.rate, PROVIDER, STAFF, "800", text, failed=lambda _e: draft.take_back("a", text)
    )
    settle(runner, qtbot)
    drafts.flush()

    assert (field.toPlainText(), draft.is_changed) == ("why", True)
    assert stored(runner, qtbot) == {f"reason:a:{LEAD}": "why"}


@pytest.mark.parametrize("given", [True, False])
def test_a_dialog_keeps_what_was_refused_and_drops_what_was_cancelled(
    runner: Runner, qtbot: QtBot, given: bool
) -> None:
    drafts = opened(runner, qtbot)
    dialog = QDialog()
    qtbot.addWidget(dialog)
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    keep_in_dialog(dialog, field, drafts, "unlock reason", PROVIDER)
    field.setText("a new licence")
    dialog.accept() if given else dialog.reject()
    runner.store_job(ratings.rate, PROVIDER, STAFF, "800", failed=lambda _error: None)
    QApplication.processEvents()
    settle(runner, qtbot)

    assert drafts.text("unlock reason", PROVIDER) == ("a new licence" if given else None)
    runner.store_job(ratings.rate, PROVIDER, STAFF, "80")
    assert bool(stored(runner, qtbot)) is given


@pytest.mark.parametrize(
    ("pragma", "back", "error"),
    [
        ("max_page_count = 1", "max_page_count = 100000", DiskFullError),
        ("query_only = ON", "query_only = OFF", StorageFailedError),
    ],
)
def test_a_full_disk_is_said_and_the_text_is_held_until_there_is_room(
    runner: Runner,
    qtbot: QtBot,
    field: QPlainTextEdit,
    pragma: str,
    back: str,
    error: type[Exception],
) -> None:
    drafts = opened(runner, qtbot)
    said: list[Exception] = []
    drafts.failed.connect(said.append)
    bound(field, drafts).load("a", "")
    runner.store_job(_run, pragma)
    field.setPlainText("x" * 100_000)
    drafts.flush()
    settle(runner, qtbot)

    assert [type(one) for one in said] == [error]
    assert field.toPlainText() == "x" * 100_000
    assert stored(runner, qtbot) == {}
    runner.store_job(_run, back)
    drafts.flush()
    assert stored(runner, qtbot) == {f"reason:a:{LEAD}": "x" * 100_000}


def _run(workspace: Workspace, pragma: str) -> None:
    workspace.database.rows(f"PRAGMA {pragma}")


def test_drafts_of_one_person_are_not_the_next_one_s(
    runner: Runner, qtbot: QtBot, workspace: Workspace
) -> None:
    mine = opened(runner, qtbot)
    mine.keep("reason", "a", "mine")
    mine.close()
    mine.keep("reason", "a", "after I left")
    mine.flush()
    theirs = Drafts(runner, "周明")
    settle(runner, qtbot)

    assert theirs.text("reason", "a") is None
    assert stored(runner, qtbot) == {f"reason:a:{LEAD}": "mine"}


def test_texts_of_one_workspace_never_reach_the_next(
    runner: Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    drafts = opened(runner, qtbot)
    drafts.keep("reason", "a", "of the first")
    drafts.close(write=False)
    drafts.flush()

    assert stored(runner, qtbot) == {}
