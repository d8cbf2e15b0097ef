"""What an item asks for, as rows of two lines with how far each is met."""

from collections import Counter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evaluator_desktop.domain.assessment import ItemAssessment
from evaluator_desktop.domain.scheme import Requirement, When
from evaluator_desktop.domain.verification import SUPPORTS, Outcome, RequirementState
from evaluator_desktop.texts import N_, _, language, ngettext
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.outcome import outcome_sign, outcome_word
from evaluator_desktop.ui.widgets.plain import tool_tip

NAME, STATE = range(2)
WHEN_WORDS = {
    When.ALWAYS: N_("required"),
    When.IF_ANY: N_("if any"),
    When.ONE_OF: N_("one of these"),
    When.LAW_FIRM: N_("required of law firms"),
    When.NOT_LAW_FIRM: N_("required"),
}

Index = QModelIndex | QPersistentModelIndex


class RequirementModel(QAbstractTableModel):
    """Requirements that apply, and those that do not but have evidence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RequirementState, ...] = ()
        self._removed: Counter[str | None] = Counter()

    def show_item(self, item: ItemAssessment) -> None:
        """Show the requirements of an item."""
        rows = tuple(s for s in item.requirements if s.applies or s.outcomes)
        same = [s.requirement for s in rows] == [s.requirement for s in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = rows
        self._removed = Counter(e.body.requirement for e in item.evidence if e.removed)
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, STATE))

    def requirement(self, row: int) -> Requirement | None:
        """Return the requirement of a row, None for a row that is not there."""
        return self._rows[row].requirement if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        state = self._rows[index.row()]
        cell = self._name_cell(state) if index.column() == NAME else _state_cell(state)
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(f"{state.requirement.name.text(language())}\n{_met(state)}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{state.requirement.name.text(language())}: {cell.second} {_met(state)}"
        return None

    def _name_cell(self, state: RequirementState) -> Cell:
        icon, ink = _sign(state)
        words = [_(WHEN_WORDS[state.requirement.when])]
        count, removed = len(state.outcomes), self._removed[state.requirement.id]
        if count:
            words.append(ngettext("{count} file", "{count} files", count).format(count=count))
        if removed:
            words.append(_("{count} removed").format(count=removed))
        name = state.requirement.name.text(language())
        return Cell(name, icon=icon, icon_ink=ink, second=" · ".join(words))


def _state_cell(state: RequirementState) -> Cell:
    ink = "false" if state.missing else "text2"
    if state.outcomes and set(state.outcomes) == {Outcome.VERIFIED}:
        ink = "ok"
    return Cell(_met(state), ink=ink, small=True, right=True)


def _met(state: RequirementState) -> str:
    """Say how many files have which outcome, or that nothing is there."""
    if state.missing:
        return _("missing")
    counts = Counter(state.outcomes)
    order = (*list(Outcome)[1:], Outcome.PENDING)
    return " · ".join(f"{outcome_word(o)} {counts[o]}" for o in order if counts[o])


def _sign(state: RequirementState) -> tuple[str, str]:
    """Return the icon and ink for how far a requirement is met."""
    found = set(state.outcomes)
    if state.missing:
        return "missing", "false"
    if not found:
        return "circle", "text3"
    if len(found) == 1:
        return outcome_sign(found.pop())
    if Outcome.FALSE in found:
        return outcome_sign(Outcome.FALSE)
    return outcome_sign(Outcome.PARTLY_VERIFIED if found & SUPPORTS else Outcome.PENDING)
