"""Rows of cells that never change, under headings: lists to look something up in."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QHeaderView

from evaluator_desktop.texts import _
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.plain import tool_tip
from evaluator_desktop.ui.widgets.tables import Table

Index = QModelIndex | QPersistentModelIndex
_ROOM, _WIDEST = 24, 250


class WordsModel(QAbstractTableModel):
    """Rows of cells; the heads are English msgids."""

    def __init__(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._heads, self._rows = heads, rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        is_head = orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._heads)
        if is_head and role == Qt.ItemDataRole.DisplayRole:
            return _(self._heads[section])
        right = is_head and bool(self._rows) and self._rows[0][section].right
        if right and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(cell.text)
        return cell.text if role == Qt.ItemDataRole.DisplayRole else None


def fill_table(
    table: Table, heads: Sequence[str], rows: Sequence[Sequence[Cell]], *, stretched: int
) -> None:
    """Show rows in a table, each column as wide as its words, one of them taking what is left."""
    table.setModel(WordsModel(heads, rows, table))
    table.resizeColumnsToContents()
    head = table.horizontalHeader()
    head.setStretchLastSection(False)
    for column in range(len(heads)):
        head.resizeSection(column, min(head.sectionSize(column) + _ROOM, _WIDEST))
    head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
