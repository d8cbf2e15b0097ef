"""A workspace folder that was copied by hand: while it was open, without its journal, in part."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations import evidence, ratings
from evaluator_desktop.operations.check import check
from evaluator_desktop.store.database import FILE_NAME
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF, shared_rows


def copied(workspace: Workspace, target: Path, *, whole: bool = True) -> Path:
    """Copy as a file manager does, from another process: ours must not open the live file."""
    script = "import shutil, sys; shutil.copytree(sys.argv[1], sys.argv[2])"
    subprocess.run([sys.executable, "-c", script, workspace.path, target], check=True)
    if not whole:
        for name in ("evidence", "backups", "staging"):
            shutil.rmtree(target / name, ignore_errors=True)
        (target / "lock").unlink(missing_ok=True)
    return target


@pytest.mark.parametrize("whole", [True, False])
def test_a_quiet_workspace_copied_while_it_is_open_is_complete(
    workspace: Workspace, tmp_path: Path, whole: bool
) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    expected = shared_rows(workspace)

    with Workspace.open(copied(workspace, tmp_path / "copy", whole=whole)) as copy:
        assert shared_rows(copy) == expected
        assert check(copy).problems == ()
        ratings.rate(copy, PROVIDER, STAFF, "81")
        evidence.add_content(copy, PROVIDER, STAFF, "a.pdf", b"x")
        copy.backups.make()
    ratings.rate(workspace, PROVIDER, STAFF, "82")


def hot_copy(workspace: Workspace, tmp_path: Path) -> Path:
    """A copy from the middle of a large transaction, its journal with it."""
    workspace.close()
    script = (
        "import os, shutil, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1] + '/store.sqlite3', isolation_level=None)\n"
        "c.execute('PRAGMA cache_size = 10')\n"
        "c.execute('BEGIN IMMEDIATE')\n"
        "for n in range(3000): c.execute('UPDATE summary SET content = randomblob(900)')\n"
        "c.execute('DELETE FROM head')\n"
        "c.execute('PRAGMA cache_spill')\n"
        "for n in range(4000):\n"
        "    c.execute('INSERT INTO setting VALUES (?, ?)', (str(n), 'x' * 900))\n"
        "shutil.copytree(sys.argv[1], sys.argv[2])\n"
        "os.kill(os.getpid(), 9)\n"
    )
    target = tmp_path / "hot"
    subprocess.run([sys.executable, "-c", script, workspace.path, target], check=False)
    assert (target / f"{FILE_NAME}-journal").stat().st_size > 0
    return target


def test_a_hot_journal_that_travels_is_played_back(workspace: Workspace, tmp_path: Path) -> None:
    expected = shared_rows(workspace)
    target = hot_copy(workspace, tmp_path)

    with Workspace.open(target) as copy:
        assert shared_rows(copy) == expected
        assert check(copy).problems == ()


def test_a_hot_journal_that_a_cleaner_removed_is_found_out(
    workspace: Workspace, tmp_path: Path
) -> None:
    target = hot_copy(workspace, tmp_path)
    (target / f"{FILE_NAME}-journal").unlink()

    try:
        with Workspace.open(target) as copy:
            assert check(copy).problems
    except EvaluatorError:
        return  # seen at once


def test_a_store_that_another_tool_packed_is_still_whole(workspace: Workspace) -> None:
    workspace.close()
    with closing(sqlite3.connect(workspace.path / FILE_NAME)) as connection:
        connection.execute("VACUUM")

    with Workspace.open(workspace.path) as again:
        assert check(again).problems == ()
