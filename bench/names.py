"""Lists of providers as large as one likes: invented names of everyday characters, good codes.

The same arguments give the same list.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from evaluator_desktop.domain.credit_code import check_digit

_PLACES = ("上海", "苏州", "杭州", "南京", "无锡", "宁波", "合肥", "嘉兴", "绍兴", "常州")
_SIGNS = (
    "安邦宝昌诚达大德鼎东方飞富高格光广海汉恒宏华汇吉嘉建金锦景俊凯康科蓝乐力立联良林龙隆"
    "美明铭南宁鹏启千勤青荣瑞润赛三森尚盛世顺思泰天通同万旺威维文祥新信星兴旭亚扬易益永优友"
    "宇元远云泽正志智中众卓单曾行重"
)
_TRADES = ("咨询", "企业服务", "知识产权", "人力资源", "财税", "检测", "信息技术", "法律服务")
_FORMS = ("有限公司", "有限责任公司", "中心", "事务所")
PEOPLE = ("周明", "陈静", "赵敏", "吴磊")

Line = tuple[str, str, str, str]
"""Name, credit code, address, evaluator."""


def provider_lines(count: int, seed: int = 1) -> Iterator[Line]:
    """Yield so many providers, no name and no code twice."""
    chance = random.Random(seed)  # noqa: S311  the same list each time, not a secret
    known = set[str]()
    while len(known) < count:
        trade = "".join(chance.choices(_SIGNS, k=chance.choice((2, 3, 3, 4))))
        place, kind = chance.choice(_PLACES), chance.choice(_TRADES)
        name = f"{place}{trade}{kind}{chance.choice(_FORMS)}"
        if name in known:
            continue
        known.add(name)
        body = f"9131{chance.randrange(10**4):04}MA1{len(known):06}"
        code = body + check_digit(body)
        yield name, code, f"{place}市某某路 {len(known)} 号", chance.choice(PEOPLE)


def write_list(path: Path, count: int, seed: int = 1) -> Path:
    """Write such a list as the workbook that an import reads."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["机构名称", "统一社会信用代码", "地址", "测评员"])
    for line in provider_lines(count, seed):
        sheet.append(line)
    book.save(path)
    return path
