"""Beginning the import of a list of customers: by the button, or with a file that was dropped."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from evaluator_desktop.texts import _
from evaluator_desktop.ui.services import Services

if TYPE_CHECKING:
    from evaluator_desktop.ui.dialogs.import_dialog import ImportDialog
    from evaluator_desktop.ui.dialogs.import_lists import ListKind
    from evaluator_desktop.ui.pages.customers.customers_pane import CustomersPane


class ListImport(QObject):
    """Signals: `told(words)` what was written, `remarked(words)`, `failed(error)`."""

    told = Signal(str)
    remarked = Signal(str)
    failed = Signal(object)

    def __init__(self, services: Services, pane: "CustomersPane") -> None:
        super().__init__(pane)
        self._services, self._pane = services, pane

    def start(self) -> None:
        """Open the import for the provider in hand."""
        if self._pane.view is not None:
            self._dialog().open()

    def start_with(self, path: Path) -> None:
        """Open the import with a file."""
        if self._pane.view is not None:
            dialog = self._dialog()
            dialog.open()
            dialog.read(path)

    def save_template(self) -> None:
        """Save the form for a list of customers where the person says."""
        from evaluator_desktop.ui.dialogs.import_files import save_template

        save_template(
            self._services, self._pane, self._kind(), self._hear_template, self.failed.emit
        )

    def _kind(self) -> "ListKind":
        from evaluator_desktop.ui.dialogs.import_lists import customer_list

        return customer_list(*self._pane.provider)

    def _dialog(self) -> "ImportDialog":
        from evaluator_desktop.ui.dialogs.import_dialog import ImportDialog

        dialog = ImportDialog(self._services, self._kind(), self._pane)
        dialog.imported.connect(self._hear_imported)
        return dialog

    def _hear_imported(self, added: int, updated: int) -> None:
        words = _("import: {added} new, {updated} updated").format(added=added, updated=updated)
        self.told.emit(words)

    def _hear_template(self, path: Path) -> None:
        words = _("The template was saved: {file}").format(file=path.name)
        self.remarked.emit(words)
