"""What days earn a shop: years, logins and the window, each test named by its clause."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.errors import FactsError
from tests.domain.shop_examples import (
    empty_shop,
    ledger_of,
    login_runs,
    points_of,
    with_parameters,
    worked_example,
)

Document = dict[str, Any]
YEARS = "company_info.registration_years"
LOGIN_DAYS = "shop_activity.login_day"
STREAKS = "shop_activity.login_streak_10"


# --- P2: years since registration ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("registered", "cutoff", "years"),
    [
        ("2008-06-15", "2020-06-14", 11),
        ("2008-06-15", "2020-06-15", 12),
        ("2008-06-15", "2020-12-31", 12),
        ("2020-12-31", "2020-12-31", 0),
        ("2019-12-31", "2020-12-31", 1),
        ("2016-02-29", "2019-02-27", 2),
        ("2016-02-29", "2019-02-28", 3),
        ("2016-02-29", "2020-02-28", 3),
        ("2016-02-29", "2020-02-29", 4),
        ("2000-02-29", "2100-02-28", 100),
        ("2016-02-28", "2020-02-28", 4),
        ("1920-01-01", "2020-01-01", 100),
    ],
)
def test_p2_completed_years(scheme: Scheme, registered: str, cutoff: str, years: int) -> None:
    line = ledger_of(scheme, empty_shop(registered_on=registered, cutoff=cutoff)).lines[0]
    assert (line.rule.id, line.quantity, line.points) == (YEARS, years, years * 5)


def test_p2_the_leap_day_is_a_parameter(shipped: Document) -> None:
    scheme = with_parameters(shipped, leap_day="march_1")
    for cutoff, years in (("2019-02-28", 2), ("2019-03-01", 3), ("2020-02-29", 4)):
        raw = empty_shop(registered_on="2016-02-29", cutoff=cutoff)
        assert ledger_of(scheme, raw).lines[0].quantity == years


def test_p2_whether_the_anniversary_counts_is_a_parameter(shipped: Document) -> None:
    scheme = with_parameters(shipped, anniversary_counts=False)
    for cutoff, years in (("2020-06-15", 11), ("2020-06-16", 12)):
        raw = empty_shop(registered_on="2008-06-15", cutoff=cutoff)
        assert ledger_of(scheme, raw).lines[0].quantity == years
    same_day = empty_shop(registered_on="2020-06-15", cutoff="2020-06-15")
    assert ledger_of(scheme, same_day).lines[0].quantity == 0


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(0, 12_000))
@settings(deadline=None)
def test_p2_agrees_with_counting_anniversaries(
    scheme: Scheme, registered: date, age_days: int
) -> None:
    cutoff = registered + timedelta(days=age_days)
    anniversaries = 0
    while True:
        year = registered.year + anniversaries + 1
        try:
            anniversary = date(year, registered.month, registered.day)
        except ValueError:
            anniversary = date(year, 2, 28)
        if anniversary > cutoff:
            break
        anniversaries += 1
    raw = empty_shop(registered_on=str(registered), cutoff=str(cutoff))
    assert ledger_of(scheme, raw).lines[0].quantity == anniversaries


# --- P5, P6: logins ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("runs", "earned"),
    [((9,), 9), ((10,), 15), ((19,), 24), ((20,), 30), ((9, 9), 18), ((365,), 545), ((), 0)],
)
def test_p6_runs_of_logins(scheme: Scheme, runs: tuple[int, ...], earned: int) -> None:
    raw = empty_shop(
        registered_on="2018-12-31", login_dates=login_runs(*runs, first=date(2019, 1, 1))
    )
    found = points_of(ledger_of(scheme, raw))
    assert found[LOGIN_DAYS] + found[STREAKS] == earned


def test_p5_a_day_counts_once(scheme: Scheme) -> None:
    found = points_of(ledger_of(scheme, worked_example(login_dates=["2020-05-05"] * 12)))
    assert (found[LOGIN_DAYS], found[STREAKS]) == (1, 0)


def test_p6_a_run_goes_on_over_the_end_of_a_year_and_a_leap_day(scheme: Scheme) -> None:
    for first in (date(2019, 12, 27), date(2020, 2, 24)):
        raw = worked_example(login_dates=login_runs(10, first=first))
        assert points_of(ledger_of(scheme, raw))[STREAKS] == 5


def test_p6_totals_count_as_given(scheme: Scheme) -> None:
    raw = worked_example(login_dates=None, login_days=45, login_streaks=3)
    ledger = ledger_of(scheme, raw)
    assert points_of(ledger) == points_of(ledger_of(scheme, worked_example()))


@given(st.lists(st.integers(0, 120), max_size=130), st.randoms())
@settings(deadline=None)
def test_p5_p6_agree_with_going_through_the_calendar_day_by_day(
    scheme: Scheme, offsets: list[int], chance: Any
) -> None:
    first = date(2020, 1, 1)
    logins = {first + timedelta(days=n) for n in offsets}
    days = bonus = run = 0
    for n in range(122):
        if first + timedelta(days=n) in logins:
            days += 1
            run += 1
            if run == 10:
                bonus += 5
                run = 0
        else:
            run = 0
    dates = [str(first + timedelta(days=n)) for n in offsets]
    chance.shuffle(dates)
    found = points_of(ledger_of(scheme, worked_example(login_dates=dates)))
    assert (found[LOGIN_DAYS], found[STREAKS]) == (days, bonus)


# --- P11: the window -----------------------------------------------------------------------------


def test_p11_the_shops_whole_life_counts_by_default(scheme: Scheme) -> None:
    raw = worked_example(login_dates=login_runs(20, first=date(2010, 1, 1)))
    ledger = ledger_of(scheme, raw, date(2020, 1, 1))
    assert (points_of(ledger)[LOGIN_DAYS], points_of(ledger)[STREAKS]) == (20, 10)
    assert (ledger.counted_from, ledger.counted_to) == (date(2008, 6, 15), date(2020, 12, 31))


def test_p11_the_evaluation_period_leaves_earlier_logins_out(shipped: Document) -> None:
    scheme = with_parameters(shipped, points_window="period")
    raw = worked_example(login_dates=login_runs(20, first=date(2019, 12, 25)))
    ledger = ledger_of(scheme, raw, date(2020, 1, 1))
    assert (points_of(ledger)[LOGIN_DAYS], points_of(ledger)[STREAKS]) == (13, 5)
    assert (ledger.counted_from, ledger.counted_to) == (date(2020, 1, 1), date(2020, 12, 31))
    assert ledger.lines[0].quantity == 12  # the registration is no count of the period


def test_p11_the_period_needs_its_first_day(shipped: Document) -> None:
    scheme = with_parameters(shipped, points_window="period")
    with pytest.raises(FactsError) as caught:
        ledger_of(scheme, worked_example())
    assert [problem.field for problem in caught.value.details] == ["period_start"]
