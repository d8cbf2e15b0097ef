"""The one list of findings, of a provider or of the round; Enter goes where one is mended."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.texts import _
from evaluator_desktop.ui.forms.ui_findings_dialog import Ui_FindingsDialog
from evaluator_desktop.ui.models.finding_rows import FindingRow
from evaluator_desktop.ui.theme import PX
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.plain import one_line, tool_tip

_TARGET = CELL + 1


class FindingsDialog(QDialog):
    """Signals: `chosen(target)`: what the row stands for; the dialog is closed by then."""

    chosen = Signal(object)

    def __init__(self, title: str, rows: Sequence[FindingRow], parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_FindingsDialog()
        self.ui.setupUi(self)
        self.setWindowTitle(one_line(_("Findings")))
        self.ui.title_label.setText(title)
        advice = _("Press Enter or double-click to go where it can be put right.")
        self.ui.advice_label.setText(advice if rows else _("The standing checks found nothing."))
        self.model = QStandardItemModel(self)
        for row in rows:
            self.model.appendRow(_item(row))
        self.ui.finding_list.setModel(self.model)
        self.ui.finding_list.setVisible(bool(rows))
        self.ui.finding_list.row_opened.connect(self._choose)
        self.ui.button_box.rejected.connect(self.reject)
        self.ui.finding_list.setFocus()

    def _choose(self, row: int) -> None:
        target = self.model.item(row).data(_TARGET)
        self.accept()
        self.chosen.emit(target)


def _item(row: FindingRow) -> QStandardItem:
    item = QStandardItem(f"{row.text}  {row.second}")
    item.setData(Cell(row.text, icon=row.icon, icon_ink=row.ink, second=row.second), CELL)
    item.setData(row.target, _TARGET)
    item.setSizeHint(QSize(1, PX["row_two_line"]))  # as wide as the list: what is longer is cut
    item.setData(tool_tip(row.text), Qt.ItemDataRole.ToolTipRole)
    item.setEditable(False)
    return item
