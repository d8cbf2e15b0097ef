"""Undo step by step: what is next, what was overtaken, what stays."""

from pathlib import Path

import pytest

from evaluator_desktop.errors import (
    FinalStepError,
    LockedProviderError,
    NothingToUndoError,
    UndoOvertakenError,
)
from evaluator_desktop.operations import conflicts, export, merge, ratings, verification
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.step_words import action_name
from evaluator_desktop.operations.undo import next_redo, next_undo, redo, undo
from evaluator_desktop.store.workspace import Workspace
from tests.operations.taken_back import attached, disagreed, state, submitted
from tests.workspaces import (
    CHEN,
    FEES,
    LEAD,
    OTHER,
    PROVIDER,
    STAFF,
    ZHOU,
    Laptop,
    shared_rows,
    stored_rows,
)

NAME = "雁栖管理咨询公司（示例）"


def test_undoing_a_resolution_opens_the_conflict_again(workspace: Workspace) -> None:
    name = disagreed(workspace)
    conflicts.resolve(workspace, name, take=1, reason="依据原件")
    assert conflicts.conflicts(workspace) == []

    undo(workspace)

    [found] = conflicts.conflicts(workspace)
    assert found.id != name  # these heads are new: an old answer does not fit them
    assert {h.body.value for h in found.entity.heads if h.body} == {"81", "60"}


def test_actions_are_undone_one_by_one_in_reverse(workspace: Workspace) -> None:
    states = [state(workspace)]
    for value in ("10", "20", "30"):
        ratings.rate(workspace, PROVIDER, STAFF, value, "低")
        states.append(state(workspace))

    for expected in reversed(states[:-1]):
        undo(workspace)
        assert state(workspace) == expected
    with pytest.raises(NothingToUndoError):
        undo(workspace)
    for expected in states[1:]:
        redo(workspace)
        assert state(workspace) == expected
    with pytest.raises(NothingToUndoError):
        redo(workspace)
    for expected in reversed(states[:-1]):
        undo(workspace)
        assert state(workspace) == expected


def test_a_new_action_ends_what_could_be_repeated(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    next_undo_of_80 = next_undo(workspace)
    undo(workspace)
    assert next_redo(workspace) == next_undo_of_80

    ratings.rate(workspace, PROVIDER, FEES, "80")

    assert next_redo(workspace) is None
    with pytest.raises(NothingToUndoError):
        redo(workspace)


def test_the_next_step_has_a_name(workspace: Workspace) -> None:
    assert next_undo(workspace) is None
    ratings.rate(workspace, PROVIDER, STAFF, "80")

    assert next_undo(workspace) == f"{action_name('rate')} 80 · {NAME}"
    assert action_name("rate") != "rate"
    done = undo(workspace)
    assert done.turned is not None
    assert (done.turned.words, done.turned.item) == (f"{action_name('rate')} 80 · {NAME}", STAFF)


def test_a_step_says_how_many_providers_it_concerns_and_what_one_thing_is(
    workspace: Workspace,
) -> None:
    steps.assign(workspace, CHEN, [PROVIDER, OTHER])
    assert "2" in str(next_undo(workspace))
    name = attached(workspace)
    assert next_undo(workspace) == f"{action_name('add_evidence')} 名册.pdf · {NAME}"
    verification.record_outcome(workspace, name, "verified")
    assert next_undo(workspace) == f"{action_name('verify')} 属实 · {NAME}"
    done = undo(workspace)
    assert done.turned is not None
    assert (done.turned.kind, done.turned.evidence) == ("outcome", name)


def test_another_persons_work_is_not_theirs_to_take_back(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    workspace.act_as(ZHOU)

    with pytest.raises(NothingToUndoError):
        undo(workspace)


def test_earlier_sessions_are_not_undone(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    workspace.close()

    with Workspace.open(workspace.path) as again, pytest.raises(NothingToUndoError):
        undo(again)


def test_undo_is_overtaken_by_a_newer_head(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    zhou = laptop("zhou")
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    [merged] = exchange(workspace, zhou, tmp_path / "one.evpkg")
    assert merged is merge.MergeStatus.MERGED
    zhou.act_as(LEAD)
    ratings.rate(zhou, PROVIDER, STAFF, "81")
    exchange(zhou, workspace, tmp_path / "two.evpkg")
    before = stored_rows(workspace)

    with pytest.raises(UndoOvertakenError, match=NAME):
        undo(workspace)

    assert stored_rows(workspace) == before


def exchange(source: Workspace, target: Workspace, path: Path) -> list[merge.MergeStatus]:
    export.export_package(source, path)
    return [merge.merge_package(target, path).status]


def test_a_merge_leaves_what_it_did_not_touch_to_be_undone(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    zhou = laptop("zhou")
    before = state(workspace)
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    ratings.rate(zhou, PROVIDER, STAFF, "70")
    exchange(zhou, workspace, tmp_path / "one.evpkg")

    undo(workspace)

    own = {entity: said for entity, said in state(workspace).items() if entity in before}
    assert own == before
    assert workspace.record(PROVIDER).raters == (ZHOU,)


def test_undo_of_a_bulk_change_is_one_step(workspace: Workspace) -> None:
    before = state(workspace)
    steps.assign(workspace, CHEN, [PROVIDER, OTHER])

    assert len(undo(workspace).revisions) == 2
    assert state(workspace) == before
    assert next_undo(workspace) is None


def locked(workspace: Workspace) -> None:
    submitted(workspace)
    steps.lock(workspace, PROVIDER)


def test_what_was_locked_meanwhile_is_not_undone(workspace: Workspace) -> None:
    submitted(workspace)
    workspace.session.undo.pop()  # the submission: what is left begins with a first rating
    steps.lock(workspace, PROVIDER)
    before = shared_rows(workspace)

    with pytest.raises(FinalStepError):
        undo(workspace)
    with pytest.raises(LockedProviderError):
        undo(workspace)

    assert shared_rows(workspace) == before


def test_a_rating_of_a_locked_provider_is_not_taken_back(workspace: Workspace) -> None:
    locked(workspace)
    before = shared_rows(workspace)

    with pytest.raises(LockedProviderError):
        ratings.clear_rating(workspace, PROVIDER, STAFF)

    assert shared_rows(workspace) == before


def test_a_lock_is_opened_with_a_reason_and_not_by_undo(workspace: Workspace) -> None:
    locked(workspace)
    before = shared_rows(workspace)
    assert str(next_undo(workspace)).startswith(action_name("lock"))

    with pytest.raises(FinalStepError) as refused:
        undo(workspace)
    assert action_name("submit") in str(refused.value), "what the next Ctrl+Z is about is said"
    assert str(next_undo(workspace)).startswith(action_name("submit"))
    with pytest.raises(LockedProviderError):
        undo(workspace)

    assert shared_rows(workspace) == before


def test_a_step_that_stays_is_said_before_an_older_one_is_taken_back(
    workspace: Workspace,
) -> None:
    submitted(workspace)
    ratings.rate(workspace, OTHER, STAFF, "80")
    steps.lock(workspace, PROVIDER)

    with pytest.raises(FinalStepError) as refused:
        undo(workspace)
    assert f"{action_name('rate')} 80" in str(refused.value)
    assert next_redo(workspace) is None
    undo(workspace)

    assert workspace.record(OTHER).raters == ()
