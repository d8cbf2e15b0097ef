"""Assigning from the list: what is shown is offered, the row in hand is ticked."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction

from evaluator_desktop.domain.bodies import LEAD
from evaluator_desktop.texts import _
from evaluator_desktop.ui.models.provider_model import ProviderModel
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import icons
from evaluator_desktop.ui.widgets.plain import caption
from evaluator_desktop.ui.widgets.tables import Table


class Assigning(QObject):
    """Opens the dialog, by menu, key or the context menu of the list; for leads.

    Signals: `recorded(words)` when something was assigned or taken back.
    """

    recorded = Signal(str)

    def __init__(self, table: Table, model: ProviderModel, services: Services) -> None:
        super().__init__(table)
        self._table, self._model, self._services = table, model, services
        if self.is_offered:
            action = QAction(icons.icon("sent"), caption(_("Assign providers…")), self)
            action.triggered.connect(lambda _checked=False: self.start())
            table.addAction(action)
            table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    @property
    def is_offered(self) -> bool:
        """Whether the person at the keyboard may assign."""
        return self._services.facts.role == LEAD

    def start(self) -> None:
        """Offer the providers that the list shows now."""
        from evaluator_desktop.ui.dialogs.assign_dialog import AssignDialog

        shown = [self._model.row(n).summary.provider for n in range(self._model.rowCount())]
        current = self._table.currentIndex()
        ticked = {self._model.row(current.row()).summary.provider} if current.isValid() else set()
        dialog = AssignDialog(self._services, shown, ticked, self._table.window())
        dialog.recorded.connect(self.recorded)
        dialog.open()
