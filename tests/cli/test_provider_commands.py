"""providers, assign and the steps of a provider."""

import os
from pathlib import Path

import openpyxl
import pytest

from tests.cli.command_line import (
    CODE,
    CONTACT,
    NAME,
    PHONE,
    SECOND_CODE,
    CommandLine,
    write_list,
)

ROW_KEYS = [
    *("code", "name", "state", "rated", "items", "evidence", "checked", "score", "tier"),
    "conflicts",
]


def test_the_template_is_imported_as_it_was_filled_in(
    inside: CommandLine, cli: CommandLine, tmp_path: Path
) -> None:
    path = tmp_path / "template.xlsx"
    assert cli.done("providers", "template", path) == {"file": str(path)}
    cli.refused("bad_file", "providers", "template", path)
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0]["A3"] = "新的机构"
    workbook.save(path)

    found = inside.done("providers", "import", path)

    assert found == {"added": 1, "updated": 0, "skipped": 0, "errors": []}


def test_import_counts_what_it_does(inside: CommandLine, tmp_path: Path) -> None:
    rows = [(NAME, CODE, CONTACT, PHONE), ("改名咨询中心", SECOND_CODE, None, None)]
    sheet = write_list(tmp_path / "again.xlsx", [*rows, ("第三家", None, None, None)])

    would = inside.done("providers", "import", sheet, "--dry-run")
    assert [r["name"] for r in inside.done("providers", "list")] != ["改名咨询中心", NAME]
    did = inside.done("providers", "import", sheet)

    assert would == did == {"added": 1, "updated": 1, "skipped": 1, "errors": []}
    names = {r["name"] for r in inside.done("providers", "list")}
    assert names == {NAME, "改名咨询中心", "第三家"}


def test_rows_with_errors_stay_out(inside: CommandLine, tmp_path: Path) -> None:
    sheet = write_list(tmp_path / "l.xlsx", [("好", None, None, None), ("坏", "12", None, "abc")])

    strict = inside.refused("bad_rows", "providers", "import", sheet, "--strict")
    assert strict.out == ""
    assert {tuple(d) for d in strict.error["details"]} == {("field", "message")}
    assert len(inside.done("providers", "list")) == 2

    answer = inside("providers", "import", sheet)
    assert (answer.code, answer.err, answer.document["added"]) == (1, "", 1)
    assert [(e["row"], e["column"]) for e in answer.document["errors"]] == [
        (3, "统一社会信用代码"),
        (3, "联系电话"),
    ]
    assert all(e["message"] for e in answer.document["errors"])
    assert len(inside.done("providers", "list")) == 3
    assert inside.in_words("providers", "import", sheet, "--dry-run").code == 1


def test_a_list_from_standard_input(inside: CommandLine, tmp_path: Path) -> None:
    sheet = write_list(tmp_path / "l.xlsx", [("第三家", None, None, None)]).read_bytes()

    assert inside.done("providers", "import", "-", stdin=sheet)["added"] == 1
    inside.refused("bad_file", "providers", "import", "-", stdin=b"no workbook")


def test_what_is_no_list_is_refused_at_once(inside: CommandLine, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "text.xlsx").write_text("text")
    for name in ("nowhere.xlsx", "pipe", "text.xlsx", "", "../"):
        answer = inside.refused("bad_file", "providers", "import", tmp_path / name)
        assert answer.out == ""


def test_list(inside: CommandLine) -> None:
    rows = inside.done("providers", "list")

    assert [list(row) for row in rows] == [ROW_KEYS, ROW_KEYS]
    assert rows[0] == {
        "code": CODE,
        "name": NAME,
        "state": "open",
        "rated": 0,
        "items": 15,
        "evidence": 0,
        "checked": 0,
        "score": None,
        "tier": None,
        "conflicts": 0,
    }
    assert NAME in inside.in_words("providers", "list").out


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("雁栖", [CODE]),
        ("szzx", [SECOND_CODE]),
        ("SZZX", [SECOND_CODE]),
        (CODE[:10], [CODE]),
        (CODE[-4:].lower(), [CODE]),
        ("zzzz", []),
        ("", [CODE, SECOND_CODE]),
    ],
)
def test_search(inside: CommandLine, text: str, codes: list[str]) -> None:
    found = inside.done("providers", "list", "--search", text)

    assert [row["code"] for row in found] == codes


def test_contacts_are_shown_nowhere(inside: CommandLine) -> None:
    commands = [
        *(("providers", "list"), ("history",), ("history", CODE), ("dump",), ("result", CODE)),
        *(("results",), ("check",), ("conflicts",), ("shop", "show", CODE)),
    ]
    for command in commands:
        for answer in (inside(*command), inside.in_words(*command)):
            assert answer.code == 0
            assert CONTACT not in answer.out
            assert PHONE not in answer.out


