"""Recording calls to customers in a workspace (D7 to D9)."""

from typing import Any

import pytest

from evaluator_desktop.domain.bodies import Call
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.domain.satisfaction import Disposition
from evaluator_desktop.errors import (
    FieldsError,
    InConflictError,
    LockedProviderError,
    UnknownCustomerError,
)
from evaluator_desktop.operations import calls, customers, ratings
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.conflicts import conflicts
from evaluator_desktop.operations.undo import undo
from evaluator_desktop.store.workspace import Workspace
from tests.operations.samples import assessment, drawn, sample
from tests.workspaces import OTHER, PROVIDER, ZHOU, stored_rows

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
