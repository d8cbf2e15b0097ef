"""The icon files: one-ink SVG drawings, given a colour.

Ink in the files is `#000`; what shall show the colour behind is cut out by a mask.
"""

from functools import cache
from pathlib import Path

from evaluator_desktop.paths import resource_dir
from evaluator_desktop.ui.theme.tokens import colours

_INK = "#000"

# The few pictures that a style sheet can only name by file, and the token of each.
_SHEET_SHAPES = {
    "check": "on_accent",
    "dash": "on_accent",
    "tick": "text",
    "chevron_up": "text2",
    "chevron_down": "text2",
}


def recoloured(name: str, ink: str) -> bytes:
    """Return `resources/icons/<name>.svg` with its ink replaced by `#RRGGBB`."""
    return _shape(name).replace(_INK, ink).encode()


def write_sheet_shapes(folder: Path) -> None:
    """Write the style sheet's pictures of both looks into `folder`/light and `folder`/dark."""
    for look in ("light", "dark"):
        tokens = colours(dark=look == "dark")
        (folder / look).mkdir()
        for name, token in _SHEET_SHAPES.items():
            (folder / look / f"{name}.svg").write_bytes(recoloured(name, tokens[token]))


@cache
def _shape(name: str) -> str:
    return (resource_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
