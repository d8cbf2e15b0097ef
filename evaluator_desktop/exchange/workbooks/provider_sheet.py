"""The list of providers: its columns as one table of data, and the reading of it.

Apart because adding a column is an entry in COLUMNS, for the import and the template at once.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluator_desktop.domain.bodies import LONGEST_TEXT
from evaluator_desktop.domain.credit_code import (
    credit_code_problem,
    has_check_digit,
    normalise_credit_code,
)
from evaluator_desktop.domain.names import Name
from evaluator_desktop.errors import FieldProblem
from evaluator_desktop.exchange.workbooks.cell_values import (
    CellValueError,
    lines,
    one_line,
    phone_number,
    plain_text,
    yes_or_no,
)
from evaluator_desktop.exchange.workbooks.sheet_reader import CellValue
from evaluator_desktop.exchange.workbooks.table import (
    CellProblem,
    Column,
    TableRow,
    read_table,
)
from evaluator_desktop.texts import _

LONGEST_WORD = 200

EXAMPLE_NAME = Name(
    "示例：上海某某企业服务有限公司（导入时跳过此行）",
    "Example: Some Business Services Ltd (this row is skipped)",
)
"""The template's example row is known by this name, letter for letter, and by nothing else: a
provider whose name merely has 示例 in it is a provider."""


@dataclass(frozen=True)
class ProviderRow:
    """A row that can go in. None is an empty cell or an absent column: nothing is said there."""

    row: int
    name: str
    code: str | None
    is_law_firm: bool | None
    address: str | None
    contact: str | None
    phone: str | None
    remarks: str | None
    evaluators: tuple[str, ...] | None


@dataclass(frozen=True)
class ProviderSheet:
    """What a file would bring: good rows, problems of the rows that stay out, and warnings."""

    rows: tuple[ProviderRow, ...]
    problems: tuple[CellProblem, ...]
    warnings: tuple[CellProblem, ...]
    heading_row: int
    columns: dict[str, str]
    """Heading in the file by field, for the fields that were found."""
    ignored_columns: tuple[str, ...]


def _credit_code(value: CellValue) -> str:
    if isinstance(value, (int, float)):
        raise CellValueError(
            _("was kept as a number and has lost digits. Format the column as text, type it anew.")
        )
    code = normalise_credit_code(plain_text(value))
    if problem := credit_code_problem(code):
        raise CellValueError(problem)
    return code


def _check_digit_warning(code: str) -> str | None:
    if has_check_digit(code):
        return None
    return _("the check digit is wrong. Compare the code with the licence.")


def _people(value: CellValue) -> tuple[str, ...]:
    text = one_line(value, LONGEST_TEXT)
    for separator in "，,；;/":
        text = text.replace(separator, "、")
    names = dict.fromkeys(one_line(name, LONGEST_WORD) for name in text.split("、"))
    return tuple(name for name in names if name)


def _word(value: CellValue) -> str:
    return one_line(value, LONGEST_WORD)


def _remarks(value: CellValue) -> str:
    return lines(value, LONGEST_TEXT)


COLUMNS: tuple[Column, ...] = (
    Column(
        "name",
        Name("机构名称", "Provider"),
        Name("营业执照或执业许可证上的全称，最多 200 字。", "Full name as on the licence."),
        _word,
        EXAMPLE_NAME,
        aliases=(
            *("机构", "名称", "单位名称", "企业名称", "公司名称", "服务机构", "服务机构名称"),
            *("name", "provider name", "organisation"),
        ),
        required=True,
        width=42,
    ),
    Column(
        "code",
        Name("统一社会信用代码", "Credit code"),
        Name(
            "18 位。代码相同的机构会被更新；没有代码也可以导入。",
            "18 characters. The same code updates a provider; it may be left empty.",
        ),
        _credit_code,
        Name("91310000MA1FL0000X", "91310000MA1FL0000X"),
        aliases=("信用代码", "社会信用代码", "统一信用代码", "机构代码", "USCC", "code"),
        warn=_check_digit_warning,
        width=24,
    ),
    Column(
        "is_law_firm",
        Name("是否律师事务所", "Law firm"),
        Name("是或否；律师事务所提供执业许可证。", "Yes or no; a law firm shows another licence."),
        yes_or_no,
        Name("否", "no"),
        aliases=("律师事务所", "律所", "是否律所", "is law firm"),
        choices=(Name("是", "yes"), Name("否", "no")),
        width=16,
    ),
    Column(
        "address",
        Name("地址", "Address"),
        Name("走访地址，最多 200 字。", "Where the visit takes place."),
        _word,
        Name("上海市某某区某某路 1 号", "1 Some Road, Shanghai"),
        aliases=("机构地址", "单位地址", "联系地址", "办公地址", "走访地址"),
        width=34,
    ),
    Column(
        "contact",
        Name("联系人", "Contact"),
        Name("联系人姓名。", "Name of the contact."),
        _word,
        Name("某某", "Some Person"),
        aliases=("联系人姓名", "姓名", "contact person"),
        width=12,
    ),
    Column(
        "phone",
        Name("联系电话", "Phone"),
        Name(
            "一个手机号，或区号加固定电话（可带分机）。",
            "One mobile number, or area code and number.",
        ),
        phone_number,
        Name("021-60000000", "021-60000000"),
        aliases=(
            "电话",
            "手机",
            "手机号",
            "手机号码",
            "联系方式",
            "电话号码",
            "telephone",
            "mobile",
        ),
        width=20,
    ),
    Column(
        "evaluators",
        Name("测评员", "Evaluator"),
        Name("分派给谁；多人用顿号隔开。", "Assigned to; separate several with commas."),
        _people,
        Name("", ""),
        aliases=("评审员", "评估员", "负责人员", "分派", "evaluators", "assigned to"),
        width=14,
    ),
    Column(
        "remarks",
        Name("备注", "Remarks"),
        Name("最多 20,000 字。", "At most 20,000 characters."),
        _remarks,
        Name("", ""),
        aliases=("说明", "note", "notes"),
        width=30,
    ),
)


def read_providers(path: Path, progress: Callable[[int, int], None] | None = None) -> ProviderSheet:
    """Read a list of providers.

    A row with a bad, a formula or a merged cell stays out, with a problem for each such cell; of
    two rows with one credit code the second stays out. Raises FileProblemError for a file that is
    no workbook or lacks the name column.
    """
    table = read_table(path, COLUMNS, is_example=_is_example, progress=progress)
    rows: list[ProviderRow] = []
    problems = list(table.problems)
    first_rows: dict[str, int] = {}
    for row in table.rows:
        code = row.values["code"]
        first = first_rows.setdefault(code, row.row) if code else row.row
        if first == row.row:
            rows.append(ProviderRow(row=row.row, **row.values))
        else:
            message = _("row {row} has the same credit code. Leave one of the two.")
            problems.append(CellProblem(row.row, table.columns["code"], message.format(row=first)))
    kept = {row.row for row in rows}
    return ProviderSheet(
        rows=tuple(rows),
        problems=tuple(sorted(problems, key=lambda problem: problem.row)),
        warnings=tuple(warning for warning in table.warnings if warning.row in kept),
        heading_row=table.heading_row,
        columns=dict(table.columns),
        ignored_columns=table.ignored_columns,
    )


def read_typed(values: Mapping[str, str]) -> tuple[ProviderRow, list[FieldProblem]]:
    """Read fields that were typed into a form, by the rules of the list's cells.

    Returns the row, without the fields that are wrong, and what is wrong with those.
    """
    read: dict[str, Any] = dict.fromkeys(column.field for column in COLUMNS)
    problems = []
    for column in COLUMNS:
        text = values.get(column.field, "").strip()
        try:
            read[column.field] = column.read(text) if text else None
        except CellValueError as error:
            problems.append(FieldProblem(column.field, str(error)))
    return ProviderRow(row=0, **read | {"name": read["name"] or ""}), problems


def _is_example(row: TableRow) -> bool:
    return row.values["name"] in (EXAMPLE_NAME.zh, EXAMPLE_NAME.en)
