"""The tables of an import: what the file holds, what is wrong with it, what is asked about."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evaluator_desktop.texts import _
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.plain import one_line, tool_tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class TextRowsModel(QAbstractTableModel):
    """Rows of texts under headings."""

    def __init__(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._headings, self._rows = headings, rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == CELL:
            return self.cell(index.row(), index.column())
        if role == Role.DisplayRole:
            return one_line(self.cell(index.row(), index.column()).text)
        if role == Role.ToolTipRole:
            return tool_tip(self.cell(index.row(), index.column()).text)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return one_line(self._headings[section])
        return None

    def cell(self, row: int, column: int) -> Cell:
        """Return what a cell shows."""
        return Cell(self._rows[row][column])


class LeaveOutModel(TextRowsModel):
    """Rows that can be left out one by one; the first column says which are."""

    def __init__(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__((_("Taken in?"), *headings), rows, parent)
        self._left_out: set[int] = set()

    @property
    def left_out(self) -> frozenset[int]:
        """The places of the rows that stay out, from 0."""
        return frozenset(self._left_out)

    def toggle(self, row: int) -> None:
        """Leave a row out, or take it in again."""
        self._left_out ^= {row}
        last = self.columnCount() - 1
        self.dataChanged.emit(self.index(row, 0), self.index(row, last))

    def cell(self, row: int, column: int) -> Cell:
        out = row in self._left_out
        if column:
            return Cell(self._rows[row][column - 1], struck=out, ink="text3" if out else "text")
        if out:
            return Cell(_("left out"), icon="minus", icon_ink="text3", ink="text3")
        return Cell(_("taken in"), icon="tick", icon_ink="ok")
