"""Points and tier of a cloud shop, line by line as the document's rules stand (P1–P13).

Pure integers. Read as follows where rules.md leaves it open:
- a run of logins that began before an evaluation period counts from the period's first day (P11);
  every other count was taken within the window by whoever counted it;
- a shop may have been used on its day of registration, so the days since include both ends.
"""

import calendar
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from operator import sub

from evaluator_desktop.domain.parameters import LeapDay, Parameters, PointsWindow
from evaluator_desktop.domain.scheme import Measure, PointRule, Scheme
from evaluator_desktop.domain.shop_facts import STREAK_DAYS, ShopFacts, facts_error, parse_facts
from evaluator_desktop.errors import FactsError, FieldProblem
from evaluator_desktop.texts import N_, _


@dataclass(frozen=True)
class ShopLine:
    """One rule applied: quantity × points of the rule, cut off at its cap."""

    rule: PointRule
    quantity: int
    points: int
    uncapped_points: int


@dataclass(frozen=True)
class ShopWarning:
    """Facts that are odd but possible; they count all the same."""

    id: str
    rule: str
    """The clause behind it."""
    sentence: str
    """English, with placeholders for `params`; `text` is for people."""
    params: Mapping[str, object] = field(hash=False)

    @property
    def text(self) -> str:
        return _(self.sentence).format(**self.params)


@dataclass(frozen=True)
class ShopLedger:
    """All rules in the document's order, and what they come to."""

    lines: tuple[ShopLine, ...]
    total: int
    tier: str | None
    """Id of the tier; None for 无等级 (P1)."""
    next_tier: str | None
    """Id of the next higher tier; None at the highest."""
    points_to_next: int | None
    """Points that the next tier's lower bound still asks for."""
    counted_from: date
    counted_to: date
    """The window (P11): from the registration or the period's first day to the cut-off date."""
    warnings: tuple[ShopWarning, ...] = ()


def shop_ledger(scheme: Scheme, facts: ShopFacts, period_start: date | None = None) -> ShopLedger:
    """Apply every points rule of the scheme.

    `period_start` is the first day of the round's evaluation period; only a scheme whose window is
    the period needs it (P11) and raises FactsError without it.
    """
    start = _window_start(scheme.parameters, period_start)
    counted = quantities(facts, scheme.parameters, start)
    lines = tuple(_line(rule, counted[rule.measure]) for rule in scheme.rules)
    total = sum(line.points for line in lines)
    reached = [tier for tier in scheme.tiers if tier.low <= total]
    following = scheme.tiers[len(reached)] if len(reached) < len(scheme.tiers) else None
    return ShopLedger(
        lines,
        total,
        reached[-1].id if reached else None,
        following.id if following else None,
        following.low - total if following else None,
        start or facts.registered_on,
        facts.cutoff,
        tuple(_warnings(facts)),
    )


def points_of_each(
    scheme: Scheme, entries: Iterable[object], period_start: date | None = None
) -> Iterator[ShopLedger | FactsError]:
    """Yield the ledger of each entry of a JSON array of facts, or the error in its place."""
    for entry in entries:
        try:
            yield shop_ledger(scheme, parse_facts(entry), period_start)
        except FactsError as error:
            yield error


def _window_start(parameters: Parameters, period_start: date | None) -> date | None:
    """Return the day from which logins count, None for the shop's whole life (P11)."""
    if parameters.points_window is PointsWindow.LIFETIME:
        return None
    if period_start is None:
        message = _("This scheme counts the evaluation period. Give its first day.")
        raise facts_error([FieldProblem("period_start", message)])
    return period_start


def _line(rule: PointRule, quantity: int) -> ShopLine:
    uncapped = quantity * rule.points
    points = uncapped if rule.cap is None else min(uncapped, rule.cap)  # P3
    return ShopLine(rule, quantity, points, uncapped)


