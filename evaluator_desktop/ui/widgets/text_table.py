"""The first cells of a spreadsheet, with the letters and numbers that people know them by."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QFrame, QTableView, QWidget

from evaluator_desktop.ui.theme import PX
from evaluator_desktop.ui.widgets.plain import one_line

_WIDEST_COLUMN = 240
_WIDEST_NAME = 480
_LETTERS = 26


class TextTableModel(QAbstractTableModel):
    """Cells on one line each, under letters or words; rows may differ in length."""

    def __init__(self, rows: list[list[str]], headings: Sequence[str] = ()) -> None:
        super().__init__()
        self._rows, self._headings = rows, headings
        self._width = max(map(len, rows), default=0)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._width

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        row = self._rows[index.row()] if index.isValid() else []
        if role != Qt.ItemDataRole.DisplayRole or index.column() >= len(row):
            return None
        return one_line(row[index.column()])

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return self._headings[section] if self._headings else _letters(section)


class TextTable(QTableView):
    """A table to look at: nothing in it can be edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setDefaultSectionSize(PX["row_ledger"])
        self.verticalHeader().setHighlightSections(False)

    def show_rows(self, rows: list[list[str]], headings: Sequence[str] = ()) -> None:
        """Show these cells, columns as wide as their words; with words to head them, wider."""
        before = self.model()
        self.horizontalHeader().setMaximumSectionSize(_WIDEST_NAME if headings else _WIDEST_COLUMN)
        self.setModel(TextTableModel(rows, headings))
        if before is not None:
            before.deleteLater()
        self.resizeColumnsToContents()

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are no jumps here."""


def _letters(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        name = chr(ord("A") + letter) + name
    return name
