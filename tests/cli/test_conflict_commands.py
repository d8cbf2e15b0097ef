"""conflicts and resolve, and what a conflict keeps from being done."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import CODE, NAME, CommandLine, write_facts

ITEM = "organization.staff"


@pytest.fixture
def met(cli: CommandLine, inside: CommandLine, evidence: str, tmp_path: Path) -> CommandLine:
    """The lead's command line after a merge with a laptop that saw two things otherwise."""
    inside.done("verify", evidence, "pending")
    inside.done("export", tmp_path / "start.evpkg")
    path = tmp_path / "w"
    laptop = cli.on(tmp_path / "laptop", "--workspace", path)
    laptop.done("init", path, "--evaluator", "周明", "--from", tmp_path / "start.evpkg")
    laptop.done("verify", evidence, "unverifiable", "--note", "未见原件")
    laptop.done("shop", "set", CODE, write_facts(tmp_path / "b.json", purchases=180))
    laptop.done("export", tmp_path / "work.evpkg")
    inside.done("verify", evidence, "verified")
    inside.done("shop", "set", CODE, write_facts(tmp_path / "a.json"))

    answer = inside("merge", tmp_path / "work.evpkg", "--trust-new")

    assert (answer.code, answer.err, answer.document["conflicts"]) == (1, "", 2)
    return inside


def conflict_of(met: CommandLine, kind: str) -> dict[str, Any]:
    (found,) = (c for c in met.done("conflicts") if c["kind"] == kind)
    return dict(found)


def test_conflicts(met: CommandLine, evidence: str) -> None:
    outcome, facts = conflict_of(met, "outcome"), conflict_of(met, "shop_facts")

    keys = ["id", "kind", "provider", "item", "base", "heads", "effect"]
    assert (list(outcome), list(facts)) == (keys, keys)
    assert met.done("conflicts")[0]["kind"] == "shop_facts"  # it changes the tier
    assert (outcome["provider"], facts["provider"], facts["base"]) == (CODE, CODE, None)
    assert outcome["base"]["outcome"] == "pending"
    assert [h["n"] for h in outcome["heads"]] == [1, 2]
    assert {h["author"]: h["body"]["outcome"] for h in outcome["heads"]} == {
        "林一帆": "verified",
        "周明": "unverifiable",
    }
    assert (outcome["item"], facts["item"]) == ("organization.staff", None)
    assert set(outcome["heads"][0]) == {"n", "body", "author", "at"}
    purchases = {h["n"]: h["body"]["values"]["purchases"] for h in facts["heads"]}
    tiers = {120: "diamond_3", 180: "diamond_4"}
    assert facts["effect"] == [
        {"n": n, "score": None, "tier": tiers[purchases[n]], "class": None} for n in (1, 2)
    ]
    words = met.in_words("conflicts", "--lang", "en").out
    assert outcome["id"] in words
    assert "Diamond 4" in words
    assert f"organization.staff · 名单.pdf · {evidence}" in words
    assert met.done("providers", "list")[0]["conflicts"] == 2


def test_no_result_before_the_resolution(met: CommandLine, tmp_path: Path) -> None:
    found = met.done("result", CODE)

    assert (found["tier"], found["shop_points"], found["provisional"]) == (None, None, True)
    assert sum(f["severity"] == "blocks_final" for f in found["findings"]) == 2
    assert met.done("shop", "show", CODE)["points"] is None


def test_what_is_in_conflict_is_not_changed_by_the_way(
    met: CommandLine, evidence: str, tmp_path: Path
) -> None:
    before = met.done("dump")
    facts = write_facts(tmp_path / "c.json", purchases=7)

    met.refused("in_conflict", "verify", evidence, "verified")
    met.refused("in_conflict", "shop", "set", CODE, facts)

    assert met.done("dump") == before


def test_take_one_side(met: CommandLine, evidence: str) -> None:
    outcome = conflict_of(met, "outcome")
    (wanted,) = (h["n"] for h in outcome["heads"] if h["author"] == "周明")

    left = met.done("resolve", outcome["id"], "--take", str(wanted), "--reason", "以现场为准")

    assert [c["kind"] for c in left] == ["shop_facts"]
    assert met.done("evidence", "list", CODE)[0]["outcome"] == "unverifiable"
    stale = ("resolve", outcome["id"], "--take", "1", "--reason", "r")
    met.refused("unknown_conflict", *stale)
    (entry,) = (e for e in met.done("history", CODE) if e["kind"] == "resolution")
    assert entry["new"]["reason"] == "以现场为准"


