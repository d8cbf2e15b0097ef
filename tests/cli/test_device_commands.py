"""device show and device lost."""

from pathlib import Path

from tests.cli.command_line import CODE, CommandLine


def test_show(cli: CommandLine) -> None:
    (own,) = cli.done("device", "show")

    assert list(own) == ["fingerprint", "label", "trusted", "lost", "recipient"]
    assert [len(group) for group in own["fingerprint"].split("-")] == [5] * 8
    assert (own["trusted"], own["lost"]) == (True, False)
    assert own["recipient"].startswith("age1")
    assert cli.done("device", "show") == [own]
    assert own["fingerprint"] in cli.in_words("device", "show").out


def test_what_a_lost_device_sends_is_refused(
    cli: CommandLine, inside: CommandLine, tmp_path: Path
) -> None:
    inside.done("export", tmp_path / "start.evpkg")
    laptop = cli.on(tmp_path / "laptop", "--workspace", tmp_path / "w")
    laptop.done("init", tmp_path / "w", "--evaluator", "周明", "--from", tmp_path / "start.evpkg")
    laptop.done("rate", CODE, "organization.staff", "80")
    laptop.done("export", tmp_path / "work.evpkg")
    own = laptop.done("device", "show")[0]["fingerprint"]

    _mine, lost = inside.done("device", "lost", own.replace("-", " "))
    assert (lost["trusted"], lost["lost"]) == (False, True)

    answer = inside("merge", tmp_path / "work.evpkg", "--trust-new")
    assert (answer.code, answer.error["error"]) == (2, "unknown_device")


def test_what_is_no_device_to_lose(cli: CommandLine) -> None:
    (own,) = cli.done("device", "show")

    cli.refused("bad_value", "device", "lost", own["fingerprint"])
    cli.refused("bad_value", "device", "lost", "12345")


def test_device_lost_takes_digits_as_they_were_typed(cli: CommandLine) -> None:
    _own, lost = cli.done("device", "lost", "１２３４５" * 8)

    assert lost["fingerprint"] == "-".join(["12345"] * 8)
    assert len(cli.done("device", "lost", "1234512345" * 4)) == 2


def test_what_a_device_is_encrypted_to_comes_with_its_packages(
    cli: CommandLine, inside: CommandLine, tmp_path: Path
) -> None:
    inside.done("export", tmp_path / "start.evpkg")
    laptop = cli.on(tmp_path / "laptop", "--workspace", tmp_path / "w")
    laptop.done("init", tmp_path / "w", "--evaluator", "周明", "--from", tmp_path / "start.evpkg")

    itself, lead = laptop.done("device", "show")

    assert lead["recipient"] == inside.done("device", "show")[0]["recipient"]
    assert lead["recipient"] != itself["recipient"]
    laptop.done("export", tmp_path / "back.evpkg", "--recipient", lead["recipient"])
    (merged,) = inside.done("merge", tmp_path / "back.evpkg", "--trust-new")["packages"]
    assert merged["status"] == "already_merged"
    assert laptop.done("device", "lost", lead["fingerprint"])[1]["recipient"] is None
