"""Laptops that packages may come from; this account's own is the first."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evaluator_desktop.store.device import KnownDevice
from evaluator_desktop.texts import N_, _
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.plain import tool_tip

Index = QModelIndex | QPersistentModelIndex
NONE = "—"


def spaced(fingerprint: str) -> str:
    """Return the groups of digits with room between them, to be read out."""
    return fingerprint.replace("-", "  ")


class DeviceModel(QAbstractTableModel):
    """In the order they were met."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices: list[KnownDevice] = []

    def show_devices(self, devices: Sequence[KnownDevice]) -> None:
        """Show these."""
        self.beginResetModel()
        self._devices = list(devices)
        self.endResetModel()

    def device(self, place: int) -> KnownDevice | None:
        return self._devices[place] if 0 <= place < len(self._devices) else None

    def is_own(self, place: int) -> bool:
        """Tell whether this is the computer one sits at."""
        return place == 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._devices)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_head = orientation is Qt.Orientation.Horizontal
        return _(_COLUMNS[section][0]) if is_head and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        device = self.device(index.row()) if index.isValid() else None
        if device is None:
            return None
        cell = _COLUMNS[index.column()][1](device, self.is_own(index.row()))
        if role == CELL:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text
        return tool_tip(cell.text) if role == Qt.ItemDataRole.ToolTipRole else None


def _label(device: KnownDevice, _own: bool) -> Cell:
    return Cell(device.label or NONE, struck=device.lost)


def _fingerprint(device: KnownDevice, _own: bool) -> Cell:
    return Cell(spaced(device.fingerprint), small=True, ink="text2")


def _state(device: KnownDevice, own: bool) -> Cell:
    if own:
        return Cell(_("this computer"), icon="person")
    if device.lost:
        return Cell(_("lost"), ink="false", icon="outcome_false", icon_ink="false")
    return Cell(_("trusted"), icon="tick", icon_ink="ok")


def _key(device: KnownDevice, _own: bool) -> Cell:
    known = device.recipient is not None
    return Cell(_("key known"), icon="lock") if known else Cell(NONE, ink="text3")


_COLUMNS: tuple[tuple[str, Callable[[KnownDevice, bool], Cell]], ...] = (
    (N_("Laptop"), _label),
    (N_("State"), _state),
    (N_("Can be encrypted to"), _key),
    (N_("Fingerprint"), _fingerprint),
)
