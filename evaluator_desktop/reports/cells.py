"""Cells of a workbook: text stays text, whatever it looks like (faults 92, 93).

Apart from `exchange`, which reads workbooks too: siblings do not know each other, and these few
lines are all that reports need.
"""

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from evaluator_desktop.reports.user_text import visible

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell

Value = str | int | Decimal | date | None

LONGEST = 32_767
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@")
_NO_XML = re.compile("[\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMATS = {str: "@", int: "0", Decimal: "0.00", date: "yyyy-mm-dd"}


def write_cell(cell: "Cell | MergedCell", value: Value) -> str:
    """Write a value with the format of its kind; None leaves the cell empty.

    A text that people wrote comes as `user_text`: here a digest cannot be told from a number.
    Returns what of a text no cell has room for, "" nearly always.
    """
    if value is None:
        return ""
    cell.number_format = _FORMATS[type(value)]
    if not isinstance(value, str):
        cell.value = value
        return ""
    text = _LOOKS_ESCAPED.sub("_x005F_", _NO_XML.sub("\ufffd", visible(value)))
    room = _room(text)
    cell.value = text[:room]
    cell.data_type = "s"
    if text.startswith(_LOOKS_LIKE_FORMULA):
        cell.quotePrefix = True
    return text[room:]


def _room(text: str) -> int:
    """Return how many characters fit into a cell, which counts units of UTF-16."""
    if len(text) * 2 <= LONGEST:
        return len(text)
    kept = text.encode("utf-16-le")[: LONGEST * 2].decode("utf-16-le", "ignore")
    return len(kept)
