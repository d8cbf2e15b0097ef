"""A lead changes the scheme in a file (`scheme export`, `scheme import`) and sees what it does."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.command_line import CODE, CommandLine

STAFF = "organization.staff"


@pytest.fixture
def file(inside: CommandLine, tmp_path: Path) -> Path:
    inside.done("scheme", "export", tmp_path / "scheme.xlsx")
    return tmp_path / "scheme.xlsx"


def change(file: Path, **cells: Any) -> Path:
    """Change cells of the items sheet: E2=600."""
    workbook = load_workbook(file)
    for cell, value in cells.items():
        workbook["评审项"][cell].value = value
    workbook.save(file)
    return file


def without_staff(file: Path) -> Path:
    workbook = load_workbook(file)
    workbook["评审项"]["E2"].value = 1000
    for sheet, row, count in (("评审项", 5, 1), ("二级指标", 5, 1), ("佐证要求", 9, 3)):
        workbook[sheet].delete_rows(row, count)
    workbook.save(file)
    return file


@pytest.mark.parametrize("name", ["scheme.xlsx", "scheme.toml"])
def test_what_is_exported_is_what_is_in_use(inside: CommandLine, tmp_path: Path, name: str) -> None:
    shown = inside.done("scheme", "show")
    written = inside.done("scheme", "export", tmp_path / name)
    assert written == {
        "file": str(tmp_path / name),
        "id": shown["id"],
        "version": shown["version"],
        "digest": shown["digest"],
    }
    taken = inside.done("scheme", "import", tmp_path / name)
    assert (taken["changed"], taken["written"]) == (False, False)
    assert taken["digest"] == shown["digest"]


def test_nothing_is_overwritten(inside: CommandLine, file: Path) -> None:
    before = file.read_bytes()
    inside.refused("bad_file", "scheme", "export", file)
    assert file.read_bytes() == before


def test_a_changed_scheme_is_shown_first_and_taken_then(inside: CommandLine, file: Path) -> None:
    before = inside.done("scheme", "show")
    change(file, E2=600, E3=400)
    plan = inside.done("scheme", "import", file, "--dry-run")
    assert (plan["changed"], plan["written"], plan["version"]) == (True, False, "1.1")
    assert plan["weights"] == [
        {"item": "organization.qualification", "before": 500, "after": 600},
        {"item": "organization.experience", "before": 500, "after": 400},
    ]
    assert plan["before"]["digest"] == before["digest"]
    assert inside.done("scheme", "show")["digest"] == before["digest"]
    done = inside.done("scheme", "import", file)
    assert done == plan | {"written": True}
    shown = inside.done("scheme", "show")
    assert (shown["version"], shown["digest"]) == ("1.1", plan["digest"])


def test_the_version_can_be_given(inside: CommandLine, file: Path) -> None:
    change(file, E2=600, E3=400)
    assert inside.done("scheme", "import", file, "--set-version", "2.0")["version"] == "2.0"
    change(file, E2=700, E3=300)
    inside.refused("bad_value", "scheme", "import", file, "--set-version", "2.0")


def test_losses_need_a_word(inside: CommandLine, file: Path) -> None:
    inside.done("rate", CODE, STAFF, "80")
    without_staff(file)
    plan = inside.done("scheme", "import", file, "--dry-run")
    assert plan["items"]["removed"] == [STAFF]
    [loss] = plan["losses"]
    assert (loss["code"], loss["item"], loss["ratings"], loss["evidence"]) == (CODE, STAFF, 1, 0)
    error = inside.refused("work_would_be_lost", "scheme", "import", file).error
    assert error["details"][0]["field"] == f"{CODE} · {STAFF}"
    assert inside.done("scheme", "show")["version"] == "1.0"
    assert inside.done("scheme", "lost") == []

    inside.done("scheme", "import", file, "--accept-losses")
    assert inside.done("scheme", "lost") == [loss]
    findings = inside.done("result", CODE)["findings"]
    assert [f["severity"] for f in findings if f["rule"] == "scheme"] == ["warning"]


def test_what_is_wrong_is_named_by_sheet_and_row(inside: CommandLine, file: Path) -> None:
    change(file, E2="=300+200")
    error = inside.refused("bad_scheme", "--lang", "en", "scheme", "import", file).error
    [detail] = error["details"]
    assert detail["field"] == "sheet “评审项”, row 2, “权重（万分比）”"
    assert detail["message"] == "holds a formula. Copy it and paste it back as a value."


def test_an_evaluator_cannot_change_it(inside: CommandLine, file: Path, tmp_path: Path) -> None:
    change(file, E2=600, E3=400)
    inside.done("scheme", "import", file, "--dry-run")
    evaluator = inside.done("init", tmp_path / "own", "--evaluator", "周明", "--role", "evaluator")
    own = ("--workspace", evaluator["workspace"])
    inside.refused("lead_only", *own, "scheme", "import", file)


def test_a_round_begins_with_a_scheme_from_a_workbook(
    cli: CommandLine, inside: CommandLine, file: Path, tmp_path: Path
) -> None:
    change(file, E2=600, E3=400)
    made = cli.done("init", tmp_path / "other", "--evaluator", "林一帆", "--scheme", file)
    shown = cli.done("scheme", "show", "--workspace", tmp_path / "other")
    items = [item for i in shown["dimensions"][0]["indicators"] for item in i["items"]]
    assert [item["weight_bp"] for item in items] == [600, 400, 500, 500]
    assert shown["digest"] == made["scheme_digest"] != inside.done("scheme", "show")["digest"]


def test_people_read_sentences(inside: CommandLine, file: Path) -> None:
    inside.done("rate", CODE, STAFF, "80")
    without_staff(file)
    said = inside.in_words("--lang", "en", "scheme", "import", file, "--dry-run").out
    assert "The scheme would be shanghai-2020 1.1." in said
    assert "Items that are gone: Staff" in said
    assert "Weight of Qualification: 5.00% → 10.00%" in said
    assert "1 rating" in said
