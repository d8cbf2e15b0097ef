"""The parameters of a scheme: how each point was read where the documents are silent or ambiguous.

Apart from the tree because these are our readings, none of them the documents' own words; they
are stored with every result, compared at a merge and printed in the report.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from evaluator_desktop.domain.names import Name


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
    RECORDED = "recorded"
    """A number that a person records; yes is 1."""


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


@dataclass(frozen=True, kw_only=True)
class Parameters:
    """Every point where the documents are silent or ambiguous, by the clause that fixed it."""

    not_applicable: NotApplicable
    """D3: what becomes of the weight of an item that is 不适用."""
    reason_required_below: Decimal
    """D3a, rating 0–100: a rating below it needs a reason."""
    integrity_class: str | None = None
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
    class_quota: int | None = None
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
