"""A scheme as a workbook that a lead changes in Excel, WPS or LibreOffice.

Apart from the reading; both go by the table in `scheme_columns`. Codes stand as text, drop-downs
offer what may stand in a cell, and a sheet of notes says the bounds of every column.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evaluator_desktop.domain.names import Name
from evaluator_desktop.domain.parameter_words import PARAMETER_WORDS, SCHEME_WORDS
from evaluator_desktop.domain.scheme import WEIGHT_SUM, Scheme
from evaluator_desktop.domain.strict import Choice, Leaf, flag
from evaluator_desktop.exchange.workbooks.cells import write_text
from evaluator_desktop.exchange.workbooks.saving import (
    TEXT_FORMAT,
    add_drop_down,
    save_workbook,
    write_headings,
)
from evaluator_desktop.exchange.workbooks.scheme_columns import (
    ITEMS,
    LIST_SHEETS,
    NOTES,
    SHEET_ORDER,
    VALUE_FIELDS,
    WEIGHT,
    Field,
    ListSheet,
    ValueSheet,
)
from evaluator_desktop.texts import N_, _, language

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_ROWS_MORE = 500
"""So many rows below the last one still have drop-downs and text cells."""
_ADVICE = (
    N_("Change what you need, save, and import the file again: the program shows what changes."),
    N_("Rows may be added, moved and removed; ids say which rows belong together."),
    N_("Write values, no formulas. A list inside a cell has one entry a line."),
    N_("A new version is given by itself where you leave the old one."),
)
_NOTE_FIELDS = (
    Field("sheet", Name("工作表", "Sheet"), 16),
    Field("column", Name("列", "Column"), 30),
    Field("required", Name("必填", "Required"), 10),
    Field("bounds", Name("取值范围", "Bounds"), 80),
)


def write_scheme_workbook(scheme: Scheme, path: Path) -> None:
    """Write a scheme; read back unchanged it has the same digest. Raises FileProblemError."""
    from openpyxl import Workbook

    workbook = Workbook()
    notes: Worksheet = workbook.worksheets[0]
    notes.title = NOTES.text(language())
    for sheet in SHEET_ORDER:
        page: Worksheet = workbook.create_sheet(sheet.title.text(language()))
        if isinstance(sheet, ListSheet):
            _write_list(workbook, page, sheet, scheme.document)
        else:
            _write_values(workbook, page, sheet, scheme.document)
    _write_notes(notes, sum(1 for _row in _records(scheme.document, ITEMS)))
    save_workbook(workbook, path)


def _write_list(
    workbook: "Workbook", page: "Worksheet", sheet: ListSheet, document: Mapping[str, Any]
) -> None:
    fields = [sheet.parent, *sheet.fields] if sheet.parent else list(sheet.fields)
    _write_head(page, fields)
    last = 1
    for last, (parent, record) in enumerate(_records(document, sheet.path), start=2):
        for column, field in enumerate(fields, start=1):
            value = parent if field is sheet.parent else _value(record, field.path)
            _write_cell(page, last, column, value)
    for column, field in enumerate(fields, start=1):
        _prepare(workbook, page, _column_cells(column, last), sheet, field)


def _write_values(
    workbook: "Workbook", page: "Worksheet", sheet: ValueSheet, document: Mapping[str, Any]
) -> None:
    _write_head(page, VALUE_FIELDS)
    record = document[sheet.path] if sheet.path else document
    for row, (path, leaf) in zip(count(2), sheet.leaves.items(), strict=False):
        words = PARAMETER_WORDS.get(path) if sheet.path else SCHEME_WORDS.get(path)
        texts = (path, words.title if words else path, None, leaf.bounds)
        for column, text in enumerate((*texts, words.text if words else ""), start=1):
            _write_cell(page, row, column, text)
        _write_cell(page, row, 3, _value(record, path))
        _offer(workbook, page, f"C{row}", leaf)


def _records(document: Mapping[str, Any], path: str) -> Iterator[tuple[str, Any]]:
    """Yield (id of the record above, record) of each record of a list, in document order."""
    found: list[tuple[str, Any]] = [("", document)]
    for step in path.split("."):
        key = step.removesuffix("[]")
        inner = ((record.get("id", ""), record.get(key)) for _parent, record in found)
        found = [
            (parent, entry)
            for parent, value in inner
            for entry in (value if isinstance(value, list) else [value] if value else [])
        ]
    yield from found


def _value(record: Mapping[str, Any], path: str) -> Any:
    """Return what stands at a path of a record; of lists a line for each entry."""
    head, is_list, rest = path.partition("[]")
    value: Any = record
    for key in head.split("."):
        value = value.get(key) if value else None
    if is_list and value:
        entries = [_value(entry, rest.lstrip(".")) if rest else entry for entry in value]
        return "\n".join(entries)
    return value


def _write_head(page: "Worksheet", fields: "list[Field] | tuple[Field, ...]") -> None:
    write_headings(page, [_heading(f.name) for f in fields], [f.width for f in fields])


def _heading(name: Name) -> str:
    """Return a heading in both languages, the reader's own on the first line."""
    first, second = (name.en, name.zh) if language() == "en" else (name.zh, name.en)
    return f"{first}\n{second}"


