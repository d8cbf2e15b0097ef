"""The facts of one cloud shop, as they are typed, imported and kept in parts.

Facts are whole or refused: every field that is wrong is named at once and nothing is computed
(P12). What is merely odd is a warning of `shop_points`.

Read as follows where rules.md leaves it open: a count goes up to COUNT_MAX; a cut-off inside the
facts must be the round's, if there is a round; several logins on one day are one login day (P5),
also when a date stands twice.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from evaluator_desktop.domain.strict import (
    Gathering,
    Reader,
    RefusedError,
    RepeatedKeys,
    day,
    flag,
    many,
    read_parts,
    shown,
    table,
    whole,
)
from evaluator_desktop.errors import FactsError, FieldProblem
from evaluator_desktop.texts import _

STREAK_DAYS = 10
"""Days of an unbroken run of logins that the document rewards (P6), and what `login_streaks`
counts: a part of the facts' format, so no parameter."""
COUNT_MAX = 1_000_000_000
_MOST_DATES = 100_000
_LONGEST_NUMBER = 20

FACT_PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "company": ("registered_on", "has_introduction", "has_website", "certificates"),
        "offer": ("products", "is_decorated"),
        "logins": ("login_dates", "login_days", "login_streaks"),
        "followers": ("followers",),
        "feedback": ("purchases", "praise", "comments", "replies", "ratings"),
    }
)
"""The fields of each part that is kept and merged by itself; logins are dates or both totals."""


@dataclass(frozen=True)
class UserCounts:
    """A count for each kind of user."""

    personal: int
    enterprise: int

    @property
    def both(self) -> int:
        return self.personal + self.enterprise


@dataclass(frozen=True)
class RatingCounts:
    """Ratings of the activity period (P10), both kinds of user together."""

    good: int
    all: int


@dataclass(frozen=True)
class ShopFacts:
    """What is known of one shop at the cut-off date; counts are never negative."""

    cutoff: date
    registered_on: date
    has_introduction: bool
    has_website: bool
    certificates: int
    products: int
    is_decorated: bool
    followers: UserCounts
    purchases: int
    praise: UserCounts
    comments: UserCounts
    replies: int
    ratings: RatingCounts
    login_dates: tuple[date, ...] | None = None
    """Distinct days with a login, in order; None where only the two totals are known."""
    login_days: int | None = None
    login_streaks: int | None = None
    """Number of full tens in unbroken runs of login days (P6)."""


def parse_facts_text(data: bytes) -> object:
    """Return the JSON value of a file's bytes (UTF-8, with or without a byte order mark).

    Raises FactsError where it is no JSON. An object with a key given twice is remembered as such
    and refused by `parse_facts`, so that it spoils its own entry of an array alone.
    """
    try:
        return json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_json_object, parse_int=_json_int
        )
    except (ValueError, RecursionError) as error:
        message = _("This is not a JSON file in UTF-8 ({reason}). Correct it there.")
        raise facts_error([FieldProblem("", message.format(reason=shown(error)))]) from error


def _json_object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    repeated = RepeatedKeys(found)
    keys = [key for key, _value in pairs]
    repeated.repeated = tuple(key for key in found if keys.count(key) > 1)
    return repeated


def _json_int(digits: str) -> int:
    """Read a number of any length without its cost: what is cut off is beyond every bound."""
    return int(digits[:_LONGEST_NUMBER])


def parse_facts(raw: object, cutoff: date | None = None) -> ShopFacts:
    """Return the facts of a JSON value as rules.md shows it.

    `cutoff` is the round's, which the facts may then leave out. Raises FactsError naming every
    field that is wrong.
    """
    if not isinstance(raw, dict):
        message = _("Write an object with the facts of one shop.")
        raise facts_error([FieldProblem("", message)])
    gathering = Gathering()
    required, readers = _shape("login_dates" in raw, bool(_TOTALS & raw.keys()), cutoff is None)
    parts = read_parts(raw, "", required, readers, gathering)
    for field, message in _contradictions(parts, raw, cutoff):
        gathering.add(field, message)
    if gathering.problems:
        raise facts_error(gathering.problems)
    return ShopFacts(**{"cutoff": cutoff, **parts})


def facts_to_parts(facts: ShopFacts) -> dict[str, dict[str, Any]]:
    """Return the facts as JSON values, by part; the cut-off belongs to the round."""
    return {
        part: {
            field: _json_value(value)
            for field in fields
            if (value := getattr(facts, field)) is not None
        }
        for part, fields in FACT_PARTS.items()
    }


