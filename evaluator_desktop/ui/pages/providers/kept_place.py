"""Which provider is in hand, kept while the rows below it change.

Apart because every search, sort and refresh replaces all rows.
"""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject

from evaluator_desktop.ui.models.provider_model import ProviderModel
from evaluator_desktop.ui.models.provider_rows import Column
from evaluator_desktop.ui.widgets.tables import Table

_Flag = QItemSelectionModel.SelectionFlag


class KeptPlace(QObject):
    """Selects the provider in hand again wherever it is shown, and keeps the scrolled place."""

    def __init__(self, table: Table, model: ProviderModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._provider = ""
        self._scrolled = 0
        table.selectionModel().currentRowChanged.connect(self._hear_current)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)

    def show(self, provider: str) -> None:
        """Take another provider in hand; it is selected now, or when it is shown."""
        self._provider = provider
        self._remember()
        self._restore()

    def _hear_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._provider = self._model.row(current.row()).summary.provider

    def _remember(self) -> None:
        self._scrolled = self._table.verticalScrollBar().value()

    def _restore(self) -> None:
        row = self._model.find(self._provider)
        if row < 0:
            return
        index = self._model.index(row, Column.NAME)
        self._table.verticalScrollBar().setValue(self._scrolled)
        self._table.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)
        self._table.scrollTo(index)
