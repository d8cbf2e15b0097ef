"""How a row of a list looks: one description of a cell, one painter for all of them.

A model answers `CELL` with a `Cell`; the delegate paints selection, hairline, icon, words, found
characters, strip or tier from it. Models also answer DisplayRole with the text, for screen
readers and for copying.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from evaluator_desktop.domain.scheme import tier_mark
from evaluator_desktop.ui.theme import PX, color, font, icons
from evaluator_desktop.ui.widgets.plain import one_line
from evaluator_desktop.ui.widgets.strip import CELL as CELL_STRIP
from evaluator_desktop.ui.widgets.strip import Groups, paint_strip
from evaluator_desktop.ui.widgets.tier import paint_tier, tier_width

CELL = int(Qt.ItemDataRole.UserRole)
_PAD = 8
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Cell:
    """What one cell of a list shows; everything is optional.

    `icon`/`ink` before the text, `second` a smaller line below it (rows of 42 px), `note` smaller
    text3 words after the text, `matches` (start, length) of found characters in `text`.
    """

    text: str = ""
    ink: str = "text"
    icon: str = ""
    icon_ink: str = "text2"
    second: str = ""
    note: str = ""
    right: bool = False
    bold: bool = False
    small: bool = False
    struck: bool = False
    code: bool = False
    matches: Sequence[tuple[int, int]] = ()
    strip: Groups = ()
    tier: str | None = None


class CellDelegate(QStyledItemDelegate):
    """Paints rows of `Cell`s; a row with the focus elsewhere is grey, one here has the accent."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        paint_row(painter, option, first=index.column() == 0)
        cell = index.data(CELL)
        if isinstance(cell, Cell):
            pad = _PAD + (PX["bar"] if index.column() == 0 else 0)
            paint_cell(painter, option.rect.adjusted(pad, 0, -_PAD, -1), cell)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        cell = index.data(CELL)
        two = isinstance(cell, Cell) and bool(cell.second)
        wide = super().sizeHint(option, index).width()
        if isinstance(cell, Cell) and (cell.tier or cell.bold):
            bold = QFontMetrics(font("body", bold=True)).horizontalAdvance(cell.text)
            wide = max(wide, tier_width(cell.tier or ""), bold if cell.bold else 0)
        return QSize(wide, PX["row_two_line" if two else "row"])


def paint_row(painter: QPainter, option: QStyleOptionViewItem, *, first: bool) -> None:
    """Paint a row's background: selection with its 3 px bar, hover, the hairline below."""
    rect = option.rect
    here = _has_focus(option.widget)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, color("select" if here else "select_off"))
        if first:
            bar = QRect(rect.topLeft(), QSize(PX["bar"], rect.height()))
            painter.fillRect(bar, color("accent" if here else "edge"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, color("hover"))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, color("line"))


def paint_cell(painter: QPainter, rect: QRect, cell: Cell) -> None:
    """Paint what a cell shows into `rect`."""
    if cell.strip:
        top = rect.center().y() - CELL_STRIP.height // 2 + 1
        paint_strip(painter, QPointF(rect.left(), top), cell.strip)
        return
    if cell.tier and tier_mark(cell.tier):
        side = PX["icon_cell"]
        left = rect.right() - tier_width(cell.tier, side) if cell.right else rect.left()
        paint_tier(painter, QPoint(left, rect.center().y() - side // 2), cell.tier, side)
        return
    if cell.icon:
        rect = _paint_icon(painter, rect, cell)
    if cell.second:
        upper = QRect(rect.left(), rect.top() + 3, rect.width(), rect.height() // 2 - 2)
        lower = QRect(rect.left(), upper.bottom(), rect.width(), rect.height() // 2 - 3)
        _paint_text(painter, upper, cell)
        painter.setFont(font("small"))
        painter.setPen(color("text2"))
        _draw(painter, lower, one_line(cell.second), right=cell.right)
    else:
        _paint_text(painter, rect, cell)


def set_up_rows(view: QAbstractItemView) -> None:
    """Give a list the program's rows; editing never starts by typing (input methods)."""
    view.setItemDelegate(CellDelegate(view))
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setMouseTracking(True)


def _paint_icon(painter: QPainter, rect: QRect, cell: Cell) -> QRect:
    side = PX["icon"]
    shift = 3 if cell.second else (rect.height() - side) // 2
    top = rect.top() + (shift + 2 if cell.second else shift)
    at = QRect(QPoint(rect.left(), top), QSize(side, side))
    if cell.right and not cell.text:
        at.moveRight(rect.right())
    icons.paint(painter, cell.icon, at, cell.icon_ink)
    return rect.adjusted(side + 6, 0, 0, 0)


def _paint_text(painter: QPainter, rect: QRect, cell: Cell) -> None:
    face = font("small" if cell.small else "body", bold=cell.bold)
    face.setStrikeOut(cell.struck)
    painter.setFont(face)
    metrics = painter.fontMetrics()
    if cell.note:
        rect = _paint_note(painter, rect, cell, metrics)
        painter.setFont(face)
    text = one_line(cell.text)
    for start, length in cell.matches:
        left = rect.left() + metrics.horizontalAdvance(text[:start])
        wide = metrics.horizontalAdvance(text[start : start + length])
        behind = QRect(left, rect.center().y() - metrics.height() // 2, wide, metrics.height())
        painter.fillRect(behind & rect, color("match"))
    painter.setPen(color(cell.ink))
    _draw(painter, rect, text, right=cell.right, code=cell.code)


def _paint_note(painter: QPainter, rect: QRect, cell: Cell, metrics: QFontMetrics) -> QRect:
    """Paint the note at the right of the text; return what is left for the text."""
    painter.setFont(font("small"))
    painter.setPen(color("text3"))
    wide = painter.fontMetrics().horizontalAdvance(cell.note)
    text_wide = metrics.horizontalAdvance(one_line(cell.text))
    room = rect.adjusted(0, 0, -wide - 6, 0)
    left = room.right() + 7 if cell.right else rect.left() + min(text_wide, room.width()) + 6
    painter.drawText(QRect(left, rect.top(), wide + 2, rect.height()), _MIDDLE, cell.note)
    return room


def _draw(
    painter: QPainter, rect: QRect, text: str, *, right: bool = False, code: bool = False
) -> None:
    """Draw one line, shortened where it must be: a name at its end, a code at its start."""
    mode = Qt.TextElideMode.ElideLeft if code else Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(text, mode, rect.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, _MIDDLE | side | Qt.TextFlag.TextSingleLine, shown)


def _has_focus(view: QWidget | None) -> bool:
    return view is not None and view.hasFocus()
