"""The facts of a shop as a form in Excel: one fact a row, and a sheet with a login date a row.

Apart from the reading so that a new fact is an entry in FACTS and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evaluator_desktop.domain.names import Name
from evaluator_desktop.exchange.workbooks.cell_values import day, whole_number, yes_or_no
from evaluator_desktop.exchange.workbooks.cells import write_text
from evaluator_desktop.exchange.workbooks.saving import (
    DATE_FORMAT,
    add_drop_down,
    save_workbook,
    write_headings,
)
from evaluator_desktop.exchange.workbooks.sheet_reader import CellValue

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def iso_day(value: CellValue) -> str:
    """Read a calendar day as it stands in the JSON of rules.md."""
    return day(value).isoformat()


@dataclass(frozen=True)
class FactRow:
    """One row of the form; `path` is where the fact stands in the dictionary."""

    path: tuple[str, ...]
    name: Name
    hint: Name
    read: Callable[[CellValue], Any] = whole_number
    required: bool = True


_UP_TO_CUTOFF = Name(
    "截至基准日的累计数；没有就填 0", "Total up to the cut-off; 0 if there are none"
)
_YES_NO = Name("是或否", "yes or no")

FACTS: tuple[FactRow, ...] = (
    FactRow(
        ("cutoff",),
        Name("基准日", "Cut-off date"),
        Name("留空时用测评轮次的基准日", "Left empty, the round's date is used"),
        iso_day,
        required=False,
    ),
    FactRow(
        ("registered_on",),
        Name("公司注册日期", "Company registered on"),
        Name("如 2008-06-15", "Such as 2008-06-15"),
        iso_day,
    ),
    FactRow(("has_introduction",), Name("有公司介绍", "Has an introduction"), _YES_NO, yes_or_no),
    FactRow(("has_website",), Name("有公司官网", "Has a website"), _YES_NO, yes_or_no),
    FactRow(("certificates",), Name("公司资质（证书）数", "Certificates"), _UP_TO_CUTOFF),
    FactRow(
        ("products",),
        Name("服务产品数", "Products"),
        Name("基准日在售的服务产品", "On sale at the cut-off"),
    ),
    FactRow(("is_decorated",), Name("有个性化装修", "Shop is decorated"), _YES_NO, yes_or_no),
    FactRow(
        ("login_days",),
        Name("登录天数", "Login days"),
        Name("只知道合计时填写；知道日期的填“登录日期”表", "Only where the dates are not known"),
        required=False,
    ),
    FactRow(
        ("login_streaks",),
        Name("连续满 10 天次数", "Full runs of 10 login days"),
        Name("与登录天数一起填写", "Goes with the login days"),
        required=False,
    ),
    FactRow(
        ("followers", "personal"), Name("关注：个人用户", "Followers, personal"), _UP_TO_CUTOFF
    ),
    FactRow(
        ("followers", "enterprise"), Name("关注：企业用户", "Followers, enterprise"), _UP_TO_CUTOFF
    ),
    FactRow(
        ("purchases",),
        Name("购买产品次数", "Purchases"),
        Name("通过服务云完成的订单", "Orders completed through the service cloud"),
    ),
    FactRow(("praise", "personal"), Name("好评：个人用户", "Praise, personal"), _UP_TO_CUTOFF),
    FactRow(("praise", "enterprise"), Name("好评：企业用户", "Praise, enterprise"), _UP_TO_CUTOFF),
    FactRow(("comments", "personal"), Name("评论：个人用户", "Comments, personal"), _UP_TO_CUTOFF),
    FactRow(
        ("comments", "enterprise"), Name("评论：企业用户", "Comments, enterprise"), _UP_TO_CUTOFF
    ),
    FactRow(("replies",), Name("评论回复数", "Replies"), _UP_TO_CUTOFF),
    FactRow(
        ("ratings", "good"),
        Name("好评数（好评率）", "Good ratings"),
        Name("活动期间的好评数", "Good ones in the activity period"),
    ),
    FactRow(
        ("ratings", "all"),
        Name("评价总数（好评率）", "All ratings"),
        Name("活动期间的全部评价", "All in the activity period"),
    ),
)

FORM = Name("店铺数据", "Shop facts")
LOGINS = Name("登录日期", "Login dates")
HEADINGS = (Name("项目", "Fact"), Name("数值", "Value"), Name("说明", "Meaning"))


def write_shop_template(path: Path, lang: str) -> None:
    """Write the form for the facts of one shop; raises FileProblemError."""
    from openpyxl import Workbook

    workbook = Workbook()
    form: Worksheet = workbook.worksheets[0]
    form.title = FORM.text(lang)
    write_headings(form, [name.text(lang) for name in HEADINGS], [28, 18, 56])
    for number, fact in enumerate(FACTS, start=2):
        write_text(form.cell(number, 1), fact.name.text(lang))
        write_text(form.cell(number, 3), fact.hint.text(lang))
        if fact.read is iso_day:
            form.cell(number, 2).number_format = DATE_FORMAT
        elif fact.read is yes_or_no:
            choices = ("yes", "no") if lang == "en" else ("是", "否")
            add_drop_down(workbook, form, f"B{number}", choices, strict=True)
    logins: Worksheet = workbook.create_sheet(LOGINS.text(lang))
    logins.column_dimensions["A"].number_format = DATE_FORMAT
    write_headings(logins, [LOGINS.text(lang)], [18])
    save_workbook(workbook, path)
