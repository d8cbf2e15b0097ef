"""The table of the providers page: a snapshot, narrowed and sorted, shown with one reset.

Every change of rows is a reset; the page keeps selection and place across it.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtCore import Signal as QtSignal

from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.texts import _
from evaluator_desktop.ui.models.provider_cells import HEADINGS, Cells
from evaluator_desktop.ui.models.provider_rows import (
    Column,
    Row,
    Snapshot,
    Wishes,
    first_of_all,
    plain_query,
    sorted_rows,
    wanted_rows,
)
from evaluator_desktop.ui.widgets.cells import CELL
from evaluator_desktop.ui.widgets.plain import tool_tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

PLACE_ON_ROUTE = CELL + 1
"""Role: the number of a provider on today's route, 0 for none."""

_Order = tuple[Column, bool]


class _Sought(NamedTuple):
    """The provider that was looked for last, and its row: it is looked for at each keystroke."""

    provider: str = ""
    row: Row | None = None


_USUAL_ORDER: _Order = (Column.CHANGED, True)


class ProviderModel(QAbstractTableModel):
    """Signals: `name_edited(provider_id, name)` when a name was typed into its cell."""

    name_edited = QtSignal(str, str)

    def __init__(self, scheme: Scheme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cells = Cells(scheme)
        self.wishes = Wishes()
        self._all: list[Row] = []
        self._shown: Sequence[Row] = ()
        self._route: dict[str, int] = {}
        self._mine: frozenset[str] = frozenset()
        self._order = _USUAL_ORDER
        self._sorted: dict[_Order, list[Row]] = {}
        self._texts: dict[_Order, list[str]] = {}
        self._sought = _Sought()

    # Told by the page

    def set_snapshot(self, snapshot: Snapshot) -> None:
        """Show another reading of the workspace."""
        self._all, self._mine = snapshot.rows, snapshot.mine
        self._sorted, self._texts, self._sought = {}, {}, _Sought()
        self._route = _numbered(snapshot.route)
        self._show()

    def set_wishes(self, wishes: Wishes) -> None:
        """Show the rows that these wishes leave."""
        self.wishes = wishes
        self.cells.wanted = plain_query(wishes.text)
        self._show()

    def set_route(self, route: Sequence[str]) -> None:
        """Show another route of today."""
        self._route = _numbered(route)
        if self.wishes.on_route:
            self._show()
        else:
            last = self.index(self.rowCount() - 1, Column.NAME)
            self.dataChanged.emit(self.index(0, Column.NAME), last, [PLACE_ON_ROUTE])

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by none (-1) means in the usual order."""
        descending = order == Qt.SortOrder.DescendingOrder
        self._order = (Column(column), descending) if column >= 0 else _USUAL_ORDER
        self._show()

    # Asked by the page

    @property
    def rows(self) -> Sequence[Row]:
        """Every provider, in no order."""
        return self._all

    @property
    def route(self) -> Sequence[str]:
        """Today's route in its order."""
        return tuple(self._route)

    @property
    def mine(self) -> frozenset[str]:
        """The providers that are assigned to the person at the keyboard."""
        return self._mine

    def row(self, number: int) -> Row:
        """Return a row that is shown."""
        return self._shown[number]

    def find(self, provider: str) -> int:
        """Return where a provider is shown, -1 where it is not."""
        if provider != self._sought.provider:
            known = (row for row in self._all if row.summary.provider == provider)
            self._sought = _Sought(provider, next(known, None))
        wanted = self._sought.row
        return next((n for n, row in enumerate(self._shown) if row is wanted), -1)

    # Asked by Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._shown[index.row()], Column(index.column())
        if role == CELL:
            return self.cells.cell(row, column)
        if role == PLACE_ON_ROUTE:
            return self._route.get(row.summary.provider, 0)
        if role == Role.EditRole and column is Column.NAME:
            return row.summary.name
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self.cells.text(row, column)
        return tool_tip(self.cells.tip(row, column)) if role == Role.ToolTipRole else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Tell what was typed; the row changes when it has been recorded."""
        row = self._shown[index.row()]
        name = str(value).strip()
        if role != Role.EditRole or index.column() != Column.NAME or name == row.summary.name:
            return False
        self.name_edited.emit(row.summary.provider, name)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        editable = index.isValid() and index.column() == Column.NAME
        return usual | Qt.ItemFlag.ItemIsEditable if editable else usual

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        heading = HEADINGS[Column(section)]
        if role == Role.TextAlignmentRole and heading.right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Role.DisplayRole:
            return _(heading.text)
        if role in (Role.ToolTipRole, Role.AccessibleTextRole):
            full = _(heading.full or heading.text)
            return tool_tip(full) if role == Role.ToolTipRole else full
        return None

    def _show(self) -> None:
        self.beginResetModel()
        rows, texts = self._in_order(), self._texts_in_order()
        self._shown = wanted_rows(rows, self.wishes, self._route, self._mine, texts=texts)
        self.endResetModel()

    def _texts_in_order(self) -> Sequence[str] | None:
        """Return the texts of every row sorted, once somebody searches."""
        if self._order not in self._texts and self.wishes.text:
            self._texts[self._order] = [row.text for row in self._in_order()]
        return self._texts.get(self._order)

    def _in_order(self) -> list[Row]:
        """Return every row sorted, worked out once for each order of a snapshot.

        In the usual order what is assigned to this person comes first.
        """
        if self._order not in self._sorted:
            column, descending = self._order
            rows = sorted_rows(self._all, column, descending=descending)
            usual = self._order == _USUAL_ORDER and self._mine
            self._sorted[self._order] = first_of_all(rows, self._mine) if usual else rows
        return self._sorted[self._order]


def _numbered(route: Sequence[str]) -> dict[str, int]:
    return {provider: number for number, provider in enumerate(route, start=1)}