def test_assign(inside: CommandLine, cli: CommandLine, tmp_path: Path) -> None:
    items = ("organization.staff", "management.systems")
    found = inside.done("assign", "周明", CODE, SECOND_CODE, "--items", *items)

    assert found == [
        {"code": code, "evaluator": "周明", "items": list(items)} for code in (CODE, SECOND_CODE)
    ]
    inside.refused("unknown_item", "assign", "周明", CODE, "--items", "nothing")
    inside.refused("unknown_provider", "assign", "周明", "nobody")
    inside.done("export", tmp_path / "task.evpkg", "--task", "周明")
    w = tmp_path / "w"
    cli.done("init", w, "--evaluator", "周明", "--from", tmp_path / "task.evpkg")
    cli.refused("lead_only", "assign", "周明", CODE, "--workspace", w)


def rate_everything(inside: CommandLine, tmp_path: Path) -> None:
    """Leave nothing that blocks the submission of the first provider."""
    file = tmp_path / "proof.pdf"
    file.write_bytes(b"%PDF-1.7 proof")
    scheme = inside.done("scheme", "show")
    items = [i for d in scheme["dimensions"] for n in d["indicators"] for i in n["items"]]
    for item in items:
        if item["requirements"]:
            (added,) = inside.done("evidence", "add", CODE, item["id"], file)
            inside.done("verify", added["id"], "verified")
        inside.done("rate", CODE, item["id"], "80")


def test_the_steps_of_a_provider(inside: CommandLine, tmp_path: Path) -> None:
    blocked = inside.refused("wrong_step", "submit", CODE)
    assert NAME in blocked.error["message"]
    rate_everything(inside, tmp_path)

    def step(*arguments: str) -> tuple[str, int]:
        found = inside.done(arguments[0], CODE, *arguments[1:])
        assert found["code"] == CODE
        return found["state"], found["version"]

    inside.refused("wrong_step", "lock", CODE)
    assert step("submit") == ("submitted", 0)
    inside.refused("reason_missing", "return", CODE, "--reason", " ")
    assert step("return", "--reason", "补充合同") == ("returned", 0)
    assert step("submit") == ("submitted", 0)
    assert step("lock") == ("locked", 1)
    inside.refused("locked", "rate", CODE, "organization.staff", "90")
    inside.refused("wrong_step", "lock", CODE)
    assert inside.done("providers", "list")[0]["state"] == "locked"
    inside.refused("reason_missing", "unlock", CODE, "--reason", "")
    assert step("unlock", "--reason", "更正") == ("submitted", 1)
    assert step("lock") == ("locked", 2)
    assert inside.in_words("unlock", CODE, "--reason", "再次更正").code == 0


def test_one_provider_is_added_by_hand(inside: CommandLine) -> None:
    added = inside.done("providers", "add", "--name", "新来的律师事务所", "--law-firm")
    assert (added["name"], added["code"]) == ("新来的律师事务所", None)
    names = [row["name"] for row in inside.done("providers", "list")]
    assert "新来的律师事务所" in names


def test_a_likely_second_copy_is_refused_until_it_is_said_to_be_another(
    inside: CommandLine,
) -> None:
    known = inside.done("providers", "list")[0]
    name = ("providers", "add", "--name", f"上海{known['name']}")

    refused = inside.refused("similar_providers", *name)

    assert known["name"] in refused.error["message"]
    assert inside.done(*name, "--another")["name"] == f"上海{known['name']}"


def test_a_wrong_check_digit_by_hand_wants_a_reason(inside: CommandLine) -> None:
    call = ("providers", "add", "--name", "数字不对的机构", "--code", "91310104MA1FR00007")

    inside.refused("check_digit", *call)
    assert inside.done(*call, "--reason", "旧证如此")["code"] == "91310104MA1FR00007"


def test_an_import_says_which_new_rows_look_like_a_provider(
    inside: CommandLine, tmp_path: Path
) -> None:
    known = inside.done("providers", "list")[0]["name"]
    path = write_list(tmp_path / "similar.xlsx", [[f"上海{known}", None, None, None]])

    said = inside.in_words("providers", "import", path, "--dry-run", "--lang", "en")

    assert f"row 2 may be {known}" in said.out


def test_providers_import_strict_says_each_row_in_order(
    inside: CommandLine, tmp_path: Path
) -> None:
    rows = [("甲中心", None), ("甲中心", None), ("", CODE), ("乙中心", "91")]
    sheet = write_list(tmp_path / "bad.xlsx", [(*row, None, None) for row in rows])

    said = inside.in_words("providers", "import", sheet, "--strict")
    first, *lines = said.err.splitlines()
    errors = inside("providers", "import", sheet, "--dry-run").document["errors"]

    assert (said.code, said.out, first.startswith("错误：")) == (2, "", True)
    assert [error["row"] for error in errors] == [3, 4, 5]
    assert [line.split()[1] for line in lines] == ["3", "4", "5"]


def test_providers_import_says_what_deserves_a_look(inside: CommandLine, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["机构名称", "统一社会信用代码", "电话号"])
    sheet.append(["丙中心", CODE[:-1] + "0", "13812345678"])
    workbook.save(tmp_path / "list.xlsx")

    said = inside.in_words("providers", "import", tmp_path / "list.xlsx")

    assert (said.code, said.err) == (0, "")
    assert len([line for line in said.out.splitlines() if line.startswith("提示")]) == 1
    assert "电话号" in said.out
