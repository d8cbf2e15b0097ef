"""The providers to make reports of: state, score, what holds the report up, what was saved."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evaluator_desktop.store.projections import Summary
from evaluator_desktop.texts import N_, _, ngettext
from evaluator_desktop.ui.models.provider_cells import state_look
from evaluator_desktop.ui.models.provider_rows import make_row
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.plain import tool_tip

Index = QModelIndex | QPersistentModelIndex
NAME, SCORE = range(2)
_HEADS = (N_("Provider"), N_("Score"))


class ReportRowsModel(QAbstractTableModel):
    """One row a provider, by name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Summary] = []
        self._results: Mapping[str, str] = {}

    def show_rows(self, rows: Sequence[Summary]) -> None:
        """Show these providers."""
        ordered = sorted(rows, key=lambda row: row.by_name)
        same = [row.provider for row in ordered] == [row.provider for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = ordered
        if not same:
            self.endResetModel()
        self._tell_all()

    def show_results(self, results: Mapping[str, str]) -> None:
        """Say of providers what became of their reports."""
        self._results = results
        self._tell_all()

    def row(self, place: int) -> Summary | None:
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rows(self) -> Sequence[Summary]:
        return self._rows

    def row_of(self, provider: str) -> int:
        """Return the row of a provider, -1 where it is not there."""
        ids = [row.provider for row in self._rows]
        return ids.index(provider) if provider in ids else -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and section == SCORE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        cell = self._name(row) if index.column() == NAME else _score(row)
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{cell.text} {cell.note} {cell.second}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(f"{cell.text} {cell.note}\n{cell.second}".strip())
        return None

    def _name(self, row: Summary) -> Cell:
        look = state_look(make_row(row))
        words = ngettext("{count} open point", "{count} open points", row.blocking)
        parts = [_(look.word), words.format(count=row.blocking) if row.blocking else ""]
        said = self._results.get(row.provider) or " · ".join(part for part in parts if part)
        return Cell(row.name, icon=look.icon, icon_ink=look.ink, second=said)

    def _tell_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, SCORE))


def _score(row: Summary) -> Cell:
    points = row.score or (row.points_so_far if row.rated else None)
    if points is None:
        return Cell("—", ink="text3", right=True)
    if row.provisional:
        return Cell(points, ink="text3", note=_("prov."), right=True, second=" ")
    return Cell(points, right=True, second=" ")
