"""A table of cells that are made all at once and never edited."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from evaluator_desktop.texts import _
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.plain import tool_tip
from evaluator_desktop.ui.widgets.tables import Table

Index = QModelIndex | QPersistentModelIndex
_PAD, _WIDEST = 24, 300


@dataclass(frozen=True)
class Head:
    """A column's words; `right` where its cells hold numbers."""

    text: str
    right: bool = False


def fit_columns(table: QTableView, least: int) -> None:
    """Let the first column take the room that is left, the others that of their heads."""
    head, model = table.horizontalHeader(), table.model()
    head.setStretchLastSection(False)
    role = Qt.ItemDataRole.DisplayRole
    for column in range(1, head.count()):
        words = str(model.headerData(column, Qt.Orientation.Horizontal, role))
        head.resizeSection(column, max(least, head.fontMetrics().horizontalAdvance(words) + _PAD))
    if head.count():
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


class CellTableModel(QAbstractTableModel):
    """Shows rows of cells under heads; the words of a cell are also its tool tip."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: Sequence[Head] = ()
        self._rows: Sequence[Sequence[Cell]] = ()

    def show_rows(self, heads: Sequence[Head], rows: Sequence[Sequence[Cell]]) -> None:
        """Show these; every row has a cell for each head."""
        self.beginResetModel()
        self._heads, self._rows = heads, rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._heads):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section].text
        if role == Qt.ItemDataRole.TextAlignmentRole and self._heads[section].right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        words = " ".join(filter(None, (cell.text, cell.note, cell.second)))
        known = {
            CELL: cell,
            int(Qt.ItemDataRole.DisplayRole): words,
            int(Qt.ItemDataRole.ToolTipRole): tool_tip(words),
        }
        return known.get(int(role))


def fill_table(
    table: Table, heads: Sequence[str], rows: Sequence[Sequence[Cell]], *, stretched: int
) -> None:
    """Show rows in a table, each column as wide as its words, one of them taking what is left.

    `heads` are English msgids; the first row says which columns hold numbers.
    """
    numbers = [cell.right for cell in rows[0]] if rows else [False] * len(heads)
    model = CellTableModel(table)
    model.show_rows([Head(_(h), right=r) for h, r in zip(heads, numbers, strict=True)], rows)
    table.setModel(model)
    head = table.horizontalHeader()
    head.setStretchLastSection(False)  # a stretched one would not be as wide as its words
    table.resizeColumnsToContents()
    for column in range(len(heads)):
        head.resizeSection(column, min(head.sectionSize(column) + _PAD, _WIDEST))
    head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
