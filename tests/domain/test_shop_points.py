"""Points and tiers of a shop, each test named by its clause of the rules."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.shop_facts import COUNT_MAX
from evaluator_desktop.domain.shop_points import ShopLedger, points_of_each
from evaluator_desktop.errors import FactsError
from tests.domain.shop_examples import (
    Facts,
    empty_shop,
    ledger_of,
    login_runs,
    points_of,
    with_parameters,
    worked_example,
)

Document = dict[str, Any]
RATE = "product_feedback.positive_rate_70"


def test_the_worked_example(scheme: Scheme) -> None:
    ledger = ledger_of(scheme, worked_example())
    assert [line.points for line in ledger.lines] == [
        *(60, 20, 20, 200, 180, 50, 45, 15, 40, 195, 1200, 20, 140, 15, 120, 100, 50),
    ]
    assert (ledger.total, ledger.tier) == (2470, "diamond_3")
    assert (ledger.next_tier, ledger.points_to_next) == ("diamond_4", 531)
    assert ledger.warnings == ()
    assert [line.rule for line in ledger.lines] == list(scheme.rules)
    first = ledger.lines[0]
    assert (first.quantity, first.points, first.uncapped_points) == (12, 60, 60)


def test_a_new_shop(scheme: Scheme) -> None:
    raw = empty_shop(
        registered_on="2018-12-31",
        has_introduction=True,
        has_website=True,
        products=1,
        is_decorated=True,
    )
    ledger = ledger_of(scheme, raw)
    assert (ledger.total, ledger.tier) == (110, "star_2")


def test_a_shop_that_earns_nothing_still_has_all_lines(scheme: Scheme) -> None:
    ledger = ledger_of(scheme, empty_shop())
    assert [line.points for line in ledger.lines] == [0] * 17
    assert (ledger.total, ledger.tier) == (0, None)
    assert (ledger.next_tier, ledger.points_to_next) == ("star_1", 1)


# --- P1: tiers -----------------------------------------------------------------------------------


def shop_of(total: int) -> Facts:
    """Return a shop that earns just this total, from followers and purchases."""
    return empty_shop(purchases=total // 10, followers={"personal": total % 10, "enterprise": 0})


@pytest.mark.parametrize(
    ("total", "tier"),
    [
        (0, None),
        (1, "star_1"),
        (100, "star_1"),
        (101, "star_2"),
        (200, "star_2"),
        (201, "star_3"),
        (301, "star_4"),
        (401, "star_5"),
        (500, "star_5"),
        (501, "diamond_1"),
        (1000, "diamond_1"),
        (1001, "diamond_2"),
        (2001, "diamond_3"),
        (3001, "diamond_4"),
        (4001, "diamond_5"),
        (5000, "diamond_5"),
        (5001, "crown_1"),
        (10_001, "crown_2"),
        (20_001, "crown_3"),
        (40_001, "crown_4"),
        (80_000, "crown_4"),
        (80_001, "crown_5"),
    ],
)
def test_p1_bounds_of_the_tiers(scheme: Scheme, total: int, tier: str | None) -> None:
    ledger = ledger_of(scheme, shop_of(total))
    assert (ledger.total, ledger.tier) == (total, tier)


def test_p1_nothing_is_next_at_the_highest_tier(scheme: Scheme) -> None:
    ledger = ledger_of(scheme, shop_of(80_001))
    assert (ledger.next_tier, ledger.points_to_next) == (None, None)


@pytest.mark.parametrize(
    ("total", "tier", "to_next"), [(99, None, 1), (1, None, 99), (100, "star_1", 1)]
)
def test_p1_with_the_other_reading_1_to_99_have_no_tier(
    shipped: Document, total: int, tier: str | None, to_next: int
) -> None:
    ledger = ledger_of(with_parameters(shipped, first_tier_min=100), shop_of(total))
    assert (ledger.tier, ledger.points_to_next) == (tier, to_next)


# 二、卖家评价等级, as the document prints it
PRINTED = (
    *("-100", "101-200", "201-300", "301-400", "401-500"),
    *("501-1000", "1001-2000", "2001-3000", "3001-4000", "4001-5000"),
    *("5001-10000", "10001-20000", "20001-40000", "40001-80000", "80001-"),
)


@given(st.integers(0, 100_000))
@settings(deadline=None)
def test_p1_tiers_agree_with_the_printed_table(scheme: Scheme, total: int) -> None:
    reached = None
    for n, band in enumerate(PRINTED):
        low, high = band.split("-")
        if int(low or 1) <= total <= int(high or 10**9):
            reached = ("star", "diamond", "crown")[n // 5] + f"_{n % 5 + 1}"
    ledger = ledger_of(scheme, shop_of(total))
    assert ledger.tier == reached
    higher = [low for low in (1, *(int(band.split("-")[0]) for band in PRINTED[1:])) if low > total]
    assert ledger.points_to_next == (higher[0] - total if higher else None)


# --- P3: the cap ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("certificates", "capped", "uncapped"), [(19, 190, 190), (20, 200, 200), (21, 200, 210)]
)
def test_p3_the_cap_cuts_the_certificates_and_shows_what_is_cut_off(
    scheme: Scheme, certificates: int, capped: int, uncapped: int
) -> None:
    ledger = ledger_of(scheme, empty_shop(certificates=certificates))
    line = ledger.lines[3]
    assert (line.rule.id, line.quantity) == ("company_info.certificates", certificates)
    assert (line.points, line.uncapped_points, ledger.total) == (capped, uncapped, capped)


# --- P4, P7–P9: one fact, one rule ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "changes", "rule", "earned"),
    [
        ("P4", {"products": 1000}, "service_products.count", 10_000),
        ("P7", {"followers": {"personal": 7, "enterprise": 0}}, "followers.personal", 7),
        ("P7", {"followers": {"personal": 0, "enterprise": 7}}, "followers.enterprise", 21),
        ("P8", {"purchases": 7}, "product_feedback.purchase", 70),
        *[
            ("P9", {fact: {"personal": p, "enterprise": 7 - p}}, f"product_feedback.{rule}", worth)
            for fact, name in (("praise", "praise"), ("comments", "comment"))
            for p, rule, worth in ((7, f"{name}_personal", 7), (0, f"{name}_enterprise", 14))
        ],
        ("P9", {"replies": 7}, "product_feedback.comment_reply", 14),
        ("--", {"has_introduction": True}, "company_info.introduction", 20),
        ("--", {"has_website": True}, "company_info.website", 20),
        ("--", {"is_decorated": True}, "shop_decoration.customized", 50),
    ],
)
def test_p4_p7_p8_p9_each_fact_earns_by_its_own_rule_alone(
    scheme: Scheme, clause: str, changes: Facts, rule: str, earned: int
) -> None:
    ledger = ledger_of(scheme, empty_shop(**changes))
    assert {r: p for r, p in points_of(ledger).items() if p} == {rule: earned}


# --- P10: rate of good ratings -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("good", "all_", "earned"),
    [
        *((7, 10, 50), (6, 9, 0), (0, 0, 0), (1, 1, 50), (0, 1, 0), (69, 100, 0), (70, 100, 50)),
        (699_999_999, 1_000_000_000, 0),  # a float would round this up
        (700_000_000, 1_000_000_000, 50),
    ],
)
def test_p10_the_rate_is_compared_in_integers(
    scheme: Scheme, good: int, all_: int, earned: int
) -> None:
    raw = empty_shop(ratings={"good": good, "all": all_})
    assert points_of(ledger_of(scheme, raw))[RATE] == earned


def test_p10_rate_and_periods_are_parameters(shipped: Document) -> None:
    scheme = with_parameters(shipped, positive_rate_percent=50, positive_rate_periods=3)
    assert points_of(ledger_of(scheme, empty_shop(ratings={"good": 1, "all": 2})))[RATE] == 150
    assert points_of(ledger_of(scheme, empty_shop(ratings={"good": 1, "all": 3})))[RATE] == 0


# --- P9, P12: warnings ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "warning", "odd", "just_possible"),
    [
        ("P9", "replies_exceed_comments", {"replies": 76}, {"replies": 75}),
        (
            "P9",
            "praise_exceeds_ratings",
            {"praise": {"personal": 26, "enterprise": 70}},
            {"praise": {"personal": 25, "enterprise": 70}},
        ),
        (
            "P12",
            "login_before_registration",
            {"login_dates": ["2008-06-14"]},
            {"login_dates": ["2008-06-15"]},
        ),
        (
            "P12",
            "login_days_exceed_age",
            {"login_dates": None, "login_days": 3, "registered_on": "2020-12-30"},
            {"login_dates": None, "login_days": 2, "registered_on": "2020-12-30"},
        ),
    ],
)
def test_p9_p12_odd_facts_are_warned_of_and_count_all_the_same(
    scheme: Scheme, clause: str, warning: str, odd: Facts, just_possible: Facts
) -> None:
    streaks = {"login_streaks": 0} if "login_days" in odd else {}
    found = ledger_of(scheme, worked_example(**odd, **streaks))
    assert [(w.rule, w.id) for w in found.warnings] == [(clause, warning)]
    assert found.total > 0
    assert ledger_of(scheme, worked_example(**just_possible, **streaks)).warnings == ()


def test_p12_more_login_dates_than_days_of_life_are_warned_of(scheme: Scheme) -> None:
    raw = worked_example(
        registered_on="2020-12-30", login_dates=login_runs(3, first=date(2020, 12, 29))
    )
    warnings = [(w.id, dict(w.params)) for w in ledger_of(scheme, raw).warnings]
    assert warnings == [
        ("login_before_registration", {"days": 1}),
        ("login_days_exceed_age", {"days": 3, "since": 2}),
    ]


def test_a_warning_is_a_sentence(scheme: Scheme, english: None) -> None:
    (warning,) = ledger_of(scheme, worked_example(replies=76)).warnings
    assert warning.text == "There are more replies (76) than comments (75)."


# --- many shops, and the whole of it -------------------------------------------------------------


def test_points_of_each_gives_the_error_in_place_of_a_bad_entry(scheme: Scheme) -> None:
    entries = [worked_example(), worked_example(products=-1), None, shop_of(101)]
    first, second, third, last = points_of_each(scheme, entries)
    assert isinstance(first, ShopLedger)
    assert isinstance(last, ShopLedger)
    assert (first.total, last.tier) == (2470, "star_2")
    assert isinstance(second, FactsError)
    assert isinstance(third, FactsError)
    assert [problem.field for problem in second.details] == ["products"]


def test_the_largest_facts_are_counted_exactly(scheme: Scheme) -> None:
    most = {"personal": COUNT_MAX, "enterprise": COUNT_MAX}
    raw = empty_shop(
        products=COUNT_MAX,
        followers=most,
        purchases=COUNT_MAX,
        praise=most,
        comments=most,
        replies=COUNT_MAX,
        login_dates=None,
        login_days=COUNT_MAX,
        login_streaks=COUNT_MAX // 10,
    )
    worth = 10 + 1 + 3 + 10 + 1 + 2 + 1 + 2 + 2 + 1
    assert ledger_of(scheme, raw).total == COUNT_MAX * worth + COUNT_MAX // 10 * 5


counts = st.integers(0, 3000)
users = st.fixed_dictionaries({"personal": counts, "enterprise": counts})


@given(
    st.fixed_dictionaries(
        {
            **dict.fromkeys(("has_introduction", "has_website", "is_decorated"), st.booleans()),
            **dict.fromkeys(("certificates", "products", "purchases", "replies"), counts),
            **dict.fromkeys(("followers", "praise", "comments"), users),
            "ratings": st.fixed_dictionaries({"good": st.integers(0, 50), "all": st.just(50)}),
        }
    )
)
@settings(deadline=None)
def test_the_total_agrees_with_adding_point_by_point(scheme: Scheme, facts: Facts) -> None:
    total = 0
    total += 20 if facts["has_introduction"] else 0
    total += 20 if facts["has_website"] else 0
    total += 50 if facts["is_decorated"] else 0
    for n in range(facts["certificates"]):
        total += 10 if n < 20 else 0
    for worth, number in (
        (10, facts["products"]),
        (1, facts["followers"]["personal"]),
        (3, facts["followers"]["enterprise"]),
        (10, facts["purchases"]),
        (1, facts["praise"]["personal"]),
        (2, facts["praise"]["enterprise"]),
        (1, facts["comments"]["personal"]),
        (2, facts["comments"]["enterprise"]),
        (2, facts["replies"]),
    ):
        total += sum(worth for _each in range(number))
    total += 50 if facts["ratings"]["good"] >= 35 else 0
    assert ledger_of(scheme, empty_shop(**facts)).total == total
