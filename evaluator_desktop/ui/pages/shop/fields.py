"""The fields of a shop's facts as one table: where each stands, what it is called, how it reads.

The login dates are not among them: they are the calendar's. What a field shows is an `Entry`:
text as typed, a yes or no, None for nothing yet; login dates are a tuple of ISO days.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from evaluator_desktop.exchange.workbooks.cell_values import CellValueError, day, whole_number
from evaluator_desktop.texts import N_

Entry = str | bool | tuple[str, ...] | None


class Kind(Enum):
    COUNT = auto()
    DAY = auto()
    FLAG = auto()
    DAYS = auto()


@dataclass(frozen=True)
class Field:
    """`name` is said by screen readers and by the list of what is missing; `words` by a flag."""

    path: str
    name: str
    kind: Kind = Kind.COUNT
    words: str = ""


@dataclass(frozen=True)
class Row:
    """One line of the form: its words, one or two fields, the sign between them, the unit."""

    label: str
    fields: tuple[Field, ...]
    unit: str = ""
    between: str = ""


@dataclass(frozen=True)
class Section:
    """The rows of one part of the facts."""

    part: str
    heading: str
    rows: tuple[Row, ...]


_PIECES, _TIMES, _COMMENTS = N_("pcs"), N_("times"), N_("posts")

SECTIONS = (
    Section(
        "company",
        N_("Company information"),
        (
            Row(N_("Registered on"), (Field("registered_on", N_("Registration date"), Kind.DAY),)),
            Row(
                N_("Pages"),
                (
                    Field(
                        "has_introduction", N_("Introduction"), Kind.FLAG, N_("has introduction")
                    ),
                    Field("has_website", N_("Website"), Kind.FLAG, N_("has website")),
                ),
            ),
            Row(N_("Certificates"), (Field("certificates", N_("Certificates")),), _PIECES),
        ),
    ),
    Section(
        "offer",
        N_("Products and decoration"),
        (
            Row(N_("Service products"), (Field("products", N_("Service products")),), _PIECES),
            Row(
                N_("Own decoration"),
                (Field("is_decorated", N_("Own decoration"), Kind.FLAG, N_("decorated")),),
            ),
        ),
    ),
    Section(
        "followers",
        N_("Followers"),
        (
            Row(
                N_("Persons · firms"),
                (
                    Field("followers.personal", N_("Followers, personal")),
                    Field("followers.enterprise", N_("Followers, enterprise")),
                ),
                _PIECES,
            ),
        ),
    ),
    Section(
        "feedback",
        N_("Product feedback (persons · firms)"),
        (
            Row(N_("Purchases"), (Field("purchases", N_("Purchases")),), _TIMES),
            Row(
                N_("Praise"),
                (
                    Field("praise.personal", N_("Praise, personal")),
                    Field("praise.enterprise", N_("Praise, enterprise")),
                ),
                _TIMES,
            ),
            Row(
                N_("Comments"),
                (
                    Field("comments.personal", N_("Comments, personal")),
                    Field("comments.enterprise", N_("Comments, enterprise")),
                ),
                _COMMENTS,
            ),
            Row(
                N_("Replies to comments"), (Field("replies", N_("Replies to comments")),), _COMMENTS
            ),
            Row(
                N_("Good / all ratings"),
                (
                    Field("ratings.good", N_("Good ratings")),
                    Field("ratings.all", N_("All ratings")),
                ),
                between="/",
            ),
        ),
    ),
)
LOGIN_FIELDS = (
    Field("login_dates", N_("Login days"), Kind.DAYS),
    Field("login_days", N_("Number of login days")),
    Field("login_streaks", N_("Full tens in a row")),
)
FIELDS: Mapping[str, Field] = {
    field.path: field
    for field in (
        *(field for section in SECTIONS for row in section.rows for field in row.fields),
        *LOGIN_FIELDS,
    )
}


def entry_of(value: object) -> Entry:
    """Return what a field shows for a recorded JSON value, None for nothing."""
    if isinstance(value, bool) or value is None:
        return value
    return tuple(value) if isinstance(value, list) else str(value)


def value_of(path: str, entry: Entry) -> object:
    """Return the JSON value that an entry means. Raises CellValueError saying what to write."""
    if isinstance(entry, tuple):
        return list(entry)
    if not isinstance(entry, str):
        return entry
    return day(entry).isoformat() if FIELDS[path].kind is Kind.DAY else whole_number(entry)


def is_empty(entry: Entry) -> bool:
    """Tell whether nothing was typed yet; a blank is nothing."""
    return entry is None or (isinstance(entry, str) and not entry.strip())


__all__ = [
    "FIELDS",
    "LOGIN_FIELDS",
    "SECTIONS",
    "CellValueError",
    "Entry",
    "Field",
    "Kind",
    "Row",
    "Section",
    "entry_of",
    "is_empty",
    "value_of",
]
