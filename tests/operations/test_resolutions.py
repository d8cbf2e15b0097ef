"""Resolutions: one side, both or a state by hand, by who saw all heads, with a reason."""

from typing import Any

import msgspec
import pytest

from evaluator_desktop.domain.bodies import Consensus, Evidence, Rating, Resolution
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.errors import (
    FieldsError,
    InConflictError,
    ReasonMissingError,
    RoleError,
    UnknownConflictError,
)
from evaluator_desktop.operations import evidence, ratings, verification
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.conflicts import conflicts, resolve
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.workspace import Workspace
from tests.operations.differing import tear_rating
from tests.workspaces import LEAD, PROVIDER, STAFF, ZHOU, Laptop, stored_rows


@pytest.mark.parametrize("take", [1, 2, 3])
def test_taking_one_side_ends_it_with_that_state(workspace: Workspace, take: int) -> None:
    name = tear_rating(workspace, "70", "80", "90")
    [before] = conflicts(workspace)
    wanted = before.entity.heads[take - 1].body

    resolve(workspace, name, take=take, reason="以原件为准")

    assert conflicts(workspace) == []
    entity = workspace.history.entity(before.entity.id)
    assert entity is not None
    assert entity.body == wanted
    assert check(workspace).problems == ()


def test_a_resolution_names_all_heads_shown_and_its_reason(workspace: Workspace) -> None:
    name = tear_rating(workspace, "70", "80")
    [before] = conflicts(workspace)
    settled, note = resolve(workspace, name, take=2, reason=" 以原件为准 ").revisions

    assert workspace.history.revision(settled)[0].parents == list(before.entity.head_ids)
    body: Any = workspace.history.revision(note)[1]
    assert (body.conflict, body.entity, body.reason) == (name, before.entity.id, "以原件为准")
    assert body.taken == before.entity.heads[1].revision
    assert body.covers == list(before.entity.head_ids)


def test_a_state_written_by_hand(workspace: Workspace) -> None:
    name = tear_rating(workspace, "70", "80")

    resolve(workspace, name, value={"value": "75", "reason": "取中"}, reason="商定")

    [entity] = workspace.record(PROVIDER).ratings(STAFF)
    assert entity.body == Rating(PROVIDER, STAFF, LEAD, "75", "取中")


@pytest.mark.parametrize(
    "value",
    [
        {"value": "101"},
        {"value": 75},
        {"value": None},
        {"person": ZHOU},
        {"provider": "ff" * 16},
        {"item": "organization.experience"},
        {"colour": "red"},
        {"reason": "x" * 30_000},
    ],
)
def test_a_state_that_could_not_stand_is_refused(
    workspace: Workspace, value: dict[str, Any]
) -> None:
    name = tear_rating(workspace, "70", "80")
    before = stored_rows(workspace)

    with pytest.raises(FieldsError):
        resolve(workspace, name, value=value, reason="商定")

    assert stored_rows(workspace) == before


def test_an_outcome_written_by_hand_is_one_of_the_five(workspace: Workspace) -> None:
    file = evidence.add_content(workspace, PROVIDER, STAFF, "a.pdf", b"x").files[0][0]
    for word in ("verified", "false"):
        verification.record_outcome(workspace, file, word, note="说明", seen=())
    [found] = conflicts(workspace)

    with pytest.raises(FieldsError):
        resolve(workspace, found.id, value={"outcome": "fine"}, reason="商定")
    with pytest.raises(FieldsError):
        resolve(workspace, found.id, value={"evidence": "ff" * 16}, reason="商定")
    resolve(workspace, found.id, value={"outcome": "partly_verified"}, reason="商定")

    assert workspace.record(PROVIDER).outcome_of(file) == "partly_verified"


def test_the_file_behind_evidence_is_not_changed_by_hand(workspace: Workspace) -> None:
    file = evidence.add_content(workspace, PROVIDER, STAFF, "a.pdf", b"x").files[0][0]
    before = workspace.history.head_ids(file)
    for note in ("甲", "乙"):
        evidence.describe(
            workspace, file, requirement=None, captured_on=None, note=note, seen=before
        )
    [found] = conflicts(workspace)

    for value in ({"digest": "ff" * 32}, {"size": 5}, {"item": "organization.experience"}):
        with pytest.raises(FieldsError):
            resolve(workspace, found.id, value=value, reason="商定")
    resolve(workspace, found.id, value={"note": "丙"}, reason="商定")

    assert isinstance(evidence.find_evidence(workspace, file), Evidence)


@pytest.mark.parametrize("take", [0, -1, 3, None])
def test_a_side_that_was_not_shown_is_refused(workspace: Workspace, take: int | None) -> None:
    name = tear_rating(workspace, "70", "80")

    with pytest.raises(FieldsError):
        resolve(workspace, name, take=take, reason="商定")


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_resolution_needs_a_reason(workspace: Workspace, reason: str) -> None:
    name = tear_rating(workspace, "70", "80")

    with pytest.raises(ReasonMissingError):
        resolve(workspace, name, take=1, reason=reason)


def test_an_answer_to_other_heads_is_refused(workspace: Workspace) -> None:
    name = tear_rating(workspace, "70", "80")
    ratings.rate(workspace, PROVIDER, STAFF, "90", "说明", seen=())
    newer = conflicts(workspace)[0].id
    before = stored_rows(workspace)

    for old in (name, "0123456789abcdef", ""):
        with pytest.raises(UnknownConflictError):
            resolve(workspace, old, take=1, reason="商定")

    assert stored_rows(workspace) == before
    resolve(workspace, newer, take=1, reason="商定")
    with pytest.raises(UnknownConflictError):
        resolve(workspace, newer, take=1, reason="商定")


