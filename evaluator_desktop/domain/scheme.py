"""The scheme: the tree, the weights, the points rules, the tiers and the parameters.

Frozen values only. `scheme_reader` makes them from a document; nothing here checks anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from evaluator_desktop.domain.names import NO_TEXT, Name
from evaluator_desktop.domain.parameters import ClassBand, Parameters
from evaluator_desktop.errors import UnknownItemError

__all__ = [
    "TIER_SHAPES",
    "WEIGHT_SUM",
    "ClassBand",
    "Dimension",
    "Indicator",
    "Item",
    "Measure",
    "Name",
    "Parameters",
    "PointRule",
    "Requirement",
    "Scheme",
    "Suggestion",
    "Tier",
    "When",
    "tier_mark",
]

WEIGHT_SUM = 10_000
"""Basis points that the weights of all items add up to (D1)."""


class When(StrEnum):
    """When an item asks a provider for this kind of evidence."""

    ALWAYS = "always"
    IF_ANY = "if_any"
    ONE_OF = "one_of"
    LAW_FIRM = "law_firm"
    NOT_LAW_FIRM = "not_law_firm"


class Suggestion(StrEnum):
    """Where the rating that is suggested beside an item's field comes from (D6)."""

    NONE = "none"
    EVIDENCE_SHARE = "evidence_share"
    SATISFACTION_RATE = "satisfaction_rate"
    SHOP_POINTS = "shop_points"


class Measure(StrEnum):
    """What of a shop's facts a points rule counts."""

    REGISTRATION_YEARS = "registration_years"
    INTRODUCTION = "introduction"
    WEBSITE = "website"
    CERTIFICATES = "certificates"
    PRODUCTS = "products"
    DECORATION = "decoration"
    LOGIN_DAYS = "login_days"
    LOGIN_STREAKS = "login_streaks"
    FOLLOWERS_PERSONAL = "followers_personal"
    FOLLOWERS_ENTERPRISE = "followers_enterprise"
    PURCHASES = "purchases"
    PRAISE_PERSONAL = "praise_personal"
    PRAISE_ENTERPRISE = "praise_enterprise"
    COMMENTS_PERSONAL = "comments_personal"
    COMMENTS_ENTERPRISE = "comments_enterprise"
    REPLIES = "replies"
    POSITIVE_RATE = "positive_rate"


@dataclass(frozen=True)
class Requirement:
    """One kind of evidence that an item asks for; `id` is unique within the item."""

    id: str
    name: Name
    when: When
    method: str
    """The default method of verification: original, site, phone, online or system (D4)."""
    checklist: tuple[Name, ...] = ()
    """What has to be found inside, to tick off."""


@dataclass(frozen=True)
class Item:
    """The leaf that is rated 0–100."""

    id: str
    name: Name
    evidence_text: Name = NO_TEXT
    """The document's 评审依据及其来源; empty where its cell is empty."""
    suggestion: Suggestion = Suggestion.NONE
    requirements: tuple[Requirement, ...] = ()
    weight_bp: int | None = None
    """Basis points of the whole; None in a scheme without weights (D1)."""
    full_mark_points: int | None = None
    """Points of `point_rules` that suggest a rating of 100; None: no suggestion (D6)."""
    point_rules: tuple[str, ...] = ()
    """Ids of the points rules mapped to this item (D6)."""

    def __hash__(self) -> int:
        return hash(self.id)  # the rest says which of two with one id it is, and takes long

    def requirement(self, requirement_id: str) -> Requirement | None:
        return next((r for r in self.requirements if r.id == requirement_id), None)


@dataclass(frozen=True)
class Indicator:
    id: str
    name: Name
    description: Name
    """The document's 指标说明."""
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Dimension:
    id: str
    name: Name
    indicators: tuple[Indicator, ...]

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items of all indicators, in document order."""
        return tuple(item for indicator in self.indicators for item in indicator.items)


@dataclass(frozen=True)
class PointRule:
    id: str
    group: Name
    """The document's 一级指标."""
    name: Name
    """The document's 二级指标."""
    unit: Name
    measure: Measure
    points: int
    """Points for each unit."""
    cap: int | None = None
    """The most points this rule alone can give (P3)."""
    remark: Name | None = None


TIER_SHAPES = ("star", "diamond", "crown")


def tier_mark(tier_id: str) -> tuple[str, int] | None:
    """Return what the window and reports draw for a tier: `star_3` is three stars.

    A scheme may call its tiers something else: then there is nothing to draw, only a name.
    """
    shape, _sep, count = tier_id.partition("_")
    is_drawn = shape in TIER_SHAPES and count in {"1", "2", "3", "4", "5"}
    return (shape, int(count)) if is_drawn else None


@dataclass(frozen=True)
class Tier:
    """A band of points, both bounds included."""

    id: str
    name: Name
    low: int
    high: int | None
    """None: no upper bound."""


@dataclass(frozen=True, eq=False)
class Scheme:
    """A scheme as it is in use. Two schemes are equal when their digests are."""

    id: str
    version: str
    name: Name
    basis: tuple[Name, ...]
    """The titles of the documents that the scheme implements."""
    weights_official: bool
    dimensions: tuple[Dimension, ...]
    rules: tuple[PointRule, ...]
    tiers: tuple[Tier, ...]
    parameters: Parameters
    document: Mapping[str, object] = field(repr=False)
    """What it was read from: JSON values without floats."""
    digest: str
    """SHA-256 of the document's canonical bytes, as hex."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Scheme) and other.digest == self.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The items of all dimensions, in document order."""
        return tuple(item for dimension in self.dimensions for item in dimension.items)

    @cached_property
    def _by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items}

    @property
    def has_weights(self) -> bool:
        """Whether totals can be computed (D1)."""
        return self.items[0].weight_bp is not None

    def item(self, item_id: str) -> Item:
        """Return the item; raises UnknownItemError."""
        try:
            return self._by_id[item_id]
        except KeyError:
            raise UnknownItemError(item=item_id) from None

    def find(self, item_id: str) -> Item | None:
        """Return an item; None for one that only another state of the scheme has."""
        return self._by_id.get(item_id)

    def item_name(self, item_id: str, lang: str) -> str:
        """Return what an item is called, its id where the scheme no longer has it."""
        item = self.find(item_id)
        return item.name.text(lang) if item else item_id

    def tier(self, tier_id: str) -> Tier:
        """Return the tier of a ledger made with this scheme."""
        return next(tier for tier in self.tiers if tier.id == tier_id)
