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


def write_cell(cell: "Cell | MergedCell", value: Value) -> None:
    """Write a value with the format of its kind; None leaves the cell empty.

    A text that people wrote comes as `user_text`: here a digest cannot be told from a number.
    """
    if value is None:
        return
    cell.number_format = _FORMATS[type(value)]
    if not isinstance(value, str):
        cell.value = value
        return
    text = _NO_XML.sub("\ufffd", visible(value))
    cell.value = _LOOKS_ESCAPED.sub("_x005F_", text)[:LONGEST]
    cell.data_type = "s"
    if text.startswith(_LOOKS_LIKE_FORMULA):
        cell.quotePrefix = True