def test_what_comes_late_differs_from_the_resolution_alone(workspace: Workspace) -> None:
    entity = derived_entity("rating", PROVIDER, STAFF, workspace.person)
    first = ratings.rate(workspace, PROVIDER, STAFF, "70").revisions
    ratings.rate(workspace, PROVIDER, STAFF, "80", seen=())
    [found] = conflicts(workspace)
    settled = resolve(workspace, found.id, take=1, reason="商定").revisions[0]
    late = ratings.rate(workspace, PROVIDER, STAFF, "60", seen=first).revisions[0]

    [again] = conflicts(workspace)
    assert set(workspace.history.head_ids(entity)) == {settled, late}
    assert set(again.entity.head_ids) == {settled, late}


def test_while_it_differs_an_entity_is_not_edited_in_passing(workspace: Workspace) -> None:
    tear_rating(workspace, "70", "80")
    before = stored_rows(workspace)

    with pytest.raises(InConflictError):
        ratings.rate(workspace, PROVIDER, STAFF, "75")

    assert stored_rows(workspace) == before


def test_two_leads_who_settle_it_differently_differ_once(workspace: Workspace) -> None:
    """The notes of why are a record, not a second conflict."""
    name = tear_rating(workspace, "70", "80")
    [found] = conflicts(workspace)
    [_settled, note] = resolve(workspace, name, take=1, reason="甲的理由").revisions
    body = workspace.history.revision(note)[1]
    assert isinstance(body, Resolution)
    other = Resolution(
        body.provider, name, body.entity, found.entity.head_ids[1], "乙的理由", body.covers
    )
    entity = derived_entity("resolution", name)
    taken = found.entity.heads[1].body
    workspace.commit(
        "resolve",
        [
            Change(found.entity.id, "rating", taken, found.entity.head_ids),
            Change(entity, "resolution", other, ()),
        ],
    )

    assert [c.entity.kind for c in conflicts(workspace)] == ["rating"]


@pytest.mark.parametrize("kind", ["consensus"])
def test_what_leads_decided_is_settled_by_leads(laptop: Laptop, kind: str) -> None:
    zhou = laptop("zhou")
    entity = derived_entity(kind, PROVIDER, STAFF)
    for value in ("70", "80"):
        zhou.commit(kind, [Change(entity, kind, Consensus(PROVIDER, STAFF, value, "会商", []))])
    [found] = conflicts(zhou)

    with pytest.raises(RoleError):
        resolve(zhou, found.id, take=1, reason="商定")

    zhou.act_as(LEAD)
    resolve(zhou, found.id, take=1, reason="商定")


def test_edit_against_removal_is_settled_like_any_other(workspace: Workspace) -> None:
    file = evidence.add_content(workspace, PROVIDER, STAFF, "a.pdf", b"x").files[0][0]
    before = workspace.history.head_ids(file)
    evidence.remove(workspace, file, "重复", seen=before)
    evidence.describe(workspace, file, requirement=None, captured_on=None, note="n", seen=before)

    [found] = conflicts(workspace)
    kept = next(n for n, h in enumerate(found.entity.heads, 1) if h.body and not h.body.removed)
    resolve(workspace, found.id, take=kept, reason="并非重复")

    assert not evidence.find_evidence(workspace, file).removed


def test_a_rating_against_its_taking_back_can_end_with_none(workspace: Workspace) -> None:
    before = ratings.rate(workspace, PROVIDER, STAFF, "70").revisions
    ratings.clear_rating(workspace, PROVIDER, STAFF, seen=before)
    ratings.rate(workspace, PROVIDER, STAFF, "80", seen=before)

    [found] = conflicts(workspace)
    gone = next(n for n, h in enumerate(found.entity.heads, 1) if h.body is None)
    resolve(workspace, found.id, take=gone, reason="撤回")

    assert workspace.record(PROVIDER).ratings(STAFF) == ()
    assert check(workspace).problems == ()


# --- both ----------------------------------------------------------------------------------------


def tear_note(workspace: Workspace, *notes: str) -> str:
    """A note on one file, written on several laptops; returns the evidence."""
    added = evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", b"staff").files[0][0]
    before = workspace.history.head_ids(added)
    body = workspace.history.revision(before[0])[1]
    assert isinstance(body, Evidence)
    for note in notes:
        changed = msgspec.structs.replace(body, note=note)
        workspace.commit("describe_evidence", [Change(added, "evidence", changed, before)])
    return added


def test_both_notes_are_kept(workspace: Workspace) -> None:
    added = tear_note(workspace, "缺第 3 页", "原件已看")
    [found] = conflicts(workspace)
    assert isinstance(found.both, Evidence)

    resolve(workspace, found.id, both=True, reason="两人都对")

    entity = workspace.history.entity(added)
    assert entity is not None
    assert entity.body == found.both
    assert sorted(found.both.note.splitlines()) == sorted(["缺第 3 页", "原件已看"])
    [note] = workspace.history.entities(kind=Resolution.kind)
    assert note.body is not None
    assert note.body.taken is None
    assert set(note.body.covers) == set(found.entity.head_ids)


def test_two_ratings_are_one_or_the_other(workspace: Workspace) -> None:
    name = tear_rating(workspace, "80", "90")
    before = stored_rows(workspace)

    assert conflicts(workspace)[0].both is None
    with pytest.raises(FieldsError):
        resolve(workspace, name, both=True, reason="都对")

    assert stored_rows(workspace) == before
