"""shop points, shop set, shop show."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import CODE, FACTS, SECOND_CODE, CommandLine, write_facts

POINT_KEYS = ["lines", "total", "tier", "next_tier", "points_to_next", "warnings"]


def points(cli: CommandLine, facts: object) -> Any:
    return cli.done("shop", "points", "-", stdin=json.dumps(facts).encode())


def bare(**changes: Any) -> dict[str, Any]:
    """A shop of no points at all, with some facts changed."""
    nobody = {"personal": 0, "enterprise": 0}
    facts: dict[str, Any] = {
        "cutoff": "2020-12-31",
        "registered_on": "2020-12-31",
        "login_dates": [],
        "has_introduction": False,
        "has_website": False,
        "is_decorated": False,
        "certificates": 0,
        "products": 0,
        "purchases": 0,
        "replies": 0,
        "followers": nobody,
        "praise": nobody,
        "comments": nobody,
        "ratings": {"good": 0, "all": 0},
    }
    return facts | changes


def test_the_worked_example(cli: CommandLine, tmp_path: Path) -> None:
    found = cli.done("shop", "points", write_facts(tmp_path / "facts.json"))

    assert list(found) == POINT_KEYS
    assert found["lines"][0] == {
        "rule": "company_info.registration_years",
        "quantity": 12,
        "points": 60,
        "uncapped_points": 60,
    }
    assert len(found["lines"]) == 17
    assert {k: found[k] for k in POINT_KEYS[1:]} == {
        "total": 2470,
        "tier": "diamond_3",
        "next_tier": "diamond_4",
        "points_to_next": 531,
        "warnings": [],
    }
    words = cli.in_words("shop", "points", tmp_path / "facts.json", "--lang", "en").out
    assert "Total 2470: Diamond 3" in words
    assert "531 points to Diamond 4" in words


@pytest.mark.parametrize(
    ("total", "tier"),
    [
        (0, None),
        (100, "star_1"),
        (101, "star_2"),
        (500, "star_5"),
        (501, "diamond_1"),
        (5000, "diamond_5"),
        (5001, "crown_1"),
        (80000, "crown_4"),
        (80001, "crown_5"),
    ],
)
def test_the_bounds(cli: CommandLine, total: int, tier: str | None) -> None:
    tens, ones = divmod(total, 10)
    facts = bare(purchases=tens, comments={"personal": ones, "enterprise": 0})

    found = points(cli, facts)

    assert (found["total"], found["tier"]) == (total, tier)
    if tier == "crown_5":
        assert (found["next_tier"], found["points_to_next"]) == (None, None)


def test_warnings_are_sentences(cli: CommandLine) -> None:
    facts = bare(replies=5)
    (warning,) = points(cli, facts)["warnings"]

    assert "5" in warning
    data = json.dumps(facts).encode()
    assert warning in cli.in_words("shop", "points", "-", stdin=data).out


def test_an_array(cli: CommandLine) -> None:
    bad = {k: v for k, v in FACTS.items() if k != "products"} | {"purchases": -1, "odd": 1}
    twice = json.dumps(FACTS).replace('"products"', '"purchases": 1, "products"')
    data = f"[{json.dumps(FACTS)}, {json.dumps(bad)}, {twice}, 7, {json.dumps(bare())}]"

    answer = cli("shop", "points", "-", stdin=data.encode())

    assert (answer.code, answer.err) == (1, "")
    first, second, third, fourth, fifth = answer.document
    assert (first["total"], fifth["total"]) == (2470, 0)
    assert (set(second), second["error"]) == ({"error", "details"}, "bad_facts")
    assert {d["field"] for d in second["details"]} == {"products", "purchases", "odd"}
    assert [set(d) for d in second["details"]] == [{"field", "message"}] * 3
    assert [d["field"] for d in third["details"]] == ["purchases"]
    assert fourth["error"] == "bad_facts"
    assert points(cli, []) == []
    assert cli.in_words("shop", "points", "-", stdin=data.encode()).code == 1


def test_an_array_of_thousands(cli: CommandLine) -> None:
    found = points(cli, [FACTS] * 5000)

    assert [f["total"] for f in found] == [2470] * 5000


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"products": -1}, "products"),
        ({"products": 1.5}, "products"),
        ({"products": True}, "products"),
        ({"products": "18"}, "products"),
        ({"has_website": 1}, "has_website"),
        ({"followers": {"personal": 1}}, "followers.enterprise"),
        ({"registered_on": "2021-01-01"}, "registered_on"),
        ({"registered_on": "2020-02-30"}, "registered_on"),
        ({"login_dates": ["2020-01-01"]}, "login_dates"),
        ({"login_streaks": 5}, "login_streaks"),
        ({"ratings": {"good": 96, "all": 95}}, "ratings.good"),
        ({"surprise": 1}, "surprise"),
    ],
)
def test_bad_facts_name_the_field(cli: CommandLine, changes: dict[str, Any], field: str) -> None:
    data = json.dumps(FACTS | changes).encode()

    answer = cli.refused("bad_facts", "shop", "points", "-", stdin=data)

    assert answer.out == ""
    assert field in {d["field"] for d in answer.error["details"]}


@pytest.mark.parametrize("data", [b"", b"{", b"null", b"7", b'"text"', b"\xff\xfe", b"[1e999"])
def test_what_are_no_facts(cli: CommandLine, data: bytes) -> None:
    cli.refused("bad_facts", "shop", "points", "-", stdin=data)


def test_what_is_no_file(cli: CommandLine, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("nowhere.json", "pipe", ".", "\0"):
        cli.refused("bad_file", "shop", "points", f"{tmp_path}/{name}")


def test_set_and_show(inside: CommandLine, tmp_path: Path) -> None:
    nothing = dict.fromkeys(("facts", "points", "ways_to_next", "explanation"))
    assert inside.done("shop", "show", CODE) == {"code": CODE, **nothing}
    assert inside.in_words("shop", "show", CODE).code == 0
    facts = {k: v for k, v in FACTS.items() if k != "cutoff"}

    found = inside.done("shop", "set", CODE, "-", stdin=json.dumps(facts).encode())

    assert found["facts"] == FACTS
    assert found["points"] == points(inside, FACTS)
    assert inside.done("shop", "show", CODE) == found
    row = inside.done("providers", "list")[0]
    assert (row["code"], row["tier"]) == (CODE, "diamond_3")
    assert "2470" in inside.in_words("shop", "show", CODE).out


def test_setting_the_same_again_writes_nothing(inside: CommandLine, tmp_path: Path) -> None:
    file = write_facts(tmp_path / "facts.json")
    inside.done("shop", "set", CODE, file)
    before = inside.done("dump")
    inside.done("shop", "set", CODE, file)
    assert inside.done("dump") == before
    inside.done("shop", "set", CODE, write_facts(file, purchases=121))
    assert len(inside.done("dump", "--history")) == len([x for x in before if "id" in x]) + 1


def test_bad_facts_are_not_recorded(inside: CommandLine, tmp_path: Path) -> None:
    before = inside.done("dump")
    for changes in ({"products": -1}, {"cutoff": "2019-12-31"}):
        file = write_facts(tmp_path / "facts.json", **changes)
        inside.refused("bad_facts", "shop", "set", SECOND_CODE, file)
    inside.refused("unknown_provider", "shop", "set", "nobody", file)
    assert inside.done("dump") == before
