"""Packages that were dropped or chosen, with what is known of each and what can be done with it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evaluator_desktop.exchange.errors import LostDeviceError, WrongPassphraseError
from evaluator_desktop.operations.merge import TAKEN, MergeStatus, PackageResult
from evaluator_desktop.texts import N_, _, count_text, size_text
from evaluator_desktop.ui.models.provider_cells import change_text
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.plain import tool_tip

Index = QModelIndex | QPersistentModelIndex
NONE = "—"


@dataclass(frozen=True)
class PackageRow:
    """One file; `result` is None while it is looked at, `merged` once it has come in."""

    path: Path
    result: PackageResult | None = None
    merged: bool = False
    tried: bool = False
    """A passphrase was given for this one."""
    written: str = ""
    """When the file was written (UTC, ISO), as its medium says; the package itself does not."""

    @property
    def can_merge(self) -> bool:
        return not self.merged and bool(self.result) and self._status is MergeStatus.MERGED

    @property
    def is_taken(self) -> bool:
        """Whether it can be merged, or has come in before."""
        return self._status in TAKEN

    @property
    def is_unknown(self) -> bool:
        """Whether it comes from a laptop that nobody here said yes to; never from a lost one."""
        return self._status is MergeStatus.UNKNOWN_DEVICE and not self.is_lost

    @property
    def is_lost(self) -> bool:
        return self.result is not None and isinstance(self.result.error, LostDeviceError)

    @property
    def needs_passphrase(self) -> bool:
        """Whether none was given yet, or none that opens it."""
        wrong = self.result is not None and isinstance(self.result.error, WrongPassphraseError)
        return self._status is MergeStatus.NEEDS_PASSPHRASE or wrong

    @property
    def device(self) -> str:
        return self.result.device if self.result else ""

    @property
    def _status(self) -> MergeStatus | None:
        return self.result.status if self.result else None


_STATES: Mapping[MergeStatus, tuple[str, str, str]] = {
    MergeStatus.MERGED: (N_("can be merged"), "outcome_verified", "ok"),
    MergeStatus.ALREADY_MERGED: (N_("merged before"), "check", "text2"),
    MergeStatus.REFUSED: (N_("cannot be merged"), "outcome_false", "false"),
    MergeStatus.NEEDS_PASSPHRASE: (N_("needs a passphrase"), "lock", "partly"),
    MergeStatus.OTHER_ROUND: (N_("another round"), "outcome_false", "false"),
    MergeStatus.UNKNOWN_DEVICE: (N_("unknown laptop"), "outcome_unverifiable", "unver"),
}


def state_look(row: PackageRow) -> tuple[str, str, str]:
    """Return a package's state in words, its icon and ink."""
    if row.result is None:
        return _("being read"), "clock", "text2"
    if row.merged:
        return _("merged"), "outcome_verified", "ok"
    if row.needs_passphrase:
        words = _("wrong passphrase") if row.tried else _("needs a passphrase")
        return words, "lock", "false" if row.tried else "partly"
    if row.is_lost:
        return _("lost laptop"), "outcome_false", "false"
    words, icon, ink = _STATES[row.result.status]
    return _(words), icon, ink


class PackageModel(QAbstractTableModel):
    """Rows in the order the files were given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PackageRow] = []

    @property
    def rows(self) -> Sequence[PackageRow]:
        return self._rows

    def show_rows(self, rows: Sequence[PackageRow]) -> None:
        """Show these packages."""
        same = [row.path for row in rows] == [row.path for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = list(rows)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(_COLUMNS) - 1))

    def row(self, place: int) -> PackageRow | None:
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        head, _cell, right = _COLUMNS[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return _(head)
        if role == Qt.ItemDataRole.TextAlignmentRole and right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        cell = _COLUMNS[index.column()][1](row)
        if role == CELL:
            return cell
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(f"{cell.text}\n{cell.second}".strip())
        return None


def _file(row: PackageRow) -> Cell:
    return Cell(row.path.name, icon="file", second=row.result.message if row.result else " ")


def _state(row: PackageRow) -> Cell:
    words, icon, ink = state_look(row)
    return Cell(words, ink=ink, icon=icon, icon_ink=ink)


def _when(row: PackageRow) -> Cell:
    return Cell(change_text(row.written) if row.written else NONE, small=True, ink="text2")


def _known(say: Callable[[PackageResult], str], *, right: bool = False) -> Callable[..., Cell]:
    """Return a cell of what is known only once the signature was found to hold."""

    def cell(row: PackageRow) -> Cell:
        known = row.result is not None and bool(row.result.number)
        text = say(row.result) if known and row.result else NONE
        return Cell(text, ink="text" if known else "text3", right=right)

    return cell


def _signature(row: PackageRow) -> Cell:
    if row.result is None or not row.result.number:
        return Cell(NONE, ink="text3")
    if row.result.status in TAKEN:
        return Cell(_("trusted"), icon="tick", icon_ink="ok")
    return Cell(_("sound"), icon="tick", icon_ink="text2")


def _scheme(result: PackageResult) -> str:
    return _("same") if result.same_scheme else _("another version")


_COLUMNS: tuple[tuple[str, Callable[[PackageRow], Cell], bool], ...] = (
    (N_("Package"), _file, False),
    (N_("State"), _state, False),
    (N_("Person"), _known(lambda r: r.person), False),
    (N_("Laptop"), _known(lambda r: r.device_label), False),
    (N_("File written"), _when, False),
    (N_("Scheme"), _known(_scheme), False),
    (N_("Records"), _known(lambda r: count_text(r.revisions), right=True), True),
    (N_("Files"), _known(lambda r: count_text(r.evidence), right=True), True),
    (N_("Size"), _known(lambda r: size_text(r.size), right=True), True),
    (N_("Signature"), _signature, False),
)
