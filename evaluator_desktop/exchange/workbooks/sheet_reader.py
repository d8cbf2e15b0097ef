"""The one way in: a workbook from outside as rows of plain values, formulas and merges marked.

Apart because reading safely is one subject, whatever the sheet is about. openpyxl is used as it
stays small: read-only, within explicit bounds, after `archive_check` has been over the file.
"""

import stat
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.workbooks.archive_check import (
    MergedRange,
    SheetShape,
    check_archive,
    damaged,
)
from evaluator_desktop.texts import _, count_text

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MAX_ROWS = 100_000
"""Five times the largest list there is (20 000 rows); a slip to the sheet's end is a million."""
MAX_COLUMNS = 60
"""A list of providers has 9, one of customers 10; whoever adds remarks of his own stays under."""

CellValue = str | int | float | bool | datetime | date | time | timedelta | None

_BATCH = 500
# Where openpyxl keeps the name of a sheet's part; it has no public word for it.
_PART_NAME = "_worksheet_path"
# What openpyxl raises on a workbook that is well-formed XML and still no workbook.
_FOREIGN_ERRORS = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, SyntaxError),
    *(TypeError, ValueError, NotImplementedError),
)


class Fault(Enum):
    """Why a cell's value cannot be taken as it stands."""

    FORMULA = auto()
    MERGED = auto()
    ERROR_VALUE = auto()


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its number in Excel, its values from column 1, faults by column counted from 0."""

    number: int
    values: tuple[CellValue, ...]
    faults: Mapping[int, Fault]

    @property
    def is_empty(self) -> bool:
        return all(value is None or value == "" for value in self.values)


class SafeWorkbook:
    """A workbook that was found safe to read, open as long as its context lasts."""

    def __init__(self, name: str, workbook: "Workbook", shapes: Mapping[str, SheetShape]) -> None:
        self._name = name
        self._workbook = workbook
        self._shapes = shapes

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """The sheets that a person sees, in order."""
        sheets = self._workbook.worksheets
        return tuple(sheet.title for sheet in sheets if sheet.sheet_state == "visible")

    def row_count(self, sheet: str) -> int:
        """Number of the last row that has content."""
        return self._shape(sheet).last_row

    def rows(self, sheet: str) -> Iterator[SheetRow]:
        """Yield the rows from the first to the last with content, empty ones too.

        Raises FileProblemError where content lies beyond the bounds or the sheet is damaged.
        """
        shape = self._shape(sheet)
        self._refuse_far_content(sheet, shape)
        merged = _MergedColumns(shape.merged, self._name)
        for number, row in enumerate(self._cells(sheet, shape), start=1):
            faults = dict.fromkeys(merged.in_row(number), Fault.MERGED)
            values = tuple(_plain(cell, index, faults) for index, cell in enumerate(row))
            yield SheetRow(number, values, faults)

    def _cells(self, sheet: str, shape: SheetShape) -> "Iterator[tuple[Cell | MergedCell, ...]]":
        # A read-only sheet is no Worksheet to its stubs, but answers to the same iter_rows.
        source = cast("Worksheet", self._workbook[sheet])
        rows = source.iter_rows(
            min_row=1, max_row=shape.last_row, min_col=1, max_col=shape.last_column
        )
        left = shape.last_row
        while left > 0:
            with _foreign_errors_in(self._name):
                batch = list(islice(rows, min(left, _BATCH)))
            if not batch:
                return
            left -= len(batch)
            yield from batch

    def _shape(self, sheet: str) -> SheetShape:
        part = str(getattr(self._workbook[sheet], _PART_NAME)).lstrip("/")
        if part not in self._shapes:
            raise FileProblemError(file=self._name, problem=damaged())
        return self._shapes[part]

    def _refuse_far_content(self, sheet: str, shape: SheetShape) -> None:
        if shape.last_row <= MAX_ROWS and shape.last_column <= MAX_COLUMNS:
            return
        problem = _(
            "sheet “{sheet}” has content as far as row {row}, column {column}; at most {rows} rows "
            "and {columns} columns are read. Delete what lies beyond the list, then save."
        ).format(
            sheet=sheet,
            row=count_text(shape.last_row),
            column=column_letters(shape.last_column),
            rows=count_text(MAX_ROWS),
            columns=MAX_COLUMNS,
        )
        raise FileProblemError(file=self._name, problem=problem)


class _MergedColumns:
    """Answers which columns are merged in a row, for rows asked in ascending order."""

    def __init__(self, ranges: list[MergedRange], name: str) -> None:
        near = (merged for merged in ranges if merged.first_column <= MAX_COLUMNS)
        self._waiting = sorted(near, key=lambda merged: merged.first_row, reverse=True)
        self._name = name
        self._open: list[MergedRange] = []

    def in_row(self, number: int) -> set[int]:
        self._open = [merged for merged in self._open if merged.last_row >= number]
        while self._waiting and self._waiting[-1].first_row <= number:
            self._open.append(self._waiting.pop())
        if len(self._open) > MAX_COLUMNS:  # they overlap, which Excel never writes
            raise FileProblemError(file=self._name, problem=damaged())
        return {
            column - 1
            for merged in self._open
            for column in range(merged.first_column, min(merged.last_column, MAX_COLUMNS) + 1)
        }


def _plain(cell: "Cell | MergedCell", index: int, faults: dict[int, Fault]) -> CellValue:
    """Return the value of a cell, and add its fault; of a formula, its text."""
    value: object = cell.value
    if cell.data_type == "f":
        faults[index] = Fault.FORMULA
        return str(getattr(value, "text", None) or value)
    if cell.data_type == "e":
        faults[index] = Fault.ERROR_VALUE
    return value if value is None or isinstance(value, CellValue) else str(value)


@contextmanager
def open_workbook(path: Path) -> Iterator[SafeWorkbook]:
    """Open a workbook for reading.

    Raises FileProblemError that names the file and the mend: missing, no regular file, no .xlsx,
    damaged, too large.
    """
    import openpyxl

    if not openpyxl.DEFUSEDXML:
        raise RuntimeError("defusedxml is missing: workbooks from outside must not be read")
    with _open_file(path) as file:
        shapes = check_archive(file, path.name)
        file.seek(0)
        with _foreign_errors_in(path.name):
            workbook = openpyxl.load_workbook(file, read_only=True, keep_links=False)
        try:
            yield SafeWorkbook(path.name, workbook, shapes)
        finally:
            workbook.close()


@contextmanager
def _open_file(path: Path) -> Iterator[BinaryIO]:
    try:
        is_regular = stat.S_ISREG(path.stat().st_mode)
    except FileNotFoundError as error:
        problem = _("there is no such file. Look whether it was moved or renamed.")
        raise FileProblemError(file=path, problem=problem) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    if not is_regular:
        problem = _("this is not a file. Choose the Excel workbook itself.")
        raise FileProblemError(file=path, problem=problem)
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> FileProblemError:
    problem = _(
        "the file could not be read ({reason}). Close it in other programs, then try again."
    )
    return FileProblemError(file=path.name, problem=problem.format(reason=error.strerror or error))


@contextmanager
def _foreign_errors_in(name: str) -> Iterator[None]:
    with warnings.catch_warnings():
        # openpyxl warns of what it would not keep on writing; nothing is written here.
        warnings.simplefilter("ignore")
        try:
            yield
        except _FOREIGN_ERRORS as error:
            raise FileProblemError(file=name, problem=damaged()) from error


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 1, as Excel shows them."""
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)
