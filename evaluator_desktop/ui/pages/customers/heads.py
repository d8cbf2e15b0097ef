"""What stands around the card: the heads of the panes, the buttons, the columns of the list."""

from evaluator_desktop.errors import LockedProviderError
from evaluator_desktop.store.queries.customers import SampleView
from evaluator_desktop.texts import _, count_text
from evaluator_desktop.ui.forms.ui_customers_pane import Ui_CustomersPane
from evaluator_desktop.ui.models.customer_words import places_words
from evaluator_desktop.ui.models.sample_places import Column, SamplePlacesModel
from evaluator_desktop.ui.theme import PX, icons

_WIDTHS = {Column.NUMBER: 40, Column.NAME: 58, Column.PHONE: 106, Column.ATTEMPTS: 46}
_PANE_WIDTHS = (252, 566, 470)


def set_up(ui: Ui_CustomersPane, places: SamplePlacesModel) -> None:
    """Lay out what stays as it is."""
    table = ui.call_table
    table.setModel(places)
    table.set_row_height(PX["row_ledger"])
    table.setSelectionMode(table.SelectionMode.SingleSelection)
    for column, width in _WIDTHS.items():
        table.horizontalHeader().resizeSection(column, width)
    ui.import_button.setIcon(icons.icon("import", "text"))
    ui.list_state.set_words(_("No sample yet"), _("Drawn customers are listed here."))
    ui.customers_splitter.setSizes(_PANE_WIDTHS)
    for place, stretch in enumerate((0, 1, 1)):
        ui.customers_splitter.setStretchFactor(place, stretch)
    ui.card_head.set_first(ui.call_card)
    ui.list_head.set_first(table)
    ui.card_head.set_title(_("Calling card"))
    ui.result_head.set_title(_("Result so far"))
    ui.list_head.set_title(_("Sample and reserve"))
    ui.list_stack.setCurrentWidget(ui.list_state)


def show_heads(ui: Ui_CustomersPane, view: SampleView) -> None:
    """Say whose customers these are, how many are to be called, and what cannot be done."""
    ui.provider_label.setText(view.name)
    words = _("to be called now: {count}").format(count=count_text(len(view.due)))
    ui.card_head.set_title(_("Calling card"), words if view.sample else "")
    ui.list_head.set_title(_("Sample and reserve"), places_words(view))
    ui.list_stack.setCurrentWidget(ui.call_table if view.places else ui.list_state)
    ui.result_pane.show_result(view.satisfaction, view.findings)
    if view.is_locked:
        ui.notice_line.show_notice(str(LockedProviderError(provider=view.name)))
    else:
        ui.notice_line.clear()
    ui.import_button.setEnabled(not view.is_locked)
    ui.sample_button.setEnabled(bool(view.customers))
