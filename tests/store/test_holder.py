"""The note of who holds a workspace: it names, SQLite's lock refuses."""

import json
import os
import platform
from pathlib import Path

import pytest

from evaluator_desktop.errors import WorkspaceBusyError
from evaluator_desktop.store.holder import FILE_NAME, read_holder
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER


def note(path: Path, **values: object) -> None:
    content = {"pid": 1, "host": platform.node(), "since": "2020-06-01T08:00:00+00:00", **values}
    (path / FILE_NAME).write_text(json.dumps(content), "utf-8")


@pytest.fixture
def closed(workspace: Workspace) -> Path:
    workspace.close()
    return workspace.path


def test_the_note_stands_while_the_workspace_is_open(workspace: Workspace) -> None:
    left = read_holder(workspace.path)
    assert left is not None
    assert (left.pid, left.host) == (os.getpid(), platform.node())

    workspace.close()
    assert read_holder(workspace.path) is None


def test_a_second_close_leaves_the_note_of_the_next_holder(workspace: Workspace) -> None:
    workspace.close()
    with Workspace.open(workspace.path):
        workspace.close()
        assert read_holder(workspace.path) is not None


@pytest.mark.parametrize("pid", [999_999_999, 1, os.getpid()], ids=["gone", "init", "own"])
def test_a_note_of_a_dead_process_on_this_computer_is_broken_at_once(
    closed: Path, pid: int
) -> None:
    note(closed, pid=pid)

    with Workspace.open(closed) as workspace:
        left = read_holder(workspace.path)
        assert left is not None
        assert left.pid == os.getpid()


def test_a_note_of_another_computer_may_be_taken_over(closed: Path) -> None:
    note(closed, host="laptop-of-chen", pid=77)

    with pytest.raises(WorkspaceBusyError, match=r"77.*laptop-of-chen|laptop-of-chen.*77"):
        Workspace.open(closed)
    with Workspace.open(closed, take_over=True) as workspace:
        assert workspace.projections.get(PROVIDER)


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", "5", '{"pid": 1}', '{"pid": "x", "host": 5, "since": "yesterday"}',
     '{"pid": 1, "host": "other", "since": "yesterday"}', "\udcff"],
)  # fmt: skip
def test_a_note_that_cannot_be_read_refuses_nobody(closed: Path, content: str) -> None:
    (closed / FILE_NAME).write_bytes(content.encode("utf-8", "surrogateescape"))

    with Workspace.open(closed) as workspace:
        assert read_holder(workspace.path) is not None
