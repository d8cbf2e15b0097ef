"""Text that people wrote, made fit for paper: nothing invisible, no telephone number in full.

Apart because every free field of a report goes through here, file names too.
"""

import re
import unicodedata

from evaluator_desktop.domain.contact import mask_phone

_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
_MOBILE = r"(?:\+?86[- ]?)?[1１][3-9３-９]\d[- ]?\d{4}[- ]?\d{4}"
_LANDLINE = r"[0０]\d{2,3}[-)） ]?[2-9]\d{6,7}"
_PHONE = re.compile(rf"(?<!\d)(?:{_MOBILE}|{_LANDLINE})(?!\d)")


def user_text(text: object) -> str:
    """Return what a report prints of somebody's text; None is nothing.

    Control and direction characters show as [U+202E]; every kind of space is a space; telephone
    numbers are masked wherever they stand (screens.md: phones are masked in every PDF).
    """
    return "" if text is None else _masked(visible(str(text))).strip()


def visible(text: str) -> str:
    """Return a text without anything invisible, in NFC."""
    lines = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    return "".join(map(_visible_character, lines))


def _visible_character(character: str) -> str:
    if character in "\n\u3000":
        return character
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return " "
    return f"[U+{ord(character):04X}]" if category in ("Cc", "Cf", "Cs") else character


def _masked(text: str) -> str:
    return _PHONE.sub(lambda found: mask_phone(found[0]), text)
