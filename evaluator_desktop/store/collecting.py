"""When Python may look for garbage that holds itself: not while rows are made by the thousand.

Apart because both ways of writing pause it, the transaction and the file beside the store.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_collection() -> Iterator[None]:
    """Rows that all die at once, or all stay, would make Python look for cycles all the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
