"""Results as a workbook: heads frozen, filters on, widths set, codes as text."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from evaluator_desktop.reports.cells import write_cell
from evaluator_desktop.reports.results_model import Sheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEAD_FILL = "E3EAF2"


def write_workbook(sheets: Sequence[Sheet], made_on: date, out: BinaryIO) -> None:
    """Write the sheets in their order; `made_on` is what the file says of itself."""
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for said in sheets:
        _write_sheet(workbook.create_sheet(said.title), said)
    noon = datetime(made_on.year, made_on.month, made_on.day, 12)  # noqa: DTZ001  a day, no moment
    workbook.properties.created = workbook.properties.modified = noon
    content = BytesIO()  # on a full disk openpyxl would leave the file open
    workbook.save(content)
    out.write(content.getvalue())


def _write_sheet(sheet: "Worksheet", said: Sheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for place, (head, width) in enumerate(zip(said.heads, said.widths, strict=True), start=1):
        cell = sheet.cell(1, place)
        write_cell(cell, head)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=_HEAD_FILL)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(place)].width = width
    for row, values in enumerate(said.rows, start=2):
        for column, value in enumerate(values, start=1):
            write_cell(sheet.cell(row, column), value)
    sheet.freeze_panes = "C2" if len(said.heads) > 2 else "A2"
    sheet.auto_filter.ref = sheet.dimensions
