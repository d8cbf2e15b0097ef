"""The handle of one piece of work in the background, which is also the work's `progress`."""

import threading
import time
from collections.abc import Callable

from evaluator_desktop.store.progress import CancelledError

_SECONDS_BETWEEN_STEPS = 0.05


class Job:
    """Numbered from 1 in the order given; `report(number, done, total, text)` hears the steps."""

    def __init__(self, number: int, report: Callable[[int, int, int, str], None]) -> None:
        self.number = number
        self._report = report
        self._stop = threading.Event()
        self._last_step = 0.0

    def cancel(self) -> None:
        """Wish the work to stop: not begun, it never runs; begun, it stops where it looks."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._stop.is_set()

    def raise_if_cancelled(self) -> None:
        """Raise CancelledError once `cancel` was called."""
        if self.cancelled:
            raise CancelledError

    def step(self, done: int, total: int, text: str = "") -> None:
        """Report progress; steps that follow faster than a person can read are left out."""
        now = time.monotonic()
        if done == total or now - self._last_step >= _SECONDS_BETWEEN_STEPS:
            self._last_step = now
            self._report(self.number, done, total, text)
