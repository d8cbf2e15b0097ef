"""Photographs of places: a hall with an audience, a reception desk, seen in one perspective.

Apart from `photos` because here a room is drawn, not a sheet of paper laid down.
"""

from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from evaluator_desktop.demo.paper import wrapped, write
from evaluator_desktop.demo.photos import SIZE, Quad, paste_in_perspective, room_light
from evaluator_desktop.demo.words import Chance

_W, _H = SIZE
_WALLS = ((206, 200, 190), (192, 202, 208), (214, 206, 188))
_COATS = ((36, 40, 52), (58, 52, 50), (70, 78, 92), (96, 84, 74), (44, 58, 56), (110, 108, 112))
_HAIR = ((24, 20, 20), (40, 30, 26), (62, 56, 54))


def hall_photo(headline: str, below: str, chance: Chance) -> Image.Image:
    """Return a talk: a screen with the title, a speaker at a desk, an audience from behind."""
    picture = _hall(chance.randrange(len(_WALLS))).copy()
    left = chance.randrange(250, 330)
    screen: Quad = ((left, 130), (left + 640, 118), (left + 640, 478), (left, 470))
    white = Image.new("RGB", SIZE, "white")
    paste_in_perspective(picture, _slide(headline, below, chance), screen, white)
    _speaker(picture, left + 730, chance)
    for row, (y, size) in enumerate(((600, 34), (690, 46), (800, 62), (940, 84))):
        _row_of_heads(picture, y, size, row, chance)
    soft = picture.filter(ImageFilter.SMOOTH)
    return ImageChops.multiply(soft, room_light(chance.randrange(3)))


def reception_photo(name: str, chance: Chance) -> Image.Image:
    """Return an office door: a wall with the name in raised letters, a counter, plants."""
    picture = _hall(chance.randrange(len(_WALLS))).copy()
    draw = ImageDraw.Draw(picture)
    draw.rectangle((140, 130, 1140, 520), (74, 86, 100))
    y = 250
    for line in wrapped(name, 58, 880, bold=True):
        for shift, colour in ((4, (40, 46, 54)), (0, (236, 230, 214))):
            at = (_W / 2 + shift, y + shift)
            write(picture, at, line, 58, colour, bold=True, anchor="mm")
        y += 84
    below = "中小企业服务机构（示例）"
    write(picture, (_W / 2, y + 10), below, 30, (206, 206, 200), anchor="mm")
    _counter(draw)
    for x in (150, 1110):
        _plant(draw, x + chance.randrange(-30, 30), chance)
    soft = picture.filter(ImageFilter.SMOOTH)
    return ImageChops.multiply(soft, room_light(chance.randrange(3)))


@lru_cache(maxsize=len(_WALLS))
def _hall(kind: int) -> Image.Image:
    """Return an empty room: ceiling with lamps, back wall, side walls, floor."""
    wall = _WALLS[kind]
    darker = tuple(level * 86 // 100 for level in wall)
    picture = Image.new("RGB", SIZE, wall)
    draw = ImageDraw.Draw(picture)
    back = (110, 80, _W - 110, 560)
    draw.polygon([(0, 0), (_W, 0), (back[2], back[1]), (back[0], back[1])], (232, 232, 228))
    draw.polygon([(0, 0), back[:2], (back[0], back[3]), (0, 700)], darker)
    draw.polygon([(_W, 0), (back[2], back[1]), back[2:], (_W, 700)], darker)
    draw.polygon(
        [(0, 700), (back[0], back[3]), back[2:], (_W, 700), (_W, _H), (0, _H)], (120, 104, 90)
    )
    for x in range(220, _W - 100, 240):
        lamp = [(x, 26), (x + 120, 26), (x + 104, 50), (x + 8, 50)]
        draw.polygon(lamp, (255, 254, 246))
    draw.line((back[0], back[3], back[2], back[3]), (90, 84, 78), 4)
    return picture


def _slide(headline: str, below: str, chance: Chance) -> Image.Image:
    slide = Image.new(
        "RGB", (800, 450), chance.choice(((28, 74, 128), (24, 96, 92), (120, 40, 44)))
    )
    draw = ImageDraw.Draw(slide)
    y = 150
    for line in wrapped(headline, 54, 700, bold=True):
        write(slide, (400, y), line, 54, (255, 255, 255), bold=True, anchor="mm")
        y += 76
    draw.line((250, y, 550, y), (230, 200, 120), 4)
    for line in wrapped(below, 26, 700):
        y += 44
        write(slide, (400, y), line, 26, (226, 232, 240), anchor="mm")
    return slide


def _speaker(picture: Image.Image, x: int, chance: Chance) -> None:
    draw = ImageDraw.Draw(picture)
    coat, hair = chance.choice(_COATS), chance.choice(_HAIR)
    draw.rounded_rectangle((x - 44, 378, x + 44, 560), 30, coat)
    draw.polygon([(x - 12, 380), (x + 12, 380), (x, 430)], (230, 230, 228))
    draw.ellipse((x - 26, 312, x + 26, 380), (214, 176, 150))
    draw.pieslice((x - 28, 306, x + 28, 372), 180, 360, hair)
    draw.polygon([(x - 80, 462), (x + 80, 462), (x + 64, 580), (x - 64, 580)], (108, 74, 48))
    draw.rectangle((x - 86, 452, x + 86, 466), (132, 92, 60))


def _row_of_heads(picture: Image.Image, y: int, size: int, row: int, chance: Chance) -> None:
    draw = ImageDraw.Draw(picture)
    step = round(size * 3.1)
    for x in range((row % 2) * step // 2 - 20, _W + step, step):
        if chance.random() < 0.14:
            continue  # an empty chair
        centre, top = x + chance.randrange(-8, 9), y + chance.randrange(-8, 9)
        wide = round(size * 1.25)
        coat = chance.choice(_COATS)
        draw.ellipse((centre - wide, top + size // 2, centre + wide, top + size * 4), coat)
        draw.rectangle((centre - size // 4, top, centre + size // 4, top + size), (196, 160, 136))
        box = (centre - size * 2 // 3, top - size, centre + size * 2 // 3, top + size * 2 // 3)
        draw.ellipse(box, chance.choice(_HAIR))


def _counter(draw: ImageDraw.ImageDraw) -> None:
    draw.polygon([(250, 600), (1030, 600), (1090, 640), (190, 640)], (196, 178, 150))
    draw.rectangle((190, 640, 1090, 850), (148, 118, 86))
    for x in range(270, 1090, 90):
        draw.line((x, 646, x, 848), (132, 104, 76), 3)
    draw.rectangle((700, 500, 850, 600), (40, 44, 50))
    draw.rectangle((708, 508, 842, 592), (96, 120, 148))


def _plant(draw: ImageDraw.ImageDraw, x: int, chance: Chance) -> None:
    draw.polygon([(x - 46, 720), (x + 46, 720), (x + 34, 840), (x - 34, 840)], (206, 200, 192))
    for _leaf in range(16):
        tip = (x + chance.randrange(-110, 110), 480 + chance.randrange(0, 160))
        green = (44 + chance.randrange(30), 92 + chance.randrange(40), 56)
        draw.polygon([(x - 8, 722), tip, (x + 12, 722)], green)
