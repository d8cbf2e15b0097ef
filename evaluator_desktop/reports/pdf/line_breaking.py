"""Breaking a text into lines: Chinese between any two characters, other scripts between words.

Apart and our own because reportlab's paragraphs read markup out of people's text and let lines
begin with a comma or end with an opening bracket. Widths are in the unit of `widths`.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

_CANNOT_START = frozenset("，。、；：？！）》」』】〕〉”’…—％℃·,.;:?!)]}%／/ー々〗｝］")
_CANNOT_END = frozenset("（《「『【〔〈“‘([{〖｛［￥$#№-")
_HYPHENS = "-_"
_CHINESE_FROM = 0x2E80


class Line(NamedTuple):
    text: str
    width: float
    is_last: bool
    """Of its paragraph, so never stretched."""


def break_lines(
    text: str, widths: Callable[[str], float], width: float, first_indent: float = 0
) -> list[Line]:
    """Break `text` into lines of at most `width`; a line feed always ends one.

    A word longer than a line is broken within, before a hyphen if one is near. The first line of
    all is shorter by `first_indent`.
    """
    lines: list[Line] = []
    for paragraph in text.split("\n"):
        indent = 0 if lines else first_indent
        lines += _break_paragraph(paragraph, widths, width, indent)
    return lines


def _break_paragraph(
    text: str, widths: Callable[[str], float], width: float, indent: float
) -> Iterator[Line]:
    start, room = 0, width - indent
    while True:
        end, following = _line_end(text, start, widths, room)
        shown = text[start:end].rstrip(" ")
        is_last = following >= len(text)
        yield Line(shown, sum(map(widths, shown)), is_last)
        if is_last:
            return
        start, room = following, width


def _line_end(
    text: str, start: int, widths: Callable[[str], float], room: float
) -> tuple[int, int]:
    """Return where the line from `start` ends and where the next one begins."""
    used, chance = 0.0, start
    for place in range(start, len(text)):
        character = text[place]
        if place > start and _may_break(text[place - 1], character):
            chance = place
        used += widths(character)
        if used > room + 1e-6 and character != " ":
            end = chance if chance > start else _within_word(text, start, place)
            return end, _after_blanks(text, end)
    return len(text), len(text)


def _within_word(text: str, start: int, place: int) -> int:
    """Return where a word that does not fit is broken: numbers and file names before a hyphen.

    Not after it: at the end of a line readers take it for one of theirs and copy the text without.
    """
    hyphen = max(text.rfind(sign, start, place + 1) for sign in _HYPHENS)
    return hyphen if 2 * hyphen > start + place else max(place, start + 1)


def _after_blanks(text: str, place: int) -> int:
    while place < len(text) and text[place] == " ":
        place += 1
    return place


def _may_break(before: str, after: str) -> bool:
    if before == " ":
        return after != " "
    if after == " " or after in _CANNOT_START or before in _CANNOT_END:
        return False
    return ord(before) >= _CHINESE_FROM or ord(after) >= _CHINESE_FROM
