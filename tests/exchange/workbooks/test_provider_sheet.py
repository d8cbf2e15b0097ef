import time
from typing import Any

import pytest

from evaluator_desktop.domain.credit_code import has_check_digit
from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.workbooks.provider_sheet import ProviderRow, read_providers
from tests.exchange.workbooks.conftest import GOOD_CODE, SHEET, MakeSheet, Rezip

HEADINGS = ["机构名称", "统一社会信用代码", "是否律师事务所", "地址", "联系人", "联系电话", "备注"]
GOOD = ["雁栖咨询（示例）", GOOD_CODE, "否", "某某路 1 号", "周明", "13812345678", "无"]


def changed(**values: Any) -> list[Any]:
    """Return a good row with some cells changed, by heading."""
    return [values.get(heading, value) for heading, value in zip(HEADINGS, GOOD, strict=True)]


def test_the_code_of_these_tests_is_valid() -> None:
    assert has_check_digit(GOOD_CODE)


def test_a_full_row_is_read(make_sheet: MakeSheet) -> None:
    sheet = read_providers(make_sheet([[*HEADINGS, "测评员"], [*GOOD, "林一帆、陈默,林一帆"]]))
    assert sheet.rows == (
        ProviderRow(
            row=2,
            name="雁栖咨询（示例）",
            code=GOOD_CODE,
            is_law_firm=False,
            address="某某路 1 号",
            contact="周明",
            phone="13812345678",
            remarks="无",
            evaluators=("林一帆", "陈默"),
        ),
    )
    assert sheet.problems == sheet.warnings == ()


def test_empty_cells_and_absent_columns_say_nothing(make_sheet: MakeSheet) -> None:
    sheet = read_providers(make_sheet([["机构名称", "地址"], ["甲", None]]))
    (row,) = sheet.rows
    assert (row.code, row.is_law_firm, row.address, row.evaluators) == (None,) * 4


@pytest.mark.parametrize(
    "headings",
    [
        ["Credit code", "PROVIDER", "序号"],
        ["统一社会信用代码 *\nCredit code", "机构名称 *\nProvider", "No."],
        ["信用代码（18位）", "机构名称（必填）", "备注二"],
        ["统一社会信用代码：", " 单位 名称 ", "x"],
    ],
)
def test_columns_are_found_by_heading_in_any_order(
    make_sheet: MakeSheet, headings: list[str]
) -> None:
    sheet = read_providers(make_sheet([headings, [GOOD_CODE, "甲", 1]]))
    assert (sheet.rows[0].name, sheet.rows[0].code) == ("甲", GOOD_CODE)
    assert len(sheet.ignored_columns) == 1
    assert sheet.ignored_columns[0].endswith("(C)")


def test_headings_may_stand_below_a_title(make_sheet: MakeSheet) -> None:
    title = [["2026 年测评机构名单"], [], ["填表单位：某某"]]
    sheet = read_providers(make_sheet([*title, HEADINGS, GOOD], merge=["A1:G1"]))
    assert sheet.heading_row == 4
    assert [row.row for row in sheet.rows] == [5]


def test_a_missing_required_column_refuses_the_file(make_sheet: MakeSheet) -> None:
    with pytest.raises(FileProblemError, match=r"list\.xlsx: the sheet lacks “Provider”"):
        read_providers(make_sheet([["统一社会信用代码", "地址"], [GOOD_CODE, "x"]]))


@pytest.mark.parametrize("rows", [[], [["a", "b"]], [[]] * 10 + [HEADINGS, GOOD]])
def test_a_sheet_without_headings_is_refused(make_sheet: MakeSheet, rows: list[list[Any]]) -> None:
    with pytest.raises(FileProblemError, match="lacks"):
        read_providers(make_sheet(rows))


@pytest.mark.parametrize(
    ("heading", "value", "message"),
    [
        ("机构名称", None, "is missing"),
        ("机构名称", "甲" * 201, "at most 200"),
        ("机构名称", "=A1", "formula"),
        ("机构名称", "#N/A", "error value"),
        ("统一社会信用代码", "9131", "this one has 4"),
        ("统一社会信用代码", GOOD_CODE + "0", "this one has 19"),
        ("统一社会信用代码", "91310O00MA1FL0001C", "letter O; was 0 meant"),
        ("统一社会信用代码", "9131AAAAMA1FL0001C", "six digits for the region"),
        ("统一社会信用代码", 913100001234567890, "lost digits"),
        ("是否律师事务所", "也许", "neither yes nor no"),
        ("联系电话", "62345678", "not a telephone number"),
        ("联系电话", "13812345678/13912345678", "not a telephone number"),
        ("联系电话", "=B2", "formula"),
        ("备注", "字" * 20_001, "at most 20,000"),
    ],
)
def test_a_bad_cell_keeps_its_row_out_and_the_others_go_in(
    make_sheet: MakeSheet, heading: str, value: Any, message: str
) -> None:
    other = changed(机构名称="乙", 统一社会信用代码=None)
    sheet = read_providers(make_sheet([HEADINGS, changed(**{heading: value}), other]))
    (problem,) = sheet.problems
    assert (problem.row, problem.column) == (2, heading)
    assert message in problem.message
    assert [row.row for row in sheet.rows] == [3]