def test_a_value_by_hand(met: CommandLine) -> None:
    facts = conflict_of(met, "shop_facts")
    values = facts["heads"][0]["body"]["values"] | {"purchases": 150}
    value = json.dumps({"values": values})

    left = met.done(
        "resolve", facts["id"], "--value", "-", "--reason", "查订单", stdin=value.encode()
    )

    assert [c["kind"] for c in left] == ["outcome"]
    assert met.done("shop", "show", CODE)["facts"]["purchases"] == 150
    outcome = conflict_of(met, "outcome")
    value = '{"outcome": "false", "note": "伪造"}'
    assert met.done("resolve", outcome["id"], "--value", value, "--reason", "r") == []
    assert met.in_words("conflicts").code == 0
    assert met.done("evidence", "list", CODE)[0]["outcome"] == "false"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("outcome", "not json"),
        ("outcome", "[]"),
        ("outcome", '{"outcome": "maybe"}'),
        ("outcome", '{"outcome": 1.5}'),
        ("outcome", '{"surprise": 1}'),
        ("outcome", '{"evidence": "00000000000000000000000000000000"}'),
        ("outcome", '{"on": "2020-02-30"}'),
        ("outcome", "{}"),
        ("outcome", '{"note": "谁也没选"}'),
        ("shop_facts", '{"values": {"purchases": 7}}'),
        ("shop_facts", '{"values": {"registered_on": "2008-06-15"}}'),
        ("shop_facts", '{"part": "offer"}'),
    ],
)
def test_a_bad_value_is_refused(met: CommandLine, kind: str, value: str) -> None:
    before = met.done("dump")
    conflict = conflict_of(met, kind)["id"]

    met.refused("bad_value", "resolve", conflict, "--value", value, "--reason", "r")

    assert met.done("dump") == before


def test_bad_facts_by_hand_name_the_field(met: CommandLine) -> None:
    facts = conflict_of(met, "shop_facts")
    values = facts["heads"][0]["body"]["values"] | {"purchases": -1}
    value = json.dumps({"values": values})

    answer = met.refused("bad_value", "resolve", facts["id"], "--value", value, "--reason", "r")

    assert [d["field"] for d in answer.error["details"]] == ["purchases"]


def test_bad_resolutions(met: CommandLine) -> None:
    outcome = conflict_of(met, "outcome")["id"]

    met.refused("bad_value", "resolve", outcome, "--take", "3", "--reason", "r")
    met.refused("bad_value", "resolve", outcome, "--take", "0", "--reason", "r")
    met.refused("reason_missing", "resolve", outcome, "--take", "1", "--reason", " ")
    met.refused("unknown_conflict", "resolve", "0" * 16, "--take", "1", "--reason", "r")


def test_two_laptops_that_say_the_same_are_no_conflict(
    cli: CommandLine, inside: CommandLine, tmp_path: Path
) -> None:
    inside.done("export", tmp_path / "start.evpkg")
    path = tmp_path / "w"
    laptop = cli.on(tmp_path / "laptop", "--workspace", path)
    laptop.done("init", path, "--evaluator", "周明", "--from", tmp_path / "start.evpkg")
    for side in (laptop, inside):
        side.done("--as", "何书语", "rate", CODE, ITEM, "80")
    laptop.done("export", tmp_path / "work.evpkg")

    assert inside.done("merge", tmp_path / "work.evpkg", "--trust-new")["conflicts"] == 0
    assert inside.done("conflicts") == []
    inside.done("--as", "何书语", "rate", CODE, ITEM, "85")
    assert inside.done("result", NAME)["points_so_far"] == "4.25"


def test_both_sides_where_they_can_stand(
    cli: CommandLine, inside: CommandLine, met: CommandLine, tmp_path: Path
) -> None:
    inside.done("assign", "陈静", CODE, "--items", ITEM)
    laptop = cli.on(tmp_path / "laptop", "--workspace", tmp_path / "w", "--as", "林一帆")
    laptop.done("assign", "陈静", CODE, "--items", "public_benefit.expenditure")
    laptop.done("export", tmp_path / "more.evpkg")
    inside("merge", tmp_path / "more.evpkg")
    assignment, outcome = conflict_of(met, "assignment"), conflict_of(met, "outcome")
    assert "--both" in met.in_words("conflicts").out

    met.refused("bad_value", "resolve", outcome["id"], "--both", "--reason", "都对")
    met.done("resolve", assignment["id"], "--both", "--reason", "两项都给她")

    (share,) = [p for p in inside.done("ledger")["persons"] if p["person"] == "陈静"]
    assert share["assigned"]["items"] == 2
