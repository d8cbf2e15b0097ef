"""providers similar, join, part; and every other command on what is joined."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import CODE, NAME, SECOND_CODE, CommandLine, write_list

ITEM = "organization.staff"


@pytest.fixture
def twins(inside: CommandLine, tmp_path: Path) -> str:
    """The id of a provider without a code whose name is nearly that of the first."""
    sheet = write_list(tmp_path / "more.xlsx", [("雁栖管理咨询公司（示例）", None, None, None)])
    assert inside.done("providers", "import", sheet)["added"] == 0
    other = write_list(tmp_path / "other.xlsx", [("雁栖管理资询公司（示例）", None, None, None)])
    assert inside.done("providers", "import", other)["added"] == 1
    (pair,) = inside.done("providers", "similar")
    assert pair["likeness"] == "same_sound"
    codes = {one["code"]: one for one in pair["providers"]}
    assert codes.keys() == {CODE, None}
    assert codes[CODE]["name"] == NAME
    return str(codes[None]["id"])


def test_joined_they_are_one_everywhere(inside: CommandLine, twins: str, tmp_path: Path) -> None:
    file = tmp_path / "名单.pdf"
    file.write_bytes(b"%PDF-1.7 staff")
    inside.done("rate", CODE, ITEM, "80")
    inside.done("rate", twins, ITEM, "70")
    inside.done("evidence", "add", twins, ITEM, file)

    joined = inside.done("providers", "join", CODE, twins, "--reason", "同一家")

    assert (joined["code"], joined["conflicts"]) == (CODE, 2)
    assert {one["id"] for one in joined["members"]} >= {twins}
    assert inside.done("providers", "similar") == []
    rows = inside.done("providers", "list")
    assert [row["code"] for row in rows] == [CODE, SECOND_CODE]
    assert (rows[0]["evidence"], rows[0]["conflicts"]) == (1, 2)
    assert len(inside.done("results")) == 2
    assert inside.done("result", CODE) == inside.done("result", twins)
    kinds = {entry["kind"] for entry in inside.done("history", twins)}
    assert {"rating", "evidence", "alias"} <= kinds
    found = inside.done("conflicts")
    assert sorted(conflict["kind"] for conflict in found) == ["profile", "rating"]
    (rating,) = [conflict for conflict in found if conflict["kind"] == "rating"]
    assert (rating["provider"], rating["item"]) == (CODE, ITEM)
    inside.refused("in_conflict", "rate", twins, ITEM, "75")
    for conflict in found:
        inside.done("resolve", conflict["id"], "--take", "1", "--reason", "以现场为准")
    assert inside.done("conflicts") == []
    assert inside.done("check")["ok"]


def numbers(cli: CommandLine) -> list[dict[str, Any]]:
    """All results, without who recorded what stands in them and when."""
    return [{k: v for k, v in r.items() if k != "explanation"} for r in cli.done("results")]


def test_taken_apart_they_are_two_as_before(inside: CommandLine, twins: str) -> None:
    inside.done("rate", CODE, ITEM, "80")
    inside.done("rate", twins, ITEM, "70")
    before = numbers(inside)
    inside.done("providers", "join", CODE, twins, "--reason", "同一家")
    for conflict in inside.done("conflicts"):
        inside.done("resolve", conflict["id"], "--take", "1", "--reason", "以现场为准")

    parted = inside.done("providers", "part", CODE, twins, "--reason", "两家公司")

    assert [one["code"] for one in parted] == [CODE, None]
    assert [len(one["members"]) for one in parted] == [1, 1]
    assert numbers(inside) == before
    assert inside.done("providers", "similar") == []  # somebody said that they are two
    assert inside.done("check")["ok"]


def test_either_may_be_named_first(inside: CommandLine, twins: str) -> None:
    inside.done("providers", "join", twins, CODE, "--reason", "同一家")
    parted = inside.done("providers", "part", twins, CODE, "--reason", "两家公司")
    assert [one["code"] for one in parted] == [None, CODE]


def test_what_is_refused(inside: CommandLine, twins: str) -> None:
    why = ("--reason", "同一家")
    inside.refused("already_joined", "providers", "join", CODE, CODE, *why)
    inside.refused("not_joined", "providers", "part", CODE, SECOND_CODE, *why)
    inside.refused("reason_missing", "providers", "join", CODE, twins, "--reason", " ")
    inside.refused("unknown_provider", "providers", "join", CODE, "没有这家", *why)
    assert len(inside.done("providers", "list")) == 3


def test_in_words(inside: CommandLine, twins: str) -> None:
    said = inside.in_words("providers", "similar", "--lang", "en")
    assert "names that sound the same" in said.out
    said = inside.in_words("providers", "join", CODE, twins, "--reason", "一家", "--lang", "en")
    assert "are one provider now" in said.out
    assert "1 conflict is open" in said.out
    said = inside.in_words("providers", "part", CODE, twins, "--reason", "两家", "--lang", "en")
    assert "are two providers again" in said.out
    said = inside.in_words("providers", "similar", "--lang", "en")
    assert said.out.strip() == "No two providers look alike."


def test_a_dry_run_of_a_merge_says_who_would_come_twice(
    cli: CommandLine, inside: CommandLine, tmp_path: Path
) -> None:
    inside.done("export", tmp_path / "task.evpkg")
    path = tmp_path / "laptop workspace"
    zhou = cli.on(tmp_path / "laptop", "--workspace", path)
    zhou.done("init", path, "--evaluator", "周明", "--from", tmp_path / "task.evpkg")
    sheet = write_list(tmp_path / "more.xlsx", [("苏州市咨询中心（示例）", None, None, None)])
    zhou.done("providers", "import", sheet)
    zhou.done("export", tmp_path / "work.evpkg")

    call = ("merge", tmp_path / "work.evpkg", "--trust-new")
    (package,) = inside.done(*call, "--dry-run")["packages"]
    said = inside.in_words(*call, "--dry-run", "--lang", "en")

    (pair,) = package["similar"]
    assert pair["likeness"] == "same_core"
    assert {one["code"] for one in pair["providers"]} == {SECOND_CODE, None}
    assert "Possibly the same provider twice" in said.out
    (merged,) = inside.done(*call)["packages"]
    assert "similar" not in merged
    assert len(inside.done("providers", "similar")) == 1
