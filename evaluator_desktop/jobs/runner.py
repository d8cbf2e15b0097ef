"""Work in the background: one thread that owns the workspace, and a small pool for files.

The window thread alone hears the answers, the store thread alone touches the workspace, so
neither needs a lock. Callbacks never leave the window thread: a worker knows a number only.
"""

import inspect
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import Any, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, Signal

from evaluator_desktop.errors import ENVIRONMENT_FAILED, EvaluatorError
from evaluator_desktop.jobs.job import Job
from evaluator_desktop.store.progress import CancelledError

_POOL_SIZE = 2

R = TypeVar("R")
Failed = Callable[[EvaluatorError], object]


class _Closable(Protocol):
    def close(self) -> None: ...


W = TypeVar("W", bound=_Closable)


@dataclass(frozen=True)
class _Call:
    """What a worker is given; no callback, or a widget might die on the worker's thread."""

    function: Callable[..., Any]
    args: tuple[object, ...] = ()
    keywords: Mapping[str, object] = field(default_factory=dict)

    def takes(self, keyword: str) -> bool:
        return keyword in inspect.signature(self.function).parameters

    def run(self, job: Job, *first: object, **offered: object) -> Any:
        """Call it; of `progress` and what else is offered it is given what it takes."""
        offered["progress"] = job
        given = {keyword: value for keyword, value in offered.items() if self.takes(keyword)}
        return self.function(*first, *self.args, **self.keywords, **given)


@dataclass(frozen=True)
class _Caller:
    """Who hears the answer, on the window thread."""

    done: Callable[[Any], object] | None = None
    failed: Failed | None = None
    owner: QObject | None = None
    topic: str | None = None

    @property
    def receiver(self) -> QObject | None:
        bound_to = getattr(self.done, "__self__", None)
        if self.owner is None and isinstance(bound_to, QObject):
            return bound_to
        return self.owner

    @property
    def question(self) -> tuple[int, str] | None:
        return None if self.topic is None else (id(self.receiver), self.topic)


@dataclass(frozen=True)
class _Waiting:
    """A job that has not answered; `may_stop`: nothing is lost when the window closes over it."""

    job: Job
    caller: _Caller
    future: Future[Any]
    may_stop: bool


