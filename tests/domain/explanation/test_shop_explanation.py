"""Points and tier of a shop are explained, and can be computed again from their explanation."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator_desktop.domain.explanation import Shop, Step, shop_steps
from evaluator_desktop.domain.scheme import Measure, Scheme
from evaluator_desktop.domain.shop_facts import parse_facts
from evaluator_desktop.domain.shop_points import shop_ledger
from tests.domain.explanation.explained import assert_all_can_be_computed_again, named
from tests.domain.shop_examples import empty_shop, login_runs, with_parameters, worked_example

pytestmark = pytest.mark.usefixtures("english")

AWAY = date(2020, 3, 1)

# --- the shop ------------------------------------------------------------------------------------


def steps_of(scheme: Scheme, raw: dict[str, Any], start: date | None = None) -> tuple[Step, ...]:
    facts = parse_facts(raw)
    return tuple(shop_steps(Shop(scheme, facts, shop_ledger(scheme, facts, start))))


def test_the_worked_example(scheme: Scheme) -> None:
    steps = steps_of(scheme, worked_example())

    assert_all_can_be_computed_again(steps)
    total = named(steps, "shop")
    sum_of_all = "60 + 20 + 20 + 200 + 180 + 50 + 45 + 15 + 40 + 195 + 1200 + 20 + 140 + 15"
    assert total.arithmetic() == f"{sum_of_all} + 120 + 100 + 50"
    assert named(steps, "rule:company_info.certificates").arithmetic() == "min(26 × 10, 200)"
    assert "60" in named(steps, "rule:company_info.certificates").note
    runs = named(steps, "rule:shop_activity.login_streak_10").steps[0]
    assert [s.arithmetic() for s in runs.steps] == ["⌊10 ÷ 10⌋", "⌊25 ÷ 10⌋"]
    assert named(steps, "tier").arithmetic() == "2001 ≤ 2470 ≤ 3000"
    years = named(steps, "rule:company_info.registration_years").steps[0]
    assert years.arithmetic() == "max(0, 2020 − 2008 − 0)"


@pytest.mark.parametrize(
    ("purchases", "arithmetic"),
    [(0, "0 < 1"), (1, "1 ≤ 10 ≤ 100"), (8001, "80001 ≤ 80010")],
)
def test_tiers(scheme: Scheme, purchases: int, arithmetic: str) -> None:
    steps = steps_of(scheme, empty_shop(purchases=purchases))

    assert_all_can_be_computed_again(steps)
    assert named(steps, "tier").arithmetic() == arithmetic


def test_only_the_window_counts_and_it_is_said(shipped: dict[str, Any]) -> None:
    scheme = with_parameters(shipped, points_window="period")
    steps = steps_of(scheme, worked_example(login_dates=login_runs(59, 30)), AWAY)

    assert_all_can_be_computed_again(steps)
    days = named(steps, "rule:shop_activity.login_day").steps[0]
    assert days.value == 30
    assert "2020-03-01" in days.note
    assert "2020-03-01" in named(steps, "shop").note


def test_totals_without_dates(scheme: Scheme) -> None:
    raw = worked_example(login_dates=None, login_days=45, login_streaks=3)

    steps = steps_of(scheme, raw)

    assert_all_can_be_computed_again(steps)
    assert named(steps, "rule:shop_activity.login_streak_10").steps[0].note


def test_while_facts_are_missing_only_what_is_known_counts(scheme: Scheme) -> None:
    facts = parse_facts(worked_example())
    known = frozenset({Measure.CERTIFICATES, Measure.PRODUCTS})

    steps = tuple(shop_steps(Shop(scheme, facts, shop_ledger(scheme, facts), {}, known)))

    assert [(step.what, step.arithmetic()) for step in steps] == [
        ("Shop points so far", "200 + 180")
    ]


counts = st.integers(0, 300)


@settings(max_examples=60, deadline=None)
@given(
    st.dates(date(1990, 1, 1), date(2020, 12, 31)),
    st.lists(counts, min_size=6, max_size=6),
    st.sets(st.integers(0, 365), max_size=200),
    st.booleans(),
)
def test_any_shop(
    scheme: Scheme, registered: date, numbers: list[int], logins: set[int], has: bool
) -> None:
    days = [str(date.fromordinal(date(2020, 1, 1).toordinal() + n)) for n in logins]
    a, b, c, d, e, f = numbers
    raw = worked_example(
        registered_on=str(registered),
        login_dates=days,
        certificates=a,
        has_website=has,
        purchases=b,
        followers={"personal": c, "enterprise": d},
        ratings={"good": min(e, f), "all": max(e, f)},
    )

    assert_all_can_be_computed_again(steps_of(scheme, raw))
