"""Photographs that nobody took: a sheet of paper on somebody's desk, seen from above.

Apart because light, wood and perspective are one subject, whatever stands on the paper.
"""

import io
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from PIL import ExifTags, Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from evaluator_desktop.demo.words import Chance

SIZE = (1280, 960)
_QUALITY = 72
_DESKS = 12
_SHADOW = 32  # how far it reaches
_TURNED = 6  # EXIF: the camera was held upright, viewers turn the picture clockwise
_WOODS = (
    ("#3d2416", "#8f5a33"),
    ("#7d5a3a", "#c49c6c"),
    ("#5f6468", "#9aa0a3"),
    ("#2c1a12", "#6b3f27"),
)

Point = tuple[float, float]
Quad = tuple[Point, Point, Point, Point]  # top left, top right, bottom right, bottom left


def desk_photo(sheet: Image.Image, chance: Chance) -> Image.Image:
    """Lay a sheet on somebody's desk and look at it aslant."""
    desk, light = _desk(chance.randrange(_DESKS))
    picture = desk.copy()
    quad = _lying(sheet, chance)
    _shadow(picture, quad)
    paste_in_perspective(picture, sheet, quad, light)
    return picture


def photo_bytes(picture: Image.Image, taken: datetime, *, turned: bool = False) -> bytes:
    """Return a JPEG with the date it was taken, and stored on its side when `turned`."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Demo"
    exif[ExifTags.Base.Model] = "Demo camera"
    exif[ExifTags.Base.Orientation] = _TURNED if turned else 1
    stamp = f"{taken:%Y:%m:%d %H:%M:%S}"
    exif[ExifTags.Base.DateTime] = stamp
    details = exif.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.DateTimeOriginal] = stamp
    details[ExifTags.Base.OffsetTimeOriginal] = "+08:00"
    if turned:
        picture = picture.transpose(Image.Transpose.ROTATE_90)
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=_QUALITY, exif=exif)
    return target.getvalue()


def paste_in_perspective(
    picture: Image.Image, sheet: Image.Image, quad: Quad, light: Image.Image
) -> None:
    """Put the whole of `sheet` into the corners of `quad`, under the light of the room."""
    left, top = (int(min(p[n] for p in quad)) for n in (0, 1))
    right, bottom = (int(max(p[n] for p in quad)) + 1 for n in (0, 1))
    size = (right - left, bottom - top)
    local = [(x - left, y - top) for x, y in quad]
    w, h = sheet.size
    numbers = _perspective(local, [(0, 0), (w, 0), (w, h), (0, h)])
    smooth = Image.Resampling.BILINEAR
    seen = sheet.transform(size, Image.Transform.PERSPECTIVE, numbers, smooth)
    seen = ImageChops.multiply(seen, light.crop((left, top, right, bottom)))
    mask = Image.new("L", size, 0)
    ImageDraw.Draw(mask).polygon(local, 255)
    picture.paste(seen, (left, top), mask.filter(ImageFilter.BoxBlur(1)))


def _perspective(target: Sequence[Point], source: Sequence[Point]) -> list[float]:
    """Return the eight numbers that lead from points of the picture back to the sheet."""
    rows = []
    for (x, y), (u, v) in zip(target, source, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for pivot in range(8):  # Gauss, with the largest row on top
        best = max(range(pivot, 8), key=lambda r: abs(rows[r][pivot]))
        rows[pivot], rows[best] = rows[best], rows[pivot]
        for r in range(8):
            if r != pivot:
                factor = rows[r][pivot] / rows[pivot][pivot]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[pivot], strict=True)]
    return [rows[n][8] / rows[n][n] for n in range(8)]


def _lying(sheet: Image.Image, chance: Chance) -> Quad:
    """Return where the corners of the sheet lie: nearly filling the picture, a little turned."""
    height = 880.0
    width = height * sheet.width / sheet.height
    x, y = SIZE[0] / 2 + chance.uniform(-170, -60), SIZE[1] / 2
    turn = chance.uniform(-0.07, 0.07)
    far = chance.uniform(0.84, 0.93)  # the far edge looks shorter
    half_w, half_h = width / 2, height / 2
    corners = [
        (-half_w * far, -half_h),
        (half_w * far, -half_h),
        (half_w, half_h),
        (-half_w, half_h),
    ]
    a, b, c, d = ((x + px - turn * py, y + py + turn * px) for px, py in corners)
    return (a, b, c, d)


@lru_cache(maxsize=_DESKS)
def _desk(kind: int) -> tuple[Image.Image, Image.Image]:
    """Return a desk with another sheet and a pen on it, and the light that falls on it."""
    chance = Chance(kind)
    desk = _wood(kind % len(_WOODS)).copy()
    under = _beside(chance)
    _shadow(desk, under)
    ImageDraw.Draw(desk).polygon(under, (226, 224, 218))
    _pen(desk, chance)
    light = room_light(kind % 3)
    return ImageChops.multiply(desk, light), light


def _beside(chance: Chance) -> Quad:
    x = SIZE[0] * chance.uniform(0.66, 0.74)
    tilt = chance.uniform(0.1, 0.3)
    return ((x, -60), (x + 520, -60 + 520 * tilt), (x + 470, 520), (x - 40, 420))


def _shadow(picture: Image.Image, quad: Quad) -> None:
    """Darken what lies around a sheet; softened on an eighth of the size, which nobody sees."""
    left, top = (int(min(p[n] for p in quad)) - _SHADOW for n in (0, 1))
    width, height = (int(max(p[n] for p in quad)) + 2 * _SHADOW for n in (0, 1))
    size = (width - left, height - top)
    small = Image.new("L", (size[0] // 8, size[1] // 8), 0)
    corners = [((x - left + 14) / 8, (y - top + 16) / 8) for x, y in quad]
    ImageDraw.Draw(small).polygon(corners, 150)
    soft = small.filter(ImageFilter.BoxBlur(2)).resize(size, Image.Resampling.BILINEAR)
    picture.paste((12, 8, 6), (left, top), soft)


def _pen(picture: Image.Image, chance: Chance) -> None:
    """Lay a pen to the right: dark barrel, lighter clip, pointed end."""
    pen = Image.new("RGBA", (40, 430), (0, 0, 0, 0))
    draw = ImageDraw.Draw(pen)
    draw.rounded_rectangle((10, 10, 30, 350), 9, (24, 25, 30, 255))
    draw.rectangle((14, 14, 17, 345), (96, 98, 106, 255))
    draw.polygon([(11, 348), (29, 348), (20, 420)], (150, 150, 150, 255))
    draw.rectangle((10, 190, 30, 200), (170, 140, 70, 255))
    draw.rectangle((24, 20, 28, 130), (120, 122, 128, 255))
    laid = pen.rotate(chance.uniform(-38, -14), Image.Resampling.BILINEAR, expand=True)
    x = round(SIZE[0] * chance.uniform(0.78, 0.82))
    y = round(SIZE[1] * chance.uniform(0.42, 0.5))
    dark = Image.new("RGB", laid.size, (10, 8, 6))
    mask = laid.getchannel("A")
    picture.paste(dark, (x + 9, y + 11), mask.point(lambda level: level // 3))
    picture.paste(laid, (x, y), mask)


def _wood(kind: int) -> Image.Image:
    """Return a desk top: streaks along the grain, a few broad bands, joints between planks."""
    chance = Chance(kind)
    fine = Image.frombytes("L", (20, 480), chance.randbytes(20 * 480))
    broad = Image.frombytes("L", (5, 24), chance.randbytes(5 * 24))
    smooth = Image.Resampling.BICUBIC
    grain = Image.blend(fine.resize(SIZE, smooth), broad.resize(SIZE, smooth), 0.55)
    dark, light = _WOODS[kind]
    wood = ImageOps.colorize(grain, dark, light)
    draw = ImageDraw.Draw(wood)
    for y in range(150 + 40 * kind, SIZE[1], 310):
        draw.line((0, y, SIZE[0], y), dark, 3)
    return wood


@lru_cache(maxsize=3)
def room_light(kind: int) -> Image.Image:
    """Return what the light of a room does: brighter at one side, the corners darker, grain."""
    from_left = Image.linear_gradient("L").rotate((90, -90, 180)[kind]).resize(SIZE)
    corners = Image.radial_gradient("L").resize(SIZE)
    grain = Image.frombytes("L", (640, 480), Chance(kind).randbytes(640 * 480)).resize(SIZE)
    level = ImageChops.multiply(
        from_left.point(lambda v: 224 + v // 8), corners.point(lambda v: 255 - v // 6)
    )
    level = ImageChops.subtract(level, grain.point(lambda v: v // 32))
    tints = ((1.0, 0.98, 0.93), (0.95, 0.98, 1.0), (1.0, 0.95, 0.87))[kind]
    return Image.merge("RGB", [level.point(lambda v, t=tint: round(v * t)) for tint in tints])
