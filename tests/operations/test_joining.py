"""Two providers that are one: joining, working on the one, taking it back (decision 0011)."""

from collections.abc import Callable

import msgspec
import pytest

from evaluator_desktop.domain.bodies import Alias, Evidence, Rating
from evaluator_desktop.errors import (
    AlreadyJoinedError,
    EvaluatorError,
    LockedProviderError,
    NotJoinedError,
    ReasonMissingError,
    RoleError,
    StorageFailedError,
    UnknownProviderError,
)
from evaluator_desktop.operations import (
    calls,
    customers,
    evidence,
    ratings,
    shop,
    undo,
    verification,
)
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.conflicts import count_conflicts
from evaluator_desktop.operations.edit import change, find_member, find_provider
from evaluator_desktop.operations.joining import join, part
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.queries.verification import evidence_queue
from evaluator_desktop.store.workspace import Workspace
from tests.joined_providers import (
    GOES,
    STAYS,
    WHY,
    joined,
    made,
    rated,
    settle_everything,
    state,
    submitted,
)
from tests.workspaces import CODE, FACTS, FEES, OTHER, OTHER_CODE, PROVIDER, STAFF, ZHOU, Laptop


def rows_of(workspace: Workspace) -> list[Summary]:
    """The rows of the list, whenever the last change was."""
    return [msgspec.structs.replace(row, last_at="") for row in workspace.projections.all()]


def test_a_joined_provider_appears_once_under_either_code(workspace: Workspace) -> None:
    record = joined(workspace)

    assert record.id == STAYS
    assert workspace.record(GOES) == workspace.record(STAYS)
    assert [row.provider for row in workspace.projections.all()] == [STAYS]
    assert workspace.provider_ids() == [STAYS]
    assert {find_provider(workspace, text) for text in (CODE, OTHER_CODE, GOES)} == {STAYS}
    assert find_provider(workspace, "苏州咨询中心（示例）") == STAYS
    assert (find_member(workspace, CODE), find_member(workspace, OTHER_CODE)) == (PROVIDER, OTHER)
    with pytest.raises(UnknownProviderError):
        find_provider(workspace, "没有这家")


def test_either_code_stays_good_when_one_was_settled_on(workspace: Workspace) -> None:
    joined(workspace)
    settle_everything(workspace)
    codes = (CODE, OTHER_CODE)
    assert {find_provider(workspace, code) for code in codes} == {STAYS}
    assert [find_member(workspace, code) for code in codes] == [PROVIDER, OTHER]


def test_evidence_customers_and_ratings_of_both_are_kept(workspace: Workspace) -> None:
    evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", b"one")
    evidence.add_content(workspace, OTHER, FEES, "价目.pdf", b"two")
    customers.add_customers(workspace, PROVIDER, [("客户一", "13900000001")])
    customers.add_customers(workspace, OTHER, [("客户二", "13900000002")])
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    ratings.rate(workspace, OTHER, FEES, "70")

    record = joined(workspace)

    names = {e.body.name for e in record.evidence if e.body}
    assert names == {"名册.pdf", "价目.pdf"}
    assert len(record.customers) == 2
    assert {(e.body.item, e.body.value) for e in record.of(Rating) if e.body} == {
        (STAFF, "80"),
        (FEES, "70"),
    }
    (row,) = workspace.projections.all()
    assert (row.evidence, row.rated) == (2, 2)
    assert {row.provider.provider for row in evidence_queue(workspace).rows} == {STAYS}


def test_taken_back_everything_is_as_before(workspace: Workspace) -> None:
    rated(workspace, "80", "70")
    shop.set_facts(workspace, PROVIDER, FACTS)
    shop.set_facts(workspace, OTHER, FACTS | {"products": 19})
    before, rows = state(workspace), rows_of(workspace)

    joined(workspace)
    assert state(workspace) == before
    undo.undo(workspace)
    assert (state(workspace), rows_of(workspace)) == (before, rows)

    undo.redo(workspace)
    assert len(workspace.projections.all()) == 1
    settle_everything(workspace)
    assert count_conflicts(workspace) == 0
    assert state(workspace) != before
    part(workspace, STAYS, GOES, "两家公司")

    assert state(workspace) == before
    assert rows_of(workspace) == rows
    assert count_conflicts(workspace) == 0
    assert check(workspace).problems == ()
    undo.undo(workspace)
    assert len(workspace.projections.all()) == 1
    assert count_conflicts(workspace) == 0


def test_what_was_recorded_of_the_one_stays_when_it_is_taken_back(workspace: Workspace) -> None:
    rated(workspace, "80", "70")
    joined(workspace)
    settle_everything(workspace)
    ratings.rate(workspace, STAYS, STAFF, "95")
    ratings.rate(workspace, STAYS, FEES, "60")

    part(workspace, PROVIDER, OTHER, "两家公司")

    for provider in (PROVIDER, OTHER):
        (own,) = workspace.record(provider).ratings(STAFF)
        assert own.body is not None
        assert own.body.value == "95"
    assert len(workspace.record(STAYS).ratings(FEES)) == 1
    assert workspace.record(GOES).ratings(FEES) == ()


