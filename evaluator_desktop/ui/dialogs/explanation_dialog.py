"""Where a number comes from: its steps as a tree, the clause and the document's own words below."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QDialog, QHeaderView, QWidget

from evaluator_desktop.domain.explanation.clauses import CLAUSES
from evaluator_desktop.domain.explanation.step import Step
from evaluator_desktop.domain.explanation.telling import (
    origin_words,
    step_line,
    told,
    words_of,
)
from evaluator_desktop.texts import N_, _
from evaluator_desktop.ui.forms.ui_explanation_dialog import Ui_ExplanationDialog
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.plain import one_line

_STEP = CELL + 1
_HEADS = (N_("Figure"), N_("Worked out"), N_("Value"), N_("Clause"))
_VALUE = 2
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_VALUE_WIDTH, _CLAUSE_WIDTH, _NAME_WIDTH = 110, 60, 430


class ExplanationDialog(QDialog):
    """Shows numbers with their steps, one of them opened."""

    def __init__(self, steps: Sequence[Step], key: str, name: str, parent: QWidget) -> None:
        """`key` names the number to open (score, item:ID, shop …), "" for the first."""
        super().__init__(parent)
        self.ui = Ui_ExplanationDialog()
        self.ui.setupUi(self)
        self.ui.title_label.setText(name)
        self.ui.title_label.set_elide()
        self._model = QStandardItemModel(self)
        self._model.setHorizontalHeaderLabels([_(head) for head in _HEADS])
        self._model.horizontalHeaderItem(_VALUE).setTextAlignment(_RIGHT)
        for step in steps:
            self._model.appendRow(_row(step))
        self._set_up_tree()
        self.ui.copy_button.clicked.connect(self._copy)
        self.ui.close_button.clicked.connect(self.accept)
        self._open(self._place_of(key))

    def _set_up_tree(self) -> None:
        tree = self.ui.step_tree
        tree.setModel(self._model)
        head = tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, _NAME_WIDTH), (_VALUE, _VALUE_WIDTH), (3, _CLAUSE_WIDTH)):
            head.resizeSection(column, width)
        tree.selectionModel().currentRowChanged.connect(self._show)

    def _place_of(self, key: str) -> QModelIndex:
        """Return the fullest row of a number; where it is unknown, the first row."""
        first = self._model.index(0, 0)
        found = [index for index in _below(self._model) if key and index.data(_STEP).key == key]
        return max(found, key=lambda index: bool(index.data(_STEP).steps), default=first)

    def _open(self, index: QModelIndex) -> None:
        tree, above = self.ui.step_tree, index
        while above.isValid():
            tree.expand(above)
            above = above.parent()
        tree.setCurrentIndex(index)
        tree.scrollTo(index, tree.ScrollHint.PositionAtTop)
        tree.setFocus()

    def _show(self, index: QModelIndex) -> None:
        step = index.siblingAtColumn(0).data(_STEP)
        if not isinstance(step, Step):
            return
        clause = CLAUSES.get(step.rule)
        details = (
            words_of(step),
            step.note,
            origin_words(step.recorded),
            f"{step.rule}  {_(clause)}" if clause else "",
        )
        self.ui.line_label.setText(step_line(step))
        self.ui.detail_label.setText("\n".join(filter(None, details)))

    def _copy(self) -> None:
        step = self.ui.step_tree.currentIndex().siblingAtColumn(0).data(_STEP)
        if isinstance(step, Step):
            QApplication.clipboard().setText("\n".join(map(one_line, told([step]))))


def _below(model: QStandardItemModel, parent: QModelIndex = QModelIndex()) -> Iterator[QModelIndex]:
    """Yield the first cell of every row below `parent`."""
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from _below(model, index)


def _row(step: Step) -> list[QStandardItem]:
    worked = step.arithmetic(short=True)
    cells = (
        Cell(step.what, bold=bool(step.key)),
        Cell("" if worked == step.shown else worked, ink="text2"),
        Cell(step.shown, right=True, bold=bool(step.formula)),
        Cell(step.rule, ink="text2", small=True),
    )
    items = [_item(cell) for cell in cells]
    items[0].setData(step, _STEP)
    for child in step.steps:
        items[0].appendRow(_row(child))
    return items


def _item(cell: Cell) -> QStandardItem:
    item = QStandardItem(one_line(cell.text))
    item.setData(cell, CELL)
    item.setEditable(False)
    return item
