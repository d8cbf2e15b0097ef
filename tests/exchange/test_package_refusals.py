"""Packages from an enemy, a bad stick or a helpful program: refused whole, in words, untouched."""

import hashlib
import json
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evaluator_desktop.operations import evidence, ratings
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.export import export_package
from evaluator_desktop.operations.merge import TAKEN, MergeStatus, merge_package
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import set_language
from tests.domain.revision_lines import fields, written
from tests.exchange.packages import (
    DATE,
    MANIFEST,
    REVISIONS,
    SIGNATURE,
    Members,
    in_order,
    members_of,
    signed,
    zipped,
)
from tests.workspaces import (
    FEES,
    OTHER,
    PROVIDER,
    STAFF,
    Laptop,
    files_in,
    shared_rows,
    stored_rows,
)

CONTENT = b"content of a file"
EVIDENCE = f"evidence/{hashlib.sha256(CONTENT).hexdigest()}"


@pytest.fixture
def sender(laptop: Laptop) -> Workspace:
    zhou = laptop("zhou")
    ratings.rate(zhou, PROVIDER, STAFF, "80")
    ratings.rate(zhou, PROVIDER, STAFF, "81")
    evidence.add_content(zhou, PROVIDER, STAFF, "名册.pdf", CONTENT)
    return zhou


@pytest.fixture
def good(sender: Workspace, tmp_path: Path) -> Path:
    return export_package(sender, tmp_path / "good.evpkg").path


@pytest.fixture
def members(good: Path) -> Members:
    return members_of(good)


def refused(
    workspace: Workspace,
    path: Path,
    status: MergeStatus = MergeStatus.REFUSED,
    *,
    dry: tuple[bool, ...] = (True, False),
) -> str:
    """Merge what is refused, tried and for good; nothing is written anywhere. Returns why."""
    before, files = stored_rows(workspace), files_in(workspace.path)
    trusted = files_in(Path(os.environ["XDG_CONFIG_HOME"]))
    content = path.read_bytes() if path.is_file() else b""
    for dry_run in dry:
        result = merge_package(workspace, path, dry_run=dry_run)
        assert result.status is status, result
        assert result.changes is None
        assert path.name in result.message
    assert stored_rows(workspace) == before
    assert files_in(workspace.path) == files
    assert files_in(Path(os.environ["XDG_CONFIG_HOME"])) == trusted
    assert not path.is_file() or path.read_bytes() == content
    return result.message


def test_the_good_package_is_taken(workspace: Workspace, good: Path) -> None:
    result = merge_package(workspace, good)

    assert result.status is MergeStatus.MERGED
    assert (result.new_revisions, result.new_evidence) == (3, 1)


