"""The customers tab: providers at the left, the calling card, what the calls come to at the right.

It reads one provider's `SampleView` and shows it; what a person does goes to the store and comes
back as another reading. It never shows a full name or number but on the card.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.queries.customers import (
    SampleView,
    customer_queue,
    sample_view,
)
from evaluator_desktop.texts import _
from evaluator_desktop.ui.forms.ui_customers_pane import Ui_CustomersPane
from evaluator_desktop.ui.models.customer_words import state_words
from evaluator_desktop.ui.models.sample_places import SamplePlacesModel
from evaluator_desktop.ui.pages.customers.call_card import GivenCall
from evaluator_desktop.ui.pages.customers.card_states import CardStates
from evaluator_desktop.ui.pages.customers.heads import set_up, show_heads
from evaluator_desktop.ui.pages.customers.hints import keys_of
from evaluator_desktop.ui.pages.customers.list_import import ListImport
from evaluator_desktop.ui.pages.customers.queue_side import QueueSide, first_in_work
from evaluator_desktop.ui.pages.customers.recording import Recording, newly_due, permit
from evaluator_desktop.ui.pages.providers.importing import dropped_workbook
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.widgets.hint_line import Hint


class CustomersPane(QWidget):
    """The tab.

    Signals:
        provider_chosen(provider): this one is in hand now.
        page_requested(page): something is to be done there first.
        hint_changed(hint): a `Hint`, or None.
        data_shown(): what `refresh` asked for is on the screen.
    """

    provider_chosen = Signal(str)
    page_requested = Signal(str)
    hint_changed = Signal(object)
    data_shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_CustomersPane()
        self.ui.setupUi(self)
        self.queue, self.places = QueueSide(self.ui, self), SamplePlacesModel(self)
        self.view: SampleView | None = None
        self._provider = self._chosen = self._recorded = ""
        self._wants_card = False

    def use(self, services: Services) -> None:
        """Take what the pane works with; told once, before anything else."""
        self._services = services
        self.ui.call_card.use(services.drafts)
        self.recording = Recording(services.runner, self)
        self.importing = ListImport(services, self)
        self._states = CardStates(
            self.ui.card_stack,
            self.ui.card_state,
            import_list=self.importing.start,
            save_template=self.importing.save_template,
            show_sample=self.show_sample,
            show_merge=partial(self.page_requested.emit, "merge"),
        )
        set_up(self.ui, self.places)
        self.setAcceptDrops(True)
        self._connect()
        self._states.show_no_provider()

    # Told by the page

    def refresh(self) -> None:
        """Read again: the provider in hand first, it is what a person looks at."""
        if self._provider:
            self._services.runner.store_job(
                sample_view,
                self._provider,
                done=self._show_view,
                failed=self.show_error,
                topic="sample",
            )
        self._services.runner.store_job(
            customer_queue, done=self._show_queue, failed=self.show_error, topic="queue"
        )

    def show_provider(self, provider: str) -> None:
        """Take a provider in hand; it is read when the pane is in front."""
        if provider == self._provider:
            return
        self._provider, self._chosen, self._recorded, self.view = provider, "", "", None
        self.ui.error_line.clear()
        if self.isVisible():
            self.refresh()

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what the pane does, by the ids of `actions.MENUS`."""
        return {"edit_text": self.ui.call_card.start_words}

    def forget_recorded(self) -> None:
        """Something else was done since what the hint line says was recorded."""
        self._recorded = ""

    def forget_chosen(self) -> None:
        """Go to whom the sample calls next: a call was taken back, or done again."""
        self._chosen = ""

    # Showing

    def _show_queue(self, rows: tuple[Summary, ...]) -> None:
        if not self._provider and rows:
            self._take_in_hand(first_in_work(rows))
        self.queue.show_rows(rows, self._provider)
        self._show_state()
        self.data_shown.emit()

    def _take_in_hand(self, provider: str) -> None:
        if provider != self._provider:
            self.show_provider(provider)
            self.provider_chosen.emit(provider)

    def _show_view(self, view: SampleView) -> None:
        if view.provider != self._provider or self.recording.is_busy:
            return  # another answer is on its way
        came = newly_due(self.view, view)
        self.view = view
        if came and self._recorded:
            self._recorded = f"{self._recorded} · {came}"
        self.places.set_places(view.places)
        show_heads(self.ui, view)
        self._show_state()
        self._show_card(view)
        self.say()
        self.data_shown.emit()

    def _show_state(self) -> None:
        row = self.queue.row(self._provider)
        self.ui.state_label.setText(state_words(row.customers) if row else "")

    def _show_card(self, view: SampleView) -> None:
        """Stay with whom a person chose or began, else go to whom the sample calls next."""
        card, ui = self.ui.call_card, self.ui
        kept = view.place(self._chosen)
        if kept is None and card.place is not None and card.is_begun:
            kept = view.place(card.place.customer)
        place = kept or next(iter(view.due), None)
        can_record, notice = permit(view, place)
        card.show_place(
            place,
            of=view.size.size,
            most=view.call_attempts,
            notice=notice,
            can_record=can_record,
        )
        if place is None:
            self._states.show(view)
        else:
            ui.card_stack.setCurrentWidget(ui.card_area)
            row = self.places.index(self.places.find(place.customer), 0)
            ui.call_table.setCurrentIndex(row)
            ui.call_table.bring_to_middle(row)
        if self._wants_card:
            self._focus_card()

    def show_error(self, error: EvaluatorError) -> None:
        """Say what went wrong."""
        self.ui.error_line.show_error(str(error), details=error.details_text)

    # What a person does

    def show_sample(self) -> None:
        """Open the size of the sample, its draw and what is needed to draw again."""
        from evaluator_desktop.ui.dialogs.customers_sample_dialog import CustomersSampleDialog

        if self.view is not None:
            dialog = CustomersSampleDialog(self._services, self.view, self)
            dialog.drawn.connect(self._hear_recorded)
            dialog.open()

    def _record(self, given: GivenCall) -> None:
        if self.view is not None and not self.recording.is_busy:
            self.ui.error_line.clear()
            self.ui.call_card.forget()
            self._chosen, self._wants_card = "", True
            self.recording.record(self._provider, given)

    def _hear_recorded(self, words: str) -> None:
        self._recorded, self._wants_card = words, True
        self.say(is_again=False)

    def _hear_refused(self, error: EvaluatorError, given: GivenCall) -> None:
        self._chosen = given.place.customer
        self.ui.call_card.take_back(given)
        self.show_error(error)
        self.refresh()

    def _open_place(self, row: int) -> None:
        place = self.places.place(row)
        if place is not None and self.view is not None:
            self._chosen, self._wants_card = place.customer, True
            self._show_card(self.view)

    def _focus_card(self) -> None:
        self._wants_card = False
        if self.isVisible() and self.ui.call_card.place is not None:
            self.ui.card_area.verticalScrollBar().setValue(0)
            self.ui.call_card.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._provider and dropped_workbook(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped_workbook(event):
            self.importing.start_with(path)

    # The hint line

    def say(self, *, is_again: bool = True) -> None:
        """Say what was recorded, and the keys of the part that has the focus."""
        if self.isVisible():
            keys = keys_of(self.ui, QApplication.focusWidget())
            self.hint_changed.emit(Hint(self._recorded, keys, is_again=is_again))

    def _see_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isAncestorOf(now):
            return
        if now is not self.ui.call_card and self.ui.call_card.isAncestorOf(now):
            self.ui.card_area.ensureWidgetVisible(now)
        self.say()

    # Building

    def _connect(self) -> None:
        ui = self.ui
        self.queue.chosen.connect(self._take_in_hand)
        ui.none_state.add_button(
            _("To the providers"), partial(self.page_requested.emit, "providers"), key="Ctrl+1"
        )
        ui.queue_table.row_opened.connect(lambda _row: ui.card_head.take_focus())
        ui.call_table.row_opened.connect(self._open_place)
        ui.import_button.clicked.connect(self.importing.start)
        ui.sample_button.clicked.connect(self.show_sample)
        ui.call_card.call_given.connect(self._record)
        self.recording.recorded.connect(self._hear_recorded)
        self.recording.refused.connect(self._hear_refused)
        self.importing.told.connect(self._hear_recorded)
        self.importing.remarked.connect(lambda words: self.hint_changed.emit(Hint(remark=words)))
        self.importing.failed.connect(self.show_error)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._see_focus)

    @property
    def provider(self) -> tuple[str, str]:
        """Id and name of the provider in hand."""
        return self._provider, self.view.name if self.view else ""
