"""Writing a package: whole or not at all, the same for the same store, never over a file."""

import hashlib
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from evaluator_desktop.errors import DiskFullError, EvaluatorError, FileProblemError
from evaluator_desktop.exchange import medium
from evaluator_desktop.operations import evidence, ratings
from evaluator_desktop.operations.export import (
    ExportWishes,
    export_package,
)
from evaluator_desktop.operations.merge import merge_package
from evaluator_desktop.store.database import sync_file
from evaluator_desktop.store.device import signature_holds
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.packages import (
    MANIFEST,
    REVISIONS,
    SIGNATURE,
    lines_of,
    manifest_of,
    members_of,
)
from tests.workspaces import (
    OTHER,
    PROVIDER,
    STAFF,
    Laptop,
    files_in,
    is_root,
    stored_rows,
)


def test_a_package_holds_the_whole_history(filled: Workspace, tmp_path: Path) -> None:
    written = export_package(filled, tmp_path / "a.evpkg")

    expected = [content for _name, content in filled.history.contents()]
    members = members_of(written.path)
    assert members[REVISIONS].splitlines() == expected
    assert written.revisions == len(expected)
    assert written.evidence == 2
    for name, content in members.items():
        if name.startswith("evidence/"):
            assert name == f"evidence/{hashlib.sha256(content).hexdigest()}"


def test_the_manifest_says_what_is_in_it_and_is_signed(filled: Workspace, tmp_path: Path) -> None:
    written = export_package(filled, tmp_path / "a.evpkg")

    members, manifest = members_of(written.path), manifest_of(written.path)
    assert {p["name"]: (p["size"], p["sha256"]) for p in manifest["parts"]} == {
        name: (len(content), hashlib.sha256(content).hexdigest())
        for name, content in members.items()
        if name not in (MANIFEST, SIGNATURE)
    }
    assert manifest["volumes"] == [[part["name"] for part in manifest["parts"]]]
    assert (manifest["format"], manifest["round"]) == (1, filled.info.id)
    assert manifest["scheme_digest"] == filled.scheme.digest
    assert manifest["revisions"] == written.revisions
    assert written.number == hashlib.sha256(members[MANIFEST]).hexdigest()
    key = bytes.fromhex(manifest["device_key"])
    assert key == filled.device.public_key
    assert manifest["device"] == filled.device.fingerprint
    assert signature_holds(key, members[SIGNATURE], members[MANIFEST])


def test_the_manifest_names_the_tip_of_every_run(filled: Workspace, tmp_path: Path) -> None:
    written = export_package(filled, tmp_path / "a.evpkg")

    lines = lines_of(written.path)
    runs = {line["run"] for line in lines}
    tips = manifest_of(written.path)["tips"]
    assert set(tips) == runs
    for run, tip in tips.items():
        assert tip["seq"] == max(line["seq"] for line in lines if line["run"] == run)


def test_what_is_said_of_the_file_is_true(filled: Workspace, tmp_path: Path) -> None:
    written = export_package(filled, tmp_path / "a.evpkg")

    content = written.path.read_bytes()
    assert written.bytes == len(content)
    assert written.digest == hashlib.sha256(content).hexdigest()


def test_names_are_ascii_dates_are_fixed_and_nothing_is_executable(
    filled: Workspace, tmp_path: Path
) -> None:
    written = export_package(filled, tmp_path / "a.evpkg")

    with zipfile.ZipFile(written.path) as package:
        assert package.testzip() is None
        for entry in package.infolist():
            assert entry.filename.isascii()
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.external_attr >> 16 == 0o600
            assert entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def test_the_same_store_gives_the_same_package(filled: Workspace, tmp_path: Path) -> None:
    one = export_package(filled, tmp_path / "a.evpkg")
    two = export_package(filled, tmp_path / "b.evpkg")
    assert members_of(one.path) == members_of(two.path)
    assert one.number == two.number

    filled.close()
    with Workspace.open(filled.path) as again:
        assert export_package(again, tmp_path / "c.evpkg").number == one.number
    ratings_changed = export_after_a_rating(filled, tmp_path / "d.evpkg")
    assert ratings_changed != one.number


