"""Packages in several files: for sticks with FAT32 and for e-mail."""

import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from evaluator_desktop.errors import FieldsError, FileProblemError
from evaluator_desktop.exchange.errors import PackageError
from evaluator_desktop.exchange.package_reader import PackageReader
from evaluator_desktop.exchange.package_writer import Written
from evaluator_desktop.exchange.volumes import LARGEST_FILE, divide, volume_targets
from evaluator_desktop.operations.evidence import add_files
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.operations.merge import MergeReport, MergeStatus, merge_packages
from evaluator_desktop.operations.ratings import rate
from evaluator_desktop.operations.start import workspace_from_package
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.sealed import NAMES, known_people, plant
from tests.workspaces import CHEN, LEAD, PROVIDER, STAFF, Laptop, shared_rows, stored_rows

SIZE = 700_000
Merge = Callable[..., MergeReport]


@pytest.fixture
def lead(laptop: Laptop, tmp_path: Path) -> Workspace:
    """Six photographs of 300 kB beside the planted people."""
    workspace = laptop("lead", LEAD, "lead")
    plant(workspace, tmp_path)
    files = []
    for number in range(6):
        files.append(tmp_path / f"{number}.jpg")
        files[-1].write_bytes(os.urandom(300_000))
    add_files(workspace, PROVIDER, STAFF, files)
    return workspace


@pytest.fixture
def zhou(laptop: Laptop) -> Workspace:
    return laptop("zhou")


@pytest.fixture
def written(lead: Workspace, tmp_path: Path) -> Written:
    return export_package(lead, tmp_path / "x.evpkg", ExportWishes(volume_size=SIZE))


@pytest.fixture
def merge(zhou: Workspace) -> Merge:
    def several(*paths: Path, workspace: Workspace = zhou) -> MergeReport:
        return merge_packages(workspace, paths)

    return several


def paths_of(written: Written) -> list[Path]:
    return [file.path for file in written.files]


def statuses(report: MergeReport) -> list[MergeStatus]:
    return [result.status for result in report.packages]


# --- writing -----------------------------------------------------------------------------------


def test_every_file_is_as_small_as_asked_and_carries_the_whole_manifest(
    written: Written, lead: Workspace, tmp_path: Path
) -> None:
    names = [file.path.name for file in written.files]
    assert names == ["x.001.evpkg", "x.002.evpkg", "x.003.evpkg", "x.004.evpkg"]
    assert all(file.bytes == file.path.stat().st_size <= SIZE for file in written.files)
    assert written.bytes == sum(file.bytes for file in written.files)
    assert not list(tmp_path.glob("*.part"))
    parts = []
    for place, file in enumerate(written.files):
        with PackageReader(file.path) as volume, zipfile.ZipFile(file.path) as members:
            assert (volume.number, volume.volume) == (written.number, place)
            parts += [name for name in members.namelist() if not name.startswith("manifest")]
            listed = [part.name for part in volume.manifest.parts]
    assert parts == listed
    assert len(parts) == 1 + 7


def test_what_fits_into_one_file_stays_in_one(lead: Workspace, tmp_path: Path) -> None:
    written = export_package(lead, tmp_path / "x.evpkg", ExportWishes(volume_size=20_000_000))

    assert paths_of(written) == [tmp_path / "x.evpkg"]


def test_the_same_store_gives_the_same_volumes(
    written: Written, lead: Workspace, tmp_path: Path
) -> None:
    again = export_package(lead, tmp_path / "y.evpkg", ExportWishes(volume_size=SIZE))

    assert again.number == written.number
    assert [file.digest for file in again.files] == [file.digest for file in written.files]


def test_a_file_that_is_larger_than_a_volume_has_one_of_its_own(
    lead: Workspace, zhou: Workspace, merge: Merge, tmp_path: Path
) -> None:
    large = tmp_path / "large.pdf"
    large.write_bytes(os.urandom(2_000_000))
    add_files(lead, PROVIDER, STAFF, [large])

    written = export_package(lead, tmp_path / "x.evpkg", ExportWishes(volume_size=SIZE))

    assert [file.bytes > SIZE for file in written.files].count(True) == 1
    assert merge(*paths_of(written)).packages[0].new_evidence == 8


