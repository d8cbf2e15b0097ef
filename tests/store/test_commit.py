"""Commits: one transaction, honest parents, a chain without gaps, refusals that leave nothing."""

import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from evaluator_desktop.domain.bodies import Assignment, Rating
from evaluator_desktop.domain.history import derived_id, revision_id
from evaluator_desktop.domain.revision_reading import read_revision
from evaluator_desktop.errors import EvaluatorError, FieldsError, SeenGoneError
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations.check import check
from evaluator_desktop.store.history import Change, Session
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import OTHER, PROVIDER, STAFF, files_in, shared_rows, stored_rows


def rating(value: str = "80", **changes: str) -> Rating:
    return Rating(
        **{"provider": PROVIDER, "item": STAFF, "person": "周明", "value": value, "reason": ""}
        | changes
    )


def change(body: Rating | Assignment, *parents: str, entity: str = "") -> Change:
    return Change(entity or derived_id(body), body.kind, body, parents)


def test_a_commit_is_one_revision_a_change_in_one_group(workspace: Workspace) -> None:
    written = workspace.commit("rate", [change(rating()), change(rating(item="a"))])

    assert written.kinds == {"rating"}
    assert written.providers == {PROVIDER}
    revisions = [workspace.history.revision(name)[0] for name in written.revisions]
    assert {r.group for r in revisions} == {written.group}
    assert {r.action for r in revisions} == {"rate"}
    assert {r.author for r in revisions} == {workspace.person}
    assert {r.device for r in revisions} == {workspace.device.fingerprint}


def test_the_runs_own_chain_has_no_gap(workspace: Workspace) -> None:
    names = [
        name
        for value in ("80", "81", "82")
        for name in workspace.commit("rate", [change(rating(value)), change(rating(item=value))])
        .revisions
    ]  # fmt: skip

    revisions = [workspace.history.revision(name)[0] for name in names]
    assert {r.run for r in revisions} == {workspace.session.run}
    assert [r.seq for r in revisions] == list(range(6))
    assert [r.prev for r in revisions] == [None, *names[:-1]]


def test_every_start_begins_a_run_of_its_own(workspace: Workspace) -> None:
    first = workspace.commit("rate", [change(rating())])
    workspace.close()
    with Workspace.open(workspace.path) as again:
        [second] = again.commit("rate", [change(rating("81"), *first.revisions)]).revisions
        revision = again.history.revision(second)[0]

    assert revision.run != workspace.session.run
    assert (revision.seq, revision.prev) == (0, None)


def test_what_is_stored_is_canonical_and_named_by_its_digest(workspace: Workspace) -> None:
    workspace.commit("rate", [change(rating(reason="e\u0301tage\n\u0303"))])

    for name, content in workspace.history.contents():
        assert revision_id(content) == name
        assert read_revision(content)


def test_heads_are_those_that_nobody_supersedes(workspace: Workspace) -> None:
    entity = derived_id(rating())
    [first] = workspace.commit("rate", [change(rating())]).revisions
    [second] = workspace.commit("rate", [change(rating("81"), first)]).revisions
    assert workspace.history.head_ids(entity) == (second,)

    [stale] = workspace.commit("rate", [change(rating("82"), first)]).revisions
    assert set(workspace.history.head_ids(entity)) == {second, stale}
    found = workspace.history.entity(entity)
    assert found is not None
    assert found.in_conflict

    [settled] = workspace.commit("rate", [change(rating("83"), second, stale)]).revisions
    assert workspace.history.head_ids(entity) == (settled,)


def test_parents_are_stored_sorted_and_once(workspace: Workspace) -> None:
    [first] = workspace.commit("rate", [change(rating())]).revisions
    [second] = workspace.commit("rate", [change(rating("81"))]).revisions
    [third] = workspace.commit("rate", [change(rating("82"), second, first, second)]).revisions

    assert workspace.history.revision(third)[0].parents == sorted([first, second])


def test_parents_that_went_or_belong_elsewhere_are_refused(workspace: Workspace) -> None:
    [other] = workspace.commit("rate", [change(rating(item="a"))]).revisions
    before = stored_rows(workspace)

    with pytest.raises(SeenGoneError):
        workspace.commit("rate", [change(rating(), "ff" * 32)])
    with pytest.raises(ValueError, match=other[:16]):
        workspace.commit("rate", [change(rating(), other)])

    assert stored_rows(workspace) == before


@pytest.mark.parametrize(
    "changes",
    [
        [change(rating("80.55"))],
        [change(rating("101"))],
        [change(rating(reason="x" * 20_001))],
        [change(rating(item=""))],
        [change(rating(person="x" * 300))],
        [change(rating(provider="none"))],
        [change(Assignment(PROVIDER, "", None))],
        [change(rating(reason="a\0b"))],
        [change(rating(reason="\ud800"))],
        [change(rating()), change(rating(item="a", value="x"))],
        [Change("ab" * 16, "rating", rating(), ())],
        [Change(derived_id(rating()), "outcome", rating(), ())],
        [Change(derived_id(rating()), "rating", None, ())],
    ],
)
def test_what_could_not_be_read_again_is_not_written(
    workspace: Workspace, changes: list[Change]
) -> None:
    before, files = stored_rows(workspace), files_in(workspace.path)

    with pytest.raises(EvaluatorError):
        workspace.commit("rate", changes)

    assert stored_rows(workspace) == before
    assert files_in(workspace.path) == files
    assert workspace.session.undo == []
    assert check(workspace).problems == ()


