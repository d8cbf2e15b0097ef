"""Drawing the sample (D9) and recording calls (D7, D8) in a workspace."""

import hashlib
from typing import Any

import pytest

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Call, Sample
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.domain.sampling import DrawnSample
from evaluator_desktop.domain.satisfaction import Disposition
from evaluator_desktop.errors import (
    FieldsError,
    InConflictError,
    LockedProviderError,
    NamesMissingError,
    NothingToDrawError,
    UnknownCustomerError,
)
from evaluator_desktop.operations import calls, customers, export, merge, ratings
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.conflicts import conflicts
from evaluator_desktop.operations.purge import erase
from evaluator_desktop.operations.undo import undo
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import OTHER, PROVIDER, ZHOU, Laptop, stored_rows

PEOPLE = [(f"客户{number:03d}有限公司", f"138{number:08d}") for number in range(100)]


def drawn(workspace: Workspace, number: int = 40, seed: int = 7) -> DrawnSample:
    customers.add_customers(workspace, PROVIDER, PEOPLE[:number])
    calls.draw(workspace, PROVIDER, seed)
    return sample(workspace)


def assessment(workspace: Workspace) -> Assessment:
    assert check(workspace).problems == ()
    return workspace.assessment(PROVIDER)


def sample(workspace: Workspace) -> DrawnSample:
    found = assessment(workspace).sample
    assert found is not None
    return found


def names(workspace: Workspace, ids: tuple[str, ...]) -> list[tuple[str, str]]:
    record = workspace.record(PROVIDER, personal=True)
    bodies = {entity.id: entity.body for entity in record.customers}
    people = [(record.personal or {})[(b and b.personal) or ""] for b in map(bodies.get, ids)]
    return [(person["name"], person["phone"]) for person in people]


def body(workspace: Workspace) -> Sample:
    entity = workspace.record(PROVIDER).one(Sample)
    assert entity is not None
    assert entity.body is not None
    return entity.body


# --- the draw ---------------------------------------------------------------------------------


def test_d9_anyone_can_draw_again_with_seed_and_list(workspace: Workspace) -> None:
    found = drawn(workspace, 100, 20201231)
    expected = sorted(
        PEOPLE,
        key=lambda p: hashlib.sha256(f"20201231\n{p[1]}\n{p[0]}".encode()).hexdigest(),
    )

    assert names(workspace, found.order) == expected
    assert (found.seed, found.population, found.size) == (20201231, 100, 50)
    assert found.to_call == found.order[:50]


def test_d9_another_laptop_with_the_same_list_draws_the_same(
    workspace: Workspace, laptop: Laptop
) -> None:
    mine = drawn(workspace)
    other = laptop("zhou", ZHOU)
    customers.add_customers(other, PROVIDER, reversed(PEOPLE[:40]))
    calls.draw(other, PROVIDER, 7)

    assert names(other, sample(other).order) == names(workspace, mine.order)


def test_d9_customers_without_a_number_and_duplicates_are_counted_apart(
    workspace: Workspace,
) -> None:
    people = [*PEOPLE[:3], ("无号码", ""), PEOPLE[0], ("空号", "没有")]
    customers.add_customers(workspace, PROVIDER, people)
    calls.draw(workspace, PROVIDER, 1)

    assert (sample(workspace).population, sample(workspace).list_changed) == (3, False)
    assert len(body(workspace).covers) == 6


def test_d9_a_seed_by_chance_is_kept_until_another_is_given(workspace: Workspace) -> None:
    customers.add_customers(workspace, PROVIDER, PEOPLE[:3])
    workspace.session.random = lambda count: bytes(range(1, count + 1))
    calls.draw(workspace, PROVIDER)
    assert sample(workspace).seed == 0x01020304

    assert calls.draw(workspace, PROVIDER) is None
    customers.add_customers(workspace, PROVIDER, PEOPLE[3:5])
    assert sample(workspace).list_changed
    assert calls.draw(workspace, PROVIDER) is not None
    assert (sample(workspace).seed, sample(workspace).population) == (0x01020304, 5)
    calls.draw(workspace, PROVIDER, 0)
    assert sample(workspace).seed == 0
    undo(workspace)
    assert sample(workspace).seed == 0x01020304


