"""Which columns the list shows, asked in a menu: of the head's own, or of the menu View."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from evaluator_desktop.texts import _
from evaluator_desktop.ui.models.provider_cells import HEADINGS
from evaluator_desktop.ui.models.provider_rows import Column
from evaluator_desktop.ui.widgets.column_head import ColumnHead
from evaluator_desktop.ui.widgets.plain import caption
from evaluator_desktop.ui.widgets.tables import Table


class ColumnMenu(QObject):
    """Shows and hides columns; a sort by a column that goes is given up."""

    def __init__(self, table: Table, head: ColumnHead) -> None:
        super().__init__(table)
        self._table, self._head = table, head
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._open_at)

    def open(self) -> None:
        """Open the menu below the name, for who asks without a pointer; arrows and Enter tick."""
        menu = self._open_at(
            QPoint(self._head.sectionViewportPosition(Column.NAME), self._head.height())
        )
        menu.setActiveAction(next(action for action in menu.actions() if action.isEnabled()))

    def _open_at(self, place: QPoint) -> QMenu:
        menu = QMenu(self._table)
        menu.aboutToHide.connect(menu.deleteLater)
        for column in Column:
            action = menu.addAction(caption(_(HEADINGS[column].full or HEADINGS[column].text)))
            action.setCheckable(True)
            action.setChecked(self._head.is_chosen(column))
            action.setEnabled(column is not Column.NAME)
            action.toggled.connect(partial(self._choose, column))
        menu.addSeparator()
        menu.addAction(_("Show all columns in the usual order")).triggered.connect(
            self._head.choose_all
        )
        menu.popup(self._head.viewport().mapToGlobal(place))
        return menu

    def _choose(self, column: Column, shown: bool) -> None:
        self._head.choose(column, shown=shown)
        if not shown and self._head.sortIndicatorSection() == column:
            self._give_up_sort()

    def _give_up_sort(self) -> None:
        """Sort by the last change again, as at the first start; without a sign if that is hidden.

        The model's order without a column is the usual one.
        """
        usual = Column.CHANGED if self._head.is_chosen(Column.CHANGED) else -1
        self._table.sortByColumn(usual, Qt.SortOrder.DescendingOrder)
