"""evidence and verify."""

import hashlib
import os
import socket
import sys
from datetime import datetime
from pathlib import Path

import pytest

from evaluator_desktop.texts import time_text
from tests.cli.command_line import CODE, CommandLine

ITEM = "organization.staff"


def test_add_and_list(inside: CommandLine, tmp_path: Path) -> None:
    one, two = tmp_path / "一.pdf", tmp_path / "two.jpg"
    one.write_bytes(b"one")
    two.write_bytes(b"one")
    options = ("--requirement", "staff_list", "--date", "2020-10-01", "--note", "n")

    first, second = inside.done("evidence", "add", CODE, ITEM, one, two, *options)

    digest = hashlib.sha256(b"one").hexdigest()
    assert first == {
        "id": first["id"],
        "digest": digest,
        "size": 3,
        "name": "一.pdf",
        "duplicate": False,
    }
    assert (second["digest"], second["duplicate"]) == (digest, True)
    assert first["id"] != second["id"]
    listed = inside.done("evidence", "list", CODE)
    assert listed[0] == {
        "id": first["id"],
        "item": ITEM,
        "requirement": "staff_list",
        "name": "一.pdf",
        "digest": digest,
        "size": 3,
        "outcome": "pending",
        "state": "present",
    }
    assert inside.done("evidence", "list", CODE, "--item", ITEM) == listed
    assert inside.done("evidence", "list", CODE, "--item", "management.systems") == []
    inside.refused("unknown_item", "evidence", "list", CODE, "--item", "nothing")
    assert "一.pdf" in inside.in_words("evidence", "list", CODE).out


def test_options_may_stand_before_the_files(inside: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a")
    options = ("--requirement", "staff_list", "--note", "n")

    assert inside.done("evidence", "add", *options, CODE, ITEM, tmp_path / "a.pdf")


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text elsewhere")
def test_a_file_whose_name_is_no_text_is_taken(inside: CommandLine, tmp_path: Path) -> None:
    name = "照片.jpg".encode("gbk")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"photo")

    (file,) = (path for path in tmp_path.iterdir() if path.suffix == ".jpg")
    (added,) = inside.done("evidence", "add", CODE, "organization.staff", file)

    assert added["name"] == name.decode("utf-8", "replace")


def test_one_bad_file_keeps_all_out(inside: CommandLine, workspace: Path, tmp_path: Path) -> None:
    good = tmp_path / "good.pdf"
    good.write_bytes(b"good")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(good)
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(tmp_path / "socket"))
    listener.close()
    before = inside.done("dump")

    for name in ("pipe", "folder", "link", "socket", "nowhere.pdf"):
        answer = inside.refused("bad_file", "evidence", "add", CODE, ITEM, good, tmp_path / name)
        assert name in answer.error["message"]

    assert inside.done("dump") == before


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        ("unknown_provider", ("nobody", ITEM)),
        ("unknown_item", (CODE, "nothing")),
        ("unknown_requirement", (CODE, ITEM, "--requirement", "nothing")),
        ("bad_value", (CODE, ITEM, "--date", "yesterday")),
        ("bad_value", (CODE, ITEM, "--note", "n" * 20_001)),
    ],
)
def test_a_bad_place_is_refused(
    inside: CommandLine,
    workspace: Path,
    tmp_path: Path,
    code: str,
    arguments: tuple[str, ...],
) -> None:
    (tmp_path / "a.pdf").write_bytes(b"a")
    inside.refused(code, "evidence", "add", *arguments[:2], tmp_path / "a.pdf", *arguments[2:])

    assert list((workspace / "evidence").iterdir()) == []


def test_remove(inside: CommandLine, evidence: str) -> None:
    inside.refused("reason_missing", "evidence", "remove", evidence, "--reason", " ")

    (removed,) = inside.done("evidence", "remove", evidence, "--reason", "传错了")

    assert (removed["id"], removed["state"]) == (evidence, "removed")
    assert inside.done("evidence", "list", CODE) == [removed]
    assert inside.done("providers", "list")[0]["evidence"] == 0
    inside.refused("unknown_evidence", "evidence", "remove", "0" * 32, "--reason", "r")


def test_what_is_removed_is_neither_verified_nor_removed_again(
    inside: CommandLine, evidence: str
) -> None:
    inside.done("verify", evidence, "verified")
    inside.done("evidence", "remove", evidence, "--reason", "传错了", "--as", "何书语")
    (moment,) = [h["at"] for h in inside.done("history", CODE) if h["author"] == "何书语"]
    before = inside.done("history")

    for command in (
        ("verify", evidence, "false", "--note", "编造"),
        ("evidence", "remove", evidence, "--reason", "再删一次"),
    ):
        said = inside.refused("removed_evidence", *command).error["message"]
        assert all(words in said for words in ("何书语", "传错了"))
        assert time_text(datetime.fromisoformat(moment)) in said

    assert inside.done("history") == before


def test_link(inside: CommandLine, evidence: str) -> None:
    other = ("effectiveness.quantity", "--requirement", "customer_list")
    uses = inside.done("evidence", "link", evidence, *other)

    assert [(use["item"], use["requirement"]) for use in uses][-1] == (other[0], other[2])
    assert len({use["id"] for use in uses}) == 2
    assert len({use["digest"] for use in uses}) == 1
    inside.refused("unknown_item", "evidence", "link", evidence, "nothing")
    inside.refused("unknown_evidence", "evidence", "link", "00" * 16, ITEM)


def test_verify(inside: CommandLine, evidence: str) -> None:
    found = inside.done(
        "verify", evidence, "partly_verified", "--method", "phone", "--note", "缺页"
    )

    assert found == {"id": evidence, "outcome": "partly_verified"}
    assert inside.done("evidence", "list", CODE)[0]["outcome"] == "partly_verified"
    assert inside.done("providers", "list")[0]["checked"] == 1
    (entry,) = (e for e in inside.done("history", CODE) if e["action"] == "verify")
    assert (entry["new"]["method"], entry["new"]["note"]) == ("phone", "缺页")
    assert inside.in_words("verify", evidence, "verified", "--lang", "en").out == (
        "名单.pdf: Verified\n"
    )


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        ("bad_value", ("maybe",)),
        ("bad_value", ("verified", "--method", "smell")),
        ("bad_value", ("false", "--note", "n" * 20_001)),
    ],
)
def test_a_bad_outcome_is_refused(
    inside: CommandLine, evidence: str, code: str, arguments: tuple[str, ...]
) -> None:
    inside.refused(code, "verify", evidence, *arguments)
    inside.refused("unknown_evidence", "verify", "nothing", "verified")


def test_a_missing_file_is_shown_as_missing(
    inside: CommandLine, workspace: Path, evidence: str
) -> None:
    (file,) = (workspace / "evidence").glob("??/*")
    file.unlink()

    assert inside.done("evidence", "list", CODE)[0]["state"] == "missing"
