"""Printing a PDF through the system's dialog: its pages drawn by the preview process at 300 dpi.

Two-sided along the long edge is proposed; the dialog has the last word.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.jobs.preview_protocol import PdfPreview, Preview
from evaluator_desktop.jobs.previews import Previews
from evaluator_desktop.ui.widgets.page_view import image_of
from evaluator_desktop.ui.widgets.preview import PreviewFile

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_DOTS_PER_INCH = 300
_A4_INCHES = 210 / 25.4


def ask_printer(parent: QWidget, pages: int) -> "QPrinter | None":
    """Ask which printer and which pages; None when it was cancelled."""
    from PySide6.QtPrintSupport import QPrintDialog  # looks for printers, so only when asked

    printer = new_printer()
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages)
    dialog.setFromTo(1, pages)
    return printer if dialog.exec() == QDialog.DialogCode.Accepted else None


def new_printer() -> "QPrinter":
    """Return a printer for A4 without margins of its own, two-sided."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return printer


class Printing(QObject):
    """Signals.

    advanced(done, total): a page is with the printer. ended(ok): all are, or the work was stopped
    (False): cancelled, or a page could not be drawn.
    """

    advanced = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, previews: Previews, parent: QObject) -> None:
        super().__init__(parent)
        self._previews = previews
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        self._file: PreviewFile | None = None
        self._pages = range(0)
        self._page = self._awaited = 0
        previews.preview_ready.connect(self._hear)

    @property
    def is_busy(self) -> bool:
        return self._painter is not None

    def print_file(self, file: PreviewFile, pages: int, printer: "QPrinter") -> None:
        """Print the pages that the dialog chose of a PDF with so many pages."""
        if self.is_busy:
            return
        first, last = printer.fromPage() or 1, printer.toPage() or pages
        self._pages = range(first - 1, min(last, pages))
        self._file, self._printer, self._painter = file, printer, QPainter()
        if not self._pages or not self._painter.begin(printer):
            self._end(ok=False)
            return
        self._page = self._pages.start
        self._ask()

    def cancel(self) -> None:
        """Stop; the pages that the printer has are its own."""
        if self._printer is not None:
            self._printer.abort()
            self._end(ok=False)

    def _ask(self) -> None:
        self.advanced.emit(self._page - self._pages.start, len(self._pages))
        if self._file is not None:
            width = round(_A4_INCHES * _DOTS_PER_INCH)
            self._awaited = self._previews.request(
                f"print {id(self)}", self._file.path, self._file.name, self._page, width
            )

    def _hear(self, number: int, preview: Preview) -> None:
        if number != self._awaited or self._painter is None or self._printer is None:
            return
        if not isinstance(preview, PdfPreview):
            self.cancel()
            return
        self._draw(self._painter, self._printer, preview)
        self._page += 1
        if self._page == self._pages.stop:
            self._end(ok=True)
        elif self._printer.newPage():
            self._ask()
        else:
            self._end(ok=False)

    def _draw(self, painter: QPainter, printer: "QPrinter", preview: PdfPreview) -> None:
        image = image_of(preview.raster)
        room = printer.pageLayout().fullRectPixels(printer.resolution())
        size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (room.width() - size.width()) // 2, (room.height() - size.height()) // 2
        painter.drawImage(QRect(left, top, size.width(), size.height()), image)

    def _end(self, *, ok: bool) -> None:
        self._awaited = 0
        if self._painter is not None and self._painter.isActive():
            self._painter.end()
        self._painter = self._printer = self._file = None
        self.ended.emit(ok)
