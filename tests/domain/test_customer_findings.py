"""What the table of findings says of customers: sample, satisfaction, numbers, D8."""

from typing import Any

import pytest

from evaluator_desktop.domain.assess import assess
from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Sample
from evaluator_desktop.domain.finding import Severity
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.scheme import Scheme
from tests.domain import customers as c
from tests.domain.records import PROVIDER, ROUND, entity, record, withdrawn


def assessed(scheme: Scheme, *entities: Entity[Any]) -> Assessment:
    return assess(record(*entities), scheme, ROUND)


def warnings(scheme: Scheme, *entities: Entity[Any]) -> dict[str, list[str]]:
    """The texts about customers, by clause; each is a warning with the page to mend it."""
    found: dict[str, list[str]] = {}
    for finding in assessed(scheme, *entities).findings:
        if finding.place == "customers":
            assert finding.severity is Severity.WARNING
            found.setdefault(finding.rule, []).append(finding.text)
    return found


def test_no_customers_no_findings(scheme: Scheme, english: None) -> None:
    a = assessed(scheme)

    assert warnings(scheme) == {}
    assert (a.sample, a.satisfaction.rate, a.satisfaction.denied) == (None, None, 0)


def test_d9_customers_and_no_sample(scheme: Scheme, english: None) -> None:
    people = [*c.customers(2), c.customer(removed=True)]

    assert warnings(scheme, *people) == {"D9": ["Customers with a number: 2. No sample was drawn."]}


def test_d9_customers_without_a_number_are_counted_apart(scheme: Scheme, english: None) -> None:
    people = [c.customer(has_number=False) for _ in range(3)]

    assert warnings(scheme, *people, c.customer(has_number=False, removed=True)) == {
        "D9": ["Customers without a number: 3."]
    }


def test_d9_a_sample_that_is_not_finished(scheme: Scheme, english: None) -> None:
    people = c.customers(4)
    drawn = c.sample(*people, size=3)
    said = {"D9": ["The sample is not finished: 1 of 3 customers were reached."]}

    assert warnings(scheme, *people, drawn, c.interview(people[0])) == said
    rest = [c.interview(person) for person in people[:3]]
    assert warnings(scheme, *people, drawn, *rest) == {}


def test_d9_a_reserve_that_is_used_up(scheme: Scheme, english: None) -> None:
    people = c.customers(2)
    calls = [c.interview(people[0]), c.call(people[1], "refused")]

    assert warnings(scheme, *people, c.sample(*people, size=2), *calls) == {
        "D9": ["The reserve is used up: 1 of 2 customers were reached."]
    }


def test_d9_a_list_that_changed_after_the_draw(scheme: Scheme, english: None) -> None:
    people, late = c.customers(1), c.customer()
    drawn, call = c.sample(*people, size=1), c.interview(people[0])

    assert warnings(scheme, *people, drawn, call, late) == {
        "D9": ["The list of customers changed after the draw. Draw again."]
    }


def test_d9_two_draws_are_a_conflict_and_no_sample(scheme: Scheme, english: None) -> None:
    (person,) = people = c.customers(1)
    torn = entity(*(Sample(PROVIDER, seed, 1, 1, list(person.head_ids)) for seed in ("1", "2")))
    a = assessed(scheme, *people, torn)

    assert a.sample is None
    places = {f.place for f in a.findings if f.severity is Severity.BLOCKS_FINAL}
    assert places == {"customers"}
    assert warnings_only(a) == []


def warnings_only(a: Assessment) -> list[str]:
    about = (f for f in a.findings if f.place == "customers")
    return [f.text for f in about if f.severity is Severity.WARNING]


@pytest.mark.parametrize(("satisfied", "warned"), [(9, False), (8, True)])
def test_d7_satisfaction_under_the_threshold(
    scheme: Scheme, english: None, satisfied: int, warned: bool
) -> None:
    people = c.customers(10)
    calls = [c.interview(p, 5 if n < satisfied else 2) for n, p in enumerate(people)]
    found = warnings(scheme, *people, c.sample(*people, size=10), *calls)

    text = "The satisfaction rate is 80.00% of 10; 90% are asked for."
    assert found == ({"D7": [text]} if warned else {})


def test_d7_no_valid_sample_is_not_under_the_threshold(scheme: Scheme) -> None:
    (person,) = people = c.customers(1)

    found = warnings(scheme, *people, c.sample(*people, size=1), c.call(person, "refused"))

    assert set(found) == {"D9"}


def test_d8_a_service_that_never_took_place(scheme: Scheme, english: None) -> None:
    people = c.customers(2)
    calls = [c.denial(people[0]), c.interview(people[1])]

    assert warnings(scheme, *people, c.sample(*people, size=2), *calls) == {
        "D8": ["Customers who say that the service never took place: 1."]
    }


def test_calls_to_customers_that_were_removed_do_not_count(scheme: Scheme, english: None) -> None:
    gone, stays = c.customer(), c.customer()
    calls = [c.interview(gone, 1), c.interview(stays)]
    drawn = c.sample(stays, size=1)
    a = assessed(scheme, withdrawn(gone), stays, *calls, drawn)

    assert a.satisfaction.completed == a.satisfaction.rate == 1
    assert warnings(scheme, withdrawn(gone), stays, *calls, drawn) == {
        "removed": ["Customers that were called and then removed: 1. They do not count."]
    }


def test_d3_a_call_in_conflict_counts_nothing(scheme: Scheme) -> None:
    (person,) = people = c.customers(1)
    states = (c.call_body(person, "completed", real=True, satisfaction=s) for s in (5, 1))
    a = assessed(scheme, *people, c.sample(*people, size=1), entity(*states))

    assert a.satisfaction.completed == 0
    assert sum(a.satisfaction.dispositions.values()) == 0
    assert a.sample is not None
    assert not a.sample.is_finished


def test_a_call_that_was_taken_back_is_no_call(scheme: Scheme) -> None:
    (person,) = people = c.customers(1)
    call = withdrawn(c.interview(person))
    a = assessed(scheme, *people, c.sample(*people, size=1), call)

    assert (a.satisfaction.completed, a.record.calls) == (0, {})
