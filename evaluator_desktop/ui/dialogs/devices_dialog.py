"""The laptops that packages may come from; one that was lost is refused from then on."""

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations.devices import known_devices, mark_lost
from evaluator_desktop.store.device import KnownDevice
from evaluator_desktop.texts import _
from evaluator_desktop.ui.forms.ui_devices_dialog import Ui_DevicesDialog
from evaluator_desktop.ui.models.device_model import DeviceModel, spaced
from evaluator_desktop.ui.widgets.plain import ask

_WIDTHS = (230, 150, 150)


class DevicesDialog(QDialog):
    """What it shows lies in the user's own folder, no workspace knows of it."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_DevicesDialog()
        self.ui.setupUi(self)
        self._runner = runner
        self.model = DeviceModel(self)
        table = self.ui.device_table
        table.setModel(self.model)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        table.selectionModel().currentRowChanged.connect(lambda *_rows: self._judge())
        self.ui.lost_button.clicked.connect(self._mark_lost)
        self.ui.copy_button.clicked.connect(self._copy)
        self.ui.close_button.clicked.connect(self.accept)
        self._judge()
        self._read()

    def _read(self) -> None:
        self._runner.pool_job(
            known_devices, done=self._show, failed=self._show_error, owner=self, topic="devices"
        )

    def _show(self, devices: list[KnownDevice]) -> None:
        self.model.show_devices(devices)
        self.ui.own_edit.setText(devices[0].recipient or "")
        self.ui.own_edit.setCursorPosition(0)
        self._judge()

    def _current(self) -> KnownDevice | None:
        return self.model.device(self.ui.device_table.currentIndex().row())

    def _judge(self) -> None:
        """Offer what can be done with the laptop in hand, and say why where it cannot."""
        device = self._current()
        own = self.model.is_own(self.ui.device_table.currentIndex().row())
        hint = ""
        if self.model.rowCount() <= 1:
            hint = _("A laptop comes here when a package of it has been taken in.")
        elif device is None:
            hint = _("Choose a laptop.")
        elif own:
            hint = _("This is the computer you are working on.")
        elif device.lost:
            hint = _("Marked as lost.")
        self.ui.lost_hint_label.setText(hint)
        self.ui.lost_button.setEnabled(device is not None and not own and not device.lost)

    def _mark_lost(self) -> None:
        device = self._current()
        if device is None:
            return
        sentence = _(
            "Packages of {label} are refused from now on, on this computer. What came in before "
            "stays. Tell the others to mark it too: {digits}"
        )
        text = sentence.format(label=device.label, digits=spaced(device.fingerprint))
        if ask(self, text, _("Mark as lost")):
            self._runner.pool_job(
                mark_lost,
                device.fingerprint,
                done=lambda _device: self._read(),
                failed=self._show_error,
                owner=self,
            )

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.ui.own_edit.text())
        self.ui.copy_button.setText(_("Copied"))

    def _show_error(self, error: EvaluatorError) -> None:
        self.ui.error_line.show_error(str(error))
