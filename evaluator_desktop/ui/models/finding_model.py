"""What stands between a report and its final form, and what its reader is warned of."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evaluator_desktop.texts import _
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.plain import tool_tip

Index = QModelIndex | QPersistentModelIndex


class FindingModel(QAbstractListModel):
    """First what keeps the report a draft, then warnings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, bool]] = []

    def show_findings(self, reasons: Sequence[str], warnings: Sequence[str]) -> None:
        """Show these sentences."""
        self.beginResetModel()
        self._rows = [(text, True) for text in reasons] + [(text, False) for text in warnings]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text, blocks = self._rows[index.row()]
        word = _("keeps it a draft") if blocks else _("warning")
        if role == CELL:
            icon, ink = ("outcome_false", "false") if blocks else ("warning", "partly")
            return Cell(text, icon=icon, icon_ink=ink, second=word)
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{word}: {text}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(text)
        return None