def test_each_bad_cell_of_a_row_is_named(make_sheet: MakeSheet) -> None:
    bad = changed(机构名称=None, 联系电话="x", 统一社会信用代码="1")
    sheet = read_providers(make_sheet([HEADINGS, bad]))
    assert [p.column for p in sheet.problems] == ["机构名称", "统一社会信用代码", "联系电话"]


def test_a_merged_cell_keeps_every_row_it_covers_out(make_sheet: MakeSheet) -> None:
    names = [changed(机构名称=name, 统一社会信用代码=None) for name in "甲乙丙丁"]
    sheet = read_providers(make_sheet([HEADINGS, *names], merge=["D3:D4"]))
    assert [row.name for row in sheet.rows] == ["甲", "丁"]
    assert {(p.row, p.column) for p in sheet.problems} == {(3, "地址"), (4, "地址")}
    assert all("merged" in p.message for p in sheet.problems)


def test_faults_in_columns_that_are_not_read_do_no_harm(make_sheet: MakeSheet) -> None:
    rows = [["序号", "机构名称", "合计"], ["=ROW()-1", "甲", "#REF!"], ["=ROW()-1", "乙", None]]
    sheet = read_providers(make_sheet(rows, merge=["C2:C3"]))
    assert [row.name for row in sheet.rows] == ["甲", "乙"]
    assert sheet.ignored_columns == ("序号 (A)", "合计 (C)")


def test_rows_without_anything_to_read_are_skipped(make_sheet: MakeSheet) -> None:
    rows = [["序号", "机构名称"], [1, "甲"], [2, None], [3, "  "], [], [4, "乙"]]
    sheet = read_providers(make_sheet(rows, merge=["B3:B4"]))
    assert [row.row for row in sheet.rows] == [2, 6]
    assert sheet.problems == ()


def test_a_wrong_check_digit_goes_in_with_a_warning(make_sheet: MakeSheet) -> None:
    wrong = GOOD_CODE[:-1] + "0"
    sheet = read_providers(make_sheet([HEADINGS, changed(统一社会信用代码=wrong)]))
    assert sheet.rows[0].code == wrong
    (warning,) = sheet.warnings
    assert (warning.row, warning.column) == (2, "统一社会信用代码")
    assert "check digit" in warning.message


def test_full_width_and_spaced_codes_and_numbers_are_read(make_sheet: MakeSheet) -> None:
    full_width = "".join(chr(ord(c) + 0xFEE0) for c in GOOD_CODE.lower())
    rows = [
        changed(
            统一社会信用代码=f" {full_width[:8]} {full_width[8:]}", 联系电话="＋86 138－1234－5678"
        )
    ]
    (row,) = read_providers(make_sheet([HEADINGS, *rows])).rows
    assert (row.code, row.phone) == (GOOD_CODE, "13812345678")


@pytest.mark.parametrize("value", [13812345678, 13812345678.0])
def test_a_number_kept_as_a_figure_is_read(make_sheet: MakeSheet, value: float) -> None:
    (row,) = read_providers(make_sheet([HEADINGS, changed(联系电话=value)])).rows
    assert row.phone == "13812345678"


def test_the_second_row_with_a_code_stays_out(make_sheet: MakeSheet) -> None:
    rows = [GOOD, changed(机构名称="乙", 统一社会信用代码=GOOD_CODE.lower())]
    sheet = read_providers(make_sheet([HEADINGS, *rows]))
    assert [row.row for row in sheet.rows] == [2]
    (problem,) = sheet.problems
    assert (problem.row, problem.column) == (3, "统一社会信用代码")
    assert "row 2" in problem.message


def test_the_first_good_row_with_a_code_goes_in(make_sheet: MakeSheet) -> None:
    rows = [changed(机构名称=None), GOOD]
    sheet = read_providers(make_sheet([HEADINGS, *rows]))
    assert [row.row for row in sheet.rows] == [3]
    assert [p.row for p in sheet.problems] == [2]


def test_names_on_several_lines_close_up_and_remarks_keep_them(make_sheet: MakeSheet) -> None:
    (row,) = read_providers(
        make_sheet([HEADINGS, changed(机构名称="某某\n公司\u202e", 备注="一\n二")])
    ).rows
    assert (row.name, row.remarks) == ("某某 公司", "一\n二")


def _long_list(count: int) -> bytes:
    """Return the XML of 12 columns of text, by hand: no library is quick enough for a test."""
    headings = [*HEADINGS, *(f"列 {n}" for n in range(5))]
    body = ([f"机构 {n}", "", "否", "", "周明", "13812345678", *["x"] * 6] for n in range(count))
    cells = (
        "".join(f'<c t="inlineStr"><is><t>{t}</t></is></c>' for t in r) for r in (headings, *body)
    )
    rows = "".join(f"<row>{row}</row>" for row in cells)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def test_twenty_thousand_rows_with_progress_and_cancel(make_sheet: MakeSheet, rezip: Rezip) -> None:
    path = rezip(make_sheet([["x"]]), {SHEET: _long_list(20_000)})
    seen: list[tuple[int, int]] = []
    start = time.monotonic()
    sheet = read_providers(path, progress=lambda done, total: seen.append((done, total)))
    assert time.monotonic() - start < 60  # a hang, not a measurement
    assert len(sheet.rows) == 20_000
    assert seen[-1] == (20_000, 20_001)

    def cancel(done: int, _total: int) -> None:
        if done >= 1_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_providers(path, progress=cancel)
