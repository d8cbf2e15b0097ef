"""From ratings to a score: exact fractions throughout, rounded once where a number is printed (D2).

Floats are refused by type: one that slipped in would change a class on the border.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

import msgspec

from evaluator_desktop.domain.parameters import ClassBand, NotApplicable
from evaluator_desktop.domain.scheme import WEIGHT_SUM, Dimension, Item, Scheme
from evaluator_desktop.domain.strict import shown
from evaluator_desktop.errors import RatingError

NOT_APPLICABLE_TEXT = "na"
_NOT_APPLICABLE_WORDS = {NOT_APPLICABLE_TEXT, "n/a", "不适用"}
_NUMBER = re.compile(r"[0-9]{1,3}(\.[0-9])?")
# What a Chinese keyboard sends for the same keys: full-width ASCII, 。 for the point.
_TYPED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_TYPED |= {ord("。"): ord("."), ord("｡"): ord("."), 0x3000: ord(" ")}


class RatingState(StrEnum):
    """What an item's ratings come to (D3, D10). Only the first two settle the item."""

    RATED = "rated"
    NOT_APPLICABLE = "not_applicable"
    UNEXPLAINED = "unexplained"
    """不适用, and nobody has said why yet."""
    UNRATED = "unrated"
    DISPUTED = "disputed"
    CONFLICT = "conflict"


SETTLED = frozenset({RatingState.RATED, RatingState.NOT_APPLICABLE})


def _exact(value: object, kind: type[Decimal] | type[Fraction]) -> None:
    if type(value) is not kind:
        raise TypeError(f"{kind.__name__} expected, not {type(value).__name__}")


@dataclass(frozen=True)
class PersonRating:
    """One person's rating of one item; None is 不适用. Raises TypeError for any other number."""

    person: str
    value: Decimal | None

    def __post_init__(self) -> None:
        if self.value is not None:
            _exact(self.value, Decimal)


@dataclass(frozen=True)
class ItemRating:
    """What counts for one item."""

    state: RatingState
    value: Fraction | None = None
    """0–100; None unless the state is RATED."""
    spread: Fraction | None = None
    """Largest minus smallest number given, rating points; None unless everyone gave a number."""


UNRATED = ItemRating(RatingState.UNRATED)


@lru_cache(maxsize=2000)  # there are 1 002 ratings, and a merge reads each some thousand times
def parse_rating(text: str) -> Decimal | None:
    """Read a typed rating, "80", "80.5", "８０。5" or "na" (None); raises RatingError (D1)."""
    typed = text.translate(_TYPED).strip().lower()
    if typed in _NOT_APPLICABLE_WORDS:
        return None
    value = Decimal(typed) if _NUMBER.fullmatch(typed) else None
    if value is None or value > 100:
        raise RatingError(text=shown(text))
    return Decimal(rating_text(value))


def rating_text(value: Decimal | None) -> str:
    """Return the one spelling of a rating: "80", "80.5" or "na"."""
    if value is None:
        return NOT_APPLICABLE_TEXT
    _exact(value, Decimal)
    return f"{value.normalize():f}"


def item_rating(
    ratings: Sequence[PersonRating],
    *,
    consensus: PersonRating | None,
    tolerance: Decimal,
    in_conflict: bool,
    explained: bool = True,
) -> ItemRating:
    """Return what counts for one item (D3, D10).

    `ratings` are those of all persons, never replaced by the `consensus`; an item whose ratings or
    consensus are in conflict counts as not rated, whatever they say. The mean counts while the
    spread is at most `tolerance`; a greater one, or 不适用 beside a number, is a dispute until
    there is a consensus. 不适用 counts once it is `explained`: somebody has given the reason.
    """
    _exact(tolerance, Decimal)
    numbers = [Fraction(rating.value) for rating in ratings if rating.value is not None]
    is_mixed = len(numbers) < len(ratings)
    spread = max(numbers) - min(numbers) if numbers and not is_mixed else None
    if in_conflict:
        return ItemRating(RatingState.CONFLICT, spread=spread)
    if not ratings:
        return UNRATED  # D3: rated is what at least one person rated; a consensus settles opinions
    if consensus is not None:
        return _agreed(consensus.value, spread)
    if not numbers:
        return ItemRating(RatingState.NOT_APPLICABLE if explained else RatingState.UNEXPLAINED)
    if spread is None or spread > tolerance:
        return ItemRating(RatingState.DISPUTED, spread=spread)
    mean = numbers[0] if len(numbers) == 1 else sum(numbers) / Fraction(len(numbers))
    return ItemRating(RatingState.RATED, mean, spread)


def _agreed(value: Decimal | None, spread: Fraction | None) -> ItemRating:
    if value is None:
        return ItemRating(RatingState.NOT_APPLICABLE, spread=spread)
    return ItemRating(RatingState.RATED, Fraction(value), spread)


class ItemScore(msgspec.Struct, frozen=True):
    """One line of the score."""

    item: Item
    rating: ItemRating
    weight: Fraction | None
    """Share of the whole, 0–1, after 不适用 was taken out; None in a scheme without weights."""
    points: Fraction | None
    """Its part of the total; None while it has none (not rated, 不适用, no weights)."""


class DimensionScore(msgspec.Struct, frozen=True):
    dimension: Dimension
    weight: Fraction | None
    """Sum of its items' weights."""
    points: Fraction | None
    """Points of its items that are rated."""
    score: Fraction | None
    """0–100 within the dimension; None until every item is settled, or where nothing is left."""
    items: tuple[ItemScore, ...]


