import sqlite3
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from traceback import extract_tb
from types import TracebackType

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from evaluator_desktop.errors import EvaluatorError, NothingToUndoError
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.store.progress import CancelledError, Progress, SilentProgress


class Workspace:
    """A real SQLite file that refuses any thread but the one it was opened on."""

    def __init__(self, folder: Path) -> None:
        self.database = sqlite3.connect(folder / "store.sqlite3")
        self.database.execute("CREATE TABLE IF NOT EXISTS notes (text TEXT)")
        self.threads: list[str] = []
        self.is_closed = False

    def close(self) -> None:
        self.database.close()
        self.is_closed = True


@dataclass(frozen=True)
class Saved:
    changes: tuple[str, ...] | None


def save_note(workspace: Workspace, text: str, *, kind: str = "note") -> Saved:
    workspace.threads.append(threading.current_thread().name)
    with workspace.database:
        workspace.database.execute("INSERT INTO notes VALUES (?)", (text,))
    return Saved(changes=(kind, text))


def read_notes(workspace: Workspace) -> list[str]:
    return [text for (text,) in workspace.database.execute("SELECT text FROM notes")]


def wait_for(workspace: Workspace, gate: threading.Event) -> str:
    assert gate.wait(10)
    return "late"


class Page(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def hear(self, answer: object) -> None:
        assert threading.current_thread() is threading.main_thread()
        self.heard.append(answer)


def must_not_hear(answer: object) -> None:
    pytest.fail(f"heard {answer!r}")


@pytest.fixture
def runner(qtbot: QtBot, tmp_path: Path) -> Iterator[Runner]:
    runner = Runner()
    runner.open_workspace(Workspace, tmp_path)
    yield runner
    runner.shutdown()
    assert not [t.name for t in threading.enumerate() if t.name.startswith(("store", "pool"))]


def test_store_job_answers_on_the_window_thread_and_commits_once(
    runner: Runner, qtbot: QtBot
) -> None:
    page, commits = Page(), Page()
    runner.committed.connect(commits.hear)
    with qtbot.waitSignal(runner.committed):
        runner.store_job(save_note, "甲", kind="remark", done=page.hear)
    assert page.heard == [Saved(("remark", "甲"))]
    assert commits.heard == [("remark", "甲")]


def test_store_jobs_run_one_after_another_on_one_thread(runner: Runner, qtbot: QtBot) -> None:
    notes, threads = Page(), Page()
    for number in range(20):
        runner.store_job(save_note, str(number))
    runner.store_job(read_notes, done=notes.hear)
    runner.store_job(lambda workspace: set(workspace.threads), done=threads.hear, owner=threads)
    qtbot.waitUntil(lambda: bool(threads.heard))
    assert notes.heard == [[str(number) for number in range(20)]]
    assert threads.heard == [{"store_0"}]


def test_a_question_or_an_empty_change_commits_nothing(runner: Runner, qtbot: QtBot) -> None:
    commits = Page()
    runner.committed.connect(commits.hear)
    runner.store_job(lambda _workspace: Saved(changes=None))
    with qtbot.waitSignal(runner.busy_changed, check_params_cb=lambda busy: not busy):
        runner.store_job(read_notes)
    assert commits.heard == []


def test_expected_error_goes_to_failed_or_else_to_the_signal(runner: Runner, qtbot: QtBot) -> None:
    def refuse(workspace: Workspace) -> None:
        raise NothingToUndoError

    page, signal = Page(), Page()
    runner.failed_job.connect(signal.hear)
    runner.store_job(refuse, failed=page.hear)
    with qtbot.waitSignal(runner.failed_job):
        runner.store_job(refuse)
    assert [type(error) for error in page.heard] == [NothingToUndoError]
    assert [type(error) for error in signal.heard] == [NothingToUndoError]


def test_fault_of_the_program_reaches_the_excepthook_with_its_traceback(
    runner: Runner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(workspace: Workspace) -> None:
        raise KeyError("planted")

    faults: list[tuple[type[BaseException], str, str]] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType) -> None:
        faults.append((kind, extract_tb(trace)[-1].name, threading.current_thread().name))

    monkeypatch.setattr(sys, "excepthook", hook)
    told: list[EvaluatorError] = []
    runner.store_job(stumble, failed=told.append)
    qtbot.waitUntil(lambda: bool(faults))
    assert faults == [(KeyError, "stumble", "MainThread")]
    assert [type(error) for error in told] == [EvaluatorError]  # nobody waits for ever


def test_fault_in_one_callback_does_not_silence_the_next(runner: Runner, qtbot: QtBot) -> None:
    def stumble(result: object) -> None:
        raise KeyError("planted")

    page = Page()
    with qtbot.captureExceptions() as faults:
        runner.store_job(save_note, "甲", done=stumble)
        runner.store_job(read_notes, done=page.hear)
        qtbot.waitUntil(lambda: bool(page.heard))
    assert page.heard == [["甲"]]
    assert [fault[0] for fault in faults] == [KeyError]


def test_newer_question_of_a_topic_takes_the_place_of_older_ones(
    runner: Runner, qtbot: QtBot
) -> None:
    page, other, gate = Page(), Page(), threading.Event()
    asked: list[str] = []

    def ask(workspace: Workspace, text: str) -> str:
        asked.append(text)
        return text

    runner.store_job(wait_for, gate, done=page.hear, topic="list")
    runner.store_job(ask, "never begun", done=page.hear, topic="list")
    runner.store_job(ask, "newest", done=page.hear, topic="list")
    runner.store_job(ask, "of another page", done=other.hear, topic="list")
    gate.set()
    qtbot.waitUntil(lambda: bool(other.heard))
    assert page.heard == ["newest"]
    assert asked == ["newest", "of another page"]


def test_change_with_a_topic_is_a_fault_but_is_told(runner: Runner, qtbot: QtBot) -> None:
    commits = Page()
    runner.committed.connect(commits.hear)
    with qtbot.captureExceptions() as faults:
        runner.store_job(save_note, "甲", topic="note")
        qtbot.waitUntil(lambda: bool(faults))
    assert commits.heard == [("note", "甲")]


@pytest.mark.parametrize("names_owner", [True, False])
def test_destroyed_owner_hears_nothing_but_its_change_is_told(
    runner: Runner, qtbot: QtBot, names_owner: bool
) -> None:
    page, gate, heard = Page(), threading.Event(), list[object]()
    runner.store_job(wait_for, gate)
    if names_owner:
        runner.store_job(save_note, "甲", done=heard.append, owner=page)
    else:
        runner.store_job(save_note, "甲", done=page.hear)
    shiboken6.delete(page)
    with qtbot.waitSignal(runner.committed):
        gate.set()
    assert heard == page.heard == []


def test_error_of_a_change_is_told_though_its_owner_is_gone(runner: Runner, qtbot: QtBot) -> None:
    def refuse(workspace: Workspace) -> None:
        raise NothingToUndoError

    page, gate = Page(), threading.Event()
    runner.store_job(wait_for, gate)
    runner.store_job(refuse, failed=must_not_hear, owner=page)
    shiboken6.delete(page)
    with qtbot.waitSignal(runner.failed_job):
        gate.set()


def test_long_work_tells_its_progress_and_stops_when_cancelled(
    runner: Runner, qtbot: QtBot
) -> None:
    def count_up(workspace: Workspace, *, progress: Progress) -> None:
        for number in range(100_000_000):
            progress.step(number, 100_000_000, f"第 {number} 家")
            progress.raise_if_cancelled()

    page, steps = Page(), list[tuple[int, int, int, str]]()
    runner.failed_job.connect(must_not_hear)
    with qtbot.waitSignals([runner.progress_changed] * 3):
        runner.progress_changed.connect(lambda *step: steps.append(step))
        job = runner.store_job(count_up, failed=page.hear)
    job.cancel()
    qtbot.waitUntil(lambda: bool(page.heard))
    assert [type(error) for error in page.heard] == [CancelledError]
    assert steps[0][::2] == (job.number, 100_000_000)
    assert steps[0][3] == "第 0 家"


def test_steps_are_thinned_but_the_last_one_is_told(runner: Runner, qtbot: QtBot) -> None:
    def count_up(*, progress: Progress) -> None:
        for number in range(10_000):
            progress.step(number + 1, 10_000)

    steps: list[tuple[int, int, int, str]] = []
    runner.progress_changed.connect(lambda *step: steps.append(step))
    with qtbot.waitSignal(runner.busy_changed, check_params_cb=lambda busy: not busy):
        runner.pool_job(count_up)
    assert len(steps) < 100
    assert steps[-1][1:3] == (10_000, 10_000)


def test_cancelled_before_its_turn_it_never_runs_and_is_silent(
    runner: Runner, qtbot: QtBot
) -> None:
    notes, gate = Page(), threading.Event()
    runner.failed_job.connect(must_not_hear)
    runner.store_job(wait_for, gate)
    runner.store_job(save_note, "甲").cancel()
    runner.store_job(read_notes, done=notes.hear)
    gate.set()
    qtbot.waitUntil(lambda: bool(notes.heard))
    assert notes.heard == [[]]


def test_pool_works_beside_the_store(runner: Runner, qtbot: QtBot) -> None:
    page, gate = Page(), threading.Event()
    runner.store_job(wait_for, gate)
    runner.pool_job(pow, 2, 10, done=page.hear)
    qtbot.waitUntil(lambda: bool(page.heard))
    assert page.heard == [1024]
    gate.set()


def test_busy_from_the_first_job_to_the_last_answer(qtbot: QtBot, tmp_path: Path) -> None:
    runner, states = Runner(), list[bool]()
    runner.busy_changed.connect(states.append)
    runner.open_workspace(Workspace, tmp_path)
    runner.store_job(read_notes)
    assert runner.is_busy
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert states == [True, False]
    runner.shutdown()


def test_next_workspace_replaces_the_one_before_only_when_it_opens(
    qtbot: QtBot, tmp_path: Path
) -> None:
    def refuse() -> Workspace:
        raise NothingToUndoError

    runner, page = Runner(), Page()
    errors: list[EvaluatorError] = []
    opened: list[Workspace] = []
    (tmp_path / "second").mkdir()
    runner.open_workspace(Workspace, tmp_path, done=opened.append)
    runner.store_job(save_note, "甲")
    runner.open_workspace(refuse, failed=errors.append)
    runner.store_job(read_notes, done=page.hear)
    runner.open_workspace(Workspace, folder=tmp_path / "second", done=opened.append)
    runner.store_job(read_notes, done=page.hear)
    qtbot.waitUntil(lambda: len(page.heard) == 2)
    assert [workspace.is_closed for workspace in opened] == [True, False]
    runner.shutdown()
    assert [workspace.is_closed for workspace in opened] == [True, True]
    assert len(errors) == 1
    assert page.heard == [["甲"], []]


def test_without_a_workspace_a_store_job_is_a_fault(qtbot: QtBot) -> None:
    runner = Runner()
    with qtbot.captureExceptions() as faults:
        runner.store_job(read_notes)
        qtbot.waitUntil(lambda: bool(faults))
    assert "no workspace is open" in str(faults[0][1])
    runner.shutdown()


def test_shutdown_writes_what_was_given_and_cancels_long_work(qtbot: QtBot, tmp_path: Path) -> None:
    def until_cancelled(workspace: Workspace, *, progress: Progress) -> None:
        while True:
            progress.raise_if_cancelled()

    runner, page, errors = Runner(), Page(), Page()
    runner.open_workspace(Workspace, tmp_path)
    runner.store_job(until_cancelled, failed=errors.hear)
    runner.store_job(read_notes, topic="list", done=must_not_hear)
    runner.store_job(save_note, "甲", done=page.hear)
    runner.store_job(
        save_note, "乙", done=lambda _: runner.store_job(save_note, "丙", done=page.hear)
    )
    runner.shutdown()
    assert [type(error) for error in errors.heard] == [CancelledError]
    assert page.heard == [Saved(("note", "甲")), Saved(("note", "丙"))]
    with sqlite3.connect(tmp_path / "store.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM notes").fetchone() == (3,)
    database.close()
    with pytest.raises(RuntimeError):
        runner.store_job(read_notes)


def test_jobs_are_given_on_the_window_thread_only(runner: Runner, qtbot: QtBot) -> None:
    def from_elsewhere(give: Callable[..., object]) -> None:
        give(read_notes)

    with qtbot.captureExceptions() as faults:
        runner.pool_job(from_elsewhere, runner.store_job)
        qtbot.waitUntil(lambda: bool(faults))
    assert "window thread" in str(faults[0][1])


def test_silent_progress_never_stops() -> None:
    progress: Progress = SilentProgress()
    progress.step(1, 2)
    progress.raise_if_cancelled()
    assert not progress.cancelled


def read_apart(on_store: Callable[..., list[str]]) -> tuple[str, list[str], list[str]]:
    before = on_store(read_notes)
    on_store(save_note, "from the pool")
    return threading.current_thread().name, before, on_store(read_notes)


def test_work_on_the_pool_has_the_store_do_what_the_store_must(
    runner: Runner, qtbot: QtBot
) -> None:
    page = Page()

    with qtbot.waitSignal(runner.busy_changed, check_params_cb=lambda busy: not busy):
        runner.pool_job(read_apart, done=page.hear)

    [found] = page.heard
    assert isinstance(found, tuple)
    assert found[0].startswith("pool")
    assert found[1:] == ([], ["from the pool"])


def read_twice(gate: threading.Event, on_store: Callable[..., list[str]]) -> list[str]:
    on_store(read_notes)
    assert gate.wait(10)
    return on_store(read_notes)


def test_work_on_the_pool_never_gets_another_workspace_than_it_began_with(
    runner: Runner, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    page, gate = Page(), threading.Event()

    with qtbot.waitSignal(runner.busy_changed, check_params_cb=lambda busy: not busy):
        runner.pool_job(read_twice, gate, done=must_not_hear, failed=page.hear)
        qtbot.wait(50)
        runner.open_workspace(Workspace, tmp_path / "other", done=lambda _: gate.set())

    [error] = page.heard
    assert isinstance(error, CancelledError)
