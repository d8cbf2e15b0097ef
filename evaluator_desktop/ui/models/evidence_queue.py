"""The evidence of all providers as rows of two lines, narrowed and sorted with one reset."""

from collections.abc import Callable, Sequence
from enum import IntEnum, StrEnum
from pathlib import PurePath

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evaluator_desktop.domain.verification import METHOD_NAMES, Method
from evaluator_desktop.store.queries.verification import QueueRow
from evaluator_desktop.texts import N_, _, language
from evaluator_desktop.ui.models.evidence_model import file_icon
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.outcome import outcome_sign, outcome_word
from evaluator_desktop.ui.widgets.plain import tool_tip

Index = QModelIndex | QPersistentModelIndex


class Part(StrEnum):
    """What of the queue is shown."""

    PENDING = "pending"
    PROBLEM = "problem"
    CHECKED = "checked"
    ALL = "all"


PARTS: dict[Part, Callable[[QueueRow], bool]] = {
    Part.PENDING: lambda row: row.is_pending,
    Part.PROBLEM: lambda row: row.has_problem,
    Part.CHECKED: lambda row: not row.is_pending,
    Part.ALL: lambda _row: True,
}


class Column(IntEnum):
    FILE = 0
    PROVIDER = 1
    OUTCOME = 2
    EVALUATOR = 3
    NOTE = 4


_HEADS = {
    Column.FILE: N_("Evidence and item"),
    Column.PROVIDER: N_("Provider"),
    Column.OUTCOME: N_("Outcome and method"),
    Column.EVALUATOR: N_("Verified by"),
    Column.NOTE: N_("Remark"),
}
_Key = Callable[[QueueRow], tuple[str, ...]]
_SORTED_BY: dict[Column, _Key] = {
    Column.FILE: lambda row: (row.name.casefold(),),
    Column.PROVIDER: lambda row: (row.provider.name, f"{row.item_number:03}"),
    Column.OUTCOME: lambda row: (row.outcome,),
    Column.EVALUATOR: lambda row: (row.record.evaluator, row.record.on) if row.record else ("", ""),
    Column.NOTE: lambda row: (row.record.note if row.record else "",),
}


class EvidenceQueueModel(QAbstractTableModel):
    """Every change of rows is a reset; the page keeps the selected one across it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[QueueRow] = ()
        self._shown: list[QueueRow] = []
        self._part, self._query = Part.PENDING, ""
        self._order: tuple[Column, bool] | None = None

    def set_rows(self, rows: Sequence[QueueRow]) -> None:
        """Show another reading of the workspace."""
        self._all = rows
        self._show()

    def narrow(self, part: Part, query: str) -> None:
        """Show a part of the queue, and of it what the words fit: provider, item or file."""
        self._part, self._query = part, query.strip().casefold()
        self._show()

    def count(self, part: Part) -> int:
        """Return how many rows a part has, whatever is searched for."""
        return sum(map(PARTS[part], self._all))

    def row(self, number: int) -> QueueRow | None:
        """Return a row that is shown, None where there is none."""
        return self._shown[number] if 0 <= number < len(self._shown) else None

    def find(self, evidence: str) -> int:
        """Return where a piece of evidence is shown, -1 where it is not."""
        return next((n for n, row in enumerate(self._shown) if row.evidence == evidence), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        is_column = 0 <= column < len(Column)
        descending = order == Qt.SortOrder.DescendingOrder
        self._order = (Column(column), descending) if is_column else None
        self._show()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADS[Column(section)])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        cell = _CELLS[Column(index.column())](self._shown[index.row()])
        if role == CELL:
            return cell
        text = "\n".join(filter(str.strip, (cell.text, cell.second)))
        if role == Qt.ItemDataRole.DisplayRole:
            return text.replace("\n", " · ")
        return tool_tip(text) if role == Qt.ItemDataRole.ToolTipRole else None

    def _show(self) -> None:
        self.beginResetModel()
        wanted = PARTS[self._part]
        self._shown = [row for row in self._all if wanted(row) and _fits(row, self._query)]
        if self._order is not None:
            column, descending = self._order
            self._shown.sort(key=_SORTED_BY[column], reverse=descending)
        self.endResetModel()


def _fits(row: QueueRow, query: str) -> bool:
    if not query or row.provider.matches(query):
        return True
    return query in row.name.casefold() or query in row.item.text(language()).casefold()


def _file_cell(row: QueueRow) -> Cell:
    item = f"{row.item_number} {row.item.text(language())}"
    if row.file_missing:
        missing = _("the file is missing")
        return Cell(row.name, icon="missing", icon_ink="false", second=f"{missing} · {item}")
    return Cell(row.name, icon=file_icon(PurePath(row.name).name), second=item)


def _provider_cell(row: QueueRow) -> Cell:
    return Cell(row.provider.name, second=row.provider.code or _("no credit code"))


def _outcome_cell(row: QueueRow) -> Cell:
    if row.in_conflict:
        return Cell(_("In conflict"), ink="unver", icon="conflict", icon_ink="unver", second=" ")
    icon, ink = outcome_sign(row.outcome)
    method = _(METHOD_NAMES[Method(row.record.method)]) if row.record else " "
    word_ink = "text2" if row.is_pending else ink
    return Cell(outcome_word(row.outcome), ink=word_ink, icon=icon, icon_ink=ink, second=method)


def _evaluator_cell(row: QueueRow) -> Cell:
    return Cell(row.record.evaluator, second=row.record.on) if row.record else Cell(second=" ")


def _note_cell(row: QueueRow) -> Cell:
    if row.note_due:
        return Cell(_("a note is due"), ink="partly", icon="reason", icon_ink="partly", second=" ")
    return Cell(row.record.note if row.record else "", second=" ")


_CELLS: dict[Column, Callable[[QueueRow], Cell]] = {
    Column.FILE: _file_cell,
    Column.PROVIDER: _provider_cell,
    Column.OUTCOME: _outcome_cell,
    Column.EVALUATOR: _evaluator_cell,
    Column.NOTE: _note_cell,
}