@pytest.mark.parametrize("seed", [-1, 2**53])
def test_d9_seeds_have_bounds(workspace: Workspace, seed: int) -> None:
    customers.add_customers(workspace, PROVIDER, PEOPLE[:3])
    before = stored_rows(workspace)

    with pytest.raises(FieldsError):
        calls.draw(workspace, PROVIDER, seed)

    assert stored_rows(workspace) == before
    calls.draw(workspace, PROVIDER, 2**53 - 1)
    assert sample(workspace).seed == 2**53 - 1


@pytest.mark.parametrize("people", [[], [("无号码", "")]])
def test_d9_nobody_to_draw(workspace: Workspace, people: list[tuple[str, str]]) -> None:
    customers.add_customers(workspace, PROVIDER, people)

    with pytest.raises(NothingToDrawError):
        calls.draw(workspace, PROVIDER, 1)
    assert calls.drawn_customers(workspace, PROVIDER) == []


def test_names_stay_out_of_the_history(workspace: Workspace) -> None:
    found = drawn(workspace, 3)
    calls.record_call(workspace, PROVIDER, found.order[0], "refused", words="我是王小明")

    content = b"".join(content for _name, content in workspace.history.contents())
    for secret in ("客户00", "1380000", "王小明"):
        assert secret.encode() not in content


def test_lists_show_names_and_numbers_masked(workspace: Workspace) -> None:
    found = drawn(workspace, 40)

    shown = calls.drawn_customers(workspace, PROVIDER)

    assert [c.id for c in shown] == [*found.order]
    assert [c.reserve for c in shown] == [False] * 30 + [True] * 10
    assert {c.name for c in shown} == {"客**"}
    assert all(c.phone and c.phone.startswith("138****") for c in shown)


def test_d9_where_the_names_are_not_here_there_is_no_draw(
    workspace: Workspace, laptop: Laptop
) -> None:
    found = drawn(workspace, 3)
    package = workspace.path.parent / "all.evpkg"
    export.export_package(workspace, package)
    other = laptop("zhou", ZHOU)
    merge.merge_package(other, package, trust=merge.Trust(any_new=True))

    assert sample(other).order == found.order
    assert calls.draw(other, PROVIDER) is None
    assert calls.draw(other, PROVIDER, 7) is None
    with pytest.raises(NamesMissingError, match="3"):
        calls.draw(other, PROVIDER, 8)
    assert [(c.name, c.phone) for c in calls.drawn_customers(other, PROVIDER)] == [(None, None)] * 3
    calls.record_call(other, PROVIDER, found.order[0], "no_answer")


def test_whose_data_were_erased_is_not_drawn(workspace: Workspace) -> None:
    found = drawn(workspace, 3)
    erase(workspace, customer=found.order[0], reason="本人要求")

    assert sample(workspace).order == found.order
    calls.draw(workspace, PROVIDER)
    assert sample(workspace).order == found.order[1:]


def test_two_draws_are_a_conflict(workspace: Workspace) -> None:
    found = drawn(workspace, 3)
    heads = workspace.record(PROVIDER).heads(Sample)
    calls.draw(workspace, PROVIDER, 8)
    calls.draw(workspace, PROVIDER, 9, seen=sorted(heads))

    assert len(conflicts(workspace)) == 1
    assert assessment(workspace).sample is None
    with pytest.raises(InConflictError):
        calls.draw(workspace, PROVIDER, 7)
    assert found.population == 3


# --- calls ------------------------------------------------------------------------------------


def test_calls_give_the_rate_and_go_on_to_the_reserve(workspace: Workspace) -> None:
    found = drawn(workspace, 40)
    first, second, third, *_others = found.order
    calls.record_call(
        workspace, PROVIDER, first, "completed", service_real=True, satisfaction=3, words="还行"
    )
    calls.record_call(workspace, PROVIDER, second, "completed", service_real=False)
    calls.record_call(workspace, PROVIDER, third, "wrong_number")

    now = assessment(workspace)
    assert (now.satisfaction.completed, now.satisfaction.satisfied) == (1, 1)
    assert now.satisfaction.denied == 1
    assert now.sample is not None
    assert now.sample.done == 2
    assert now.sample.to_call == found.order[3:31]


