"""The strip of items on top of the workbench: where one is, and what each item still needs."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from evaluator_desktop.texts import _
from evaluator_desktop.ui.theme import PX, color, font, icons
from evaluator_desktop.ui.widgets.plain import PlainLabel, one_line, set_tool_tip
from evaluator_desktop.ui.widgets.strip import MARKS, Mark

_HEIGHT, _TALL = 44, 58
"""Of a cell; tall where a name needs a second line."""
_LEAST_WIDTH, _NARROW_WIDTH = 56, 31
"""Of a cell with its name, and of one without: an enlarged screen has no room for names."""
_PAD = 5
_LINE = _TALL - _HEIGHT


@dataclass(frozen=True)
class StripItem:
    """One cell: number, sign of its mark, value (92, 未评, 缺 3 …), name."""

    item_id: str
    number: int
    name: str
    mark: Mark
    value: str


@dataclass(frozen=True)
class StripGroup:
    """The items of one dimension under its name."""

    caption: str
    items: Sequence[StripItem]


class ItemStrip(QWidget):
    """The large strip.

    Signals: `item_chosen(item_id)` when a person picks an item by click or arrow key.
    """

    item_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: dict[str, _Cell] = {}
        self._shape: tuple[tuple[str, ...], ...] = ()
        self._buttons = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 4, 12, 7)
        self._row.setSpacing(12)
        self._buttons.buttonClicked.connect(self._tell_choice)
        self.setAccessibleName(_("Items"))

    def set_groups(self, groups: Sequence[StripGroup]) -> None:
        """Show these items; the current one stays while its id is there."""
        shape = tuple((g.caption, *(i.item_id for i in g.items)) for g in groups)
        if shape != self._shape:
            self._build(groups)
            self._shape = shape
        for group in groups:
            for item in group.items:
                self._cells[item.item_id].set_item(item)
        self._fit_height()

    def _fit_height(self) -> None:
        """Give all cells a second line where any of the names needs one."""
        cells = self._cells.values()
        is_tall = any(cell.needs_two_lines for cell in cells if not cell.is_narrow)
        for cell in cells:
            cell.setFixedHeight(_TALL if is_tall else _HEIGHT)

    def set_current(self, item_id: str) -> None:
        """Mark one item; nothing is signalled."""
        self._cells[item_id].setChecked(True)

    def current(self) -> str:
        """Return the id of the marked item, "" before there is one."""
        return next((key for key, cell in self._cells.items() if cell.isChecked()), "")

    def _build(self, groups: Sequence[StripGroup]) -> None:
        kept = self.current()
        while (old := self._row.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()  # else a show that Qt still owes would open it as a window
                widget.setParent(None)
                widget.deleteLater()
        self._cells = {}
        for group in groups:
            box, cells = _group(group, self)
            self._cells.update(cells)
            for cell in cells.values():
                cell.resized.connect(self._fit_height)
                self._buttons.addButton(cell)
            self._row.addWidget(box, len(cells))
        if kept in self._cells:
            self.set_current(kept)

    def _tell_choice(self, cell: QAbstractButton) -> None:
        if isinstance(cell, _Cell):
            self.item_chosen.emit(cell.item_id)


def _group(group: StripGroup, parent: QWidget) -> tuple[QWidget, dict[str, "_Cell"]]:
    box = QWidget(parent)
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(_Caption(group.caption))
    row = QHBoxLayout()
    row.setSpacing(4)
    column.addLayout(row)
    cells = {item.item_id: _Cell(item.item_id) for item in group.items}
    for cell in cells.values():
        row.addWidget(cell, 1)
    return box, cells


class _Caption(PlainLabel):
    """The dimension's name and a hairline to the end of its items."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.set_role("meta")
        self.set_elide()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        left = self.fontMetrics().horizontalAdvance(self.text()) + 8
        middle = self.height() // 2
        QPainter(self).fillRect(left, middle, self.width() - left, 1, color("line"))


