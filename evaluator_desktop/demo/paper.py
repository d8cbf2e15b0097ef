"""Sheets of paper drawn with Pillow: certificates, letters and tables, printed and filled in.

Apart because a sheet is drawn once and then scanned (`documents`) or photographed (`photos`).
"""

import math
from collections.abc import Sequence
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from evaluator_desktop.demo.words import Chance
from evaluator_desktop.paths import resource_dir

WIDTH, HEIGHT = 850, 1202  # A4 at 103 dots an inch: readable, and small as a file
MARGIN = 90
INK, PEN, RED, GOLD = (38, 38, 42), (34, 44, 110), (196, 48, 40), (178, 138, 62)
PAPER = (250, 249, 245)

_FACES = {False: "NotoSansSC-Regular.ttf", True: "NotoSansSC-Bold.ttf"}
_CANNOT_START = "，。；：、）》”！？"


@lru_cache(maxsize=64)
def font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Return the shipped font; it is opened once a size."""
    file = resource_dir() / "fonts" / _FACES[bold]
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


def write(
    image: Image.Image,
    at: tuple[float, float],
    text: str,
    size: int,
    colour: tuple[int, int, int] = INK,
    *,
    bold: bool = False,
    anchor: str = "la",
) -> None:
    """Write one line; `anchor` as Pillow has it (left, middle, right; ascender, middle)."""
    mask, middle = _letters(text, size, bold)
    across = {"l": 0, "m": mask.width / 2, "r": mask.width}[anchor[0]]
    down = {"a": 0, "m": middle}[anchor[1]]
    image.paste(colour, (round(at[0] - across), round(at[1] - down)), mask)


@lru_cache(maxsize=2000)  # the same words stand in many documents, and drawing them is the cost
def _letters(text: str, size: int, bold: bool) -> tuple[Image.Image, float]:
    face = font(size, bold=bold)
    above, below = face.getmetrics()
    mask = Image.new("L", (max(1, round(face.getlength(text))), above + below), 0)
    ImageDraw.Draw(mask).text((0, 0), text, 255, face)
    return mask, (above + below) / 2


class Sheet:
    """One A4 page, written from the top down; `y` is where the next line goes."""

    def __init__(self, chance: Chance) -> None:
        self.image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        self.draw = ImageDraw.Draw(self.image)
        self.chance = chance
        self.y = MARGIN

    def title(self, text: str, size: int = 40, colour: tuple[int, int, int] = INK) -> None:
        """Write centred bold lines, as many as the text needs."""
        for line in wrapped(text, size, WIDTH - 2 * MARGIN, bold=True):
            self.draw.text((WIDTH / 2, self.y), line, colour, font(size, bold=True), anchor="ma")
            self.y += round(size * 1.45)
        self.y += size // 2

    def text(self, text: str, size: int = 22, *, indent: bool = True, right: bool = False) -> None:
        """Write a paragraph."""
        for line in wrapped(f"{'　　' if indent else ''}{text}", size, WIDTH - 2 * MARGIN):
            x = WIDTH - MARGIN if right else MARGIN
            write(self.image, (x, self.y), line, size, anchor="ra" if right else "la")
            self.y += round(size * 1.75)

    def rule(self, colour: tuple[int, int, int] = RED) -> None:
        """Draw a line across the page, as below the head of an official letter."""
        self.draw.line((MARGIN, self.y, WIDTH - MARGIN, self.y), colour, 3)
        self.y += 36

    def footer(self, text: str) -> None:
        """Write the number of the page."""
        write(self.image, (WIDTH / 2, HEIGHT - 70), text, 20, anchor="ma")

    def frame(self) -> None:
        """Draw the double border of a certificate."""
        for inset, width in ((34, 9), (52, 2)):
            box = (inset, inset, WIDTH - inset, HEIGHT - inset)
            self.draw.rectangle(box, outline=GOLD, width=width)

    def table(
        self,
        headings: Sequence[str],
        rows: Sequence[Sequence[str | int]],
        shares: Sequence[float],
        written: frozenset[int] = frozenset(),
    ) -> None:
        """Draw a table over the width; the columns in `written` are filled in by hand."""
        inner = WIDTH - 2 * MARGIN + 40
        left = MARGIN - 20
        edges = [left + inner * sum(shares[:n]) / sum(shares) for n in range(len(shares) + 1)]
        height = 46
        top = self.y
        for number, row in enumerate([headings, *rows]):
            self.draw.line((left, self.y, left + inner, self.y), INK, 2)
            for column, value in enumerate(row):
                x = (edges[column] + edges[column + 1]) / 2
                at = (x, self.y + height / 2)
                room = edges[column + 1] - edges[column] - 8
                if number and column in written:
                    self.handwriting(at, str(value))
                else:
                    size = _fitting(str(value), room)
                    write(self.image, at, str(value), size, bold=not number, anchor="mm")
            self.y += height
        self.draw.line((left, self.y, left + inner, self.y), INK, 2)
        for edge in edges:
            self.draw.line((edge, top, edge, self.y), INK, 2)
        self.y += 24

    def handwriting(self, at: tuple[float, float], text: str, size: int = 25) -> None:
        """Write as with a pen: slanted, uneven, letters a little too close."""
        short = text.removesuffix("（示例）").replace("有限公司", "")
        width = round(font(size).getlength(short)) + 40
        mask = Image.new("L", (width, size + 24), 0)
        x = 16
        for letter in short:
            drawn, _middle = _letters(letter, size + self.chance.randrange(-2, 3), False)
            down = self.chance.randrange(3, 8)
            mask.paste(self.chance.randrange(190, 255), (x, down), drawn)
            x += round(drawn.width * 0.9)
        slant = self.chance.uniform(0.14, 0.3)
        mask = mask.transform(
            mask.size,
            Image.Transform.AFFINE,
            (1, slant, -slant * size / 2, 0, 1, 0),
            Image.Resampling.BILINEAR,
        )
        corner = (round(at[0] - x / 2), round(at[1] - mask.height / 2))
        self.image.paste(PEN, corner, mask)

    def seal(self, x: int, y: int) -> None:
        """Stamp the round seal of nobody, a little askew."""
        stamp = _seal().rotate(self.chance.uniform(-14, 14), Image.Resampling.BILINEAR)
        self.image.paste(RED, (x - stamp.width // 2, y - stamp.height // 2), stamp)


def wrapped(text: str, size: int, width: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines that fit, none of them beginning with a closing mark."""
    face = font(size, bold=bold)
    lines, line, used = [], "", 0.0
    for letter in text:
        step = _advance(letter, face)
        if used + step > width and letter not in _CANNOT_START:
            lines.append(line)
            line, used = "", 0.0
        line += letter
        used += step
    return [*lines, line] if line else lines


