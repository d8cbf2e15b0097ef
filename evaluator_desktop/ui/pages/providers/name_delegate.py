"""The cell with a provider's name: its pin and number on today's route, and the renaming in place.

Renaming begins by F2 only (an editor that starts by typing loses the first letter of an input
method), and while an input method composes, Enter, Tab and Escape are its own.
"""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from evaluator_desktop.domain.bodies import LONGEST_WORD
from evaluator_desktop.texts import _
from evaluator_desktop.ui.models.provider_model import PLACE_ON_ROUTE
from evaluator_desktop.ui.theme import PX, color, font, icons
from evaluator_desktop.ui.widgets.cells import CELL, Cell, CellDelegate, paint_cell, paint_row

_PAD = 8
_GAP = 4
_INPUT_METHODS_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)


class NameEdit(QLineEdit):
    """The editor in the cell; it knows whether an input method is composing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_composing = False
        self.setMaxLength(LONGEST_WORD)
        self.setAccessibleName(_("Name of the provider"))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self.is_composing = bool(event.preeditString())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        event.accept()  # Enter ends the renaming; in the list behind it would open the workbench


class NameDelegate(CellDelegate):
    """Paints the name with the pin at its right end; edits by `NameEdit`."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        paint_row(painter, option, first=False)
        room: QRect = option.rect.adjusted(_PAD, 0, -_PAD, -1)
        if number := index.data(PLACE_ON_ROUTE):
            room.setRight(_paint_pin(painter, room, str(number)) - _GAP)
        cell = index.data(CELL)
        if isinstance(cell, Cell):
            paint_cell(painter, room, cell)
        painter.restore()

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        return NameEdit(parent)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and isinstance(editor, NameEdit)
            and editor.is_composing
            and event.key() in _INPUT_METHODS_KEYS
        ):
            return True
        return super().eventFilter(editor, event)


def _paint_pin(painter: QPainter, room: QRect, number: str) -> int:
    """Paint pin and number at the right end of a cell; return where they begin."""
    side = PX["icon_cell"]
    painter.setFont(font("small"))
    left = room.right() - painter.fontMetrics().horizontalAdvance(number)
    painter.setPen(color("accent"))
    painter.drawText(
        QRect(left, room.top(), room.right() - left + 1, room.height()),
        Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
        number,
    )
    corner = QRect(left - side - 2, room.center().y() - side // 2, side, side)
    icons.paint(painter, "pin", corner, "accent")
    return corner.left()
