"""What it would take to reach a shop's next tier by one rule alone.

An arithmetic aid, no advice of the documents. Left out is what a shop cannot do at will: the
years since its registration, and logins, which belong to days that are past.
"""

from dataclasses import dataclass

from evaluator_desktop.domain.scheme import Measure, PointRule
from evaluator_desktop.domain.shop_points import ShopLedger, ShopLine

_BY_TIME = {Measure.REGISTRATION_YEARS, Measure.LOGIN_DAYS, Measure.LOGIN_STREAKS}
_ONCE = {Measure.INTRODUCTION, Measure.WEBSITE, Measure.DECORATION, Measure.POSITIVE_RATE}


@dataclass(frozen=True)
class Way:
    """So many units more of one rule, and the points they bring."""

    rule: PointRule
    units: int
    points: int


def ways_to_next_tier(ledger: ShopLedger) -> tuple[Way, ...]:
    """Return each rule that can do it alone, fewest units first; empty at the highest tier."""
    wanted = ledger.points_to_next
    if wanted is None:
        return ()
    found = [way for line in ledger.lines if (way := _way(line, wanted))]
    return tuple(sorted(found, key=lambda way: way.units))


def _way(line: ShopLine, wanted: int) -> Way | None:
    rule = line.rule
    units = -(-wanted // rule.points)
    if rule.measure in _BY_TIME or (rule.measure in _ONCE and (line.quantity or units > 1)):
        return None
    if rule.cap is not None and rule.cap - line.points < wanted:
        return None  # P3: the cap comes first
    points = units * rule.points
    return Way(rule, units, points if rule.cap is None else min(points, rule.cap - line.points))
