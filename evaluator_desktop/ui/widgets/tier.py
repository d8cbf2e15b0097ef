"""The shop's tier as icons: stars, diamonds, crowns, one to five of a kind.

Tier ids are those of the scheme: `star_3`, `crown_1`; None is no tier. A scheme's other tiers have
no icons: nothing is painted, and whoever shows a tier shows its name.
"""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from evaluator_desktop.domain.scheme import tier_mark
from evaluator_desktop.ui.theme import PX, icons


def tier_width(tier_id: str, side: int = PX["icon_cell"]) -> int:
    """Return the width in pixels of a tier whose icons have `side`."""
    mark = tier_mark(tier_id)
    return mark[1] * _step(side) - (_step(side) - side) if mark else 0


def paint_tier(
    painter: QPainter,
    at: QPoint,
    tier_id: str,
    side: int = PX["icon_cell"],
    *,
    reached: bool = True,
) -> None:
    """Paint a tier's icons from `at` (top left) on; one not yet reached is faint."""
    shape, count = tier_mark(tier_id) or ("", 0)
    ink = shape if reached else f"{shape}_off"
    for place in range(count):
        corner = at + QPoint(place * _step(side), 0)
        icons.paint(painter, f"tier_{shape}", QRect(corner, QSize(side, side)), ink)


class TierIcons(QWidget):
    """A tier's icons beside a figure; the word goes into a label next to it."""

    def __init__(self, parent: QWidget | None = None, side: int = PX["icon"]) -> None:
        super().__init__(parent)
        self._side, self._tier, self._reached = side, "", True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tier(self, tier_id: str | None, name: str, *, reached: bool = True) -> None:
        """Show a tier; `name` (the scheme's, 三星) is what a screen reader says."""
        self._tier, self._reached = tier_id or "", reached
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def set_side(self, side: int) -> None:
        """Set the side of one icon in pixels: 13 in cells, 16 to 20 beside a figure."""
        self._side = side
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(tier_width(self._tier, self._side) if self._tier else 0, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._tier:
            painter = QPainter(self)
            paint_tier(painter, QPoint(0, 0), self._tier, self._side, reached=self._reached)


def _step(side: int) -> int:
    return side + (3 if side <= PX["icon_cell"] else 4)
