"""Telephone numbers: one spelling for each, and what may be shown of numbers and names.

Apart because a number is a key (D9: a customer is a number and a name), so every laptop has to
spell it the same way, and because lists and every PDF show it masked.
"""

import re
import unicodedata

_BLANKS = re.compile(r"[\s()\[\].·\-‐-―]+")
_EXTENSION = re.compile(r"(?:转|分机|ext\.?|x|#)\D{0,3}(\d{1,6})$", re.IGNORECASE)
_DASHED_EXTENSION = re.compile(r"^(.*\d{7,8})[-‐-―](\d{1,6})$")
_CHINA = re.compile(r"^(?:\+|0{1,2})?86(?=\d{10,12}$)")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"(0(?:10|2\d|[3-9]\d{2}))([2-9]\d{6,7})")
_SERVICE = re.compile(r"[48]00\d{7}")
_ABROAD = re.compile(r"\+(?!86)[1-9]\d{7,14}")

SHOWN_DIGITS = 4


def normalise_phone(text: str) -> str | None:
    """Return the one spelling of a number that can be called, None where it cannot be one.

    Mobile `13812345678`, landline with its area code `021-62345678`, with an extension
    `021-62345678-801`, service number `4008001234`, abroad `+85223456789`. A landline without an
    area code, and several numbers in one text, are not a number.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    plain, extension = _split_extension(plain)
    digits = _CHINA.sub("", _BLANKS.sub("", plain))
    if any(pattern.fullmatch(digits) for pattern in (_MOBILE, _SERVICE, _ABROAD)):
        return None if extension else digits
    # A spreadsheet that took the number for a figure has lost its leading zero.
    landline = _LANDLINE.fullmatch(digits) or _LANDLINE.fullmatch(f"0{digits}")
    return "-".join((*landline.groups(), *extension)) if landline else None


def _split_extension(plain: str) -> tuple[str, tuple[str, ...]]:
    if found := _EXTENSION.search(plain):
        return plain[: found.start()], (found[1],)
    if found := _DASHED_EXTENSION.match(plain):
        return found[1], (found[2],)
    return plain, ()


def mask_phone(text: str) -> str:
    """Return what lists and reports may show of a number: `138****5678`, `021-****5678`."""
    number = normalise_phone(text) or ""
    if landline := re.match(r"(\d+)-(\d+)", number):
        return f"{landline[1]}-****{landline[2][-SHOWN_DIGITS:]}"
    return f"{number[:3]}****{number[-SHOWN_DIGITS:]}" if number else "****"


def mask_name(text: str) -> str:
    """Return what lists and reports may show of a person's name: `周**`, whatever its length."""
    name = text.strip()
    return f"{name[0]}**" if name else ""
