"""Half-typed text: kept, settled with the commit that records it, and never anywhere else."""

import zipfile
from pathlib import Path

import pytest

from evaluator_desktop.errors import RatingError
from evaluator_desktop.operations import drafts, ratings
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.customers import add_customers
from evaluator_desktop.operations.export import export_package
from evaluator_desktop.operations.purge import erase
from evaluator_desktop.store.queries.dump import history_lines, state_lines
from evaluator_desktop.store.queries.history import history_entries
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF, stored_rows

PLACE, OTHER = "rating reason:x:林一帆", "note:y:林一帆"
TYPED = "半句没有写完的话"


def test_what_is_kept_is_there_at_the_next_start(workspace: Workspace) -> None:
    drafts.keep(workspace, {PLACE: "只看到", OTHER: "模糊"})
    drafts.keep(workspace, {PLACE: "只看到复印件", OTHER: None})
    workspace.close()

    with Workspace.open(workspace.path) as again:
        assert drafts.all_drafts(again) == {PLACE: "只看到复印件"}


def test_half_a_surrogate_pair_does_no_harm(workspace: Workspace) -> None:
    drafts.keep(workspace, {PLACE: "a\ud83d"})

    assert drafts.all_drafts(workspace) == {PLACE: "a?"}


def test_the_commit_that_follows_settles_what_was_handed_over(workspace: Workspace) -> None:
    drafts.keep(workspace, {PLACE: "a", OTHER: "b"})
    drafts.hand_over(workspace, PLACE)
    ratings.rate(workspace, PROVIDER, STAFF, "80", "a")

    assert drafts.all_drafts(workspace) == {OTHER: "b"}
    assert drafts.take_back(workspace, PLACE) is None


def test_what_was_refused_stays_a_draft_whatever_is_recorded_next(workspace: Workspace) -> None:
    drafts.hand_over(workspace, PLACE, "a")
    with pytest.raises(RatingError):
        ratings.rate(workspace, PROVIDER, STAFF, "800", "a")
    assert drafts.take_back(workspace, PLACE) == "a"
    ratings.rate(workspace, PROVIDER, STAFF, "80", "b")

    assert drafts.all_drafts(workspace) == {PLACE: "a"}


def test_a_draft_typed_on_is_not_settled_by_what_was_handed_over_before(
    workspace: Workspace,
) -> None:
    drafts.hand_over(workspace, PLACE, "a")
    drafts.keep(workspace, {PLACE: "ab"})
    ratings.rate(workspace, PROVIDER, STAFF, "80", "a")

    assert drafts.all_drafts(workspace) == {PLACE: "ab"}


def test_what_was_half_typed_of_a_customer_goes_with_their_data(workspace: Workspace) -> None:
    add_customers(workspace, PROVIDER, [("王先生", "13800138000")])
    [customer] = [entity.id for entity in workspace.record(PROVIDER).entities["customer"]]
    place = f"customer words:{customer}:{workspace.person}"
    drafts.keep(workspace, {place: "王先生说", PLACE: "a"})
    erase(workspace, customer=customer, reason="asked to")

    assert drafts.all_drafts(workspace) == {PLACE: "a"}


def test_a_draft_is_no_part_of_what_is_recorded_or_sent(
    workspace: Workspace, tmp_path: Path
) -> None:
    before = stored_rows(workspace)
    drafts.keep(workspace, {PLACE: TYPED})
    target = tmp_path / "x.evpkg"
    export_package(workspace, target)

    assert stored_rows(workspace) == before
    assert check(workspace).problems == ()
    with zipfile.ZipFile(target) as package:
        parts = b"".join(package.read(name) for name in package.namelist())
    dumped = b"".join((*history_lines(workspace), *state_lines(workspace)))
    assert TYPED.encode() not in parts + dumped
    assert TYPED not in repr(list(history_entries(workspace)))
