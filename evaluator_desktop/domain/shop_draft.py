"""The facts of a shop while they are being typed: some are there, some are not yet.

Apart from `shop_facts`, which takes facts whole or not at all. A field is named by its path
(`followers.personal`); the rules are the same, for every sound field at once (P12).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from evaluator_desktop.domain.scheme import Measure, Scheme
from evaluator_desktop.domain.shop_facts import (
    COUNT_MAX,
    STREAK_DAYS,
    ShopFacts,
    facts_to_parts,
    parse_facts,
)
from evaluator_desktop.domain.shop_points import ShopLedger, shop_ledger
from evaluator_desktop.errors import FactsError

PART_FIELDS: Mapping[str, tuple[str, ...]] = {
    "company": ("registered_on", "has_introduction", "has_website", "certificates"),
    "offer": ("products", "is_decorated"),
    "logins": ("login_dates", "login_days", "login_streaks"),
    "followers": ("followers.personal", "followers.enterprise"),
    "feedback": (
        *("purchases", "praise.personal", "praise.enterprise"),
        *("comments.personal", "comments.enterprise", "replies"),
        *("ratings.good", "ratings.all"),
    ),
}
"""The paths of `shop_facts.FACT_PARTS`."""

MEASURE_FIELDS: Mapping[Measure, tuple[str, ...]] = {
    Measure.REGISTRATION_YEARS: ("registered_on",),
    Measure.INTRODUCTION: ("has_introduction",),
    Measure.WEBSITE: ("has_website",),
    Measure.CERTIFICATES: ("certificates",),
    Measure.PRODUCTS: ("products",),
    Measure.DECORATION: ("is_decorated",),
    Measure.LOGIN_DAYS: ("login_dates", "login_days"),
    Measure.LOGIN_STREAKS: ("login_dates", "login_streaks"),
    Measure.FOLLOWERS_PERSONAL: ("followers.personal",),
    Measure.FOLLOWERS_ENTERPRISE: ("followers.enterprise",),
    Measure.PURCHASES: ("purchases",),
    Measure.PRAISE_PERSONAL: ("praise.personal",),
    Measure.PRAISE_ENTERPRISE: ("praise.enterprise",),
    Measure.COMMENTS_PERSONAL: ("comments.personal",),
    Measure.COMMENTS_ENTERPRISE: ("comments.enterprise",),
    Measure.REPLIES: ("replies",),
    Measure.POSITIVE_RATE: ("ratings.good", "ratings.all"),
}
"""The fields that feed what a points rule counts."""

_TOTALS = ("login_days", "login_streaks")
# Stands in for a field that is not there yet: earns nothing and contradicts nothing.
_NOTHING: Mapping[str, object] = {
    **{path: 0 for paths in PART_FIELDS.values() for path in paths},
    **dict.fromkeys(("has_introduction", "has_website", "is_decorated"), False),
    "login_dates": [],
    "login_days": COUNT_MAX,
    "ratings.all": COUNT_MAX,
}


@dataclass(frozen=True)
class Draft:
    """What the rules say of facts that may be incomplete."""

    facts: ShopFacts
    """With a stand-in for each field that is missing or wrong."""
    ledger: ShopLedger
    """Of those facts; only the lines of `known` measures mean anything."""
    known: frozenset[Measure]
    missing: tuple[str, ...]
    """Fields that are still wanted, in the document's order."""
    problems: Mapping[str, str]
    """What is wrong, by field."""
    parts: Mapping[str, dict[str, Any]]
    """The parts that are whole and sound, as they are recorded."""

    @property
    def is_complete(self) -> bool:
        return not self.missing and not self.problems

    @property
    def points_so_far(self) -> int:
        return sum(line.points for line in self.ledger.lines if line.rule.measure in self.known)


@dataclass(frozen=True)
class Run:
    """An unbroken run of login days (P6)."""

    first: date
    length: int

    @property
    def tenths(self) -> Iterator[date]:
        """The day on which each full ten is reached."""
        for day in range(STREAK_DAYS, self.length + 1, STREAK_DAYS):
            yield self.first + timedelta(days=day - 1)


def login_runs(days: Iterable[date]) -> list[Run]:
    """Return the unbroken runs of these days, the earliest first."""
    runs: list[Run] = []
    for day in sorted(set(days)):
        last = runs[-1] if runs else None
        if last is not None and day == last.first + timedelta(days=last.length):
            runs[-1] = Run(last.first, last.length + 1)
        else:
            runs.append(Run(day, 1))
    return runs


def read_draft(
    scheme: Scheme, given: Mapping[str, object], cutoff: date, period_start: date | None = None
) -> Draft:
    """Apply the rules to the fields that are there, JSON values by path.

    `cutoff` and `period_start` are the round's.
    """
    sound, problems = dict(given), dict[str, str]()
    facts = None
    while facts is None:
        try:
            facts = parse_facts(_filled_up(sound, cutoff), cutoff)
        except FactsError as error:
            for detail in error.details:
                field = detail.field.partition("[")[0]
                problems.setdefault(field, detail.message)
                del sound[field]  # a field that is not ours to leave out is a fault: KeyError
    wanted = wanted_fields(given)
    return Draft(
        facts,
        shop_ledger(scheme, facts, period_start),
        frozenset(m for m, fields in MEASURE_FIELDS.items() if _all_in(fields, wanted, sound)),
        tuple(path for path in wanted if path not in given),
        problems,
        {
            part: values
            for part, values in facts_to_parts(facts).items()
            if _all_in(PART_FIELDS[part], wanted, sound)
        },
    )


def read_part(part: str, values: Mapping[str, object], cutoff: date) -> dict[str, Any]:
    """Return one part of the facts checked, as it is recorded; raises FactsError."""
    facts = parse_facts(_filled_up({}, cutoff, without=part) | dict(values), cutoff)
    return facts_to_parts(facts)[part]


def wanted_fields(given: Mapping[str, object]) -> tuple[str, ...]:
    """Return the fields of complete facts; logins are dates, or both totals once one is there."""
    has_totals = "login_dates" not in given and any(path in given for path in _TOTALS)
    left_out = ("login_dates",) if has_totals else _TOTALS
    return tuple(p for paths in PART_FIELDS.values() for p in paths if p not in left_out)


def fields_of(values: Mapping[str, object]) -> dict[str, object]:
    """Return the values of a recorded part by path: what `nested` puts together, taken apart."""
    found: dict[str, object] = {}
    for key, value in values.items():
        inner = value.items() if isinstance(value, dict) else [("", value)]
        found |= {f"{key}.{name}" if name else key: entry for name, entry in inner}
    return found


def nested(given: Mapping[str, object]) -> dict[str, Any]:
    """Return values by path as the JSON object of rules.md."""
    facts: dict[str, Any] = {}
    for path, value in given.items():
        key, _dot, inner = path.partition(".")
        if inner:
            facts.setdefault(key, {})[inner] = value
        else:
            facts[key] = value
    return facts


def _filled_up(given: Mapping[str, object], cutoff: date, without: str = "") -> dict[str, Any]:
    left_out = PART_FIELDS.get(without, ())
    full = {
        path: given.get(path, _NOTHING[path])
        for path in wanted_fields(given)
        if path not in left_out
    }
    if "registered_on" in full and "registered_on" not in given:
        full["registered_on"] = cutoff.isoformat()
    return nested(full | dict(given))


def _all_in(fields: Iterable[str], wanted: Iterable[str], there: Mapping[str, object]) -> bool:
    return all(path in there for path in fields if path in wanted)
