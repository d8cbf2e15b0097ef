"""What packages bring, by kind: rows are kinds of records, columns are packages."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evaluator_desktop.domain.bodies import BODIES
from evaluator_desktop.operations.merge import PackageResult
from evaluator_desktop.texts import N_, _, count_text
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.plain import one_line

Index = QModelIndex | QPersistentModelIndex
_PLURALS = {
    "round": N_("Round"),
    "scheme": N_("Scheme"),
    "provider": N_("Providers"),
    "profile": N_("Profiles"),
    "evidence": N_("Evidence"),
    "outcome": N_("Outcomes"),
    "rating": N_("Ratings"),
    "shop_facts": N_("Facts of shops"),
    "consensus": N_("Consensuses"),
    "class_decision": N_("Decisions on classes"),
    "review": N_("Returns for completion"),
    "lock": N_("Final reviews"),
    "submission": N_("Submissions"),
    "sample": N_("Samples of customers"),
    "assignment": N_("Assignments"),
    "alias": N_("Joined providers"),
    "customer": N_("Customers"),
    "call": N_("Calls"),
    "entry_fact": N_("Entry conditions"),
    "issued_report": N_("Issued reports"),
    "resolution": N_("Settled conflicts"),
    "purge": N_("Erasures"),
}


class IncomingModel(QAbstractTableModel):
    """Kinds that no package brings are left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._packages: Sequence[PackageResult] = ()
        self._rows: list[tuple[str, list[int], bool]] = []

    def show_packages(self, packages: Sequence[PackageResult], *, dry_run: bool) -> None:
        """Show what these bring, or with `dry_run` would bring."""
        self.beginResetModel()
        self._packages = packages
        self._rows = [
            (_(_PLURALS[kind]), [p.kinds.get(kind, 0) for p in packages], False)
            for kind in BODIES
            if any(kind in package.kinds for package in packages)
        ]
        self._rows.append((_("New records"), [p.new_revisions for p in packages], True))
        self._rows.append((_("New evidence files"), [p.new_evidence for p in packages], True))
        if dry_run:
            self._rows.append((_("Expected conflicts"), [p.conflicts for p in packages], True))
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._packages) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._packages[section - 1].file) if section else _("Kind")
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (CELL, Qt.ItemDataRole.DisplayRole):
            return None
        name, counts, bold = self._rows[index.row()]
        if index.column() == 0:
            return Cell(name, bold=bold) if role == CELL else name
        text = count_text(counts[index.column() - 1])
        faint = not counts[index.column() - 1]
        if role == CELL:
            return Cell(text, bold=bold and not faint, right=True, ink="text3" if faint else "text")
        return text
