"""Where things lie on this computer: shipped data, the user's configuration, safe names.

Apart from every other room because all of them, down to the texts, need it.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

import platformdirs

APP_NAME = "evaluator-desktop"

# Names Windows keeps for devices, whatever the ending; a stick may travel there from any laptop.
_RESERVED = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"
}
_UNSAFE = re.compile(r'[<>:"/\\|?*]')
_LONGEST_NAME = 120
_MOST_BYTES = 240  # of 255, for the ending of a part


class HomelessError(OSError):
    """The account has no home folder, and no variable names another place for settings."""


@cache
def resource_dir() -> Path:
    """Return the folder of shipped data: inside the installed package, beside it in a checkout."""
    inside = Path(__file__).resolve().parent / "resources"
    return inside if inside.is_dir() else inside.parent.parent / "resources"


def guide_dir() -> Path:
    """Return the folder of the guide and its pictures: where installed, a copy made of docs/."""
    inside = resource_dir() / "guide"
    return inside if inside.is_dir() else resource_dir().parent / "docs"


def config_dir() -> Path:
    """Return the user's own configuration folder (device key, trusted devices, window settings).

    Raises HomelessError.
    """
    try:
        return Path(platformdirs.user_config_dir(APP_NAME, appauthor=False))
    except RuntimeError as error:
        raise HomelessError from error


def visible_text(text: str) -> str:
    """Return `text` on one line without control and bidirectional characters, for display."""
    if text.isprintable():  # nearly always, and ten times as fast
        return text
    kept = (" " if c in "\t\r\n" else c for c in text)
    return "".join(c for c in kept if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))


def safe_file_name(text: str, fallback: str = "file") -> str:
    """Return a name that every file system of a stick takes, as near to `text` as it can be."""
    name = _UNSAFE.sub("_", visible_text(unicodedata.normalize("NFC", text))).strip(" .")
    if name.split(".")[0].rstrip().upper() in _RESERVED:
        name = f"_{name}"
    if not _fits(name):
        stem, dot, ending = (
            name.rpartition(".") if _fits(name.rpartition(".")[2]) else (name, "", "")
        )
        while stem and not _fits(stem + dot + ending):
            stem = stem[:-1]
        name = (stem.rstrip() + dot + ending).strip(" .")
    return name or fallback


def _fits(name: str) -> bool:
    return len(name) <= _LONGEST_NAME and len(name.encode(errors="replace")) <= _MOST_BYTES