def test_d9_attempts_are_appended(workspace: Workspace) -> None:
    found = drawn(workspace, 40)
    customer = found.order[0]
    for _attempt in range(3):
        assert sample(workspace).to_call.count(customer) == 1
        calls.record_call(workspace, PROVIDER, customer, "no_answer")
    assert customer not in sample(workspace).to_call

    call = workspace.record(PROVIDER).calls[customer].body
    assert call is not None
    assert [(a.person, a.disposition) for a in call.attempts] == [
        (workspace.person, "no_answer")
    ] * 3
    undo(workspace)
    assert customer in sample(workspace).to_call


@pytest.mark.parametrize("later", ["no_answer", "refused"])
@pytest.mark.parametrize("real", [True, False])
def test_d7_an_interview_outlives_a_later_attempt_that_brings_nothing(
    workspace: Workspace, later: str, *, real: bool
) -> None:
    customer = drawn(workspace, 3).order[0]
    satisfied = 4 if real else None
    calls.record_call(
        workspace, PROVIDER, customer, "completed", service_real=real, satisfaction=satisfied
    )
    before = assessment(workspace).satisfaction

    calls.record_call(workspace, PROVIDER, customer, later)

    call = workspace.record(PROVIDER).calls[customer].body
    assert call is not None
    assert (call.disposition, call.service_real) == ("completed", real)
    assert call.satisfaction == satisfied
    assert [attempt.disposition for attempt in call.attempts] == ["completed", later]
    assert assessment(workspace).satisfaction == before

    calls.replace_interview(workspace, PROVIDER, customer, later)

    assert assessment(workspace).satisfaction.dispositions[Disposition(later)] == 1
    assert assessment(workspace).satisfaction.dispositions[Disposition.COMPLETED] == 0


def test_d7_what_a_person_said_on_the_line_takes_the_place_of_an_interview(
    workspace: Workspace,
) -> None:
    customer = drawn(workspace, 3).order[0]
    calls.record_call(workspace, PROVIDER, customer, "completed", service_real=True, satisfaction=5)

    calls.record_call(workspace, PROVIDER, customer, "not_a_customer")

    assert assessment(workspace).satisfaction.completed == 0


def test_words_are_kept_replaced_and_taken_away(workspace: Workspace) -> None:
    customer = drawn(workspace, 3).order[0]

    def said(words: str | None = None) -> str | None:
        calls.record_call(workspace, PROVIDER, customer, "no_answer", words=words)
        record = workspace.record(PROVIDER, personal=True)
        call = record.calls[customer].body
        assert call is not None
        return (record.personal or {})[call.words]["words"] if call.words else None

    assert said() is None
    assert said(" 占线 ") == "占线"
    assert said() == "占线"
    assert said("关机") == "关机"
    assert said(" ") is None


@pytest.mark.parametrize(
    ("disposition", "answers"),
    [
        ("busy", {}),
        ("completed", {}),
        ("completed", {"service_real": True}),
        ("completed", {"satisfaction": 5}),
        ("completed", {"service_real": False, "satisfaction": 5}),
        ("completed", {"service_real": True, "satisfaction": 0}),
        ("completed", {"service_real": True, "satisfaction": 6}),
        ("no_answer", {"satisfaction": 5}),
        ("refused", {"service_real": True}),
        ("no_answer", {"words": "长" * 20_001}),
    ],
)
def test_answers_that_do_not_fit_write_nothing(
    workspace: Workspace, disposition: str, answers: dict[str, Any]
) -> None:
    customer = drawn(workspace, 3).order[0]
    before = stored_rows(workspace)

    with pytest.raises(FieldsError):
        calls.record_call(workspace, PROVIDER, customer, disposition, **answers)

    assert stored_rows(workspace) == before


