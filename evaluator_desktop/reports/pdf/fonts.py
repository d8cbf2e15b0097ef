"""The fonts of reports, and which of them shows a character.

Two weights show nearly every text. What they lack comes from a fallback in one weight, read only
when a text needs it: symbols, emoji, and the rare characters of people's names (fault 99).
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from evaluator_desktop.errors import EvaluatorError, FieldProblem
from evaluator_desktop.paths import resource_dir
from evaluator_desktop.reports.document import Words
from evaluator_desktop.reports.pdf import BOLD, REGULAR
from evaluator_desktop.texts import N_, _

_FALLBACKS = ("NotoSansSymbols2-Regular", "NotoEmoji-Regular", "HanaMinB")
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


@cache
def font_of(character: str, wanted: str) -> str | None:
    """Return the first font that has a glyph: the wanted one or a fallback; None: there is none."""
    code = ord(character)
    return next((n for n in (wanted, *_FALLBACKS) if code in font(n).face.charToGlyph), None)


@cache
def width_of(character: str, wanted: str) -> float:
    """Return the width in thousandths of an em of a character in the font that shows it."""
    face = font(font_of(character, wanted) or wanted).face
    return float(face.charWidths.get(ord(character), face.defaultWidth))


def runs(text: str, wanted: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a text that one font shows, each with the name of its font."""
    for name, part in groupby(text, lambda character: font_of(character, wanted) or wanted):
        yield name, "".join(part)


def refuse_missing_glyphs(words: Iterable[Words]) -> None:
    """Raise MissingGlyphError unless every character can be shown in both weights."""
    places: dict[str, list[str]] = {}
    for place, text in words:
        for character in dict.fromkeys(text):
            if character not in _BLANK and not (
                font_of(character, REGULAR) and font_of(character, BOLD)
            ):
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
