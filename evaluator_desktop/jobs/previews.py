"""Previews for the window: asked for by topic, answered by signal, never waited for.

One thread speaks with the preview process. Of each topic only the newest request counts, the
newest of all comes first, and what was loaded ahead waits in a small cache.
"""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from itertools import count
from pathlib import Path, PurePath

from PySide6.QtCore import QObject, Qt, Signal

from evaluator_desktop.jobs.preview_process import PreviewProcess
from evaluator_desktop.jobs.preview_protocol import (
    NoPreview,
    PdfPreview,
    PicturePreview,
    Preview,
    Question,
    Reason,
    Request,
)

DEFAULT_WIDTH = 1600
_CACHE_BYTES = 48_000_000
_ENTRY_BYTES = 200_000  # about what a text or a table costs
_MOST_AHEAD = 4
_SECONDS_FOR_THE_UNWANTED = 2.0
_PASSING = {Reason.MISSING, Reason.CRASHED, Reason.TIMED_OUT}


class PreviewCache:
    """The previews used last, up to `limit` bytes of pixels; for any thread."""

    def __init__(self, limit: int = _CACHE_BYTES) -> None:
        self._limit = limit
        self._lock = threading.Lock()
        self._previews: OrderedDict[Request, Preview] = OrderedDict()

    def get(self, request: Request) -> Preview | None:
        """Return what was kept for `request`, and keep it longer."""
        with self._lock:
            if request in self._previews:
                self._previews.move_to_end(request)
            return self._previews.get(request)

    def put(self, request: Request, preview: Preview) -> None:
        """Keep `preview`, unless asking again could give another answer."""
        if isinstance(preview, NoPreview) and preview.reason in _PASSING:
            return
        with self._lock:
            self._previews[request] = preview
            while sum(map(_size, self._previews.values())) > self._limit:
                self._previews.popitem(last=False)


class Previews(QObject):
    """The window's door to the preview process.

    Signals:
        preview_ready(number, preview): the answer to the request `number`, on the window thread;
            never for a request that a newer one of its topic has overtaken.
    """

    preview_ready = Signal(int, object)
    _answered = Signal(str, int, object)

    def __init__(
        self, parent: QObject | None = None, process: PreviewProcess | None = None
    ) -> None:
        super().__init__(parent)
        self.process = process or PreviewProcess()
        self._numbers = count(1)
        self._newest: dict[str, int] = {}
        self._cache = PreviewCache()
        self._change = threading.Condition()  # guards what stands below
        self._waiting: dict[str, tuple[int, Request]] = {}
        self._questions: deque[tuple[Question, Future[Preview]]] = deque()
        self._ahead: deque[Request] = deque(maxlen=_MOST_AHEAD)
        self._asked: Request | None = None
        self._asked_at = 0.0
        self._is_closing = False
        self._answered.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._serve, name="previews", daemon=True)
        self._thread.start()

    def request(
        self, topic: str, path: Path, name: str, page: int = 0, width: int = DEFAULT_WIDTH
    ) -> int:
        """Ask for a page or picture of at most `width` device pixels; return the request's number.

        `path` is the stored file; of the display name `name` only .csv, .txt and .md matter.
        """
        return self._ask(topic, _request(path, name, page, width))

    def search(self, topic: str, path: Path, text: str) -> int:
        """Ask where `text` stands in a PDF; answered by FoundPlaces."""
        return self._ask(topic, Request(path=str(path), find=text))

    def load_ahead(self, path: Path, name: str, page: int = 0, width: int = DEFAULT_WIDTH) -> None:
        """Load what will be asked for next, when nothing else is to be done."""
        request = _request(path, name, page, width)
        if self._cache.get(request) is None:
            with self._change:
                self._ahead.append(request)
                self._change.notify()

    def ask(self, question: Question) -> Preview:
        """Wait for an answer, behind what the window wants to show; for threads of the pool."""
        answer: Future[Preview] = Future()
        with self._change:
            if self._is_closing:
                return NoPreview(Reason.CRASHED)
            self._questions.append((question, answer))
            self._change.notify()
        return answer.result()

    def forget(self, topic: str) -> None:
        """Ask no more: the topic's answer is not wanted."""
        self._newest.pop(topic, None)
        with self._change:
            self._waiting.pop(topic, None)

    def shutdown(self) -> None:
        """End the process and the thread; nothing is answered after this."""
        with self._change:
            self._is_closing = True
            self._newest.clear()
            self._change.notify()
        self.process.close()
        self._thread.join()

    def _ask(self, topic: str, request: Request) -> int:
        number = self._newest[topic] = next(self._numbers)
        kept = self._cache.get(request)
        with self._change:
            self._waiting.pop(topic, None)
            if kept is None:
                self._waiting[topic] = number, request
                self._change.notify()
            is_held_up = self._is_held_up()
        if kept is not None:
            self._answered.emit(topic, number, kept)
        elif is_held_up:
            self.process.kill()
        return number

    def _is_held_up(self) -> bool:
        """Whether the process has long been busy with something nobody waits for any more."""
        wanted = [request for _number, request in self._waiting.values()]
        if self._asked is None or self._asked in wanted:
            return False
        return time.monotonic() - self._asked_at > _SECONDS_FOR_THE_UNWANTED

    def _tell(self, topic: str, number: int, preview: object) -> None:
        if self._newest.get(topic) == number:
            del self._newest[topic]
            self.preview_ready.emit(number, preview)

    # On the thread that speaks with the process

    def _serve(self) -> None:
        while work := self._next_work():
            work()
        for _question, answer in self._questions:
            answer.set_result(NoPreview(Reason.CRASHED))
        self.process.forget()

    def _next_work(self) -> Callable[[], None] | None:
        """Return what to do next: what is to be shown, then questions, then what comes later."""
        with self._change:
            self._asked = None
            self._change.wait_for(lambda: self._is_closing or self._has_work)
            if self._is_closing:
                return None
            if self._questions and not self._waiting:
                return partial(self._answer, *self._questions.popleft())
            if self._waiting:
                _number, self._asked = next(reversed(self._waiting.values()))
            else:
                self._asked = self._ahead.popleft()
            self._asked_at = time.monotonic()
            return partial(self._load, self._asked)

    @property
    def _has_work(self) -> bool:
        return bool(self._waiting or self._questions or self._ahead)

    def _answer(self, question: Question, answer: "Future[Preview]") -> None:
        answer.set_result(self.process.ask(question))

    def _load(self, request: Request) -> None:
        preview = self._cache.get(request) or self.process.ask(request)
        self._cache.put(request, preview)
        for topic, number in self._callers_of(request):
            self._answered.emit(topic, number, preview)

    def _callers_of(self, request: Request) -> list[tuple[str, int]]:
        with self._change:
            if self._is_closing:
                return []
            callers = [(t, number) for t, (number, r) in self._waiting.items() if r == request]
            for topic, _number in callers:
                del self._waiting[topic]
            return callers


def _request(path: Path, name: str, page: int, width: int) -> Request:
    return Request(path=str(path), ending=PurePath(name).suffix.lower(), page=page, width=width)


def _size(preview: Preview) -> int:
    if isinstance(preview, PicturePreview | PdfPreview):
        return _ENTRY_BYTES + len(preview.raster.data)
    return _ENTRY_BYTES
