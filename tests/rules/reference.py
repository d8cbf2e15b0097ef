"""The rules once more, slow and obvious, written from the documents and rules.md alone.

Nothing of the program is used here: JSON values and whole numbers in, fractions out.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

ONE_DAY = timedelta(days=1)
NOT_APPLICABLE = "na"
UNEXPLAINED = "na?"  # the same without a reason
# 二、卖家评价等级, as printed; the first one from 1 on (P1).
TIERS = (
    *[("star_1", 1), ("star_2", 101), ("star_3", 201), ("star_4", 301), ("star_5", 401)],
    *[("diamond_1", 501), ("diamond_2", 1001), ("diamond_3", 2001)],
    *[("diamond_4", 3001), ("diamond_5", 4001)],
    *[("crown_1", 5001), ("crown_2", 10001), ("crown_3", 20001), ("crown_4", 40001)],
    ("crown_5", 80001),
)


# --- the shop ------------------------------------------------------------------------------------


def years(registered: date, cutoff: date) -> int:
    """P2: pass every day, and count the anniversaries."""
    count, day = 0, registered
    while day < cutoff:
        day += ONE_DAY
        count += _is_anniversary(registered, day)
    return count


def _is_anniversary(registered: date, day: date) -> bool:
    if (registered.month, registered.day) != (2, 29):
        return (day.month, day.day) == (registered.month, registered.day)
    tomorrow = day + ONE_DAY
    # The last day of February, leap year or not.
    return day.month == 2 and tomorrow.month == 3


def login_points(days: Sequence[date]) -> tuple[int, int]:
    """P5, P6: go along the calendar; ten days in a row bring 5, then counting begins anew."""
    if not days:
        return 0, 0
    daily, tens, row = 0, 0, 0
    day = min(days)
    while day <= max(days):
        if day in days:
            daily, row = daily + 1, row + 1
            if row == 10:
                tens, row = tens + 5, 0
        else:
            row = 0
        day += ONE_DAY
    return daily, tens


def shop_points(facts: Mapping[str, Any]) -> list[int]:
    """The 17 rows of 卖家积分规则, from top to bottom."""
    days = [date.fromisoformat(text) for text in facts["login_dates"]]
    daily, tens = login_points(days)
    registered, cutoff = map(date.fromisoformat, (facts["registered_on"], facts["cutoff"]))
    good, every = facts["ratings"]["good"], facts["ratings"]["all"]
    return [
        years(registered, cutoff) * 5,
        20 if facts["has_introduction"] else 0,
        20 if facts["has_website"] else 0,
        200 if facts["certificates"] > 20 else facts["certificates"] * 10,
        facts["products"] * 10,
        50 if facts["is_decorated"] else 0,
        daily,
        tens,
        facts["followers"]["personal"],
        facts["followers"]["enterprise"] * 3,
        facts["purchases"] * 10,
        facts["praise"]["personal"],
        facts["praise"]["enterprise"] * 2,
        facts["comments"]["personal"],
        facts["comments"]["enterprise"] * 2,
        facts["replies"] * 2,
        50 if every > 0 and Fraction(good, every) >= Fraction(70, 100) else 0,
    ]


def tier(total: int) -> tuple[str | None, str | None, int | None]:
    """The tier of a total, the next one, and the points to it."""
    reached, following = None, None
    for name, low in TIERS:
        if low <= total:
            reached = name
        elif following is None:
            following = (name, low - total)
    return reached, *(following or (None, None))


# --- the score -----------------------------------------------------------------------------------


def counted(ratings: Sequence[str], consensus: str | None, tolerance: int) -> Fraction | str | None:
    """D3, D10: the number that counts for an item, "na", or None as long as there is none."""
    if not ratings:
        return None
    if consensus is not None:
        return consensus if consensus == NOT_APPLICABLE else Fraction(consensus)
    if all(rating in (NOT_APPLICABLE, UNEXPLAINED) for rating in ratings):
        return NOT_APPLICABLE if NOT_APPLICABLE in ratings else None
    if NOT_APPLICABLE in ratings or UNEXPLAINED in ratings:
        return None
    numbers = [Fraction(rating) for rating in ratings]
    for one in numbers:
        for other in numbers:
            if abs(one - other) > tolerance:
                return None
    return sum(numbers, Fraction(0)) / Fraction(len(numbers))


def total(
    tree: Mapping[str, Mapping[str, int]],
    values: Mapping[str, Fraction | str | None],
    *,
    lose: bool,
) -> Fraction | None:
    """D1–D3: the weighted mean of the dimensions, each the weighted mean of what is left in it."""
    if any(value is None for value in values.values()):
        return None
    points, weight_left = Fraction(0), 0
    for items in tree.values():
        numbers = [(values[i], bp) for i, bp in items.items() if values[i] != NOT_APPLICABLE]
        left = sum(bp for _value, bp in numbers)
        if left:
            mean = sum((Fraction(value or 0) * bp for value, bp in numbers), Fraction(0)) / left
            weight = left if lose else sum(items.values())
            points += mean * weight
            weight_left += weight
    if not weight_left:
        return None
    return points / 10_000 if lose else points / weight_left


def half_up(value: Fraction) -> str:
    """D2: two decimals, a half goes up."""
    cents = 0
    while Fraction(2 * cents + 1, 200) <= value:
        cents += 1
    return f"{cents // 100}.{cents % 100:02d}"


def ranks(totals: Sequence[Fraction]) -> list[int]:
    """D11: one more than how many are better."""
    return [1 + sum(other > own for other in totals) for own in totals]


# --- customers -----------------------------------------------------------------------------------


def sample_size(population: int) -> int:
    """D9 for 95 %, ±10 %, p = 0.5: count up to the first size that is large enough."""
    if population <= 30:
        return population
    z, margin = Fraction("1.959964"), Fraction(1, 10)
    unlimited = z * z * Fraction(1, 4) / (margin * margin)
    size = 30
    while size * (population + unlimited - 1) < unlimited * population:
        size += 1
    return size


def drawn(seed: int, customers: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """D9: (number, name) in the order of the draw, each once."""

    def digest(customer: tuple[str, str]) -> str:
        number, name = customer
        return hashlib.sha256(f"{seed}\n{number}\n{name}".encode()).hexdigest()

    return sorted(set(customers), key=digest)


def satisfaction(calls: Sequence[Mapping[str, Any]]) -> tuple[int, int, int]:
    """D7, D8: (satisfied, completed, denied)."""
    satisfied = completed = denied = 0
    for call in calls:
        if call["disposition"] == "completed" and call["service_real"] is False:
            denied += 1
        elif call["disposition"] == "completed" and call["satisfaction"] is not None:
            completed += 1
            satisfied += call["satisfaction"] in (5, 4, 3)
    return satisfied, completed, denied
