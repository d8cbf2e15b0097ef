"""Two painters of the result: the bar to the next tier, and all tiers with the reached one."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from evaluator_desktop.domain.scheme import Tier, tier_mark
from evaluator_desktop.texts import _, count_text, language
from evaluator_desktop.ui.theme import PX, color, font
from evaluator_desktop.ui.widgets.tier import paint_tier, tier_width

_BAR_HEIGHT = 13
_LABELS = 20
_ROW = 36
_COLUMNS = 5
_SIDE, _SIDE_MANY = 10, 8
_CENTRE = Qt.AlignmentFlag.AlignCenter
_TOP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class TierBar(QWidget):
    """How far the points are from the beginning of their tier to that of the next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low, self._points, self._next = 0, 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_points(self, low: int, points: int, following: int) -> None:
        """Show `points` between two starting points, low ≤ points < following."""
        self._low, self._points, self._next = low, points, following
        words = _("{points} points, from {low} to {next}")
        self.setAccessibleName(
            words.format(points=count_text(points), low=count_text(low), next=count_text(following))
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _BAR_HEIGHT + _LABELS + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(0.5, 2.5, self.width() - 1, _BAR_HEIGHT)
        share = (self._points - self._low) / max(1, self._next - self._low)
        at = bar.left() + bar.width() * min(max(share, 0.0), 1.0)
        painter.setPen(QPen(color("edge"), 1))
        painter.setBrush(color("base"))
        painter.drawRoundedRect(bar, PX["radius"], PX["radius"])
        painter.setClipRect(QRectF(0, 0, at, self.height()))
        painter.setBrush(color("diamond"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(bar, PX["radius"], PX["radius"])
        painter.setClipping(False)
        painter.fillRect(QRectF(at - 1, 0, 2, _BAR_HEIGHT + 5), color("text"))
        self._paint_labels(painter, round(at))

    def _paint_labels(self, painter: QPainter, at: int) -> None:
        line = QRect(0, _BAR_HEIGHT + 5, self.width(), _LABELS - 2)
        painter.setFont(font("small"))
        painter.setPen(color("text2"))
        low, following = count_text(self._low), count_text(self._next)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, following)
        left = painter.fontMetrics().horizontalAdvance(low) + 8
        right = self.width() - painter.fontMetrics().horizontalAdvance(following) - 8
        painter.setFont(font("small", bold=True))
        painter.setPen(color("text"))
        words = count_text(self._points)
        half = painter.fontMetrics().horizontalAdvance(words) // 2 + 1
        if right - left >= 2 * half:
            middle = min(max(at, left + half), right - half)
            painter.drawText(QRect(middle - half, line.top(), 2 * half, _LABELS), _TOP, words)


class TierLadder(QWidget):
    """All tiers of the scheme with their starting points; the reached one has the ring."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiers: Sequence[Tier] = ()
        self._reached: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_tiers(self, tiers: Sequence[Tier], reached: str | None) -> None:
        """Show these tiers; `reached` is the id of the one that the shop has."""
        self._tiers, self._reached = tiers, reached
        words = [f"{tier.name.text(language())} {count_text(tier.low)}" for tier in tiers]
        self.setAccessibleName(
            _("Tiers and their starting points: {tiers}").format(tiers=", ".join(words))
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, -(-len(self._tiers) // _COLUMNS) * _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ids = [tier.id for tier in self._tiers]
        reached = ids.index(self._reached) if self._reached in ids else -1
        wide = self.width() / _COLUMNS
        for place, tier in enumerate(self._tiers):
            row, column = divmod(place, _COLUMNS)
            box = QRect(round(column * wide), row * _ROW, round(wide), _ROW)
            self._paint_tier(painter, box, tier, place - reached)

    def _paint_tier(self, painter: QPainter, box: QRect, tier: Tier, beyond: int) -> None:
        """Paint one; `beyond` is how many steps it lies above the reached one."""
        is_here = beyond == 0
        if is_here:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color("accent"), PX["ring"]))
            painter.setBrush(color("base"))
            painter.drawRoundedRect(QRectF(box).adjusted(2, 1, -2, -1), 4, 4)
        mark = tier_mark(tier.id)
        if mark is None:
            self._paint_name(painter, box, tier, beyond)
        side = _SIDE_MANY if mark and mark[1] > 3 else _SIDE
        left = box.center().x() - tier_width(tier.id, side) // 2 + 1
        paint_tier(painter, QPoint(left, box.top() + 6), tier.id, side, reached=beyond <= 0)
        painter.setFont(font("small", bold=is_here))
        painter.setPen(color("text" if is_here else "text2" if beyond < 0 else "text3"))
        painter.drawText(box.adjusted(0, 15, 0, -1), _CENTRE, str(tier.low))

    @staticmethod
    def _paint_name(painter: QPainter, box: QRect, tier: Tier, beyond: int) -> None:
        """Write the name of a tier that has no icons where they would stand."""
        painter.setFont(font("small", bold=beyond == 0))
        painter.setPen(color("text3" if beyond > 0 else "text"))
        words = painter.fontMetrics().elidedText(
            tier.name.text(language()), Qt.TextElideMode.ElideRight, box.width() - 6
        )
        painter.drawText(box.adjusted(0, 2, 0, -17), _CENTRE, words)
