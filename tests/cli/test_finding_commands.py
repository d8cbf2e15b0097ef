"""findings, class, and the ranks of results: one list, the same in every place."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import CODE, NAME, SECOND_CODE, CommandLine

ITEM = "organization.staff"
KEYS = ["severity", "rule", "place", "text"]


def rate_all(line: CommandLine, code: str, value: str, *person: str) -> None:
    for dimension in line.done("result", code)["dimensions"]:
        for item in dimension["items"]:
            line.done("rate", code, item["id"], value, "--reason", "依据", *person)


def test_the_list_is_that_of_result(inside: CommandLine, evidence: str) -> None:
    inside.done("rate", CODE, ITEM, "50")
    inside.done("verify", evidence, "false")

    found = inside.done("findings", CODE)

    assert found == inside.done("result", CODE)["findings"]
    assert {tuple(one) for one in found} == {tuple(KEYS)}
    words = inside.in_words("findings", CODE).out
    assert all(one["text"] in words for one in found)


def test_the_round_has_its_own_first_and_then_each_provider(inside: CommandLine) -> None:
    found = inside.done("findings")

    assert {tuple(one) for one in found} == {("code", "name", *KEYS)}
    assert [(one["code"], one["rule"]) for one in found[:1]] == [(None, "D1")]
    assert list(dict.fromkeys(one["code"] for one in found)) == [None, CODE, SECOND_CODE]
    for code in (CODE, SECOND_CODE):
        own = [{key: one[key] for key in KEYS} for one in found if one["code"] == code]
        everything = inside.done("findings", code)
        assert own == [one for one in everything if one["place"] != "round"]
    assert NAME in inside.in_words("findings").out


def test_class(inside: CommandLine, evidence: str) -> None:
    reason = ("--reason", "见笔录")
    inside.refused("wrong_step", "class", CODE, "confirm", *reason)
    inside.done("verify", evidence, "false", "--note", "伪造")

    assert inside.done("class", CODE, "confirm", *reason) == {
        "code": CODE,
        "proposed": "failed",
        "confirmed": True,
        "class": "failed",
    }
    assert inside.done("result", CODE)["class"] == "failed"
    assert inside.done("class", CODE, "decline", *reason)["class"] is None
    inside.refused("reason_missing", "class", CODE, "confirm", "--reason", "")
    entries = [e for e in inside.done("history", CODE) if e["action"] == "decide_class"]
    assert [e["new"]["confirmed"] for e in entries] == [True, False]
    assert all(len(e["new"]["covers"]) == 1 for e in entries)


def test_d11_results_have_ranks(inside: CommandLine) -> None:
    assert {r["rank"] for r in inside.done("results")} == {None}
    rate_all(inside, CODE, "80")
    assert [r["rank"] for r in inside.done("results")] == [1, None]
    rate_all(inside, SECOND_CODE, "90")
    assert [r["rank"] for r in inside.done("results")] == [2, 1]
    rate_all(inside, CODE, "90")
    assert [r["rank"] for r in inside.done("results")] == [1, 1]
    assert inside.done("result", CODE)["rank"] == 1


def test_d12_entry_conditions_are_off_in_2020(inside: CommandLine) -> None:
    assert inside.done("entry", CODE) == []
    inside.refused("bad_value", "entry", CODE, "staff", "15")
    inside.refused("bad_value", "entry", CODE, "staff", "many")
    inside.refused("bad_value", "entry", CODE, "staff")


# --- what evaluators may not see before they submit (D10a) --------------------------------------


@pytest.fixture
def blind(cli: CommandLine, inside: CommandLine, tmp_path: Path) -> CommandLine:
    """An evaluator's laptop with ratings of two others, one of them in two versions."""
    inside.done("export", tmp_path / "start.evpkg")
    other = cli.on(tmp_path / "laptop", "--workspace", tmp_path / "other")
    other.done(
        "init", tmp_path / "other", "--evaluator", "何书语", "--from", tmp_path / "start.evpkg"
    )
    other.done("rate", CODE, ITEM, "31", "--reason", "隐情")
    other.done("export", tmp_path / "other.evpkg")
    inside.done("rate", CODE, ITEM, "33", "--reason", "隐情", "--as", "何书语")
    inside.done("rate", CODE, ITEM, "34", "--reason", "隐情")
    inside("merge", tmp_path / "other.evpkg", "--trust-new")
    inside.done("export", tmp_path / "all.evpkg")
    mine = cli.on(tmp_path / "mine", "--workspace", tmp_path / "mine-w")
    mine.done("init", tmp_path / "mine-w", "--evaluator", "周明", "--from", tmp_path / "all.evpkg")
    return mine


def told(line: CommandLine, *arguments: str) -> list[Any]:
    entries = line.done("history", CODE, *arguments)
    return [entry["new"] for entry in entries if entry["kind"] == "rating"]


def test_d10a_history_and_conflicts_hide_ratings_of_others(blind: CommandLine) -> None:
    hidden = told(blind)
    assert [body["person"] for body in hidden].count("何书语") == 2
    assert {(body["value"], body["reason"]) for body in hidden} == {(None, None)}

    (conflict,) = blind.done("conflicts")
    assert [head["body"]["value"] for head in conflict["heads"]] == [None, None]
    for command in (("history", CODE), ("conflicts",)):
        assert "隐情" not in json.dumps(blind.done(*command), ensure_ascii=False)
        assert "隐情" not in blind.in_words(*command).out
    blind.refused("lead_only", "resolve", conflict["id"], "--take", "1", "--reason", "r")

    assert {body["value"] for body in told(blind, "--as", "何书语")} == {"31", "33", None}
    assert {body["value"] for body in told(blind, "--as", "林一帆")} == {"31", "33", "34"}


def test_d10a_ranks_wait_until_every_score_may_be_seen(blind: CommandLine) -> None:
    rate_all(blind, SECOND_CODE, "90")

    assert {r["rank"] for r in blind.done("results")} == {None}
    assert [r["rank"] for r in blind.done("results", "--as", "林一帆")] == [None, 1]
