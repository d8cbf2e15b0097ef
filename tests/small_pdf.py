"""A canvas for small PDFs in tests."""

from pathlib import Path
from typing import Any

from reportlab.pdfgen.canvas import Canvas

# The reports change what a canvas begins with; its stubs take the font for a number.
_HELVETICA: dict[str, Any] = {"initialFontName": "Helvetica"}


def small_canvas(path: Path, **wishes: Any) -> Canvas:
    """Return a canvas in a font that is always there."""
    return Canvas(str(path), **_HELVETICA, **wishes)
