"""Joining from the list: the provider in hand beside those it may be the same as."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from evaluator_desktop.domain.bodies import LEAD
from evaluator_desktop.texts import _
from evaluator_desktop.ui.models.provider_model import ProviderModel
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.widgets.plain import caption
from evaluator_desktop.ui.widgets.tables import Table


class Joining(QObject):
    """Opens the dialog, by menu or the context menu of the list; for leads.

    Signals: `recorded(words)` when two were joined or taken apart.
    """

    recorded = Signal(str)

    def __init__(self, table: Table, model: ProviderModel, services: Services) -> None:
        super().__init__(table)
        self._table, self._model, self._services = table, model, services
        if self.is_offered:
            action = QAction(caption(_("The same provider twice…")), self)
            action.triggered.connect(lambda _checked=False: self.start())
            table.addAction(action)

    @property
    def is_offered(self) -> bool:
        """Whether the person at the keyboard may join providers."""
        return self._services.facts.role == LEAD

    def start(self) -> None:
        """Offer what looks alike, first of all what the provider in hand may be the same as."""
        from evaluator_desktop.ui.dialogs.join_dialog import JoinDialog

        current = self._table.currentIndex()
        dialog = JoinDialog(
            self._services,
            self._table.window(),
            provider=self._model.row(current.row()).summary if current.isValid() else None,
            others=[row.summary for row in self._model.rows],
        )
        dialog.recorded.connect(self.recorded)
        dialog.open()
