"""ledger."""

from pathlib import Path

from tests.cli.command_line import CODE, SECOND_CODE, CommandLine

ITEM = "organization.staff"


def test_ledger_from_assignment_to_return(
    cli: CommandLine, inside: CommandLine, tmp_path: Path
) -> None:
    inside.done("assign", "周明", CODE, "--items", ITEM)
    inside.done("export", tmp_path / "task.evpkg", "--task", "周明")
    path = tmp_path / "laptop workspace"
    zhou = cli.on(tmp_path / "laptop", "--workspace", path)
    zhou.done("init", path, "--evaluator", "周明", "--from", tmp_path / "task.evpkg")
    zhou.done("rate", CODE, ITEM, "80")
    zhou.done("export", tmp_path / "work.evpkg")

    before = inside.done("ledger")
    inside.done("merge", tmp_path / "work.evpkg", "--trust-new")
    after = inside.done("ledger")

    (waiting,) = [p for p in before["persons"] if p["person"] == "周明"]
    assert waiting["assigned"] == {"providers": 1, "items": 1}
    assert (waiting["returned"]["items"], waiting["missing"]) == (0, 1)
    assert waiting["last_package"] is None
    (back,) = [p for p in after["persons"] if p["person"] == "周明"]
    assert back["returned"] == {"providers": 0, "items": 1}
    assert back["missing"] == 0
    assert back["last_package"]["file"] == "work.evpkg"
    assert back["last_package"].keys() == {"file", "at", "laptop"}
    (share,) = back["providers"]
    assert (share["code"], share["assigned"], share["rated"]) == (CODE, [ITEM], [ITEM])
    assert share["submitted"] is False
    assert [one["code"] for one in after["unassigned"]] == [SECOND_CODE]
    assert after["overlaps"] == []


def test_ledger_in_words(inside: CommandLine) -> None:
    inside.done("assign", "周明", CODE)

    said = inside.in_words("ledger", "--lang", "en")

    assert (said.code, said.err) == (0, "")
    assert "周明" in said.out
    assert "1 provider is assigned to nobody." in said.out
