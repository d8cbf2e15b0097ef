"""机构: every provider, found, narrowed and sorted; from here one opens the workbench."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import BODIES
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations.route import toggle_on_route
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _
from evaluator_desktop.ui.forms.ui_providers_page import Ui_ProvidersPage
from evaluator_desktop.ui.models.provider_model import ProviderModel
from evaluator_desktop.ui.models.provider_rows import Column, Row, Snapshot, read_rows
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.pages.providers.columns import Columns
from evaluator_desktop.ui.pages.providers.filters import Filters
from evaluator_desktop.ui.pages.providers.kept_place import KeptPlace
from evaluator_desktop.ui.pages.providers.name_delegate import NameDelegate
from evaluator_desktop.ui.pages.providers.renaming import Renaming
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import icons
from evaluator_desktop.ui.widgets.hint_line import Hint

if TYPE_CHECKING:
    from evaluator_desktop.ui.dialogs.import_dialog import ImportDialog

_WORKBOOK = ".xlsx"


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
        self._set_up_table()
        self.place = KeptPlace(self.ui.provider_table, self.model)
        self.renaming = Renaming(self.ui.provider_table, self.model, services.runner)
        self._set_up_empty_states()
        self._connect()
        self.ui.quick_look.hide()
        self.setAcceptDrops(True)
        self._show_counts()

    def _set_up_table(self) -> None:
        table = self.ui.provider_table
        table.setModel(self.model)
        table.setItemDelegateForColumn(Column.NAME, NameDelegate(table))
        self.columns = Columns(table)
        table.sortByColumn(Column.CHANGED, Qt.SortOrder.DescendingOrder)
        for key, does in (
            ("Space", self.toggle_quick_look),
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
        empty.add_button(_("Import…"), self.import_providers, key="Ctrl+I", icon="import")
        empty.add_button(_("Save template…"), self.save_template, icon="table")
        nothing.set_words(_("Nothing found"), _("No provider fits what the list is narrowed to."))
        nothing.add_button(_("Clear filters"), self.filters.clear)

    def _connect(self) -> None:
        ui, table = self.ui, self.ui.provider_table
        ui.import_button.setIcon(icons.icon("import", "text"))
        ui.import_button.clicked.connect(self.import_providers)
        self.filters.changed.connect(self._narrow)
        self.renaming.renamed.connect(self._hear_renamed)
        self.renaming.failed.connect(self._show_error)
        table.row_opened.connect(self._open_row)
        table.selectionModel().currentRowChanged.connect(self._hear_current)
        table.itemDelegateForColumn(Column.NAME).closeEditor.connect(self._show_waiting)
        ui.quick_look.closed.connect(self.toggle_quick_look)
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
        return {
            "import_providers": self.import_providers,
            "save_template": self.save_template,
            "show_missing": self.filters.show_missing,
        }

    def leave(self) -> None:
        self.hint_changed.emit(None)

    # The list

    def _show(self, snapshot: Snapshot) -> None:
        if self.ui.provider_table.state() == QAbstractItemView.State.EditingState:
            self._waiting = snapshot
            return
        self._waiting = None
        is_first = not self.model.rows
        self.filters.set_people(snapshot.rows)
        self.model.set_snapshot(snapshot)
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
        self.filters.show_counts(total, shown, len(self.model.route))
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
            self._look()

    def _open_row(self, row: int) -> None:
        if row >= 0:
            self.provider_requested.emit("workbench", self.model.row(row).summary.provider)

    def _to_list(self) -> None:
        """Give the focus to the list, which then selects a row."""
        self.ui.provider_table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Quick look and route

    def toggle_quick_look(self) -> None:
        """Show the quick look, or take it away (Space)."""
        wanted = self.ui.quick_look.isHidden()
        self.ui.quick_look.setVisible(wanted)
        self.columns.set_quick_look(is_open=wanted)
        self._look()
        if not wanted:
            self._to_list()

    def _look(self) -> None:
        row = self._row()
        if row is None or self.ui.quick_look.isHidden():
            return
        provider = row.summary.provider
        self.ui.quick_look.show_row(row, self._place(provider))
        self._services.runner.store_job(
            Workspace.assessment,
            provider,
            personal=True,
            done=partial(self._show_look, row),
            failed=self._show_error,
            owner=self,
            topic="quick look",
        )

    def _show_look(self, row: Row, assessment: Assessment) -> None:
        self.ui.quick_look.show_assessment(assessment, row, self._services.facts.person)

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
        self._look()

    def _place(self, provider: str) -> int:
        route = self.model.route
        return route.index(provider) + 1 if provider in route else 0

    def _rename(self) -> None:
        if (row := self._row()) is not None:
            self.renaming.start(row.summary.provider)

    def _hear_renamed(self, name: str) -> None:
        self.ui.error_line.clear()
        self.hint_changed.emit(Hint(recorded=_("name {name}").format(name=name)))

    # Importing

    def import_providers(self) -> None:
        """Open the import."""
        self._import_dialog().open()

    def import_file(self, path: Path) -> None:
        """Open the import with a file that was dropped."""
        dialog = self._import_dialog()
        dialog.open()
        dialog.read(path)

    def _import_dialog(self) -> "ImportDialog":
        from evaluator_desktop.ui.dialogs.import_dialog import ImportDialog

        dialog = ImportDialog(self._services, self)
        dialog.imported.connect(self._hear_imported)
        return dialog

    def _hear_imported(self, added: int, updated: int) -> None:
        words = _("import: {added} new, {updated} updated").format(added=added, updated=updated)
        self.hint_changed.emit(Hint(recorded=words))

    def save_template(self) -> None:
        """Save the form for the list of providers where the person says."""
        from evaluator_desktop.ui.dialogs.import_files import save_template

        save_template(self._services, self, self._hear_template, self._show_error)

    def _hear_template(self, path: Path) -> None:
        words = _("The template was saved: {file}").format(file=path.name)
        self.hint_changed.emit(Hint(remark=words))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := _dropped(event):
            self.import_file(path)

    def _show_error(self, error: EvaluatorError) -> None:
        details = "\n".join(f"{d.field}: {d.message}" for d in error.details)
        self.ui.error_line.show_error(str(error), details=details)


def _dropped(event: QDropEvent) -> Path | None:
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() == _WORKBOOK), None)
