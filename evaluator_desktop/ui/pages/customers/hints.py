"""The keys that the hint line names, by the part of the tab that has the focus."""

from PySide6.QtWidgets import QWidget

from evaluator_desktop.texts import N_, _
from evaluator_desktop.ui.forms.ui_customers_pane import Ui_CustomersPane

_PANE = ("F6", N_("next pane"))
_QUEUE = (("↑↓", N_("other provider")), ("Enter", N_("to the card")), _PANE)
_LIST = (("Enter", N_("open the card")), _PANE)
_WORDS = (("Enter", N_("record")), ("Esc", N_("back")))
_CARD = (
    *(("1–5", N_("answer")), ("Enter", N_("record, next")), ("F2", N_("words"))),
    *(("⌫", N_("take a digit back")), _PANE),
)


def keys_of(ui: Ui_CustomersPane, focus: QWidget | None) -> list[tuple[str, str]]:
    """Return keys and words for whatever has the focus."""
    places: tuple[tuple[QWidget, tuple[tuple[str, str], ...]], ...] = (
        (ui.queue_table, _QUEUE),
        (ui.call_table, _LIST),
        (ui.call_card.ui.words_edit, _WORDS),
    )
    usual = _CARD if ui.card_stack.currentWidget() is ui.card_area else (_PANE,)
    keys = next((keys for widget, keys in places if widget is focus), usual)
    return [(key, _(does)) for key, does in keys]
