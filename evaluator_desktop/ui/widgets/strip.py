"""The 15 items at a glance: a painter for table cells and the strip on top of the workbench.

Each state has its own shape, so that the strip reads without colour.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from evaluator_desktop.texts import N_, _
from evaluator_desktop.ui.theme import color


class Mark(StrEnum):
    """What there is to say of one item."""

    RATED = "rated"
    OPEN = "open"
    REASON = "reason"  # the rating needs a reason
    MISSING = "missing"  # evidence is missing
    DISPUTED = "disputed"


# Of each mark its word, and the sign and ink that the large strip gives it.
MARKS = {
    Mark.RATED: (N_("rated"), "tick", "ok"),
    Mark.OPEN: (N_("not rated"), "more", "text3"),
    Mark.REASON: (N_("reason missing"), "reason", "partly"),
    Mark.MISSING: (N_("evidence missing"), "missing", "false"),
    Mark.DISPUTED: (N_("disputed"), "flag", "unver"),
}

Groups = Sequence[Sequence[Mark]]  # one inner sequence a dimension


@dataclass(frozen=True)
class StripSize:
    """Sizes of the small strip in pixels."""

    width: int
    height: int
    gap: int
    group_gap: int


CELL = StripSize(width=7, height=14, gap=2, group_gap=6)  # in tables: 15 items in 150 px
CARD = StripSize(width=11, height=18, gap=3, group_gap=9)  # in the quick look


def strip_width(groups: Groups, size: StripSize = CELL) -> int:
    """Return the width in pixels that `paint_strip` needs."""
    bars = sum(len(group) * size.width + (len(group) - 1) * size.gap for group in groups)
    return bars + max(0, len(groups) - 1) * size.group_gap


def paint_strip(painter: QPainter, at: QPointF, groups: Groups, size: StripSize = CELL) -> None:
    """Paint the small strip with its top left corner at `at`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = at.x()
    for group in groups:
        for mark in group:
            _PAINTERS[mark](painter, QRectF(left, at.y(), size.width, size.height))
            left += size.width + size.gap
        left += size.group_gap - size.gap
    painter.restore()


def strip_text(groups: Groups) -> str:
    """Say the strip in words: how many items are in which state."""
    marks = [mark for group in groups for mark in group]
    counts = ((MARKS[mark][0], marks.count(mark)) for mark in Mark)
    return " · ".join(f"{count} {_(word)}" for word, count in counts if count)


class SmallStrip(QWidget):
    """The small strip as a widget of its own."""

    def __init__(self, parent: QWidget | None = None, size: StripSize = CARD) -> None:
        super().__init__(parent)
        self._groups: Groups = ()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_groups(self, groups: Groups) -> None:
        """Show the marks, one inner sequence a dimension."""
        self._groups = groups
        self.setAccessibleName(strip_text(groups))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(strip_width(self._groups, self._size), self._size.height)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_strip(QPainter(self), QPointF(0, 0), self._groups, self._size)


def _paint_rated(painter: QPainter, bar: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("ok_bar"))
    painter.drawRoundedRect(bar, 1.5, 1.5)


def _paint_outline(painter: QPainter, bar: QRectF, ink: str) -> None:
    painter.setPen(QPen(color(ink), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5)


def _paint_open(painter: QPainter, bar: QRectF) -> None:
    _paint_outline(painter, bar, "edge")


def _paint_reason(painter: QPainter, bar: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("partly"))
    body = bar.adjusted(1, 0, -1, 0)
    foot = round(bar.height() * 0.25)
    painter.drawRoundedRect(body.adjusted(0, 0, 0, -foot - 1), 1, 1)
    painter.drawRoundedRect(body.adjusted(0, bar.height() - foot, 0, 0), 2, 2)


def _paint_missing(painter: QPainter, bar: QRectF) -> None:
    _paint_outline(painter, bar, "false")
    painter.setPen(QPen(color("false"), 1.2))
    inner = bar.adjusted(1.2, 2, -1.2, -2)
    painter.drawLine(inner.bottomLeft(), inner.topRight())


def _paint_disputed(painter: QPainter, bar: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("unver"))
    half = (bar.width() - 1) / 2
    length = bar.height() * 0.72
    painter.drawRoundedRect(QRectF(bar.left(), bar.top(), half, length), 1, 1)
    right = QRectF(bar.right() - half, bar.bottom() - length, half, length)
    painter.drawRoundedRect(right, 1, 1)


_PAINTERS: dict[Mark, Callable[[QPainter, QRectF], None]] = {
    Mark.RATED: _paint_rated,
    Mark.OPEN: _paint_open,
    Mark.REASON: _paint_reason,
    Mark.MISSING: _paint_missing,
    Mark.DISPUTED: _paint_disputed,
}
