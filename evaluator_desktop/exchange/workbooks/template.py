"""A form to fill in, for any list that `table` reads: headings, drop-downs, an example, notes.

Apart because the columns are data; this is only how they look on paper.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from evaluator_desktop.domain.names import Name
from evaluator_desktop.exchange.workbooks import customer_sheet, provider_sheet
from evaluator_desktop.exchange.workbooks.cells import write_text
from evaluator_desktop.exchange.workbooks.saving import (
    TEXT_FORMAT,
    add_drop_down,
    save_workbook,
    write_headings,
)
from evaluator_desktop.exchange.workbooks.table import Column

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_LAST_FORM_ROW = 20_001

_PROVIDERS = Name("服务机构", "Providers")
_CUSTOMERS = Name("服务对象", "Customers")
_NOTES = Name("填写说明", "Notes")
_NOTE_HEADINGS = (Name("列", "Column"), Name("必填", "Required"), Name("说明", "Meaning"))
_REQUIRED = Name("必填", "yes")


def write_provider_template(path: Path, lang: str, evaluators: Sequence[str] = ()) -> None:
    """Write the form for a list of providers; `evaluators` become a drop-down.

    Raises FileProblemError when the file cannot be written.
    """
    choices = {"evaluators": tuple(evaluators)}
    _write_template(path, lang, _PROVIDERS, provider_sheet.COLUMNS, choices)


def write_customer_template(path: Path, lang: str) -> None:
    """Write the form for a list of customers. Raises FileProblemError."""
    _write_template(path, lang, _CUSTOMERS, customer_sheet.COLUMNS, {})


def _write_template(
    path: Path,
    lang: str,
    title: Name,
    columns: Sequence[Column],
    more_choices: dict[str, tuple[str, ...]],
) -> None:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    workbook = Workbook()
    sheet: Worksheet = workbook.worksheets[0]
    sheet.title = title.text(lang)
    _format_columns(sheet, columns)
    write_headings(sheet, [both_headings(c, lang) for c in columns], [c.width for c in columns])
    _write_example(sheet, columns, lang)
    _write_notes(workbook, columns, lang)
    for number, column in enumerate(columns, start=1):
        fixed = tuple(choice.text(lang) for choice in column.choices)
        if choices := fixed or more_choices.get(column.field, ()):
            letter = get_column_letter(number)
            cells = f"{letter}2:{letter}{_LAST_FORM_ROW}"
            add_drop_down(workbook, sheet, cells, choices, strict=bool(fixed))
    save_workbook(workbook, path)


def both_headings(column: Column, lang: str) -> str:
    """Return a heading in both languages, the reader's own on the first line."""
    first, second = (
        (column.name.en, column.name.zh) if lang == "en" else (column.name.zh, column.name.en)
    )
    return f"{first}{' *' if column.required else ''}\n{second}"


def _format_columns(sheet: "Worksheet", columns: Sequence[Column]) -> None:
    """Codes and telephone numbers are typed into text cells, or Excel eats their digits."""
    from openpyxl.utils import get_column_letter

    for number in range(1, len(columns) + 1):
        sheet.column_dimensions[get_column_letter(number)].number_format = TEXT_FORMAT


def _write_example(sheet: "Worksheet", columns: Sequence[Column], lang: str) -> None:
    from openpyxl.styles import Font

    for number, column in enumerate(columns, start=1):
        cell = sheet.cell(2, number)
        write_text(cell, column.example.text(lang))
        cell.font = Font(italic=True, color="6B7680")
        cell.number_format = TEXT_FORMAT


def _write_notes(workbook: "Workbook", columns: Sequence[Column], lang: str) -> None:
    notes: Worksheet = workbook.create_sheet(_NOTES.text(lang))
    write_headings(notes, [name.text(lang) for name in _NOTE_HEADINGS], [24, 10, 70])
    for number, column in enumerate(columns, start=2):
        required = _REQUIRED.text(lang) if column.required else ""
        texts = (column.name.text(lang), required, column.hint.text(lang))
        for index, text in enumerate(texts, start=1):
            write_text(notes.cell(number, index), text)
