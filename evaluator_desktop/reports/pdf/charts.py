"""Bars: one line a name, from 0 to 100, with the number at the end of the bar."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from evaluator_desktop.reports.document import Align, Bar, Bars
from evaluator_desktop.reports.pdf import styles
from evaluator_desktop.reports.pdf.flowables import P

_NAME, _NUMBER = 44 * mm, 18 * mm
_GAP = 2 * mm
_HEIGHT = 2.6 * mm
_WHOLE = 100
_MARKS = (0, 20, 40, 60, 80, 100)


class BarLine(Flowable):
    """One bar beside its name; a name that needs two lines makes the line higher."""

    def __init__(self, said: Bar) -> None:
        super().__init__()
        self._share = None if said.value is None else float(said.value / _WHOLE)
        self._name = P(said.name, styles.CELL.aligned(Align.RIGHT))
        self._number = P(said.printed, styles.HEAD_CELL)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        _width, self._name_height = self._name.wrap(_NAME, available_height)
        _width, self._number_height = self._number.wrap(_NUMBER, available_height)
        self.width, self.height = available_width, self._name_height + 1
        return self.width, self.height

    def draw(self) -> None:
        canvas, left = self.canv, _NAME + _GAP
        room = self.width - left - _GAP - _NUMBER
        canvas.setStrokeColor(styles.HAIR)
        canvas.setLineWidth(0.4)
        for mark in _MARKS:
            x = left + room * mark / _WHOLE
            canvas.line(x, 0, x, self.height)
        if self._share is not None:
            canvas.setFillColor(styles.ACCENT)
            bottom = (self.height - _HEIGHT) / 2
            canvas.rect(left, bottom, room * self._share, _HEIGHT, stroke=0, fill=1)
        self._name.drawOn(canvas, 0, (self.height - self._name_height) / 2)
        right = left + room + _GAP
        self._number.drawOn(canvas, right, (self.height - self._number_height) / 2)


def bars(said: Bars) -> list[Flowable]:
    """Lay out the bars on one page, as far as they fit, with their caption below."""
    return [KeepTogether([*map(BarLine, said.bars), P(said.caption, styles.CHART_NOTE)])]
