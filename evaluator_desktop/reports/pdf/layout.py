"""The pages: margins, running head, page numbers, watermark, and what the file says of itself.

A cover has no number; the page after it is page 1. How many there are is known only at the end,
so every page shows one form that is drawn there.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, BinaryIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate

from evaluator_desktop.reports.document import Cover, Report
from evaluator_desktop.reports.pdf import styles
from evaluator_desktop.reports.pdf.archival import make_archival
from evaluator_desktop.reports.pdf.flowables import text_width, write_out
from evaluator_desktop.reports.pdf.styles import Style
from evaluator_desktop.texts import _

OnPage = Callable[[int], None]
"""Told the number of each page that is begun; may raise to stop the work."""

_COUNT_FORM = "page_count"
_HEAD_Y = styles.PAGE_HEIGHT - 26 * mm
_NUMBER_Y = styles.BOTTOM - 7 * mm - styles.PAGE_NUMBER.size
_TURN, _MARK_SIZE = 52, 130
_SHANGHAI_HOURS = 8


class _StoppedError(Exception):
    """Stops reportlab, which makes every exception anew, where `on_page` raised one."""


class ReportPages(BaseDocTemplate):
    """Two kinds of page: the cover and all that follow."""

    def __init__(self, out: BinaryIO, report: Report, on_page: OnPage) -> None:
        self._report, self._on_page = report, on_page
        self._covers = int(isinstance(report.opening, Cover))
        self._stopped_by: Exception | None = None
        super().__init__(
            out,
            pagesize=(styles.PAGE_WIDTH, styles.PAGE_HEIGHT),
            title=report.title,
            author=report.author,
            subject=report.number,
            keywords=[f"data {report.data_digest}"],
            creator=report.program,
            lang="zh-CN" if report.language == "zh_CN" else "en",
            pageTemplates=[
                PageTemplate("cover", [_frame()], onPage=self._begin_cover),
                PageTemplate("page", [_frame()], onPage=self._begin_page),
            ][1 - self._covers :],
        )

    def build_pages(self, story: Sequence[Flowable]) -> int:
        """Write the file and return its number of pages."""
        try:
            self.build(
                [NextPageTemplate("page"), *story, _PageCount(self._covers)],
                canvasmaker=self._canvas,
            )
        except _StoppedError as error:
            raise self._stopped_by or error from None
        return int(self.page)

    def _canvas(self, *args: Any, **options: Any) -> Canvas:
        canvas = Canvas(*args, **options)
        _date(canvas, self._report.issued_on)
        make_archival(canvas)
        canvas.showOutline()
        if self._covers:
            canvas.addPageLabel(0, prefix=_("Cover"))
        canvas.addPageLabel(self._covers, style="ARABIC", start=1)
        return canvas

    def _begin_cover(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        self._tell(canvas.getPageNumber())
        self._draw_watermark(canvas)

    def _begin_page(self, canvas: Canvas, _document: BaseDocTemplate) -> None:
        physical = canvas.getPageNumber()
        self._tell(physical)
        self._draw_watermark(canvas)
        self._draw_head(canvas)
        self._draw_number(canvas, physical - self._covers)

    def _tell(self, number: int) -> None:
        try:
            self._on_page(number)
        except Exception as error:
            self._stopped_by = error
            raise _StoppedError from error

    def _draw_watermark(self, canvas: Canvas) -> None:
        if not self._report.watermark:
            return
        canvas.saveState()
        canvas.setFillColor(styles.WATERMARK)
        canvas.setFont(styles.COVER_TITLE.font, _MARK_SIZE)
        canvas.translate(styles.PAGE_WIDTH / 2, styles.PAGE_HEIGHT / 2)
        canvas.rotate(_TURN)
        canvas.drawCentredString(0, -_MARK_SIZE / 3, self._report.watermark)
        canvas.restoreState()

    def _draw_head(self, canvas: Canvas) -> None:
        _write(canvas, styles.LEFT, _HEAD_Y, self._report.running_head, styles.FURNITURE)
        canvas.doForm(_COUNT_FORM)
        canvas.saveState()
        canvas.setStrokeColor(styles.HAIR)
        canvas.setLineWidth(0.5)
        canvas.line(styles.LEFT, _HEAD_Y - 4, styles.PAGE_WIDTH - styles.RIGHT, _HEAD_Y - 4)
        canvas.restoreState()

    def _draw_number(self, canvas: Canvas, number: int) -> None:
        """GB/T 9704: odd pages outside right, even pages outside left, one character in."""
        style = styles.PAGE_NUMBER
        if self._report.language != "zh_CN":
            text = str(number)
            x = (styles.PAGE_WIDTH - text_width(text, style)) / 2
        else:
            text = f"— {number} —"
            right = styles.PAGE_WIDTH - styles.RIGHT - style.size - text_width(text, style)
            x = right if number % 2 else styles.LEFT + style.size
        _write(canvas, x, _NUMBER_Y, text, style)


class _PageCount(Flowable):
    """Draws, at the very end, the form with the number of pages that every page shows."""

    def __init__(self, covers: int) -> None:
        super().__init__()
        self._covers = covers

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        style = styles.FURNITURE
        text = _("{count} pages").format(count=self.canv.getPageNumber() - self._covers)
        self.canv.beginForm(_COUNT_FORM)
        x = styles.PAGE_WIDTH - styles.RIGHT - text_width(text, style)
        _write(self.canv, x, _HEAD_Y, text, style)
        self.canv.endForm()


def _frame() -> Frame:
    return Frame(
        styles.LEFT,
        styles.BOTTOM,
        styles.TEXT_WIDTH,
        styles.TEXT_HEIGHT,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )


def _write(canvas: Canvas, x: float, y: float, text: str, style: Style) -> None:
    writing = canvas.beginText(x, y)
    writing.setFillColor(style.colour)
    write_out(writing, text, style)
    canvas.drawText(writing)


def _date(canvas: Any, day: date) -> None:
    """Let the file say that it was made on the report's day, not when it was built."""
    stamp = canvas._doc._timeStamp  # noqa: SLF001  the only way to a date of one's own
    stamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
    stamp.dhh, stamp.dmm = _SHANGHAI_HOURS, 0
