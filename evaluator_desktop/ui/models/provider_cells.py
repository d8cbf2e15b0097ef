"""How a provider looks in the list: one function a column, in one table.

Apart from the model because what a cell says is the part that is changed most.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from evaluator_desktop.domain.credit_code import credit_code_problem, has_check_digit
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.texts import N_, SHANGHAI, _, language, listed
from evaluator_desktop.ui.models.provider_rows import Column, Row, RowState, found_places
from evaluator_desktop.ui.widgets.cells import Cell
from evaluator_desktop.ui.widgets.strip import Groups, Mark, strip_text

NONE = "—"
_CODES_KEPT = 4096


@dataclass(frozen=True)
class StateLook:
    """The word, icon and ink of a step."""

    word: str
    icon: str
    ink: str


STATE_LOOKS: Mapping[RowState, StateLook] = {
    RowState.NOT_STARTED: StateLook(N_("Not started"), "circle", "text2"),
    RowState.OPEN: StateLook(N_("In progress"), "edit", "accent"),
    RowState.SUBMITTED: StateLook(N_("Submitted"), "sent", "text2"),
    RowState.RETURNED: StateLook(N_("Returned"), "returned", "partly"),
    RowState.LOCKED: StateLook(N_("Final"), "lock", "ok"),
}

LATE_LOOK = StateLook(N_("Arrived late"), "lock", "partly")
"""Locked, and a merge brought something afterwards that a lead has to look at."""


@dataclass(frozen=True)
class Heading:
    """A column's head: its words, "" where the cells speak for themselves, and its full name."""

    text: str
    full: str = ""
    right: bool = False


HEADINGS: Mapping[Column, Heading] = {
    Column.STATE: Heading(N_("State")),
    Column.NAME: Heading(N_("Provider")),
    Column.CODE: Heading(N_("Credit code")),
    Column.PROGRESS: Heading(N_("Items"), N_("Progress of the items")),
    Column.CHECKED: Heading(N_("Checked"), N_("Evidence checked, of all"), right=True),
    Column.MISSING: Heading("", N_("Missing evidence")),
    Column.SCORE: Heading(N_("Score"), right=True),
    Column.TIER: Heading(N_("Shop tier")),
    Column.PEOPLE: Heading(N_("Evaluator")),
    Column.CHANGED: Heading(N_("Last change")),
    Column.CONFLICTS: Heading("", N_("Open conflicts")),
}


class Cells:
    """Makes cells for the scheme of a workspace and the search of the moment."""

    def __init__(self, scheme: Scheme) -> None:
        self._sizes = [len(dimension.items) for dimension in scheme.dimensions]
        self._tiers = {tier.id: tier.name.text(language()) for tier in scheme.tiers}
        self.wanted = ""

    def cell(self, row: Row, column: Column) -> Cell:
        """Return what a cell shows."""
        return _CELLS[column](self, row)

    def tier_name(self, tier: str | None) -> str:
        """Return what the scheme calls a tier."""
        return self._tiers.get(tier or "", NONE)

    def text(self, row: Row, column: Column) -> str:
        """Return a cell in words, for screen readers and for copying."""
        if column is Column.PROGRESS:
            return strip_text(self.groups(row))
        if column is Column.TIER:
            return self.tier_name(row.summary.tier)
        cell = self.cell(row, column)
        return f"{cell.text} {cell.note}".rstrip()

    def tip(self, row: Row, column: Column) -> str:
        """Return what the pointer is told: what may be cut off, and what a sign means."""
        if column is Column.CODE:
            return code_words(row.summary.code)
        if column is Column.CONFLICTS:
            return _("Open conflicts") if row.summary.conflicts else ""
        if column is Column.CHANGED:
            return f"{change_text(row.summary.last_at)} · {row.summary.last_author}"
        return self.text(row, column)

    def groups(self, row: Row) -> Groups:
        """Return the marks of the items, by dimension."""
        return mark_groups(row.summary.signs, self._sizes)


def state_look(row: Row) -> StateLook:
    """Return how the step of a provider looks in every list."""
    return LATE_LOOK if row.summary.late else STATE_LOOKS[row.state]


