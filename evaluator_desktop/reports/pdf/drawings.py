"""Figures with exact geometry: the spider chart, tiers, boxes, the QR code."""

import math
from collections.abc import Iterator
from itertools import groupby, pairwise

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from evaluator_desktop.reports.document import Axis, Choice, Spider, TierMark
from evaluator_desktop.reports.pdf import styles
from evaluator_desktop.reports.pdf.flowables import P

Point = tuple[float, float]

# On a grid of 16 with y downwards, as the icons of the window; the crown's second part is its base.
_STAR = (
    *((8, 1.5), (9.79, 6.03), (14.66, 6.34), (10.9, 9.44), (12.11, 14.16)),
    *((8, 11.55), (3.89, 14.16), (5.1, 9.44), (1.34, 6.34), (6.21, 6.03)),
)
_DIAMOND = ((4.4, 2.5), (11.6, 2.5), (15, 6.7), (8, 14.3), (1, 6.7))
_FACETS = (((1.6, 6.7), (14.4, 6.7)), ((5.4, 6.7), (8, 13.6)), ((10.6, 6.7), (8, 13.6)))
_CROWN = ((2.3, 10.4), (1.3, 4.3), (5, 7.2), (8, 2.2), (11, 7.2), (14.7, 4.3), (13.7, 10.4))
_CROWN_BASE = ((2.2, 12), (13.8, 12), (13.8, 14.4), (2.2, 14.4))
_SHAPES = {"star": (_STAR,), "diamond": (_DIAMOND,), "crown": (_CROWN, _CROWN_BASE)}
_GRID = 16
_QUIET = 4
"""Modules that stay blank around a QR code."""


class TierLine(Flowable):
    """A tier as shapes in its colour, its name beside them."""

    _side, _gap = 15.0, 3.0

    def __init__(self, said: TierMark) -> None:
        super().__init__()
        self._said = said
        self._name = P(said.text, styles.TIER_NAME)
        self.spaceBefore, self.spaceAfter = 4, 4

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        self._indent = self._said.count * (self._side + self._gap) + self._gap
        _width, height = self._name.wrap(available_width - self._indent, available_height)
        self.width, self.height = available_width, max(height, self._side + 3)
        return self.width, self.height

    def draw(self) -> None:
        ink = styles.TIER_INKS[self._said.shape]
        self.canv.setFillColor(ink)
        self.canv.setStrokeColor(ink)
        for place in range(self._said.count):
            _draw_shape(self.canv, self._said.shape, place * (self._side + self._gap), self._side)
        self._name.drawOn(self.canv, self._indent, (self.height - self._name.height) / 2)


def _draw_shape(canvas: Canvas, shape: str, x: float, side: float) -> None:
    scale = side / _GRID

    def at(point: Point) -> Point:
        return x + point[0] * scale, side + 1.5 - point[1] * scale

    for outline in _SHAPES[shape]:
        _draw_polygon(canvas, [at(point) for point in outline], stroke=0, fill=1)
    if shape == "diamond":
        canvas.saveState()
        canvas.setStrokeColorRGB(1, 1, 1)
        canvas.setLineWidth(0.8 * scale)
        for start, end in _FACETS:
            canvas.line(*at(start), *at(end))
        canvas.restoreState()


def _draw_polygon(canvas: Canvas, points: list[Point], *, stroke: int, fill: int) -> None:
    path = canvas.beginPath()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    canvas.drawPath(path, stroke=stroke, fill=fill)


class TickBox(Flowable):
    """A box, ticked or not, and what it stands for."""

    _side, _indent = 9.0, 15.0

    def __init__(self, said: Choice) -> None:
        super().__init__()
        self._said = said
        self._text = P(said.text, styles.BODY)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        _width, height = self._text.wrap(available_width - self._indent, available_height)
        self.width, self.height = available_width, height
        return available_width, height

    def draw(self) -> None:
        bottom = self.height - styles.BODY.leading / 2 - self._side / 2
        self.canv.setStrokeColor(styles.INK)
        self.canv.setLineWidth(0.9)
        self.canv.rect(0.5, bottom, self._side, self._side, stroke=1, fill=0)
        if self._said.chosen:
            self.canv.setLineWidth(1.4)
            self.canv.setLineCap(1)
            self.canv.lines([(2.2, bottom + 4.6, 4.3, bottom + 2.2)])
            self.canv.lines([(4.3, bottom + 2.2, 8.2, bottom + 7.2)])
        self._text.drawOn(self.canv, self._indent, 0)


