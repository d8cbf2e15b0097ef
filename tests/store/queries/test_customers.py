"""What the customers' tab reads: the queue, and one provider's sample between the calls."""

import pytest

from evaluator_desktop.domain.customer_state import SampleState
from evaluator_desktop.domain.sampling import customer_key, drawn_order, population_digest
from evaluator_desktop.operations import calls, customers
from evaluator_desktop.store.queries.customers import customer_queue, sample_view
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER

PEOPLE = [(f"客户{n:02d}有限公司", f"1380000{n:04d}") for n in range(40)]


def state(workspace: Workspace) -> str:
    rows = {row.provider: row.customers for row in customer_queue(workspace)}
    assert rows[PROVIDER].state == sample_view(workspace, PROVIDER).state
    return rows[PROVIDER].state


def call(workspace: Workspace, customer: str, satisfaction: int | None = None) -> None:
    if satisfaction is None:
        calls.record_call(workspace, PROVIDER, customer, "no_answer")
        return
    calls.record_call(
        *(workspace, PROVIDER, customer, "completed"), service_real=True, satisfaction=satisfaction
    )


def test_the_queue_says_how_far_every_sample_is(workspace: Workspace) -> None:
    assert state(workspace) == SampleState.NO_LIST
    customers.add_customers(workspace, PROVIDER, [("没有电话", "")])
    assert state(workspace) == SampleState.NO_NUMBERS
    customers.add_customers(workspace, PROVIDER, PEOPLE[:2])
    assert state(workspace) == SampleState.NOT_DRAWN
    calls.draw(workspace, PROVIDER, 7)
    assert state(workspace) == SampleState.CALLING
    for place in sample_view(workspace, PROVIDER).due:
        call(workspace, place.customer, 2)
    assert state(workspace) == SampleState.FINISHED
    (row,) = (row.customers for row in customer_queue(workspace) if row.provider == PROVIDER)
    assert (row.customers, row.size, row.done) == (3, 2, 2)
    assert (row.rate, row.meets_threshold) == ("0.00", False)
    customers.add_customers(workspace, PROVIDER, PEOPLE[2:3])
    assert state(workspace) == SampleState.LIST_CHANGED


def test_the_places_stand_in_the_order_of_the_draw(workspace: Workspace) -> None:
    customers.add_customers(workspace, PROVIDER, PEOPLE)
    calls.draw(workspace, PROVIDER, 7)

    view = sample_view(workspace, PROVIDER)

    keys = {name: customer_key(phone, name) for name, phone in PEOPLE}
    assert [place.name for place in view.places] == drawn_order(7, keys)
    assert [place.is_reserve for place in view.places] == [False] * 30 + [True] * 10
    assert view.due == view.places[:30]
    assert view.redraw
    assert view.redraw.digest == population_digest(keys.values())


def test_a_third_unanswered_call_brings_in_the_next_of_the_reserve(workspace: Workspace) -> None:
    customers.add_customers(workspace, PROVIDER, PEOPLE)
    calls.draw(workspace, PROVIDER, 7)
    first = sample_view(workspace, PROVIDER).places[0].customer

    for made in range(1, 4):
        call(workspace, first)
        found = sample_view(workspace, PROVIDER)
        place = found.place(first)
        assert place
        assert (len(place.attempts), place.is_due) == (made, made < 3)
    assert [place.number for place in found.places if place.is_due] == list(range(2, 32))


def test_lists_get_names_and_numbers_masked(workspace: Workspace) -> None:
    customers.add_customers(workspace, PROVIDER, PEOPLE[:1])
    calls.draw(workspace, PROVIDER, 7)

    (place,) = sample_view(workspace, PROVIDER).places

    assert (place.masked_name, place.masked_phone) == ("客**", "138****0000")
    assert "客户00" not in repr(place)
    assert PEOPLE[0][1] not in repr(sample_view(workspace, PROVIDER))


def test_who_cannot_be_drawn_is_counted_apart(workspace: Workspace) -> None:
    customers.add_customers(
        workspace, PROVIDER, [*PEOPLE[:3], PEOPLE[0], ("没有电话", ""), ("坏号码", "12")]
    )
    view = sample_view(workspace, PROVIDER)

    found = view.population
    assert (view.customers, found.distinct, found.twice, found.not_callable) == (6, 3, 1, 2)
    assert view.size.size == 3


@pytest.mark.parametrize("words", ["态度很好", ""])
def test_what_a_customer_said_is_read_with_the_call(workspace: Workspace, words: str) -> None:
    customers.add_customers(workspace, PROVIDER, PEOPLE[:1])
    calls.draw(workspace, PROVIDER, 7)
    (place,) = sample_view(workspace, PROVIDER).places
    calls.record_call(workspace, PROVIDER, place.customer, "refused", words=words)

    (place,) = sample_view(workspace, PROVIDER).places

    assert place.words == words
    assert place.call
    assert place.call.disposition == "refused"
    assert workspace.history.entity(place.customer)
    assert place.seen == tuple(
        head.revision for head in workspace.record(PROVIDER).calls[place.customer].heads
    )
