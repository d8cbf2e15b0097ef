"""The evidence of one item as rows of two lines: number, file, outcome, date of the evidence."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evaluator_desktop.domain.assessment import EvidenceAssessment
from evaluator_desktop.domain.departure import PICTURE_ENDINGS
from evaluator_desktop.domain.scheme import Item
from evaluator_desktop.domain.verification import METHOD_NAMES, Method, Outcome
from evaluator_desktop.texts import N_, _, language, size_text
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.outcome import REMOVED, outcome_sign, outcome_word
from evaluator_desktop.ui.widgets.plain import tool_tip

NUMBER, FILE, OUTCOME, DAY = range(4)
_HEADS = ("", N_("Evidence"), N_("Outcome"), N_("Dated"))
_ENDINGS = {
    "image": PICTURE_ENDINGS,
    "table": frozenset({".xlsx", ".xls", ".ods", ".csv"}),
    "video": frozenset({".mp4", ".mov", ".avi", ".mkv", ".wmv"}),
    "document": frozenset({".pdf", ".doc", ".docx", ".txt", ".md", ".wps", ".odt"}),
}
_LONGEST_REQUIREMENT = {"zh_CN": 10, "en": 13}

Index = QModelIndex | QPersistentModelIndex


def file_icon(name: str) -> str:
    """Return the icon of a kind of file, told by the ending of its name alone."""
    ending = PurePath(name).suffix.lower()
    return next((icon for icon, endings in _ENDINGS.items() if ending in endings), "file")


class EvidenceModel(QAbstractTableModel):
    """Rows in the order of adding; removed files stay in place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[EvidenceAssessment, ...] = ()
        self._item: Item | None = None
        self._year = ""

    def show_evidence(self, item: Item, rows: Sequence[EvidenceAssessment], year: str) -> None:
        """Show the evidence of an item; dates of `year` stand without it."""
        same = [e.entity.id for e in rows] == [e.entity.id for e in self._rows]
        if not same:
            self.beginResetModel()
        self._item, self._rows, self._year = item, tuple(rows), year
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, DAY))

    def evidence(self, row: int) -> EvidenceAssessment | None:
        """Return the evidence of a row, None for a row that is not there."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, evidence_id: str) -> int:
        """Return the row of a piece of evidence, -1 where it is not shown."""
        ids = [evidence.entity.id for evidence in self._rows]
        return ids.index(evidence_id) if evidence_id in ids else -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(_HEADS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and section == DAY:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        evidence = self.evidence(index.row())
        if evidence is None:
            return None
        cell = self._cell(evidence, index.row(), index.column())
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(self._full_text(evidence))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{index.row() + 1} {evidence.body.name} {outcome_text(evidence)}"
        return None

    def _cell(self, evidence: EvidenceAssessment, row: int, column: int) -> Cell:
        if column == NUMBER:
            return Cell(str(row + 1), ink="text2", small=True)
        if column == FILE:
            return self._file_cell(evidence)
        if column == DAY:
            day = (evidence.body.captured_on or "").removeprefix(f"{self._year}-")
            return Cell(day, ink="text2", small=True, right=True)
        if evidence.entity.in_conflict or (evidence.record and evidence.record.in_conflict):
            return Cell(outcome_text(evidence), ink="unver", icon="conflict", icon_ink="unver")
        icon, ink = outcome_sign(REMOVED if evidence.removed else evidence.outcome)
        return Cell(outcome_text(evidence), ink=ink, icon=icon, icon_ink=ink)

    def _file_cell(self, evidence: EvidenceAssessment) -> Cell:
        return Cell(
            evidence.body.name,
            ink="text2" if evidence.removed else "text",
            icon="missing" if evidence.file_missing else file_icon(evidence.body.name),
            icon_ink="false" if evidence.file_missing else "text2",
            second=self._second_line(evidence),
            struck=evidence.removed,
        )

    def _second_line(self, evidence: EvidenceAssessment) -> str:
        body = evidence.body
        if evidence.removed:
            return _("Removed: {reason}").format(reason=body.reason)
        asked = (
            self._item.requirement(body.requirement) if self._item and body.requirement else None
        )
        name = _shortened(asked.name.text(language())) if asked else _("for no requirement")
        remark = _remark(evidence)
        marked = _("marked up") if body.origin else ""
        facts = (remark,) if remark else (size_text(body.size), _method(evidence))
        is_urgent = evidence.file_missing or evidence.note_due  # first, or a narrow pane cuts it
        parts = (*facts, name, marked) if is_urgent else (name, marked, *facts)
        return " · ".join(part for part in parts if part)

    def _made_from(self, evidence: EvidenceAssessment) -> str:
        """Name the photo that this one was made from by markup, if it is one."""
        names = (e.body.name for e in self._rows if e.entity.id == evidence.body.origin)
        name = next(names, "")
        return _("Marked up; the photo itself: {name}").format(name=name) if name else ""

    def _full_text(self, evidence: EvidenceAssessment) -> str:
        asked = self._item.requirement(evidence.body.requirement or "") if self._item else None
        parts = (
            evidence.body.name,
            asked.name.text(language()) if asked else "",
            self._made_from(evidence),
            _remark(evidence),
            _method(evidence),
        )
        return "\n".join(part for part in parts if part)


def outcome_text(evidence: EvidenceAssessment) -> str:
    """Return the outcome in words; of one in conflict what each side says."""
    if evidence.entity.in_conflict:
        return _("Versions differ")
    record = evidence.record
    if record is not None and record.in_conflict:
        said = {head.body.outcome if head.body else Outcome.PENDING for head in record.heads}
        return " / ".join(outcome_word(outcome) for outcome in sorted(said))
    return outcome_word(REMOVED if evidence.removed else evidence.outcome)


def _remark(evidence: EvidenceAssessment) -> str:
    """What is worth knowing: the file is not here, a note is missing, or there is one."""
    record = evidence.record.body if evidence.record else None
    if evidence.file_missing:
        return _("file not here yet")
    if evidence.note_due:
        return _("note missing")
    return (record.note if record else "") or evidence.body.note


def _method(evidence: EvidenceAssessment) -> str:
    """How it was verified, "" while it is pending."""
    record = evidence.record.body if evidence.record else None
    if record is None or evidence.outcome is Outcome.PENDING:
        return ""
    return _(METHOD_NAMES[Method(record.method)])


def _shortened(name: str) -> str:
    longest = _LONGEST_REQUIREMENT[language()]
    return name if len(name) <= longest else f"{name[: longest - 1]}…"
