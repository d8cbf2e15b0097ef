"""核验: the evidence of all providers as one queue, with the file beside it; and the customers.

Outcomes are recorded in the workbench, where the item and its rating are in sight; from here
Enter leads there. The customers are a pane of their own (`pages/customers`).
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFontMetrics

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.paths import safe_file_name
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.queries.verification import Queue, QueueRow, evidence_queue
from evaluator_desktop.texts import _, count_text, time_text
from evaluator_desktop.ui.dialogs.files import choose_target
from evaluator_desktop.ui.forms.ui_verification_page import Ui_VerificationPage
from evaluator_desktop.ui.models.evidence_queue import Column, EvidenceQueueModel, Part
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.pages.workbench.save_copy import save_copy, saved_words
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import PX, font
from evaluator_desktop.ui.widgets.hint_line import Hint
from evaluator_desktop.ui.widgets.plain import caption
from evaluator_desktop.ui.widgets.preview import PreviewFile
from evaluator_desktop.ui.widgets.wrap_row import wrap

_WIDTHS = {Column.FILE: 220, Column.PROVIDER: 190, Column.OUTCOME: 160, Column.EVALUATOR: 100}
_BUTTON_PAD = 15
_NAMES = frozenset({"provider", "profile", "alias"})
_MATERIAL = _NAMES | {"evidence", "outcome"}
_CUSTOMERS = _NAMES | {"customer", "call", "sample", "lock", "purge", "scheme"}


class VerificationPage(Page):
    """Two tabs: the material, and the customers; the one in front is read, the other when shown."""

    kinds: ClassVar[frozenset[str]] = _MATERIAL | _CUSTOMERS

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.ui = Ui_VerificationPage()
        self.ui.setupUi(self)
        self._services = services
        self.model = EvidenceQueueModel(self)
        self._part, self._evidence = Part.PENDING, ""
        self._stale_tabs = {self.ui.material_tab, self.ui.customers_tab}
        self.ui.customers_pane.use(services)
        self.buttons = {
            Part.PENDING: self.ui.pending_button,
            Part.PROBLEM: self.ui.problem_button,
            Part.CHECKED: self.ui.checked_button,
            Part.ALL: self.ui.all_button,
        }
        self._set_up()
        self._connect()

    # What the window asks

    def refresh(self) -> None:
        """Read the tab in front."""
        self._stale_tabs.discard(self.ui.tabs.currentWidget())
        if self._shows_customers:
            self.ui.customers_pane.refresh()
            return
        self._services.runner.store_job(
            evidence_queue, done=self._show, failed=self._show_error, topic="queue"
        )
        self._say()

    def forget_recorded(self) -> None:
        self.ui.customers_pane.forget_recorded()

    def committed(self, changes: Changes) -> None:
        """Read the tab in front again where it concerns it; the other one when it is shown."""
        if changes.turned is not None:
            self.ui.customers_pane.forget_chosen()
        for tab, kinds in ((self.ui.material_tab, _MATERIAL), (self.ui.customers_tab, _CUSTOMERS)):
            if not kinds.isdisjoint(changes.kinds):
                self._stale_tabs.add(tab)
        if self.ui.tabs.currentWidget() in self._stale_tabs:
            super().committed(changes)

    def show_provider(self, provider_id: str) -> None:
        """Take a provider in hand; the material is everybody's."""
        if not self._shows_customers:
            self._stale_tabs.add(self.ui.customers_tab)
        self.ui.customers_pane.show_provider(provider_id)

    def show_part(self, part: str) -> None:
        """Bring a tab to the front: `customers`, or the material."""
        ui = self.ui
        ui.tabs.setCurrentWidget(ui.customers_tab if part == "customers" else ui.material_tab)

    @property
    def part(self) -> str:
        return "customers" if self._shows_customers else ""

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return self.ui.customers_pane.commands() if self._shows_customers else {}

    def search(self) -> None:
        if self._shows_customers:
            self.ui.customers_pane.queue.search()
            return
        self.ui.search_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.search_edit.selectAll()

    @property
    def _shows_customers(self) -> bool:
        return self.ui.tabs.currentWidget() is self.ui.customers_tab

    def _say(self) -> None:
        """Name the keys of the tab in front."""
        if self._shows_customers:
            self.ui.customers_pane.say()
            return
        keys = (("Enter", _("open in the workbench")), ("Ctrl+F", _("search")))
        self.hint_changed.emit(Hint(keys=keys))

    def _hear_tab(self) -> None:
        self.commands_changed.emit()
        self._say()
        if self.ui.tabs.currentWidget() in self._stale_tabs:
            self.refresh()

    # Showing

    def _show(self, queue: Queue) -> None:
        self.model.set_rows(queue.rows)
        self._say_why_nothing(has_material=bool(queue.rows))
        self._show_counts()
        self._keep_place()
        self.data_shown.emit()

    def _show_counts(self) -> None:
        words = {
            Part.PENDING: _("Pending {count}"),
            Part.PROBLEM: _("With problems {count}"),
            Part.CHECKED: _("Checked {count}"),
            Part.ALL: _("All {count}"),
        }
        bold = QFontMetrics(font("body", bold=True))  # the one that is chosen is bold
        for part, button in self.buttons.items():
            text = words[part].format(count=count_text(self.model.count(part)))
            button.setText(caption(text))
            button.setMinimumWidth(bold.horizontalAdvance(text) + 2 * _BUTTON_PAD)
            button.setChecked(part is self._part)
        shown = self.model.rowCount()
        self.ui.count_label.setText(
            _("{shown} of {count}").format(
                shown=count_text(shown), count=count_text(self.model.count(Part.ALL))
            )
        )
        self.ui.list_stack.setCurrentWidget(self.ui.queue_table if shown else self.ui.nothing_state)

    def _say_why_nothing(self, *, has_material: bool) -> None:
        if has_material:
            words = _("No evidence fits the filter and the words searched for.")
            self.ui.nothing_state.set_words(_("Nothing here"), words)
        else:
            words = _("Evidence is added in the workbench, at the item it is for.")
            self.ui.nothing_state.set_words(_("No evidence yet"), words)

    def _keep_place(self) -> None:
        """Select the file in hand again, else the first one."""
        row = max(self.model.find(self._evidence), 0)
        if self.model.row(row) is None:
            self._show_row(None, "")
        else:
            self.ui.queue_table.selectRow(row)

    def _hear_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row(current.row())
        if row is None:
            return
        self._evidence = row.evidence
        self._show_row(row, f"{current.row() + 1} / {self.model.rowCount()}")
        following = self.model.row(current.row() + 1)
        if following is not None:
            self.ui.preview_pane.load_ahead(self._file(following, ""))

    def _show_row(self, row: QueueRow | None, position: str) -> None:
        self.ui.preview_pane.show_file(self._file(row, position) if row else None)

    def _file(self, row: QueueRow, position: str) -> PreviewFile:
        return PreviewFile(
            path=self._services.facts.evidence_path(row.digest),
            name=row.name,
            size=row.size,
            digest=row.digest,
            added=f"{time_text(datetime.fromisoformat(row.added_at))} {row.added_by}",
            position=position,
        )

    def _show_error(self, error: EvaluatorError) -> None:
        self.ui.error_line.show_error(str(error))

    # What a person does

    def _narrow(self, part: Part) -> None:
        self._part = part
        self.model.narrow(part, self.ui.search_edit.text())
        self._show_counts()
        self._keep_place()

    def _open_row(self, number: int) -> None:
        row = self.model.row(number)
        if row is not None:
            self.provider_requested.emit("workbench", row.provider.provider)

    def _save_copy(self, file: PreviewFile) -> None:
        target = choose_target(self, _("Save a copy"), safe_file_name(file.name))
        if target is not None:
            self._services.runner.pool_job(
                save_copy,
                file.path,
                target,
                done=lambda path: self.hint_changed.emit(Hint(remark=saved_words(path))),
                failed=self._show_error,
                owner=self,
            )

    # Building

    def _set_up(self) -> None:
        ui, table = self.ui, self.ui.queue_table
        wrap(ui.filter_bar)
        table.setModel(self.model)
        table.set_row_height(PX["row_two_line"])
        table.setSelectionMode(table.SelectionMode.SingleSelection)
        head = table.horizontalHeader()
        head.setSortIndicator(Column.PROVIDER, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorShown(True)
        head.setSectionsClickable(True)
        for column, width in _WIDTHS.items():
            head.resizeSection(column, width)
        ui.search_edit.set_icon("search")
        ui.search_edit.set_key("Ctrl+F")
        ui.search_edit.setPlaceholderText(_("Provider, item, file"))
        ui.preview_pane.use(self._services.previews)
        ui.queue_splitter.setSizes([800, 488])
        ui.queue_splitter.setStretchFactor(0, 1)
        ui.queue_splitter.setStretchFactor(1, 0)
        self._show_counts()

    def _connect(self) -> None:
        ui, table = self.ui, self.ui.queue_table
        for part, button in self.buttons.items():
            button.clicked.connect(lambda _checked, part=part: self._narrow(part))
        ui.search_edit.textChanged.connect(lambda _text: self._narrow(self._part))
        ui.search_edit.returnPressed.connect(table.setFocus)
        table.horizontalHeader().sortIndicatorChanged.connect(self._sort)
        table.selectionModel().currentRowChanged.connect(self._hear_current)
        table.row_opened.connect(self._open_row)
        ui.preview_pane.save_requested.connect(self._save_copy)
        ui.tabs.currentChanged.connect(lambda _place: self._hear_tab())
        pane = ui.customers_pane
        pane.provider_chosen.connect(self.provider_changed)
        pane.page_requested.connect(lambda page: self.provider_requested.emit(page, ""))
        pane.hint_changed.connect(self.hint_changed)
        pane.data_shown.connect(self.data_shown)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self.model.sort(column, order)
        self._keep_place()
