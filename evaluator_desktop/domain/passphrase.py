"""How hard a passphrase is to guess, as a hint for whoever chooses it. Nothing is refused."""

import string
import unicodedata
from enum import StrEnum
from itertools import pairwise
from math import log2

_ALPHABETS = (string.digits, string.ascii_lowercase, string.ascii_uppercase, string.punctuation)
_OTHER_SIGNS = 3000
_FAIR_BITS, _STRONG_BITS = 45, 70


class Strength(StrEnum):
    """A word for it; age's scrypt makes each guess cost about a second."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def passphrase_strength(text: str) -> Strength:
    """Judge by length and variety; a sign that repeats or continues the one before adds nothing."""
    bits = passphrase_bits(text)
    if bits < _FAIR_BITS:
        return Strength.WEAK
    return Strength.FAIR if bits < _STRONG_BITS else Strength.STRONG


def passphrase_bits(text: str) -> int:
    """Return the bits of a passphrase chosen sign by sign from the alphabets it uses, at most."""
    signs = unicodedata.normalize("NFC", text).strip()
    if not signs:
        return 0
    used = sum(len(alphabet) for alphabet in _ALPHABETS if set(alphabet) & set(signs))
    if not all(sign.isascii() for sign in signs):
        used += _OTHER_SIGNS
    new = 1 + sum(abs(ord(after) - ord(before)) > 1 for before, after in pairwise(signs))
    return int(min(new, 2 * len(set(signs))) * log2(max(used, 2)))
