"""The sample and its reserve in the order of the draw; names and numbers masked."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evaluator_desktop.domain.satisfaction import Disposition
from evaluator_desktop.store.queries.customers import SamplePlace
from evaluator_desktop.texts import N_, _
from evaluator_desktop.ui.models.call_answer import Answer
from evaluator_desktop.ui.models.customer_words import attempt_words, result_words
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.plain import tool_tip

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    NUMBER = 0
    NAME = 1
    PHONE = 2
    ATTEMPTS = 3
    RESULT = 4


_HEADS = {
    Column.NUMBER: N_("No."),
    Column.NAME: N_("Name"),
    Column.PHONE: N_("Phone"),
    Column.ATTEMPTS: N_("Tried"),
    Column.RESULT: N_("Result"),
}
_RIGHT = (Column.NUMBER, Column.ATTEMPTS)


class SamplePlacesModel(QAbstractTableModel):
    """Every change of rows is a reset; the pane keeps the selected one across it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: Sequence[SamplePlace] = ()

    def set_places(self, places: Sequence[SamplePlace]) -> None:
        """Show another reading of a sample."""
        self.beginResetModel()
        self._places = places
        self.endResetModel()

    def place(self, row: int) -> SamplePlace | None:
        """Return what a row shows, None where there is none."""
        return self._places[row] if 0 <= row < len(self._places) else None

    def find(self, customer: str) -> int:
        """Return where a customer is shown, -1 where they are not."""
        return next((n for n, p in enumerate(self._places) if p.customer == customer), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and Column(section) in _RIGHT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return _(_HEADS[Column(section)]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place = self._places[index.row()]
        cell = _CELLS[Column(index.column())](place)
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip("\n".join(map(attempt_words, place.attempts)))
        return None


def _ink(place: SamplePlace) -> str:
    """Whom the calls have not come to yet stands back."""
    return "text3" if place.is_reserve and not (place.is_due or place.attempts) else "text"


def _number_cell(place: SamplePlace) -> Cell:
    return Cell(str(place.number), right=True, ink=_ink(place))


def _name_cell(place: SamplePlace) -> Cell:
    return Cell(place.masked_name or "—", ink=_ink(place))


def _phone_cell(place: SamplePlace) -> Cell:
    return Cell(place.masked_phone or "—", ink=_ink(place))


def _attempts_cell(place: SamplePlace) -> Cell:
    return Cell(str(len(place.attempts) or ""), right=True)


def _result_cell(place: SamplePlace) -> Cell:
    if place.in_conflict:
        return Cell(_("In conflict"), ink="unver", icon="conflict", icon_ink="unver")
    if place.call is None:
        if place.is_due:
            return Cell(_("to be called"), ink="text2")
        return Cell(_("reserve"), ink="text3") if place.is_reserve else Cell()
    icon, ink = _sign(place)
    words = result_words(Answer.of(place.call))
    words = _("{answer} · call again").format(answer=words) if place.is_due else words
    return Cell(words, icon=icon, icon_ink=ink)


def _sign(place: SamplePlace) -> tuple[str, str]:
    call = place.call
    if call is None or call.disposition != Disposition.COMPLETED:
        return ("clock" if place.is_due else "minus"), "text3"
    return ("outcome_verified", "ok") if call.service_real else ("outcome_false", "false")


_CELLS: dict[Column, Callable[[SamplePlace], Cell]] = {
    Column.NUMBER: _number_cell,
    Column.NAME: _name_cell,
    Column.PHONE: _phone_cell,
    Column.ATTEMPTS: _attempts_cell,
    Column.RESULT: _result_cell,
}
