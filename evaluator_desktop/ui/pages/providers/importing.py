"""Beginning an import from the page: by a command, or with a file that was dropped."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from evaluator_desktop.texts import _
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.widgets.hint_line import Hint

if TYPE_CHECKING:
    from evaluator_desktop.ui.dialogs.import_dialog import ImportDialog

_WORKBOOK = ".xlsx"


class Importing(QObject):
    """Signals: `told(hint)` what was done, `failed(error)`."""

    told = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, page: QWidget) -> None:
        super().__init__(page)
        self._services, self._page = services, page

    def start(self) -> None:
        """Open the import."""
        self._dialog().open()

    def start_with(self, path: Path) -> None:
        """Open the import with a file."""
        dialog = self._dialog()
        dialog.open()
        dialog.read(path)

    def save_template(self) -> None:
        """Save the form for the list of providers where the person says."""
        from evaluator_desktop.ui.dialogs.import_files import save_template
        from evaluator_desktop.ui.dialogs.import_lists import provider_list

        kind = provider_list()
        save_template(self._services, self._page, kind, self._hear_template, self.failed.emit)

    def _dialog(self) -> "ImportDialog":
        from evaluator_desktop.ui.dialogs.import_dialog import ImportDialog
        from evaluator_desktop.ui.dialogs.import_lists import provider_list

        dialog = ImportDialog(self._services, provider_list(), self._page)
        dialog.imported.connect(self._hear_imported)
        return dialog

    def _hear_imported(self, added: int, updated: int) -> None:
        words = _("import: {added} new, {updated} updated").format(added=added, updated=updated)
        self.told.emit(Hint(recorded=words))

    def _hear_template(self, path: Path) -> None:
        words = _("The template was saved: {file}").format(file=path.name)
        self.told.emit(Hint(remark=words))


def dropped_workbook(event: QDropEvent) -> Path | None:
    """Return the first workbook of what is dragged, None where there is none."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return next((path for path in paths if path.suffix.lower() == _WORKBOOK), None)
