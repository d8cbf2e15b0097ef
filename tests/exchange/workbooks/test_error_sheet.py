from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.workbooks.error_sheet import write_error_sheet
from evaluator_desktop.exchange.workbooks.provider_sheet import read_providers
from tests.exchange.workbooks.conftest import GOOD_CODE, MakeSheet

VISITED = datetime(2026, 11, 22)  # noqa: DTZ001 - a workbook knows no time zone
ROWS: list[list[Any]] = [
    ["名单"],
    ["机构名称", "统一社会信用代码", "联系电话", "走访日"],
    ["甲", GOOD_CODE, None, VISITED],
    ["=乙", "9131", "13812345678", VISITED],
    [None, None, "62345678", 5],
]


@pytest.fixture
def error_sheet(make_sheet: MakeSheet, tmp_path: Path) -> Path:
    source = make_sheet(ROWS)
    sheet = read_providers(source)
    target = tmp_path / "errors.xlsx"
    write_error_sheet(source, sheet.problems, target, heading_row=sheet.heading_row)
    return target


def test_only_the_rows_that_stayed_out_come_back(error_sheet: Path) -> None:
    sheet = load_workbook(error_sheet).worksheets[0]
    values = [[cell.value for cell in row] for row in sheet.iter_rows(max_col=4)]
    assert values == [ROWS[1], ROWS[3], ROWS[4]]


def test_a_formula_comes_back_as_text(error_sheet: Path) -> None:
    cell = load_workbook(error_sheet).worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=乙", "s", True)


def test_bad_cells_are_marked_and_good_ones_are_not(error_sheet: Path) -> None:
    sheet = load_workbook(error_sheet).worksheets[0]
    marked = {c.coordinate for row in sheet.iter_rows(min_row=2) for c in row if c.comment}
    assert marked == {"A2", "B2", "A3", "C3"}
    filled = {c.coordinate for row in sheet.iter_rows(min_row=2) for c in row if c.fill.fill_type}
    assert filled == marked
    assert "formula" in sheet["A2"].comment.text


def test_the_last_column_says_why(error_sheet: Path) -> None:
    sheet = load_workbook(error_sheet).worksheets[0]
    assert sheet["E1"].value == "Reason"
    assert sheet["E2"].value.startswith("Row 4, 机构名称: holds a formula")
    assert "Row 5, 联系电话: is not a telephone number" in sheet["E3"].value


def test_dates_stay_dates_and_codes_stay_text(error_sheet: Path) -> None:
    sheet = load_workbook(error_sheet).worksheets[0]
    assert sheet["D2"].value == VISITED
    assert sheet["B2"].number_format == "@"


def test_it_can_be_mended_and_imported_again(error_sheet: Path, tmp_path: Path) -> None:
    again = read_providers(error_sheet)
    assert {problem.row for problem in again.problems} == {2, 3}
    assert again.ignored_columns == ("走访日 (D)",)
    workbook = load_workbook(error_sheet)
    for cell, value in {"A2": "乙", "B2": GOOD_CODE, "A3": "丙", "C3": "021-62345678"}.items():
        workbook.worksheets[0][cell] = value
    workbook.save(error_sheet)
    assert [row.name for row in read_providers(error_sheet).rows] == ["乙", "丙"]
    write_error_sheet(error_sheet, again.problems, tmp_path / "third.xlsx")
    headings = [cell.value for cell in load_workbook(tmp_path / "third.xlsx").worksheets[0][1]]
    assert headings == [*ROWS[1], "Reason"]


def test_a_source_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblemError, match="no such file"):
        write_error_sheet(tmp_path / "gone.xlsx", (), tmp_path / "errors.xlsx")
