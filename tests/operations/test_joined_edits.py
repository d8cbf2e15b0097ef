"""Joined providers are changed where each thing stands: ratings, profiles, conflicts of both."""

import pytest

from evaluator_desktop.domain.finding import Severity
from evaluator_desktop.domain.history import conflict_id
from evaluator_desktop.errors import InConflictError
from evaluator_desktop.operations import providers, ratings, undo
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.conflicts import conflicts, count_conflicts, resolve
from evaluator_desktop.operations.settled import settled
from evaluator_desktop.store.workspace import Workspace
from tests.joined_providers import GOES, STAYS, joined, rated, settle_everything
from tests.workspaces import OTHER, PROVIDER, STAFF


def test_two_ratings_of_one_person_on_one_item_are_a_conflict(workspace: Workspace) -> None:
    rated(workspace, "80", "70")
    assert count_conflicts(workspace) == 0

    (rating,) = joined(workspace).ratings(STAFF)

    assert rating.in_conflict
    assert {head.body.value for head in rating.heads if head.body} == {"80", "70"}
    found = [c for c in conflicts(workspace) if c.entity.kind == "rating"]
    assert [c.provider for c in found] == [STAYS]
    assert sorted(e.points or "" for e in found[0].effects) != ["", ""]
    with pytest.raises(InConflictError):
        ratings.rate(workspace, PROVIDER, STAFF, "75")
    findings = workspace.assessment(OTHER).findings
    assert any(f.place == STAFF for f in findings if f.severity is Severity.BLOCKS_FINAL)


def test_equal_ratings_agree_and_a_change_reaches_both(workspace: Workspace) -> None:
    rated(workspace, "80", "80")
    (rating,) = joined(workspace).ratings(STAFF)
    assert not rating.in_conflict

    ratings.rate(workspace, GOES, STAFF, "90")

    (rating,) = workspace.record(STAYS).ratings(STAFF)
    assert rating.body is not None
    assert rating.body.value == "90"
    for provider in (PROVIDER, OTHER):
        (own,) = workspace.record(provider, alone=True).ratings(STAFF)
        assert own.body is not None
        assert (own.body.value, own.body.provider) == ("90", provider)
    ratings.clear_rating(workspace, STAYS, STAFF)
    assert workspace.record(STAYS).ratings(STAFF) == ()
    undo.undo(workspace)
    undo.undo(workspace)
    (rating,) = workspace.record(STAYS).ratings(STAFF)
    assert rating.body is not None
    assert rating.body.value == "80"


def test_what_only_one_has_is_changed_where_it_is(workspace: Workspace) -> None:
    ratings.rate(workspace, GOES, STAFF, "80")
    joined(workspace)

    ratings.rate(workspace, STAYS, STAFF, "85")

    assert workspace.record(STAYS, alone=True).ratings(STAFF) == ()
    (own,) = workspace.record(GOES, alone=True).ratings(STAFF)
    assert own.body is not None
    assert own.body.value == "85"
    assert len(workspace.record(STAYS).ratings(STAFF)) == 1


def test_a_stale_screen_makes_a_conflict_and_not_a_loss(workspace: Workspace) -> None:
    rated(workspace, "80", "80")
    (rating,) = joined(workspace).ratings(STAFF)
    shown = rating.head_ids
    ratings.rate(workspace, STAYS, STAFF, "90", seen=shown)

    ratings.rate(workspace, STAYS, STAFF, "60", seen=shown)

    (rating,) = workspace.record(STAYS).ratings(STAFF)
    assert rating.in_conflict
    assert {head.body.value for head in rating.heads if head.body} == {"90", "60"}


def test_a_resolution_names_all_heads_and_settles_both(workspace: Workspace) -> None:
    rated(workspace, "80", "70")
    joined(workspace)
    (found,) = [c for c in conflicts(workspace) if c.entity.kind == "rating"]
    values = [head.body.value for head in found.entity.heads if head.body]

    resolve(workspace, found.id, take=values.index("70") + 1, reason="以现场为准")

    (rating,) = workspace.record(STAYS).ratings(STAFF)
    assert rating.body is not None
    assert rating.body.value == "70"
    (note,) = settled(workspace, 9)
    assert set(note.note.covers) == set(found.entity.head_ids)
    assert note.note.conflict == conflict_id(found.entity.head_ids)
    assert not [c for c in conflicts(workspace) if c.entity.kind == "rating"]
    assert check(workspace).problems == ()
    undo.undo(workspace)
    (again,) = [c for c in conflicts(workspace) if c.entity.kind == "rating"]
    assert sorted(h.body.value for h in again.entity.heads if h.body) == ["70", "80"]


def test_profiles_are_edited_where_they_stand(workspace: Workspace) -> None:
    joined(workspace)
    settle_everything(workspace)
    providers.edit_profile(workspace, GOES, "identity", {"address": "衡山路 1 号"})
    for provider in (PROVIDER, OTHER):
        record = workspace.record(provider, alone=True)
        assert record.profile_value("identity", "address") == "衡山路 1 号"


def test_a_conflict_of_both_is_settled_by_hand(workspace: Workspace) -> None:
    rated(workspace, "80", "70")
    joined(workspace)
    (found,) = [c for c in conflicts(workspace) if c.entity.kind == "rating"]

    resolve(workspace, found.id, value={"value": "75"}, reason="两次评分取其中")

    for provider in (PROVIDER, OTHER):
        (own,) = workspace.record(provider, alone=True).ratings(STAFF)
        assert own.body is not None
        assert (own.body.value, own.body.provider) == ("75", provider)