def quantities(
    facts: ShopFacts, parameters: Parameters, start: date | None = None
) -> Mapping[Measure, int]:
    """Return what each measure comes to; logins before `start` are left out (P2–P10)."""
    days, streaks = login_totals(facts, start)
    return {
        Measure.REGISTRATION_YEARS: completed_years(facts.registered_on, facts.cutoff, parameters),
        Measure.INTRODUCTION: int(facts.has_introduction),
        Measure.WEBSITE: int(facts.has_website),
        Measure.CERTIFICATES: facts.certificates,
        Measure.PRODUCTS: facts.products,
        Measure.DECORATION: int(facts.is_decorated),
        Measure.LOGIN_DAYS: days,
        Measure.LOGIN_STREAKS: streaks,
        Measure.FOLLOWERS_PERSONAL: facts.followers.personal,
        Measure.FOLLOWERS_ENTERPRISE: facts.followers.enterprise,
        Measure.PURCHASES: facts.purchases,
        Measure.PRAISE_PERSONAL: facts.praise.personal,
        Measure.PRAISE_ENTERPRISE: facts.praise.enterprise,
        Measure.COMMENTS_PERSONAL: facts.comments.personal,
        Measure.COMMENTS_ENTERPRISE: facts.comments.enterprise,
        Measure.REPLIES: facts.replies,
        Measure.POSITIVE_RATE: _periods_reached(facts, parameters),
    }


def completed_years(registered: date, cutoff: date, parameters: Parameters) -> int:
    """Return the years completed from the registration to the cut-off date (P2)."""
    anniversary = anniversary_in(cutoff.year, registered, parameters)
    is_complete = cutoff > anniversary or (cutoff == anniversary and parameters.anniversary_counts)
    return max(0, cutoff.year - registered.year - (not is_complete))


def anniversary_in(year: int, registered: date, parameters: Parameters) -> date:
    """Return the anniversary of the registration in a year, with the reading of 29 February."""
    if (registered.month, registered.day) == (2, 29) and not calendar.isleap(year):
        is_february = parameters.leap_day is LeapDay.FEBRUARY_28
        return date(year, 2, 28) if is_february else date(year, 3, 1)
    return registered.replace(year=year)


def login_totals(facts: ShopFacts, start: date | None = None) -> tuple[int, int]:
    """Return the days with a login (P5) and the full tens in their unbroken runs (P6)."""
    if facts.login_dates is None:
        return facts.login_days or 0, facts.login_streaks or 0
    days = [login for login in facts.login_dates if start is None or login >= start]
    # Within a run the day's number and its place in the list grow together.
    runs = Counter(map(sub, map(date.toordinal, days), count()))
    return len(days), sum(length // STREAK_DAYS for length in runs.values())


def _periods_reached(facts: ShopFacts, parameters: Parameters) -> int:
    """P10: the rate is compared in integers, and without a rating it is not reached."""
    ratings = facts.ratings
    is_reached = ratings.good * 100 >= parameters.positive_rate_percent * ratings.all > 0
    return parameters.positive_rate_periods if is_reached else 0


def _warnings(facts: ShopFacts) -> Iterator[ShopWarning]:
    replies, comments = facts.replies, facts.comments.both
    if replies > comments:
        sentence = N_("There are more replies ({replies}) than comments ({comments}).")
        params = {"replies": replies, "comments": comments}
        yield ShopWarning("replies_exceed_comments", "P9", sentence, params)
    praise, ratings = facts.praise.both, facts.ratings.all
    if praise > ratings:
        sentence = N_("There is more praise ({praise}) than there are ratings ({ratings}).")
        params = {"praise": praise, "ratings": ratings}
        yield ShopWarning("praise_exceeds_ratings", "P9", sentence, params)
    dates = facts.login_dates
    if early := bisect_left(dates or (), facts.registered_on):
        sentence = N_("Login days before the registration date: {days}.")
        yield ShopWarning("login_before_registration", "P12", sentence, {"days": early})
    days = (facts.login_days or 0) if dates is None else len(dates)
    since = (facts.cutoff - facts.registered_on).days + 1
    if days > since:
        sentence = N_("There are more login days ({days}) than days since registration ({since}).")
        params = {"days": days, "since": since}
        yield ShopWarning("login_days_exceed_age", "P12", sentence, params)
