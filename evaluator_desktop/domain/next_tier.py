"""What it would take to reach a shop's next tier: the cheapest ways there.

An arithmetic aid, no advice of the documents. What a unit costs a shop they do not say, so the
cheapest way is the one of fewest units: each rule alone, and the best rules together. Left out is
what a shop cannot do at will: the years since its registration, and logins, which belong to days
that are past.
"""

from dataclasses import dataclass

from evaluator_desktop.domain.parameters import Parameters
from evaluator_desktop.domain.scheme import Measure, PointRule
from evaluator_desktop.domain.shop_points import ShopLedger, ShopLine

_BY_TIME = {Measure.REGISTRATION_YEARS, Measure.LOGIN_DAYS, Measure.LOGIN_STREAKS}
HAD_ONCE = {Measure.INTRODUCTION, Measure.WEBSITE, Measure.DECORATION, Measure.POSITIVE_RATE}
"""What a shop has or has not."""


@dataclass(frozen=True)
class Part:
    """So many units more of one rule, and the points they bring."""

    rule: PointRule
    units: int
    points: int


@dataclass(frozen=True)
class Way:
    """What together reaches the next tier: one rule, or several."""

    parts: tuple[Part, ...]

    @property
    def units(self) -> int:
        return sum(part.units for part in self.parts)

    @property
    def points(self) -> int:
        return sum(part.points for part in self.parts)


def ways_to_next_tier(ledger: ShopLedger, parameters: Parameters) -> tuple[Way, ...]:
    """Return the ways, fewest units first; empty at the highest tier.

    Each rule that can do it alone is one; first of all stands the way of several rules, where it
    takes fewer units than any of them.
    """
    wanted = ledger.points_to_next
    if wanted is None:
        return ()
    lines = [line for line in ledger.lines if line.rule.measure not in _BY_TIME]
    alone = [way for line in lines if (way := _fewest([line], wanted, parameters))]
    together = _fewest(lines, wanted, parameters)
    found = sorted(alone, key=lambda way: way.units)
    if together and (not found or together.units < found[0].units):
        found.insert(0, together)
    return tuple(found)


def _fewest(lines: list[ShopLine], wanted: int, parameters: Parameters) -> Way | None:
    """Return the fewest units of these rules that bring the points; None where they cannot.

    All units of a rule are worth the same up to its cap, where the last may be worth less: so
    the units worth most come first, and no other choice is shorter.
    """
    worth = [part for line in lines for part in _units_left(line, wanted, parameters)]
    parts: dict[str, Part] = {}
    for rule, units, each in sorted(worth, key=lambda entry: -entry[2]):
        if wanted <= 0:
            break
        taken = min(units, -(-wanted // each))
        wanted -= taken * each
        before = parts.get(rule.id, Part(rule, 0, 0))
        parts[rule.id] = Part(rule, before.units + taken, before.points + taken * each)
    return Way(tuple(parts.values())) if wanted <= 0 else None


def _units_left(
    line: ShopLine, wanted: int, parameters: Parameters
) -> list[tuple[PointRule, int, int]]:
    """Return (rule, units that can still be added, points of each), a cut-off last one apart."""
    rule, each = line.rule, line.rule.points
    if rule.measure is Measure.POSITIVE_RATE:
        each *= parameters.positive_rate_periods  # P10: once reached, it counts for all of them
    can_be_had = int(not line.quantity) if rule.measure in HAD_ONCE else -(-wanted // each)
    room = can_be_had * each
    if rule.cap is not None:
        room = min(room, rule.cap - line.points)  # P3: the cap comes first
    full, rest = divmod(room, each)
    return [(rule, n, points) for n, points in ((full, each), (1, rest)) if n and points]