def test_profiles_shop_and_codes_are_read_as_one(workspace: Workspace) -> None:
    shop.set_facts(workspace, PROVIDER, FACTS)
    shop.set_facts(workspace, OTHER, FACTS | {"products": 19})

    record = joined(workspace)

    assert {part for part, e in record.shop_parts.items() if e.in_conflict} == {"offer"}
    kinds = [entity.kind for entity in record.conflicts]
    assert sorted(kinds) == ["profile", "provider", "shop_facts"]
    assert workspace.assessment(STAYS).ledger is None
    settle_everything(workspace)
    assert workspace.assessment(STAYS).ledger is not None
    written = shop.set_facts(workspace, STAYS, FACTS | {"products": 20})
    assert written is not None
    for provider in (PROVIDER, OTHER):
        offer = workspace.record(provider, alone=True).shop_parts["offer"].body
        assert offer is not None
        assert offer.values["products"] == 20


def test_parts_recorded_upon_parts_know_what_they_wrote(workspace: Workspace) -> None:
    shop.set_facts(workspace, PROVIDER, FACTS)
    shop.set_facts(workspace, OTHER, FACTS)
    record = joined(workspace)
    seen = {"offer": record.shop_parts["offer"].head_ids}
    values = {"products": 20, "is_decorated": True}

    done = shop.set_parts(workspace, STAYS, {"offer": values}, seen=seen)
    assert set(done.heads["offer"]) == set(workspace.record(STAYS).shop_parts["offer"].head_ids)
    shop.set_parts(workspace, STAYS, {"offer": values | {"products": 21}}, seen=done.heads)

    assert not workspace.record(STAYS).shop_parts["offer"].in_conflict


def test_a_provider_without_a_code_takes_the_code_of_the_other(workspace: Workspace) -> None:
    nameless = made(workspace, "苏州咨询中心（示例）", None)
    join(workspace, OTHER, nameless, WHY)

    record = workspace.record(nameless)
    assert record.code == OTHER_CODE
    assert record.conflicts == ()
    assert find_provider(workspace, OTHER_CODE) == record.id
    part(workspace, OTHER, nameless, "不是")
    assert workspace.record(nameless).code is None


def test_outcomes_and_calls_belong_where_their_evidence_and_customers_do(
    workspace: Workspace,
) -> None:
    added = evidence.add_content(workspace, GOES, STAFF, "名册.pdf", b"one")
    ((evidence_id, _name, _file),) = added.files
    customers.add_customers(workspace, GOES, [("客户一", "13900000001")])
    joined(workspace)
    (customer,) = workspace.record(STAYS).customers

    verification.record_outcome(workspace, evidence_id, "verified")
    calls.record_call(workspace, STAYS, customer.id, "no_answer")

    own = workspace.record(GOES, alone=True)
    assert len(own.outcomes) == len(own.calls) == 1
    assert workspace.record(STAYS, alone=True).outcomes == {}
    evidence.remove(workspace, evidence_id, "误传")
    (piece,) = workspace.record(STAYS).of(Evidence)
    assert piece.body is not None
    assert piece.body.removed
    assert check(workspace).problems == ()


def test_a_lock_of_either_closes_both(laptop: Laptop, workspace: Workspace) -> None:
    submitted(workspace, GOES)
    steps.lock(workspace, GOES)

    with pytest.raises(LockedProviderError):
        join(workspace, PROVIDER, OTHER, WHY)
    steps.unlock(workspace, GOES, "重审")
    join(workspace, PROVIDER, OTHER, WHY)
    with pytest.raises(EvaluatorError):
        join(workspace, PROVIDER, OTHER, WHY)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda w: join(w, PROVIDER, OTHER, " "), ReasonMissingError),
        (lambda w: join(w, PROVIDER, PROVIDER, WHY), AlreadyJoinedError),
        (lambda w: part(w, PROVIDER, OTHER, WHY), NotJoinedError),
        (lambda w: part(w, PROVIDER, PROVIDER, WHY), NotJoinedError),
    ],
)
def test_what_is_no_joining_is_refused(
    workspace: Workspace, change: Callable[[Workspace], object], error: type[EvaluatorError]
) -> None:
    count = workspace.history.count()
    with pytest.raises(error):
        change(workspace)
    assert workspace.history.count() == count


def test_only_leads_join_and_part(laptop: Laptop) -> None:
    zhou = laptop("zhou", ZHOU)
    with pytest.raises(RoleError):
        join(zhou, PROVIDER, OTHER, WHY)
    with pytest.raises(RoleError):
        part(zhou, PROVIDER, OTHER, WHY)


def test_chains_and_circles_are_one_provider(workspace: Workspace) -> None:
    third, fourth = made(workspace, "第三家", None), made(workspace, "第四家", None)
    for one, other in ((OTHER, third), (third, fourth), (PROVIDER, fourth)):
        join(workspace, one, other, WHY)
    first, second = sorted((PROVIDER, third))
    ring = Alias(first, second, joined=True, reason=WHY)
    workspace.commit("join", [change(workspace, ring)])

    everybody = sorted((PROVIDER, OTHER, third, fourth))
    assert workspace.joined.members(third) == tuple(everybody)
    assert [row.provider for row in workspace.projections.all()] == everybody[:1]
    with pytest.raises(AlreadyJoinedError):
        join(workspace, PROVIDER, OTHER, WHY)

    part(workspace, PROVIDER, third, "不是")

    assert workspace.joined.members(third) == (third,)
    rest = tuple(one for one in everybody if one != third)
    assert {workspace.joined.members(one) for one in rest} == {rest}
    assert {row.provider for row in workspace.projections.all()} == {third, rest[0]}
    undo.undo(workspace)
    assert workspace.joined.members(third) == tuple(everybody)


def test_a_failed_joining_leaves_them_two(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr(workspace.projections, "refresh", fail)
    with pytest.raises(StorageFailedError):
        join(workspace, PROVIDER, OTHER, WHY)
    assert workspace.joined.groups == {}
    assert workspace.record(GOES).id == GOES