def _write_cell(page: "Worksheet", row: int, column: int, value: Any) -> None:
    from openpyxl.styles import Alignment

    cell = page.cell(row, column)
    if isinstance(value, bool):
        value = _yes_no()[not value]
    if isinstance(value, str) and value:
        write_text(cell, value)
        cell.number_format = TEXT_FORMAT
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    elif value is not None and value != "":
        cell.value = value
        cell.alignment = Alignment(vertical="top")


def _yes_no() -> tuple[str, str]:
    return ("yes", "no") if language() == "en" else ("是", "否")


def _column_cells(column: int, last: int) -> str:
    from openpyxl.utils import get_column_letter

    letter = get_column_letter(column)
    return f"{letter}2:{letter}{last + _ROWS_MORE}"


def _prepare(
    workbook: "Workbook", page: "Worksheet", cells: str, sheet: ListSheet, field: Field
) -> None:
    """Make the cells of a column ready: codes are text, and what may stand there is offered."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if field is not sheet.parent:
        _offer(workbook, page, cells, sheet.leaf(field.path))
        return
    above = next(other for other in LIST_SHEETS if other.path == sheet.above)
    letter = "B" if above.parent else "A"
    ids = f"'{above.title.text(language())}'!${letter}$2:${letter}$1000"
    offered = DataValidation(type="list", formula1=ids, allow_blank=True, showErrorMessage=False)
    offered.add(cells)
    page.add_data_validation(offered)


def _offer(workbook: "Workbook", page: "Worksheet", cells: str, leaf: Leaf) -> None:
    if isinstance(leaf.reader, Choice):
        add_drop_down(workbook, page, cells, leaf.reader.words, strict=True)
    elif leaf.reader is flag:
        add_drop_down(workbook, page, cells, _yes_no(), strict=True)


def _write_notes(page: "Worksheet", items: int) -> None:
    """Say how the workbook is filled in, and show what the weights come to while typing."""
    fields = list(_NOTE_FIELDS)
    fields[0] = replace(fields[0], width=30)
    _write_head(page, fields)
    row = 2
    for advice in _ADVICE:
        _write_cell(page, row, 4, _(advice))
        row += 1
    _write_cell(page, row, 1, _("Sum of all weights"))
    page.cell(row, 2).value = _weight_sum(items)
    _write_cell(page, row, 4, _("Has to be {sum}, or no weights at all.").format(sum=WEIGHT_SUM))
    row += 1
    for sheet in LIST_SHEETS:
        for field in sheet.fields:
            leaf = sheet.leaf(field.path)
            required = _yes_no()[0] if leaf.required else ""
            texts = (sheet.title.text(language()), field.name.text(language()), required)
            for column, text in enumerate((*texts, leaf.bounds), start=1):
                _write_cell(page, row, column, text)
            row += 1


def _weight_sum(items: int) -> str:
    """Return the one formula of the workbook; its sheet is never read."""
    from openpyxl.utils import get_column_letter

    sheet = next(sheet for sheet in LIST_SHEETS if sheet.path == ITEMS)
    letter = get_column_letter(sheet.fields.index(WEIGHT) + 2)
    return f"=SUM('{sheet.title.text(language())}'!{letter}2:{letter}{items + _ROWS_MORE})"
