"""机构: every provider, found, narrowed and sorted; from here one opens the workbench."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView

from evaluator_desktop.domain.bodies import BODIES, LEAD
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations.route import toggle_on_route
from evaluator_desktop.texts import _
from evaluator_desktop.ui.forms.ui_providers_page import Ui_ProvidersPage
from evaluator_desktop.ui.models.provider_model import ProviderModel
from evaluator_desktop.ui.models.provider_rows import Column, Row, Snapshot, read_rows
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.pages.providers.adding import Adding
from evaluator_desktop.ui.pages.providers.assigning import Assigning
from evaluator_desktop.ui.pages.providers.filters import Filters
from evaluator_desktop.ui.pages.providers.importing import Importing, dropped_workbook
from evaluator_desktop.ui.pages.providers.joining import Joining
from evaluator_desktop.ui.pages.providers.kept_place import KeptPlace
from evaluator_desktop.ui.pages.providers.looking import Looking
from evaluator_desktop.ui.pages.providers.name_delegate import NameDelegate
from evaluator_desktop.ui.pages.providers.renaming import Renaming
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import icons
from evaluator_desktop.ui.widgets.hint_line import Hint


class ProvidersPage(Page):
    """The providers page."""

    kinds: ClassVar[frozenset[str]] = frozenset(BODIES)  # a row is made of everything

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.ui = Ui_ProvidersPage()
        self.ui.setupUi(self)
        self._services = services
        self._waiting: Snapshot | None = None  # came while a name was being typed
        self.model = ProviderModel(services.facts.scheme, self)
        self.filters = Filters(self.ui, services.facts.scheme, self)
        self.importing = Importing(services, self)
        self.adding = Adding(services, self)
        self._set_up_table()
        self.place = KeptPlace(self.ui.provider_table, self.model)
        self.assigning = Assigning(self.ui.provider_table, self.model, services)
        self.joining = Joining(self.ui.provider_table, self.model, services)
        self.renaming = Renaming(
            self.ui.provider_table, self.model, services.runner, services.drafts
        )
        self._set_up_empty_states()
        self._connect()
        self.setAcceptDrops(True)
        self._show_counts()

    def _set_up_table(self) -> None:
        table = self.ui.provider_table
        table.setModel(self.model)
        table.setItemDelegateForColumn(Column.NAME, NameDelegate(table))
        self.looking = Looking(table, self.model, self.ui.quick_look, self._services)
        table.sortByColumn(Column.CHANGED, Qt.SortOrder.DescendingOrder)
        for key, does in (
            ("Space", self.looking.toggle),
            ("Ins", self.toggle_route),
            ("F2", self._rename),
        ):
            shortcut = QShortcut(QKeySequence(key), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(does)

    def _set_up_empty_states(self) -> None:
        empty, nothing = self.ui.no_providers, self.ui.nothing_found
        empty.set_words(
            _("No providers yet"),
            _("Import the list of the round from Excel, or drop the file here."),
            dashed=True,
        )
        empty.add_button(_("Import…"), self.importing.start, key="Ctrl+I", icon="import")
        empty.add_button(_("New provider…"), self.adding.start, icon="plus")
        empty.add_button(_("Save template…"), self.importing.save_template, icon="table")
        nothing.set_words(_("Nothing found"), _("No provider fits what the list is narrowed to."))
        nothing.add_button(_("Clear filters"), self.filters.clear)

    def _connect(self) -> None:
        ui, table = self.ui, self.ui.provider_table
        ui.import_button.setIcon(icons.icon("import", "text"))
        ui.import_button.clicked.connect(self.importing.start)
        self.filters.changed.connect(self._narrow)
        self.renaming.renamed.connect(self._hear_renamed)
        self.importing.told.connect(self.hint_changed)
        self.adding.added.connect(self._hear_added)
        self.adding.open_requested.connect(partial(self.provider_requested.emit, "workbench"))
        for wish in (self.assigning, self.joining):
            wish.recorded.connect(lambda words: self.hint_changed.emit(Hint(recorded=words)))
        for part in (self.renaming, self.looking, self.importing):
            part.failed.connect(self._show_error)
        table.row_opened.connect(self._open_row)
        table.selectionModel().currentRowChanged.connect(self._hear_current)
        table.itemDelegateForColumn(Column.NAME).closeEditor.connect(self._show_waiting)
        ui.quick_look.open_requested.connect(lambda: self._open_row(table.currentIndex().row()))
        ui.quick_look.route_requested.connect(self.toggle_route)
        for key, does in (("Down", self._to_list), ("Esc", ui.search_edit.clear)):
            shortcut = QShortcut(QKeySequence(key), ui.search_edit)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(does)
        ui.search_edit.returnPressed.connect(self._to_list)

    # What the window asks

    def refresh(self) -> None:
        self._services.runner.store_job(
            read_rows, done=self._show, failed=self._show_error, topic="providers"
        )

    def search(self) -> None:
        self.ui.search_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ui.search_edit.selectAll()

    def show_provider(self, provider_id: str) -> None:
        self.place.show(provider_id)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        commands: dict[str, Callable[[], object]] = {
            "add_provider": self.adding.start,
            "import_providers": self.importing.start,
            "save_template": self.importing.save_template,
            "show_missing": self.filters.show_missing,
            "choose_columns": self.looking.columns.menu.open,
        }
        if self.assigning.is_offered:
            commands["assign_providers"] = self.assigning.start
            commands["join_providers"] = self.joining.start
        return commands

    def leave(self) -> None:
        self.hint_changed.emit(None)

    # The list

    def _show(self, snapshot: Snapshot) -> None:
        if self._services.facts.role == LEAD:  # who leads works on the whole round
            snapshot = snapshot._replace(mine=frozenset())
        if self.ui.provider_table.state() == QAbstractItemView.State.EditingState:
            self._waiting = snapshot
            return
        self._waiting = None
        is_first = not self.model.rows
        self.filters.set_people(snapshot.rows)
        self.model.set_snapshot(snapshot)
        if is_first and snapshot.mine:
            self.filters.show_mine()
        self._show_counts()
        if is_first and snapshot.rows:
            self._to_list()
        self.data_shown.emit()

    def _show_waiting(self) -> None:
        if self._waiting is not None:
            self.refresh()

    def _narrow(self) -> None:
        self.model.set_wishes(self.filters.wishes())
        self._show_counts()

    def _show_counts(self) -> None:
        total, shown = len(self.model.rows), self.model.rowCount()
        self.filters.show_counts(total, shown, len(self.model.route), len(self.model.mine))
        ui = self.ui
        ui.list_stack.setCurrentWidget(ui.list_page if total else ui.empty_page)
        ui.found_stack.setCurrentWidget(ui.table_page if shown or not total else ui.nothing_found)
        ui.filter_bar.setVisible(bool(total))

    def _row(self) -> Row | None:
        index = self.ui.provider_table.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def _hear_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.provider_changed.emit(self.model.row(current.row()).summary.provider)
            self.looking.look()

    def _open_row(self, row: int) -> None:
        if row >= 0:
            self.provider_requested.emit("workbench", self.model.row(row).summary.provider)

    def _to_list(self) -> None:
        """Give the focus to the list, which then selects a row."""
        self.ui.provider_table.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is done with the row in hand

    def toggle_route(self) -> None:
        """Put the provider in hand on today's route, or take it off (Insert)."""
        if (row := self._row()) is not None:
            self._services.runner.store_job(
                toggle_on_route,
                row.summary.provider,
                done=self._show_route,
                failed=self._show_error,
            )

    def _show_route(self, route: Sequence[str]) -> None:
        self.model.set_route(route)
        self._show_counts()
        self.looking.look()

    def _rename(self) -> None:
        if (row := self._row()) is not None:
            self.renaming.start(row.summary.provider)

    def _hear_renamed(self, name: str) -> None:
        self.ui.error_line.clear()
        self.hint_changed.emit(Hint(recorded=_("name {name}").format(name=name)))

    def _hear_added(self, provider: str, name: str) -> None:
        self.ui.error_line.clear()
        self.place.show(provider)
        self.hint_changed.emit(Hint(recorded=_("provider {name}").format(name=name)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_workbook(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped_workbook(event):
            self.importing.start_with(path)

    def _show_error(self, error: EvaluatorError) -> None:
        self.ui.error_line.show_error(str(error), details=error.details_text)
