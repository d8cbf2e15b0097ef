"""A share with its interval and the threshold it has to reach, on a line from 0 to 100 %."""

from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from evaluator_desktop.texts import _
from evaluator_desktop.ui.theme import color, font

_HEIGHT, _LINE_TOP, _LINE = 38, 6, 10
_MARK = 5
_SIDE = 8


class RateBar(QWidget):
    """Band: the interval; upright bar: the rate; triangle and broken line: the threshold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rate: Fraction | None = None
        self._interval: tuple[Fraction, Fraction] | None = None
        self._threshold = 0
        self._ink = "text2"
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_rate(
        self,
        rate: Fraction | None,
        interval: tuple[Fraction, Fraction] | None,
        threshold_percent: int,
        *,
        meets: bool | None,
    ) -> None:
        """Show shares of 0 to 1; None for those that are not there yet."""
        self._rate, self._interval, self._threshold = rate, interval, threshold_percent
        self._ink = {True: "ok", False: "partly", None: "text2"}[meets]
        self.update()

    def describe(self, words: str) -> None:
        """Say in words what the bar shows, for who cannot see it."""
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(_SIDE, _LINE_TOP, self.width() - 2 * _SIDE, _LINE)
        painter.setPen(QPen(color("edge"), 1))
        painter.setBrush(color("base"))
        painter.drawRoundedRect(track.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if self._interval is not None:
            low, high = (_x(track, bound) for bound in self._interval)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("ok_bar" if self._ink == "ok" else "accent_bar"))
            painter.drawRect(QRectF(low, track.top() + 2, max(high - low, 2), _LINE - 4))
        if self._rate is not None:
            painter.fillRect(
                QRectF(_x(track, self._rate) - 1.5, track.top() - 4, 3, _LINE + 8), color(self._ink)
            )
        self._paint_threshold(painter, track)

    def _paint_threshold(self, painter: QPainter, track: QRectF) -> None:
        place = _x(track, Fraction(self._threshold, 100))
        painter.setPen(QPen(color("text"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(place, track.top() - 4), QPointF(place, track.bottom() + 3))
        top = track.bottom() + 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("text2"))
        corners = (
            QPointF(place, top),
            QPointF(place - 4, top + _MARK),
            QPointF(place + 4, top + _MARK),
        )
        painter.drawPolygon(QPolygonF(corners))
        painter.setPen(color("text2"))
        painter.setFont(font("small"))
        words = _("threshold {percent}%").format(percent=self._threshold)
        width = painter.fontMetrics().horizontalAdvance(words)
        left = min(max(place - width / 2, 0), self.width() - width)
        painter.drawText(QPointF(left, self.height() - 3), words)


def _x(track: QRectF, share: Fraction) -> float:
    return track.left() + track.width() * float(share)
