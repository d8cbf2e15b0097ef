"""The what-if of the shop: the fewest units that reach the next tier, by one rule or several."""

from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator_desktop.domain.names import NO_TEXT
from evaluator_desktop.domain.next_tier import Way, ways_to_next_tier
from evaluator_desktop.domain.scheme import Measure, PointRule, Scheme
from evaluator_desktop.domain.shop_points import ShopLedger, ShopLine
from tests.domain.shop_examples import empty_shop, ledger_of, with_parameters, worked_example


def by_measure(ledger: ShopLedger, scheme: Scheme) -> dict[Measure, Way]:
    """The ways of one rule alone."""
    ways = ways_to_next_tier(ledger, scheme.parameters)
    return {way.parts[0].rule.measure: way for way in ways if len(way.parts) == 1}


def test_each_rule_alone_brings_the_points_that_are_wanted(scheme: Scheme) -> None:
    ledger = ledger_of(scheme, worked_example())

    ways = by_measure(ledger, scheme)

    assert ledger.points_to_next == 531
    found = {measure: (way.units, way.points) for measure, way in ways.items()}
    assert found[Measure.PRODUCTS] == found[Measure.PURCHASES] == (54, 540)
    assert found[Measure.FOLLOWERS_ENTERPRISE] == (177, 531)
    assert found[Measure.REPLIES] == (266, 532)
    assert [way.units for way in ways.values()] == sorted(way.units for way in ways.values())


def test_several_rules_come_first_where_they_take_fewer_units(scheme: Scheme) -> None:
    # 50 points once for decoration, 20 each for introduction and website, the rest in tens.
    ledger = ledger_of(scheme, empty_shop(purchases=50))
    assert ledger.points_to_next == 1

    first, *_others = ways_to_next_tier(replace(ledger, points_to_next=531), scheme.parameters)

    # 2 × 50, 2 × 20, 391 in tens: 44 units instead of 54
    assert first.units == 44
    assert first.points == 540
    names = [part.rule.measure for part in first.parts]
    assert names[:2] == [Measure.DECORATION, Measure.POSITIVE_RATE]


def test_where_one_rule_does_it_best_nothing_is_put_together(scheme: Scheme) -> None:
    ways = ways_to_next_tier(ledger_of(scheme, worked_example()), scheme.parameters)

    assert all(len(way.parts) == 1 for way in ways)


def test_a_rule_at_its_cap_and_what_time_brings_are_no_ways(scheme: Scheme) -> None:
    ways = by_measure(ledger_of(scheme, worked_example()), scheme)

    no_ways = {Measure.CERTIFICATES, Measure.REGISTRATION_YEARS, Measure.LOGIN_DAYS}
    assert not no_ways & set(ways)
    assert Measure.WEBSITE not in ways  # it is there already


def test_below_its_cap_a_rule_counts_up_to_it(scheme: Scheme) -> None:
    # 190 points of certificates: the last ten of the cap reach the next tier exactly, or do not.
    ledger = ledger_of(scheme, empty_shop(certificates=19))
    assert ledger.points_to_next == 11
    assert Measure.CERTIFICATES not in by_measure(ledger, scheme)

    ledger = replace(ledger, points_to_next=10)

    way = by_measure(ledger, scheme)[Measure.CERTIFICATES]
    assert (way.units, way.points) == (1, 10)


def test_what_can_be_done_once_is_a_way_when_once_is_enough(scheme: Scheme) -> None:
    ledger = replace(ledger_of(scheme, empty_shop()), points_to_next=50)

    ways = by_measure(ledger, scheme)

    assert Measure.DECORATION in ways
    assert Measure.WEBSITE not in ways


def test_the_rate_of_good_ratings_counts_for_all_periods_at_once(shipped: dict[str, Any]) -> None:
    scheme = with_parameters(shipped, positive_rate_periods=3)
    ledger = replace(ledger_of(scheme, empty_shop()), points_to_next=150)

    way = by_measure(ledger, scheme)[Measure.POSITIVE_RATE]

    assert (way.units, way.points) == (1, 150)


@pytest.mark.parametrize("purchases", [8000, 20_000])
def test_at_the_highest_tier_there_is_no_way(purchases: int, scheme: Scheme) -> None:
    ledger = ledger_of(scheme, empty_shop(purchases=purchases))

    assert (ways_to_next_tier(ledger, scheme.parameters) == ()) == (ledger.tier == "crown_5")


# --- against trying everything -------------------------------------------------------------------


def line(number: int, measure: Measure, points: int, cap: int | None, quantity: int) -> ShopLine:
    rule = PointRule(f"rule_{number}", NO_TEXT, NO_TEXT, NO_TEXT, measure, points, cap)
    return ShopLine(rule, quantity, earned(rule, quantity), quantity * points)


def earned(rule: PointRule, quantity: int) -> int:
    return quantity * rule.points if rule.cap is None else min(quantity * rule.points, rule.cap)


lines = st.tuples(
    st.sampled_from([Measure.PURCHASES, Measure.CERTIFICATES, Measure.DECORATION]),
    st.integers(1, 6),
    st.none() | st.integers(1, 12),
    st.integers(0, 3),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(lines, min_size=1, max_size=3), st.integers(1, 14))
def test_no_choice_takes_fewer_units(
    scheme: Scheme, drawn: list[tuple[Measure, int, int | None, int]], wanted: int
) -> None:
    found = tuple(line(n, *entry) for n, entry in enumerate(drawn))
    ledger = replace(ledger_of(scheme, empty_shop()), lines=found, points_to_next=wanted)

    ways = ways_to_next_tier(ledger, scheme.parameters)

    most = [1 if ln.rule.measure is Measure.DECORATION else wanted for ln in found]
    room = [
        0 if m == 1 and ln.quantity and ln.rule.measure is Measure.DECORATION else m
        for m, ln in zip(most, found, strict=True)
    ]
    enough = [
        sum(choice)
        for choice in product(*(range(n + 1) for n in room))
        if sum(
            earned(ln.rule, ln.quantity + n) - ln.points
            for ln, n in zip(found, choice, strict=True)
        )
        >= wanted
    ]
    assert (ways[0].units if ways else None) == min(enough, default=None)
    assert all(way.points >= wanted for way in ways)
