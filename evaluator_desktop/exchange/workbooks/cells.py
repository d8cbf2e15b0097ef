"""The one way out: text as text, whatever it looks like, into a cell of a workbook.

Apart because everyone who writes a workbook needs it, and forgetting it once turns somebody's
words into a formula on somebody else's computer.
"""

import re
from typing import TYPE_CHECKING

from evaluator_desktop.texts import _, count_text

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell

LONGEST_CELL = 32_767
"""Excel's own bound, in UTF-16 units; openpyxl cuts there without a word."""

_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@", "\t")
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_CONTROL_PICTURES = 0x2400


def write_text(cell: "Cell | MergedCell", value: str) -> None:
    """Write `value` as text: never a formula, nothing dropped in silence.

    Characters that a workbook cannot hold show as ␀ … ␟ or �; a text longer than LONGEST_CELL
    ends with a sentence that says how much was left out.
    """
    text = _NO_XML.sub(_picture, value.replace("\r\n", "\n").replace("\r", "\n"))
    cell.value = _fitted(_LOOKS_ESCAPED.sub("_x005F_", text))
    cell.data_type = "s"
    if text.startswith(_LOOKS_LIKE_FORMULA):
        cell.quotePrefix = True


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(_CONTROL_PICTURES + code) if code < ord(" ") else "\ufffd"


def _fitted(text: str) -> str:
    if _units(text) <= LONGEST_CELL:
        return text
    note = _("… [cut here: the text has {count} characters, a cell holds {longest}]").format(
        count=count_text(len(text)), longest=count_text(LONGEST_CELL)
    )
    kept = text[: LONGEST_CELL - len(note)]
    while _units(kept) + len(note) > LONGEST_CELL:
        kept = kept[: -max(1, (_units(kept) + len(note) - LONGEST_CELL) // 2)]
    return kept + note


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
