"""customers import, sample, call and result, to the letter of the contract."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.command_line import CODE, SECOND_CODE, CommandLine

PEOPLE = [(f"客户{number:02d}有限公司", f"138{number:08d}") for number in range(40)]
RESULT_KEYS = [
    *("completed", "satisfied", "rate", "interval", "meets_threshold", "denied", "dispositions"),
]
DISPOSITIONS = ["completed", "no_answer", "refused", "wrong_number", "not_a_customer"]


def write_customers(path: Path, rows: Sequence[tuple[str, str | None]]) -> Path:
    workbook = openpyxl.Workbook()
    for row in (("序号", "客户名称", "联系电话"), *((1, *row) for row in rows)):
        workbook.worksheets[0].append(list(row))
    workbook.save(path)
    return path


@pytest.fixture
def drawn(inside: CommandLine, tmp_path: Path) -> dict[str, Any]:
    """Forty customers came in and thirty were drawn; what `customers sample` said."""
    inside.done("customers", "import", CODE, write_customers(tmp_path / "c.xlsx", PEOPLE))
    found: dict[str, Any] = inside.done("customers", "sample", CODE, "--seed", "7")
    return found


def test_the_template_is_imported_as_it_was_filled_in(inside: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    assert inside.done("customers", "template", path) == {"file": str(path)}
    inside.refused("bad_file", "customers", "template", path)
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0].append(["丽水李记", "13812345678"])
    workbook.save(path)

    assert inside.done("customers", "import", CODE, path)["added"] == 1


def test_import_counts_what_it_does(inside: CommandLine, tmp_path: Path) -> None:
    sheet = write_customers(tmp_path / "c.xlsx", [*PEOPLE[:3], ("无号码", None)])

    would = inside.done("customers", "import", CODE, sheet, "--dry-run")
    did = inside.done("customers", "import", CODE, sheet)
    again = inside.done("customers", "import", CODE, "-", stdin=sheet.read_bytes())

    assert would == did == {"added": 4, "updated": 0, "skipped": 0, "errors": []}
    assert again == {"added": 0, "updated": 0, "skipped": 4, "errors": []}
    completed = write_customers(tmp_path / "d.xlsx", [("无号码", "021-62345678")])
    assert inside.done("customers", "import", CODE, completed)["updated"] == 1


def test_rows_with_errors_stay_out(inside: CommandLine, tmp_path: Path) -> None:
    rows = [*PEOPLE[:1], ("坏号码", "12345"), (PEOPLE[0][0], "+86 138 0000 0000")]
    sheet = write_customers(tmp_path / "c.xlsx", rows)

    inside.refused("bad_rows", "customers", "import", CODE, sheet, "--strict")
    assert inside.in_words("customers", "import", CODE, sheet, "--dry-run").code == 1
    inside.refused("nothing_to_draw", "customers", "sample", CODE)
    answer = inside("customers", "import", CODE, sheet)

    assert (answer.code, answer.err) == (1, "")
    errors = answer.document["errors"]
    assert [(e["row"], e["column"]) for e in errors] == [(3, "联系电话"), (4, "客户名称")]
    assert all(set(e) == {"row", "column", "message"} for e in errors)
    assert {k: v for k, v in answer.document.items() if k != "errors"} == {
        "added": 1,
        "updated": 0,
        "skipped": 0,
    }


def test_what_is_no_list_or_no_provider_is_refused(inside: CommandLine, tmp_path: Path) -> None:
    sheet = write_customers(tmp_path / "c.xlsx", PEOPLE[:1])
    (tmp_path / "bad.xlsx").write_bytes(b"no workbook")

    inside.refused("bad_file", "customers", "import", CODE, tmp_path / "bad.xlsx")
    inside.refused("bad_file", "customers", "import", CODE, tmp_path / "none.xlsx")
    inside.refused("unknown_provider", "customers", "import", "913100000000000000", sheet)


def test_d9_the_sample_can_be_drawn_again_by_anyone(
    inside: CommandLine, drawn: dict[str, Any]
) -> None:
    assert list(drawn) == ["population", "size", "seed", "customers"]
    assert (drawn["population"], drawn["size"], drawn["seed"]) == (40, 30, 7)
    order = sorted(PEOPLE, key=lambda p: hashlib.sha256(f"7\n{p[1]}\n{p[0]}".encode()).digest())
    shown = drawn["customers"]
    assert [c["phone"] for c in shown] == [f"138****{phone[-4:]}" for _name, phone in order]
    assert [c["reserve"] for c in shown] == [False] * 30 + [True] * 10
    assert [list(c) for c in shown] == [["id", "name", "phone", "reserve"]] * 40
    assert {c["name"] for c in shown} == {"客**"}

    assert inside.done("customers", "sample", CODE) == drawn
    assert inside.done("customers", "sample", CODE, "--seed", "007") == drawn
    assert inside.done("customers", "sample", CODE, "--seed", "8") != drawn


def test_names_and_numbers_come_out_masked(inside: CommandLine, drawn: dict[str, Any]) -> None:
    customer = drawn["customers"][0]["id"]
    calls = [
        inside.in_words("customers", "sample", CODE),
        inside.in_words("customers", "call", CODE, customer, "refused"),
        inside.in_words("customers", "result", CODE),
        inside.in_words("history"),
        inside.in_words("result", CODE),
    ]

    for answer in calls:
        assert answer.code == 0, answer
        for name, phone in PEOPLE:
            assert name not in answer.out
            assert phone not in answer.out


@pytest.mark.parametrize("seed", ["-1", "x", "1.5", "７", "9007199254740992", "1" * 30, ""])
def test_d9_a_seed_is_a_whole_number(inside: CommandLine, tmp_path: Path, seed: str) -> None:
    inside.done("customers", "import", CODE, write_customers(tmp_path / "c.xlsx", PEOPLE[:2]))

    inside.refused("bad_value", "customers", "sample", CODE, f"--seed={seed}")
    assert inside.done("customers", "sample", CODE, "--seed", "9007199254740991")["size"] == 2


def test_an_interview_is_replaced_only_where_it_is_said(
    inside: CommandLine, drawn: dict[str, Any]
) -> None:
    call = ("customers", "call", CODE, drawn["customers"][0]["id"])
    inside.done(*call, "completed", "--service-real", "yes", "--satisfaction", "5")

    assert inside.done(*call, "no_answer")["attempts"] == 2
    assert inside.done("customers", "result", CODE)["completed"] == 1

    assert inside.done(*call, "no_answer", "--replace")["attempts"] == 3
    assert inside.done("customers", "result", CODE)["completed"] == 0
    inside.refused("bad_value", *call, "completed", "--replace")


def test_d7_d8_calls_and_what_they_come_to(inside: CommandLine, drawn: dict[str, Any]) -> None:
    ids = [customer["id"] for customer in drawn["customers"]]
    for customer in ids[:14]:
        inside.done(
            *("customers", "call", CODE, customer, "completed"),
            *("--service-real", "yes", "--satisfaction", "5"),
        )
    answers = [("yes", ("--satisfaction", "2")), ("no", ())]
    for customer, (real, more) in zip(ids[14:16], answers, strict=True):
        call = ("customers", "call", CODE, customer, "completed", "--service-real", real)
        inside.done(*call, *more)
    inside.done("customers", "call", CODE, ids[16], "wrong_number")
    for number in (1, 2, 3):
        said = inside.done("customers", "call", CODE, ids[17], "no_answer")
        assert said == {"customer": ids[17], "disposition": "no_answer", "attempts": number}

    result = inside.done("customers", "result", CODE)

    assert list(result) == RESULT_KEYS
    assert result == {
        "completed": 15,
        "satisfied": 14,
        "rate": "93.33",
        "interval": ["70.18", "98.81"],
        "meets_threshold": True,
        "denied": 1,
        "dispositions": dict(zip(DISPOSITIONS, (16, 1, 0, 1, 0), strict=True)),
    }
    rules = {f["rule"] for f in inside.done("result", CODE)["findings"]}
    assert {"D8", "D9"} <= rules


def test_d7_without_an_interview_there_is_no_rate(
    inside: CommandLine, drawn: dict[str, Any]
) -> None:
    inside.done("customers", "call", CODE, drawn["customers"][0]["id"], "refused")

    for code, refused in ((CODE, 1), (SECOND_CODE, 0)):
        result = inside.done("customers", "result", code)
        assert result == {
            "completed": 0,
            "satisfied": 0,
            "rate": None,
            "interval": None,
            "meets_threshold": None,
            "denied": 0,
            "dispositions": dict(zip(DISPOSITIONS, (0, 0, refused, 0, 0), strict=True)),
        }


@pytest.mark.parametrize(
    "answers",
    [
        ("completed",),
        ("completed", "--service-real", "yes"),
        ("completed", "--satisfaction", "5"),
        ("completed", "--service-real", "no", "--satisfaction", "5"),
        ("no_answer", "--service-real", "yes"),
        ("refused", "--satisfaction", "1"),
    ],
)
def test_answers_that_do_not_fit_are_refused(
    inside: CommandLine, drawn: dict[str, Any], answers: tuple[str, ...]
) -> None:
    customer = drawn["customers"][0]["id"]

    refused = inside.refused("bad_value", "customers", "call", CODE, customer, *answers)

    assert {d["field"] for d in refused.error["details"]} <= {"service_real", "satisfaction"}
    assert sum(inside.done("customers", "result", CODE)["dispositions"].values()) == 0


@pytest.mark.parametrize(
    "answers",
    [
        ("busy",),
        ("completed", "--service-real", "maybe"),
        ("completed", "--service-real", "yes", "--satisfaction", "6"),
        ("completed", "--service-real", "yes", "--satisfaction", "0"),
    ],
)
def test_what_no_call_can_say_is_refused(inside: CommandLine, answers: tuple[str, ...]) -> None:
    inside.refused("usage", "customers", "call", CODE, "0" * 32, *answers)


def test_who_is_no_customer_is_refused(inside: CommandLine, drawn: dict[str, Any]) -> None:
    customer = drawn["customers"][0]["id"]

    inside.refused("unknown_customer", "customers", "call", CODE, "0" * 32, "refused")
    inside.refused("unknown_customer", "customers", "call", SECOND_CODE, customer, "refused")


def test_in_words(inside: CommandLine, drawn: dict[str, Any], tmp_path: Path) -> None:
    more = write_customers(tmp_path / "more.xlsx", [("无号码", None)])
    assert inside.in_words("customers", "import", CODE, more).code == 0

    english = ("--lang", "en")
    said = inside.in_words("customers", "sample", CODE, *english).out
    assert "Population 40, sample 30, seed 7." in said
    assert "Counted apart (no number that can be called, or twice in the list): 1." in said
    assert "SHA-256" in said
    assert "no valid sample" in inside.in_words("customers", "result", CODE, *english).out
    call = ("customers", "call", CODE, drawn["customers"][0]["id"], "completed")
    answers = ("--service-real", "yes", "--satisfaction", "2")
    assert "Reached, attempt 1" in inside.in_words(*call, *answers, *english).out
    said = inside.in_words("customers", "result", CODE, *english).out
    assert "Satisfied 0 of 1: 0.00% (Wilson interval 0.00 to 79.35)" in said
    assert "The threshold of 90% is not reached." in said


def test_a_customer_is_erased_for_good(inside: CommandLine, drawn: dict[str, Any]) -> None:
    customer = drawn["customers"][0]["id"]
    inside.refused("bad_value", "customers", "erase", SECOND_CODE, customer, "--reason", "来函")
    inside.refused("reason_missing", "customers", "erase", CODE, customer, "--reason", " ")

    answer = inside.done("customers", "erase", CODE, customer, "--reason", "来函")

    assert list(answer) == ["objects", "backups"]
    assert answer["objects"] == 1
    inside.refused("bad_value", "customers", "erase", CODE, customer, "--reason", "来函")
    assert inside.done("check")["ok"] is True
