"""Ctrl+K: one field that finds a provider, an item or a command, and goes there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from evaluator_desktop.texts import _
from evaluator_desktop.ui.theme import PX
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.key_cap import KeyEdit
from evaluator_desktop.ui.widgets.tables import List

_MOST = 12
_WIDTH, _LEAST_WIDTH = 300, 130
_WIDE_ENOUGH = 900
"""Of the window: below it the menus need the room."""
_LIST_WIDTH = 460


@dataclass(frozen=True)
class JumpTarget:
    """One place to jump to: a name, what it is, and the way there."""

    text: str
    detail: str
    icon: str
    go: Callable[[], object]


Source = Callable[[str], Sequence[JumpTarget]]


class JumpField(KeyEdit):
    """The field in the menu bar; targets come from its sources, in their order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: list[Source] = []
        self._targets = _Targets(self)
        self._came_from: QWidget | None = None
        self._list = List(self)
        self._list.setWindowFlags(Qt.WindowType.ToolTip)
        self._list.setObjectName("jump_list")
        self._list.setModel(self._targets)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFocusProxy(self)
        self._list.clicked.connect(lambda index: self._go(index.row()))
        self.set_icon("search")
        self.set_key("Ctrl+K")
        self.set_room(_WIDE_ENOUGH)
        self.setAccessibleName(_("Jump to"))
        self.textChanged.connect(self._find)

    def set_room(self, window_width: int) -> None:
        """Be as wide as a window of this width allows."""
        is_wide = window_width >= _WIDE_ENOUGH
        self.setFixedWidth(_WIDTH if is_wide else _LEAST_WIDTH)
        self.setPlaceholderText(_("Go to provider, item, command") if is_wide else "")

    def add_source(self, source: Source) -> None:
        """Add where targets come from; it is asked at each keystroke and must be quick."""
        self._sources.append(source)

    def start(self) -> None:
        """Take the focus, to give it back when the search is given up."""
        self._came_from = self.window().focusWidget()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def targets(self) -> Sequence[JumpTarget]:
        """Return what is offered now."""
        return self._targets.targets

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self._list.currentIndex().row()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._mark(min(max(row + step, 0), self._targets.rowCount() - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(row)
        elif key == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._list.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._find(self.text())

    def _find(self, text: str) -> None:
        query = text.strip()
        found = [target for source in self._sources for target in source(query)] if query else []
        self._targets.set_targets(found[:_MOST])
        if not found or not self.hasFocus():
            self._list.hide()
            return
        height = PX["row_two_line"] * min(len(found), _MOST) + 2
        corner = self.mapToGlobal(QPoint(self.width() - _LIST_WIDTH, self.height() + 2))
        self._list.setGeometry(corner.x(), corner.y(), _LIST_WIDTH, height)
        self._list.show()
        self._mark(0)

    def _mark(self, row: int) -> None:
        self._list.setCurrentIndex(self._targets.index(row))

    def _go(self, row: int) -> None:
        if 0 <= row < self._targets.rowCount():
            target = self._targets.targets[row]
            self._give_up()
            target.go()

    def _give_up(self) -> None:
        self._list.hide()
        self.clear()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clearFocus()


class _Targets(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.targets: Sequence[JumpTarget] = ()

    def set_targets(self, targets: Sequence[JumpTarget]) -> None:
        self.beginResetModel()
        self.targets = targets
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.targets)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        target = self.targets[index.row()]
        if role == CELL:
            return Cell(target.text, icon=target.icon, second=target.detail or " ")
        return target.text if role == Qt.ItemDataRole.DisplayRole else None
