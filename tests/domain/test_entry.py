"""The optional checklist of entry conditions (D12): another year's, never in the score."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Call, Customer, EntryFact
from evaluator_desktop.domain.entry import entry_results
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.scheme import Scheme
from tests.domain.finding_lists import WARNING, assessed, everything_rated, keys
from tests.domain.records import PROVIDER, entity, withdrawn


@pytest.fixture
def checking(scheme: Scheme) -> Scheme:
    return replace(scheme, parameters=replace(scheme.parameters, entry_checklist=True))


def customers(count: int, satisfied: int = 0) -> list[Entity[Any]]:
    """Customers who were all reached; so many are satisfied, the others are not."""
    found: list[Entity[Any]] = []
    for number in range(count):
        name = f"{number:032x}"
        found.append(entity(Customer(PROVIDER, None, True, False, ""), id=name))
        level = 5 if number < satisfied else 2
        found.append(entity(Call(PROVIDER, name, [], "completed", True, level, None)))
    return found


def staff(number: int) -> Entity[Any]:
    return entity(EntryFact(PROVIDER, "staff", number))


def told(a: Assessment) -> list[tuple[str, str | None, bool | None]]:
    return [(one.condition.id, one.text, one.is_met) for one in entry_results(a)]


def test_d12_is_off_in_2020(scheme: Scheme) -> None:
    a = assessed(scheme, *customers(1), staff(3))

    assert entry_results(a) == ()
    assert keys(list(a.findings), "D12") == set()


def test_d12_what_is_not_known_is_neither_met_nor_not(checking: Scheme) -> None:
    a = assessed(checking)

    ids = ("satisfaction", "enterprises", "staff")
    assert told(a) == [(name, None, None) for name in ids]
    assert keys(list(a.findings), "D12") == {(WARNING, "customers"), (WARNING, "provider")}


@pytest.mark.parametrize(
    ("count", "satisfied", "number", "expected"),
    [
        (100, 90, 15, [("90", True), ("100", True), ("15", True)]),
        (99, 89, 14, [("89.90", False), ("99", False), ("14", False)]),
        (10, 9, 0, [("90", True), ("10", False), ("0", False)]),
    ],
)
def test_d12_conditions_are_compared_exactly(
    checking: Scheme, count: int, satisfied: int, number: int, expected: list[tuple[str, bool]]
) -> None:
    a = assessed(checking, *customers(count, satisfied), staff(number))

    assert [(text, met) for _id, text, met in told(a)] == expected
    unmet = [f for f in a.findings if f.rule == "D12"]
    assert len(unmet) == sum(not met for _text, met in expected)


def test_d12_versions_that_differ_are_not_known(checking: Scheme) -> None:
    torn = entity(EntryFact(PROVIDER, "staff", 12), EntryFact(PROVIDER, "staff", 20))

    assert told(assessed(checking, torn))[2] == ("staff", None, None)
    assert told(assessed(checking, withdrawn(staff(20))))[2] == ("staff", None, None)
    other = entity(EntryFact(PROVIDER, "offices", 3))
    assert told(assessed(checking, other))[2] == ("staff", None, None)


def test_d12_never_touches_the_score(checking: Scheme, scheme: Scheme) -> None:
    rated = everything_rated(scheme, "80")

    without, failing = assessed(scheme, *rated), assessed(checking, *rated, staff(0))
    assert (failing.score, failing.class_band) == (without.score, without.class_band)
    assert failing.sheet.total == Fraction(80)