def _advance(letter: str, face: ImageFont.FreeTypeFont) -> float:
    return face.size if ord(letter) > 0x2E80 else face.getlength(letter)


def _fitting(text: str, room: float) -> int:
    sizes = (20, 17, 14)
    fits = (s for s in sizes if sum(_advance(letter, font(s)) for letter in text) <= room)
    return next(fits, sizes[-1])


@lru_cache(maxsize=1)
def _seal() -> Image.Image:
    """Return the mask of the seal: a ring, a star, and 示例专用章 around it."""
    size = 190
    mask = Image.new("L", (size, size), 0)
    draw = ImageDraw.Draw(mask)
    draw.ellipse((5, 5, size - 5, size - 5), outline=215, width=6)
    centre, outer = size / 2, 30
    points = []
    for n in range(10):
        radius = outer if n % 2 == 0 else outer * 0.4
        angle = math.pi * n / 5 - math.pi / 2
        points.append((centre + radius * math.cos(angle), centre + radius * math.sin(angle)))
    draw.polygon(points, 215)
    for n, letter in enumerate("示例专用章"):
        angle = (n - 2) * 40
        stamp = Image.new("L", mask.size, 0)
        face = font(27, bold=True)
        ImageDraw.Draw(stamp).text((centre, 32), letter, 215, face, anchor="mm")
        mask.paste(215, mask=stamp.rotate(-angle, Image.Resampling.BILINEAR))
    return mask
