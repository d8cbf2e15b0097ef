"""How names are spelt: initials, so that `szzx` finds 苏州咨询, and the order of lists.

Both are worked out when a name is saved, from one look into the dictionary.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple
from unicodedata import normalize

_MOST_READINGS = 16
_WORDS_KEPT = 8192
_NAMES_KEPT = 4096
_NOT_CHINESE = " {}".format
"""Marks signs that have no pinyin; no syllable begins with a space."""

_Readings = tuple[str, ...]
"""Syllables with the figure of their tone, the usual one first; a marked sign by itself."""


class Spelling(NamedTuple):
    """How a name is spelt."""

    initials: tuple[str, ...]
    """The usual reading first, then alternative ones."""
    order: str
    """What lists are sorted by."""


def spelling(name: str) -> Spelling:
    """Return the initials of a name, and its place among others.

    Initials: Latin letters and digits stand for themselves, other signs are left out; characters
    with several readings multiply, up to a bound. Order: sign by sign, letters and digits first,
    then characters by pinyin and tone, those that sound alike by Unicode, last what no dictionary
    knows; punctuation does not count.
    """
    readings = _readings(name)
    places = (_place(sign, of[0]) for sign, of in zip(name, readings, strict=True))
    return Spelling(_initials(readings), " ".join(filter(None, places)))


def initials(name: str) -> tuple[str, ...]:
    """Return the initials of a name alone."""
    return spelling(name).initials


@lru_cache(_NAMES_KEPT)
def name_order(name: str) -> tuple[str, str]:
    """Return what to sort names by that nobody saved an order of: persons, customers."""
    return spelling(name).order, name


def usual_reading(text: str) -> str:
    """Return how a text usually sounds, character by character, without tones."""
    return "".join(map(_syllable, text))


@lru_cache(maxsize=30_000)
def _syllable(character: str) -> str:
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(character))


def _readings(text: str) -> Sequence[_Readings]:
    """Return the readings of each sign; phrases settle those of their characters."""
    from pypinyin.contrib.mmseg import seg

    return [readings for word in seg.cut(text) for readings in _word(word)]


@lru_cache(_WORDS_KEPT)
def _word(word: str) -> tuple[_Readings, ...]:
    from pypinyin import Style, pinyin

    found = pinyin(word, Style.TONE3, heteronym=True, errors=_NOT_CHINESE)
    return tuple(tuple(readings) for readings in found)


def _initials(readings: Sequence[_Readings]) -> tuple[str, ...]:
    letters = [list(dict.fromkeys(map(_letter, of))) for of in readings]
    letters = [of for of in letters if any(of)]
    usual = "".join(of[0] for of in letters)
    others = ("".join(choice) for choice in islice(product(*letters), _MOST_READINGS))
    return tuple(dict.fromkeys((usual, *others))) if usual else ()


def _letter(reading: str) -> str:
    letter = reading.lstrip()[:1].lower()
    return letter if letter.isascii() and letter.isalnum() else ""


def _place(sign: str, reading: str) -> str:
    """Return the place of one sign among others, "" for one that does not count."""
    if not reading.startswith(" "):
        return f"2{reading}{sign}"
    plain = normalize("NFKC", sign).casefold()
    if not plain.isalnum():
        return ""
    return f"{1 if plain.isascii() else 3}{plain}"
