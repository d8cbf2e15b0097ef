"""Files that are to be added, with the place proposed for each, to be corrected before."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QObject, Qt

from evaluator_desktop.domain.filing import NOWHERE, Place
from evaluator_desktop.domain.scheme import Item, Scheme
from evaluator_desktop.jobs.survey import FoundFile
from evaluator_desktop.operations.evidence import NewFile
from evaluator_desktop.texts import N_, _, language, size_text
from evaluator_desktop.ui.models.evidence_model import file_icon
from evaluator_desktop.ui.models.import_model import Index, TextRowsModel
from evaluator_desktop.ui.widgets.cells import Cell

FATE, FILE, SIZE, ITEM, REQUIREMENT, DAY, REMARK = range(7)
_HEADS = (
    "",
    N_("File"),
    N_("Size"),
    N_("Item"),
    N_("Handed in for"),
    N_("Dated"),
    N_("To mind"),
)


@dataclass(frozen=True)
class FilingRow:
    """One file: where it goes, its date, and whether it is to be added at all."""

    found: FoundFile
    place: Place
    day: date | None
    is_wanted: bool

    @property
    def is_added(self) -> bool:
        return self.is_wanted and self.place.item is not None


class Correction(Struct, frozen=True, array_like=True):
    """What a person says of a file, whatever was proposed for it."""

    item: str | None
    requirement: str | None
    day: date | None
    is_wanted: bool


def proposed_row(found: FoundFile, place: Place) -> FilingRow:
    """Return a row as it is proposed: what is empty, unreadable or here already is left out."""
    return FilingRow(found, place, found.taken, bool(found.size) and not found.is_known)


class FilingModel(TextRowsModel):
    """Rows in the order of the folders."""

    def __init__(
        self, scheme: Scheme, rows: Sequence[FilingRow], parent: QObject | None = None
    ) -> None:
        super().__init__([_(head) for head in _HEADS], (), parent)
        self._scheme = scheme
        self._numbers = {item.id: number for number, item in enumerate(scheme.items, 1)}
        self.rows, self._proposed = list(rows), tuple(rows)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if section == SIZE and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)

    def cell(self, row: int, column: int) -> Cell:
        return self._cells(self.rows[row])[column]

    def set_place(self, numbers: Iterable[int], place: Place) -> None:
        """Say where these files go."""
        self._change(numbers, lambda row: replace(row, place=place))

    def set_day(self, numbers: Iterable[int], day: date | None) -> None:
        """Say when these files were made."""
        self._change(numbers, lambda row: replace(row, day=day))

    def take_file_times(self, numbers: Iterable[int]) -> None:
        """Take the time of each file for its date: the person says that it is right."""
        self._change(numbers, lambda row: replace(row, day=row.found.changed))

    def toggle(self, numbers: Sequence[int]) -> None:
        """Leave these files out, or take them in again; they all follow the first."""
        readable = [n for n in numbers if self.rows[n].found.size is not None]
        wanted = not self.rows[readable[0]].is_wanted if readable else False
        self._change(readable, lambda row: replace(row, is_wanted=wanted))

    @property
    def corrections(self) -> dict[str, Correction]:
        """What was corrected, by the path of the file."""
        return {
            str(row.found.path): Correction(
                row.place.item, row.place.requirement, row.day, row.is_wanted
            )
            for row, proposed in zip(self.rows, self._proposed, strict=True)
            if row != proposed
        }

    def correct(self, corrections: Mapping[str, Correction]) -> bool:
        """Correct the files that are here as they were before; tells whether there were any."""
        found = [n for n, row in enumerate(self.rows) if str(row.found.path) in corrections]
        for number in found:
            self._change([number], lambda row: self._corrected(row, corrections))
        return bool(found)

    def _corrected(self, row: FilingRow, corrections: Mapping[str, Correction]) -> FilingRow:
        said = corrections[str(row.found.path)]
        item = self._scheme.find(said.item or "")
        asked = item.requirement(said.requirement) if item and said.requirement else None
        place = Place(item.id, asked.id if asked else None) if item else NOWHERE
        wanted = said.is_wanted and row.found.size is not None
        return replace(row, place=place, day=said.day, is_wanted=wanted)

    @property
    def new_files(self) -> list[NewFile]:
        """What is to be added."""
        return [
            NewFile(
                row.found.path,
                row.place.item or "",
                row.place.requirement,
                row.day,
                may_be_empty=row.found.size == 0,
            )
            for row in self.rows
            if row.is_added
        ]

    @property
    def homeless(self) -> int:
        """How many are wanted but have no item yet."""
        return sum(row.is_wanted and row.place.item is None for row in self.rows)

    def _change(self, numbers: Iterable[int], change: Callable[[FilingRow], FilingRow]) -> None:
        for number in numbers:
            self.rows[number] = change(self.rows[number])
            self.dataChanged.emit(self.index(number, FATE), self.index(number, REMARK))

    def _cells(self, row: FilingRow) -> tuple[Cell, ...]:
        ink = "text" if row.is_wanted else "text3"
        name, folders = row.found.names[-1], " / ".join(row.found.names[:-1])
        size = "" if row.found.size is None else size_text(row.found.size)
        item = self._scheme.find(row.place.item or "")
        return (
            _fate(row),
            Cell(name, ink=ink, icon=file_icon(name), second=folders),
            Cell(size, ink="text2", small=True, right=True),
            Cell(self.item_name(item) if item else "—", ink=ink),
            Cell(_requirement_name(item, row.place.requirement), ink=ink),
            Cell(row.day.isoformat() if row.day else "", ink="text2", small=True),
            Cell(_remark(row.found), ink="text2", small=True),
        )

    def item_name(self, item: Item) -> str:
        """Return number and name of an item, as the strip shows them."""
        return f"{self._numbers[item.id]} {item.name.text(language())}"


def _fate(row: FilingRow) -> Cell:
    if row.found.size is None:
        return Cell(_("unreadable"), icon="outcome_false", icon_ink="false", ink="false")
    if not row.is_wanted:
        return Cell(_("not added"), icon="minus", icon_ink="text3", ink="text3")
    if row.place.item is None:
        return Cell(_("no item yet"), icon="warning", icon_ink="partly", ink="partly")
    return Cell(_("to be added"), icon="tick", icon_ink="ok")


def _requirement_name(item: Item | None, requirement: str | None) -> str:
    asked = item.requirement(requirement) if item and requirement else None
    if asked is not None:
        return asked.name.text(language())
    return _("for no requirement") if item else "—"


def _remark(found: FoundFile) -> str:
    if found.size is None:
        return _("no file, or not readable")
    if not found.size:
        return _("empty (0 bytes)")
    if found.twin:
        words = _("here already: {name}") if found.is_known else _("same content as {name}")
        return words.format(name=found.twin)
    return _("date by the camera") if found.taken else ""
