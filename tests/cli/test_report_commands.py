"""report: the PDFs are made by the reports' own room; here is what the command says of them."""

import hashlib
import os
from pathlib import Path

import openpyxl

from tests.cli.command_line import CODE, SECOND_CODE, CommandLine
from tests.cli.test_provider_commands import rate_everything


def test_a_draft(inside: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"

    answer = inside("report", CODE, "-o", path)

    assert (answer.code, answer.err) == (1, "")
    (report,) = answer.document
    assert list(report) == ["file", "pages", "state", "warnings"]
    assert (report["file"], report["state"]) == (str(path), "draft")
    assert report["pages"] > 1
    assert report["warnings"]
    assert path.read_bytes().startswith(b"%PDF")
    inside.refused("bad_file", "report", CODE, "-o", path)
    assert inside.in_words("report", CODE, "-o", tmp_path / "second.pdf").code == 1


def test_all(inside: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "reports"

    answer = inside("report", "--all", "-o", folder)

    assert (answer.code, answer.err) == (1, "")
    files = {Path(report["file"]) for report in answer.document}
    assert files == set(folder.iterdir())
    assert sorted(file.name.split()[0] for file in files) == sorted([CODE, SECOND_CODE])
    before = {file: file.read_bytes() for file in files}
    inside.refused("bad_file", "report", "--all", "-o", folder)
    assert {file: file.read_bytes() for file in folder.iterdir()} == before


def test_a_place_that_cannot_be_written(inside: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    os.mkfifo(tmp_path / "pipe")

    inside.refused("unknown_provider", "report", "nobody", "-o", tmp_path / "r.pdf")
    for target in (file, tmp_path / "pipe", tmp_path / "no" / "r.pdf", tmp_path):
        inside.refused("bad_file", "report", CODE, "-o", target)
    for target in (file, tmp_path / "no" / "folder"):
        inside.refused("bad_file", "report", "--all", "-o", target)


def test_all_or_none(inside: CommandLine, tmp_path: Path) -> None:
    inside.done("evidence", "add", SECOND_CODE, "organization.staff", unprintable_file(tmp_path))

    (tmp_path / "mine").mkdir()
    for folder in (tmp_path / "reports", tmp_path / "mine"):
        inside.refused("missing_glyph", "report", "--all", "-o", folder)

    assert not (tmp_path / "reports").exists()
    assert list((tmp_path / "mine").iterdir()) == []


def unprintable_file(folder: Path) -> Path:
    """A file in whose name stands a character that no font has."""
    path = folder / "\U0001d800.pdf"
    path.write_bytes(b"%PDF-1.4")
    return path


def test_an_index_lists_all(inside: CommandLine, tmp_path: Path) -> None:
    index = tmp_path / "index.xlsx"

    answer = inside("report", "--all", "-o", tmp_path / "reports", "--index", index)

    assert answer.code == 1
    head, *rows = openpyxl.load_workbook(index).worksheets[0].iter_rows(values_only=True)
    assert len(head) == len(rows[0])
    listed = {row[4]: row[7] for row in rows}
    files = [Path(report["file"]) for report in answer.document]
    assert listed == {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in files}
    assert {row[3] for row in rows} == {CODE, SECOND_CODE}
    inside.refused("bad_file", "report", "--all", "-o", tmp_path / "again", "--index", index)
    assert not (tmp_path / "again").exists()


def test_the_workbook_of_results(inside: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "results.xlsx"

    assert inside.done("export-results", path) == {"file": str(path), "providers": 2}

    sheets = openpyxl.load_workbook(path).worksheets
    words = {cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row}
    assert {CODE, SECOND_CODE} <= words
    inside.refused("bad_file", "export-results", path)
    assert inside.in_words("export-results", tmp_path / "second.xlsx").code == 0


def test_a_workbook_has_no_pages(inside: CommandLine, tmp_path: Path) -> None:
    sheet, paper = (tmp_path / f"ranking{ending}" for ending in (".xlsx", ".pdf"))

    said = [inside.in_words("report", "ranking", "-o", path).out for path in (sheet, paper)]

    assert [" 页" in words.splitlines()[0] for words in said] == [False, True]


def test_a_report_that_was_issued_is_checked(inside: CommandLine, tmp_path: Path) -> None:
    rate_everything(inside, tmp_path)
    inside.done("submit", CODE)
    inside.done("lock", CODE)
    path = tmp_path / "final.pdf"
    (report,) = inside.done("report", CODE, "-o", path)
    assert report["state"] == "final"

    answer = inside.done("report", "verify", path)

    assert list(answer) == ["file", "number", "result", "changed"]
    assert (answer["file"], answer["result"], answer["changed"]) == (str(path), "as_issued", [])
    assert CODE in answer["number"]
    inside.done("unlock", CODE, "--reason", "复查")
    assert inside.done("report", "verify", path)["result"] == "data_changed"
    assert inside.in_words("report", "verify", path).code == 0
    path.write_bytes(b"x")
    inside.refused("bad_file", "report", "verify", path)
    inside.refused("usage", "report", "verify")
