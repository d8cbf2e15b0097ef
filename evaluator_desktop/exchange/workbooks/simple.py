"""A small list for people: one sheet of plain values, no form and no rules.

Apart because others write such lists too (the demo), and may not touch openpyxl themselves.
"""

import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from evaluator_desktop.exchange.workbooks.cells import write_text
from evaluator_desktop.exchange.workbooks.saving import save_workbook, write_headings

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

SimpleRows = Iterable[Sequence[str | int | None]]

_WIDTH = 18
_PROPERTIES = "docProps/core.xml"
_MOMENT = re.compile(rb"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")


def simple_workbook(path: Path, title: str, rows: SimpleRows) -> None:
    """Write one sheet, the first row as headings; raises FileProblemError."""
    save_workbook(_filled(title, rows), path)


def workbook_bytes(title: str, rows: SimpleRows, written: datetime) -> bytes:
    """Return the same as bytes; the same rows and moment give the same bytes."""
    made, dated = BytesIO(), BytesIO()
    _filled(title, rows).save(made)
    stamp = f"{written:%Y-%m-%dT%H:%M:%S}Z".encode()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(dated, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == _PROPERTIES:
                content = _MOMENT.sub(stamp, content)
            member = zipfile.ZipInfo(name, written.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, content)
    return dated.getvalue()


def _filled(title: str, rows: SimpleRows) -> "Workbook":
    from openpyxl import Workbook

    workbook = Workbook()
    sheet: Worksheet = workbook.worksheets[0]
    sheet.title = title
    headings, *body = rows
    write_headings(sheet, [str(heading) for heading in headings], [_WIDTH] * len(headings))
    for row_number, row in enumerate(body, start=2):
        for column, value in enumerate(row, start=1):
            if isinstance(value, str):
                write_text(sheet.cell(row_number, column), value)
            elif value is not None:
                sheet.cell(row_number, column, value)
    return workbook