def facts_from_parts(parts: Mapping[str, Mapping[str, object]], cutoff: date) -> ShopFacts:
    """Return the facts of all parts together; raises FactsError."""
    return parse_facts({f: value for part in parts.values() for f, value in part.items()}, cutoff)


def _json_value(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case tuple():
            return [entry.isoformat() for entry in value]
        case UserCounts() | RatingCounts():
            return dict(vars(value))
        case _:
            return value


def facts_error(problems: Iterable[FieldProblem]) -> FactsError:
    """Return the error for facts that are refused, to be raised."""
    return FactsError(_("The facts of the shop cannot be used"), tuple(problems))


# --- the shape -----------------------------------------------------------------------------------


@lru_cache(
    maxsize=50_000
)  # the days of all shops of a round are few, and are read millions of times
def _login_day(text: str) -> date:
    return day(text, "")


def _login_dates(value: object, place: str) -> tuple[date, ...]:
    try:
        if isinstance(value, list) and len(value) <= _MOST_DATES:
            return tuple(sorted(set(map(_login_day, value))))
    except (RefusedError, TypeError):
        pass  # the slow way says which of them is wrong
    return many(day, at_most=_MOST_DATES)(value, place)


_count = whole(0, COUNT_MAX)
_users = table(UserCounts, {"personal": _count, "enterprise": _count})
_TOTALS = {"login_days", "login_streaks"}
_ALWAYS: dict[str, Reader[Any]] = {
    "registered_on": day,
    "has_introduction": flag,
    "has_website": flag,
    "certificates": _count,
    "products": _count,
    "is_decorated": flag,
    "followers": _users,
    "purchases": _count,
    "praise": _users,
    "comments": _users,
    "replies": _count,
    "ratings": table(RatingCounts, {"good": _count, "all": _count}),
}


@cache
def _shape(
    has_dates: bool, has_totals: bool, needs_cutoff: bool
) -> tuple[tuple[str, ...], Mapping[str, Reader[Any]]]:
    """Return the keys that must be there and the readers of all that may be."""
    readers: dict[str, Reader[Any]] = {"cutoff": day} | _ALWAYS
    if has_dates or not has_totals:
        readers["login_dates"] = _login_dates
    if has_totals:
        readers |= dict.fromkeys(sorted(_TOTALS), _count)
    optional = _TOTALS if has_dates else set()
    return tuple(
        k for k in readers if k not in optional and (k != "cutoff" or needs_cutoff)
    ), readers


def _contradictions(
    parts: Mapping[str, Any], raw: dict[str, Any], round_cutoff: date | None
) -> Iterator[tuple[str, str]]:
    """Yield (field, message) for fields that are sound but cannot be true together (P2, P12)."""
    given = parts.get("cutoff")
    cutoff = round_cutoff or given
    if round_cutoff and given and given != round_cutoff:
        message = _("The round's cut-off date is {day}. Write it, or leave this key out.")
        yield "cutoff", message.format(day=round_cutoff)
    late = _("{day} is after the cut-off date {cutoff}. Correct one of them.")
    registered, dates = parts.get("registered_on"), parts.get("login_dates")
    if cutoff and registered and registered > cutoff:
        yield "registered_on", late.format(day=registered, cutoff=cutoff)
    if cutoff and dates and dates[-1] > cutoff:
        for n, login in enumerate(raw["login_dates"]):
            if _login_day(login) > cutoff:
                yield f"login_dates[{n}]", late.format(day=login, cutoff=cutoff)
    if "login_dates" in parts and _TOTALS & parts.keys():
        message = _("Give login_dates, or login_days with login_streaks, not both.")
        yield "login_dates", message
    days, streaks = parts.get("login_days"), parts.get("login_streaks")
    if days is not None and streaks is not None and streaks * STREAK_DAYS > days:
        message = _("{days} login days hold at most {most} runs of 10 days. Correct one of them.")
        yield "login_streaks", message.format(days=days, most=days // STREAK_DAYS)
    ratings = parts.get("ratings")
    if ratings and ratings.good > ratings.all:
        message = _("There cannot be more good ratings than ratings ({all}). Correct one of them.")
        yield "ratings.good", message.format(all=ratings.all)
