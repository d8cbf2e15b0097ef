"""Pinyin initials of names, so that `szzx` finds 苏州咨询; computed when a name is saved."""

from functools import lru_cache
from itertools import islice, product

_MOST_READINGS = 16


def initials(name: str) -> tuple[str, ...]:
    """Return the initials of a name, the usual reading first, then alternative ones.

    Latin letters and digits stand for themselves, other signs are left out. Characters with
    several readings multiply; the number of combinations is capped.
    """
    from pypinyin import Style, pinyin

    readings = _letters(pinyin(name, Style.FIRST_LETTER, heteronym=True))
    usual = "".join(reading[0] for reading in readings)
    others = ("".join(choice) for choice in islice(product(*readings), _MOST_READINGS))
    return tuple(dict.fromkeys((usual, *others))) if usual else ()


def usual_reading(text: str) -> str:
    """Return how a text usually sounds, character by character, without tones."""
    return "".join(map(_syllable, text))


@lru_cache(maxsize=30_000)
def _syllable(character: str) -> str:
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(character))


def _letters(readings: list[list[str]]) -> list[list[str]]:
    """Keep letters and digits, each reading of a character once, in lower case."""
    kept = ([r.lower() for r in dict.fromkeys(options)] for options in readings)
    plain = (["".join(c for c in r if c.isascii() and c.isalnum()) for r in rs] for rs in kept)
    return [sorted(set(rs), key=rs.index) for rs in plain if any(rs)]
