"""Providers by name, each with the state of its sample, as rows of two lines."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evaluator_desktop.domain.customer_state import SampleState
from evaluator_desktop.store.projections import CustomerSummary, Summary
from evaluator_desktop.ui.models.customer_words import state_words
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.plain import tool_tip

Index = QModelIndex | QPersistentModelIndex

_SIGNS = {
    SampleState.NO_LIST: ("circle", "text3"),
    SampleState.NO_NUMBERS: ("warning", "partly"),
    SampleState.NOT_DRAWN: ("outcome_pending", "pending"),
    SampleState.DIFFERS: ("conflict", "unver"),
    SampleState.LIST_CHANGED: ("warning", "partly"),
    SampleState.CALLING: ("clock", "accent"),
    SampleState.FINISHED: ("outcome_verified", "ok"),
}


class SampleQueueModel(QAbstractTableModel):
    """Every change of rows is a reset; the pane keeps the selected one across it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Summary] = ()
        self._shown: list[Summary] = []
        self._query = ""

    def set_rows(self, rows: Sequence[Summary]) -> None:
        """Show another reading of the workspace."""
        self._all = rows
        self._show()

    def narrow(self, query: str) -> None:
        """Show the providers that the words fit: name, initials, the code's tail."""
        self._query = query.strip().casefold()
        self._show()

    @property
    def count(self) -> int:
        """How many there are, whatever is searched for."""
        return len(self._all)

    def row(self, number: int) -> Summary | None:
        """Return a row that is shown, None where there is none."""
        return self._shown[number] if 0 <= number < len(self._shown) else None

    def find(self, provider: str) -> int:
        """Return where a provider is shown, -1 where it is not."""
        return next((n for n, row in enumerate(self._shown) if row.provider == provider), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = _cell(self._shown[index.row()])
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{cell.text} · {cell.second}"
        is_tip = role == Qt.ItemDataRole.ToolTipRole
        return tool_tip(f"{cell.text}\n{cell.second}") if is_tip else None

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = [row for row in self._all if row.matches(self._query)]
        self.endResetModel()


def _cell(row: Summary) -> Cell:
    icon, ink = _sign(row.customers)
    return Cell(row.name, icon=icon, icon_ink=ink, second=state_words(row.customers))


def _sign(found: CustomerSummary) -> tuple[str, str]:
    """Under the threshold weighs more than being finished."""
    state = SampleState(found.state)
    is_under = found.meets_threshold is False and state is SampleState.FINISHED
    return ("warning", "partly") if is_under else _SIGNS[state]
