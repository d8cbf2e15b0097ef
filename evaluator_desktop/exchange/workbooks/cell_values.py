"""What people mean by what they typed into a cell: texts, codes, numbers, dates, yes and no.

Apart because every kind of sheet asks the same questions of its cells. Full-width digits of a
Chinese keyboard count as digits; what can be read in two ways is refused with the reason.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from evaluator_desktop.domain.contact import normalise_phone
from evaluator_desktop.exchange.workbooks.sheet_reader import CellValue, Fault, SheetRow
from evaluator_desktop.paths import visible_text
from evaluator_desktop.texts import N_, _, count_text

T = TypeVar("T")

# Excel writes what XML has no character for as _x000D_, and a literal "_x" as _x005F_x.
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u200b\u2028-\u202e\u2060-\u2069]")
_YEAR_FIRST = re.compile(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})"
    r"|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))(?:[T ]\d{1,2}:\d{2}(?::\d{2})?)?"
)
_YEAR_LAST = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.](\d{2}|\d{4})")
_FAULTS = {
    Fault.FORMULA: N_("holds a formula. Copy it and paste it back as a value."),
    Fault.MERGED: N_("is merged with others. Unmerge the cells and fill in each."),
    Fault.ERROR_VALUE: N_("holds an error value of Excel. Write the value itself."),
}
_EARLIEST, _LATEST = 1900, 2100
_YES = frozenset({"是", "对", "有", "yes", "y", "true", "1", "√", "✓"})
_NO = frozenset({"否", "不是", "无", "没有", "no", "n", "false", "0", "×"})


class CellValueError(ValueError):
    """A value that cannot be taken; the message says why, in the user's language."""


def read_cell(row: SheetRow, index: int, read: Callable[[CellValue], T]) -> T:
    """Read one cell of a row; a formula, a merged cell and an error value are never taken."""
    if index in row.faults:
        raise CellValueError(_(_FAULTS[row.faults[index]]))
    return read(row.values[index])


def plain_text(value: CellValue) -> str:
    """Return what the cell shows, in NFC, lines kept, nothing invisible; "" for an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, (int, date, time, timedelta)):
        return str(value)
    text = _unescaped(value).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).strip()


def _unescaped(text: str) -> str:
    if "_x" not in text:
        return text
    raw = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return raw.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def lines(value: CellValue, longest: int) -> str:
    """Return a text of any number of lines, refused when longer than `longest` characters."""
    text = plain_text(value)
    if len(text) > longest:
        raise CellValueError(
            _("has {count} characters; at most {longest} are kept. Shorten the text.").format(
                count=count_text(len(text)), longest=count_text(longest)
            )
        )
    return text


def one_line(value: CellValue, longest: int) -> str:
    """Return a text on one line."""
    return " ".join(visible_text(lines(value, longest)).split())


def half_width(value: CellValue) -> str:
    """Return a code or number as text: NFKC, no blanks around it."""
    return unicodedata.normalize("NFKC", plain_text(value)).strip()


def phone_number(value: CellValue) -> str:
    """Read one telephone number into its one spelling."""
    number = normalise_phone(half_width(value))
    if number is None:
        raise CellValueError(
            _("is not a telephone number. Write one mobile number or area code and number.")
        )
    return number


def yes_or_no(value: CellValue) -> bool:
    """Read 是 or 否, in the ways people write them."""
    if isinstance(value, bool):
        return value
    word = half_width(value).casefold()
    if word not in _YES | _NO:
        raise CellValueError(_("is neither yes nor no. Write 是 or 否 (yes or no)."))
    return word in _YES


def whole_number(value: CellValue) -> int:
    """Read a count: a whole number from 0, also written as text or with full-width digits."""
    if isinstance(value, (bool, datetime, date, time, timedelta)):
        raise CellValueError(_("is not a number. Write a whole number such as 12."))
    if isinstance(value, float) and not value.is_integer():
        raise CellValueError(_("is not a whole number."))
    digits = half_width(value).replace(",", "")
    if digits.startswith("-"):
        raise CellValueError(_("is negative."))
    if not re.fullmatch(r"[0-9]{1,15}", digits):
        raise CellValueError(_("is not a number. Write a whole number such as 12."))
    return int(digits)


def day(value: CellValue) -> date:
    """Read a calendar day: a real date, or a text that can mean one day only.

    2014-06-15, 2014/6/15, 2014.6.15, 2014年6月15日 and 20140615 are read, 06/07/2014 is not.
    """
    if isinstance(value, datetime):
        return _in_range(value.date())
    if isinstance(value, date):
        return _in_range(value)
    text = half_width(value)
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, number = (int(part) for part in found.groups() if part)
        try:
            written = date(year, month, number)
        except ValueError as error:
            raise CellValueError(_("there is no such day in the calendar.")) from error
        return _in_range(written)
    if _YEAR_LAST.fullmatch(text):
        raise CellValueError(
            _("can be read as two different days. Write the year first: 2014-06-15.")
        )
    raise CellValueError(_("is not a date. Write it as 2014-06-15."))


def _in_range(found: date) -> date:
    if not _EARLIEST <= found.year <= _LATEST:
        raise CellValueError(_("the year {year} cannot be right.").format(year=found.year))
    return found
