"""Conflicts: shown with both sides and what each would give."""

from evaluator_desktop.domain.bodies import OutcomeRecord, Rating
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.operations import evidence, ratings, shop, verification
from evaluator_desktop.operations.conflicts import Weight, conflicts, count_conflicts
from evaluator_desktop.store.workspace import Workspace
from tests.operations.differing import tear_rating
from tests.workspaces import FACTS, PROVIDER, STAFF, ZHOU


def test_nothing_differs_at_first(workspace: Workspace) -> None:
    assert conflicts(workspace) == []
    assert count_conflicts(workspace) == 0


def test_a_conflict_names_its_place_its_sides_and_its_base(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "50", "底")
    name = tear_rating(workspace, "80", "90")
    [found] = conflicts(workspace)

    assert found.id == name
    assert (found.entity.kind, found.provider, found.item) == ("rating", PROVIDER, STAFF)
    assert {h.body.value for h in found.entity.heads if h.body} == {"80", "90"}
    assert isinstance(found.base, Rating)
    assert found.base.value == "50"


def test_without_a_common_state_there_is_no_base(workspace: Workspace) -> None:
    tear_rating(workspace, "80", "90")

    assert conflicts(workspace)[0].base is None


def test_the_base_is_the_nearest_state_all_sides_knew(workspace: Workspace) -> None:
    for value in ("10", "20", "30"):
        ratings.rate(workspace, PROVIDER, STAFF, value, "底")
    [third] = [e.head_ids for e in workspace.record(PROVIDER).ratings(STAFF)]
    [left] = ratings.rate(workspace, PROVIDER, STAFF, "40", "左", seen=third).revisions
    ratings.rate(workspace, PROVIDER, STAFF, "41", "左", seen=[left])
    ratings.rate(workspace, PROVIDER, STAFF, "50", "右", seen=third)

    [found] = conflicts(workspace)
    assert isinstance(found.base, Rating)
    assert found.base.value == "30"


def test_each_side_says_what_it_would_give(workspace: Workspace) -> None:
    for item in workspace.scheme.items:
        ratings.rate(workspace, PROVIDER, item.id, "80")
    shop.set_facts(workspace, PROVIDER, FACTS)
    tear_rating(workspace, "70", "95")
    assert workspace.assessment(PROVIDER).score is None

    [found] = conflicts(workspace)
    by_value = {h.body.value: e for h, e in zip(found.entity.heads, found.effects, strict=True)
                if h.body}  # fmt: skip
    assert [effect.n for effect in found.effects] == [1, 2]
    assert by_value["70"].score == "79.50"
    assert by_value["95"].score == "80.75"
    assert {e.tier for e in found.effects} == {"diamond_3"}


def test_what_it_would_give_holds_no_rating_that_is_hidden(workspace: Workspace) -> None:
    for item in workspace.scheme.items:
        ratings.rate(workspace, PROVIDER, item.id, "80")
    workspace.act_as(ZHOU)
    tear_rating(workspace, "70", "90")

    [found] = conflicts(workspace)

    staff = workspace.scheme.item(STAFF)
    assert staff.weight_bp == 500
    assert {(e.score, e.points) for e in found.effects} == {(None, "3.50"), (None, "4.50")}


def test_what_changes_the_tier_comes_first(workspace: Workspace) -> None:
    shop.set_facts(workspace, PROVIDER, FACTS)
    [feedback] = [e for p, e in workspace.record(PROVIDER).shop_parts.items() if p == "feedback"]
    seen = {"feedback": feedback.head_ids}
    tear_rating(workspace, "80", "90")
    for count in (1, 200):
        shop.set_facts(workspace, PROVIDER, FACTS | {"purchases": count}, seen=seen)

    found = conflicts(workspace)
    assert [c.entity.kind for c in found] == ["shop_facts", "rating"]
    assert len({effect.tier for effect in found[0].effects}) == 2


def test_what_proposes_a_class_comes_before_what_changes_the_tier(workspace: Workspace) -> None:
    shop.set_facts(workspace, PROVIDER, FACTS)
    [feedback] = [e for p, e in workspace.record(PROVIDER).shop_parts.items() if p == "feedback"]
    for count in (1, 200):
        facts = FACTS | {"purchases": count}
        shop.set_facts(workspace, PROVIDER, facts, seen={"feedback": feedback.head_ids})
    tear_rating(workspace, "80", "90")
    names = [evidence.add_content(workspace, PROVIDER, STAFF, n, n.encode()) for n in ("a", "b")]
    for added, outcomes in zip(
        names, (("verified", "false"), ("verified", "unverifiable")), strict=True
    ):
        for outcome in outcomes:
            name = added.files[0][0]
            verification.record_outcome(workspace, name, outcome, note="见笔录", seen=())

    found = conflicts(workspace)
    assert [c.entity.kind for c in found] == ["outcome", "shop_facts", "rating", "outcome"]
    assert [c.weight for c in found] == [Weight.CLASS, Weight.TIER, Weight.SCORE, Weight.NOTHING]
    by_outcome = {
        h.body.outcome: e.proposes
        for h, e in zip(found[0].entity.heads, found[0].effects, strict=True)
        if h.body
    }
    assert by_outcome == {
        "verified": None,
        "false": workspace.scheme.parameters.integrity_class,
    }


def test_heads_that_agree_are_not_listed(workspace: Workspace) -> None:
    for reason in ("甲", "乙"):
        ratings.rate(workspace, PROVIDER, STAFF, "80", reason, seen=())

    assert conflicts(workspace) == []
    ratings.rate(workspace, PROVIDER, STAFF, "81")
    entity = derived_entity("rating", PROVIDER, STAFF, workspace.person)
    assert len(workspace.history.head_ids(entity)) == 1  # the new revision names them all


def test_parallel_edits_of_different_parts_of_the_shop_both_stand(workspace: Workspace) -> None:
    shop.set_facts(workspace, PROVIDER, FACTS)
    seen = {p: e.head_ids for p, e in workspace.record(PROVIDER).shop_parts.items()}
    shop.set_facts(workspace, PROVIDER, FACTS | {"purchases": 7}, seen=seen)
    shop.set_facts(workspace, PROVIDER, FACTS | {"purchases": 7, "products": 3}, seen=seen)

    assert conflicts(workspace) == []
    assert shop.facts_so_far(workspace, PROVIDER)["products"] == 3


def test_outcomes_that_agree_in_the_outcome_are_none(workspace: Workspace) -> None:
    file = evidence.add_content(workspace, PROVIDER, STAFF, "a.pdf", b"x").files[0][0]
    for note in ("甲", "乙"):
        verification.record_outcome(workspace, file, "false", note=note, seen=())

    assert conflicts(workspace) == []
    [entity] = workspace.record(PROVIDER).of(OutcomeRecord)
    assert len(entity.heads) == 2
