"""What differs between the lists that can be imported; the dialog itself is one for all.

Apart so that another list is an entry here: its columns, its operation, its words.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from evaluator_desktop.exchange.workbooks import customer_sheet, provider_sheet
from evaluator_desktop.exchange.workbooks.table import CellProblem, Column
from evaluator_desktop.operations import customers, providers
from evaluator_desktop.texts import _

_USUAL, _WIDE = 150, 230


class SheetRow(Protocol):
    """A row of the file that can go in; its fields are those of the list's columns."""

    @property
    def row(self) -> int: ...
    @property
    def name(self) -> str: ...


class Sheet(Protocol):
    """A file that was read."""

    @property
    def rows(self) -> Sequence[SheetRow]: ...
    @property
    def warnings(self) -> Sequence[CellProblem]: ...
    @property
    def heading_row(self) -> int: ...
    @property
    def columns(self) -> Mapping[str, str]: ...
    @property
    def ignored_columns(self) -> Sequence[str]: ...


class Plan(Protocol):
    """What an import would do; each row of the sheet stands in one of the lists."""

    @property
    def sheet(self) -> Sheet: ...
    @property
    def added(self) -> Sequence[SheetRow]: ...
    @property
    def updated(self) -> Sequence[SheetRow]: ...
    @property
    def skipped(self) -> Sequence[SheetRow]: ...
    @property
    def errors(self) -> Sequence[CellProblem]: ...
    @property
    def similar(self) -> Mapping[int, str]: ...


@dataclass(frozen=True)
class RowChoice:
    """What can be done with a row that is asked about."""

    says: str
    """The keyword by which `compare` is told the rows; "" for taking them as they are."""
    words: str
    icon: str
    ink: str


@dataclass(frozen=True)
class ListKind:
    """One kind of list. The operations take the workspace, then `of`, then what is said."""

    title: str
    advice: str
    """What the file has to hold."""
    file_title: str
    """Of the file dialog, and the template's name."""
    columns: Sequence[Column]
    read: Callable[..., Plan]
    compare: Callable[..., Plan]
    write: Callable[..., object]
    write_template: Callable[[Path, str, tuple[str, ...]], None]
    similar_title: str
    similar_advice: str
    similar_headings: tuple[str, str]
    """Over the row's name, and what it is asked about."""
    similar_cell: Callable[[Any, str], str]
    """What stands in the second column, of the row and the name it is similar to."""
    choices: tuple[RowChoice, ...]
    can_stop: bool = False
    """Whether a cancel is heard while it is written."""
    is_asked: bool = False
    """Whether each such row has to be decided; otherwise the first choice holds."""
    of: tuple[str, ...] = ()
    widths: Mapping[str, int] = field(default_factory=dict)

    def width(self, field: str) -> int:
        """Return the width of a column of the preview in pixels."""
        return self.widths.get(field, _USUAL)


def provider_list() -> ListKind:
    """The list of the round's providers."""
    return ListKind(
        title=_("Import providers"),
        advice=_("An Excel file (.xlsx) with one provider a row. Only the name must be there."),
        file_title=_("List of providers"),
        columns=provider_sheet.COLUMNS,
        read=providers.plan_import,
        compare=providers.plan_sheet,
        write=providers.carry_out,
        write_template=_write_provider_template,
        similar_title=_("Similar names"),
        similar_advice=_(
            "These look like a provider that is here: by name, or by a code that differs in one "
            "character. Decide each of them; Ctrl+A takes all rows in hand at once. Who is the "
            "same keeps name and code and is brought up to date."
        ),
        similar_headings=(_("Provider"), _("May be the same as")),
        similar_cell=lambda _row, other: other,
        choices=(
            RowChoice("", _("another one"), "plus", "accent"),
            RowChoice("same", _("the same"), "tick", "ok"),
            RowChoice("leave_out", _("left out"), "minus", "text3"),
        ),
        can_stop=True,
        is_asked=True,
        widths={"name": _WIDE, "code": 180, "is_law_firm": 90, "contact": 90, "address": _WIDE},
    )


def customer_list(provider: str, name: str) -> ListKind:
    """The list of the customers of one provider, named `name`."""
    return ListKind(
        title=_("Import customers: {provider}").format(provider=name),
        advice=_(
            "An Excel file (.xlsx) with one customer a row: name and telephone number. Who has no "
            "number is kept, and counted apart."
        ),
        file_title=_("List of customers"),
        columns=customer_sheet.COLUMNS,
        read=customers.plan_import,
        compare=customers.plan_sheet,
        write=customers.carry_out,
        write_template=_write_customer_template,
        similar_title=_("Same number"),
        similar_advice=_(
            "These would be new, but somebody else has the same number. Two names are two "
            "customers, who may both be drawn. Leave out who is somebody else's second name."
        ),
        similar_headings=(_("Customer"), _("Has the same number")),
        similar_cell=lambda _row, other: other,
        choices=(
            RowChoice("", _("taken in"), "tick", "ok"),
            RowChoice("leave_out", _("left out"), "minus", "text3"),
        ),
        of=(provider,),
        widths={"name": 380},
    )


def _write_provider_template(path: Path, lang: str, persons: tuple[str, ...]) -> None:
    from evaluator_desktop.exchange.workbooks.template import write_provider_template

    write_provider_template(path, lang, persons)


def _write_customer_template(path: Path, lang: str, _persons: tuple[str, ...]) -> None:
    from evaluator_desktop.exchange.workbooks.template import write_customer_template

    write_customer_template(path, lang)
