"""Care in idle moments: damage is seen table by table, orphans go to the trash and nothing else."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from evaluator_desktop.errors import EvaluatorError, StoreDamagedError
from evaluator_desktop.operations import evidence
from evaluator_desktop.operations.care import look_at_table, sweep_orphans, tables
from evaluator_desktop.operations.check import check
from evaluator_desktop.store.database import FILE_NAME
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF

LATER = datetime.now(UTC) + timedelta(days=8)


def orphan(workspace: Workspace, content: bytes) -> str:
    """A file that was stored before a kill came between it and its row."""
    path = workspace.path.parent / "orphan.pdf"
    path.write_bytes(content)
    return workspace.stored(path).digest


def test_orphans_go_to_the_trash_and_live_files_stay(workspace: Workspace) -> None:
    evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", b"live")
    [live] = workspace.evidence_files.digests()
    lost = orphan(workspace, b"orphan")

    assert sweep_orphans(workspace, now=LATER) == 1

    assert list(workspace.evidence_files.digests()) == [live]
    assert (workspace.path / "trash" / lost).read_bytes() == b"orphan"
    assert check(workspace, deep=True).problems == ()


def test_a_file_of_this_week_is_left_alone(workspace: Workspace) -> None:
    lost = orphan(workspace, b"orphan")

    assert sweep_orphans(workspace) == 0
    assert workspace.evidence_files.present(lost)
    os.utime(workspace.evidence_files.path(lost), (0, 0))
    assert sweep_orphans(workspace) == 1


def test_what_an_old_version_names_is_no_orphan(workspace: Workspace) -> None:
    """Removed evidence is in the history, and the removal can be taken back."""
    evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", b"live")
    [entity] = workspace.record(PROVIDER).evidence
    evidence.remove(workspace, entity.id, "重复")

    assert sweep_orphans(workspace, now=LATER) == 0


def test_a_sound_database_has_no_problem(workspace: Workspace) -> None:
    names = tables(workspace)
    assert {"revision", "head", "summary"} <= set(names)
    for name in names:
        look_at_table(workspace, name)


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_damage_of_a_table_is_seen(workspace: Workspace, share: float) -> None:
    """Whole pages lost in the middle of the file."""
    for number in range(60):
        evidence.add_content(workspace, PROVIDER, STAFF, f"{number}.pdf", str(number).encode())
    workspace.close()
    file = workspace.path / FILE_NAME
    with closing(sqlite3.connect(file)) as connection:
        roots = "SELECT rootpage FROM sqlite_master WHERE name = 'revision'"
        root = connection.execute(roots).fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(file.read_bytes())
    content[(root - 1) * size : (root - 1) * size + int(size * share)] = bytes(int(size * share))
    file.write_bytes(bytes(content))

    def look() -> None:
        with Workspace.open(workspace.path) as again:
            for name in tables(again):
                look_at_table(again, name)

    with pytest.raises(StoreDamagedError):
        look()


def test_bits_that_flip_are_found_or_do_no_harm(workspace: Workspace, tmp_path: Path) -> None:
    """At places all over the file; what opens and has no problem says what it said before."""
    evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", b"live")
    before = sorted(workspace.history.contents())
    file = workspace.path / FILE_NAME
    workspace.close()
    sound = file.read_bytes()
    found = 0
    for place in range(7, len(sound), len(sound) // 60):
        changed = bytearray(sound)
        changed[place] ^= 0x10
        file.write_bytes(bytes(changed))
        (workspace.path / "lock").unlink(missing_ok=True)
        try:
            with Workspace.open(workspace.path) as again:
                problems = check(again).problems
                found += bool(problems)
                assert problems or sorted(again.history.contents()) == before
        except EvaluatorError:
            found += 1
    assert found > 5
