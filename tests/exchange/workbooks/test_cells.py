from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from evaluator_desktop.exchange.workbooks.cell_values import plain_text
from evaluator_desktop.exchange.workbooks.cells import LONGEST_CELL, write_text
from evaluator_desktop.exchange.workbooks.sheet_reader import open_workbook


def written(path: Path, text: str) -> tuple[str, str, bool]:
    """Return value, data type and quote prefix as they stand in the saved file."""
    workbook = Workbook()
    write_text(workbook.worksheets[0]["A1"], text)
    workbook.save(path)
    cell = load_workbook(path).worksheets[0]["A1"]
    return str(cell.value), str(cell.data_type), bool(cell.quotePrefix)


def read_back(path: Path) -> str:
    with open_workbook(path) as workbook:
        (row,) = workbook.rows(workbook.sheet_names[0])
        assert not row.faults
        return plain_text(row.values[0])


@pytest.mark.parametrize(
    "text",
    ["=1+1", '=HYPERLINK("http://x","y")', "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1"],
)
def test_text_never_becomes_a_formula(tmp_path: Path, text: str) -> None:
    assert written(tmp_path / "a.xlsx", text) == (text, "s", True)
    assert read_back(tmp_path / "a.xlsx") == text.strip()


@pytest.mark.parametrize("text", ["上海", "#N/A", "2014-06-15", "00123", "TRUE", "1e5", "a=b"])
def test_text_stays_text_without_a_prefix(tmp_path: Path, text: str) -> None:
    assert written(tmp_path / "a.xlsx", text) == (text, "s", False)


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\x00b", "a␀b"), ("\x1f", "␟"), ("\ud800x", "�x"), ("\uffff", "�"), ("a\r\nb", "a\nb")],
)
def test_what_a_workbook_cannot_hold_is_shown(tmp_path: Path, text: str, shown: str) -> None:
    assert written(tmp_path / "a.xlsx", text)[0] == shown


def test_text_that_looks_escaped_comes_back_as_it_was(tmp_path: Path) -> None:
    written(tmp_path / "a.xlsx", "part_x0041_y")
    assert read_back(tmp_path / "a.xlsx") == "part_x0041_y"


def test_a_cell_takes_all_it_can_hold(tmp_path: Path) -> None:
    assert written(tmp_path / "a.xlsx", "字" * LONGEST_CELL)[0] == "字" * LONGEST_CELL


@pytest.mark.parametrize("character", ["字", "𠮷"])
def test_a_longer_text_says_that_it_was_cut(tmp_path: Path, character: str) -> None:
    value = written(tmp_path / "a.xlsx", character * 40_000)[0]
    assert len(value.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert value.startswith(character * 1000)
    assert value.endswith("[cut here: the text has 40,000 characters, a cell holds 32,767]")
