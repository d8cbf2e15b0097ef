"""Looking whether a workspace is whole: whatever was changed behind its back is said."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from evaluator_desktop.domain.finding import Severity
from evaluator_desktop.operations import customers, evidence, ratings
from evaluator_desktop.operations.check import check
from evaluator_desktop.store.database import FILE_NAME
from evaluator_desktop.store.known_damage import DAMAGED
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    ratings.rate(workspace, PROVIDER, STAFF, "81")
    evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", b"content")
    customers.add_customers(workspace, PROVIDER, [("张三", "13812345678")])
    return workspace


def test_a_sound_workspace_has_no_problem(filled: Workspace) -> None:
    result = check(filled, deep=True)

    assert result.problems == ()
    assert result.revisions == filled.history.count()
    assert result.evidence == 1


def behind(workspace: Workspace, *statements: str) -> None:
    """Change the database as nobody should, and open it again."""
    workspace.close()
    with closing(sqlite3.connect(workspace.path / FILE_NAME)) as connection:
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        kept = triggers.fetchall()
        for name, _sql in kept:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            looked = statement.replace("content LIKE", "CAST(content AS TEXT) LIKE")
            assert connection.execute(looked).rowcount > 0, statement
        for _name, sql in kept:
            connection.execute(sql)
        connection.commit()


PLANTED = {
    "a byte of a revision": "UPDATE revision SET content = CAST(replace(CAST(content AS TEXT),"
    " '\"81\"', '\"91\"') AS BLOB) WHERE content LIKE '%\"81\"%'",
    "the id of a revision": "UPDATE revision SET id = zeroblob(32) WHERE content LIKE '%\"81\"%'",
    "a revision gone": "DELETE FROM revision WHERE content LIKE '%\"value\":\"80\"%'",
    "the last revision gone": "DELETE FROM revision WHERE content LIKE '%\"kind\":\"customer\"%'",
    "a head too few": "DELETE FROM head WHERE kind = 'rating'",
    "an old head again": "INSERT INTO head SELECT entity, id, 'rating', "
    "(SELECT provider FROM head LIMIT 1) FROM revision WHERE content LIKE '%\"value\":\"80\"%'",
    "a head of another kind": "UPDATE head SET kind = 'outcome' WHERE kind = 'rating'",
    "a head of another provider": "UPDATE head SET provider = zeroblob(16) WHERE kind = 'rating'",
    "a parent forgotten": "DELETE FROM parent",
    "another run": "UPDATE revision SET run = zeroblob(16) WHERE content LIKE '%\"81\"%'",
    "another number": "UPDATE revision SET seq = 99 WHERE content LIKE '%\"81\"%'",
    "another entity": "UPDATE revision SET entity = zeroblob(16) WHERE content LIKE '%\"81\"%'",
    "a row of a list": "UPDATE summary SET content = CAST(replace(CAST(content AS TEXT),"
    " '\"open\",[', '\"locked\",[') AS BLOB) WHERE content LIKE '%\"open\",[%'",
    "initials of a list": "UPDATE summary SET content = CAST(replace(CAST(content AS TEXT),"
    " '\"yqgl', '\"xxxx') AS BLOB) WHERE content LIKE '%\"yqgl%'",
    "a row too few": "DELETE FROM summary WHERE content LIKE '%\"yqgl%'",
    "a row of nobody": "INSERT INTO summary SELECT zeroblob(16), content FROM summary LIMIT 1",
    "a personal object": "UPDATE personal SET content = zeroblob(30)",
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTED)
def test_what_was_changed_behind_its_back_is_said(filled: Workspace, name: str) -> None:
    behind(filled, PLANTED[name])

    with Workspace.open(filled.path) as again:
        assert check(again).problems


def _flip(path: Path) -> None:
    path.write_bytes(b"Content")


def _truncate(path: Path) -> None:
    path.write_bytes(b"cont")


@pytest.mark.parametrize(
    ("harm", "deep_only"), [(_flip, True), (_truncate, False), (Path.unlink, False)]
)
def test_files_of_evidence_are_looked_at(
    filled: Workspace, harm: Callable[[Path], object], deep_only: bool
) -> None:
    [digest] = filled.evidence_files.digests()
    harm(filled.evidence_files.path(digest))

    assert bool(check(filled).problems) is not deep_only
    [problem] = check(filled, deep=True).problems
    assert "名册.pdf" in problem


def test_what_a_deep_look_found_stands_among_the_findings(filled: Workspace) -> None:
    """Findings table: an evidence file missing or damaged blocks what is final."""
    [digest] = filled.evidence_files.digests()
    _flip(filled.evidence_files.path(digest))
    assert not file_findings(filled)  # nobody reads all files for every list

    check(filled, deep=True)
    assert file_findings(filled)
    filled.close()
    with Workspace.open(filled.path) as again:
        assert file_findings(again)
        [problem] = check(again).problems
        assert "名册.pdf" in problem
        again.evidence_files.path(digest).write_bytes(b"content")
        assert not file_findings(again)
        assert check(again, deep=True).problems == ()
        assert again.settings.get(DAMAGED, "") == "{}"


def file_findings(workspace: Workspace) -> list[Severity]:
    return [f.severity for f in workspace.assessment(PROVIDER).findings if f.rule == "files"]


@pytest.mark.parametrize("kept", ["", "[1]", '{"ab": "x"}', "\0"])
def test_what_another_version_kept_of_damage_is_nothing(filled: Workspace, kept: str) -> None:
    filled.settings.put({DAMAGED: kept})
    filled.close()

    with Workspace.open(filled.path) as again:
        assert check(again, deep=True).problems == ()


def test_evidence_that_was_removed_is_not_looked_for(filled: Workspace) -> None:
    [entity] = filled.record(PROVIDER).evidence
    evidence.remove(filled, entity.id, "重复")
    [digest] = filled.evidence_files.digests()
    filled.evidence_files.path(digest).unlink()

    assert check(filled, deep=True).problems == ()


def test_checking_changes_nothing(filled: Workspace) -> None:
    before = filled.database.rows("SELECT total_changes()")

    check(filled, deep=True)

    assert filled.database.rows("SELECT total_changes()") == before
