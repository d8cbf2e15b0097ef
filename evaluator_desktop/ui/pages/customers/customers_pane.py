"""The customers tab: providers at the left, the calling card, what the calls come to at the right.

It reads one provider's `SampleView` and shows it; what a person does goes to the store and comes
back as another reading. It never shows a full name or number but on the card.
"""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from evaluator_desktop.errors import EvaluatorError, LockedProviderError
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.queries.customers import (
    SamplePlace,
    SampleView,
    customer_queue,
    sample_view,
)
from evaluator_desktop.texts import _, count_text
from evaluator_desktop.ui.forms.ui_customers_pane import Ui_CustomersPane
from evaluator_desktop.ui.models.customer_words import places_words, state_words
from evaluator_desktop.ui.models.sample_places import Column, SamplePlacesModel
from evaluator_desktop.ui.models.sample_queue import SampleQueueModel
from evaluator_desktop.ui.pages.customers.call_card import GivenCall
from evaluator_desktop.ui.pages.customers.card_states import CardStates
from evaluator_desktop.ui.pages.customers.list_import import ListImport
from evaluator_desktop.ui.pages.customers.recording import Recording, conflict_words, newly_due
from evaluator_desktop.ui.pages.providers.importing import dropped_workbook
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import PX, icons
from evaluator_desktop.ui.widgets.hint_line import Hint

_WIDTHS = {Column.NUMBER: 44, Column.NAME: 60, Column.PHONE: 112, Column.ATTEMPTS: 48}
_PANE_WIDTHS = (232, 530, 526)