# --- no zip of ours ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"PK\x03\x04", b"PK\x05\x06" + bytes(18), b"%PDF-1.7\n" * 99, bytes(5000)],
)
def test_what_is_no_package(workspace: Workspace, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file.evpkg"
    path.write_bytes(content)

    refused(workspace, path)


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "link to nowhere"])
def test_what_is_no_file(workspace: Workspace, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "a.evpkg"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "link to nowhere":
        path.symlink_to(tmp_path / "nowhere")

    refused(workspace, path)


def test_a_part_is_not_taken(workspace: Workspace, good: Path) -> None:
    part = good.with_name("good.evpkg.part")
    good.rename(part)

    refused(workspace, part)


def test_a_database_is_not_taken(workspace: Workspace, sender: Workspace, tmp_path: Path) -> None:
    sender.close()
    (tmp_path / "db.evpkg").write_bytes((sender.path / "store.sqlite3").read_bytes())

    refused(workspace, tmp_path / "db.evpkg")


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_file_that_was_cut_off(workspace: Workspace, good: Path, share: float) -> None:
    content = good.read_bytes()
    good.write_bytes(content[: int(len(content) * share)])

    refused(workspace, good)


def test_every_byte_counts_or_changes_nothing(
    workspace: Workspace, laptop: Laptop, good: Path
) -> None:
    other = laptop("other")
    merge_package(other, good)
    expected, content = shared_rows(other), good.read_bytes()
    before = shared_rows(workspace)
    places = {*range(0, len(content), max(len(content) // 60, 1)), len(content) - 1}
    for place in sorted(places):
        good.write_bytes(content[:place] + bytes([content[place] ^ 0x41]) + content[place + 1 :])
        if merge_package(workspace, good).status in TAKEN:  # a date, say, that nobody reads
            assert shared_rows(workspace) == expected
            workspace = laptop(f"again-{place}")
        else:
            assert shared_rows(workspace) == before


def test_names_and_endings_of_the_file_say_nothing(
    workspace: Workspace, good: Path, tmp_path: Path
) -> None:
    renamed = tmp_path / "good.evpkg.zip.txt"
    good.rename(renamed)

    assert merge_package(workspace, renamed).status is MergeStatus.MERGED


# --- hostile zips -----------------------------------------------------------------------------


def packed(path: Path, members: Members, name: str, content: bytes = b"x", **entry: Any) -> Path:
    info = zipfile.ZipInfo(name, DATE)
    for field, value in entry.items():
        setattr(info, field, value)
    return zipped(path, [*members.items(), (info, content)])


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        "/etc/evil",
        "..\\evil",
        "C:\\evil",
        "C:evil",
        "\\\\host\\share\\evil",
        "a:stream",
        "con.txt",
        "evidence/../../evil",
        "evidence/" + "f" * 64,
        "evidence/" + "F" * 64,
        "evidence/",
        "__MACOSX/._manifest.json",
        "Manifest.json",
        "REVISIONS.JSONL",
        "personal.jsonl",
        "key.age",
        "名册.pdf",
        "thumbs.db",
    ],
)
def test_a_member_that_is_not_listed(
    workspace: Workspace, members: Members, tmp_path: Path, name: str
) -> None:
    outside = files_in(tmp_path)
    refused(workspace, packed(tmp_path / "a.evpkg", members, name))

    assert set(files_in(tmp_path)) - set(outside) == {"a.evpkg"}


@pytest.mark.parametrize("name", [MANIFEST, SIGNATURE, REVISIONS, EVIDENCE])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_twice(workspace: Workspace, members: Members, tmp_path: Path, name: str) -> None:
    refused(workspace, packed(tmp_path / "a.evpkg", members, name, members[name]))


@pytest.mark.parametrize("name", [MANIFEST, SIGNATURE, REVISIONS, EVIDENCE])
def test_a_member_that_is_missing(
    workspace: Workspace, members: Members, tmp_path: Path, name: str
) -> None:
    rest = {n: c for n, c in members.items() if n != name}

    refused(workspace, zipped(tmp_path / "a.evpkg", rest))


@pytest.mark.parametrize("name", [MANIFEST, SIGNATURE, REVISIONS, EVIDENCE])
@pytest.mark.parametrize("change", [b"", b"\0", None])
def test_a_member_that_was_changed(
    workspace: Workspace, members: Members, tmp_path: Path, name: str, change: bytes | None
) -> None:
    content = members[name]
    members[name] = content[:-1] + b"#" if change is None else content + change
    if change == b"":
        members[name] = content[1:]

    # A trial does not read the files of evidence: only their sizes have to fit.
    dry = (False,) if name == EVIDENCE and change is None else (True, False)
    refused(workspace, zipped(tmp_path / "a.evpkg", members), dry=dry)


@pytest.mark.parametrize(
    "entry",
    [
        {"external_attr": 0o120777 << 16},  # a link
        {"external_attr": 0o040755 << 16},  # a folder
        {"external_attr": 0o020666 << 16},  # a device
        {"external_attr": 0o010666 << 16},  # a pipe
        {"compress_type": zipfile.ZIP_BZIP2},
        {"compress_type": zipfile.ZIP_LZMA},
    ],
)
def test_members_that_are_no_plain_files(
    workspace: Workspace, members: Members, tmp_path: Path, entry: dict[str, int]
) -> None:
    content = members.pop(EVIDENCE)

    refused(workspace, packed(tmp_path / "a.evpkg", members, EVIDENCE, content, **entry))


def test_an_encrypted_zip(workspace: Workspace, good: Path) -> None:
    content = bytearray(good.read_bytes())
    place = content.index(b"PK\x01\x02")
    while place >= 0:
        content[place + 8] |= 1
        place = content.find(b"PK\x01\x02", place + 4)
    good.write_bytes(content)

    refused(workspace, good)


def test_a_package_packed_again_by_another_program(
    workspace: Workspace, members: Members, tmp_path: Path
) -> None:
    path = tmp_path / "a.evpkg"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.mkdir("package")
        for name, content in members.items():
            package.writestr("package/" + name, content)

    refused(workspace, path)


@pytest.mark.parametrize("where", ["before", "after", "comment"])
def test_data_around_the_zip(workspace: Workspace, good: Path, where: str) -> None:
    content = good.read_bytes()
    if where == "before":
        good.write_bytes(b"MZ" * 100 + content)
    elif where == "after":
        good.write_bytes(content + b"<html>" * 10)
    else:
        with zipfile.ZipFile(good, "a") as package:
            package.comment = b"hello"

    refused(workspace, good)


def test_a_bomb_is_refused_before_it_is_opened(
    workspace: Workspace, members: Members, tmp_path: Path
) -> None:
    path = tmp_path / "bomb.evpkg"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name, content in members.items():
            package.writestr(name, content)
        with package.open(zipfile.ZipInfo("evidence/" + "0" * 64, DATE), "w") as member:
            compressed = zipfile.ZIP_DEFLATED
            assert compressed
            for _ in range(64):
                member.write(bytes(1 << 20))

    refused(workspace, path)


def test_overlapping_members(workspace: Workspace, members: Members, tmp_path: Path) -> None:
    """Two entries of the directory that share one local header."""
    path = zipped(tmp_path / "a.evpkg", members)
    content = path.read_bytes()
    start = content.index(b"PK\x01\x02")
    end = content.index(b"PK\x05\x06")
    directory, tail = content[start:end], bytearray(content[end:])
    one = directory[: directory.index(b"PK\x01\x02", 4)]
    twice = directory + one
    tail[8:20] = struct.pack("<HHLL", len(members) + 1, len(members) + 1, len(twice), start)
    path.write_bytes(content[:start] + twice + bytes(tail))

    refused(workspace, path)


def test_sizes_that_lie(workspace: Workspace, good: Path) -> None:
    content = bytearray(good.read_bytes())
    place = content.index(b"PK\x01\x02")
    struct.pack_into("<L", content, place + 24, 1 << 30)
    good.write_bytes(content)

    refused(workspace, good)


def test_a_great_many_members(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "many.evpkg"
    with zipfile.ZipFile(path, "w") as package:
        for number in range(3000):
            package.writestr(zipfile.ZipInfo(f"evidence/{number:064x}", DATE), b"")

    refused(workspace, path)


# --- manifests --------------------------------------------------------------------------------


def spoilt(members: Members, path: Path, sender: Workspace, **changes: Any) -> Path:
    """A manifest that is changed and signed again by its own device."""
    return signed(path, members, sender.device, lambda manifest: manifest.update(changes))


def test_a_package_put_together_again_by_its_own_device_is_taken(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    path = spoilt(members, tmp_path / "a.evpkg", sender)

    assert merge_package(workspace, path).status is MergeStatus.MERGED


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 0},
        {"format": "1"},
        {"format": None},
        {"format": True},
        {"parts": []},
        {"volumes": []},
        {"volumes": [[]]},
        {"volumes": [[REVISIONS]]},
        {"volumes": [[REVISIONS, EVIDENCE, EVIDENCE]]},
        {"tips": {"x": {"seq": 0, "revision": "ab" * 32}}},
        {"tips": None},
        {"device": "12345-12345-12345-12345-12345-12345-12345-12345"},
        {"revisions": 1},
        {"revisions": -1},
        {"round": "x"},
        {"surplus": 1},
        {"person": 5},
        {"since": {"x": -1}},
        {"task": {"person": "", "providers": []}},
        {"scheme_digest": ""},
    ],
)
def test_a_manifest_that_does_not_fit(
    workspace: Workspace,
    sender: Workspace,
    members: Members,
    tmp_path: Path,
    changes: dict[str, Any],
) -> None:
    refused(workspace, spoilt(members, tmp_path / "a.evpkg", sender, **changes))


@pytest.mark.parametrize("wrong", ["digest", "size", "name", "twice", "personal"])
def test_parts_that_do_not_fit(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path, wrong: str
) -> None:
    def change(manifest: dict[str, Any]) -> None:
        part = manifest["parts"][-1]
        assert part["name"] == EVIDENCE
        if wrong == "digest":
            part["sha256"] = "0" * 64
        elif wrong == "size":
            part["size"] += 1
        elif wrong == "name":
            part["name"] = "evidence/../../x"
        elif wrong == "twice":
            manifest["parts"].append(part | {"size": 1})
        else:
            manifest["parts"].append({"name": "personal.jsonl", "sha256": "0" * 64, "size": 0})

    refused(workspace, signed(tmp_path / "a.evpkg", members, sender.device, change))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"format":' + b"[" * 100_000,
        b'{"a":' + b"[" * 100_000,
        b'{"a":"\xff"}',
        b'{"format":1,"person":"\xff"}',
        b'{"format":1e999}',
        b'{"format":1,"format":1}',
    ],
)
def test_a_manifest_that_is_none(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path, content: bytes
) -> None:
    members[MANIFEST], members[SIGNATURE] = content, sender.device.sign(content)

    refused(workspace, zipped(tmp_path / "a.evpkg", members))


