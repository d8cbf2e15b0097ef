"""When the store fails: a workspace of the last backup, and half-typed text as a file."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evaluator_desktop.errors import DamagedRecordError
from evaluator_desktop.operations import evidence, ratings
from evaluator_desktop.operations.check import check
from evaluator_desktop.store.database import FILE_NAME
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.desk import Desk
from evaluator_desktop.ui.half_typed import as_text, readable
from tests.ui.sitting import PATIENCE_MS, Sit, settle
from tests.workspaces import LEAD, PROVIDER, STAFF, workspace_template

__all__ = ["workspace_template"]


@pytest.fixture
def path(workspace_template: Path, tmp_path: Path) -> Path:
    """A workspace with one rating, one file and two backups."""
    folder = tmp_path / "work"
    shutil.copytree(workspace_template, folder)
    with Workspace.open(folder) as workspace:
        evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", b"content")
        workspace.backups.make()
        ratings.rate(workspace, PROVIDER, STAFF, "80")
        workspace.backups.make()
    return folder


def destroy(file: Path) -> None:
    file.write_bytes(b"SQLite format 3\0" + b"\xff" * 8000)


def offered(desk: Desk) -> list[str]:
    """What the buttons of the window's line say."""
    return [button.text() for button in desk.window.ui.error_line.way_buttons]


def test_a_damaged_workspace_goes_on_from_its_last_backup(
    sit: Sit, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    newest = max((path / "backups").iterdir())
    destroy(path / FILE_NAME)
    desk = sit(path)
    line = desk.window.ui.error_line
    assert newest.name in line.text()
    [words] = offered(desk)
    assert ":" in words, "the moment of the backup"

    desk.rescue.restore(newest, tmp_path / "new")
    qtbot.waitUntil(lambda: desk.facts is not None, timeout=PATIENCE_MS)
    settle(desk, qtbot)

    assert line.text() == ""
    assert desk.facts is not None
    assert desk.facts.path == tmp_path / "new"
    desk.runner.close_workspace()
    settle(desk, qtbot)
    with Workspace.open(tmp_path / "new") as again:
        assert check(again, deep=True).problems == ()
        assert len(again.record(PROVIDER).ratings(STAFF)) == 1


def test_after_a_damaged_backup_the_one_before_is_offered(
    sit: Sit, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    first, newest = sorted((path / "backups").iterdir())
    destroy(path / FILE_NAME)
    destroy(newest)
    desk = sit(path)

    desk.rescue.restore(newest, tmp_path / "new")
    settle(desk, qtbot)
    assert newest.name in desk.window.ui.error_line.text()
    assert not (tmp_path / "new").exists()
    [(_words, _do)] = desk.rescue.ways(DamagedRecordError())
    destroy(first)
    desk.rescue.restore(first, tmp_path / "new")
    settle(desk, qtbot)

    assert first.name in desk.window.ui.error_line.text()
    assert offered(desk) == []


def test_what_is_half_typed_is_saved_as_text_when_the_disk_was_pulled_out(
    sit: Sit, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = sit(path)
    assert desk.services is not None
    path.rename(path.with_name("away"))
    desk.services.drafts.keep("rating reason", f"{PROVIDER}/{STAFF}", "只写了一半\n第二行")
    desk.services.drafts.keep("shop ratings.good", PROVIDER, '"90"')
    desk.services.drafts.flush()
    settle(desk, qtbot)
    assert desk.window.ui.error_line.text()
    assert len(offered(desk)) == 1

    target = tmp_path / "half.txt"
    desk.rescue.save_text(target)
    settle(desk, qtbot)

    said = target.read_text("utf-8-sig")
    assert "只写了一半\n第二行\n" in said
    assert LEAD in said
    assert "90" in said
    assert '"90"' not in said
    assert "雁栖管理咨询公司" in said, "what the text was typed for can still be read"
    path.with_name("away").rename(path)


def test_nothing_is_overwritten_by_half_typed_text(
    sit: Sit, path: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "half.txt").write_text("mine")
    desk = sit(path)

    desk.rescue.save_text(tmp_path / "half.txt")
    settle(desk, qtbot)

    assert (tmp_path / "half.txt").read_text() == "mine"
    assert "half.txt" in desk.window.ui.error_line.text()


def test_trouble_that_a_page_says_itself_has_its_ways_out_too(
    sit: Sit, path: Path, qtbot: QtBot
) -> None:
    desk = sit(path)
    heard: list[Exception] = []
    path.rename(path.with_name("away"))
    desk.runner.store_job(ratings.rate, PROVIDER, STAFF, "90", failed=heard.append)
    settle(desk, qtbot)

    assert len(heard) == 1
    assert len(offered(desk)) == 1
    desk.runner.store_job(ratings.rate, PROVIDER, STAFF, "900", failed=heard.append)
    desk.window.show_error("another matter")
    assert offered(desk) == []
    path.with_name("away").rename(path)


def test_every_text_stands_under_what_it_was_typed_for() -> None:
    typed = [
        ("note", "a", "first"),
        ("unlock reason", "b", "second"),
        ("shop has_website", "c", "true"),
        ("shop login_dates", "c", '["2020-01-01", "2020-01-02"]'),
        ("something new", "d", "third"),
        ("filing", "d", '{"a.pdf": {}}'),
        ("marks", "d", "of another version"),
        ("marks", "d", '[{"tool": "text", "x1": 0, "y1": 0, "x2": 0, "y2": 0, "text": "drawn"}]'),
    ]

    text = as_text("head", readable(typed), {"a": "甲", "c": "乙"})

    assert text.startswith("head\n\n== 甲 · 备注\nfirst\n\n== 原因\nsecond\n\n== 乙 · ")
    assert "2020-01-01、2020-01-02" in text
    assert text.endswith("== 文字\nthird\n\n== 文字\ndrawn\n")
    assert text.count("==") == 6
