"""A photo with marks drawn on its own pixels: upright, bare of all that is no pixel (fault 37)."""

import math
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont, ImageOps

from evaluator_desktop.jobs.decoding.pictures import in_eight_bits, opened_picture
from evaluator_desktop.jobs.markup import Mark, Tool, arrow_head, blocks, in_order, stroke
from evaluator_desktop.jobs.preview_protocol import MarkedPicture, MarkupRequest
from evaluator_desktop.paths import resource_dir, visible_text

_QUALITY = 90
_SHADES = 32
"""Colours of what is made unrecognisable are so many apart."""
_PLATE = "#ffffff"
_SMALLEST_LETTERS = 8


def draw_marks(request: MarkupRequest) -> MarkedPicture:
    """Draw marks on a photo; nothing of what is made unrecognisable is left in it."""
    with opened_picture(request.path) as image:
        paper = _on_white(in_eight_bits(ImageOps.exif_transpose(image)))
    for mark in in_order(request.marks):
        _DRAWN[mark.tool](paper, mark, request.ink)
    paper.info.clear()  # a comment or a profile would be written again
    out = BytesIO()
    paper.save(out, "JPEG", quality=_QUALITY)
    return MarkedPicture(out.getvalue())


def _on_white(image: Image.Image) -> Image.Image:
    if image.mode == "RGB":
        return image
    page = Image.new("RGB", image.size, _PLATE)
    page.paste(image, mask=image.getchannel("A"))
    return page


def _draw_arrow(image: Image.Image, mark: Mark, ink: str) -> None:
    wide, high = image.size
    start, end = (mark.x1 * wide, mark.y1 * high), (mark.x2 * wide, mark.y2 * high)
    thick = stroke(wide, high)
    head = arrow_head(start, end, thick)
    neck = ((head[1][0] + head[2][0]) / 2, (head[1][1] + head[2][1]) / 2)
    draw = ImageDraw.Draw(image)
    draw.line((start, neck), fill=_PLATE, width=round(thick * 2))
    draw.polygon(head, fill=_PLATE, outline=_PLATE, width=round(thick))
    draw.line((start, neck), fill=ink, width=round(thick))
    draw.polygon(head, fill=ink)


def _draw_box(image: Image.Image, mark: Mark, ink: str) -> None:
    thick = round(stroke(*image.size))
    left, top, right, bottom = _pixels(image, mark)
    draw = ImageDraw.Draw(image)
    around = thick // 2
    outer = (left - around, top - around, right + around, bottom + around)
    draw.rectangle(outer, outline=_PLATE, width=thick + 2 * around)
    draw.rectangle((left, top, right, bottom), outline=ink, width=thick)


def _draw_text(image: Image.Image, mark: Mark, ink: str) -> None:
    """Write words on a plate of paper, smaller where they would leave the picture."""
    left, top, _right, bottom = _pixels(image, mark)
    words, high = visible_text(mark.text), max(_SMALLEST_LETTERS, bottom - top)
    size = high * 0.7
    length = _font(size).getlength(words) + high * 0.4
    if length > image.width - left:
        size = max(_SMALLEST_LETTERS, size * (image.width - left) / length)
        length = _font(size).getlength(words) + high * 0.4
    draw = ImageDraw.Draw(image)
    draw.rectangle((left, top, left + length, top + high), fill=_PLATE)
    at = (left + high * 0.2, top + high / 2)
    draw.text(at, words, fill=ink, font=_font(size), anchor="lm")


def _draw_blur(image: Image.Image, mark: Mark, _ink: str) -> None:
    left, top, right, bottom = _pixels(image, mark)
    place = image.crop((left, top, right, bottom))
    few = place.resize(blocks(*place.size), Image.Resampling.BOX)
    few = few.point(lambda value: min(255, value // _SHADES * _SHADES + _SHADES // 2))
    image.paste(few.resize(place.size, Image.Resampling.NEAREST), (left, top))


_DRAWN: dict[Tool, Callable[[Image.Image, Mark, str], None]] = {
    Tool.ARROW: _draw_arrow,
    Tool.BOX: _draw_box,
    Tool.TEXT: _draw_text,
    Tool.BLUR: _draw_blur,
}


def _pixels(image: Image.Image, mark: Mark) -> tuple[int, int, int, int]:
    """Return all pixels that a mark touches: left, top, and beyond right and bottom."""
    left, top = int(mark.left * image.width), int(mark.top * image.height)
    right = math.ceil((mark.left + mark.width) * image.width)
    bottom = math.ceil((mark.top + mark.height) * image.height)
    return left, top, min(image.width, right), min(image.height, bottom)


def _font(size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(resource_dir() / "fonts" / "NotoSansSC-Regular.ttf", size)
