"""The one way by which a finished file gets its name: at once, and with patience on Windows.

There a virus scanner or an indexer may hold a file for a moment, and a rename fails meanwhile.
"""

import time
from pathlib import Path

_HELD = frozenset({5, 32, 33})
"""Access denied, sharing violation, lock violation."""
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between the attempts, 2.5 in all."""


def put_in_place(part: Path, target: Path) -> None:
    """Give `part` the name `target`, in place of a file that has it; it stays where this fails."""
    for pause in _PAUSES:
        try:
            part.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(pause)
        else:
            return
    part.replace(target)
