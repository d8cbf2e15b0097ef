"""Pictures and PDF pages: the view, and for a PDF the bar that turns pages and finds words."""

from PySide6.QtCore import QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evaluator_desktop.jobs.preview_protocol import (
    FoundPlace,
    PdfPreview,
    PicturePreview,
    Raster,
    Rectangle,
)
from evaluator_desktop.ui.widgets.page_bar import PageBar
from evaluator_desktop.ui.widgets.picture_view import PictureView

_SHARPEN_AFTER_MS = 150
_BLURRED_BEYOND = 1.1
_LARGEST_WIDTH = 8000
_SCREEN_DPI, _POINTS = 96, 72


class PageView(QWidget):
    """Shows what it is given and says what it would need.

    Signals:
        page_requested(page): another page of the PDF, from 0.
        width_requested(width): the same page again, sharper, in device pixels.
        search_requested(text): where this stands in the PDF; "" forgets the last search.
    """

    page_requested = Signal(int)
    width_requested = Signal(int)
    search_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page_bar, self.view = PageBar(), PictureView()
        self.page_bar.hide()
        self._shown: PdfPreview | PicturePreview | None = None
        self._asked_width = 0
        self._places: list[FoundPlace] = []
        self._place = -1
        self._sharpening = QTimer(self, singleShot=True, interval=_SHARPEN_AFTER_MS)
        self._sharpening.timeout.connect(self._sharpen)
        self._keys = {
            int(Qt.Key.Key_Plus): self.view.zoom_in,
            int(Qt.Key.Key_Equal): self.view.zoom_in,
            int(Qt.Key.Key_Minus): self.view.zoom_out,
            int(Qt.Key.Key_0): self.view.fit,
            int(Qt.Key.Key_PageUp): self.page_back,
            int(Qt.Key.Key_PageDown): self.page_on,
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page_bar)
        column.addWidget(self.view, 1)
        self.view.zoom_changed.connect(self._sharpening.start)
        self.view.page_requested.connect(self.turn_page)
        self.page_bar.page_requested.connect(self.turn_page)
        self.page_bar.place_requested.connect(self._step_place)
        self.page_bar.search_requested.connect(self._search)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on; a focus proxy would keep Tab from what stands before it."""
        self.view.setFocus(event.reason())

    def reset(self) -> None:
        """Fit, upright, nothing searched for: another file comes."""
        self.page_bar.reset()
        self.view.reset_view()
        self._places, self._place = [], -1

    def show_preview(self, preview: PdfPreview | PicturePreview, asked_width: int) -> None:
        """Show a picture or page that was asked for at `asked_width` device pixels."""
        self._shown, self._asked_width = preview, asked_width
        is_pdf = isinstance(preview, PdfPreview)
        self.page_bar.setVisible(is_pdf)
        pixels = QPixmap.fromImage(image_of(preview.raster))
        self.view.show_picture(pixels, natural_size(preview), grows=is_pdf)
        if isinstance(preview, PdfPreview):
            self.page_bar.show_page(preview.page, preview.page_count)
            self._mark()

    def show_places(self, places: list[FoundPlace]) -> None:
        """Mark what was found, and go to the first place from the page in sight on."""
        page = self._shown.page if isinstance(self._shown, PdfPreview) else 0
        ahead = (number for number, place in enumerate(places) if place.page >= page)
        self._places, self._place = places, next(ahead, 0)
        self._go_to_place()

    def turn_page(self, step: int) -> None:
        """Ask for the page before (-1) or after (1), if there is one."""
        if isinstance(self._shown, PdfPreview):
            page = self._shown.page + step
            if 0 <= page < self._shown.page_count:
                self.page_requested.emit(page)

    def page_back(self) -> None:
        """Ask for the page before."""
        self.turn_page(-1)

    def page_on(self) -> None:
        """Ask for the page after."""
        self.turn_page(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._keys.get(event.key())
        if act and self.view.hasFocus():
            act()
        else:
            super().keyPressEvent(event)

    def _search(self, text: str) -> None:
        self._places, self._place = [], -1
        self._mark()
        self.search_requested.emit(text)

    def _step_place(self, step: int) -> None:
        if self._places:
            self._place = (self._place + step) % len(self._places)
            self._go_to_place()

    def _go_to_place(self) -> None:
        self.page_bar.show_places(self._place, len(self._places))
        page = self._places[self._place].page if self._places else None
        if isinstance(self._shown, PdfPreview) and page not in (None, self._shown.page):
            self.page_requested.emit(page)
        else:
            self._mark()

    def _mark(self) -> None:
        page = self._shown.page if isinstance(self._shown, PdfPreview) else -1
        marks, current = list[QRectF](), -1
        for number, place in enumerate(self._places):
            if place.page == page:
                current = len(marks) if number == self._place else current
                marks += map(_rectangle, place.rectangles)
        self.view.set_marks(marks, current)

    def _sharpen(self) -> None:
        wanted = min(self.view.wanted_width, _LARGEST_WIDTH)
        if self._shown and self.isVisible() and wanted > self._asked_width * _BLURRED_BEYOND:
            self.width_requested.emit(wanted)


def natural_size(preview: PdfPreview | PicturePreview) -> QSizeF:
    """Return the size at 100 %, in logical pixels."""
    if isinstance(preview, PdfPreview):
        return QSizeF(preview.width, preview.height) * (_SCREEN_DPI / _POINTS)
    return QSizeF(preview.pixel_width, preview.pixel_height)


def image_of(raster: Raster) -> QImage:
    """Return the pixels as a picture that lives while they do."""
    rgb, rgba = QImage.Format.Format_RGB888, QImage.Format.Format_RGBA8888
    kind = rgba if raster.channels == len("RGBA") else rgb
    return QImage(raster.data, raster.width, raster.height, raster.stride, kind)


def _rectangle(edges: Rectangle) -> QRectF:
    left, top, right, bottom = edges
    return QRectF(left, top, right - left, bottom - top)
