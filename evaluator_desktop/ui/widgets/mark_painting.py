"""How marks look on a photo in the window: as near as can be to how they are drawn for good.

`jobs/decoding/markup.py` draws them on the photo itself, by the same numbers of `jobs/markup`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

from evaluator_desktop.jobs.markup import Mark, Tool, arrow_head, blocks, stroke
from evaluator_desktop.ui.theme import font, photo_color
from evaluator_desktop.ui.widgets.plain import one_line

INK, PLATE = "false", "base"
"""Tokens of what is drawn, and of what it stands out on."""


@dataclass(frozen=True)
class Photo:
    """A photo as it lies in the window."""

    pixmap: QPixmap
    natural: QSizeF
    """Its own pixels."""
    content: QRectF
    """Where it lies."""

    @property
    def thickness(self) -> float:
        """How thick lines are here, as thick as they will be in the photo."""
        thick = stroke(self.natural.width(), self.natural.height())
        return thick * self.content.width() / max(1.0, self.natural.width())

    def point(self, x: float, y: float) -> QPointF:
        size = self.content.size()
        return self.content.topLeft() + QPointF(x * size.width(), y * size.height())

    def place(self, mark: Mark) -> QRectF:
        """Return the rectangle of a mark."""
        return QRectF(self.point(mark.x1, mark.y1), self.point(mark.x2, mark.y2)).normalized()


def paint_mark(painter: QPainter, photo: Photo, mark: Mark) -> None:
    """Paint one mark."""
    painter.save()
    _PAINTED[mark.tool](painter, photo, mark)
    painter.restore()


def _paint_arrow(painter: QPainter, photo: Photo, mark: Mark) -> None:
    start, end = photo.point(mark.x1, mark.y1), photo.point(mark.x2, mark.y2)
    thick = photo.thickness
    head = [QPointF(*c) for c in arrow_head((start.x(), start.y()), (end.x(), end.y()), thick)]
    neck = (head[1] + head[2]) / 2
    for ink, width in ((photo_color(PLATE), thick * 2), (photo_color(INK), thick)):
        painter.setPen(QPen(ink, width))
        painter.drawLine(start, neck)
        painter.setPen(QPen(ink, width - thick) if width > thick else Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(QPolygonF(head))


def _paint_box(painter: QPainter, photo: Photo, mark: Mark) -> None:
    pen = QPen(photo_color(PLATE), photo.thickness * 2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(photo.place(mark))
    pen.setColor(photo_color(INK))
    pen.setWidthF(photo.thickness)
    painter.setPen(pen)
    painter.drawRect(photo.place(mark))


def _paint_text(painter: QPainter, photo: Photo, mark: Mark) -> None:
    place, words = photo.place(mark), one_line(mark.text)
    size, room = place.height() * 0.7, photo.content.right() - place.left()
    length = _advance(size, words) + place.height() * 0.4
    if length > room:
        size = size * room / length
        length = _advance(size, words) + place.height() * 0.4
    plate = QRectF(place.left(), place.top(), length, place.height())
    painter.fillRect(plate, photo_color(PLATE))
    painter.setPen(photo_color(INK))
    painter.setFont(_letters(size))
    inside = plate.adjusted(place.height() * 0.2, 0, place.height(), 0)
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)


def _paint_blur(painter: QPainter, photo: Photo, mark: Mark) -> None:
    whole = Photo(photo.pixmap, photo.natural, QRectF(photo.pixmap.rect()))
    source = whole.place(mark).toAlignedRect() & photo.pixmap.rect()
    if source.isEmpty():
        return
    real = photo.natural.width() * mark.width, photo.natural.height() * mark.height
    few = photo.pixmap.copy(source).scaled(
        QSize(*blocks(round(real[0]), round(real[1]))),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawPixmap(photo.place(mark), few, QRectF(few.rect()))


_PAINTED: dict[Tool, Callable[[QPainter, Photo, Mark], None]] = {
    Tool.ARROW: _paint_arrow,
    Tool.BOX: _paint_box,
    Tool.TEXT: _paint_text,
    Tool.BLUR: _paint_blur,
}


def _letters(size: float) -> QFont:
    letters = font()
    letters.setPixelSize(max(1, round(size)))
    return letters


def _advance(size: float, words: str) -> float:
    return QFontMetricsF(_letters(size)).horizontalAdvance(words)
