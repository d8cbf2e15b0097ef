"""Laying out hundreds of papers in two processes, while the store stays free for everybody.

The workspace is touched in short steps only: what a paper says is taken from it, and a final
report is issued between laying out and writing. A process that dies costs the papers it had.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    wait,
)
from typing import Protocol

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations.batch import OnStore, Wanted, Written, hand_out
from evaluator_desktop.operations.prepared import MadeReport, Prepared, Sign
from evaluator_desktop.store.progress import CancelledError, Progress, SilentProgress
from evaluator_desktop.texts import N_

_SPAWN = multiprocessing.get_context("spawn")
_PROCESSES = 2
_AHEAD = 4
"""Papers that are prepared and not written yet: enough to keep the processes busy."""
_WORTH_PROCESSES = 4
"""Fewer papers are laid out here: a process needs a second to start."""
_LOOK_AGAIN = 0.1


class ProcessEndedError(EvaluatorError):
    code = "process_ended"
    sentence = N_(
        "The process that laid out the paper ended before it was ready. Write this one again."
    )


class _Stop(Protocol):
    """What both kinds of Event are to us."""

    def set(self) -> None: ...

    def is_set(self) -> bool: ...


class _Watch(SilentProgress):
    """Says nothing of pages and stops the layout at the next one."""

    def __init__(self, is_stopped: Callable[[], bool]) -> None:
        self._is_stopped = is_stopped

    def raise_if_cancelled(self) -> None:
        if self._is_stopped():
            raise CancelledError


class ReportBatch:
    """`prepare(workspace, provider)` runs through `on_store`; `tell(written)` hears each result.

    For one thread, which waits in `write`. From `worth_processes` papers on, processes lay out.
    """

    def __init__(
        self,
        prepare: Callable[..., Prepared],
        on_store: OnStore,
        *,
        progress: Progress,
        tell: Callable[[Written], object] = lambda _written: None,
        sign: Sign | None = None,
        worth_processes: int = _WORTH_PROCESSES,
    ) -> None:
        self._prepare, self._on_store = prepare, on_store
        self._progress, self._tell, self._sign = progress, tell, sign
        self._worth_processes = worth_processes
        self._workers: _Threads | _Processes = _Threads()
        self._waiting: dict[Future[MadeReport], tuple[Wanted, Prepared]] = {}

    def write(self, wanted: Sequence[Wanted]) -> list[Written]:
        """Write the papers; when cancelled, those that were ready. None is half written.

        What goes wrong with one paper is in its result and keeps no other from being written,
        unless `tell` raises: that ends the batch.
        """
        queue, results = deque(wanted), list[Written]()
        self._workers = _Processes() if len(wanted) >= self._worth_processes else _Threads()
        try:
            while (queue or self._waiting) and not self._progress.cancelled:
                while queue and len(self._waiting) < _AHEAD:
                    results += self._begin(queue.popleft())
                done, _rest = wait(self._waiting, _LOOK_AGAIN, FIRST_COMPLETED)
                for future in done:
                    results.append(self._finish(future))
                self._progress.step(len(results), len(wanted))
        except CancelledError:  # another workspace was opened meanwhile
            pass
        finally:
            self._waiting.clear()
            self._workers.end()
        return results

    def _begin(self, wanted: Wanted) -> list[Written]:
        """Have a paper laid out; return its result where it is refused already."""
        try:
            prepared: Prepared = self._on_store(self._prepare, wanted.provider)
        except CancelledError:
            raise
        except EvaluatorError as error:
            return [self._told(Written(wanted, error=error))]
        self._waiting[self._workers.lay_out(prepared, self._sign)] = wanted, prepared
        return []

    def _finish(self, future: Future[MadeReport]) -> Written:
        wanted, prepared = self._waiting.pop(future)
        try:
            written = hand_out(wanted, prepared, future.result(), self._on_store)
        except CancelledError:
            raise
        except BrokenExecutor:
            return self._told(Written(wanted, error=ProcessEndedError()))
        except EvaluatorError as error:
            return self._told(Written(wanted, error=error))
        return self._told(written)

    def _told(self, written: Written) -> Written:
        self._tell(written)
        return written


class _Threads:
    """Lays out on one thread beside the one that waits."""

    def __init__(self) -> None:
        self._stop: _Stop = self._new_stop()
        self._pool = self._new_pool()

    def lay_out(self, prepared: Prepared, sign: Sign | None) -> Future[MadeReport]:
        watch = _Watch(self._stop.is_set)
        return self._pool.submit(prepared.make, sign=sign, progress=watch)

    def end(self) -> None:
        """Stop what is being laid out and wait until nothing runs any more."""
        self._stop.set()
        self._pool.shutdown(cancel_futures=True)

    def _new_stop(self) -> _Stop:
        return threading.Event()

    def _new_pool(self) -> Executor:
        return ThreadPoolExecutor(1, thread_name_prefix="papers")


class _Processes(_Threads):
    """Lays out in processes of their own, which are started anew when one of them died."""

    def lay_out(self, prepared: Prepared, sign: Sign | None) -> Future[MadeReport]:
        try:
            return self._pool.submit(_make, prepared, sign)
        except BrokenExecutor:
            self._pool.shutdown()
            self._pool = self._new_pool()
            return self._pool.submit(_make, prepared, sign)

    def _new_stop(self) -> _Stop:
        return _SPAWN.Event()

    def _new_pool(self) -> Executor:
        return ProcessPoolExecutor(_PROCESSES, _SPAWN, _begin_process, (self._stop,))


# In a process that lays out

_stops: list[_Stop] = []
"""The one of the program, once the process has begun."""


def _begin_process(stop: _Stop) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the program's to answer
    threading.Thread(target=_end_with_the_program, daemon=True).start()
    _stops.append(stop)


def _end_with_the_program() -> None:
    """A program that was killed leaves no process behind that waits for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _make(prepared: Prepared, sign: Sign | None) -> MadeReport:
    return prepared.make(sign=sign, progress=_Watch(_stops[0].is_set))
