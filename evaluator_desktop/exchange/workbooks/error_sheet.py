"""The rows that stayed out of an import, given back to be mended and imported again.

Apart because it reads a workbook from outside and writes one: the only place where somebody
else's cells are passed on, as text wherever they are text.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from evaluator_desktop.exchange.workbooks.cell_values import plain_text
from evaluator_desktop.exchange.workbooks.cells import write_text
from evaluator_desktop.exchange.workbooks.saving import (
    BAD_FILL,
    DATE_FORMAT,
    TEXT_FORMAT,
    save_workbook,
    write_headings,
)
from evaluator_desktop.exchange.workbooks.sheet_reader import (
    CellValue,
    SheetRow,
    open_workbook,
)
from evaluator_desktop.exchange.workbooks.table import (
    CellProblem,
    heading_label,
    is_reason_heading,
)
from evaluator_desktop.texts import _

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_WIDTH, _REASON_WIDTH = 20, 60


def write_error_sheet(
    source: Path, problems: Sequence[CellProblem], path: Path, *, heading_row: int = 1
) -> None:
    """Write the rows of `source` that have problems, bad cells marked, and why in a last column.

    Raises FileProblemError when the source cannot be read any more or `path` not be written.
    """
    from openpyxl import Workbook

    by_row: dict[int, list[CellProblem]] = {}
    for problem in problems:
        by_row.setdefault(problem.row, []).append(problem)
    headings, rows = _source_rows(source, heading_row, by_row)
    kept = [i for i, value in enumerate(headings.values) if not is_reason_heading(value)]
    labels = [heading_label(headings.values[i]) for i in kept]
    workbook = Workbook()
    sheet: Worksheet = workbook.worksheets[0]
    write_headings(
        sheet,
        [*(plain_text(headings.values[i]) for i in kept), _("Reason")],
        [*[_WIDTH] * len(kept), _REASON_WIDTH],
    )
    for number, row in enumerate(rows, start=2):
        _write_row(sheet, number, [row.values[i] for i in kept], labels, by_row[row.number])
    save_workbook(workbook, path)


def _source_rows(
    source: Path, heading_row: int, wanted: Mapping[int, object]
) -> tuple[SheetRow, list[SheetRow]]:
    with open_workbook(source) as workbook:
        headings, rows = SheetRow(heading_row, (), {}), []
        for row in workbook.rows(workbook.sheet_names[0]):
            if row.number == heading_row:
                headings = row
            elif row.number in wanted:
                rows.append(row)
    return headings, rows


def _write_row(
    sheet: "Worksheet",
    number: int,
    values: Sequence[CellValue],
    labels: Sequence[str],
    problems: Sequence[CellProblem],
) -> None:
    from openpyxl.styles import Alignment

    bad = {problem.column: problem.message for problem in problems}
    for index, (value, label) in enumerate(zip(values, labels, strict=True), start=1):
        cell = sheet.cell(number, index)
        _write_value(cell, value)
        if label in bad:
            _mark(cell, bad.pop(label))
    reason = sheet.cell(number, len(values) + 1)
    write_text(reason, _reasons(problems))
    reason.alignment = Alignment(wrap_text=True, vertical="top")


def _reasons(problems: Iterable[CellProblem]) -> str:
    return "\n".join(
        _("Row {row}, {column}: {message}").format(row=p.row, column=p.column, message=p.message)
        for p in problems
    )


def _write_value(cell: "Cell | MergedCell", value: CellValue) -> None:
    if isinstance(value, str):
        write_text(cell, plain_text(value))
        cell.number_format = TEXT_FORMAT
    else:
        cell.value = value
        if isinstance(value, (date, datetime)):
            cell.number_format = DATE_FORMAT


def _mark(cell: "Cell | MergedCell", message: str) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import PatternFill

    cell.fill = PatternFill("solid", fgColor=BAD_FILL)
    cell.comment = Comment(message, "Evaluator Desktop", width=260, height=90)