@dataclass(frozen=True)
class ScoreSheet:
    """The score of one provider; everything None where the scheme has no weights (D1)."""

    dimensions: tuple[DimensionScore, ...]
    total: Fraction | None
    """0–`maximum`; None until every item is settled (D3)."""
    points_so_far: Fraction | None
    """Points of the items that are rated."""
    weight_rated_bp: int
    """已评权重: the weight behind `points_so_far` in basis points, rounded down."""
    maximum: Fraction | None
    """100, less the weight that 不适用 lost where the scheme says so."""


def score_sheet(scheme: Scheme, ratings: Mapping[str, ItemRating]) -> ScoreSheet:
    """Compute the score (D1–D3) from the rating that counts for each item, by item id.

    An item without an entry is not rated; an id that the scheme does not know counts nothing.
    """
    not_applicable = frozenset(
        item_id for item_id, rating in ratings.items() if rating.state is RatingState.NOT_APPLICABLE
    )
    shares = weight_shares(scheme, not_applicable) if scheme.has_weights else None
    dimensions = tuple(
        _dimension_score(dimension, ratings, shares) for dimension in scheme.dimensions
    )
    if shares is None:
        return ScoreSheet(dimensions, None, None, 0, None)
    so_far = _sum(dimension.points for dimension in dimensions)
    still_open = [
        line.weight
        for dimension in dimensions
        for line in dimension.items
        if line.rating.state not in SETTLED
    ]
    return ScoreSheet(
        dimensions,
        so_far if shares.whole and not still_open else None,
        so_far,
        int((shares.whole - _sum(still_open)) * WEIGHT_SUM),
        shares.whole * 100,
    )


@dataclass(frozen=True)
class WeightShares:
    """The weights after 不适用 was taken out, as shares of the whole, 0–1."""

    items: Mapping[str, Fraction]
    dimensions: Mapping[str, Fraction]
    whole: Fraction
    """1, less what was lost; 0 where nothing is left."""


@lru_cache(maxsize=256)  # most providers of a round share one set of 不适用, the empty one
def weight_shares(scheme: Scheme, not_applicable: frozenset[str]) -> WeightShares:
    """Return each item's share of the whole (D3), 0 for those that are 不适用.

    Renormalising, a dimension keeps its weight as long as one of its items with any weight is
    left, and passes it to the others in proportion when none is.
    """
    nominal = {item.id: Fraction(item.weight_bp or 0, WEIGHT_SUM) for item in scheme.items}
    items = {i: Fraction() if i in not_applicable else weight for i, weight in nominal.items()}
    left = {d.id: _sum(items[item.id] for item in d.items) for d in scheme.dimensions}
    if scheme.parameters.not_applicable is NotApplicable.LOSE:
        return WeightShares(items, left, _sum(left.values()))
    alive = [d for d in scheme.dimensions if left[d.id]]
    full = {d.id: _sum(nominal[item.id] for item in d.items) for d in alive}
    whole = _sum(full.values())
    dimensions = {d.id: Fraction() for d in scheme.dimensions}
    for dimension in alive:
        dimensions[dimension.id] = full[dimension.id] / whole
        for item in dimension.items:
            items[item.id] *= dimensions[dimension.id] / left[dimension.id]
    return WeightShares(items, dimensions, Fraction(bool(alive)))


def _dimension_score(
    dimension: Dimension, ratings: Mapping[str, ItemRating], shares: WeightShares | None
) -> DimensionScore:
    lines = tuple(
        _item_score(item, ratings.get(item.id, UNRATED), shares.items[item.id] if shares else None)
        for item in dimension.items
    )
    if shares is None:
        return DimensionScore(dimension, None, None, None, lines)
    weight = shares.dimensions[dimension.id]
    points = _sum(line.points for line in lines)
    is_settled = all(line.rating.state in SETTLED for line in lines)
    score = points / weight if weight and is_settled else None
    return DimensionScore(dimension, weight, points, score, lines)


def _item_score(item: Item, rating: ItemRating, weight: Fraction | None) -> ItemScore:
    points = None if weight is None or rating.value is None else rating.value * weight
    return ItemScore(item, rating, weight, points)


def _sum(parts: Iterable[Fraction | None]) -> Fraction:
    found = [part for part in parts if part]
    return sum(found[1:], found[0]) if found else Fraction()  # adding to nothing takes its time


def printed(value: Fraction) -> str:
    """Round half-up to 2 decimals, the one rounding of a score: "83.50" (D2)."""
    _exact(value, Fraction)
    cents = int(abs(value) * 100 + Fraction(1, 2))
    sign = "-" if value < 0 < cents else ""
    return f"{sign}{cents // 100}.{cents % 100:02d}"


def percent(share: Fraction) -> str:
    """Write a share of 1 as per cent, the one way in both languages: "6.67%", "100.00%"."""
    return f"{printed(share * 100)}%"


def weight_percent(basis_points: int) -> str:
    """Write a weight in basis points as per cent: 667 are "6.67%"."""
    return percent(Fraction(basis_points, WEIGHT_SUM))


def class_of(scheme: Scheme, printed_total: str, rank: int | None = None) -> ClassBand | None:
    """Return the class of a printed total (D2, D11), None where the scheme names no classes.

    With a quota the first class goes to the ranks up to it and to no total by itself, so without
    a `rank` there is no class yet.
    """
    quota, classes = scheme.parameters.class_quota, scheme.parameters.classes
    if quota is not None:
        if rank is None:
            return None
        if rank <= quota:
            return classes[0]
        classes = classes[1:]
    total = Decimal(printed_total)
    return next((band for band in classes if total >= band.minimum), None)
