"""Encrypted packages and volumes on the command line."""

import os
from pathlib import Path

import pytest

from tests.cli.command_line import CODE, CONTACT, PHONE, CommandLine


@pytest.fixture
def zhou(cli: CommandLine, inside: CommandLine, tmp_path: Path) -> CommandLine:
    """Another laptop with a workspace of the same round."""
    inside.done("export", tmp_path / "first.evpkg")
    home, path = tmp_path / "zhou-home", tmp_path / "zhou"
    cli.on(home).done("init", path, "--evaluator", "周明", "--from", tmp_path / "first.evpkg")
    return cli.on(home, "--workspace", path)


def test_to_a_recipient(inside: CommandLine, zhou: CommandLine, tmp_path: Path) -> None:
    recipient = zhou.done("device", "show")[0]["recipient"]
    package = tmp_path / "to-zhou.evpkg"

    found = inside.done("export", package, "--recipient", recipient)

    assert list(found) == ["package", "revisions", "evidence", "bytes", "digest"]
    assert (CONTACT.encode() in package.read_bytes()) is False
    (merged,) = zhou.done("merge", package)["packages"]
    assert (merged["status"], merged["new_revisions"]) == ("merged", 0)
    answer = inside("merge", package)
    assert (answer.code, answer.error["error"]) == (2, "not_a_recipient")
    assert answer.document["packages"][0]["status"] == "refused"


def test_by_a_passphrase(
    cli: CommandLine, inside: CommandLine, zhou: CommandLine, tmp_path: Path
) -> None:
    right, wrong = tmp_path / "right.txt", tmp_path / "wrong.txt"
    right.write_text("杏花春雨\n", "utf-8")
    wrong.write_text("杏花秋雨\n", "utf-8")
    package = tmp_path / "secret.evpkg"
    inside.done("export", package, "--passphrase-file", right)

    asked = zhou("merge", package)
    tried = zhou("merge", package, "--passphrase-file", wrong)

    assert (asked.code, asked.error["error"]) == (2, "needs_passphrase")
    assert asked.document["packages"][0]["status"] == "needs_passphrase"
    assert (tried.code, tried.error["error"]) == (2, "wrong_passphrase")
    assert zhou.done("merge", package, "--passphrase-file", right)["conflicts"] == 0
    new = cli.on(tmp_path / "chen-home")
    new.refused(
        "needs_passphrase", "init", tmp_path / "chen", "--evaluator", "陈静", "--from", package
    )
    options = ("--from", package, "--passphrase-file", right)
    assert new.done("init", tmp_path / "chen", "--evaluator", "陈静", *options)["round"]


def test_bad_keys(inside: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    target = tmp_path / "a.evpkg"

    inside.refused("bad_recipient", "export", target, "--recipient", "age1xyz")
    inside.refused("bad_file", "export", target, "--passphrase-file", tmp_path / "nowhere")
    inside.refused("bad_file", "export", target, "--passphrase-file", tmp_path / "empty")
    inside.refused("bad_file", "merge", target, "--identity", tmp_path / "empty")
    assert not target.exists()


def test_a_plain_package_says_what_stayed_here(inside: CommandLine, tmp_path: Path) -> None:
    said = inside.in_words("--lang", "en", "export", tmp_path / "plain.evpkg").out

    assert "1 name with its number stayed here" in said
    assert CONTACT not in said
    assert PHONE not in said


def test_volumes(inside: CommandLine, zhou: CommandLine, tmp_path: Path) -> None:
    for number in range(3):
        file = tmp_path / f"{number}.jpg"
        file.write_bytes(os.urandom(200_000))
        inside.done("evidence", "add", CODE, "organization.staff", file)

    found = inside.done("export", tmp_path / "x.evpkg", "--volume-size", "300000")

    paths = [file["file"] for file in found["files"]]
    assert len(paths) == 3
    assert found["bytes"] == sum(file["bytes"] for file in found["files"])
    missing = zhou("merge", *paths[:2])
    assert (missing.code, missing.error["error"]) == (2, "bad_package")
    merged = zhou.done("merge", *reversed(paths))["packages"]
    assert [package["file"] for package in merged] == [*reversed(paths)]
    assert [package["new_evidence"] for package in merged] == [3, 0, 0]
    inside.refused("bad_file", "export", tmp_path / "y.evpkg", "--volume-size", "1")
