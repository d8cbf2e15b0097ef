"""The left side of the customers tab: every provider with its sample, searched and chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from evaluator_desktop.domain.customer_state import SampleState
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.texts import _, count_text
from evaluator_desktop.ui.forms.ui_customers_pane import Ui_CustomersPane
from evaluator_desktop.ui.models.sample_queue import SampleQueueModel
from evaluator_desktop.ui.theme import PX


class QueueSide(QObject):
    """Signals: `chosen(provider)` when another row is selected."""

    chosen = Signal(str)

    def __init__(self, ui: Ui_CustomersPane, parent: QObject) -> None:
        super().__init__(parent)
        self._ui, self.model = ui, SampleQueueModel(self)
        self._provider = ""
        table, edit = ui.queue_table, ui.search_edit
        table.setModel(self.model)
        table.set_row_height(PX["row_two_line"])
        table.setSelectionMode(table.SelectionMode.SingleSelection)
        table.horizontalHeader().hide()
        edit.set_icon("search")
        edit.set_key("Ctrl+F")
        edit.setPlaceholderText(_("Provider"))
        ui.none_state.set_words(
            _("No providers yet"), _("The list of providers is imported on their page.")
        )
        ui.nothing_state.set_words(_("Nothing found"), _("No provider fits these words."))
        ui.queue_head.set_first(table)
        edit.textChanged.connect(self._narrow)
        edit.returnPressed.connect(table.setFocus)
        table.selectionModel().currentRowChanged.connect(self._hear_current)

    def show_rows(self, rows: Sequence[Summary], provider: str) -> None:
        """Show another reading, this provider selected."""
        self._provider = provider
        self.model.set_rows(rows)
        self._show()

    def row(self, provider: str) -> Summary | None:
        """Return what is known of a provider, None where it is not shown."""
        return self.model.row(self.model.find(provider))

    def search(self) -> None:
        """Bring the focus to the search."""
        self._ui.search_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._ui.search_edit.selectAll()

    def _narrow(self, text: str) -> None:
        self.model.narrow(text)
        self._show()

    def _show(self) -> None:
        ui, shown = self._ui, self.model.rowCount()
        words = _("{shown} of {count} providers").format(
            shown=count_text(shown), count=count_text(self.model.count)
        )
        ui.queue_head.set_title(_("Providers"), words)
        empty = ui.nothing_state if self.model.count else ui.none_state
        ui.queue_stack.setCurrentWidget(ui.queue_table if shown else empty)
        row = self.model.find(self._provider)
        if row >= 0 and ui.queue_table.currentIndex().row() != row:
            ui.queue_table.selectRow(row)

    def _hear_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row(current.row())
        if row is not None:
            self._provider = row.provider
            self.chosen.emit(row.provider)


def first_in_work(rows: Sequence[Summary]) -> str:
    """Return whose calls are going on, else who has customers, else simply the first."""
    in_work = [row for row in rows if row.customers.state == SampleState.CALLING]
    with_list = [row for row in rows if row.customers.customers]
    return (in_work or with_list or list(rows))[0].provider