@pytest.mark.parametrize("size", [1, 9000])
def test_volumes_too_small_for_the_manifest(lead: Workspace, tmp_path: Path, size: int) -> None:
    with pytest.raises(FileProblemError, match="manifest"):
        export_package(lead, tmp_path / "x.evpkg", ExportWishes(volume_size=size))
    assert not list(tmp_path.glob("*.evpkg*"))


@pytest.mark.parametrize("size", [-1, 0])
def test_a_volume_size_that_is_none_is_refused_by_its_name(
    lead: Workspace, tmp_path: Path, size: int
) -> None:
    with pytest.raises(FieldsError, match=f"{size}") as refused:
        export_package(lead, tmp_path / "x.evpkg", ExportWishes(volume_size=size))
    assert refused.value.code == "bad_value"
    assert not list(tmp_path.glob("*.evpkg*"))


def test_no_volume_is_written_over_a_file(lead: Workspace, tmp_path: Path) -> None:
    (tmp_path / "x.003.evpkg").write_text("mine")

    with pytest.raises(FileProblemError, match=r"x\.003"):
        export_package(lead, tmp_path / "x.evpkg", ExportWishes(volume_size=SIZE))
    assert [path.name for path in tmp_path.glob("*.evpkg*")] == ["x.003.evpkg"]
    assert (tmp_path / "x.003.evpkg").read_text() == "mine"


def test_a_part_that_no_stick_takes_is_refused_in_words() -> None:
    with pytest.raises(FileProblemError, match="evidence/a"):
        divide([("revisions.jsonl", 10), ("evidence/a", LARGEST_FILE)], 4096, 1 << 30)
    larger = LARGEST_FILE * 2
    assert divide([("evidence/a", LARGEST_FILE)], 4096, larger) == [["evidence/a"]]


def test_parts_keep_their_order_and_fill_the_volumes() -> None:
    sizes = [(str(number), 100) for number in range(7)]

    volumes = divide(sizes, fixed=1000, largest=1000 + 3 * 500)

    assert volumes == [["0", "1", "2"], ["3", "4", "5"], ["6"]]
    assert divide([("0", 5000), ("1", 1)], fixed=1000, largest=2500) == [["0"], ["1"]]


def test_names_of_volumes() -> None:
    target = Path("周明 2020-12-01.evpkg")

    assert volume_targets(target, 1) == [target]
    assert [p.name for p in volume_targets(target, 2)][1] == "周明 2020-12-01.002.evpkg"


# --- reading -----------------------------------------------------------------------------------


def test_all_of_them_in_any_order_are_one_package(
    written: Written, lead: Workspace, zhou: Workspace, merge: Merge
) -> None:
    paths = paths_of(written)
    random.Random(3).shuffle(paths)

    report = merge(*paths)

    assert statuses(report) == [MergeStatus.MERGED] * 4
    assert [result.file for result in report.packages] == [path.name for path in paths]
    assert sum(result.new_evidence for result in report.packages) == 7
    assert sum(result.new_revisions for result in report.packages) == 9
    for table in ("revision", "head", "summary"):
        assert shared_rows(zhou)[table] == shared_rows(lead)[table]
    assert statuses(merge(*paths)) == [MergeStatus.ALREADY_MERGED] * 4


@pytest.mark.parametrize(
    ("left_out", "named"), [((1,), "2"), ((0, 2), "1, 3"), ((1, 2, 3), "2, 3, 4")]
)
def test_missing_volumes_are_named_and_nothing_is_written(
    written: Written, zhou: Workspace, merge: Merge, left_out: tuple[int, ...], named: str
) -> None:
    given = [path for n, path in enumerate(paths_of(written)) if n not in left_out]
    before = stored_rows(zhou)

    report = merge(*given)

    assert statuses(report) == [MergeStatus.REFUSED] * len(given)
    assert named in report.packages[0].message
    assert "4" in report.packages[0].message
    assert stored_rows(zhou) == before
    assert not list(zhou.path.glob("staging/*"))


def test_the_same_volume_twice(written: Written, zhou: Workspace, merge: Merge) -> None:
    first, *others = paths_of(written)

    report = merge(first, first, *others, others[0])

    assert set(statuses(report)) == {MergeStatus.MERGED}
    assert sum(result.new_evidence for result in report.packages) == 7