def test_a_customer_is_not_called_without_end(workspace: Workspace) -> None:
    customer = drawn(workspace, 3).order[0]
    for _attempt in range(calls.MOST_ATTEMPTS):
        calls.record_call(workspace, PROVIDER, customer, "no_answer")

    with pytest.raises(FieldsError, match="99"):
        calls.record_call(workspace, PROVIDER, customer, "no_answer")


def test_who_is_no_customer_of_the_provider(workspace: Workspace) -> None:
    customer = drawn(workspace, 3).order[0]

    for provider, wanted in ((PROVIDER, "0" * 32), (PROVIDER, "x"), (OTHER, customer)):
        with pytest.raises(UnknownCustomerError):
            calls.record_call(workspace, provider, wanted, "no_answer")
    undo(workspace)
    undo(workspace)
    with pytest.raises(UnknownCustomerError):
        calls.record_call(workspace, PROVIDER, customer, "no_answer")


def test_d9_who_has_no_number_cannot_be_called(workspace: Workspace) -> None:
    customers.add_customers(workspace, PROVIDER, [("无号码", "")])
    (customer,) = workspace.record(PROVIDER).customers

    with pytest.raises(FieldsError):
        calls.record_call(workspace, PROVIDER, customer.id, "no_answer")


def test_calls_of_two_laptops_that_say_the_same_are_joined(workspace: Workspace) -> None:
    customer = drawn(workspace, 3).order[0]
    calls.record_call(workspace, PROVIDER, customer, "no_answer")
    heads = workspace.record(PROVIDER).calls[customer].head_ids
    calls.record_call(workspace, PROVIDER, customer, "no_answer", seen=heads)
    workspace.act_as(ZHOU)
    calls.record_call(workspace, PROVIDER, customer, "no_answer", seen=heads)
    assert conflicts(workspace) == []

    calls.record_call(workspace, PROVIDER, customer, "refused")

    call = workspace.record(PROVIDER).calls[customer]
    assert len(call.heads) == 1
    assert call.body is not None
    assert [a.disposition for a in call.body.attempts] == ["no_answer"] * 3 + ["refused"]


def test_calls_that_differ_are_a_conflict_and_count_nothing(workspace: Workspace) -> None:
    customer = drawn(workspace, 3).order[0]
    for satisfaction in (5, 1):
        calls.record_call(
            workspace,
            PROVIDER,
            customer,
            "completed",
            service_real=True,
            satisfaction=satisfaction,
            seen=(),
        )

    assert len(conflicts(workspace)) == 1
    assert assessment(workspace).satisfaction.completed == 0
    with pytest.raises(InConflictError):
        calls.record_call(workspace, PROVIDER, customer, "refused")


def test_a_customer_in_conflict_stops_the_draw(workspace: Workspace) -> None:
    drawn(workspace, 2)
    one = workspace.record(PROVIDER).customers[0]
    assert one.body is not None
    for removed in (True, False):
        state = type(one.body)(PROVIDER, one.body.personal, True, removed, "核对")
        workspace.commit("call", [Change(one.id, "customer", state, one.head_ids)])

    with pytest.raises(InConflictError):
        calls.draw(workspace, PROVIDER, 8)


def test_a_locked_provider_takes_no_draw_and_no_call(workspace: Workspace) -> None:
    customer = drawn(workspace, 3).order[0]
    for item in workspace.scheme.items:
        ratings.rate(workspace, PROVIDER, item.id, "0", "无材料")
    steps.submit(workspace, PROVIDER)
    steps.lock(workspace, PROVIDER)
    before = stored_rows(workspace)

    assert calls.draw(workspace, PROVIDER) is None
    with pytest.raises(LockedProviderError):
        calls.draw(workspace, PROVIDER, 8)
    with pytest.raises(LockedProviderError):
        calls.record_call(workspace, PROVIDER, customer, "refused")

    assert stored_rows(workspace) == before
    assert workspace.history.entity(derived_entity(Call.kind, customer)) is None
