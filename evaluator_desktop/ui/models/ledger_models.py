"""The ledger of packages as two tables: a line a person, and providers against persons."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evaluator_desktop.store.queries.ledger import Ledger, PersonLedger, Share
from evaluator_desktop.texts import N_, _, count_text, ngettext
from evaluator_desktop.ui.models.provider_cells import change_text
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.plain import tool_tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NONE = "—"
EMPTY = Ledger((), (), (), {})


class _LedgerModel(QAbstractTableModel):
    """What the two tables have in common: cells painted from `Cell`s."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ledger = EMPTY

    def cell(self, row: int, column: int) -> Cell:
        """Return what a place shows."""
        raise NotImplementedError

    def head(self, column: int) -> tuple[str, bool]:
        """Return the words of a head, and whether they stand at the right."""
        raise NotImplementedError

    def words(self, row: int, column: int) -> str:
        """Return what a place says in full."""
        return self.cell(row, column).text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        words, right = self.head(section)
        if role == Role.DisplayRole:
            return words
        if role == Role.TextAlignmentRole and right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == CELL:
            return self.cell(row, column)
        if role == Role.DisplayRole:
            return self.cell(row, column).text
        if role == Role.AccessibleTextRole:
            return self.words(row, column)
        return tool_tip(self.words(row, column)) if role == Role.ToolTipRole else None


class PersonModel(_LedgerModel):
    """The team as a whole, then everybody who is listed, assigned or has rated."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[PersonLedger] = []

    def show_ledger(self, ledger: Ledger) -> None:
        """Show it anew."""
        self.beginResetModel()
        self._ledger = ledger
        shares = tuple(share for person in ledger.persons for share in person.shares)
        brought = [person.last for person in ledger.persons if person.last is not None]
        last = max(brought, key=lambda package: package.at, default=None)
        self._lines = [PersonLedger("", shares, len(ledger.overlaps), last), *ledger.persons]
        self.endResetModel()

    def person(self, row: int) -> str:
        """Return the name in a row, "" for everybody."""
        return self._lines[row].person if 0 <= row < len(self._lines) else ""

    def row_of(self, person: str) -> int:
        """Return the row of a person, that of everybody for one who is not there."""
        names = [line.person for line in self._lines]
        return names.index(person) if person in names else 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_PERSON_COLUMNS)

    def head(self, column: int) -> tuple[str, bool]:
        words, _cell, right = _PERSON_COLUMNS[column]
        return _(words), right

    def cell(self, row: int, column: int) -> Cell:
        return _PERSON_COLUMNS[column][1](self._lines[row])

    def words(self, row: int, column: int) -> str:
        last = self._lines[row].last
        if last is None or column < len(_PERSON_COLUMNS) - 1:
            return super().words(row, column)
        return f"{last.laptop} · {last.at} · {last.file}"


def _name(person: PersonLedger) -> Cell:
    if not person.person:
        return Cell(_("Everybody"), bold=True)
    return Cell(person.person, icon="person")


def _returned(person: PersonLedger) -> Cell:
    text = f"{count_text(person.returned)}/{count_text(person.items)}"
    return Cell(text if person.items else NONE, right=True, ink="text" if person.items else "text3")


def _submitted(person: PersonLedger) -> Cell:
    text = f"{count_text(person.submitted)}/{count_text(person.providers)}"
    has = bool(person.providers)
    return Cell(text if has else NONE, right=True, ink="text" if has else "text3")


def _missing(person: PersonLedger) -> Cell:
    if not person.items:
        return Cell(NONE, ink="text3")
    if not person.missing:
        return Cell(_("all back"), icon="outcome_verified", icon_ink="ok")
    words = _("{count} missing").format(count=count_text(person.missing))
    return Cell(words, ink="false", icon="missing", icon_ink="false")


def _overlaps(person: PersonLedger) -> Cell:
    found = person.overlaps
    return Cell(count_text(found) if found else NONE, right=True, ink="text" if found else "text3")


def _last(person: PersonLedger) -> Cell:
    if person.last is None:
        return Cell(_("none yet"), ink="text3")
    return Cell(f"{change_text(person.last.at)} · {person.last.laptop}", small=True, ink="text2")


_PERSON_COLUMNS: tuple[tuple[str, Callable[[PersonLedger], Cell], bool], ...] = (
    (N_("Person"), _name, False),
    (N_("Submitted"), _submitted, True),
    (N_("Items back"), _returned, True),
    (N_("Not back"), _missing, False),
    (N_("Rated twice"), _overlaps, True),
    (N_("Last package"), _last, False),
)


class ShareModel(_LedgerModel):
    """Providers against the persons who were assigned something; of one person or of all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._persons: Sequence[str] = ()
        self._providers: Sequence[str] = ()
        self._shares: Mapping[tuple[str, str], Share] = {}
        self._twice: dict[str, int] = {}

    def show_ledger(self, ledger: Ledger, person: str = "") -> None:
        """Show it anew: the providers of `person` alone, or of everybody."""
        self.beginResetModel()
        self._ledger = ledger
        shares = {(s.provider, p.person): s for p in ledger.persons for s in p.shares}
        mine = {provider for provider, who in shares if person in ("", who)}
        beside = {who for provider, who in shares if provider in mine}
        persons = [p.person for p in ledger.persons if p.person in beside]
        self._persons = sorted(persons, key=lambda name: name != person)  # the chosen one first
        self._providers = [provider for provider in ledger.providers if provider in mine]
        self._shares = shares
        self._twice = {}
        for overlap in ledger.overlaps:
            self._twice[overlap.provider] = self._twice.get(overlap.provider, 0) + 1
        self.endResetModel()

    @property
    def persons(self) -> Sequence[str]:
        return self._persons

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._providers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._persons) + 2

    def head(self, column: int) -> tuple[str, bool]:
        if column == 0:
            return _("Provider"), False
        if column == 1:
            return _("Rated twice"), True
        return self._persons[column - 2], False

    def cell(self, row: int, column: int) -> Cell:
        provider = self._providers[row]
        if column == 0:
            return Cell(self._ledger.providers[provider].name)
        if column == 1:
            return _twice_cell(self._twice.get(provider, 0))
        return _share_cell(self._shares.get((provider, self._persons[column - 2])))

    def words(self, row: int, column: int) -> str:
        if column < len(("provider", "twice")):
            return super().words(row, column)
        share = self._shares.get((self._providers[row], self._persons[column - 2]))
        return share_words(share)


