"""A page that this version does not have yet, and says so."""

from PySide6.QtWidgets import QVBoxLayout

from evaluator_desktop.texts import _
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.widgets.empty_state import EmptyState


class NotYetPage(Page):
    """Stands in for a page to come."""

    def __init__(self, _services: object) -> None:
        super().__init__()
        state = EmptyState(self)
        state.set_words(
            _("Not in this version yet"),
            _("This page comes with a later version. Nothing that is recorded is lost."),
        )
        QVBoxLayout(self).addWidget(state)
