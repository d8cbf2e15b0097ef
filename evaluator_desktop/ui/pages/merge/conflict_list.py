"""The list of conflicts: rows of two lines under headings of their own."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from evaluator_desktop.ui.models.conflict_model import ConflictModel, ResultCell
from evaluator_desktop.ui.theme import PX, color
from evaluator_desktop.ui.widgets.cells import CELL, Cell, CellDelegate, paint_cell
from evaluator_desktop.ui.widgets.tables import Table
from evaluator_desktop.ui.widgets.tier import paint_tier

_RESULT_WIDTH = 92
_PAD = 8


class ConflictList(Table):
    """Signals: `conflict_chosen(id)` when another conflict is the current one, "" for none."""

    conflict_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.verticalHeader().setMinimumSectionSize(PX["row_header"])

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        if isinstance(model, ConflictModel):
            model.modelReset.connect(self._lay_out)
            self.selectionModel().currentRowChanged.connect(self._tell)
            head = self.horizontalHeader()
            head.setStretchLastSection(False)
            head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
            for column in (1, 2):
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
                self.setColumnWidth(column, _RESULT_WIDTH)
            self._lay_out()

    def choose(self, row: int) -> None:
        """Make a row the current one and bring it into sight."""
        index = self.conflicts().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def conflicts(self) -> ConflictModel:
        """Return the model."""
        model = self.model()
        if not isinstance(model, ConflictModel):
            raise TypeError(model)
        return model

    def _lay_out(self) -> None:
        self.clearSpans()
        model = self.conflicts()
        for row in range(model.rowCount()):
            group = model.is_group(row)
            self.setRowHeight(row, PX["row_header"] if group else PX["row_two_line"])
            if group:
                self.setSpan(row, 0, 1, 2)

    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        view = self.conflicts().conflict(current.row())
        self.conflict_chosen.emit(view.id if view else "")


class _Delegate(CellDelegate):
    """Paints headings on their own surface, and a tier below a result."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        cell, model = index.data(CELL), index.model()
        if isinstance(model, ConflictModel) and model.is_group(index.row()):
            painter.save()
            painter.fillRect(option.rect, color("header"))
            line = option.rect.adjusted(0, option.rect.height() - 1, 0, 0)
            painter.fillRect(line, color("line"))
            if isinstance(cell, Cell):
                paint_cell(painter, option.rect.adjusted(_PAD, 0, -_PAD, -1), cell)
            painter.restore()
            return
        super().paint(painter, option, index)
        if isinstance(cell, ResultCell) and cell.second_tier:
            top = option.rect.top() + PX["row_two_line"] // 2 + 2
            paint_tier(painter, QPoint(option.rect.left() + _PAD, top), cell.second_tier)
