"""The unified social credit code (GB 32100): one spelling, and what is wrong with a text.

Apart because the code is a provider's natural key: its entity id is derived from this spelling.
"""

import re
import unicodedata
from functools import lru_cache

from evaluator_desktop.texts import _

LENGTH = 18
_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""GB 32100: letters that look like digits, and a few more, are left out."""
_WEIGHTS = tuple(pow(3, place, len(_SIGNS)) for place in range(LENGTH - 1))
_FORM = re.compile(r"[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}")
_NEVER_USED = {"I": "1", "O": "0", "S": "5", "V": "U", "Z": "2"}


def normalise_credit_code(text: str) -> str:
    """Return `text` as codes are stored: half width, upper case, no blanks or hyphens."""
    return re.sub(r"[\s\-‐-―]+", "", unicodedata.normalize("NFKC", text)).upper()


def credit_code_problem(code: str) -> str | None:
    """Say why a normalised text cannot be a credit code; None when its form is right.

    A wrong check digit is no such reason: old certificates carry them (`has_check_digit`).
    """
    if len(code) != LENGTH:
        return _("a credit code has 18 characters, this one has {count}").format(count=len(code))
    for letter, meant in _NEVER_USED.items():
        if letter in code:
            return _("a credit code never has the letter {letter}; was {meant} meant?").format(
                letter=letter, meant=meant
            )
    if not _FORM.fullmatch(code):
        return _("a credit code has two characters, six digits for the region and ten more")
    return None


@lru_cache(maxsize=2_000)  # a provider's code is looked at whenever anything of it is saved
def has_check_digit(code: str) -> bool:
    """Whether the last character of a code without a problem is the one its others ask for."""
    return check_digit(code[:-1]) == code[-1]


def check_digit(first: str) -> str:
    """Return the last character for the seventeen of a code before it."""
    total = sum(weight * _SIGNS.index(sign) for weight, sign in zip(_WEIGHTS, first, strict=True))
    return _SIGNS[-total % len(_SIGNS)]
