"""The list of a provider's customers: its columns as one table of data, and the reading of it.

Apart from the list of providers because a customer is known by number and name (D9), not by a code.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evaluator_desktop.domain.bodies import LONGEST_WORD
from evaluator_desktop.domain.names import Name
from evaluator_desktop.exchange.workbooks.cell_values import one_line, phone_number
from evaluator_desktop.exchange.workbooks.sheet_reader import CellValue
from evaluator_desktop.exchange.workbooks.table import CellProblem, Column, TableRow, read_table
from evaluator_desktop.texts import _

EXAMPLE_NAME = Name(
    "示例：上海某某科技有限公司（导入时跳过此行）",
    "Example: Some Technology Ltd (this row is skipped)",
)


@dataclass(frozen=True)
class CustomerRow:
    """A row that can go in; a customer without a number is kept and counted apart (D9)."""

    row: int
    name: str
    phone: str | None
    """In its one spelling."""


@dataclass(frozen=True)
class CustomerSheet:
    """What a file would bring: good rows, problems of the rows that stay out, and warnings."""

    rows: tuple[CustomerRow, ...]
    problems: tuple[CellProblem, ...]
    warnings: tuple[CellProblem, ...]
    heading_row: int
    columns: dict[str, str]
    """Heading in the file by field, for the fields that were found."""
    ignored_columns: tuple[str, ...]


def _name(value: CellValue) -> str:
    return one_line(value, LONGEST_WORD)


COLUMNS: tuple[Column, ...] = (
    Column(
        "name",
        Name("客户名称", "Customer"),
        Name("服务对象的名称，最多 200 字。", "Name of the customer, at most 200 characters."),
        _name,
        EXAMPLE_NAME,
        aliases=(
            *(
                "客户",
                "客户姓名",
                "客户单位",
                "服务对象",
                "服务对象名称",
                "服务企业",
                "服务企业名称",
            ),
            *("企业名称", "企业", "单位名称", "单位", "公司名称", "公司", "名称", "姓名"),
            *("customer name", "name", "company", "enterprise"),
        ),
        required=True,
        width=42,
    ),
    Column(
        "phone",
        Name("联系电话", "Phone"),
        Name(
            "一个手机号，或区号加固定电话（可带分机）；没有电话的客户不进入抽样。",
            "One mobile number, or area code and number; without one nobody is drawn.",
        ),
        phone_number,
        Name("13800000000", "13800000000"),
        aliases=(
            *("电话", "客户电话", "手机", "手机号", "手机号码", "联系方式", "联系手机", "电话号码"),
            *("telephone", "telephone number", "phone number", "mobile"),
        ),
        width=20,
    ),
)


def read_customers(path: Path, progress: Callable[[int, int], None] | None = None) -> CustomerSheet:
    """Read a list of customers.

    A row with a bad, a formula or a merged cell stays out, with a problem for each such cell; of
    two rows with one name and number (or none) the second stays out. Two names with one number are
    two customers and a warning. Raises FileProblemError for a file that is no workbook or lacks
    the name column.
    """
    table = read_table(path, COLUMNS, is_example=_is_example, progress=progress)
    rows: list[CustomerRow] = []
    problems, warnings = list(table.problems), list(table.warnings)
    first_of: dict[tuple[str, str | None], int] = {}
    first_with: dict[str, int] = {}
    for read in table.rows:
        row = CustomerRow(read.row, read.values["name"], read.values["phone"])
        first = first_of.setdefault((row.name, row.phone), row.row)
        if first != row.row:
            message = _("row {row} is the same customer. Leave one of the two.").format(row=first)
            problems.append(CellProblem(row.row, table.columns["name"], message))
            continue
        rows.append(row)
        if row.phone and (first := first_with.setdefault(row.phone, row.row)) != row.row:
            message = _("row {row} has the same number under another name.").format(row=first)
            warnings.append(CellProblem(row.row, table.columns["phone"], message))
    return CustomerSheet(
        rows=tuple(rows),
        problems=tuple(sorted(problems, key=lambda problem: problem.row)),
        warnings=tuple(warnings),
        heading_row=table.heading_row,
        columns=dict(table.columns),
        ignored_columns=table.ignored_columns,
    )


def _is_example(row: TableRow) -> bool:
    return row.values["name"] in (EXAMPLE_NAME.zh, EXAMPLE_NAME.en)
