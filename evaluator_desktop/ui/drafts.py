"""What is half typed anywhere in the window, kept in the workspace before anybody asks.

One `Drafts` serves all fields of one person at one workspace. It knows what was kept by an earlier
run of the program, gathers what is typed for a moment and writes it in one small job. Text that
an input method still composes is not typed yet.
"""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations import drafts

SAFE_AFTER_MS = 600
"""From the first keystroke that is not safe yet; with the write it stays below 800 ms."""
_AGAIN_AFTER_MS = 5_000


class Drafts(QObject):
    """Signals: `failed(error)`: what is typed could not be kept; it is tried again."""

    failed = Signal(object)

    def __init__(self, runner: Runner, person: str) -> None:
        super().__init__()
        self._runner, self._person = runner, person
        self._texts: dict[str, str] = {}
        self._written: set[str] = set()
        self._unsafe: dict[str, str | None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        self._is_closed = False
        runner.closing.connect(self.close)
        runner.store_job(drafts.all_drafts, done=self._take)

    def text(self, field: str, key: str) -> str | None:
        """Return what was half typed in a field of the thing with this key, None for nothing."""
        return self._texts.get(self._place(field, key))

    def unrecorded(self) -> list[tuple[str, str, str]]:
        """Return (field, key, text) of everything that this person has half typed."""
        end = f":{self._person}"
        mine = (place for place in sorted(self._texts) if place.endswith(end))
        parts = ((place, *place.removesuffix(end).partition(":")) for place in mine)
        return [(field, key, self._texts[place]) for place, field, _colon, key in parts]

    def keep(self, field: str, key: str, text: str) -> None:
        """Keep what stands in a field and is not recorded."""
        place = self._place(field, key)
        if self._texts.get(place) != text:
            self._texts[place] = text
            self._change(place, text)

    def drop(self, field: str, key: str) -> None:
        """Forget what was half typed there: it is recorded, or not wanted any more."""
        place = self._place(field, key)
        self._texts.pop(place, None)
        if place in self._written:
            self._change(place, None)
        else:
            self._unsafe.pop(place, None)

    def hand_over(self, field: str, key: str, *, ask_back: bool = False) -> None:
        """What stands there is given to the store in the next job; its commit ends the draft.

        `ask_back` looks afterwards whether it did, where nobody else keeps a refused text.
        """
        place = self._place(field, key)
        text = self._texts.pop(place, None)
        if text is None or self._is_closed:
            return
        unsafe = self._unsafe.pop(place, None)
        self._written.add(place)
        self._runner.store_job(drafts.hand_over, place, unsafe, failed=self._do_nothing, owner=self)
        if ask_back:
            QTimer.singleShot(0, self, partial(self._ask_back, place))

    def flush(self) -> None:
        """Write at once what waits to be written."""
        self._timer.stop()
        texts, self._unsafe = self._unsafe, {}
        if texts and not self._is_closed:
            self._written.update(texts)
            failed = partial(self._hear_refused, texts)
            self._runner.store_job(drafts.keep, texts, failed=failed, owner=self)

    def close(self, *, write: bool = True) -> None:
        """Write what waits, and nothing afterwards; not even that when another workspace is open.

        Ids of one workspace mean nothing in the next, and its texts are nobody's there.
        """
        if write:
            self.flush()
        self._timer.stop()
        self._is_closed = True

    def _place(self, field: str, key: str) -> str:
        return f"{field}:{key}:{self._person}"

    def _change(self, place: str, text: str | None) -> None:
        self._unsafe[place] = text
        if not (self._timer.isActive() or self._is_closed):
            self._timer.start(SAFE_AFTER_MS)

    def _take(self, texts: dict[str, str]) -> None:
        """Know what an earlier run kept; what was typed meanwhile is newer."""
        self._texts = texts | self._texts
        self._written.update(texts)

    def _ask_back(self, place: str) -> None:
        if not self._is_closed:
            self._runner.store_job(
                drafts.take_back, place, done=partial(self._hear_back, place), owner=self
            )

    def _hear_back(self, place: str, text: str | None) -> None:
        if text is not None:
            self._texts.setdefault(place, text)

    def _hear_refused(self, texts: dict[str, str | None], error: EvaluatorError) -> None:
        """Hold on to what could not be written, unless something newer was typed."""
        self._unsafe = texts | self._unsafe
        if not self._is_closed:
            self._timer.start(_AGAIN_AFTER_MS)
            self.failed.emit(error)

    def _do_nothing(self, _error: EvaluatorError) -> None:
        """The deed that follows meets the same trouble, and says so."""