class SpiderChart(Flowable):
    """Scores of the dimensions on axes from the centre (0) to the outermost ring (100)."""

    _radius = 30 * mm
    _label = 44 * mm
    _rings = 5

    def __init__(self, said: Spider) -> None:
        super().__init__()
        self._axes = said.axes
        self.spaceBefore = 6

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        self.width, self.height = available_width, 2 * self._radius + 20 * mm
        return self.width, self.height

    def draw(self) -> None:
        self._centre = self.width / 2, self.height / 2
        self._draw_web()
        self._draw_scores()
        for number, axis in enumerate(self._axes):
            self._draw_label(number, axis)

    def _at(self, number: int, share: float) -> Point:
        """Return the point at `share` of an axis; the first points up, the rest go clockwise."""
        angle = math.pi / 2 - 2 * math.pi * number / len(self._axes)
        x, y = self._centre
        reach = self._radius * share
        return x + reach * math.cos(angle), y + reach * math.sin(angle)

    def _draw_web(self) -> None:
        canvas, numbers = self.canv, range(len(self._axes))
        canvas.setLineWidth(0.4)
        for ring in range(1, self._rings + 1):
            canvas.setStrokeColor(styles.RULE if ring == self._rings else styles.HAIR)
            points = [self._at(n, ring / self._rings) for n in numbers]
            _draw_polygon(canvas, points, stroke=1, fill=0)
        canvas.setStrokeColor(styles.HAIR)
        for number in numbers:
            canvas.line(*self._centre, *self._at(number, 1))

    def _draw_scores(self) -> None:
        """Draw the known scores; the area is closed only where all of them are known."""
        canvas = self.canv
        points = [
            None if axis.score is None else self._at(n, float(axis.score / 100))
            for n, axis in enumerate(self._axes)
        ]
        known = [point for point in points if point is not None]
        canvas.setStrokeColor(styles.ACCENT)
        canvas.setFillColor(styles.ACCENT)
        canvas.setLineWidth(1.2)
        if len(known) == len(points):
            canvas.saveState()
            canvas.setFillAlpha(0.15)
            _draw_polygon(canvas, known, stroke=1, fill=1)
            canvas.restoreState()
        else:
            for start, end in pairwise([*points, points[0]]):
                if start is not None and end is not None:
                    canvas.line(*start, *end)
        for x, y in known:
            canvas.circle(x, y, 1.8, stroke=0, fill=1)

    def _draw_label(self, number: int, axis: Axis) -> None:
        x, y = self._at(number, 1.12)
        left = x - self._label / 2 + self._side_of(number) * self._label * 0.36
        parts = [P(axis.name, styles.AXIS_NAME), P(axis.printed, styles.AXIS_SCORE)]
        heights = [part.wrap(self._label, self.height)[1] for part in parts]
        above = y - self._centre[1]
        top = y + sum(heights) / 2 + sum(heights) / 2 * above / (self._radius * 1.12)
        for part, height in zip(parts, heights, strict=True):
            top -= height
            part.drawOn(self.canv, left, top)

    def _side_of(self, number: int) -> float:
        """Return how far an axis points to the right: 1, to the left: -1."""
        return math.sin(2 * math.pi * number / len(self._axes))


class QrCode(Flowable):
    """A text as QR code, error correction M, with the quiet zone it needs."""

    def __init__(self, content: str, side: float) -> None:
        super().__init__()
        self._content, self.width, self.height = content, side, side

    def wrap(self, _available_width: float, _available_height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        rows = _qr_modules(self._content)
        module = self.width / (len(rows) + 2 * _QUIET)
        path = self.canv.beginPath()
        for number, row in enumerate(rows):
            bottom = self.height - (_QUIET + number + 1) * module
            for start, length in _dark_runs(row):
                path.rect((_QUIET + start) * module, bottom, length * module, module)
        self.canv.setFillColor(black)
        self.canv.drawPath(path, stroke=0, fill=1)


def _qr_modules(content: str) -> list[list[bool]]:
    """Return the modules row by row, True for dark.

    Drawn by us as one path: reportlab's widget makes a shape of each, half the time of a report.
    """
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(content)
    code.make()
    return [[bool(dark) for dark in row] for row in code.modules]


def _dark_runs(row: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield where dark modules begin, and how many stand side by side."""
    place = 0
    for dark, modules in groupby(row):
        length = len([*modules])
        if dark:
            yield place, length
        place += length


def rows_of(choices: tuple[Choice, ...], width: int) -> Iterator[list[TickBox | str]]:
    """Yield the boxes in rows of `width`, the last one filled up."""
    for start in range(0, len(choices), width):
        row: list[TickBox | str] = [TickBox(c) for c in choices[start : start + width]]
        yield row + [""] * (width - len(row))
