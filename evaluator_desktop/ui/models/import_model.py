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


class AskedRowsModel(TextRowsModel):
    """Rows that are decided one by one; the first column says what becomes of each.

    `choices` are the cells to choose from, `first` the one that holds until somebody chooses, None
    where each row has to be decided.
    """

    def __init__(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        choices: Sequence[Cell],
        parent: QObject | None = None,
        *,
        first: int | None = 0,
    ) -> None:
        super().__init__((_("What becomes of it"), *headings), rows, parent)
        self._choices = choices
        self._chosen = [first] * len(rows)

    @property
    def chosen(self) -> Sequence[int | None]:
        """The place of the choice of each row, None while it is open."""
        return tuple(self._chosen)

    @property
    def open_count(self) -> int:
        return self._chosen.count(None)

    def choose(self, row: int, choice: int) -> None:
        """Decide a row."""
        self._chosen[row] = choice
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def next_open(self, row: int) -> int:
        """Return the next open row from this one on, from the top again after the last; or -1."""
        places = (*range(row, len(self._chosen)), *range(row))
        return next((place for place in places if self._chosen[place] is None), -1)

    def cell(self, row: int, column: int) -> Cell:
        choice = self._chosen[row]
        if column:
            ink = "text" if choice is None else self._choices[choice].ink
            return Cell(self._rows[row][column - 1], ink=ink)
        if choice is None:
            return Cell(_("to be decided"), icon="warning", icon_ink="partly")
        return self._choices[choice]
