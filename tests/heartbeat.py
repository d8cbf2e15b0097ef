"""A timer on the window thread: does it come round while others work?"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

from PySide6.QtCore import QTimer

_PERCEPTIBLE = 0.1  # seconds


@contextmanager
def beating() -> Iterator[None]:
    """Fail where the window thread stood still for half the time of the block.

    A single long gap says nothing: on a busy machine the whole process waits for a core.
    """
    beats = [time.monotonic()]
    timer = QTimer(interval=10)
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    timer.start()
    yield
    timer.stop()
    gaps = [later - earlier for earlier, later in pairwise([*beats, time.monotonic()])]
    assert sum(gap for gap in gaps if gap > _PERCEPTIBLE) < sum(gaps) / 2
