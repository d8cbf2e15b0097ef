"""Python's cycle collector, kept on the window thread and between two events.

Left alone it runs wherever memory is asked for: on the store thread, where it may free widgets of
the window, or inside an event that Qt is just delivering to the widget it frees. Both crash.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 1000


def collect_between_events(owner: QObject) -> QTimer:
    """Switch the automatic collection off and collect by a timer of `owner`'s thread."""
    gc.freeze()  # what start-up made stays; later collections need not look at it
    gc.disable()
    timer = QTimer(owner)
    timer.timeout.connect(collect_due)
    timer.start(_INTERVAL_MS)
    return timer


def collect_due() -> None:
    """Collect the oldest generation that is due by Python's own thresholds."""
    counts, limits = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > limits[generation]:
            gc.collect(generation)
            return