def test_a_long_text_is_refused_by_field(workspace: Workspace) -> None:
    with pytest.raises(FieldsError, match="20000") as caught:
        workspace.commit("rate", [change(rating(reason="x" * 20_001))])

    assert [detail.field for detail in caught.value.details] == ["reason"]


def test_after_a_refusal_the_chain_goes_on_without_a_gap(workspace: Workspace) -> None:
    [first] = workspace.commit("rate", [change(rating())]).revisions
    with pytest.raises(EvaluatorError):
        workspace.commit("rate", [change(rating(item="a")), change(rating("x"))])
    [second] = workspace.commit("rate", [change(rating("81"), first)]).revisions

    revision = workspace.history.revision(second)[0]
    assert (revision.seq, revision.prev) == (1, first)


def test_a_failing_projection_takes_the_history_back(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = stored_rows(workspace)

    def fail(_providers: object, **_how: object) -> None:
        raise RuntimeError("planted")

    with monkeypatch.context() as patch:
        patch.setattr(workspace.projections, "refresh", fail)
        with pytest.raises(RuntimeError, match="planted"):
            workspace.commit("rate", [change(rating())])

    assert stored_rows(workspace) == before
    workspace.commit("rate", [change(rating())])
    assert check(workspace).problems == ()


def test_projections_follow_in_the_same_transaction(workspace: Workspace) -> None:
    workspace.commit("rate", [change(rating())])

    row = workspace.projections.get(PROVIDER)
    assert row is not None
    assert (row.rated, row.people) == (1, ("周明",))
    assert row == workspace.projections.expected(PROVIDER)


def test_a_change_touches_the_rows_of_its_provider_alone(workspace: Workspace) -> None:
    other = workspace.projections.get(OTHER)

    assert workspace.commit("rate", [change(rating())]).providers == {PROVIDER}
    assert workspace.projections.get(OTHER) == other


def test_an_empty_commit_writes_nothing(workspace: Workspace) -> None:
    before = stored_rows(workspace)

    assert workspace.commit("rate", []).revisions == ()
    assert stored_rows(workspace) == before
    assert workspace.session.undo == []


def test_ids_of_new_things_sort_by_time_even_when_the_clock_jumps(workspace: Workspace) -> None:
    moment = datetime(2020, 6, 1, tzinfo=UTC)
    times = [moment, moment, moment - timedelta(days=800), moment + timedelta(hours=1)]
    session = Session("周明", "", clock=lambda: times.pop(0) if len(times) > 1 else times[0])

    ids = [session.new_id() for _ in range(8)]

    assert ids == sorted(set(ids))
    assert all(len(bytes.fromhex(i)) == 16 for i in ids)
    later = Session("周明", "", clock=lambda: datetime(2020, 6, 2, tzinfo=UTC)).new_id()
    assert ids[-1] < later


def test_two_sessions_never_make_the_same_id() -> None:
    moment = datetime(2020, 6, 1, tzinfo=UTC)
    sessions = [Session("周明", "", clock=lambda: moment) for _ in range(50)]

    assert len({s.new_id() for s in sessions}) == 50
    assert len({s.run for s in sessions}) == 50


def test_the_clock_is_claimed_in_utc(workspace: Workspace) -> None:
    from zoneinfo import ZoneInfo

    workspace.session.clock = lambda: datetime(2021, 1, 1, 6, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
    [name] = workspace.commit("rate", [change(rating())]).revisions

    assert workspace.history.revision(name)[0].at == "2020-12-31T22:30:00Z"


_KILLED = """
import os, sys
from pathlib import Path
from evaluator_desktop.operations import ratings
from evaluator_desktop.store.workspace import Workspace
workspace = Workspace.open(Path(sys.argv[1]))
for number in range(10_000):
    ratings.rate(workspace, sys.argv[2], sys.argv[3], str(number % 100), "r" * 3000)
    print(number, workspace.history.head_ids(sys.argv[4])[0], flush=True)
"""


@pytest.mark.parametrize("after", [0.05, 0.11, 0.23])
def test_a_kill_in_the_middle_loses_nothing_that_was_acknowledged(
    workspace: Workspace, after: float
) -> None:
    entity = derived_id(rating(person=workspace.person))
    count = workspace.history.count()
    workspace.close()
    process = subprocess.Popen(
        [sys.executable, "-c", _KILLED, workspace.path, PROVIDER, STAFF, entity],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert process.stdout is not None
    said = [process.stdout.readline()]
    time.sleep(after)
    process.kill()
    said += process.stdout.read().splitlines(keepends=True)
    process.stdout.close()
    process.wait()
    acknowledged = [line.split() for line in said if line.endswith("\n")]
    assert len(acknowledged) > 1

    with Workspace.open(workspace.path) as again:
        assert check(again).problems == ()
        for _number, name in acknowledged:
            assert again.history.revision(name)
        written = again.history.count() - count
        assert written in (len(acknowledged), len(acknowledged) + 1)
        ratings.rate(again, PROVIDER, STAFF, "80")


def test_opening_again_shows_the_same(workspace: Workspace) -> None:
    workspace.commit("rate", [change(rating())])
    before: dict[str, Any] = shared_rows(workspace)
    workspace.close()

    with Workspace.open(workspace.path) as again:
        assert shared_rows(again) == before
