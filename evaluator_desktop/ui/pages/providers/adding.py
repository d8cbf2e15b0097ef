"""Recording one provider by hand from the page."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evaluator_desktop.ui.services import Services


class Adding(QObject):
    """Signals: `added(provider_id, name)`; `open_requested(provider_id)`, it was here already."""

    added = Signal(str, str)
    open_requested = Signal(str)

    def __init__(self, services: Services, page: QWidget) -> None:
        super().__init__(page)
        self._services, self._page = services, page

    def start(self) -> None:
        """Ask for the provider."""
        from evaluator_desktop.ui.dialogs.new_provider_dialog import NewProviderDialog

        dialog = NewProviderDialog(self._services, self._page)
        dialog.added.connect(self.added)
        dialog.open_requested.connect(self.open_requested)
        dialog.open()
