"""A disk that is full: said in words, what was recorded before is safe, work goes on afterwards."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from evaluator_desktop.domain.bodies import Rating
from evaluator_desktop.errors import DiskFullError, EvaluatorError
from evaluator_desktop.exchange.workbooks.template import write_provider_template
from evaluator_desktop.operations import backups, evidence, ratings
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.export import export_package
from evaluator_desktop.operations.issuing import make_provider_report
from evaluator_desktop.operations.merge import MergeStatus, merge_package
from evaluator_desktop.operations.reports import export_results
from evaluator_desktop.store.ballast import SIZE
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF, Laptop, files_in, is_root, stored_rows

_SIZE = 4 << 20


@pytest.fixture
def disk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path]:
    """A disk of its own, of 4 MB unless the test asks for another."""
    size = getattr(request, "param", _SIZE)
    folder = tmp_path / "disk"
    folder.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if not is_root() or mount is None or umount is None:
        pytest.skip("needs root to mount a small disk; a full disk was not tried")
    wanted = [mount, "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if subprocess.run(wanted, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here; a full disk was not tried")
    yield folder
    subprocess.run([umount, "-l", folder], check=True)


@pytest.fixture
def small(disk: Path, workspace_template: Path) -> Iterator[Workspace]:
    """A workspace on the small disk."""
    shutil.copytree(workspace_template, disk / "work")
    with Workspace.open(disk / "work") as workspace:
        yield workspace


def fill(disk: Path, name: str = "ballast") -> Path:
    """Leave not a byte."""
    ballast = disk / name
    with ballast.open("wb") as stream:
        for size in (1 << 16, 1 << 10, 1):
            try:
                while True:
                    os.write(stream.fileno(), bytes(size))
            except OSError:
                continue
    return ballast


def test_a_save_on_a_full_disk_changes_nothing_and_works_again_later(
    small: Workspace, disk: Path
) -> None:
    ratings.rate(small, PROVIDER, STAFF, "80")
    before, undo = stored_rows(small), list(small.session.undo)
    ballast = fill(disk)
    for _again in range(2):
        with pytest.raises(DiskFullError):
            ratings.rate(small, PROVIDER, STAFF, "81", "x" * 19_000)
        assert stored_rows(small) == before
        assert small.session.undo == undo

    ballast.unlink()
    ratings.rate(small, PROVIDER, STAFF, "81", "x" * 19_000)
    assert check(small).problems == ()


def test_saves_until_the_disk_is_full_are_all_there(small: Workspace, disk: Path) -> None:
    acknowledged: list[str] = []

    def save_on() -> None:
        for number in range(2000):
            done = ratings.rate(small, PROVIDER, STAFF, str(number % 100), os.urandom(9000).hex())
            acknowledged.extend(done.revisions)

    with pytest.raises(DiskFullError):
        save_on()
    small.close()
    with Workspace.open(small.path) as again:
        known = {name for name, _content in again.history.contents()}
        assert known.issuperset(acknowledged)
        assert list(again.database.quick_check()) == []
    assert len(acknowledged) > 10


def test_evidence_that_has_no_room_leaves_nothing(
    small: Workspace, disk: Path, tmp_path: Path
) -> None:
    (tmp_path / "video.mp4").write_bytes(os.urandom(_SIZE))
    before, files = stored_rows(small), files_in(small.path)

    with pytest.raises(DiskFullError):
        evidence.add_files(small, PROVIDER, STAFF, [tmp_path / "video.mp4"])
    with pytest.raises(EvaluatorError):
        evidence.add_content(small, PROVIDER, STAFF, "video.mp4", os.urandom(_SIZE))

    assert stored_rows(small) == before
    assert files_in(small.path) == files


def test_a_backup_that_has_no_room_leaves_no_part(small: Workspace, disk: Path) -> None:
    made = small.backups.make()
    fill(disk)

    with pytest.raises(DiskFullError):
        small.backups.make()

    assert list((small.path / "backups").iterdir()) == [made]


def test_a_restore_that_has_no_room_leaves_nothing(disk: Path, workspace: Workspace) -> None:
    backup = backups.make_backup(workspace)
    ballast = fill(disk)
    os.truncate(ballast, ballast.stat().st_size - (64 << 10))

    with pytest.raises(DiskFullError):
        backups.restore(backup, disk / "again")

    assert list(disk.iterdir()) == [ballast]


def test_a_template_that_has_no_room_is_no_fault_of_the_call(disk: Path) -> None:
    ballast = fill(disk)

    with pytest.raises(DiskFullError):
        write_provider_template(disk / "list.xlsx", "en")

    assert list(disk.iterdir()) == [ballast]


def test_a_workbook_of_results_that_has_no_room_leaves_nothing(
    workspace: Workspace, disk: Path
) -> None:
    ballast = fill(disk)

    with pytest.raises(DiskFullError):
        export_results(workspace, disk / "results.xlsx")

    assert list(disk.iterdir()) == [ballast]


def test_a_report_that_has_no_room_leaves_nothing_and_works_later(
    workspace: Workspace, disk: Path
) -> None:
    ballast = fill(disk)

    with pytest.raises(DiskFullError):
        make_provider_report(workspace, PROVIDER, disk / "report.pdf")

    assert list(disk.iterdir()) == [ballast]
    ballast.unlink()
    make_provider_report(workspace, PROVIDER, disk / "report.pdf")


def test_a_merge_that_has_no_room_changes_nothing(
    small: Workspace, disk: Path, laptop: Laptop, tmp_path: Path
) -> None:
    zhou = laptop("zhou")
    ratings.rate(zhou, PROVIDER, STAFF, "80")
    evidence.add_content(zhou, PROVIDER, STAFF, "video.mp4", os.urandom(100_000))
    path = export_package(zhou, tmp_path / "a.evpkg").path
    before, files = stored_rows(small), files_in(small.path)
    ballast = fill(disk)

    with pytest.raises(DiskFullError):
        merge_package(small, path)

    assert stored_rows(small) == before
    assert files_in(small.path) == files
    ballast.unlink()
    assert merge_package(small, path).status is MergeStatus.MERGED


def test_a_workspace_on_a_full_disk_is_not_half_made(disk: Path) -> None:
    fill(disk)

    with pytest.raises(EvaluatorError):
        Workspace.create(disk / "work", person="林一帆", role="lead")

    assert [p.name for p in disk.iterdir()] == ["ballast"]


@pytest.mark.parametrize("disk", [96 << 20], indirect=True)
def test_ballast_is_dropped_to_save_and_export_and_comes_again(
    small: Workspace, disk: Path, tmp_path: Path
) -> None:
    ballast = small.path / "ballast"
    assert ballast.stat().st_size == SIZE
    filling = fill(disk, "video")
    assert shutil.disk_usage(disk).free < 1 << 20

    ratings.rate(small, PROVIDER, STAFF, "81", "x" * 19_000)
    [entity] = small.record(PROVIDER).entities["rating"]
    assert isinstance(entity.last.body, Rating)
    assert entity.last.body.value == "81"
    assert not ballast.exists()
    export_package(small, tmp_path / "a.evpkg")

    filling.unlink()
    ratings.rate(small, PROVIDER, STAFF, "82")
    assert ballast.stat().st_size == SIZE
    assert check(small).problems == ()


def test_no_ballast_where_there_is_plenty_of_room_or_none(
    workspace: Workspace, small: Workspace, disk: Path
) -> None:
    assert not (small.path / "ballast").exists()
    if shutil.disk_usage(workspace.path).free > 4 << 30:
        assert not (workspace.path / "ballast").exists()
