"""Screenshots of a shop on the Service Cloud that does not exist: flat, sharp, saved as PNG.

Apart because a screen has no paper and no light.
"""

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

from evaluator_desktop.demo.paper import wrapped, write
from evaluator_desktop.demo.words import SERVICES, Chance

SIZE = (1280, 800)
_BLUE, _GREY, _DARK, _LINE = (32, 92, 164), (242, 244, 247), (40, 46, 54), (218, 222, 228)
_WHITE = (255, 255, 255)
_COLOURS = 64

_ENTRIES = ("店铺概况", "服务产品", "订单管理", "登录记录", "评价管理", "关注用户")


def shop_front(name: str, chance: Chance) -> bytes:
    """Return the front of a decorated shop: banner, introduction, products as cards."""
    picture = _window(f"{name}的店铺")
    draw = ImageDraw.Draw(picture)
    colour = chance.choice(((38, 88, 140), (30, 110, 104), (140, 64, 52)))
    draw.rectangle((40, 96, 1240, 300), colour)
    write(picture, (80, 140), name, 40, _WHITE, bold=True)
    slogan = "专业　诚信　陪伴中小企业成长"
    write(picture, (80, 214), slogan, 24, (226, 234, 242))
    for number, service in enumerate(chance.sample(SERVICES, 8)):
        x, y = 40 + number % 4 * 304, 324 + number // 4 * 228
        draw.rounded_rectangle((x, y, x + 288, y + 212), 6, _WHITE, _LINE)
        draw.rectangle((x + 1, y + 1, x + 287, y + 110), tuple(60 + level for level in colour))
        write(picture, (x + 144, y + 56), service[:2], 36, _WHITE, bold=True, anchor="mm")
        write(picture, (x + 14, y + 122), service, 20, _DARK, bold=True)
        price = f"¥{chance.randrange(5, 99) * 100} 起　已售 {chance.randrange(3, 60)}"
        write(picture, (x + 14, y + 162), price, 17, (190, 80, 40))
    return _png(picture)


def shop_list(title: str, headings: Sequence[str], rows: Sequence[Sequence[str | int]]) -> bytes:
    """Return a list of the shop's back office, one page of it."""
    picture = _window("卖家中心")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 72, 180, SIZE[1]), _WHITE)
    for number, entry in enumerate(_ENTRIES):
        chosen = entry[:2] in title
        if chosen:
            draw.rectangle((0, 96 + number * 48, 180, 144 + number * 48), (222, 232, 245))
        write(picture, (32, 108 + number * 48), entry, 18, _BLUE if chosen else _DARK)
    write(picture, (212, 100), title, 26, _DARK, bold=True)
    step = (SIZE[0] - 252) // len(headings)
    for number, row in enumerate([headings, *rows]):
        y = 152 + number * 40
        if number == 0:
            draw.rectangle((212, y, 1240, y + 40), (232, 236, 241))
        draw.line((212, y + 40, 1240, y + 40), _LINE)
        for column, value in enumerate(row):
            at = (224 + column * step, y + 8)
            write(picture, at, str(value), 17, _DARK, bold=number == 0)
    return _png(picture)


def _window(title: str) -> Image.Image:
    picture = Image.new("RGB", SIZE, _GREY)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, SIZE[0], 72), _BLUE)
    write(picture, (32, 18), "企业服务云（示例）", 26, _WHITE, bold=True)
    (line, *_rest) = wrapped(title, 20, 640)
    write(picture, (SIZE[0] - 32, 36), line, 20, (216, 228, 242), anchor="rm")
    return picture


def _png(picture: Image.Image) -> bytes:
    target = io.BytesIO()
    few = picture.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(target, "PNG", compress_level=4)
    return target.getvalue()
