"""How far long work is, for a person at a terminal; anyone else is left in peace."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from evaluator_desktop.cli.tables import fitted
from evaluator_desktop.paths import visible_text
from evaluator_desktop.store.progress import Progress, SilentProgress

_EVERY_SECONDS = 0.1
_WIDTH = 70
_CLEAR_LINE = "\r\x1b[K"


class TerminalProgress(SilentProgress):
    """Rewrites one line of the terminal, a few times a second."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._next = time.monotonic() + _EVERY_SECONDS
        self._shown = False

    def step(self, done: int, total: int, text: str = "") -> None:
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _EVERY_SECONDS
        count = f"{done}/{total} " if total else f"{done} " if done else ""
        self._stream.write(_CLEAR_LINE + fitted(count + visible_text(text), _WIDTH))
        self._stream.flush()
        self._shown = True

    def end(self) -> None:
        """Take the line away again."""
        if self._shown:
            self._stream.write(_CLEAR_LINE)
            self._stream.flush()
            self._shown = False


@contextmanager
def progress_on(stream: TextIO) -> Iterator[Progress]:
    """Yield the listener for long work: a line on a terminal, silence elsewhere."""
    if not stream.isatty():
        yield SilentProgress()
        return
    progress = TerminalProgress(stream)
    try:
        yield progress
    finally:
        progress.end()