def share_words(share: Share | None) -> str:
    """Say of one person at one provider what is assigned and what has come back."""
    if share is None:
        return _("not assigned")
    if not share.assigned:
        count = len(share.rated)
        sentence = ngettext(
            "not assigned, {count} item rated", "not assigned, {count} items rated", count
        )
        return sentence.format(count=count)
    sentence = _("{returned} of {assigned} assigned items rated")
    text = sentence.format(returned=len(share.returned), assigned=len(share.assigned))
    return f"{text}, {_('submitted') if share.submitted else _('not submitted')}"


def _twice_cell(count: int) -> Cell:
    if not count:
        return Cell(NONE, ink="text3", right=True)
    return Cell(count_text(count), right=True)


def _share_cell(share: Share | None) -> Cell:
    if share is None or not (share.assigned or share.rated):
        return Cell("", ink="text3")
    if not share.assigned:
        return Cell(f"+{len(share.rated)}", ink="text2")
    text = f"{len(share.returned)}/{len(share.assigned)}"
    if share.submitted and not share.missing:
        return Cell(text, icon="outcome_verified", icon_ink="ok")
    if share.submitted:
        return Cell(text, icon="sent", icon_ink="partly")
    if share.returned:
        return Cell(text, icon="outcome_partly_verified", icon_ink="partly")
    return Cell(text, icon="outcome_pending", icon_ink="pending")
