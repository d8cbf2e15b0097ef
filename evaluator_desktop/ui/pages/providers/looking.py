"""Keeping the quick look at the provider in hand: shown, read, shown again."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from evaluator_desktop.store.queries.seen import seen_provider
from evaluator_desktop.ui.models.provider_model import PLACE_ON_ROUTE, ProviderModel
from evaluator_desktop.ui.models.provider_rows import Column, Row
from evaluator_desktop.ui.pages.providers.columns import Columns
from evaluator_desktop.ui.pages.providers.quick_look import QuickLook
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.widgets.tables import Table

if TYPE_CHECKING:
    from evaluator_desktop.domain.assessment import Assessment


class Looking(QObject):
    """Signals: `failed(error)` when the provider could not be read."""

    failed = Signal(object)

    def __init__(
        self, table: Table, model: ProviderModel, quick_look: QuickLook, services: Services
    ) -> None:
        super().__init__(table)
        self._table, self._model, self._services = table, model, services
        self._quick_look, self.columns = quick_look, Columns(table)
        quick_look.hide()
        quick_look.closed.connect(self.toggle)

    def toggle(self) -> None:
        """Show the quick look, or take it away (Space)."""
        wanted = self._quick_look.isHidden()
        self._quick_look.setVisible(wanted)
        self.columns.set_quick_look(is_open=wanted)
        self.look()
        if not wanted:
            self._table.setFocus()

    def look(self) -> None:
        """Show the provider in hand, if the quick look is there."""
        index = self._table.currentIndex()
        if not index.isValid() or self._quick_look.isHidden():
            return
        row = self._model.row(index.row())
        self._quick_look.show_row(row, index.siblingAtColumn(Column.NAME).data(PLACE_ON_ROUTE))
        self._services.runner.store_job(
            seen_provider,
            row.summary.provider,
            done=partial(self._show, row),
            failed=self.failed.emit,
            owner=self,
            topic="quick look",
        )

    def _show(self, row: Row, assessment: "Assessment") -> None:
        self._quick_look.show_assessment(assessment, row, self._services.facts.person)