def export_after_a_rating(workspace: Workspace, target: Path) -> str:
    with Workspace.open(workspace.path) as again:
        ratings.rate(again, OTHER, STAFF, "80")
        return export_package(again, target).number


def test_exporting_changes_nothing_here(filled: Workspace, tmp_path: Path) -> None:
    before, files = stored_rows(filled), files_in(filled.path)

    export_package(filled, tmp_path / "a.evpkg")

    assert stored_rows(filled) == before
    assert files_in(filled.path) == files


def test_names_and_numbers_of_people_stay_here(filled: Workspace, tmp_path: Path) -> None:
    written = export_package(filled, tmp_path / "a.evpkg")

    content = b"".join(members_of(written.path).values())
    assert "欧阳采薇".encode() not in content
    assert b"13917204486" not in content
    assert written.personal_left_out == 1


def test_only_the_package_is_left_beside_it(filled: Workspace, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    export_package(filled, tmp_path / "stick" / "a.evpkg")

    assert [p.name for p in (tmp_path / "stick").iterdir()] == ["a.evpkg"]


def refused(workspace: Workspace, target: Path, wishes: ExportWishes | None = None) -> str:
    """Export what is refused; nothing is written anywhere. Returns the sentence."""
    folder = target.parent
    before, files = stored_rows(workspace), files_in(workspace.path)
    beside = {p: p.read_bytes() for p in folder.glob("*") if p.is_file()} if folder.is_dir() else {}
    with pytest.raises(EvaluatorError) as caught:
        export_package(workspace, target, wishes)
    assert stored_rows(workspace) == before
    assert files_in(workspace.path) == files
    if folder.is_dir():
        assert {p: p.read_bytes() for p in folder.glob("*") if p.is_file()} == beside
    return str(caught.value)


def test_nothing_is_overwritten(filled: Workspace, tmp_path: Path) -> None:
    target = tmp_path / "stick" / "a.evpkg"
    target.parent.mkdir()
    target.write_bytes(b"an older export")

    assert "a.evpkg" in refused(filled, target)
    target.unlink()
    target.mkdir()
    assert "a.evpkg" in refused(filled, target)


def test_a_folder_that_is_not_there_is_refused(filled: Workspace, tmp_path: Path) -> None:
    assert "a.evpkg" in refused(filled, tmp_path / "nowhere" / "a.evpkg")


def test_the_workspace_itself_is_no_place_for_a_package(filled: Workspace, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(filled.path)
    for target in (
        filled.path / "a.evpkg",
        filled.path / "evidence" / "a.evpkg",
        tmp_path / "link" / "a.evpkg",
        tmp_path / "other" / ".." / filled.path.name / "a.evpkg",
    ):
        (tmp_path / "other").mkdir(exist_ok=True)
        refused(filled, target)


class _Meddling:
    """A listener through whom something happens in the middle of the writing."""

    cancelled = False

    def __init__(self, act: object) -> None:
        self._act = act

    def raise_if_cancelled(self) -> None:
        if isinstance(self._act, Exception):
            raise self._act

    def step(self, done: int, total: int, text: str = "") -> None:
        if callable(self._act):
            self._act()


def test_a_file_that_appears_meanwhile_is_not_overwritten(
    filled: Workspace, tmp_path: Path
) -> None:
    target = tmp_path / "a.evpkg"
    meddling = _Meddling(lambda: target.write_bytes(b"somebody else's"))

    with pytest.raises(FileProblemError):
        export_package(filled, target, progress=meddling)

    assert target.read_bytes() == b"somebody else's"
    assert not (tmp_path / "a.evpkg.part").exists()


def test_a_cancelled_export_leaves_nothing(filled: Workspace, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()

    with pytest.raises(CancelledError):
        export_package(filled, tmp_path / "stick" / "a.evpkg", progress=_Meddling(CancelledError()))

    assert list((tmp_path / "stick").iterdir()) == []


def test_a_part_file_of_an_export_that_was_killed_is_in_nobodys_way(
    filled: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "a.evpkg.part").write_bytes(b"half a package")

    written = export_package(filled, tmp_path / "a.evpkg")

    assert zipfile.ZipFile(written.path).testzip() is None
    assert not (tmp_path / "a.evpkg.part").exists()


def test_a_medium_that_gives_back_other_bytes_is_found_out(
    filled: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stick").mkdir()

    def lie(path: Path) -> None:
        sync_file(path)
        with zipfile.ZipFile(path) as package:
            place = package.getinfo(REVISIONS).header_offset + 200
        with path.open("r+b") as stream:
            stream.seek(place)
            stream.write(b"\0\0\0\0")

    monkeypatch.setattr(medium, "sync_file", lie)
    with pytest.raises(EvaluatorError):
        export_package(filled, tmp_path / "stick" / "a.evpkg")

    assert list((tmp_path / "stick").iterdir()) == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if not is_root() or mount is None:
        pytest.skip("needs root to mount a small disk; a full disk was not tried")
    done = subprocess.run([mount, "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], check=False)
    if done.returncode:
        pytest.skip("mounting is not allowed here; a full disk was not tried")
    yield folder
    umount = shutil.which("umount") or "umount"
    subprocess.run([umount, folder], check=True)


def test_a_full_stick_is_said_and_left_as_it_was(filled: Workspace, small_disk: Path) -> None:
    evidence.add_content(filled, PROVIDER, STAFF, "录像.mp4", os.urandom(2 << 20))
    (small_disk / "mine.txt").write_text("mine")

    with pytest.raises(DiskFullError):
        export_package(filled, small_disk / "a.evpkg")

    assert [p.name for p in small_disk.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("spoil", ["other bytes", "cut off", "a folder"])
@pytest.mark.parametrize("sealed", [False, True])
def test_damaged_evidence_is_left_out_and_named(
    filled: Workspace, tmp_path: Path, spoil: str, *, sealed: bool
) -> None:
    digest = hashlib.sha256(b"prices").hexdigest()
    path = filled.evidence_files.path(digest)
    whole = export_package(filled, tmp_path / "whole.evpkg")
    path.unlink()
    if spoil == "a folder":
        path.mkdir()
    else:
        path.write_bytes(b"Prices" if spoil == "other bytes" else b"pri")

    wishes = ExportWishes(recipients=(filled.device.recipient,)) if sealed else None
    written = export_package(filled, tmp_path / "a.evpkg", wishes)

    named = spoil != "a folder"  # what is no file at all is missing here too, as lists show
    assert written.evidence == whole.evidence - 1
    assert [name.count("苏州") for name in written.damaged] == [1] * named
    assert {p.name for p in tmp_path.glob("*.part")} == set()
    if not sealed:
        parts = {part["name"] for part in manifest_of(written.path)["parts"]}
        assert f"evidence/{digest}" not in parts
        assert zipfile.ZipFile(written.path).testzip() is None


def test_the_receiver_of_a_package_without_a_damaged_file_misses_it(
    filled: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    digest = hashlib.sha256(b"prices").hexdigest()
    filled.evidence_files.path(digest).write_bytes(b"Prices")
    zhou = laptop("zhou")

    merge_package(zhou, export_package(filled, tmp_path / "a.evpkg").path)
    assert digest in zhou.record(OTHER).missing_files

    filled.evidence_files.path(digest).write_bytes(b"prices")
    merge_package(zhou, export_package(filled, tmp_path / "b.evpkg").path)
    assert digest not in zhou.record(OTHER).missing_files
