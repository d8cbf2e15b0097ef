"""The providers at the left of the reports page: the one in hand, and those that are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from evaluator_desktop.store.projections import Summary
from evaluator_desktop.ui.models.report_rows_model import SCORE, ReportRowsModel
from evaluator_desktop.ui.theme import PX
from evaluator_desktop.ui.widgets.tables import Table

_SCORE_WIDTH = 92
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class ProviderList(QObject):
    """Signals.

    current_changed(): another provider is in hand. selection_changed(): others are chosen.
    """

    current_changed = Signal()
    selection_changed = Signal()

    def __init__(self, table: Table, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self.model = ReportRowsModel(self)
        self.wanted = ""
        """The provider that was asked for last."""
        table.setModel(self.model)
        table.set_row_height(PX["row_two_line"])
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        head = table.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(SCORE, _SCORE_WIDTH)
        selection = table.selectionModel()
        selection.currentRowChanged.connect(lambda _now, _old: self.current_changed.emit())
        selection.selectionChanged.connect(lambda _on, _off: self.selection_changed.emit())

    def show_rows(self, rows: Sequence[Summary]) -> None:
        """Show these providers; the one asked for, else the one in hand, else the first, stays."""
        current = self.current
        self.model.show_rows(rows)
        self.choose(self.wanted or (current.provider if current else ""))

    def choose(self, provider: str) -> None:
        """Take a provider in hand, the first one where it is not there."""
        if self.model.rowCount():
            row = max(self.model.row_of(provider), 0)
            if row != self._table.currentIndex().row():
                # the table itself would add to what is chosen, as Ctrl of a shortcut is held
                self._table.selectionModel().setCurrentIndex(self.model.index(row, 0), _ALONE)
                QTimer.singleShot(0, self, self._scroll_to_current)  # the list has its size then

    @property
    def current(self) -> Summary | None:
        return self.model.row(self._table.currentIndex().row())

    @property
    def chosen(self) -> list[Summary]:
        """The rows that are chosen where there are several, else all."""
        indexes = self._table.selectionModel().selectedRows()
        places = sorted(index.row() for index in indexes)
        rows = [row for place in places if (row := self.model.row(place)) is not None]
        return rows if len(rows) > 1 else list(self.model.rows())

    def _scroll_to_current(self) -> None:
        self._table.scrollTo(self._table.currentIndex())
