"""A filled-in shop form, read back into the dictionary of rules.md.

Whether the facts go together (P12) is for `domain.shop_points`, which gets the same dictionary
from a JSON file; here every cell is read by itself, and what is wrong is named by its cell.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from evaluator_desktop.domain.names import Name
from evaluator_desktop.errors import FactsError, FieldProblem
from evaluator_desktop.exchange.workbooks.cell_values import (
    CellValueError,
    plain_text,
    read_cell,
)
from evaluator_desktop.exchange.workbooks.sheet_reader import SheetRow, open_workbook
from evaluator_desktop.exchange.workbooks.shop_form import FACTS, HEADINGS, LOGINS, FactRow, iso_day
from evaluator_desktop.exchange.workbooks.table import plain_heading
from evaluator_desktop.texts import _, language

_VALUE = 1  # column B
_LOGIN_FIELDS = frozenset({"login_dates", "login_days", "login_streaks"})


def read_shop_facts(path: Path) -> dict[str, Any]:
    """Read a filled-in form into the dictionary that `shop points` takes as JSON.

    Raises FactsError whose details name each bad cell (`店铺数据!B3`), FileProblemError for a file
    that is no workbook.
    """
    with open_workbook(path) as workbook:
        sheets = workbook.sheet_names
        form = _Form(sheets[0] if sheets else "")
        if sheets:
            form.read(workbook.rows(sheets[0]))
        for sheet in sheets[1:]:
            if sheet in (LOGINS.zh, LOGINS.en):
                form.read_logins(sheet, workbook.rows(sheet))
    form.look_for_logins()
    if form.problems:
        raise FactsError(path.name, form.problems)
    return form.facts


class _Form:
    """Collects facts and problems from both sheets."""

    def __init__(self, sheet: str) -> None:
        self.facts: dict[str, Any] = {}
        self.problems: list[FieldProblem] = []
        self._sheet = sheet

    def read(self, rows: Iterable[SheetRow]) -> None:
        found = self._rows_by_fact(rows)
        for fact in FACTS:
            row = found.get(fact.path)
            if row is not None and plain_text(row.values[_VALUE]):
                self._take(fact, row)
            elif fact.required:
                place = self._place(row.number) if row is not None else self._sheet
                self._complain(place, fact.name, _("is missing; write 0 or no if there are none."))

    def _rows_by_fact(self, rows: Iterable[SheetRow]) -> dict[tuple[str, ...], SheetRow]:
        found: dict[tuple[str, ...], SheetRow] = {}
        for row in rows:
            if len(row.values) <= _VALUE or not (label := plain_text(row.values[0])):
                continue
            fact = next((fact for fact in FACTS if _means(label, fact.name)), None)
            if fact is not None and found.setdefault(fact.path, row) is not row:
                self._complain(self._place(row.number), fact.name, _("stands here twice."))
            elif fact is None and plain_text(row.values[_VALUE]) and not _means(label, HEADINGS[0]):
                words = _("there is no fact of this name; the template has them all.")
                self.problems.append(FieldProblem(self._place(row.number), f"{label}: {words}"))
        return found

    def _take(self, fact: FactRow, row: SheetRow) -> None:
        *parents, last = fact.path
        level = self.facts
        for parent in parents:
            level = level.setdefault(parent, {})
        try:
            level[last] = read_cell(row, _VALUE, fact.read)
        except CellValueError as error:
            self._complain(self._place(row.number), fact.name, str(error))

    def read_logins(self, sheet: str, rows: Iterable[SheetRow]) -> None:
        days: set[str] = set()
        for row in rows:
            text = plain_text(row.values[0]) if row.values else ""
            if not text or _means(text, LOGINS):
                continue
            try:
                days.add(read_cell(row, 0, iso_day))
            except CellValueError as error:
                self._complain(f"{sheet}!A{row.number}", LOGINS, str(error))
        if days:
            self.facts["login_dates"] = sorted(days)

    def look_for_logins(self) -> None:
        if not _LOGIN_FIELDS & self.facts.keys() and not self.problems:
            words = _("give a date a row, or the login days and full runs on the first sheet.")
            self._complain(LOGINS.text(language()), LOGINS, words)

    def _place(self, row: int) -> str:
        return f"{self._sheet}!B{row}"

    def _complain(self, place: str, name: Name, message: str) -> None:
        self.problems.append(FieldProblem(place, f"{name.text(language())}: {message}"))


def _means(label: str, name: Name) -> bool:
    return plain_heading(label) in {plain_heading(name.zh), plain_heading(name.en)}
