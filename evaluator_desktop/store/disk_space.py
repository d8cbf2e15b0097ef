"""A disk that is full: how the system says so, and the error that says what is needed and free."""

import errno
import shutil
from pathlib import Path

from evaluator_desktop.errors import DiskFullError
from evaluator_desktop.texts import size_text


def is_full(error: OSError) -> bool:
    """Tell whether the system refused for want of room, on the disk or within a quota."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT)


def disk_full(place: Path, needed: int) -> DiskFullError:
    """Return the error for the disk of `place`, which is there; `needed` is in bytes."""
    free = shutil.disk_usage(place).free
    return DiskFullError(needed=size_text(needed), free=size_text(free))
