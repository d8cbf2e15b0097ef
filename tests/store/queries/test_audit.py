"""The history page by page: filtered, in order, and nothing on it that may not be seen."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import msgspec
import pytest

from evaluator_desktop.domain.bodies import Rating
from evaluator_desktop.domain.history import revision_id
from evaluator_desktop.operations import customers, ratings
from evaluator_desktop.store.history import INSERT_REVISION
from evaluator_desktop.store.queries import audit
from evaluator_desktop.store.queries.audit import AuditEntry, Wanted, audit_page
from evaluator_desktop.store.queries.history import history_entries
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import FEES, LEAD, OTHER, PROVIDER, STAFF, ZHOU, Laptop


@pytest.fixture
def worked(workspace: Workspace) -> Workspace:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    ratings.rate(workspace, PROVIDER, STAFF, "81")
    workspace.act_as(ZHOU)
    ratings.rate(workspace, OTHER, FEES, "70")
    return workspace


def pages(workspace: Workspace, wanted: Wanted) -> Iterator[AuditEntry]:
    page = audit_page(workspace, wanted)
    yield from page.entries
    while page.last is not None:
        page = audit_page(workspace, wanted, page.last)
        yield from page.entries


def test_pages_together_are_the_history_backwards(
    worked: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "PAGE", 3)

    found = list(pages(worked, Wanted()))
    places = [(e.revision.at, e.revision.run, e.revision.seq) for e in found]

    assert sorted(e.id for e in found) == sorted(e.id for e in history_entries(worked))
    assert places == sorted(places, reverse=True)
    assert audit_page(worked, Wanted()).total == len(found) == worked.history.count()


def test_old_and_new(worked: Workspace) -> None:
    found = {
        (e.old.value if isinstance(e.old, Rating) else None, e.new.value)
        for e in audit_page(worked, Wanted(kind="rating")).entries
        if isinstance(e.new, Rating)
    }

    # 周明 sees no rating of others yet
    assert found == {(None, ""), ("", ""), (None, "70")}
    worked.act_as(LEAD)
    newest = [e for e in audit_page(worked, Wanted(kind="rating", person=LEAD)).entries if e.old]
    assert [(getattr(e.old, "value", 0), getattr(e.new, "value", 0)) for e in newest] == [
        ("80", "81")
    ]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted(kind="rating"), 3),
        (Wanted(kind="rating", person=ZHOU), 1),
        (Wanted(text="雁栖", kind="rating"), 2),
        (Wanted(text="szzx", kind="rating"), 1),
        (Wanted(text="没有这家"), 0),
        (Wanted(kind="lock"), 0),
    ],
)
def test_filters(worked: Workspace, wanted: Wanted, count: int) -> None:
    page = audit_page(worked, wanted)

    assert (len(page.entries), page.total) == (count, count)
    assert page.last is None


def test_d10a_no_rating_of_others_before_ones_own_submission(
    workspace: Workspace, laptop: Laptop
) -> None:
    zhou = laptop("zhou")
    zhou.act_as("陈静")
    ratings.rate(zhou, PROVIDER, STAFF, "83.5", reason="独有的理由")
    zhou.act_as(ZHOU)

    [entry] = audit_page(zhou, Wanted(kind="rating")).entries

    assert entry.is_hidden
    assert isinstance(entry.new, Rating)
    assert (entry.new.value, entry.new.reason) == ("", "")


def test_names_and_numbers_are_never_in_it(workspace: Workspace) -> None:
    customers.add_customers(workspace, PROVIDER, [("王小明", "13812345678")])

    page = audit_page(workspace, Wanted())

    said = json.dumps([msgspec.to_builtins(entry.new) for entry in page.entries])
    assert "王小明" not in said
    assert "13812345678" not in said


def test_one_page_of_a_hundred_thousand_revisions(workspace: Workspace) -> None:
    """Rows are planted: what counts is how a page is found among them."""
    content = workspace.history.revision(workspace.history.head_ids(PROVIDER)[0])[0]
    base = msgspec.structs.asdict(content)
    workspace.close()
    rows = []
    for number in range(100_000):
        text = msgspec.json.encode(base | {"seq": number, "run": "ab" * 16})
        key = bytes.fromhex(revision_id(text))
        rows.append((key, bytes.fromhex(content.entity), b"\xab" * 16, number, text))
    rows.sort()
    with closing(sqlite3.connect(workspace.path / "store.sqlite3")) as connection:
        connection.executemany(INSERT_REVISION, rows)
        connection.commit()

    with Workspace.open(workspace.path) as again:
        page = audit_page(again, Wanted())

    assert page.total > 100_000
    assert len(page.entries) == audit.PAGE
