"""The list of customers: headings found, numbers in one spelling, bad rows out with a reason."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.workbooks.customer_sheet import (
    COLUMNS,
    EXAMPLE_NAME,
    CustomerRow,
    read_customers,
)
from tests.exchange.workbooks.conftest import MakeSheet

HEADINGS = ["客户名称", "联系电话"]


def rows(make_sheet: MakeSheet, *cells: list[Any]) -> tuple[CustomerRow, ...]:
    return read_customers(make_sheet([HEADINGS, *cells])).rows


def problems(make_sheet: MakeSheet, *cells: list[Any]) -> list[tuple[int, str, str]]:
    found = read_customers(make_sheet([HEADINGS, *cells])).problems
    return [(p.row, p.column, p.message) for p in found]


@pytest.mark.parametrize(
    "headings",
    [
        ["客户名称", "联系电话", "序号"],
        ["服务对象名称（全称）", "手机号码", "联系人"],
        ["企业名称", "电话", "统一社会信用代码"],
        ["Customer *\n客户名称", "Phone\n联系电话", "No."],
        ["name", "telephone number", "x"],
    ],
)
def test_columns_are_found_by_heading(make_sheet: MakeSheet, headings: list[str]) -> None:
    sheet = read_customers(make_sheet([["2020 年客户名单"], headings, ["甲", "13812345678", 1]]))

    assert sheet.rows == (CustomerRow(3, "甲", "13812345678"),)
    assert len(sheet.ignored_columns) == 1


def test_every_heading_means_one_column() -> None:
    headings = [heading for column in COLUMNS for heading in column.headings]

    assert len(headings) == len(set(headings))


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("138 1234 5678", "13812345678"),
        ("+86-13812345678", "13812345678"),
        ("１３８１２３４５６７８", "13812345678"),
        (13812345678, "13812345678"),
        (13812345678.0, "13812345678"),
        ("(021)6234-5678", "021-62345678"),
        (None, None),
        ("  ", None),
    ],
)
def test_d9_numbers_have_one_spelling(
    make_sheet: MakeSheet, cell: object, number: str | None
) -> None:
    assert rows(make_sheet, ["甲", cell]) == (CustomerRow(2, "甲", number),)


@pytest.mark.parametrize("cell", ["没有", "62345678", "1381234567", "13812345678/13912345678", "-"])
def test_what_is_no_number_keeps_the_row_out(make_sheet: MakeSheet, cell: str) -> None:
    ((row, column, message),) = problems(make_sheet, ["甲", cell], ["乙", "13812345678"])

    assert (row, column) == (2, "联系电话")
    assert message.startswith("is not a telephone number")
    assert [r.name for r in rows(make_sheet, ["甲", cell], ["乙", "13812345678"])] == ["乙"]


def test_a_number_without_a_name_stays_out(make_sheet: MakeSheet) -> None:
    assert problems(make_sheet, [None, "13812345678"]) == [(2, "客户名称", "is missing.")]


def test_a_formula_stays_out(make_sheet: MakeSheet) -> None:
    ((row, column, _message),) = problems(make_sheet, ["甲", "=1+1"])

    assert (row, column) == (2, "联系电话")


def test_duplicates_are_shown(make_sheet: MakeSheet) -> None:
    cells = (
        *(["甲", "13812345678"], ["乙", None]),
        *(["甲", "138-1234-5678"], ["乙", None], ["甲", "13900000000"]),
    )

    assert problems(make_sheet, *cells) == [
        (4, "客户名称", "row 2 is the same customer. Leave one of the two."),
        (5, "客户名称", "row 3 is the same customer. Leave one of the two."),
    ]
    assert [r.row for r in rows(make_sheet, *cells)] == [2, 3, 6]


def test_one_number_under_two_names_is_two_customers_and_a_warning(make_sheet: MakeSheet) -> None:
    sheet = read_customers(make_sheet([HEADINGS, ["甲", "13812345678"], ["乙", "13812345678"]]))

    assert len(sheet.rows) == 2
    assert [(w.row, w.column, w.message) for w in sheet.warnings] == [
        (3, "联系电话", "row 2 has the same number under another name.")
    ]


def test_names_are_on_one_line_in_nfc(make_sheet: MakeSheet) -> None:
    assert rows(make_sheet, [" Cafe\u0301\n有限  公司 ", None])[0].name == "Café 有限 公司"
    ((_row, column, _message),) = problems(make_sheet, ["长" * 201, None])
    assert column == "客户名称"


def test_the_example_of_a_template_is_passed_over(make_sheet: MakeSheet) -> None:
    cells = ([EXAMPLE_NAME.zh, "13800000000"], [EXAMPLE_NAME.en, "13800000000"], ["甲", None])

    assert [r.name for r in rows(make_sheet, *cells)] == ["甲"]


def test_a_sheet_without_the_name_column_is_refused(make_sheet: MakeSheet) -> None:
    with pytest.raises(FileProblemError, match=r"list\.xlsx: the sheet lacks “Customer”"):
        read_customers(make_sheet([["联系人", "联系电话"], ["张三", "13812345678"]]))


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"no workbook")

    with pytest.raises(FileProblemError):
        read_customers(path)


def test_a_long_list_and_its_progress(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet()
    sheet.append(HEADINGS)
    for number in range(5000):
        sheet.append([f"客户{number}", f"138{number:08d}"])
    workbook.save(tmp_path / "long.xlsx")
    seen: list[tuple[int, int]] = []

    found = read_customers(tmp_path / "long.xlsx", lambda done, total: seen.append((done, total)))

    assert len(found.rows) == 5000
    assert seen[-1] == (5000, 5001)