def test_a_manifest_in_another_spelling(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    content = json.dumps(json.loads(members[MANIFEST]), indent=1).encode()
    members[MANIFEST], members[SIGNATURE] = content, sender.device.sign(content)

    refused(workspace, zipped(tmp_path / "a.evpkg", members))


@pytest.mark.parametrize("signature", [b"", b"x", bytes(64), bytes(65)])
def test_a_signature_that_is_none(
    workspace: Workspace, members: Members, tmp_path: Path, signature: bytes
) -> None:
    members[SIGNATURE] = signature

    refused(workspace, zipped(tmp_path / "a.evpkg", members))


def test_a_newer_format_is_refused_whole_and_said(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    path = spoilt(members, tmp_path / "a.evpkg", sender, format=7, whatever={"new": True})

    set_language("en")
    sentence = refused(workspace, path)
    assert "newer" in sentence
    assert "7" in sentence


def test_another_round_is_refused(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    path = spoilt(members, tmp_path / "a.evpkg", sender, round="ab" * 16)
    refused(workspace, path, MergeStatus.OTHER_ROUND)

    with Workspace.create(tmp_path / "else", person="某人", role="lead") as other:
        steps.start_round(other, steps.read_scheme())
        export_package(other, tmp_path / "else.evpkg")
    refused(workspace, tmp_path / "else.evpkg", MergeStatus.OTHER_ROUND)


# --- revisions --------------------------------------------------------------------------------

_SOUND = fields("rating", provider=PROVIDER, item=FEES)


def with_lines(
    members: Members, path: Path, sender: Workspace, change: Callable[[list[bytes]], list[bytes]]
) -> Path:
    """The package with other revisions, its hashes and signature made to fit."""
    lines = change(members[REVISIONS].splitlines())
    return signed(path, members | {REVISIONS: in_order(lines)}, sender.device)


def test_a_sound_revision_more_is_taken(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    """The refusals below are for what they spoil, not for the extra line."""
    path = with_lines(members, tmp_path / "a.evpkg", sender, lambda ls: [*ls, written(_SOUND)])

    assert merge_package(workspace, path).status is MergeStatus.MERGED


def _value_of_last(lines: list[bytes]) -> list[bytes]:
    return [line.replace(b'"value":"81"', b'"value":"91"') for line in lines]


def _without(part: bytes) -> Callable[[list[bytes]], list[bytes]]:
    return lambda lines: [line for line in lines if part not in line]


def _and(*more: bytes) -> Callable[[list[bytes]], list[bytes]]:
    return lambda lines: [*lines, *more]


HISTORIES: dict[str, Callable[[list[bytes]], list[bytes]]] = {
    "edited and hashed anew": _value_of_last,
    "a revision dropped": _without(b'"value":"80"'),
    "the last one dropped": _without(b'"kind":"evidence"'),
    "all dropped": lambda _lines: [],
    "a line of nothing": _and(b""),
    "a line of rubbish": _and(b"rubbish"),
    "a line that is not UTF-8": _and(written(_SOUND).replace("周明".encode(), b"\xff\xfe")),
    "a deep line": _and(b"[" * 100_000),
    "a key twice": _and(written(_SOUND).replace(b'"v":1', b'"v":1,"v":1')),
    "another spelling": _and(json.dumps(_SOUND, ensure_ascii=False).encode()),
    "an unknown kind": _and(written(_SOUND | {"kind": "wish"})),
    "an unknown field": _and(written(_SOUND | {"wish": 1})),
    "a newer revision": _and(written(_SOUND | {"v": 2})),
    "an entity of its own choice": _and(written(_SOUND | {"entity": "ab" * 16})),
    "a parent that is not there": _and(written(_SOUND | {"parents": ["ab" * 32]})),
    "a chain that is not there": _and(written(_SOUND | {"seq": 4, "prev": "ab" * 32})),
    "an outcome that is none": _and(
        written(fields("outcome", provider=PROVIDER, outcome="fine"))
    ),
    "a day that is none": _and(written(fields("outcome", provider=PROVIDER, on="2020-02-30"))),
    "text of 30 000 signs": _and(written(fields("rating", reason="x" * 30_000))),
    "another round beside it": _and(written(fields("round") | {"entity": "ab" * 16})),
    "the round withdrawn": _and(written(fields("round") | {"body": None})),
}  # fmt: skip


@pytest.mark.parametrize("name", HISTORIES)
def test_a_history_that_was_tampered_with_by_whoever_signed_it(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path, name: str
) -> None:
    refused(workspace, with_lines(members, tmp_path / "a.evpkg", sender, HISTORIES[name]))


def test_a_parent_of_another_record(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    strange = sender.record(PROVIDER).evidence[0].head_ids[0]
    line = written(_SOUND | {"parents": [strange]})

    refused(workspace, with_lines(members, tmp_path / "a.evpkg", sender, _and(line)))


def test_lines_out_of_order(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    lines = members[REVISIONS].splitlines(keepends=True)

    for order in (reversed(lines), [*lines, lines[-1]], [lines[0], *lines]):
        members[REVISIONS] = b"".join(order)
        refused(workspace, signed(tmp_path / "a.evpkg", members, sender.device))


def test_a_last_line_without_its_end(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    members[REVISIONS] = members[REVISIONS].rstrip(b"\n")

    refused(workspace, signed(tmp_path / "a.evpkg", members, sender.device))


def test_a_line_that_does_not_end(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    members[REVISIONS] = zlib.compress(b"x") * 1_000_000  # 9 MB without a line break

    refused(workspace, signed(tmp_path / "a.evpkg", members, sender.device))


def test_one_bad_revision_refuses_the_good_ones_with_it(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    bad = written(fields("rating", provider=OTHER, value="101"))
    path = with_lines(members, tmp_path / "a.evpkg", sender, _and(bad))

    refused(workspace, path)
    assert workspace.record(PROVIDER).raters == ()


# --- evidence ---------------------------------------------------------------------------------


def test_evidence_that_is_not_what_its_name_says(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    members[EVIDENCE] = b"another content, hash and signature made to fit"
    refused(workspace, signed(tmp_path / "a.evpkg", members, sender.device))

    def lie(manifest: dict[str, Any]) -> None:
        manifest["parts"][-1]["sha256"] = EVIDENCE.removeprefix("evidence/")

    refused(workspace, signed(tmp_path / "a.evpkg", members, sender.device, lie), dry=(False,))


def test_a_good_file_before_a_bad_one_is_not_kept(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    other = b"a second file"
    members[f"evidence/{hashlib.sha256(other).hexdigest()}"] = other
    last = max(name for name in members if name.startswith("evidence/"))
    members[last] += b"!"

    def lie(manifest: dict[str, Any]) -> None:
        manifest["parts"][-1]["sha256"] = last.removeprefix("evidence/")

    members = {name: members[name] for name in sorted(members, key=lambda n: n == last)}
    refused(workspace, signed(tmp_path / "a.evpkg", members, sender.device, lie), dry=(False,))


def test_no_message_shows_what_stands_in_a_package(
    workspace: Workspace, sender: Workspace, members: Members, tmp_path: Path
) -> None:
    line = written(fields("rating", reason="x" * 20_001 + "秘密"))
    path = with_lines(members, tmp_path / "a.evpkg", sender, _and(line))

    assert "秘密" not in refused(workspace, path)
