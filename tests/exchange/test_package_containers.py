"""Files that are no package, zips from an enemy, a bad stick or a helpful program: refused."""

import os
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest

from evaluator_desktop.operations.merge import TAKEN, MergeStatus, merge_package
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.packages import (
    DATE,
    MANIFEST,
    REVISIONS,
    SIGNATURE,
    Members,
    zipped,
)
from tests.exchange.refusing import EVIDENCE, refused
from tests.workspaces import (
    Laptop,
    files_in,
    shared_rows,
)


def test_the_good_package_is_taken(workspace: Workspace, good: Path) -> None:
    result = merge_package(workspace, good)

    assert result.status is MergeStatus.MERGED
    assert (result.new_revisions, result.new_evidence) == (3, 1)


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
