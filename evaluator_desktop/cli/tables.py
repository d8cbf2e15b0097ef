"""Columns that line up on a terminal, where a Chinese character is two cells wide."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from evaluator_desktop.paths import visible_text

_GAP = "  "
_WIDEST = 48
_NOTHING = "—"


def width(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    return sum(_cells(c) for c in text)


def fitted(text: str, widest: int) -> str:
    """Return the text, cut with … where it takes more than `widest` cells."""
    if width(text) <= widest:
        return text
    kept, used = [], 1
    for c in text:
        used += _cells(c)
        if used > widest:
            break
        kept.append(c)
    return "".join(kept) + "…"


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield the lines of a table; numbers stand to the right, what is not there is a dash.

    Texts written by people come out on one line, without what would steer the terminal.
    """
    cells = [[_shown(value) for value in row] for row in rows]
    is_number = [
        bool(cells) and all(c == _NOTHING or _looks_like_number(c) for c in column)
        for column in zip(*cells, strict=True)
    ] or [False] * len(headings)
    columns = list(zip(headings, *cells, strict=True))
    widths = [max(map(width, column)) for column in columns]
    yield _line(headings, widths, is_number)
    yield _GAP.join("─" * w for w in widths)
    for row in cells:
        yield _line(row, widths, is_number)


def _cells(c: str) -> int:
    if unicodedata.combining(c):
        return 0
    return 2 if unicodedata.east_asian_width(c) in "WF" else 1


def _shown(value: object) -> str:
    return _NOTHING if value is None or value == "" else fitted(visible_text(str(value)), _WIDEST)


def _looks_like_number(text: str) -> bool:
    return text.replace(",", "").replace(".", "", 1).isdigit() and text.isascii()


def _line(row: Sequence[str], widths: Sequence[int], is_number: Sequence[bool]) -> str:
    padded = []
    for text, wide, right in zip(row, widths, is_number, strict=True):
        space = " " * (wide - width(text))
        padded.append(space + text if right else text + space)
    return _GAP.join(padded).rstrip()
