"""Going back after damage: the message names the backup, and a new workspace is made of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from evaluator_desktop.errors import BackupDamagedError, FileProblemError, StoreDamagedError
from evaluator_desktop.operations import evidence, ratings
from evaluator_desktop.operations.backups import restore, restore_with_evidence
from evaluator_desktop.operations.check import check
from evaluator_desktop.store.backup_files import backups_in
from evaluator_desktop.store.database import FILE_NAME
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF


def destroy(database: Path) -> None:
    """What a disk may make of a file."""
    database.write_bytes(b"SQLite format 3\0" + b"\xff" * 8000)


def alter(backup: Path) -> None:
    """Other bytes in the history of a database that is sound as a file."""
    with closing(sqlite3.connect(backup)) as copy:
        for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            copy.execute(f"DROP TRIGGER {name}")
        copy.execute("UPDATE revision SET content = CAST(replace(content, 'lead', 'dean') AS BLOB)")
        copy.commit()


def test_the_message_names_the_last_backup_and_the_way_to_it(workspace: Workspace) -> None:
    workspace.backups.make()
    last = workspace.backups.make()
    workspace.close()
    destroy(workspace.path / FILE_NAME)

    with pytest.raises(StoreDamagedError, match=last.name) as raised:
        Workspace.open(workspace.path)

    assert "restore" in str(raised.value)
    assert raised.value.params["backup"] == last


def test_without_a_backup_the_message_says_so(workspace: Workspace) -> None:
    workspace.close()
    destroy(workspace.path / FILE_NAME)

    with pytest.raises(StoreDamagedError) as raised:
        Workspace.open(workspace.path)

    assert raised.value.params["backup"] is None
    assert "restore" not in str(raised.value)


def test_the_evidence_beside_a_backup_comes_along_but_for_what_is_damaged(
    workspace: Workspace, tmp_path: Path
) -> None:
    for content in (b"sound", b"rotten"):
        evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", content)
    rating = ratings.rate(workspace, PROVIDER, STAFF, "80").revisions[0]
    backup = workspace.backups.make()
    rotten = next(
        digest
        for digest in workspace.evidence_files.digests()
        if workspace.evidence_files.path(digest).read_bytes() == b"rotten"
    )
    workspace.evidence_files.path(rotten).write_bytes(b"rubbish")
    workspace.close()
    destroy(workspace.path / FILE_NAME)

    with restore_with_evidence(backup, tmp_path / "new") as made:
        assert made.history.revision(rating)
        assert made.record(PROVIDER).missing_files == {rotten}
        assert len(check(made, deep=True).problems) == 1
        ratings.rate(made, PROVIDER, STAFF, "81")
    assert workspace.evidence_files.path(rotten).read_bytes() == b"rubbish"


@pytest.mark.parametrize("harm", [destroy, alter])
def test_a_damaged_backup_is_refused_and_leaves_nothing(
    workspace: Workspace, tmp_path: Path, harm: object
) -> None:
    backup = workspace.backups.make()
    assert callable(harm)
    harm(backup)

    with pytest.raises((BackupDamagedError, FileProblemError), match=backup.name):
        restore(backup, tmp_path / "new")
    with pytest.raises(BackupDamagedError, match=backup.name):
        restore_with_evidence(backup, tmp_path / "new")
    assert not (tmp_path / "new").exists()
    assert backups_in(backup.parent) == [backup]
