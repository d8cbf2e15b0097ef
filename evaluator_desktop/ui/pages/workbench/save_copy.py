"""A copy of a stored file, where the person wants it."""

import shutil
from pathlib import Path

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.texts import _


def save_copy(source: Path, target: Path) -> Path:
    """Copy a stored file. Raises FileProblemError; a file half written is taken away."""
    try:
        shutil.copyfile(source, target)
    except OSError as error:
        if target != source:
            target.unlink(missing_ok=True)
        problem = _("could not be saved ({reason}). Choose another place.")
        raise FileProblemError(
            file=target.name, problem=problem.format(reason=error.strerror)
        ) from error
    return target
