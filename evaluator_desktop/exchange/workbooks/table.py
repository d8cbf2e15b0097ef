"""A sheet with headings, read by a table of columns: good rows, and why the others stay out.

Apart because every list that is imported is read in this way; what a list is about stands in its
own module as data (`provider_sheet.COLUMNS`).
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import Any

from evaluator_desktop.domain.names import Name
from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.workbooks.cell_values import CellValueError, plain_text, read_cell
from evaluator_desktop.exchange.workbooks.sheet_reader import (
    CellValue,
    SafeWorkbook,
    SheetRow,
    column_letters,
    open_workbook,
)
from evaluator_desktop.texts import _, language

HEADING_ROWS = 10
"""The headings stand in one of the first rows; above them there may be a title."""
REASON_HEADINGS = frozenset({"原因", "reason"})
"""Of the column that `error_sheet` adds; it may stay when the sheet is imported again."""

_PROGRESS_EVERY = 500


@dataclass(frozen=True)
class Column:
    """One column: how it is headed, how its cells are read, what the template says of it."""

    field: str
    name: Name
    hint: Name
    read: Callable[[CellValue], Any]
    """Raises CellValueError. Called for cells with content only; an empty one gives None."""
    example: Name
    aliases: tuple[str, ...] = ()
    required: bool = False
    warn: Callable[[Any], str | None] = lambda _value: None
    choices: tuple[Name, ...] = ()
    width: int = 18

    @property
    def headings(self) -> frozenset[str]:
        return frozenset(plain_heading(h) for h in (self.name.zh, self.name.en, *self.aliases))


@dataclass(frozen=True)
class CellProblem:
    """What is wrong with a cell; `row` as Excel numbers it, `column` the heading in the file."""

    row: int
    column: str
    message: str


@dataclass(frozen=True)
class TableRow:
    row: int
    values: Mapping[str, Any]
    """Every field; None where the column is absent or the cell empty."""


@dataclass
class Table:
    """What was read; `columns` gives the heading of each field found."""

    heading_row: int
    columns: Mapping[str, str]
    ignored_columns: tuple[str, ...]
    rows: list[TableRow] = field(default_factory=list)
    problems: list[CellProblem] = field(default_factory=list)
    warnings: list[CellProblem] = field(default_factory=list)


def read_table(
    path: Path,
    columns: Sequence[Column],
    *,
    is_example: Callable[[TableRow], bool] = lambda _row: False,
    progress: Callable[[int, int], None] | None = None,
) -> Table:
    """Read the first visible sheet; empty rows and the template's example are passed over.

    `progress` gets rows done and rows in all; what it raises ends the reading. Raises
    FileProblemError: no workbook, or a required column is missing, named.
    """
    with open_workbook(path) as workbook:
        sheet = next(iter(workbook.sheet_names), "")
        return read_sheet(
            workbook, sheet, columns, name=path.name, is_example=is_example, progress=progress
        )


def read_sheet(
    workbook: SafeWorkbook,
    sheet: str,
    columns: Sequence[Column],
    *,
    name: str,
    is_example: Callable[[TableRow], bool] = lambda _row: False,
    progress: Callable[[int, int], None] | None = None,
) -> Table:
    """Read one sheet of an open workbook like `read_table`; "" stands for a sheet without rows.

    `name` is what a refusal calls it.
    """
    rows = workbook.rows(sheet) if sheet else iter(())
    total = workbook.row_count(sheet) if sheet else 0
    head = list(islice(rows, HEADING_ROWS))
    reader = _TableReader(columns, _heading_row(head, columns, name))
    for row in chain(head, rows):
        if progress and row.number % _PROGRESS_EVERY == 0:
            progress(row.number, total)
        if row.number > reader.table.heading_row:
            reader.take(row, is_example)
    return reader.table


def _heading_row(head: Sequence[SheetRow], columns: Sequence[Column], file: str) -> SheetRow:
    """Return the row that matches the most columns, with every required one among them."""
    best = max(head, key=lambda row: len(_match(row, columns)), default=SheetRow(0, (), {}))
    found = {column.field for column in _match(best, columns).values()}
    missing = [c for c in columns if c.required and c.field not in found]
    if missing:
        problem = _(
            "the sheet lacks {columns}. The headings must stand in one of the first {rows} rows; "
            "the template has them all."
        ).format(
            columns=", ".join(f"“{c.name.text(language())}”" for c in missing), rows=HEADING_ROWS
        )
        raise FileProblemError(file=file, problem=problem)
    return best


def _match(row: SheetRow, columns: Sequence[Column]) -> dict[int, Column]:
    """Return the column that each cell of a heading row stands for; the first of two counts."""
    matched: dict[int, Column] = {}
    for index, value in enumerate(row.values):
        parts = {plain_heading(part) for part in _heading_parts(plain_text(value))}
        meant = [column for column in columns if parts & column.headings]
        if len(meant) == 1 and meant[0] not in matched.values():
            matched[index] = meant[0]
    return matched


def _heading_parts(text: str) -> list[str]:
    """Return the heading as it stands and its parts: “机构名称 / Name”, “机构名称（必填）”."""
    whole = unicodedata.normalize("NFKC", text)
    return [whole, *re.split(r"[/|\n(]", whole)]


def plain_heading(text: str) -> str:
    """Return what of a heading counts when two are compared."""
    return re.sub(r"[\s*:_\-()]+", "", unicodedata.normalize("NFKC", text)).casefold()


def is_reason_heading(value: CellValue) -> bool:
    """Whether this heads the column of an error sheet that says why a row stayed out."""
    return plain_heading(heading_label(value)) in REASON_HEADINGS


def heading_label(value: CellValue) -> str:
    """Return a heading as problems name it: its first line, without the translation."""
    first_line = next(iter(plain_text(value).splitlines()), "")
    return first_line.split(" / ")[0].rstrip(" *")


class _TableReader:
    """Takes one row after another into a table."""

    def __init__(self, columns: Sequence[Column], headings: SheetRow) -> None:
        self._columns = columns
        self._matched = _match(headings, columns)
        self._labels = {i: heading_label(headings.values[i]) for i in self._matched}
        self.table = Table(
            heading_row=headings.number,
            columns={c.field: self._labels[i] for i, c in self._matched.items()},
            ignored_columns=tuple(self._ignored(headings)),
        )

    def _ignored(self, headings: SheetRow) -> Iterator[str]:
        for index, value in enumerate(headings.values):
            label = heading_label(value)
            if label and index not in self._matched and not is_reason_heading(value):
                yield f"{label} ({column_letters(index + 1)})"

    def take(self, row: SheetRow, is_example: Callable[[TableRow], bool]) -> None:
        if not any(plain_text(row.values[index]) for index in self._matched):
            return
        problems: list[CellProblem] = []
        warnings: list[CellProblem] = []
        values: dict[str, Any] = dict.fromkeys(column.field for column in self._columns)
        for index, column in self._matched.items():
            try:
                values[column.field] = _value(column, row, index)
            except CellValueError as error:
                problems.append(CellProblem(row.number, self._labels[index], str(error)))
                continue
            if values[column.field] is not None and (words := column.warn(values[column.field])):
                warnings.append(CellProblem(row.number, self._labels[index], words))
        self._sort_in(TableRow(row.number, values), problems, warnings, is_example)

    def _sort_in(
        self,
        row: TableRow,
        problems: list[CellProblem],
        warnings: list[CellProblem],
        is_example: Callable[[TableRow], bool],
    ) -> None:
        if is_example(row):
            return
        if problems:
            self.table.problems += problems
        else:
            self.table.rows.append(row)
            self.table.warnings += warnings


def _value(column: Column, row: SheetRow, index: int) -> Any:
    if plain_text(row.values[index]) or index in row.faults:
        return read_cell(row, index, column.read)
    if column.required:
        raise CellValueError(_("is missing."))
    return None
