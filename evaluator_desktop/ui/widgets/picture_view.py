"""A picture on the canvas: fit, zoom, turn, drag. It looks at pixels only, never at files."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from evaluator_desktop.ui.theme import PX, color

_STEP = 1.25
_SMALLEST, _LARGEST = 0.05, 8.0
_NOTCH = 120  # of a wheel, in eighths of a degree
_ALIASES_BELOW = 0.75
_MARK_SHADE = 0.25
_KEYS_OF_THE_PANE = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PictureView(QAbstractScrollArea):
    """Shows one picture of a natural size (logical pixels at 100 %), whatever its resolution.

    Signals:
        zoom_changed(): the zoom, the turn or the room for the picture is another.
        page_requested(step): the wheel was turned where there is nothing to scroll, -1 or 1.
    """

    zoom_changed = Signal()
    page_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap, self._drawn = QPixmap(), QPixmap()
        self._natural = QSizeF()
        self._grows = False
        self._zoom: float | None = None
        self._turn = 0
        self._marks: list[QRectF] = []
        self._current_mark = -1
        self._drag_from: QPoint | None = None
        self._turned_wheel = 0.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # What it shows

    def show_picture(self, pixmap: QPixmap, natural: QSizeF, *, grows: bool) -> None:
        """Show a picture; fitting, one that `grows` fills the window, others end at 100 %."""
        self._pixmap, self._natural, self._grows = pixmap, natural, grows
        self._marks = []
        self._lay_out()

    def reset_view(self) -> None:
        """Fit and stand upright again, for another file."""
        self._zoom, self._turn = None, 0
        self._lay_out()

    def set_marks(self, marks: list[QRectF], current: int) -> None:
        """Mark found places, in shares of the picture; the current one is brought into sight."""
        self._marks, self._current_mark = marks, current
        if 0 <= current < len(marks):
            self._bring_into_sight(marks[current].center())
        self.viewport().update()

    @property
    def pixmap(self) -> QPixmap:
        """What is shown, in the resolution it was given."""
        return self._pixmap

    # Zoom and turn

    @property
    def fits(self) -> bool:
        """Whether the picture follows the size of the window."""
        return self._zoom is None

    @property
    def scale(self) -> float:
        """Logical pixels for one of the natural size."""
        if self._zoom is not None:
            return self._zoom
        turned, room = self._turned(self._natural), self.viewport().size()
        if turned.isEmpty() or room.isEmpty():
            return 1.0
        fitting = min(room.width() / turned.width(), room.height() / turned.height())
        return fitting if self._grows else min(1.0, fitting)

    @property
    def wanted_width(self) -> int:
        """Device pixels that the upright picture is wide on the screen."""
        return round(self._natural.width() * self.scale * self.devicePixelRatioF())

    def zoom_in(self) -> None:
        """Enlarge by a quarter about the middle."""
        self._zoom_by(_STEP, self.viewport().rect().center())

    def zoom_out(self) -> None:
        """Make smaller by the same step."""
        self._zoom_by(1 / _STEP, self.viewport().rect().center())

    def fit(self) -> None:
        """Show the whole picture."""
        self._zoom = None
        self._lay_out()

    def rotate(self) -> None:
        """Turn the view by 90 degrees clockwise; the file stays as it is."""
        self._turn = (self._turn + 90) % 360
        self._lay_out()

    def _zoom_by(self, factor: float, about: QPoint) -> None:
        before = self._content()
        share = QPointF(
            (about.x() - before.x()) / max(1.0, before.width()),
            (about.y() - before.y()) / max(1.0, before.height()),
        )
        self._zoom = max(_SMALLEST, min(_LARGEST, self.scale * factor))
        self._lay_out()
        size = self._content().size()
        self.horizontalScrollBar().setValue(round(share.x() * size.width() - about.x()))
        self.verticalScrollBar().setValue(round(share.y() * size.height() - about.y()))

    # Geometry: the content is the turned picture in pixels of the viewport

    def _turned(self, size: QSizeF) -> QSizeF:
        return size.transposed() if self._turn % 180 else size

    def _content(self) -> QRectF:
        size, room = self._turned(self._natural) * self.scale, self.viewport().size()
        left = max(0, round((room.width() - size.width()) / 2))
        top = max(0, round((room.height() - size.height()) / 2))
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return QRectF(QPointF(left, top) - scrolled, size)

    def _lay_out(self) -> None:
        size, room = (self._turned(self._natural) * self.scale).toSize(), self.viewport().size()
        for bar, length, page in (
            (self.horizontalScrollBar(), size.width(), room.width()),
            (self.verticalScrollBar(), size.height(), room.height()),
        ):
            # a fitting picture gets no bars: they would take the room it was measured for
            bar.setRange(0, 0 if self.fits else max(0, length - page))
            bar.setPageStep(page)
            bar.setSingleStep(max(1, page // 10))
        self._drawn = QPixmap()
        self.viewport().update()
        self.zoom_changed.emit()

    def _bring_into_sight(self, share: QPointF) -> None:
        turned = self._from_upright().map(share)
        size, room = self._content().size(), self.viewport().size()
        self.horizontalScrollBar().setValue(round(turned.x() * size.width() - room.width() / 2))
        self.verticalScrollBar().setValue(round(turned.y() * size.height() - room.height() / 2))

    def _from_upright(self) -> QTransform:
        """Shares of the upright picture to shares of the turned one."""
        return QTransform().translate(0.5, 0.5).rotate(self._turn).translate(-0.5, -0.5)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), color("canvas"))
        if self._pixmap.isNull():
            return
        content = self._content()
        upright = self._turned(content.size())
        painter.translate(content.center())
        painter.rotate(self._turn)
        painter.translate(-upright.width() / 2, -upright.height() / 2)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        drawn = self._in_screen_resolution(upright)
        painter.drawPixmap(QRectF(QPointF(), upright), drawn, QRectF(drawn.rect()))
        for number, mark in enumerate(self._marks):
            self._paint_mark(painter, mark, upright, is_current=number == self._current_mark)

    def _in_screen_resolution(self, upright: QSizeF) -> QPixmap:
        """The picture, made small beforehand where drawing it so small would leave out lines."""
        device = (upright * self.devicePixelRatioF()).toSize().expandedTo(QSize(1, 1))
        if device.width() >= self._pixmap.width() * _ALIASES_BELOW:
            return self._pixmap
        if self._drawn.size() != device:
            smooth = Qt.TransformationMode.SmoothTransformation
            ignore = Qt.AspectRatioMode.IgnoreAspectRatio
            self._drawn = self._pixmap.scaled(device, ignore, smooth)
        return self._drawn

    def _paint_mark(
        self, painter: QPainter, mark: QRectF, size: QSizeF, *, is_current: bool
    ) -> None:
        place = QRectF(
            mark.x() * size.width(),
            mark.y() * size.height(),
            mark.width() * size.width(),
            mark.height() * size.height(),
        ).adjusted(-2, -2, 2, 2)
        ink = color("accent")
        painter.setPen(QPen(ink, PX["ring"] if is_current else 1))
        painter.drawRect(place)
        ink.setAlphaF(_MARK_SHADE)
        painter.fillRect(place, ink)

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / _NOTCH
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by(_STEP**notches, event.position().toPoint())
        elif self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            self._turned_wheel += notches  # touch pads tell it in small parts
            if abs(self._turned_wheel) >= 1:
                self.page_requested.emit(-1 if self._turned_wheel > 0 else 1)
                self._turned_wheel = 0.0
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS_OF_THE_PANE:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._drag_from = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag_from is None:
            return
        moved = event.position().toPoint() - self._drag_from
        self._drag_from = event.position().toPoint()
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drag_from = None
