"""The scheme: the tree, the weights, the points rules, the tiers and every reading of the documents.

Frozen values only. `scheme_reader` makes them from a document; nothing here checks anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from evaluator_desktop.errors import UnknownItemError

WEIGHT_SUM = 10_000
"""Basis points that the weights of all items add up to (D1)."""


@dataclass(frozen=True)
class Name:
    """A text of the documents in both languages."""

    zh: str
    en: str

    def text(self, lang: str) -> str:
        """Return the text in `lang`, "zh_CN" or "en"."""
        return self.en if lang == "en" else self.zh


class When(StrEnum):
    """When an item asks a provider for this kind of evidence."""

    ALWAYS = "always"
    IF_ANY = "if_any"
    ONE_OF = "one_of"
    LAW_FIRM = "law_firm"
    NOT_LAW_FIRM = "not_law_firm"


class Method(StrEnum):
    """How a piece of evidence is verified (D4)."""

    ORIGINAL = "original"
    SITE = "site"
    PHONE = "phone"
    ONLINE = "online"
    SYSTEM = "system"


class Suggestion(StrEnum):
    """Where the rating that is suggested beside an item's field comes from (D6)."""

    NONE = "none"
    EVIDENCE_SHARE = "evidence_share"
    SATISFACTION_RATE = "satisfaction_rate"
    SHOP_POINTS = "shop_points"


class NotApplicable(StrEnum):
    """What becomes of the weight of an item that is 不适用 (D3)."""

    RENORMALISE = "renormalise"
    LOSE = "lose"


class PointsWindow(StrEnum):
    """From when on the shop's facts count (P11); they always count up to the cut-off date."""

    LIFETIME = "lifetime"
    PERIOD = "period"


class LeapDay(StrEnum):
    """The anniversary of 29 February in a common year (P2)."""

    FEBRUARY_28 = "february_28"
    MARCH_1 = "march_1"


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


class DepartureKind(StrEnum):
    """What the check before leaving a provider looks for."""

    NO_ORIGINAL_SEEN = "no_original_seen"
    UNREADABLE_FILE = "unreadable_file"
    NO_SITE_PHOTO = "no_site_photo"
    NOT_RATED = "not_rated"
    REASON_MISSING = "reason_missing"
    EVIDENCE_PENDING = "evidence_pending"
    EVIDENCE_MISSING = "evidence_missing"


class EntryMeasure(StrEnum):
    """What an entry condition looks at (D12)."""

    SATISFACTION_PERCENT = "satisfaction_percent"
    ENTERPRISES_SERVED = "enterprises_served"
    FULL_TIME_STAFF = "full_time_staff"


@dataclass(frozen=True)
class Requirement:
    """One kind of evidence that an item asks for; `id` is unique within the item."""

    id: str
    name: Name
    when: When
    method: Method
    """The default method of verification."""
    checklist: tuple[Name, ...] = ()
    """What has to be found inside, to tick off."""


@dataclass(frozen=True)
class Item:
    """The leaf that is rated 0–100."""

    id: str
    name: Name
    evidence_text: Name
    """The document's 评审依据及其来源; empty where its cell is empty."""
    suggestion: Suggestion
    requirements: tuple[Requirement, ...] = ()
    weight_bp: int | None = None
    """Basis points of the whole; None in a scheme without weights (D1)."""
    full_mark_points: int | None = None
    """Points of `point_rules` that suggest a rating of 100; None: no suggestion (D6)."""
    point_rules: tuple[str, ...] = ()
    """Ids of the points rules mapped to this item (D6)."""

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


@dataclass(frozen=True)
class Tier:
    """A band of points, both bounds included."""

    id: str
    name: Name
    low: int
    high: int | None
    """None: no upper bound."""


@dataclass(frozen=True)
class ClassBand:
    """A class that a printed total of at least `minimum` reaches (D11)."""

    id: str
    name: Name
    minimum: Decimal


@dataclass(frozen=True)
class EntryCondition:
    """A line of the optional entry checklist: the measure is at least `minimum` (D12)."""

    id: str
    name: Name
    measure: EntryMeasure
    minimum: int


@dataclass(frozen=True)
class DepartureCheck:
    """A line of the check before leaving; `mendable` says that it can still be mended later."""

    id: DepartureKind
    name: Name
    mendable: bool


@dataclass(frozen=True)
class Parameters:
    """Every point where the documents are silent or ambiguous, by the clause that fixed it."""

    not_applicable: NotApplicable
    """D3: what becomes of the weight of an item that is 不适用."""
    reason_required_below: Decimal
    """D3a, rating 0–100: a rating below it needs a reason."""
    note_required_outcomes: tuple[str, ...]
    """D4: outcomes that need a note."""
    supporting_outcomes: tuple[str, ...]
    """D5: outcomes of evidence that let a rating above 0 stand."""
    integrity_outcomes: tuple[str, ...]
    """D5: outcomes that raise the provider's integrity flag."""
    integrity_class: str | None
    """D5: id of the class that an integrity flag proposes; None: it proposes none."""
    partly_verified_percent: int
    """D6, per cent: how much a partly verified piece counts in the suggested rating."""
    basic_satisfied_counts: bool
    """D7: 基本满意 counts as satisfied."""
    satisfaction_threshold_percent: int
    """D7, per cent: the satisfaction rate that is asked for."""
    confidence_z: Decimal
    """D7 and D9: quantile of the normal distribution (1.959964 for 95 %)."""
    sample_margin_percent: int
    """D9, percentage points: half the width that the sample aims at."""
    sample_proportion_percent: int
    """D9, per cent: the share that the sample is sized for."""
    sample_minimum: int
    """D9, customers: lists up to this length are called whole, samples are never smaller."""
    call_attempts: int
    """D9, calls: attempts before the next customer of the reserve."""
    rating_tolerance: Decimal
    """D10, rating points: the largest spread whose mean counts."""
    blind_until_submitted: bool
    """D10a: evaluators do not see each other's ratings before they submit."""
    classes: tuple[ClassBand, ...]
    """D11: classes from the best down; the last begins at 0."""
    classes_official: bool
    """D11: whether the documents themselves name the classes."""
    class_quota: int | None
    """D11, ranks: the first class goes to the first ranks; None: to its minimum."""
    entry_checklist: bool
    """D12: whether the entry conditions are checked."""
    entry_conditions: tuple[EntryCondition, ...]
    """D12: the entry conditions."""
    first_tier_min: int
    """P1, points: where the first tier begins."""
    anniversary_counts: bool
    """P2: the year is complete on the anniversary itself."""
    leap_day: LeapDay
    """P2: the anniversary of 29 February in a common year."""
    positive_rate_percent: int
    """P10, per cent: the rate of good ratings that is asked for."""
    positive_rate_periods: int
    """P10, periods: activity periods that the points are given for once the rate is reached."""
    points_window: PointsWindow
    """P11: from when on the shop's facts count."""
    phrases: tuple[Name, ...]
    """Standard phrases for reasons and notes, by number."""
    departure_checks: tuple[DepartureCheck, ...]
    """What is checked before leaving a provider."""


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
    document: Mapping[str, object]
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

    def tier(self, tier_id: str) -> Tier:
        """Return the tier of a ledger made with this scheme."""
        return next(tier for tier in self.tiers if tier.id == tier_id)
