"""The one connection: its settings are in force, its lock is real, its migrations are whole."""

import hashlib
import os
import platform
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import peewee
import pytest

from evaluator_desktop.errors import (
    NewerWorkspaceError,
    NotAWorkspaceError,
    StorageFailedError,
    StoreDamagedError,
    WorkspaceBusyError,
)
from evaluator_desktop.operations import ratings
from evaluator_desktop.store import holder, migrations
from evaluator_desktop.store.database import APPLICATION_ID, FILE_NAME, Database
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF, Laptop, stored_rows


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("pragma", "expected"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),  # EXTRA
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("application_id", APPLICATION_ID),
        ("user_version", migrations.steps()[-1][0]),
    ],
)
def test_settings_are_in_force(workspace: Workspace, pragma: str, expected: object) -> None:
    assert workspace.database.rows(f"PRAGMA {pragma}") == [(expected,)]


def test_one_sqlite_library_in_the_process() -> None:
    assert vars(peewee)["sqlite3"] is sqlite3


def test_the_lock_is_taken_by_opening_alone(workspace: Workspace) -> None:
    script = (
        "import sqlite3, sys\n"
        "try: sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM revision')\n"
        "except sqlite3.OperationalError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, workspace.path / FILE_NAME],
        check=True,
        capture_output=True,
        text=True,
    )

    assert "locked" in done.stdout


def test_the_lock_survives_a_backup(workspace: Workspace, tmp_path: Path) -> None:
    workspace.backups.make()

    test_the_lock_is_taken_by_opening_alone(workspace)


def test_another_process_is_refused_with_the_holders_name(workspace: Workspace) -> None:
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from evaluator_desktop.texts import set_language\nset_language('en')\n"
        "from evaluator_desktop.store.workspace import Workspace\n"
        "try: Workspace.open(Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__, error.exit_code, error)"
    )
    before = stored_rows(workspace)

    done = subprocess.run(
        [sys.executable, "-c", script, workspace.path], check=True, capture_output=True, text=True
    )

    assert done.stdout.startswith("WorkspaceBusyError 3")
    assert f"process {os.getpid()} on {platform.node()}" in done.stdout
    assert stored_rows(workspace) == before
    ratings.rate(workspace, PROVIDER, STAFF, "80")


def test_a_second_opening_in_this_process_is_refused_too(workspace: Workspace) -> None:
    with pytest.raises(WorkspaceBusyError):
        Workspace.open(workspace.path)

    test_the_lock_is_taken_by_opening_alone(workspace)


def test_closing_frees_the_workspace(workspace: Workspace) -> None:
    workspace.close()
    workspace.close()

    with Workspace.open(workspace.path) as again:
        assert again.projections.get(PROVIDER)


