"""Plain text on paper. `P` is the only way a text gets there.

It knows no markup at all, so nothing that people write can be read as a tag, a link or a picture
(faults 96, 97); a test looks that no paragraph of reportlab's is used.
"""

from functools import partial

from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable

from evaluator_desktop.reports.document import Align
from evaluator_desktop.reports.pdf.fonts import runs, width_of
from evaluator_desktop.reports.pdf.line_breaking import Line, break_lines
from evaluator_desktop.reports.pdf.styles import Style

_MOST_STRETCH = 0.1
"""Ems that justifying may add between two characters; a line that wants more stays ragged."""
_UNITS = 1000
_FEWEST_LINES = 2
"""That stay together at the foot of a page."""
_BASELINE = 0.36
"""Ems from the middle of a line down to its baseline."""
_OFFSETS = {Align.LEFT: 0, Align.CENTRE: 0.5, Align.RIGHT: 1}
_ROUNDING = 1e-6


def text_width(text: str, style: Style) -> float:
    """Return the width in points of a text on one line."""
    return sum(width_of(character, style.font) for character in text) * style.size / _UNITS


def write_out(writing: PDFTextObject, text: str, style: Style) -> None:
    """Set a text on the current line, each character in the font that has it."""
    for name, part in runs(text, style.font):
        writing.setFont(name, style.size)
        writing.textOut(part)


class P(Flowable):
    """A text in one style that breaks into lines and over pages."""

    def __init__(self, text: str, style: Style) -> None:
        super().__init__()
        self.style = style
        self.spaceBefore, self.spaceAfter = style.before, style.after
        self._text = text
        self._lines: list[Line] = []
        self._broken_for: float | None = None
        self._has_first_line = True

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        if available_width != self._broken_for:
            self._lines = self._broken(available_width)
            self._broken_for = available_width
        self.width, self.height = available_width, len(self._lines) * self.style.leading
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        if not self._lines:  # not again for another width: a cell asks with its padding
            self.wrap(available_width, available_height)
        fitting = int((available_height + _ROUNDING) / self.style.leading)
        if fitting >= len(self._lines):
            return [self]
        if len(self._lines) - fitting < _FEWEST_LINES < fitting:
            fitting = len(self._lines) - _FEWEST_LINES
        if fitting < min(_FEWEST_LINES, len(self._lines)):
            return []
        first = _Part(self._lines[:fitting], self.style, has_first_line=self._has_first_line)
        rest = _Part(self._lines[fitting:], self.style, has_first_line=False)
        first.spaceAfter, rest.spaceBefore = 0, 0
        return [first, rest]

    def draw(self) -> None:
        style = self.style
        writing = self.canv.beginText(0, 0)
        writing.setFillColor(style.colour)
        baseline = self.height - style.leading / 2 - style.size * _BASELINE
        for number, line in enumerate(self._lines):
            indent = self._indent(is_first=number == 0 and self._has_first_line)
            spare = self.width - indent - line.width
            writing.setCharSpace(self._stretch(line, spare))
            writing.setTextOrigin(indent + spare * _OFFSETS[style.align], baseline)
            write_out(writing, line.text, style)
            baseline -= style.leading
        self.canv.drawText(writing)

    def _broken(self, width: float) -> list[Line]:
        style, unit = self.style, _UNITS / self.style.size
        rest = self._indent(is_first=False)
        first = self._indent(is_first=True) - rest
        widths = partial(width_of, wanted=style.font)
        lines = break_lines(self._text, widths, (width - rest) * unit, first * unit)
        return [Line(line.text, line.width / unit, line.is_last) for line in lines]

    def _indent(self, *, is_first: bool) -> float:
        """Return the blank before a line in points; a negative first indent hangs the others."""
        first = self.style.first_indent * self.style.size
        return max(first, 0) if is_first else max(-first, 0)

    def _stretch(self, line: Line, spare: float) -> float:
        """Return what justifying adds between two characters of a line."""
        gaps = len(line.text) - 1
        if not self.style.justified or line.is_last or gaps < 1:
            return 0
        stretch = spare / gaps
        return stretch if 0 < stretch <= _MOST_STRETCH * self.style.size else 0


class _Part(P):
    """Some of the lines of a text that was split over pages."""

    def __init__(self, lines: list[Line], style: Style, *, has_first_line: bool) -> None:
        super().__init__("", style)
        self._lines, self._has_first_line = lines, has_first_line

    def _broken(self, _width: float) -> list[Line]:
        return self._lines


class SectionTitle(P):
    """A heading that the reader's outline names; `key` is its destination, short and ASCII."""

    def __init__(self, text: str, style: Style, key: str) -> None:
        super().__init__(text, style)
        self._key = key

    def draw(self) -> None:
        super().draw()
        self.canv.bookmarkPage(self._key)
        self.canv.addOutlineEntry(self._text, self._key, 0)