class _Cell(QAbstractButton):
    resized = Signal()

    def __init__(self, item_id: str) -> None:
        super().__init__()
        self.item_id = item_id
        self._item: StripItem | None = None
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_item(self, item: StripItem) -> None:
        self._item = item
        says = f"{item.number} {item.name}: {_(MARKS[item.mark][0])} {item.value}"
        self.setAccessibleName(says)
        set_tool_tip(self, says)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROW_WIDTH, _HEIGHT)

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for number and sign only; the tool tip says the rest."""
        return self.width() < _LEAST_WIDTH

    @property
    def needs_two_lines(self) -> bool:
        """Whether the name has no room on one line."""
        return not self._fits(font("small"))

    def _fits(self, face: QFont) -> bool:
        name = one_line(self._item.name) if self._item else ""
        return QFontMetrics(face).horizontalAdvance(name) <= self._room()

    def _room(self) -> int:
        return self.width() - _PAD - 1

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._item is None:
            return
        painter = QPainter(self)
        self._paint_frame(painter)
        if self.is_narrow:
            self._paint_narrow(painter, self._item)
            return
        half = _HEIGHT // 2
        inner = self.rect().adjusted(_PAD, 2, -_PAD, -2)
        self._paint_figures(painter, QRect(inner.left(), inner.top(), inner.width(), half - 2))
        painter.setPen(color("text" if self.isChecked() else "text2"))
        face = font("small", bold=self.isChecked())
        is_tall = self.height() > _HEIGHT
        painter.setFont(face if is_tall or self._fits(face) else font("small"))
        below = QRect(inner.left(), half - 1, self._room(), self.height() - half - 1)
        lines = two_lines(one_line(self._item.name), painter.fontMetrics(), below.width())
        for place, line in enumerate(lines if is_tall else lines[:1]):
            at = QRect(below.left(), below.top() + place * _LINE, below.width(), half - 1)
            painter.drawText(at, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)

    def _paint_frame(self, painter: QPainter) -> None:
        ring = self.isChecked() or self.hasFocus()
        width = PX["ring"] if ring else 1
        inset = width / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("accent" if ring else "line"), width))
        painter.setBrush(color("hover" if self.underMouse() else "base"))
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, PX["radius"], PX["radius"])

    def _paint_narrow(self, painter: QPainter, item: StripItem) -> None:
        """Number above, below it the rating, or the sign of what keeps it from being final."""
        upper, lower = QRect(self.rect()), QRect(self.rect())
        upper.setBottom(self.height() // 2)
        lower.setTop(self.height() // 2)
        _word, sign, ink = MARKS[item.mark]
        painter.setFont(font("small", bold=self.isChecked()))
        painter.setPen(color("text2"))
        painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, str(item.number))
        if item.mark is Mark.RATED and painter.fontMetrics().horizontalAdvance(item.value) < 26:
            painter.setPen(color("text"))
            painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, item.value)
            return
        side = PX["icon_cell"]
        corner = lower.center() - QPoint(side // 2, side // 2)
        icons.paint(painter, sign, QRect(corner, QSize(side, side)), ink)

    def _paint_figures(self, painter: QPainter, line: QRect) -> None:
        """Number at the left, sign after it, value at the right."""
        if self._item is None:
            return
        _word, sign, ink = MARKS[self._item.mark]
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font("small"))
        painter.setPen(color("text2"))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, str(self._item.number))
        side = PX["icon_cell"]
        corner = QPoint(line.left() + 21, line.center().y() - side // 2)
        icons.paint(painter, sign, QRect(corner, QSize(side, side)), ink)
        rated = self._item.mark in (Mark.RATED, Mark.REASON, Mark.DISPUTED)
        painter.setFont(font("body" if rated else "small", bold=self._item.mark is Mark.RATED))
        painter.setPen(color("text" if rated else ink))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, self._item.value)


def two_lines(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Cut a text that does not fit a line into two, between words where there are any.

    The second is shortened with … where the rest has no room either.
    """
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    fitting = max(
        (n for n in range(1, len(text)) if metrics.horizontalAdvance(text[:n].rstrip()) <= width),
        default=1,
    )
    breaks = (n for n in range(fitting, 0, -1) if not _is_word(text[n - 1 : n + 1]))
    at = next(breaks, fitting)
    rest = metrics.elidedText(text[at:].lstrip(), Qt.TextElideMode.ElideRight, width)
    return [text[:at].rstrip(), rest]


def _is_word(two: str) -> bool:
    """Whether two neighbouring characters belong to one word: both Latin letters or digits."""
    return all(sign.isascii() and sign.isalnum() for sign in two)