class Runner(QObject):
    """Runs operations and queries on the store thread, and file work on the pool.

    `done(result)` and `failed(error)` are called on the window thread, unless `owner` (left out:
    the object that `done` is a method of) was destroyed meanwhile. `topic` is for questions only:
    a newer job of the same owner and topic takes the place of the older one, which is not begun,
    or its answer not heard. A function that has a parameter `progress` is given one.

    Signals, all on the window thread:
        committed(changes): the result of a store job had `changes` other than None.
        failed_job(error): an EvaluatorError that no `failed` heard; never a CancelledError.
        environment_failed(error): a disk or database failed a job, whoever else hears of it.
        progress_changed(number, done, total, text): a job said how far it is.
        busy_changed(busy): the first job was given, the last one answered.
        closing(): the last moment to give a job.
    """

    committed = Signal(object)
    failed_job = Signal(object)
    environment_failed = Signal(object)
    progress_changed = Signal(int, int, int, str)
    busy_changed = Signal(bool)
    closing = Signal()
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count(1)
        self._waiting: dict[int, _Waiting] = {}
        self._newest: dict[tuple[int, str], Job] = {}
        self._store = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._pool = ThreadPoolExecutor(_POOL_SIZE, thread_name_prefix="pool")
        self._is_closing = False
        self._workspace: _Closable | None = None  # the store thread's alone
        self._posted.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @property
    def is_busy(self) -> bool:
        """Whether a job has not answered yet."""
        return bool(self._waiting)

    def open_workspace(
        self,
        opener: Callable[..., W],
        *args: object,
        done: Callable[[W], object] | None = None,
        failed: Failed | None = None,
        **keywords: object,
    ) -> Job:
        """Open a workspace by `opener(*args, **keywords)` on the store thread.

        The one before is closed when the new one is open; where that fails, it stays.
        """
        call = _Call(opener, args, keywords)

        def work(job: Job) -> object:
            before, self._workspace = self._workspace, call.run(job)
            if before is not None:
                before.close()
            return self._workspace

        return self._begin(self._store, call, _Caller(done, failed), work)

    def close_workspace(
        self, *, done: Callable[[None], object] | None = None, failed: Failed | None = None
    ) -> Job:
        """Close the workspace, if one is open, behind every store job given before."""

        def close() -> None:
            before, self._workspace = self._workspace, None
            if before is not None:
                before.close()

        call = _Call(close)
        return self._begin(self._store, call, _Caller(done, failed), call.run)

    def store_job(
        self,
        function: Callable[..., R],
        *args: object,
        done: Callable[[R], object] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
        topic: str | None = None,
        **keywords: object,
    ) -> Job:
        """Run `function(workspace, *args, **keywords)` on the store thread, behind those before."""
        call = _Call(function, args, keywords)

        def work(job: Job) -> object:
            if self._workspace is None:
                raise RuntimeError(f"no workspace is open for {function!r}")
            return call.run(job, self._workspace)

        caller = _Caller(done, failed, owner, topic)
        return self._begin(self._store, call, caller, work)

    def pool_job(
        self,
        function: Callable[..., R],
        *args: object,
        done: Callable[[R], object] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
        topic: str | None = None,
        **keywords: object,
    ) -> Job:
        """Run `function(*args, **keywords)`, which never touches the workspace, on the pool.

        One that has a parameter `on_store` is given a function for its steps that must:
        `on_store(step, *args)` runs `step(workspace, *args)` on the store thread and waits.
        """
        call = _Call(function, args, keywords)
        caller = _Caller(done, failed, owner, topic)
        work = partial(call.run, on_store=self._store_door())
        return self._begin(self._pool, call, caller, work)

    def _store_door(self) -> Callable[..., Any]:
        """Return the way to the store thread; it leads to one workspace only."""
        found: list[_Closable] = []

        def step(function: Callable[..., R], args: tuple[object, ...]) -> R:
            workspace = self._workspace
            found.extend([workspace] if workspace is not None and not found else [])
            if workspace is None or workspace is not found[0]:
                raise CancelledError  # another was opened meanwhile
            return function(workspace, *args)

        return lambda function, *args: self._store.submit(step, function, args).result()

    def shutdown(self) -> None:
        """Write what was given, cancel questions and long work, close the workspace, end threads.

        Every answer is heard before this returns; a job given afterwards is a RuntimeError.
        """
        self.closing.emit()
        self._is_closing = True
        for waiting in self._waiting.values():
            if waiting.may_stop:
                waiting.job.cancel()
        self._hear_all()
        self.close_workspace()
        self._hear_all()
        self._pool.shutdown()
        self._store.shutdown()

    def _hear_all(self) -> None:
        while self._waiting:
            wait([waiting.future for waiting in self._waiting.values()])
            QCoreApplication.sendPostedEvents(self)

    def _begin(
        self,
        threads: ThreadPoolExecutor,
        call: _Call,
        caller: _Caller,
        work: Callable[[Job], object],
    ) -> Job:
        if QThread.currentThread() is not self.thread():
            raise RuntimeError("jobs are given on the window thread")
        job = Job(next(self._numbers), self._report_step)
        may_stop = caller.topic is not None or call.takes("progress")
        if self._is_closing and may_stop:
            job.cancel()
        if caller.question is not None:
            if older := self._newest.get(caller.question):
                older.cancel()
            self._newest[caller.question] = job
        future = threads.submit(_run_unless_cancelled, job, work)
        self._waiting[job.number] = _Waiting(job, caller, future, may_stop)
        future.add_done_callback(partial(self._post, partial(self._answer, job.number)))
        if len(self._waiting) == 1:
            self.busy_changed.emit(True)
        return job

    # On the worker threads

    def _report_step(self, number: int, done: int, total: int, text: str) -> None:
        self._post(partial(self._tell_step, number, done, total), text)

    def _post(self, message: Callable[[Any], None], content: object) -> None:
        self._posted.emit(partial(message, content))

    # On the window thread

    def _hear(self, message: Callable[[], None]) -> None:
        message()

    def _tell_step(self, number: int, done: int, total: int, text: str) -> None:
        self.progress_changed.emit(number, done, total, text)

    def _answer(self, number: int, future: Future[Any]) -> None:
        waiting = self._waiting.pop(number)
        caller, error = waiting.caller, future.exception()
        is_heard = self._is_heard(waiting)
        try:
            if error is not None:
                self._tell_error(caller, error, is_heard=is_heard)
            elif is_heard and caller.done is not None:
                caller.done(future.result())
        finally:
            if error is None:
                self._tell_changes(caller, getattr(future.result(), "changes", None))
            if not self._waiting:
                self.busy_changed.emit(False)

    def _is_heard(self, waiting: _Waiting) -> bool:
        question, receiver = waiting.caller.question, waiting.caller.receiver
        if question is not None:
            if self._newest.get(question) is not waiting.job:
                return False
            del self._newest[question]
        return receiver is None or shiboken6.isValid(receiver)

    def _tell_error(self, caller: _Caller, error: BaseException, *, is_heard: bool) -> None:
        if isinstance(error, EvaluatorError) and error.exit_code == ENVIRONMENT_FAILED:
            self.environment_failed.emit(error)
        if not isinstance(error, EvaluatorError):
            sys.excepthook(type(error), error, error.__traceback__)
            if is_heard and caller.failed is not None:
                caller.failed(EvaluatorError())  # a dialog that waits must not wait for ever
        elif is_heard and caller.failed is not None:
            caller.failed(error)
        elif not isinstance(error, CancelledError):
            # also when the one who asked is gone: a change that was not saved is never kept quiet
            self.failed_job.emit(error)

    def _tell_changes(self, caller: _Caller, changes: object) -> None:
        if changes is None:
            return
        self.committed.emit(changes)
        if caller.topic is not None:
            raise RuntimeError(f"{caller.topic!r}: what changes something must not have a topic")


def _run_unless_cancelled(job: Job, work: Callable[[Job], object]) -> object:
    job.raise_if_cancelled()
    return work(job)
