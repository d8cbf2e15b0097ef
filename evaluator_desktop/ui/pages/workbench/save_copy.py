"""A copy of a stored file, where the person wants it. The program itself never opens one.

Evidence comes from elsewhere. On Windows the copy carries the mark of that, so that the system asks
before it runs a program and Office opens it protected; the words say it everywhere.
"""

import shutil
import sys
from contextlib import suppress
from pathlib import Path

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.texts import _

_FOREIGN = "[ZoneTransfer]\nZoneId=3\n"
_RUNS = frozenset(
    (
        *(".exe", ".com", ".scr", ".msi", ".bat", ".cmd", ".ps1", ".vbs", ".vbe", ".js", ".jse"),
        *(".wsf", ".hta", ".lnk", ".jar", ".reg", ".dll", ".chm", ".app", ".command", ".sh"),
        *(".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".pptm", ".ppsm", ".doc", ".xls", ".ppt"),
    )
)


def save_copy(source: Path, target: Path, *, is_windows: bool = sys.platform == "win32") -> Path:
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
    if is_windows:
        with suppress(OSError):  # FAT has no room for the mark
            Path(f"{target}:Zone.Identifier").write_text(_FOREIGN, encoding="ascii")
    return target


def saved_words(path: Path) -> str:
    """Say that a copy was saved, and what to mind where the file could run something."""
    words = _("A copy was saved: {name}").format(name=path.name)
    if path.suffix.casefold() not in _RUNS:
        return words
    return f"{words}  {_('A file of this kind can carry programs or macros: mind whose it is.')}"
