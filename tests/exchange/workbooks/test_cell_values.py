from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from evaluator_desktop.exchange.workbooks.cell_values import (
    CellValueError,
    day,
    half_width,
    lines,
    one_line,
    plain_text,
    whole_number,
    yes_or_no,
)

JUNE_15 = date(2014, 6, 15)


@pytest.mark.parametrize(
    "value",
    [
        datetime(2014, 6, 15, 8, 30),  # noqa: DTZ001 - a workbook knows no time zone
        JUNE_15,
        *("2014-06-15", "2014/6/15", "2014.6.15", "2014年6月15日", "20140615", " 2014-6-15 "),
        *("２０１４－０６－１５", "２０１４年６月１５日", "2014-06-15 00:00:00", 20140615),
    ],
)
def test_a_day_that_can_mean_one_day_only_is_read(value: Any) -> None:
    assert day(value) == JUNE_15


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("06/07/2014", "two different days"),
        ("15/06/2014", "two different days"),
        ("14-6-15", "two different days"),
        ("2014年6月", "not a date"),
        ("2014-6/15", "not a date"),
        ("41805", "not a date"),
        (41805, "not a date"),
        ("昨天", "not a date"),
        (True, "not a date"),
        ("2014-02-30", "no such day"),
        ("2014-13-01", "no such day"),
        ("0014-06-15", "the year 14"),
        ("20991231", None),
        ("21010101", "the year 2101"),
    ],
)
def test_a_day_that_is_unclear_is_refused_with_the_reason(value: Any, reason: str | None) -> None:
    if reason is None:
        assert day(value).year == 2099
        return
    with pytest.raises(CellValueError, match=reason):
        day(value)


@pytest.mark.parametrize(
    ("value", "number"), [(12, 12), (12.0, 12), ("１２", 12), (" 1,284 ", 1284), ("0", 0)]
)
def test_counts_are_read_from_figures_and_text(value: Any, number: int) -> None:
    assert whole_number(value) == number


@pytest.mark.parametrize(
    "value", [1.5, "1.5", -1, "-1", "－1", "twelve", True, "", "9" * 16, JUNE_15]
)
def test_what_is_no_count_is_refused(value: Any) -> None:
    with pytest.raises(CellValueError):
        whole_number(value)


@pytest.mark.parametrize("value", ["是", " 是 ", "Yes", "ＹＥＳ", True, 1, "√"])
def test_yes(value: Any) -> None:
    assert yes_or_no(value) is True


@pytest.mark.parametrize("value", ["否", "no", "N", False, 0, "×"])
def test_no(value: Any) -> None:
    assert yes_or_no(value) is False


@pytest.mark.parametrize("value", ["也许", 2, "是否"])
def test_neither_yes_nor_no_is_refused(value: Any) -> None:
    with pytest.raises(CellValueError, match="neither"):
        yes_or_no(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("  上海　", "上海"),
        (13812345678, "13812345678"),
        (13812345678.0, "13812345678"),
        (0.5, "0.5"),
        (True, "TRUE"),
        (datetime(2014, 6, 15), "2014-06-15"),  # noqa: DTZ001
        ("a_x000D_\nb", "a\nb"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("_x005F_x0041_", "_x0041_"),
        ("a\u202eb\u200b", "ab"),
        ("cafe\u0301", "café"),
        ("_xD83D__xDE00_", "😀"),
        ("_xD83D_", "\ufffd"),
    ],
)
def test_plain_text_is_what_the_cell_shows(value: Any, text: str) -> None:
    assert plain_text(value) == text


def test_one_line_closes_up_what_was_broken() -> None:
    assert one_line("上海\n 某某\t公司", 200) == "上海 某某 公司"


def test_codes_become_half_width() -> None:
    assert half_width("９１３１００００ＭＡ") == "91310000MA"


@pytest.mark.parametrize("read", [lines, one_line])
def test_a_text_over_its_bound_is_refused_not_cut(read: Callable[[Any, int], str]) -> None:
    assert read("字" * 200, 200) == "字" * 200
    with pytest.raises(CellValueError, match="201 characters; at most 200"):
        read("字" * 201, 200)
