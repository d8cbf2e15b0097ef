import csv
import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from evaluator_desktop import texts
from evaluator_desktop.domain.explanation.readings import readings
from evaluator_desktop.domain.ranking import Rank
from evaluator_desktop.operations import providers
from evaluator_desktop.operations.reports import export_results
from evaluator_desktop.reports.results_model import Sheet, rank_cells, rank_heads
from evaluator_desktop.reports.workbook import write_workbook
from evaluator_desktop.store.workspace import Workspace
from tests.reports.rich_provider import PHONE, lock
from tests.workspaces import CHEN, CODE, LEAD, OTHER, PROVIDER


def exported(workspace: Workspace, tmp_path: Path) -> Workbook:
    result = export_results(workspace, tmp_path / "results.xlsx")
    assert result.providers == 2
    return openpyxl.load_workbook(result.file)


def test_a_line_for_each_provider(rich: Workspace, tmp_path: Path) -> None:
    lock(rich)

    sheet = exported(rich, tmp_path).worksheets[0]

    heads, first, second = ([cell.value for cell in row] for row in sheet.iter_rows())
    line = dict(zip(heads, first, strict=True))
    assert line[texts._("Credit code")] == CODE
    assert line[texts._("Score")] == pytest.approx(80.53)
    assert (line[texts._("Rank")], line[texts._("Tied")]) == (1, None)
    assert line[texts._("Shop points")] == 2470
    assert line[texts._("Tier of the shop")] == "三钻"
    assert second[3:6] == [None, None, None]  # no rank, no tie, no score


def test_d11_under_a_quota_a_column_says_who_is_within_it(workspace: Workspace) -> None:
    scheme = workspace.scheme
    quota = replace(scheme, parameters=replace(scheme.parameters, class_quota=2))

    assert len(rank_heads(scheme)) == len(rank_cells(scheme, None)) == 2
    assert len(rank_heads(quota)) == len(rank_cells(quota, None)) == 3
    cells = [rank_cells(quota, rank) for rank in (Rank(1), Rank(2, 2), Rank(4), None)]
    tie = texts._("yes, in a tie for the last place")
    assert [within for _place, _tied, within in cells] == [texts._("yes"), tie, texts._("no"), None]


def test_what_the_numbers_rest_on_is_in_the_workbook_too(rich: Workspace, tmp_path: Path) -> None:
    basis = exported(rich, tmp_path).worksheets[2]

    used = readings(rich.scheme, rich.info.body)
    rows = {f"{clause} {point}": reading for clause, point, reading in used}
    assert rows.items() <= {tuple(row) for row in basis.iter_rows(values_only=True)}


def test_each_item_has_a_column(rich: Workspace, tmp_path: Path) -> None:
    sheet = exported(rich, tmp_path).worksheets[1]

    assert sheet.max_column == 2 + 15
    assert [cell.value for cell in sheet[2]][2:4] == [81, 83.5]
    assert {cell.value for cell in sheet[3][2:]} == {texts._("Not rated")}


def test_codes_are_text_and_days_are_days(rich: Workspace, tmp_path: Path) -> None:
    book = exported(rich, tmp_path)

    code = book.worksheets[0]["A2"]
    assert (code.data_type, code.number_format) == ("s", "@")
    assert datetime(2020, 12, 31) in [row[1].value for row in book.worksheets[2].iter_rows()]  # noqa: DTZ001  what openpyxl reads


def test_no_clock_gets_into_the_file() -> None:
    """Else what is saved a second later would not be what was shown."""
    out = io.BytesIO()
    write_workbook([Sheet("结果", ("甲",), (10,), (("1",),))], date(2020, 12, 31), out)

    with zipfile.ZipFile(out) as parts:
        assert {part.date_time for part in parts.infolist()} == {(2020, 12, 31, 12, 0, 0)}
        assert parts.read("docProps/core.xml").count(b"2020-12-31T12:00:00Z") == 2


def test_heads_are_frozen_and_filtered(rich: Workspace, tmp_path: Path) -> None:
    sheet = exported(rich, tmp_path).worksheets[0]

    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet.column_dimensions["A"].width == 22


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x", '=HYPERLINK("http://x")'])
def test_no_name_becomes_a_formula(workspace: Workspace, tmp_path: Path, name: str) -> None:
    providers.edit_profile(workspace, OTHER, "identity", {"name": name})

    cells = [c for row in exported(workspace, tmp_path).worksheets[0].iter_rows() for c in row]

    [cell] = [cell for cell in cells if cell.value == name]
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_telephone_numbers_are_masked(workspace: Workspace, tmp_path: Path) -> None:
    providers.edit_profile(workspace, PROVIDER, "identity", {"name": f"公司{PHONE}"})

    sheet = exported(workspace, tmp_path).worksheets[0]

    assert "公司138****5678" in [row[1].value for row in sheet.iter_rows()]


def test_it_says_where_ratings_of_others_are_left_out(rich: Workspace, tmp_path: Path) -> None:
    sentence = texts._("The ratings of others are left out until you have submitted your own.")

    def noted(person: str) -> bool:
        rich.act_as(person)
        result = export_results(rich, tmp_path / f"{person}.xlsx")
        basis = openpyxl.load_workbook(result.file).worksheets[2]
        return sentence in [row[1].value for row in basis.iter_rows()]

    assert noted(CHEN)
    assert not noted(LEAD)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a\x07b", "a[U+0007]b"),
        ("a\uffffb", "a\ufffdb"),
        ("_x0041_", "_x005F_x0041_"),  # which a spreadsheet shows as _x0041_
        ("两行\n文字", "两行\n文字"),
        ("9fe13812345678cb", "9fe13812345678cb"),  # a digest, no telephone number
    ],
)
def test_odd_text_comes_back(text: str, read: str) -> None:
    out = io.BytesIO()
    write_workbook([Sheet("s", ("a",), (10,), ((text,),))], date(2026, 11, 22), out)

    assert openpyxl.load_workbook(out).worksheets[0]["A2"].value == read


def test_a_text_too_long_for_a_cell_goes_on_elsewhere() -> None:
    text = "字" * 20_000 + "𠮷" * 30_000
    out = io.BytesIO()
    write_workbook((Sheet("A", ("a", "b"), (9, 9), ((1, text),)),), date(2020, 1, 1), out)

    first, *others = openpyxl.load_workbook(out).worksheets

    assert first["B2"].value
    parts = [first["B2"].value, *(sheet["B2"].value for sheet in others)]
    assert "".join(parts) == text
    assert all(len(part.encode("utf-16-le")) // 2 <= 32_767 for part in parts)
    assert others[0]["A2"].value == "A!B2"


def test_libreoffice_reads_what_was_written(tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not here; the workbook was not opened with it")
    texts_ = ["=1+1", "+1", "-1", "@x", '=HYPERLINK("http://x")', "_x0041_", "0012", "<b>&"]
    rows = tuple((number, text) for number, text in enumerate(texts_))
    with (tmp_path / "a.xlsx").open("wb") as out:
        write_workbook((Sheet("A", ("a", "b"), (9, 9), rows),), date(2020, 1, 1), out)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true"]
    done = subprocess.run(
        [office, profile, *convert, "--outdir", tmp_path, tmp_path / "a.xlsx"],
        check=False,
        capture_output=True,
        timeout=120,
    )
    if not (tmp_path / "a.csv").exists():
        pytest.skip(f"LibreOffice did not convert: {done.stderr.decode(errors='replace')[:200]}")

    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as stream:
        read = [row[1] for row in csv.reader(stream)][1:]
    assert read == texts_
