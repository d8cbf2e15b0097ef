"""The fonts of reports, and which characters they can show."""

from collections.abc import Iterable
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from evaluator_desktop.errors import EvaluatorError, FieldProblem
from evaluator_desktop.paths import resource_dir
from evaluator_desktop.reports.document import Words
from evaluator_desktop.reports.pdf import BOLD, REGULAR
from evaluator_desktop.texts import N_, _

_BLANK = "\n"
_MOST_SHOWN = 20


class MissingGlyphError(EvaluatorError):
    """Characters that no font has: the report is refused, `details` say where they stand."""

    code = "missing_glyph"
    sentence = N_(
        "The report cannot be printed: the fonts have no glyph for {characters}. "
        "Replace these characters where they stand, then make the report again."
    )


@cache
def font(name: str) -> TTFont:
    """Return a font of the report, loaded and registered once a process."""
    loaded = TTFont(name, str(resource_dir() / "fonts" / f"{name}.ttf"))
    pdfmetrics.registerFont(loaded)
    return loaded


def register_fonts() -> None:
    """Make both weights known to reportlab; needed before the first canvas."""
    font(REGULAR)
    font(BOLD)


def refuse_missing_glyphs(words: Iterable[Words]) -> None:
    """Raise MissingGlyphError unless both weights can show every character (fault 99)."""
    shown = font(REGULAR).face.charToGlyph.keys() & font(BOLD).face.charToGlyph.keys()
    places: dict[str, list[str]] = {}
    for place, text in words:
        for character in dict.fromkeys(text):
            if ord(character) not in shown and character not in _BLANK:
                places.setdefault(character, []).append(place)
    if places:
        raise MissingGlyphError(
            characters=", ".join(f"{c} (U+{ord(c):04X})" for c in [*places][:_MOST_SHOWN]),
            details=[
                FieldProblem(place, _("no glyph for {character}").format(character=character))
                for character, found in places.items()
                for place in dict.fromkeys(found)
            ],
        )
