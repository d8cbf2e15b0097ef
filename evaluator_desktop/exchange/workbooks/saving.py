"""Workbooks onto the disk: whole or not at all, in one look.

Apart because templates, error sheets and lists are all saved and headed alike.
"""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.workbooks.cells import write_text
from evaluator_desktop.store.disk_space import disk_full, is_full
from evaluator_desktop.texts import _

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

TEXT_FORMAT = "@"
DATE_FORMAT = "yyyy-mm-dd"
HEADING_FILL = "E3EAF2"
BAD_FILL = "FBD9D5"

LONGEST_INLINE_LIST = 255
"""A longer list inside a validation breaks the workbook; it goes onto a hidden sheet."""

_NEEDED = 1_000_000
"""About the bytes of a large list, for what is said when the disk is full."""


def save_workbook(workbook: "Workbook", path: Path) -> None:
    """Save beside `path` first, then put it in its place.

    Raises FileProblemError, DiskFullError.
    """
    content = BytesIO()  # on a full disk openpyxl would leave the file open
    workbook.save(content)
    save_bytes(content.getvalue(), path)


def save_bytes(content: bytes, path: Path) -> None:
    """Save a file for people: whole or not at all. Raises FileProblemError, DiskFullError."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        if is_full(error):
            raise disk_full(path.parent, _NEEDED) from error
        problem = _(
            "the file could not be written ({reason}). Close it in Excel or choose another."
        )
        raise FileProblemError(
            file=path, problem=problem.format(reason=error.strerror or error)
        ) from error


def write_headings(sheet: "Worksheet", headings: Sequence[str], widths: Sequence[int]) -> None:
    """Write row 1 in bold on a tint, frozen, and set the widths of the columns."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for index, (heading, width) in enumerate(zip(headings, widths, strict=True), start=1):
        cell = sheet.cell(1, index)
        write_text(cell, heading)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=HEADING_FILL)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(index)].width = width
    sheet.row_dimensions[1].height = 34
    sheet.freeze_panes = "A2"


def add_drop_down(
    workbook: "Workbook", sheet: "Worksheet", cells: str, choices: Sequence[str], *, strict: bool
) -> None:
    """Offer `choices` in `cells` (like `C2:C99`); unless strict, other text may be typed."""
    from openpyxl.worksheet.datavalidation import DataValidation

    inline = ",".join(choices)
    is_plain = len(inline) <= LONGEST_INLINE_LIST and not any('"' in c or "," in c for c in choices)
    validation = DataValidation(
        type="list",
        formula1=f'"{inline}"' if is_plain else _hidden_list(workbook, choices),
        allow_blank=True,
        showErrorMessage=strict,
    )
    validation.add(cells)
    sheet.add_data_validation(validation)


def _hidden_list(workbook: "Workbook", choices: Sequence[str]) -> str:
    lists: Worksheet = workbook.create_sheet(f"list_{len(workbook.sheetnames)}")
    lists.sheet_state = "hidden"
    for row, choice in enumerate(choices, start=1):
        write_text(lists.cell(row, 1), choice)
    return f"{lists.title}!$A$1:$A${len(choices)}"
