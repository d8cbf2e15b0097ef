"""Backups: verified before they count, rotated by number, never below what is verified."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from evaluator_desktop.errors import DiskFullError, FileProblemError
from evaluator_desktop.operations import backups, ratings
from evaluator_desktop.store.backup_files import STAMP
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF, shared_rows


def revisions(path: Path) -> int:
    with closing(sqlite3.connect(path)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(copy.execute("SELECT count(*) FROM revision").fetchone()[0])


def test_a_backup_holds_everything_recorded_so_far(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    path = workspace.backups.make()
    ratings.rate(workspace, PROVIDER, STAFF, "81")

    assert revisions(path) == workspace.history.count() - 1
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_the_oldest_go_first_whatever_the_clock_says(workspace: Workspace) -> None:
    made = [workspace.backups.make() for _ in range(13)]
    # A clock that jumped back gives names that look older.
    assert workspace.backups.all() == made[-10:]

    numbers = [path.name.split("-")[1] for path in made]
    assert numbers == sorted(set(numbers))


def test_files_of_others_in_the_folder_are_left_alone(workspace: Workspace) -> None:
    folder = workspace.path / "backups"
    for name in ("store-abc.sqlite3", "store-.sqlite3", "notes.txt", "store-000001.sqlite3.part"):
        (folder / name).write_text("mine")

    made = [workspace.backups.make() for _ in range(12)]

    assert workspace.backups.all() == made[-10:]
    assert (folder / "store-abc.sqlite3").read_text() == "mine"
    assert (folder / "notes.txt").read_text() == "mine"


def test_a_backup_that_cannot_be_written_rotates_nothing(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [workspace.backups.make() for _ in range(10)]

    def fail(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("evaluator_desktop.store.database.sync_file", fail)
    with pytest.raises(DiskFullError):
        workspace.backups.make()

    assert sorted((workspace.path / "backups").iterdir()) == made


def test_going_back_to_a_backup(workspace: Workspace, tmp_path: Path) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    expected = shared_rows(workspace)
    path = backups.make_backup(workspace, tmp_path / "copy.sqlite3")
    ratings.rate(workspace, PROVIDER, STAFF, "20")

    backups.restore(path, tmp_path / "again")

    with Workspace.open(tmp_path / "again") as restored:
        assert shared_rows(restored) == expected
        assert restored.session.run != workspace.session.run


def test_a_backup_overwrites_nothing(workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "mine.sqlite3").write_text("mine")

    with pytest.raises(FileProblemError):
        backups.make_backup(workspace, tmp_path / "mine.sqlite3")

    assert (tmp_path / "mine.sqlite3").read_text() == "mine"


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0" * 300])
def test_what_is_no_backup_is_refused_and_leaves_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)

    with pytest.raises(FileProblemError):
        backups.restore(tmp_path / "file", tmp_path / "again")

    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def planted(folder: Path, days_ago: list[int]) -> list[Path]:
    """Backups as they were made on other days, the oldest first."""
    paths = []
    for number, days in enumerate(sorted(days_ago, reverse=True), start=1):
        stamp = (datetime(2020, 11, 20, 9, tzinfo=UTC) - timedelta(days=days)).strftime(STAMP)
        path = folder / f"store-{number:06d}-{stamp}.sqlite3"
        path.write_bytes(b"")
        paths.append(path)
    return paths


def test_the_last_of_each_day_week_and_month_is_kept(workspace: Workspace) -> None:
    """Two a day for 300 days, and ten of today."""
    days_ago = [*range(1, 300), *range(1, 300), *[0] * 9]
    made = planted(workspace.path / "backups", days_ago)
    newest = workspace.backups.make()

    kept = workspace.backups.all()

    assert kept[-10:] == [*made[-9:], newest]
    days = {path.name.split("-")[2][:8] for path in kept}
    months = {day[:6] for day in days}
    assert len(kept) <= 10 + 7 + 4 + 6
    assert len(days) > 8
    assert len(months) >= 5


def test_on_a_disk_that_is_short_the_newest_alone_is_left(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        workspace.backups.make()
    monkeypatch.setattr("evaluator_desktop.store.backups._FREE", 1 << 60)

    newest = workspace.backups.make()

    assert workspace.backups.all() == [newest]
    assert revisions(newest) == workspace.history.count()


_KILLED = """
import sys
from pathlib import Path
from evaluator_desktop.store.workspace import Workspace
Workspace.open(Path(sys.argv[1])).backups.make()
"""


@pytest.mark.parametrize("call", ["pwrite64", "fsync", "rename", "unlink"])
def test_a_kill_while_a_backup_is_made_leaves_only_whole_ones(
    workspace: Workspace, call: str
) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed; no kill was tried")
    made = [workspace.backups.make() for _ in range(10)]
    workspace.close()
    when = 40 if call == "pwrite64" else 1
    harm = f"inject={call}:signal=KILL:when={when}"
    traced = [strace, "-qq", "-o", "/dev/null", "-e", f"trace={call}", "-e", harm]
    script = [sys.executable, "-c", _KILLED, str(workspace.path)]
    subprocess.run([*traced, *script], check=False, cwd=Path(__file__).parents[2])

    with Workspace.open(workspace.path) as again:
        assert set(made[1:]) <= set(again.backups.all())
        assert len(again.backups.all()) >= 10
        for path in again.backups.all():
            assert revisions(path) == again.history.count()
        again.backups.make()
        assert not list((again.path / "backups").glob("*.part"))
