"""Sizes, weights and colours of print; A4 with the margins of GB/T 9704."""

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.units import mm

from evaluator_desktop.reports.document import Align, Tone
from evaluator_desktop.reports.pdf import BOLD, REGULAR

PAGE_WIDTH, PAGE_HEIGHT = 210 * mm, 297 * mm
TOP, BOTTOM, LEFT, RIGHT = 37 * mm, 35 * mm, 28 * mm, 26 * mm
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
TEXT_HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

INK = HexColor(0x1A2127)
GREY = HexColor(0x56616B)
RULE = HexColor(0x78838D)
HAIR = HexColor(0xD3D8DC)
TINT = HexColor(0xF2F4F5)
ACCENT = HexColor(0x2A5B93)
ALARM = HexColor(0xB0281C)
WATERMARK = HexColor(0xF0EDEC)
TIER_INKS = {
    "star": HexColor(0x9C6500),
    "diamond": HexColor(0x0B728F),
    "crown": HexColor(0x8E3A6E),
}

PADDING = 3
"""Points around the text of a cell."""


@dataclass(frozen=True)
class Style:
    """How a text is set; lengths in points."""

    size: float
    leading: float
    font: str = REGULAR
    colour: Color = INK
    align: Align = Align.LEFT
    first_indent: float = 0
    """In ems; negative: the other lines hang."""
    justified: bool = False
    before: float = 0
    after: float = 0

    def aligned(self, align: Align) -> "Style":
        return replace(self, align=align)


BODY = Style(10.5, 18, after=4)
CHINESE_BODY = replace(BODY, first_indent=2, justified=True)
TONES = {
    Tone.BODY: BODY,
    Tone.LISTED: replace(BODY, first_indent=-1.5, after=2),
    Tone.NOTE: Style(8.5, 13, colour=GREY, before=3, after=8),
    Tone.STRONG: replace(BODY, font=BOLD),
}

COVER_TITLE = Style(23, 36, BOLD, align=Align.CENTRE)
COVER_SUBTITLE = Style(30, 46, BOLD, align=Align.CENTRE)
COVER_NOTICE = Style(12, 20, BOLD, ALARM, Align.CENTRE)
COVER_SUBJECT = Style(17, 27, BOLD, align=Align.CENTRE)
COVER_LONG_SUBJECT = replace(COVER_SUBJECT, size=12, leading=18)
COVER_FOOT = Style(13, 24, align=Align.CENTRE)

PAPER_TITLE = Style(19, 30, BOLD, align=Align.CENTRE)
PAPER_SUBJECT = Style(11, 18, colour=GREY, align=Align.CENTRE)

SECTION = Style(14, 22, BOLD, before=14, after=6)
HEADING = Style(11, 18, BOLD, before=8, after=3)
CAPTION = Style(9.5, 15, BOLD, align=Align.CENTRE, before=6, after=3)
CELL = Style(8.5, 12.5)
HEAD_CELL = replace(CELL, font=BOLD)
GROUP_CELL = replace(CELL, font=BOLD, colour=ACCENT)
LABEL = Style(9.5, 15, colour=GREY)
VALUE = Style(9.5, 15)
FIGURE_LABEL = Style(9, 14, colour=GREY, align=Align.CENTRE)
FIGURE_VALUE = Style(18, 26, BOLD, align=Align.CENTRE)
FIGURE_REMARK = Style(8, 12, colour=GREY, align=Align.CENTRE)
TIER_NAME = Style(12, 18, BOLD)
CHART_NOTE = replace(TONES[Tone.NOTE], align=Align.CENTRE)
SEAL = Style(9, 14, colour=GREY, align=Align.CENTRE)
AXIS_NAME = Style(9, 12, BOLD, align=Align.CENTRE)
AXIS_SCORE = Style(9, 12, align=Align.CENTRE)
FURNITURE = Style(8, 10, colour=GREY)
PAGE_NUMBER = Style(14, 14)
