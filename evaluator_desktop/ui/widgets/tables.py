"""Tables and lists with the program's rows, to promote Qt's own to in forms.

Signals of table and list: `row_opened(row)` for Enter and double click.
"""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QTableView,
    QTreeView,
    QWidget,
)

from evaluator_desktop.ui.theme import PX
from evaluator_desktop.ui.widgets.cells import set_up_rows


class Table(QTableView):
    """Rows of 30 px (`set_row_height` for 22 or 42), heads of 28, hairlines, no grid."""

    row_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_up_rows(self)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.set_row_height(PX["row"])
        set_up_head(self.horizontalHeader())
        self.doubleClicked.connect(lambda index: self.row_opened.emit(index.row()))

    def set_row_height(self, height: int) -> None:
        """Set the height of every row in pixels."""
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(height)
        rows.setDefaultSectionSize(height)

    def selectRow(self, row: int) -> None:
        """Select a row whatever keys are held: under Ctrl, Qt's own takes a selected one back."""
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        rows = QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), select | rows)

    def bring_to_middle(self, index: QModelIndex) -> None:
        """Scroll to a row with others around it; the first that is seen is a whole one."""
        self.scrollTo(index, self.ScrollHint.PositionAtCenter)
        bar, height = self.verticalScrollBar(), self.verticalHeader().defaultSectionSize()
        if bar.value() < bar.maximum():
            bar.setValue(bar.value() - bar.value() % height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _opens(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        _select_first(self)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters belong to the search field, not to jumps in a list."""


class List(QListView):
    """Rows of one or two lines, as tall as their cells say."""

    row_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_up_rows(self)
        self.setUniformItemSizes(False)
        self.doubleClicked.connect(lambda index: self.row_opened.emit(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _opens(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        _select_first(self)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters belong to the search field, not to jumps in a list."""


class Tree(QTreeView):
    """Rows of 30 px that open to the right; the columns line up as in a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_up_rows(self)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(True)
        set_up_head(self.header())

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters belong to the search field, not to jumps in a list."""


def set_up_head(head: QHeaderView) -> None:
    """Give the head of a table or tree its height and alignment."""
    head.setFixedHeight(PX["row_header"])
    head.setHighlightSections(False)
    head.setStretchLastSection(True)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def _opens(view: Table | List, event: QKeyEvent) -> bool:
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    row = view.currentIndex().row()
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not plain or row < 0:
        return False
    view.row_opened.emit(row)
    return True


def _select_first(view: QAbstractItemView) -> None:
    """Select where nothing is selected: by itself, Qt makes a row current and shows it nowhere."""
    current = view.currentIndex()
    first = current if current.isValid() else view.indexAt(view.viewport().rect().topLeft())
    if first.isValid() and not view.selectionModel().hasSelection():
        view.setCurrentIndex(first)
