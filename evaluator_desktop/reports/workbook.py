"""Results as a workbook: heads frozen, filters on, widths set, codes as text."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from evaluator_desktop.reports.cells import write_cell
from evaluator_desktop.reports.results_model import Sheet
from evaluator_desktop.texts import _

if TYPE_CHECKING:
    from openpyxl import Workbook

_HEAD_FILL = "E3EAF2"


def write_workbook(sheets: Sequence[Sheet], made_on: date, out: BinaryIO) -> None:
    """Write the sheets in their order; `made_on` is what the file says of itself.

    The same sheets and day give the same bytes: what is saved is what was shown.
    """
    from openpyxl import Workbook

    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    rest = [part for said in sheets for part in _write_sheet(workbook, said)]
    while rest:  # a cell holds 32 767 characters; nothing is ever cut
        heads = (_("Continues"), _("Text"))
        rest = list(_write_sheet(workbook, Sheet(_("Long texts"), heads, (24, 120), tuple(rest))))
    noon = datetime(made_on.year, made_on.month, made_on.day, 12)  # noqa: DTZ001  a day, no moment
    workbook.properties.created = workbook.properties.modified = noon
    out.write(_dated(workbook, noon))


def _dated(workbook: "Workbook", moment: datetime) -> bytes:
    """Return the file in memory, because on a full disk openpyxl would leave one open."""
    from openpyxl.writer.excel import ExcelWriter

    made, dated = BytesIO(), BytesIO()
    ExcelWriter(workbook, ZipFile(made, "w", ZIP_DEFLATED)).save()  # Workbook.save asks the clock
    with ZipFile(made) as parts, ZipFile(dated, "w", ZIP_DEFLATED) as again:
        for name in parts.namelist():
            part = ZipInfo(name, moment.timetuple()[:6])
            again.writestr(part, parts.read(name), ZIP_DEFLATED)
    return dated.getvalue()


def _write_sheet(workbook: "Workbook", said: Sheet) -> Iterator[tuple[str, str]]:
    """Write a sheet; yield which cells had no room for all of their text, and the rest of it."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet = workbook.create_sheet(said.title)
    for place, (head, width) in enumerate(zip(said.heads, said.widths, strict=True), start=1):
        cell = sheet.cell(1, place)
        write_cell(cell, head)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=_HEAD_FILL)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(place)].width = width
    for row, values in enumerate(said.rows, start=2):
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(row, column)
            if rest := write_cell(cell, value):
                yield f"{sheet.title}!{cell.coordinate}", rest
    sheet.freeze_panes = "C2" if len(said.heads) > 2 else "A2"
    sheet.auto_filter.ref = sheet.dimensions