class CustomersPane(QWidget):
    """Signals:
    provider_chosen(provider): this one is in hand now.
    merge_requested(): what laptops differ about is decided there.
    hint_changed(hint): a `Hint`, or None.
    data_shown(): what `refresh` asked for is on the screen.
    """

    provider_chosen = Signal(str)
    merge_requested = Signal()
    hint_changed = Signal(object)
    data_shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_CustomersPane()
        self.ui.setupUi(self)
        self.queue, self.places = SampleQueueModel(self), SamplePlacesModel(self)
        self.view: SampleView | None = None
        self._provider = self._chosen = self._recorded = ""
        self._wants_card = False

    def use(self, services: Services) -> None:
        """Take what the pane works with; told once, before anything else."""
        self._services = services
        self.recording = Recording(services.runner, self)
        self.importing = ListImport(services, self)
        self._states = CardStates(
            self.ui.card_stack,
            self.ui.card_state,
            import_list=self.importing.start,
            save_template=self.importing.save_template,
            show_sample=self.show_sample,
            show_merge=self.merge_requested.emit,
        )
        self._set_up()
        self._connect()
        self._show_nobody()

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
        """Take a provider in hand."""
        if provider == self._provider:
            return
        self._provider, self._chosen, self._recorded, self.view = provider, "", "", None
        self.ui.error_line.clear()
        self.refresh()

    def search(self) -> None:
        """Bring the focus to the search."""
        self.ui.search_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.search_edit.selectAll()

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what the pane does, by the ids of `actions.MENUS`."""
        return {"edit_text": self._start_words}

    def forget_recorded(self) -> None:
        """What the hint line says was recorded has been taken back, or done again."""
        self._recorded, self._chosen = "", ""

    # Showing

    def _show_queue(self, rows: tuple[Summary, ...]) -> None:
        self.queue.set_rows(rows)
        self._show_queue_count()
        if not self._provider and rows:
            self._choose_first(rows)
        self._keep_provider()
        self._show_state()
        if not self._provider:
            self._show_nobody()
        self.data_shown.emit()

    def _choose_first(self, rows: tuple[Summary, ...]) -> None:
        """Begin where calls are going on, else where customers are."""
        in_work = [row for row in rows if row.customers.state == "calling"]
        with_list = [row for row in rows if row.customers.customers]
        self._take_in_hand((in_work or with_list or list(rows))[0].provider)

    def _take_in_hand(self, provider: str) -> None:
        self.show_provider(provider)
        self.provider_chosen.emit(provider)

    def _show_queue_count(self) -> None:
        shown, total = self.queue.rowCount(), self.queue.count
        words = _("{shown} of {count} providers").format(
            shown=count_text(shown), count=count_text(total)
        )
        self.ui.queue_head.set_title(_("Providers"), words)
        nothing = self.ui.nothing_state
        self.ui.queue_stack.setCurrentWidget(self.ui.queue_table if shown else nothing)

    def _keep_provider(self) -> None:
        row = self.queue.find(self._provider)
        if row >= 0 and self.ui.queue_table.currentIndex().row() != row:
            self.ui.queue_table.selectRow(row)

    def _show_view(self, view: SampleView) -> None:
        if view.provider != self._provider or self.recording.is_busy:
            return  # another answer is on its way
        came = newly_due(self.view, view)
        self.view = view
        if came and self._recorded:
            self._recorded = f"{self._recorded} · {came}"
        self.places.set_places(view.places)
        self.ui.list_stack.setCurrentWidget(
            self.ui.call_table if view.places else self.ui.list_state
        )
        self.ui.result_pane.show_result(view.satisfaction, view.findings)
        self._show_heads(view)
        self._show_state()
        self._show_card(view)
        self._say()
        self.data_shown.emit()

    def _show_heads(self, view: SampleView) -> None:
        self.ui.provider_label.setText(view.name)
        called = len(view.sample.to_call) if view.sample else 0
        words = _("to be called now: {count}").format(count=count_text(called))
        self.ui.card_head.set_title(_("Calling card"), words if view.sample else "")
        self.ui.list_head.set_title(_("Sample and reserve"), places_words(view))
        if view.is_locked:
            self.ui.notice_line.show_notice(str(LockedProviderError(provider=view.name)))
        else:
            self.ui.notice_line.clear()
        self.ui.import_button.setEnabled(not view.is_locked)
        self.ui.sample_button.setEnabled(bool(view.customers))

    def _show_state(self) -> None:
        row = self.queue.row(self.queue.find(self._provider))
        self.ui.state_label.setText(state_words(row.customers) if row else "")

    def _show_card(self, view: SampleView) -> None:
        """Stay with whom a person chose or began, else go to whom the sample calls next."""
        card, ui = self.ui.call_card, self.ui
        kept = view.place(self._chosen)
        if kept is None and card.place is not None and card.is_begun:
            kept = view.place(card.place.customer)
        place = kept or next(iter(view.due), None)
        can_record, notice = self._permit(view, place)
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
            self.ui.call_table.selectRow(self.places.find(place.customer))
        if self._wants_card:
            self._focus_card()

    def _permit(self, view: SampleView, place: SamplePlace | None) -> tuple[bool, str]:
        """Say whether a call to somebody can be recorded here, and what is to be minded."""
        if place is None or view.is_locked:
            return False, ""
        if place.in_conflict:
            return False, conflict_words(view, place.customer)
        if not place.is_due and place.call is None:
            return False, _("Not to be called yet: the reserve comes in its order, by itself.")
        if not place.is_due:
            return True, _("Recorded before: what is recorded now is one more call, and counts.")
        return True, ""

    def _show_nobody(self) -> None:
        self.ui.card_head.set_title(_("Calling card"))
        self.ui.result_head.set_title(_("Result so far"))
        self.ui.list_head.set_title(_("Sample and reserve"))
        self._states.show_no_provider()

    def show_error(self, error: EvaluatorError) -> None:
        """Say what went wrong."""
        details = "\n".join(f"{d.field}: {d.message}" for d in error.details)
        self.ui.error_line.show_error(str(error), details=details)

    # What a person does

    def show_sample(self) -> None:
        """Open the size of the sample, its draw and what is needed to draw again."""
        from evaluator_desktop.ui.dialogs.customers_sample_dialog import CustomersSampleDialog

        if self.view is not None:
            dialog = CustomersSampleDialog(self._services, self.view, self)
            dialog.drawn.connect(self._hear_recorded)
            dialog.open()

    def _record(self, given: GivenCall) -> None:
        if not self.recording.is_busy:
            self.ui.error_line.clear()
            self.ui.call_card.forget()
            self._chosen, self._wants_card = "", True
            self.recording.record(self._provider, given)

    def _hear_recorded(self, words: str) -> None:
        self._recorded, self._wants_card = words, True
        self._say()

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

    def _start_words(self) -> None:
        self.ui.call_card.start_words()
        self.ui.card_area.ensureWidgetVisible(self.ui.call_card.ui.words_edit)

    def _focus_card(self) -> None:
        self._wants_card = False
        if self.isVisible() and self.ui.call_card.place is not None:
            self.ui.call_card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.queue.row(current.row())
        if row is not None and row.provider != self._provider:
            self._take_in_hand(row.provider)

    def _narrow(self, text: str) -> None:
        self.queue.narrow(text)
        self._show_queue_count()
        self._keep_provider()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._provider and dropped_workbook(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped_workbook(event):
            self.importing.start_with(path)

    # The hint line

    def _say(self) -> None:
        if self.isVisible():
            self.hint_changed.emit(Hint(self._recorded, self._keys()))

    def _keys(self) -> list[tuple[str, str]]:
        focus = QApplication.focusWidget()
        if focus is self.ui.queue_table:
            return [
                ("↑↓", _("other provider")),
                ("Enter", _("to the card")),
                ("F6", _("next pane")),
            ]
        if focus is self.ui.call_table:
            return [("Enter", _("open the card")), ("F6", _("next pane"))]
        if focus is self.ui.call_card.ui.words_edit:
            return [("Enter", _("record")), ("Esc", _("back"))]
        return [
            *(("1–5", _("answer")), ("Enter", _("record, next")), ("F2", _("words"))),
            *(("⌫", _("take a digit back")), ("F6", _("next pane"))),
        ]

    def _see_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self._say()

    # Building

    def _set_up(self) -> None:
        ui = self.ui
        ui.queue_table.setModel(self.queue)
        ui.queue_table.set_row_height(PX["row_two_line"])
        ui.queue_table.horizontalHeader().hide()
        ui.call_table.setModel(self.places)
        ui.call_table.set_row_height(PX["row_ledger"])
        for table in (ui.queue_table, ui.call_table):
            table.setSelectionMode(table.SelectionMode.SingleSelection)
        for column, width in _WIDTHS.items():
            ui.call_table.horizontalHeader().resizeSection(column, width)
        ui.search_edit.set_icon("search")
        ui.search_edit.set_key("Ctrl+F")
        ui.search_edit.setPlaceholderText(_("Provider"))
        ui.import_button.setIcon(icons.icon("import", "text"))
        ui.nothing_state.set_words(_("Nothing found"), _("No provider fits these words."))
        ui.list_state.set_words(_("No sample yet"), _("Drawn customers are listed here."))
        ui.customers_splitter.setSizes(_PANE_WIDTHS)
        for place, stretch in enumerate((0, 1, 1)):
            ui.customers_splitter.setStretchFactor(place, stretch)
        ui.queue_head.set_first(ui.queue_table)
        ui.card_head.set_first(ui.call_card)
        ui.list_head.set_first(ui.call_table)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        ui = self.ui
        ui.search_edit.textChanged.connect(self._narrow)
        ui.search_edit.returnPressed.connect(ui.queue_table.setFocus)
        ui.queue_table.selectionModel().currentRowChanged.connect(self._hear_current)
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