def _state(_cells: Cells, row: Row) -> Cell:
    look = state_look(row)
    return Cell(_(look.word), icon=look.icon, icon_ink=look.ink)


def _name(cells: Cells, row: Row) -> Cell:
    name, readings = row.summary.name, row.summary.initials
    return Cell(name, matches=found_places(name, readings, cells.wanted))


def _code(_cells: Cells, row: Row) -> Cell:
    code = row.summary.code
    if not code:
        return Cell(NONE, ink="text3")
    icon, ink = ("tick", "ok") if code_is_right(code) else ("warning", "partly")
    return Cell(code, icon=icon, icon_ink=ink, code=True, small=True, ink="text2")


def _progress(cells: Cells, row: Row) -> Cell:
    return Cell(strip=cells.groups(row))


def _checked(_cells: Cells, row: Row) -> Cell:
    if not row.summary.evidence:
        return Cell(_("none"), ink="text3", right=True)
    return Cell(f"{row.summary.checked}/{row.summary.evidence}", right=True)


def _missing(_cells: Cells, row: Row) -> Cell:
    if not row.missing:
        return Cell()
    words = _("{count} missing").format(count=row.missing)
    return Cell(words, ink="false", icon="missing", icon_ink="false")


def _score(_cells: Cells, row: Row) -> Cell:
    points = row.summary.score or row.summary.points_so_far
    if points is None or not row.summary.rated:
        return Cell(NONE, ink="text3", right=True)
    if row.summary.provisional:
        return Cell(points, ink="text3", note=_("prov."), right=True)
    return Cell(points, right=True)


def _tier(cells: Cells, row: Row) -> Cell:
    tier = row.summary.tier
    return Cell(cells.tier_name(tier), tier=tier) if tier else Cell(NONE, ink="text3")


def _people(_cells: Cells, row: Row) -> Cell:
    return Cell(listed(row.summary.people) or NONE)


def _changed(_cells: Cells, row: Row) -> Cell:
    return Cell(change_text(row.summary.last_at), small=True, ink="text2")


def _conflicts(_cells: Cells, row: Row) -> Cell:
    count = row.summary.conflicts
    if not count:
        return Cell()
    return Cell(str(count), ink="unver", bold=True, icon="conflict", icon_ink="unver")


_CELLS: Mapping[Column, Callable[[Cells, Row], Cell]] = {
    Column.STATE: _state,
    Column.NAME: _name,
    Column.CODE: _code,
    Column.PROGRESS: _progress,
    Column.CHECKED: _checked,
    Column.MISSING: _missing,
    Column.SCORE: _score,
    Column.TIER: _tier,
    Column.PEOPLE: _people,
    Column.CHANGED: _changed,
    Column.CONFLICTS: _conflicts,
}


def mark_groups(signs: Sequence[str], sizes: Sequence[int]) -> Groups:
    """Cut the items' signs into one group a dimension."""
    marks, groups, start = [Mark(sign) for sign in signs], [], 0
    for size in sizes:
        groups.append(marks[start : start + size])
        start += size
    return groups


@lru_cache(_CODES_KEPT)
def code_is_right(code: str) -> bool:
    """Whether a credit code has its form and its check digit."""
    return credit_code_problem(code) is None and has_check_digit(code)


def code_words(code: str | None) -> str:
    """Return the code in full, and in words what the warning sign means."""
    if not code:
        return _("No credit code recorded")
    return code if code_is_right(code) else _("{code}: the check digit is wrong").format(code=code)


def change_text(at: str) -> str:
    """Write a moment (UTC, ISO) as lists do: 今天 09:58, 昨天 17:46, 11-18 15:42, 2025-11-18."""
    moment = datetime.fromisoformat(at).astimezone(SHANGHAI)
    today = datetime.now(UTC).astimezone(SHANGHAI).date()
    clock = f"{moment:%H:%M}"
    if moment.date() == today:
        return _("Today {time}").format(time=clock)
    if moment.date() == today - timedelta(days=1):
        return _("Yesterday {time}").format(time=clock)
    return f"{moment:%m-%d %H:%M}" if moment.year == today.year else f"{moment:%Y-%m-%d}"
