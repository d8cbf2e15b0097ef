"""Suggested ratings: shown beside the field, never filled in (D6).

Read as follows where rules.md leaves it open: the share of verified evidence is that of all the
provider's evidence that was checked, whatever item it belongs to.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.scheme import Item, Suggestion
from evaluator_desktop.domain.verification import Outcome

_FULL = 100


@dataclass(frozen=True)
class SuggestedRating:
    """A rating that follows from what is recorded, and where it comes from."""

    value: Fraction
    """0–100, not rounded."""
    source: Suggestion
    part: Fraction
    """What it was worked out from: `part` of `whole` (pieces, interviews or points)."""
    whole: Fraction


def suggestion(assessment: Assessment, item: Item) -> SuggestedRating | None:
    """Return the suggested rating of an item (D6), None where there is none or no data yet."""
    found = _SOURCES[item.suggestion](assessment, item)
    if found is None or not found[1]:
        return None
    part, whole = map(Fraction, found)
    value = min(Fraction(_FULL), part / whole * _FULL)
    return SuggestedRating(value, item.suggestion, part, whole)


Share = tuple[Fraction | int, Fraction | int] | None


def _none(_a: Assessment, _item: Item) -> Share:
    return None


def _evidence_share(a: Assessment, _item: Item) -> Share:
    """Verified pieces of those checked; a partly verified one counts in part."""
    counts = Counter(outcome for item in a.items for outcome in item.outcomes)
    partly = Fraction(a.scheme.parameters.partly_verified_percent, 100)
    verified = counts[Outcome.VERIFIED] + partly * counts[Outcome.PARTLY_VERIFIED]
    return verified, a.checked_count


def _satisfaction_rate(a: Assessment, _item: Item) -> Share:
    return a.satisfaction.satisfied, a.satisfaction.completed


def _shop_points(a: Assessment, item: Item) -> Share:
    """Points of the rules that are mapped to the item, of those that give full marks."""
    if a.ledger is None or item.full_mark_points is None:
        return None
    points = (line.points for line in a.ledger.lines if line.rule.id in item.point_rules)
    return sum(points), item.full_mark_points


_SOURCES: Mapping[Suggestion, Callable[[Assessment, Item], Share]] = {
    Suggestion.NONE: _none,
    Suggestion.EVIDENCE_SHARE: _evidence_share,
    Suggestion.SATISFACTION_RATE: _satisfaction_rate,
    Suggestion.SHOP_POINTS: _shop_points,
}
