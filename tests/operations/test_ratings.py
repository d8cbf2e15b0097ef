"""Ratings and consensus: one spelling, a person each, with reasons; nothing is overwritten."""

import unicodedata
from pathlib import Path

import pytest

from evaluator_desktop.domain.consensus import consensus_lines, covers_of
from evaluator_desktop.errors import RatingError, ReasonMissingError, UnknownItemError
from evaluator_desktop.operations import evidence, ratings
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import LEAD, PROVIDER, STAFF, ZHOU, files_in, stored_rows


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("80", "80"),
        ("80.5", "80.5"),
        ("80.0", "80"),
        ("８０。５", "80.5"),
        ("NA", "na"),
        ("0", "0"),
    ],
)
def test_a_rating_is_kept_in_one_spelling(workspace: Workspace, typed: str, kept: str) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, typed, "理由")

    [entity] = workspace.record(PROVIDER).ratings(STAFF)
    assert entity.body is not None
    assert (entity.body.value, entity.body.person) == (kept, LEAD)


@pytest.mark.parametrize("typed", ["", "101", "-1", "80.55", "eighty", "1e2", "nan", "80%"])
def test_what_is_no_rating_is_refused(workspace: Workspace, typed: str) -> None:
    before = stored_rows(workspace)

    with pytest.raises(RatingError):
        ratings.rate(workspace, PROVIDER, STAFF, typed)

    assert stored_rows(workspace) == before


def test_ratings_of_two_people_never_overwrite_each_other(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    workspace.act_as(ZHOU)
    ratings.rate(workspace, PROVIDER, STAFF, "60", "缺")

    assert workspace.record(PROVIDER).raters == tuple(sorted((LEAD, ZHOU)))


def test_a_reason_stays_until_another_is_given(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "50", " 缺合同 ")
    ratings.rate(workspace, PROVIDER, STAFF, "50")
    [entity] = workspace.record(PROVIDER).ratings(STAFF)
    assert entity.body is not None
    assert (entity.body.value, entity.body.reason) == ("50", "缺合同")

    ratings.rate(workspace, PROVIDER, STAFF, "50", "")
    [entity] = workspace.record(PROVIDER).ratings(STAFF)
    assert entity.body is not None
    assert entity.body.reason == ""


def test_a_name_in_another_composition_is_the_same_person(workspace: Workspace) -> None:
    composed = unicodedata.normalize("NFC", "José")
    workspace.act_as(unicodedata.normalize("NFD", composed))
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    workspace.act_as(composed)
    ratings.rate(workspace, PROVIDER, STAFF, "81")

    assert workspace.record(PROVIDER).raters == (composed,)
    assert len(workspace.record(PROVIDER).ratings(STAFF)[0].heads) == 1


def test_taking_back_a_rating_leaves_the_item_not_rated(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    ratings.clear_rating(workspace, PROVIDER, STAFF)

    assert workspace.record(PROVIDER).ratings(STAFF) == ()
    row = workspace.projections.get(PROVIDER)
    assert row is not None
    assert (row.rated, row.started) == (0, False)


def test_taking_back_what_was_never_given_writes_nothing(workspace: Workspace) -> None:
    before = stored_rows(workspace)

    assert ratings.clear_rating(workspace, PROVIDER, STAFF).revisions == ()

    assert stored_rows(workspace) == before
    assert workspace.session.undo == []


@pytest.mark.parametrize("item", ["", "organization", "organization.cars"])
def test_an_unknown_item_is_refused(workspace: Workspace, item: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"x")
    before, files = stored_rows(workspace), files_in(workspace.path)

    with pytest.raises(UnknownItemError):
        ratings.rate(workspace, PROVIDER, item, "80")
    with pytest.raises(UnknownItemError):
        ratings.set_consensus(workspace, PROVIDER, item, "80", "会商")
    with pytest.raises(UnknownItemError):
        evidence.add_files(workspace, PROVIDER, item, [tmp_path / "a.pdf"])

    assert stored_rows(workspace) == before
    assert files_in(workspace.path) == files


def test_a_consensus_covers_the_ratings_it_was_made_on(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "90")
    workspace.act_as(ZHOU)
    ratings.rate(workspace, PROVIDER, STAFF, "60", "缺")
    workspace.act_as(LEAD)
    ratings.set_consensus(workspace, PROVIDER, STAFF, "75", "会商")

    item = workspace.assessment(PROVIDER).item(STAFF)
    assert item.consensus is not None
    assert item.consensus.body is not None
    assert set(item.consensus.body.covers) == {h for r in item.ratings for h in r.head_ids}
    assert item.rating.value == 75
    assert len(item.ratings) == 2  # both originals stay


def test_a_consensus_covers_no_rating_that_came_in_behind_the_screen(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "90")
    shown = workspace.assessment(PROVIDER).item(STAFF).ratings
    workspace.act_as(ZHOU)
    ratings.rate(workspace, PROVIDER, STAFF, "60", "缺")
    workspace.act_as(LEAD)
    ratings.set_consensus(workspace, PROVIDER, STAFF, "75", "会商", covers=covers_of(shown))

    item = workspace.assessment(PROVIDER).item(STAFF)
    assert item.consensus_is_stale
    (line,) = consensus_lines(workspace.assessment(PROVIDER))
    ratings.set_consensus(workspace, PROVIDER, STAFF, "70", "会商", covers=line.covers)
    assert not workspace.assessment(PROVIDER).item(STAFF).consensus_is_stale


def test_a_consensus_needs_a_reason(workspace: Workspace) -> None:
    with pytest.raises(ReasonMissingError):
        ratings.set_consensus(workspace, PROVIDER, STAFF, "75", " ")