def set_version(path: Path, version: int) -> None:
    connection = sqlite3.connect(path / FILE_NAME)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def test_a_newer_workspace_is_refused_untouched(workspace_template: Path, tmp_path: Path) -> None:
    path = tmp_path / "newer"
    shutil.copytree(workspace_template, path)
    set_version(path, 99)
    before = {p.name: digest(p) for p in path.rglob("*") if p.is_file()}

    with pytest.raises(NewerWorkspaceError, match="99"):
        Workspace.open(path)

    assert {p.name: digest(p) for p in path.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize("wal", [False, True])
@pytest.mark.parametrize("version", [0, 1, 99])
def test_another_programs_database_is_refused_untouched(
    tmp_path: Path, version: int, wal: bool
) -> None:
    path = tmp_path / "photos"
    path.mkdir()
    connection = sqlite3.connect(path / FILE_NAME)
    if wal:
        connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE photo (name TEXT)")
    connection.execute("INSERT INTO photo VALUES ('a')")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.commit()
    connection.close()
    before = digest(path / FILE_NAME)

    with pytest.raises(NotAWorkspaceError):
        Workspace.open(path)

    assert digest(path / FILE_NAME) == before
    assert [p.name for p in path.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize(
    "content", [b"hello, this is no database" * 100, b"SQLite format 3\0" * 99]
)
def test_a_file_that_is_no_database_is_refused_untouched(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)

    with pytest.raises((StoreDamagedError, NotAWorkspaceError)):
        Workspace.open(tmp_path)

    assert (tmp_path / FILE_NAME).read_bytes() == content


def test_an_empty_database_is_not_a_workspace(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()

    with pytest.raises(NotAWorkspaceError):
        Workspace.open(tmp_path)

    assert (tmp_path / FILE_NAME).read_bytes() == b""


def test_a_folder_without_a_database_is_not_a_workspace(tmp_path: Path) -> None:
    with pytest.raises(NotAWorkspaceError):
        Workspace.open(tmp_path)
    with pytest.raises(NotAWorkspaceError):
        Workspace.open(tmp_path / "nowhere")

    assert list(tmp_path.iterdir()) == []


def further_step(monkeypatch: pytest.MonkeyPatch, script: str) -> int:
    """Let this program be one version ahead of the workspaces that are here."""
    known = migrations.steps()
    version = known[-1][0] + 1
    monkeypatch.setattr(migrations, "steps", lambda: [*known, (version, script)])
    return version


def test_a_migration_makes_a_verified_backup_first(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, old = stored_rows(workspace), workspace.database.version
    workspace.close()
    version = further_step(
        monkeypatch, "CREATE TABLE extra (a TEXT);\nINSERT INTO extra VALUES ('x; y');\n"
    )

    with Workspace.open(workspace.path) as migrated:
        assert migrated.database.version == version
        assert migrated.database.rows("SELECT * FROM extra") == [("x; y",)]
        assert stored_rows(migrated) == before
        [backup] = migrated.backups.all()

    copy = sqlite3.connect(backup)
    assert copy.execute("PRAGMA user_version").fetchone() == (old,)
    assert copy.execute("SELECT count(*) FROM revision").fetchone() == (len(before["revision"]),)
    copy.close()


def test_a_migration_that_fails_leaves_the_old_format_whole(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, old = stored_rows(workspace), workspace.database.version
    workspace.close()
    with monkeypatch.context() as patch:
        further_step(patch, "CREATE TABLE extra (a TEXT);\nDROP TABLE summary;\nSELECT nonsense;\n")
        with pytest.raises(StorageFailedError):
            Workspace.open(workspace.path)

    with Workspace.open(workspace.path) as again:
        assert again.database.version == old
        assert stored_rows(again) == before
        assert again.database.rows("SELECT 1 FROM sqlite_master WHERE name = 'extra'") == []


def damage(path: Path, *names: str) -> None:
    """Rubbish in the first page of these tables and indexes."""
    connection = sqlite3.connect(path)
    pages = [page for name, page in connection.execute("SELECT name, rootpage FROM sqlite_master")
             if name in names]  # fmt: skip
    connection.close()
    content = bytearray(path.read_bytes())
    for page in pages:
        content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    path.write_bytes(content)


def test_damage_is_seen_before_it_is_copied_into_a_backup(workspace: Workspace) -> None:
    first = workspace.backups.make()
    workspace.close()
    damage(workspace.path / FILE_NAME, "revision_chain")

    with Workspace.open(workspace.path) as damaged:
        assert damaged.database.quick_check()
        with pytest.raises(StoreDamagedError):
            damaged.backups.make()
        assert damaged.backups.all() == [first]
        assert [p.name for p in first.parent.iterdir()] == [first.name]


def test_damage_is_looked_for_after_an_unclean_end(workspace: Workspace) -> None:
    workspace.close()
    holder.write_holder(workspace.path, "2020-01-01T00:00:00+00:00")  # as a crash leaves it
    damage(workspace.path / FILE_NAME, "revision_chain")

    with pytest.raises(StoreDamagedError):
        Workspace.open(workspace.path)


def test_a_sound_workspace_opens_after_an_unclean_end(workspace: Workspace) -> None:
    workspace.close()
    holder.write_holder(workspace.path, "2020-01-01T00:00:00+00:00")

    with Workspace.open(workspace.path) as again:
        assert again.database.quick_check() == []


@pytest.mark.parametrize("table", ["revision", "parent"])
@pytest.mark.parametrize("sql", ["UPDATE {} SET revision_ = revision_", "DELETE FROM {}"])
def test_the_history_is_append_only(workspace: Workspace, table: str, sql: str) -> None:
    column = "id" if table == "revision" else "parent"
    if table == "parent":
        ratings.rate(workspace, PROVIDER, STAFF, "80")
        ratings.rate(workspace, PROVIDER, STAFF, "81")
    before = stored_rows(workspace)

    with pytest.raises(sqlite3.DatabaseError, match="append-only"):
        workspace.database.rows(sql.format(table).replace("revision_", column))

    assert stored_rows(workspace) == before
    assert before[table]


def test_a_statement_that_failed_does_not_hold_the_lock(workspace: Workspace) -> None:
    """The failure is still at hand, and with it all that was at work, as in a log or a dialog."""
    with pytest.raises(sqlite3.DatabaseError) as failure:
        workspace.database.rows("DELETE FROM revision")
    workspace.close()

    with Workspace.open(workspace.path) as again:
        assert again.info.id
    assert failure.tb is not None


def test_a_failing_write_of_many_rows_is_said_in_words(workspace: Workspace) -> None:
    with pytest.raises(StorageFailedError):
        workspace.database.write_many("INSERT INTO nowhere VALUES (?)", [(1,)])


def test_no_code_opens_the_database_as_a_file() -> None:
    """Fault 16: closing such a file would drop SQLite's lock."""
    package = Path(__file__).parents[2] / "evaluator_desktop"
    opening = re.compile(
        r"(FILE_NAME|database\.path)\)?\.(open|read_|write_)|(open|copy\w*)\([^)]*FILE_NAME"
    )

    # The note of the holder is a file of its own.
    users = [p.name for p in package.rglob("*.py") if opening.search(p.read_text("utf-8"))]
    assert set(users) <= {"holder.py"}


def test_a_database_opened_twice_by_hand_names_who_has_it(tmp_path: Path, laptop: Laptop) -> None:
    workspace = laptop("a")
    with pytest.raises(WorkspaceBusyError, match="somebody"):
        Database(workspace.path / FILE_NAME, holder=lambda: "somebody")
