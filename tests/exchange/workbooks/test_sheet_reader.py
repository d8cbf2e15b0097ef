import os
import time
import zipfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl import Workbook

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.workbooks import archive_check
from evaluator_desktop.exchange.workbooks.sheet_reader import (
    MAX_ROWS,
    Fault,
    SheetRow,
    open_workbook,
)
from tests.exchange.workbooks.conftest import SHEET, MakeSheet, Rezip

MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def read(path: Path) -> list[SheetRow]:
    with open_workbook(path) as workbook:
        return list(workbook.rows(workbook.sheet_names[0]))


def problem_of(path: Path) -> str:
    with pytest.raises(FileProblemError) as caught:
        read(path)
    assert path.name in str(caught.value)
    return str(caught.value.params["problem"])


def test_values_come_as_they_are(make_sheet: MakeSheet) -> None:
    when = datetime(2014, 6, 15)  # noqa: DTZ001 - a workbook knows no time zone
    rows = read(make_sheet([["文本", 12, 1.5, True, None, when]]))
    assert rows == [SheetRow(1, ("文本", 12, 1.5, True, None, when), {})]


def test_rows_keep_their_numbers_over_a_gap(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.worksheets[0]["B4"] = "x"
    workbook.save(tmp_path / "gap.xlsx")
    rows = read(tmp_path / "gap.xlsx")
    assert [row.number for row in rows] == [1, 2, 3, 4]
    assert [row.is_empty for row in rows] == [True, True, True, False]
    assert rows[3].values == (None, "x")


def test_formulas_are_marked_and_not_computed(make_sheet: MakeSheet) -> None:
    (row,) = read(make_sheet([["a", "=1+1", "=SUM(A1:A2)"]]))
    assert row.faults == {1: Fault.FORMULA, 2: Fault.FORMULA}
    assert row.values[1] == "=1+1"


def test_text_that_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    workbook = Workbook()
    cell = workbook.worksheets[0]["A1"]
    cell.value, cell.data_type = "=1+1", "s"
    workbook.save(tmp_path / "text.xlsx")
    assert read(tmp_path / "text.xlsx") == [SheetRow(1, ("=1+1",), {})]


def test_merged_cells_are_marked_in_every_row_they_cover(make_sheet: MakeSheet) -> None:
    rows = read(make_sheet([["a", "b", "c"]] * 4, merge=["B2:C3"]))
    assert [set(row.faults) for row in rows] == [set(), {1, 2}, {1, 2}, set()]
    assert set(rows[1].faults.values()) == {Fault.MERGED}


def test_error_values_are_marked(make_sheet: MakeSheet) -> None:
    (row,) = read(make_sheet([["a", "#N/A"]]))
    assert row.faults == {1: Fault.ERROR_VALUE}


def test_hidden_sheets_are_not_offered(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.create_sheet("hidden").sheet_state = "hidden"
    workbook.save(tmp_path / "book.xlsx")
    with open_workbook(tmp_path / "book.xlsx") as opened:
        assert opened.sheet_names == ("Sheet",)
        assert list(opened.rows("Sheet")) == []


def test_formatting_down_to_the_last_row_is_no_content(make_sheet: MakeSheet, rezip: Rezip) -> None:
    xml = b'<worksheet %s><sheetData><row r="1"><c r="A1"><v>7</v></c></row>' % MAIN
    xml += b'<row r="1048576"><c r="A1048576" s="0"/></row></sheetData></worksheet>'
    assert read(rezip(make_sheet([["a"]]), {SHEET: xml})) == [SheetRow(1, (7,), {})]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "no such file" in problem_of(tmp_path / "nowhere.xlsx")


def test_a_folder_is_no_workbook(tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    assert "not a file" in problem_of(tmp_path / "folder.xlsx")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    assert "not a file" in problem_of(tmp_path / "pipe.xlsx")


@pytest.mark.parametrize(
    ("content", "mend"),
    [
        (b"", "save it as .xlsx"),
        ("机构名称,代码\n".encode("gbk"), "save it as .xlsx"),
        (b"%PDF-1.7", "save it as .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "take the password off"),
        (b"PK\x03\x04" + bytes(100), "damaged"),
    ],
)
def test_another_kind_of_file_is_told_how_to_become_one(
    tmp_path: Path, content: bytes, mend: str
) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    assert mend in problem_of(path)


def test_another_kind_of_archive_is_no_workbook(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "words.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<document/>")
    assert "not an Excel workbook" in problem_of(tmp_path / "words.xlsx")


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.99])
def test_a_workbook_that_was_cut_off_is_damaged(make_sheet: MakeSheet, kept: float) -> None:
    path = make_sheet([["a", "b"]] * 50)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    assert "damaged" in problem_of(path)


def test_flipped_bytes_are_refused_or_read_never_a_crash(make_sheet: MakeSheet) -> None:
    path = make_sheet([[f"text {n}", n] for n in range(30)])
    content = bytearray(path.read_bytes())
    for offset in range(0, len(content), max(1, len(content) // 150)):
        broken = bytearray(content)
        broken[offset] ^= 0x55
        path.write_bytes(broken)
        with suppress(FileProblemError):  # anything else that is raised is a crash
            assert len(read(path)) <= 30


@pytest.mark.parametrize(
    "part", [SHEET, "xl/styles.xml", "xl/sharedStrings.xml", "docProps/core.xml"]
)
def test_an_entity_bomb_is_refused_in_any_part(
    make_sheet: MakeSheet, rezip: Rezip, part: str
) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
    assert "damaged" in problem_of(rezip(make_sheet([["a"]]), {part: bomb}))


def test_openpyxl_itself_is_defended_too() -> None:
    assert openpyxl.DEFUSEDXML


def test_a_cell_in_the_last_corner_costs_nothing(make_sheet: MakeSheet, rezip: Rezip) -> None:
    xml = b'<worksheet %s><sheetData><row r="1"><c r="A1"><v>1</v></c></row>' % MAIN
    xml += b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    path = rezip(make_sheet([["a"]]), {SHEET: xml})
    start = time.monotonic()
    words = problem_of(path)
    assert "row 1,048,576, column XFD" in words
    assert f"{MAX_ROWS:,}" in words
    assert time.monotonic() - start < 2


def test_a_packed_bomb_is_refused_before_it_is_unpacked(
    make_sheet: MakeSheet, rezip: Rezip
) -> None:
    xml = b"<worksheet %s><sheetData/>%s</worksheet>" % (MAIN, b" " * 20_000_000)
    assert "far larger" in problem_of(rezip(make_sheet([["a"]]), {SHEET: xml}))


def test_more_elements_than_any_list_has_are_refused_in_passing(
    make_sheet: MakeSheet, rezip: Rezip, monkeypatch: pytest.MonkeyPatch
) -> None:
    xml = b"<sst %s>%s</sst>" % (MAIN, b"<si/>" * 1_000)
    path = rezip(make_sheet([["a"]]), {"xl/sharedStrings.xml": xml})
    assert len(read(path)) == 1
    monkeypatch.setattr(archive_check, "MAX_ELEMENTS", 1_000)
    assert "far larger" in problem_of(path)


@pytest.mark.parametrize(
    "rows",
    [
        b'<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
        b'<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        b'<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>',
        b'<row r="x"><c r="A1"><v>1</v></c></row>',
        b'<row r="1"><c r="1A"><v>1</v></c></row>',
        b'<row r="1"><c r="A1" t="s"><v>999</v></c></row>',
        b'<row r="1"><c r="A1"><v>word</v></c></row>',
    ],
)
def test_cells_that_openpyxl_would_drop_or_trip_over_are_damage(
    make_sheet: MakeSheet, rezip: Rezip, rows: bytes
) -> None:
    xml = b"<worksheet %s><sheetData>%s</sheetData></worksheet>" % (MAIN, rows)
    assert "damaged" in problem_of(rezip(make_sheet([["a"]]), {SHEET: xml}))


def test_overlapping_merges_without_end_are_damage(make_sheet: MakeSheet, rezip: Rezip) -> None:
    merges = b'<mergeCell ref="A1:XFD1048576"/>' * 5_000
    xml = b'<worksheet %s><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' % MAIN
    xml += b"<mergeCells>%s</mergeCells></worksheet>" % merges
    assert "damaged" in problem_of(rezip(make_sheet([["a"]]), {SHEET: xml}))


def test_a_strict_workbook_is_told_how_to_become_an_ordinary_one(
    make_sheet: MakeSheet, rezip: Rezip
) -> None:
    xml = b'<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>'
    path = rezip(make_sheet([["a"]]), {"xl/workbook.xml": xml})
    assert "Strict Open XML" in problem_of(path)


def test_members_given_twice_are_damage(make_sheet: MakeSheet) -> None:
    path = make_sheet([["a"]])
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(SHEET, b"<worksheet/>")
    assert "damaged" in problem_of(path)
