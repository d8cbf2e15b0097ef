"""Invented people, companies, services and events, the same for the same source of chance.

Apart because everything in the demo is made up from here, and can be seen to be made up.
"""

import random
from collections.abc import Callable
from datetime import date, timedelta

SURNAMES = "林陈周沈陆许江白方顾石叶柳柏温闻秋岳夏麦"
GIVEN = (
    "一帆",
    "默",
    "明远",
    "知秋",
    "小满",
    "青禾",
    "若谷",
    "南乔",
    "子衿",
    "望舒",
    "半夏",
    "听雨",
)
TOWNS = ("云间", "浦岸", "青溪", "松岭", "南桥", "望江", "白鹤", "新泾")
TRADES = (
    "精密",
    "软件",
    "食品",
    "物流",
    "装饰",
    "仪器",
    "环保",
    "生物",
    "电子",
    "农业",
    "传媒",
    "纺织",
)
SERVICES = (
    *("管理体系辅导", "知识产权托管", "财税咨询", "融资对接", "数字化诊断", "人才招聘服务"),
    *("法律风险体检", "检验检测", "品牌设计", "政策申报辅导", "安全生产培训", "市场开拓服务"),
)
EVENTS = (
    "惠企政策进园区宣讲会",
    "数字化转型沙龙",
    "知识产权公益讲座",
    "融资对接路演",
    "质量提升训练营",
)
PLACES = ("示例产业园 A 座 3 楼", "示例创业中心报告厅", "示例商务楼 12 层会议室")
PRAISE = (
    "响应及时，专业",
    "辅导细致，已通过审核",
    "讲解清楚，收获大",
    "流程规范",
    "沟通顺畅，会再合作",
)

Chance = random.Random

YEAR = 2026


def person(chance: Chance) -> str:
    """Return a name like 林一帆."""
    return chance.choice(SURNAMES) + chance.choice(GIVEN)


def company(chance: Chance) -> str:
    """Return a company that says of itself that it is invented."""
    return f"{chance.choice(TOWNS)}{chance.choice(TRADES)}有限公司（示例）"


def phone(chance: Chance) -> str:
    """Return a number of the right form, all in one invented block."""
    return f"1380000{chance.randrange(10_000):04d}"


def day_in(chance: Chance, year: int) -> date:
    """Return a day of the first ten months of a year."""
    return date(year, 1, 5) + timedelta(days=chance.randrange(295))


def long_day(day: date) -> str:
    """Write a day as a Chinese document does."""
    return f"{day.year}年{day.month}月{day.day}日"


def clock(chance: Chance) -> str:
    """Return a time of an afternoon."""
    return f"13:{chance.randrange(35, 60)}"


CELLS: dict[str, Callable[[Chance], str | int]] = {
    "person": person,
    "company": company,
    "phone": phone,
    "clock": clock,
    "time": lambda chance: f"{chance.randrange(8, 18):02d}:{chance.randrange(60):02d}",
    "joined": lambda chance: day_in(chance, chance.randrange(2016, 2025)).isoformat(),
    "service": lambda chance: chance.choice(SERVICES),
    "post": lambda chance: chance.choice(("咨询师", "项目经理", "培训师", "客服专员", "财务")),
    "praise": lambda chance: chance.choice(PRAISE),
    "stars": lambda chance: chance.choice(("★★★★★", "★★★★★", "★★★★☆", "★★★☆☆")),
    "kind": lambda chance: chance.choice(("企业", "企业", "个人")),
    "amount": lambda chance: chance.randrange(8, 400) * 100,
    "times": lambda chance: chance.randrange(1, 9),
    "done": lambda _chance: "已完成",
    "paid": lambda _chance: "正常缴纳",
    "id": lambda chance: f"SL2026{chance.randrange(100_000):05d}",
}


def cell_rows(kinds: tuple[str, ...], count: int, chance: Chance) -> list[list[str | int]]:
    """Return numbered rows whose cells are of the given kinds, "day" in the order of time."""
    days = sorted(day_in(chance, YEAR).isoformat() for _n in range(count))
    return [
        [n, *(days[n - 1] if kind == "day" else CELLS[kind](chance) for kind in kinds)]
        for n in range(1, count + 1)
    ]
