"""Spreadsheets: xlsx, xlsb, xls and ods; values only, never formulas or macros."""

from datetime import date, datetime, time

from python_calamine import (
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from evaluator_desktop.jobs.decoding.undecodable import UndecodableError
from evaluator_desktop.jobs.preview_protocol import Reason, Request, TablePreview

MOST_ROWS = 200
MOST_COLUMNS = 30
MOST_CHARACTERS = 500


def decode_sheet(request: Request) -> TablePreview:
    """Read the upper left of the first sheet that a person would see."""
    try:
        book = CalamineWorkbook.from_path(request.path)
    except PasswordError:
        raise UndecodableError(Reason.ENCRYPTED) from None
    seen = [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]
    sheet = book.get_sheet_by_name((seen or book.sheet_names)[0])
    rows = [
        [cell_text(cell) for cell in row[:MOST_COLUMNS]] for row in sheet.to_python(nrows=MOST_ROWS)
    ]
    return TablePreview(rows, sheet.name, sheet.height, sheet.width)


def cell_text(value: object) -> str:
    """Write a cell as a person would; long ones are cut."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes") if value.time() != time() else f"{value:%Y-%m-%d}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)[:MOST_CHARACTERS]
