from dataclasses import replace

import pytest

from evaluator_desktop.domain.next_tier import Way, ways_to_next_tier
from evaluator_desktop.domain.scheme import Measure, Scheme
from evaluator_desktop.domain.shop_points import ShopLedger
from tests.domain.shop_examples import empty_shop, ledger_of, worked_example


def by_measure(ledger: ShopLedger) -> dict[Measure, Way]:
    return {way.rule.measure: way for way in ways_to_next_tier(ledger)}


def test_each_rule_alone_brings_the_points_that_are_wanted(scheme: Scheme) -> None:
    ledger = ledger_of(scheme, worked_example())

    ways = by_measure(ledger)

    assert ledger.points_to_next == 531
    found = {measure: (way.units, way.points) for measure, way in ways.items()}
    assert found[Measure.PRODUCTS] == found[Measure.PURCHASES] == (54, 540)
    assert found[Measure.FOLLOWERS_ENTERPRISE] == (177, 531)
    assert found[Measure.REPLIES] == (266, 532)
    assert [way.units for way in ways.values()] == sorted(way.units for way in ways.values())


def test_a_rule_at_its_cap_and_what_time_brings_are_no_ways(scheme: Scheme) -> None:
    ways = by_measure(ledger_of(scheme, worked_example()))

    no_ways = {Measure.CERTIFICATES, Measure.REGISTRATION_YEARS, Measure.LOGIN_DAYS}
    assert not no_ways & set(ways)
    assert Measure.WEBSITE not in ways  # it is there already


def test_below_its_cap_a_rule_counts_up_to_it(scheme: Scheme) -> None:
    # 190 points of certificates: the last ten of the cap reach the next tier exactly, or do not.
    ledger = ledger_of(scheme, empty_shop(certificates=19))
    assert ledger.points_to_next == 11
    assert Measure.CERTIFICATES not in by_measure(ledger)

    ledger = replace(ledger, points_to_next=10)

    way = by_measure(ledger)[Measure.CERTIFICATES]
    assert (way.units, way.points) == (1, 10)


def test_what_can_be_done_once_is_a_way_when_once_is_enough(scheme: Scheme) -> None:
    ledger = replace(ledger_of(scheme, empty_shop()), points_to_next=50)

    ways = by_measure(ledger)

    assert Measure.DECORATION in ways
    assert Measure.WEBSITE not in ways


@pytest.mark.parametrize("purchases", [8000, 20_000])
def test_at_the_highest_tier_there_is_no_way(purchases: int, scheme: Scheme) -> None:
    ledger = ledger_of(scheme, empty_shop(purchases=purchases))

    assert (ways_to_next_tier(ledger) == ()) == (ledger.tier == "crown_5")
