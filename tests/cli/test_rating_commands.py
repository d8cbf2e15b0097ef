"""rate, consensus, result, results, scheme show."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import CODE, SECOND_CODE, CommandLine, write_facts

ITEM = "organization.staff"
RESULT_KEYS = [
    *("code", "score", "points_so_far", "weight_rated_bp", "provisional", "dimensions", "tier"),
    *("shop_points", "findings", "class", "rank"),
]
ITEM_KEYS = ["id", "rating", "ratings", "weight_bp", "points", "evidence", "findings"]


def items_of(document: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {item["id"]: item for d in document["dimensions"] for item in d["items"]}


def test_scheme_show(inside: CommandLine) -> None:
    scheme = inside.done("scheme", "show")

    keys = ("id", "version", "digest", "weights_official", "dimensions", "rules", "tiers")
    assert list(scheme) == [*keys, "parameters"]
    assert (scheme["id"], scheme["weights_official"]) == ("shanghai-2020", False)
    indicators = [i for d in scheme["dimensions"] for i in d["indicators"]]
    items = [item for indicator in indicators for item in indicator["items"]]
    assert (len(scheme["dimensions"]), len(indicators), len(items)) == (5, 13, 15)
    assert sum(item["weight_bp"] for item in items) == 10_000
    assert set(items[0]["name"]) == {"zh", "en"}
    whens = {r["when"] for item in items for r in item["requirements"]}
    assert whens == {"always", "if_any", "one_of", "law_firm", "not_law_firm"}
    assert (len(scheme["rules"]), len(scheme["tiers"])) == (17, 15)
    assert scheme["parameters"]["reason_required_below"] == "60"
    assert "Sample weights" in inside.in_words("scheme", "show", "--lang", "en").out


@pytest.mark.parametrize(
    ("typed", "rating"),
    [("80", "80"), ("80.5", "80.5"), ("80.0", "80"), ("８０。5", "80.5"), ("na", "na"), ("0", "0")],
)
def test_rate(inside: CommandLine, typed: str, rating: str) -> None:
    assert inside.done("rate", CODE, ITEM, typed) == {"item": ITEM, "rating": rating}

    item = items_of(inside.done("result", CODE))[ITEM]
    assert item["ratings"] == [{"evaluator": "林一帆", "rating": rating, "reason": None}]
    assert item["rating"] == rating


@pytest.mark.parametrize("value", ["101", "80.55", "-5", "eighty", "", "1e1"])
def test_what_is_no_rating(inside: CommandLine, value: str) -> None:
    inside.refused("bad_rating", "rate", CODE, ITEM, value)
    inside.refused("unknown_item", "rate", CODE, "nothing", "80")


def test_a_reason_that_is_too_long_is_refused_before_it_is_written(inside: CommandLine) -> None:
    before = inside.done("dump")

    answer = inside.refused("bad_value", "rate", CODE, ITEM, "50", "--reason", "r" * 20_001)

    assert "20000" in answer.error["details"][0]["message"]
    assert inside.done("dump") == before


def test_two_persons(inside: CommandLine) -> None:
    inside.done("rate", CODE, ITEM, "80", "--reason", "不错")
    inside.done("--as", "周明", "rate", CODE, ITEM, "80.5")
    item = items_of(inside.done("result", CODE))[ITEM]
    assert (item["rating"], item["points"]) == ("80.25", "4.01")

    inside.done("--as", "周明", "rate", CODE, ITEM, "60")
    item = items_of(inside.done("result", CODE))[ITEM]
    assert (item["rating"], item["points"], len(item["ratings"])) == (None, None, 2)
    assert [f["rule"] for f in item["findings"] if f["severity"] == "blocks_final"] == ["D10"]

    answer = inside.done("consensus", CODE, ITEM, "72.5", "--reason", "会商")
    assert answer == {"item": ITEM, "consensus": "72.5"}
    item = items_of(inside.done("result", CODE))[ITEM]
    assert (item["rating"], len(item["ratings"])) == ("72.5", 2)
    inside.refused("reason_missing", "consensus", CODE, ITEM, "70", "--reason", "")


def test_a_consensus_is_for_leads(inside: CommandLine, cli: CommandLine, tmp_path: Path) -> None:
    package, path = tmp_path / "p.evpkg", tmp_path / "w"
    inside.done("export", package)
    cli.done("init", path, "--evaluator", "周明", "--from", package)
    consensus = ("consensus", CODE, ITEM, "70", "--reason", "r", "--workspace", path)

    cli.refused("lead_only", *consensus)
    cli.done(*consensus, "--as", "林一帆")  # listed as a lead in the round


def test_result(inside: CommandLine, evidence: str, tmp_path: Path) -> None:
    empty = inside.done("result", SECOND_CODE)
    assert list(empty) == [*RESULT_KEYS, "scheme", "explanation"]
    assert [list(item) for item in items_of(empty).values()] == [ITEM_KEYS] * 15
    assert (empty["score"], empty["points_so_far"], empty["weight_rated_bp"]) == (None, "0.00", 0)
    assert (empty["tier"], empty["shop_points"], empty["class"]) == (None, None, None)
    assert empty["provisional"] is True

    inside.done("verify", evidence, "verified")
    for item in items_of(empty):
        inside.done("rate", CODE, item, "83.5")
    inside.done("shop", "set", CODE, write_facts(tmp_path / "facts.json"))
    full = inside.done("result", CODE)

    assert (full["score"], full["points_so_far"], full["weight_rated_bp"]) == (
        "83.50",
        "83.50",
        10_000,
    )
    assert (full["tier"], full["shop_points"], full["class"]) == ("diamond_3", 2470, "passed")
    assert full["provisional"] is False
    assert [(d["score"], d["weight"]) for d in full["dimensions"]] == [("83.50", "20.00")] * 5
    staff = items_of(full)[ITEM]
    assert (staff["weight_bp"], staff["points"]) == (500, "4.18")
    assert [(e["id"], e["outcome"]) for e in staff["evidence"]] == [(evidence, "verified")]
    assert {tuple(f) for f in full["findings"]} == {("severity", "rule", "place", "text")}
    words = inside.in_words("result", CODE, "--lang", "en").out
    assert "Score 83.50" in words
    assert "Diamond 3" in words


def test_not_applicable_weights_go_over_to_the_rest(inside: CommandLine) -> None:
    ids = list(items_of(inside.done("result", CODE)))
    for item in ids:
        is_management = item.startswith("management")
        inside.done("rate", CODE, item, "na" if is_management else "90", "--reason", "无此业务")

    found = inside.done("result", CODE)

    assert found["score"] == "90.00"
    weights = {d["id"]: (d["weight"], d["score"]) for d in found["dimensions"]}
    assert weights["management"] == ("0.00", None)
    assert weights["organization"] == ("25.00", "90.00")
    assert items_of(found)["management.systems"]["rating"] == "na"


def test_results(inside: CommandLine) -> None:
    found = inside.done("results")

    assert [r["code"] for r in found] == [CODE, SECOND_CODE]
    assert found[0] == inside.done("result", CODE)
    assert CODE in inside.in_words("results").out


def test_evaluators_do_not_see_each_other_before_they_submit(
    inside: CommandLine, cli: CommandLine, tmp_path: Path
) -> None:
    inside.done("rate", CODE, ITEM, "80")
    inside.done("--as", "何书语", "rate", CODE, ITEM, "84")
    inside.done("export", tmp_path / "p.evpkg")
    path = tmp_path / "w"
    cli.done("init", path, "--evaluator", "周明", "--from", tmp_path / "p.evpkg")
    laptop = ("--workspace", path)

    def seen(*arguments: str) -> list[tuple[str, str]]:
        result = cli.done("result", CODE, *laptop, *arguments)
        assert result in cli.done("results", *laptop, *arguments)
        assert result["provisional"] is True
        return [(r["evaluator"], r["rating"]) for r in items_of(result)[ITEM]["ratings"]]

    assert seen() == []
    assert seen("--as", "何书语") == [("何书语", "84")]
    assert seen("--as", "林一帆") == [("何书语", "84"), ("林一帆", "80")]


def test_every_number_is_explained(inside: CommandLine, tmp_path: Path) -> None:
    inside.done("rate", CODE, ITEM, "83.5")
    inside.done("shop", "set", CODE, write_facts(tmp_path / "facts.json"))

    result = inside.done("result", CODE)
    found = result["explanation"]

    keys = [step.get("key") for step in found["steps"]]
    assert keys[:3] == ["score", "weight_rated", "maximum"]
    assert {"shop", "tier", "next_tier"} <= set(keys)
    score = found["steps"][0]
    assert (score["shown"], score["value"], score["rule"]) == ("4.18", "4.18", "D2")
    assert score["formula"] == "round(4.175, 2)"
    assert set(found["clauses"]) >= {"D2", "D10", "P6"}
    read = [reading["clause"] for reading in found["readings"]]
    assert {"D2", "D10", "P6"} <= set(read) <= set(found["clauses"])
    shown = inside.done("scheme", "show")
    assert result["scheme"] == {key: shown[key] for key in ("id", "version", "digest")}
    (rating,) = (step for step in inputs_of(score) if step.get("key") == f"rating:{ITEM}")
    (own,) = rating["steps"]
    assert (own["value"], own["rule"]) == ("83.5", "D10")
    assert own["recorded"][0]["author"] == "林一帆"
    shop = inside.done("shop", "show", CODE)["explanation"]
    assert shop["steps"] == [s for s in found["steps"] if s.get("key") in SHOP_KEYS]


SHOP_KEYS = ("shop", "tier", "next_tier")


def inputs_of(step: dict[str, Any]) -> list[dict[str, Any]]:
    below = [found for child in step.get("steps", ()) for found in inputs_of(child)]
    return [step, *below]


def test_people_read_it_in_both_languages(inside: CommandLine, tmp_path: Path) -> None:
    inside.done("rate", CODE, ITEM, "83.5")
    inside.done("shop", "set", CODE, write_facts(tmp_path / "facts.json"))

    assert "round(" not in inside.in_words("result", CODE).out
    english = inside.in_words("result", CODE, "--explain", "--lang", "en").out
    assert "Points so far: 4.18 = round(4.175, 2)  [D2]" in english
    assert "Rating of 林一帆: 83.5" in english
    assert "recorded by 林一帆, 20" in english
    assert "D10  Ratings belong to persons." in english
    chinese = inside.in_words("result", CODE, "--explain").out
    assert "4.18 = round(4.175, 2)" in chinese
    shop = inside.in_words("shop", "show", CODE, "--explain", "--lang", "en").out
    assert "min(26 × 10, 200)" in shop