@pytest.mark.parametrize("place", [1, -1])
def test_a_copy_of_a_volume_is_read_too(
    written: Written, zhou: Workspace, merge: Merge, tmp_path: Path, place: int
) -> None:
    """Before the package is whole, and after it was merged."""
    paths = paths_of(written)
    copy = tmp_path / "copy.evpkg"
    content = paths[0].read_bytes()
    middle = len(content) // 2
    copy.write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])
    paths.insert(place % (len(paths) + 1), copy)

    found = {result.file: result.status for result in merge(*paths).packages}

    assert found.pop("copy.evpkg") is MergeStatus.REFUSED
    assert set(found.values()) == {MergeStatus.MERGED}


def test_volumes_of_two_packages_are_told_apart(
    written: Written, lead: Workspace, zhou: Workspace, merge: Merge, tmp_path: Path
) -> None:
    rate(lead, PROVIDER, STAFF, "80")
    later = export_package(lead, tmp_path / "y.evpkg", ExportWishes(volume_size=SIZE))
    mixed = [path for pair in zip(paths_of(written), paths_of(later), strict=True) for path in pair]

    report = merge(*mixed[:-1])

    refused = [result.file for result in report.packages if result.error]
    assert refused == ["y.001.evpkg", "y.002.evpkg", "y.003.evpkg"]
    assert sum(result.new_revisions for result in report.packages) == 9


def test_a_part_in_the_wrong_volume(written: Written, zhou: Workspace, merge: Merge) -> None:
    first, second, *_others = paths_of(written)
    with zipfile.ZipFile(second) as volume:
        name = volume.namelist()[-1]
        content = volume.read(name)
    with zipfile.ZipFile(first, "a") as volume:
        volume.writestr(name, content)

    report = merge(*paths_of(written))

    assert set(statuses(report)) == {MergeStatus.REFUSED}
    assert name in report.packages[0].message


def test_a_damaged_volume_refuses_the_package(
    written: Written, zhou: Workspace, merge: Merge
) -> None:
    last = paths_of(written)[-1]
    content = bytearray(last.read_bytes())
    content[len(content) // 2] ^= 1
    last.write_bytes(content)
    before = stored_rows(zhou)

    report = merge(*paths_of(written))

    assert set(statuses(report)) == {MergeStatus.REFUSED}
    assert stored_rows(zhou) == before
    assert not list(zhou.evidence_files.digests())


def test_encrypted_volumes(lead: Workspace, zhou: Workspace, merge: Merge, tmp_path: Path) -> None:
    wishes = ExportWishes(recipients=(zhou.device.recipient,), volume_size=SIZE)
    written = export_package(lead, tmp_path / "x.evpkg", wishes)

    assert len(written.files) == 4
    assert all(file.bytes <= SIZE for file in written.files)
    assert set(statuses(merge(*paths_of(written)))) == {MergeStatus.MERGED}
    assert known_people(zhou) == set(NAMES)


def test_a_workspace_begins_from_the_volumes_beside_the_one_named(
    written: Written, tmp_path: Path
) -> None:
    (tmp_path / "x.009.evpkg").write_bytes(written.files[0].path.read_bytes())

    workspace, result = workspace_from_package(tmp_path / "new", written.files[2].path, person=CHEN)

    with workspace:
        assert result.new_evidence == 7


def test_a_workspace_does_not_begin_from_some_of_the_volumes(
    written: Written, tmp_path: Path
) -> None:
    written.files[1].path.unlink()

    with pytest.raises(PackageError, match="2"):
        workspace_from_package(tmp_path / "new", written.files[0].path, person=CHEN)
    assert not (tmp_path / "new").exists()


def test_any_volume_of_the_receiver_shows_what_is_there(
    written: Written, lead: Workspace, tmp_path: Path
) -> None:
    rate(lead, PROVIDER, STAFF, "80")

    wishes = ExportWishes(since=written.files[1].path)
    rest = export_package(lead, tmp_path / "y.evpkg", wishes)

    assert (rest.revisions, rest.evidence) == (1, 0)
