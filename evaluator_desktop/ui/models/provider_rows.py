"""The rows of the providers page: made once a snapshot, then found and sorted in plain Python.

Apart from the model because it knows nothing of Qt, and is what has to be quick (20 000 rows a
keystroke).
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from operator import attrgetter
from typing import Any, NamedTuple

from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.queries.providers import provider_list
from evaluator_desktop.store.workspace import Workspace

NO_TIER = "none"


class Column(IntEnum):
    """The columns of the list, from the left."""

    STATE = 0
    NAME = 1
    CODE = 2
    PROGRESS = 3
    CHECKED = 4
    MISSING = 5
    SCORE = 6
    TIER = 7
    PEOPLE = 8
    CHANGED = 9
    CONFLICTS = 10


class RowState(StrEnum):
    """The steps of a provider as lists show them: D10a, with 未开始 before anything is recorded."""

    NOT_STARTED = "not_started"
    OPEN = "open"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    LOCKED = "locked"


class Row(NamedTuple):
    """One provider, with the texts that a search looks at and the figures a filter asks for."""

    summary: Summary
    text: str
    """Name and every reading of its initials, case-folded, one a line."""
    code: str
    state: RowState
    missing: int
    """0 before anything is recorded: then everything is missing, which says nothing."""


@dataclass(frozen=True)
class Wishes:
    """What the list is narrowed to; everything left out is everything."""

    text: str = ""
    state: str = ""
    person: str = ""
    tier: str = ""
    """A tier id, or NO_TIER."""
    with_conflicts: bool = False
    with_missing: bool = False
    on_route: bool = False
    assigned: bool = False
    """To the person at the keyboard."""


class Snapshot(NamedTuple):
    """What a reading of the workspace brought."""

    rows: list[Row]
    route: tuple[str, ...]
    mine: frozenset[str] = frozenset()


def read_rows(workspace: Workspace) -> Snapshot:
    """Read the list and work out what searching needs, on the store thread."""
    found = provider_list(workspace)
    return Snapshot([make_row(summary) for summary in found.rows], found.route, found.mine)


def make_row(summary: Summary) -> Row:
    """Work out what searching and filtering need of a provider."""
    state = RowState(summary.state)
    if state is RowState.OPEN and not summary.started:
        state = RowState.NOT_STARTED
    return Row(
        summary,
        "\n".join((summary.name.casefold(), *summary.initials)),
        (summary.code or "").casefold(),
        state,
        summary.missing if summary.started else 0,
    )


def plain_query(text: str) -> str:
    """Return what of a typed text is searched for: half width, folded, without its margins."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def wanted_rows(
    rows: Sequence[Row],
    wishes: Wishes,
    route: Iterable[str],
    mine: frozenset[str] = frozenset(),
    *,
    texts: Sequence[str] | None = None,
) -> Sequence[Row]:
    """Return the rows that the wishes leave, in their order.

    `texts`, those of the rows, spare the way to each of them: of 100 000 it is most of the time.
    """
    wanted = plain_query(wishes.text)
    found = _found(rows, texts or ([row.text for row in rows] if wanted else ()), wanted)
    for wished, fits in _tests(wishes, frozenset(route), mine):
        if wished:
            found = [row for row in found if fits(row)]
    return found


def _found(rows: Sequence[Row], texts: Sequence[str], wanted: str) -> Sequence[Row]:
    """Return the rows in whose text or at the end of whose code the folded query stands."""
    if not wanted:
        return rows
    pairs = zip(rows, texts, strict=True)
    if not wanted.isascii():  # no code has such a sign
        return [row for row, text in pairs if wanted in text]
    return [row for row, text in pairs if wanted in text or row.code.endswith(wanted)]


def _tests(
    wishes: Wishes, route: frozenset[str], mine: frozenset[str]
) -> Iterable[tuple[object, Callable[[Row], object]]]:
    tier = None if wishes.tier == NO_TIER else wishes.tier
    return (
        (wishes.state, lambda row: row.state == wishes.state),
        (wishes.person, lambda row: wishes.person in row.summary.people),
        (wishes.tier, lambda row: row.summary.tier == tier),
        (wishes.with_conflicts, lambda row: row.summary.conflicts),
        (wishes.with_missing, lambda row: row.missing),
        (wishes.on_route, lambda row: row.summary.provider in route),
        (wishes.assigned, lambda row: row.summary.provider in mine),
    )


def sorted_rows(rows: Sequence[Row], column: Column, *, descending: bool) -> list[Row]:
    """Sort by one column; rows alike in it stay in their order."""
    return sorted(rows, key=_KEYS[column], reverse=descending)


def first_of_all(rows: Iterable[Row], providers: frozenset[str]) -> list[Row]:
    """Put the rows of these providers on top; otherwise they stay in their order."""
    return sorted(rows, key=lambda row: row.summary.provider not in providers)


def _by_score(row: Row) -> float:
    return float(row.summary.score or row.summary.points_so_far or -1)


_STATE_ORDER = {state: place for place, state in enumerate(RowState)}
_KEYS: Mapping[Column, Callable[[Row], Any]] = {
    Column.STATE: lambda row: _STATE_ORDER[row.state],
    Column.NAME: attrgetter("summary.order"),
    Column.CODE: lambda row: row.code,
    Column.PROGRESS: lambda row: row.summary.rated,
    Column.CHECKED: lambda row: (row.summary.checked, row.summary.evidence),
    Column.MISSING: lambda row: row.missing,
    Column.SCORE: _by_score,
    Column.TIER: lambda row: -1 if row.summary.shop_points is None else row.summary.shop_points,
    Column.PEOPLE: lambda row: row.summary.people_order,
    Column.CHANGED: lambda row: row.summary.last_at,
    Column.CONFLICTS: lambda row: row.summary.conflicts,
}


def found_places(name: str, readings: Iterable[str], wanted: str) -> tuple[tuple[int, int], ...]:
    """Return (start, length) of the characters of `name` that a folded query found.

    The name itself goes before its initials; of those every place counts, once.
    """
    if not wanted:
        return ()
    folded = name.casefold()
    if len(folded) == len(name) and wanted in folded:
        return tuple((start, len(wanted)) for start in _starts(folded, wanted))
    sounding = [place for place, sign in enumerate(name) if _has_initial(sign)]
    for letters in readings:
        if wanted in letters and len(letters) == len(sounding):
            spans = ((sounding[s], sounding[s + len(wanted) - 1]) for s in _starts(letters, wanted))
            return tuple((first, last - first + 1) for first, last in spans)
    return ()


def _starts(text: str, wanted: str) -> Iterable[int]:
    start = text.find(wanted)
    while start >= 0:
        yield start
        start = text.find(wanted, start + len(wanted))


def _has_initial(sign: str) -> bool:
    """Whether a character stands in the initials: letters, digits, and Chinese characters."""
    if sign.isascii():
        return sign.isalnum()
    return unicodedata.name(sign, "").startswith("CJK UNIFIED") or sign == "〇"
