"""history and dump."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from tests.cli.command_line import CODE, SECOND_CODE, CommandLine

ITEM = "organization.staff"


def test_history(inside: CommandLine) -> None:
    inside.done("rate", CODE, ITEM, "80")
    inside.done("rate", CODE, ITEM, "81", "--reason", "复核")
    inside.done("rate", SECOND_CODE, ITEM, "82")

    entries = inside.done("history", CODE)

    keys = ["id", "at", "author", "action", "kind", "entity", "old", "new"]
    assert all(list(entry) == keys for entry in entries)
    first, second = sorted(
        (e for e in entries if e["action"] == "rate"), key=lambda e: e["old"] is not None
    )
    assert first["entity"] == second["entity"]
    assert (first["old"], second["old"]) == (None, first["new"])
    assert (second["new"]["value"], second["new"]["reason"]) == ("81", "复核")
    assert second["author"] == "林一帆"
    assert datetime.fromisoformat(second["at"]).tzinfo is not None
    everything = inside.done("history")
    assert [e for e in everything if e["id"] in {x["id"] for x in entries}] == entries
    assert len(everything) == len(inside.done("dump", "--history"))
    assert "林一帆" in inside.in_words("history", CODE).out


def test_dump_is_canonical(inside: CommandLine) -> None:
    inside.done("rate", CODE, ITEM, "80")
    history = inside.in_words("dump", "--history").out
    state = inside.in_words("dump", "--state").out

    assert inside.in_words("dump").out == state + history
    for text in (history, state):
        lines = text.splitlines()
        assert lines == sorted(lines)
        for line in lines:
            again = json.dumps(
                json.loads(line), ensure_ascii=False, sort_keys=True, separators=(",", ":")
            )
            assert again == line
    revisions = [json.loads(line) for line in history.splitlines()]
    assert {tuple(r) for r in revisions} == {("id", "revision")}
    states = [json.loads(line) for line in state.splitlines()]
    (rating,) = (s for s in states if s["kind"] == "rating")
    assert rating["heads"][0]["body"]["value"] == "80"
    assert rating["heads"][0]["revision"] in {r["id"] for r in revisions}
    assert inside.done("dump") == states + revisions


def test_an_empty_dump_is_an_empty_document() -> None:
    from evaluator_desktop.cli.output import _as_array

    assert json.loads("".join(_as_array(iter(())))) == []


@pytest.mark.parametrize("option", ["--state", "--history"])
def test_the_same_history_gives_the_same_bytes(
    inside: CommandLine, cli: CommandLine, tmp_path: Path, option: str
) -> None:
    inside.done("rate", CODE, ITEM, "80")
    inside.done("export", tmp_path / "p.evpkg")
    laptop = cli.on(tmp_path / "other home")
    path = tmp_path / "elsewhere"
    laptop.done("init", path, "--evaluator", "周明", "--from", tmp_path / "p.evpkg")

    there = laptop.in_words("dump", option, "--workspace", path)

    assert there.out == inside.in_words("dump", option).out
