"""A file that is in the way on purpose: when the disk is full it goes, and work can be saved.

Even removing evidence is recorded and needs room, and so does an export on its way to a stick.
While there is plenty of room nothing is kept: the file comes when the disk gets tight, goes when
hardly anything is left, and comes again once there is room.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

_NAME = "ballast"
SIZE = 16 << 20
_TIGHT = 4 << 30
"""Free bytes below which the ballast is kept …"""
_ROOMY = 4 * SIZE
"""… as long as this much is free beside it."""
_HARDLY_ANY = 4 << 20
"""Free bytes below which it is dropped."""


def trim(folder: Path) -> None:
    """Drop the ballast of a workspace, or keep one, as the disk is now; a look takes no time."""
    place = folder / _NAME
    with suppress(OSError):
        free = shutil.disk_usage(folder).free
        if free < _HARDLY_ANY:
            place.unlink(missing_ok=True)
        elif _ROOMY < free < _TIGHT and not place.exists():
            _make(place)


def _make(place: Path) -> None:
    try:
        with place.open("xb") as out:
            if hasattr(os, "posix_fallocate"):
                os.posix_fallocate(out.fileno(), 0, SIZE)
            else:
                out.write(bytes(SIZE))
    except OSError:
        place.unlink(missing_ok=True)
        raise
