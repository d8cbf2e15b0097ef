"""A workbook of `scheme_form`, read back into a scheme; what is wrong is named by sheet and row.

What a value may be is for the domain's own reader, which gets the same document from TOML; here
cells become values and rows find the record they belong to.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from unicodedata import normalize

from evaluator_desktop.domain.names import NO_TEXT, Name
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.domain.strict import Reader, RefusedError, identifier, shown
from evaluator_desktop.errors import FieldProblem, SchemeError
from evaluator_desktop.exchange.workbooks.cell_values import (
    CellValueError,
    half_width,
    plain_text,
    whole_number,
    yes_or_no,
)
from evaluator_desktop.exchange.workbooks.scheme_columns import (
    DIMENSIONS,
    INDICATORS,
    ITEMS,
    LIST_SHEETS,
    VALUE_FIELDS,
    VALUE_SHEETS,
    WEIGHT,
    ListSheet,
    ValueSheet,
    joined,
    title_of,
)
from evaluator_desktop.exchange.workbooks.scheme_places import Place, Places
from evaluator_desktop.exchange.workbooks.sheet_reader import CellValue, SafeWorkbook, open_workbook
from evaluator_desktop.exchange.workbooks.table import (
    Column,
    Table,
    TableRow,
    plain_heading,
    read_sheet,
)
from evaluator_desktop.texts import _, language

Record = dict[str, Any]

_ID, _VALUE = VALUE_FIELDS[0], VALUE_FIELDS[2]
_ID_SEPARATORS = re.compile(r"[\n、，,;；]")


def read_scheme_workbook(path: Path) -> Scheme:
    """Read a scheme from a workbook.

    Raises SchemeError whose details name sheet, row and column, FileProblemError for a file that
    is no workbook or a sheet without its headings.
    """
    with open_workbook(path) as workbook:
        reading = _Reading(workbook, path.name)
        reading.read()
    return reading.scheme()


class _Reading:
    """Puts the document together, and remembers where each part stood."""

    def __init__(self, workbook: SafeWorkbook, name: str) -> None:
        self._workbook, self._name = workbook, name
        self._places = Places(name)
        self._document: Record = {"parameters": {}}
        self._records: dict[str, dict[str, tuple[str, Record]]] = {}
        """By the path of the sheet: (place in the document, record) by id."""
        self._torn: set[str] = set()
        """Paths of the sheets of which rows stayed out: what belongs to those is no fault."""
        self._problems: list[FieldProblem] = []

    def read(self) -> None:
        for values in VALUE_SHEETS:
            self._read_values(values)
        for sheet in LIST_SHEETS:
            self._read_list(sheet)
        if not self._problems:
            self._look_for_children()

    def scheme(self) -> Scheme:
        """Return the scheme. Raises SchemeError."""
        if self._problems:
            raise SchemeError(self._name, self._problems)
        try:
            return load_scheme(self._document)
        except SchemeError as error:
            details = [self._places.in_workbook(problem) for problem in error.details]
            raise SchemeError(self._name, details) from error

    def _table(self, path: str, title: Name, columns: Sequence[Column]) -> tuple[str, Table] | None:
        """Return the sheet with this title as it is called there; None where it is missing."""
        wanted = {plain_heading(title.zh), plain_heading(title.en)}
        found = (s for s in self._workbook.sheet_names if plain_heading(s) in wanted)
        sheet = next(found, None)
        if sheet is None:
            message = _("This sheet is missing. Export the scheme anew and change that file.")
            self._complain(Place(title.text(language())), message)
            self._torn.add(path)
            return None
        table = read_sheet(self._workbook, sheet, columns, name=f"{self._name} · {sheet}")
        for problem in table.problems:
            self._complain(Place(sheet, problem.row, problem.column), problem.message)
            self._torn.add(path)
        self._places.put(path, Place(sheet))
        return sheet, table

    # A row a value

    def _read_values(self, sheet: ValueSheet) -> None:
        columns = (
            _column("id", _ID.name, half_width, required=True),
            _column("value", _VALUE.name, lambda value: value),
        )
        found = self._table(sheet.path, sheet.title, columns)
        if found is None:
            return
        title, table = found
        record = self._document[sheet.path] if sheet.path else self._document
        heading = table.columns.get("value", _VALUE.name.text(language()))
        for row in table.rows:
            self._read_value(sheet, row, record, Place(title, row.row, heading))

    def _read_value(self, sheet: ValueSheet, row: TableRow, record: Record, place: Place) -> None:
        name, value = row.values["id"], row.values["value"]
        leaf = sheet.leaves.get(name)
        if leaf is None:
            message = _("There is nothing called {id} here. Remove the row, or use one of: {ids}.")
            ids = ", ".join(sheet.leaves)
            self._complain(place, message.format(id=shown(name), ids=ids))
            return
        if leaf.path in self._places:
            self._complain(place, _("{rule} stands twice. Keep one of them.").format(rule=name))
        self._places.put_value(leaf.path, place)
        if not plain_text(value):
            if leaf.required:
                self._complain(place, _("This is missing. {bounds}").format(bounds=leaf.bounds))
            return
        try:
            _put(record, name, cell_value(leaf.reader, value))
        except CellValueError as error:
            self._complain(place, str(error))

    # A row a record

    def _read_list(self, sheet: ListSheet) -> None:
        columns = [_leaf_column(sheet, field.path, field.name) for field in sheet.fields]
        if sheet.parent is not None:
            columns.append(_column("parent", sheet.parent.name, half_width, required=True))
        else:
            _list_at(self._document, sheet.path)  # there, even without a row
        found = self._table(sheet.path, sheet.title, columns)
        if found is None:
            return
        title, table = found
        if sheet.path == ITEMS:  # where the sum of the weights is mended
            heading = table.columns.get(WEIGHT.path, WEIGHT.name.text(language()))
            self._places.put("weights", Place(title, column=heading))
        for row in table.rows:
            self._read_record(sheet, row, title, table)

    def _read_record(self, sheet: ListSheet, row: TableRow, title: str, table: Table) -> None:
        above = self._list_above(sheet, row, title, table)
        if above is None:
            return
        path, records = above
        path, record = f"{path}[{len(records)}]", Record()
        records.append(record)
        self._places.put(path, Place(title, row.row))
        for field in sheet.fields:
            cell = Place(title, row.row, table.columns.get(field.path, ""))
            self._places.put_value(joined(path, field.path), cell)
            if row.values[field.path] is not None:
                _put(record, field.path, row.values[field.path])
        self._look_at_lines(sheet, row, title, table)
        self._records.setdefault(sheet.path, {}).setdefault(record.get("id", ""), (path, record))

    def _look_at_lines(self, sheet: ListSheet, row: TableRow, title: str, table: Table) -> None:
        """A list that stands in two cells, one a language, has a line for each entry in both."""
        fields = [field.path for field in sheet.fields if "[]." in field.path]
        counts = {path: len(row.values[path] or ()) for path in fields}
        most = max(counts.values(), default=0)
        for path, found in counts.items():
            if found < most:
                message = _("Write {count} lines, one for each line of the other language.")
                cell = Place(title, row.row, table.columns.get(path, ""))
                self._complain(cell, message.format(count=most))

    def _list_above(
        self, sheet: ListSheet, row: TableRow, title: str, table: Table
    ) -> tuple[str, list[Any]] | None:
        """Return the list that a row goes to, and where it stands in the document."""
        if sheet.parent is None:
            return sheet.path, _list_at(self._document, sheet.path)
        wanted, known = row.values["parent"], self._records.get(sheet.above, {})
        if wanted in known:
            path, record = known[wanted]
            key = sheet.path.rpartition(".")[2]
            return f"{path}.{key}", _list_at(record, key)
        if sheet.above not in self._torn:
            message = _("There is no {id} on the sheet “{sheet}”. Use an id that stands there.")
            words = message.format(id=shown(wanted), sheet=title_of(sheet.above))
            self._complain(Place(title, row.row, table.columns["parent"]), words)
        self._torn.add(sheet.path)
        return None

    def _look_for_children(self) -> None:
        for path, key in ((DIMENSIONS, "indicators"), (INDICATORS, "items")):
            for at, record in self._records.get(path, {}).values():
                if key not in record:
                    message = _("No row of the sheet “{sheet}” belongs here. Add one or remove it.")
                    words = message.format(sheet=title_of(f"{path}[].{key}"))
                    self._complain(self._places[at], words)

    def _complain(self, place: Place, message: str) -> None:
        self._problems.append(FieldProblem(str(place), message))


def _column(
    path: str, name: Name, read: Callable[[CellValue], Any], *, required: bool = False
) -> Column:
    return Column(path, name, NO_TEXT, read, NO_TEXT, required=required)


def _leaf_column(sheet: ListSheet, path: str, name: Name) -> Column:
    leaf, is_list = sheet.leaf(path), "[]" in path
    read = partial(_lines if is_list else cell_value, leaf.reader)
    return _column(path, name, read, required=leaf.required and not is_list)


def _lines(reader: Reader[Any], value: CellValue) -> list[Any]:
    """Return the entries of a list; ids may stand on one line, names have commas of their own."""
    text = plain_text(value)
    is_ids = reader is identifier
    parts = _ID_SEPARATORS.split(normalize("NFKC", text)) if is_ids else text.split("\n")
    return [part.strip() for part in parts if part.strip()]


def cell_value(reader: Reader[Any], value: CellValue) -> Any:
    """Return the value of the document that a cell means: the first one that `reader` takes.

    Where it takes none, the text as it stands, which it then refuses in its own words. Raises
    CellValueError for a code that Excel made a number of.
    """
    if reader is identifier and isinstance(value, float):
        raise CellValueError(
            _("was kept as a number and has lost digits. Format the column as text, type it anew.")
        )
    for meant in _meanings(value):
        try:
            reader(meant, "")
        except RefusedError:
            continue
        return meant
    return plain_text(value)


def _meanings(value: CellValue) -> Iterator[str | int | bool]:
    yield plain_text(value)
    yield half_width(value)
    for read in (whole_number, yes_or_no):
        try:
            yield read(value)
        except CellValueError:
            continue


def _put(record: Record, path: str, value: Any) -> None:
    """Put a value at `name.zh`, or the entries of a list at `checklist[].zh`."""
    head, is_list, rest = path.partition("[]")
    if is_list and rest:
        entries = _list_at(record, head)
        entries += [{} for _missing in value[len(entries) :]]
        for entry, part in zip(entries, value, strict=False):
            _put(entry, rest.lstrip("."), part)
        return
    *parents, last = head.split(".")
    for parent in parents:
        record = record.setdefault(parent, {})
    record[last] = value


def _list_at(record: Record, path: str) -> list[Any]:
    *parents, last = path.split(".")
    for parent in parents:
        record = record.setdefault(parent, {})
    found: list[Any] = record.setdefault(last, [])
    return found
