"""The conflicts as a list in groups: what changes a class, the tier, the score, or neither."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evaluator_desktop.domain.bodies import Evidence, Profile, ShopPart
from evaluator_desktop.domain.body_words import flat_fields, value_text
from evaluator_desktop.domain.kinds import KIND_NAMES
from evaluator_desktop.domain.scheme import Scheme, tier_mark
from evaluator_desktop.operations.conflicts import Weight
from evaluator_desktop.texts import N_, SHANGHAI, _, count_text, language, ngettext
from evaluator_desktop.ui.models.conflict_views import ConflictView, MergeView
from evaluator_desktop.ui.models.version_model import field_rows, tier_names, version_letter
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.plain import tool_tip

Index = QModelIndex | QPersistentModelIndex
WHAT, FIRST, SECOND = range(3)

GROUP_NAMES = {
    Weight.CLASS: N_("Changes or proposes a class"),
    Weight.TIER: N_("Changes the tier"),
    Weight.SCORE: N_("Changes the score"),
    Weight.NOTHING: N_("Changes no result"),
}
_PART_NAMES = {
    "company": N_("Shop · company information"),
    "offer": N_("Shop · products and decoration"),
    "logins": N_("Shop · logins"),
    "followers": N_("Shop · followers"),
    "feedback": N_("Shop · product feedback"),
    "identity": N_("Profile · name and address"),
    "contacts": N_("Profile · contact"),
    "remarks": N_("Profile · remarks"),
}
_ITEM_WORDS = {
    "rating": N_("Rating · {item}"),
    "consensus": N_("Consensus · {item}"),
    "outcome": N_("Outcome · {name}"),
    "evidence": N_("Evidence · {name}"),
}


@dataclass(frozen=True)
class ResultCell(Cell):
    """A result with the shop's tier as icons on its second line."""

    second_tier: str | None = None


@dataclass(frozen=True)
class Group:
    """The heading of a group."""

    weight: Weight
    count: int


def what_words(view: ConflictView, scheme: Scheme) -> str:
    """Say what a conflict is about: 评分 · 公益性支出."""
    body = view.body
    if isinstance(body, ShopPart | Profile):
        return _(_PART_NAMES.get(body.part, body.part))
    if view.kind not in _ITEM_WORDS:
        words = _(KIND_NAMES[view.kind])
        return words[:1].upper() + words[1:]
    item = scheme.item_name(view.item, language()) if view.item else ""
    name = view.judged.name if view.judged else getattr(body, "name", "")
    if isinstance(body, Evidence):
        name = body.name
    words = _(_ITEM_WORDS[view.kind]).format(item=item, name=name)
    return f"{words}（{view.person}）" if view.person else words


def moment_words(at: str) -> str:
    """Write a clock's claim (UTC, ISO) as lists do: 11-22 10:40."""
    return f"{datetime.fromisoformat(at).astimezone(SHANGHAI):%m-%d %H:%M}"


def result_words(view: ConflictView, place: int, scheme: Scheme) -> str:
    """Say in a few words what taking a version gives: 262 points · 3 stars."""
    cell = result_cell(view, place, scheme)
    second = tier_names([cell.second_tier], scheme)[0] if cell.second_tier else cell.second
    return " · ".join(text for text in (f"{cell.text} {cell.note}".strip(), second) if text)


def result_cell(view: ConflictView, place: int, scheme: Scheme) -> ResultCell:
    """Return what taking a version gives, in two short lines."""
    effect, weight = view.conflict.effects[place], view.conflict.weight
    bands = {band.id: band.name.text(language()) for band in scheme.parameters.classes}
    if any(one.proposes for one in view.conflict.effects):
        said = next((row.values[place] for row in field_rows(view, scheme) if row.differs), "")
        proposal = _("prop. {name}").format(name=bands.get(effect.proposes or "", ""))
        return ResultCell(said, second=proposal if effect.proposes else " ")
    if weight is Weight.NOTHING or (effect.shop_points is None and view.kind == "shop_facts"):
        differing = [row.values[place] for row in field_rows(view, scheme) if row.differs]
        return ResultCell(differing[0] if differing else "", second=" ".join(differing[1:2]))
    if view.kind == "shop_facts":
        text = ngettext("{count} point", "{count} points", effect.shop_points or 0)
        points = text.format(count=count_text(effect.shop_points or 0))
        drawn = effect.tier is not None and tier_mark(effect.tier)
        name = " " if drawn else tier_names([effect.tier], scheme)[0]
        return ResultCell(points, second=name, second_tier=effect.tier)
    if effect.score:
        return ResultCell(effect.score, second=bands.get(effect.class_id or "", ""))
    return ResultCell(effect.points or "", ink="text3", note=_("prov."), second=" ")


def both_words(view: ConflictView, scheme: Scheme) -> str:
    """Return what stands in the state that keeps both sides, where it is other than one side's."""
    both, side = flat_fields(view.conflict.both), flat_fields(view.body)
    changed = [field for field, value in both.items() if side.get(field) != value]
    return "; ".join(value_text(field, both[field], scheme, view.item) for field in changed)


class ConflictModel(QAbstractTableModel):
    """Rows are conflicts, and headings that cannot be chosen."""

    def __init__(self, scheme: Scheme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scheme = scheme
        self._rows: list[ConflictView | Group] = []

    def show_view(self, view: MergeView, wanted: str = "") -> None:
        """Show the conflicts of a workspace; `wanted`: only those that name it."""
        self.beginResetModel()
        self._rows = []
        for weight in Weight:
            found = [v for v in view.of_weight(weight) if self._matches(v, wanted.casefold())]
            self._rows += [Group(weight, len(found)), *found] if found else []
        self.endResetModel()

    def conflict(self, row: int) -> ConflictView | None:
        """Return the conflict of a row, None for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, ConflictView) else None

    def is_group(self, row: int) -> bool:
        return isinstance(self._rows[row], Group)

    def conflicts(self) -> list[ConflictView]:
        """Return the conflicts in the order shown."""
        return [row for row in self._rows if isinstance(row, ConflictView)]

    def row_of(self, conflict_id: str) -> int:
        """Return the row of a conflict, -1 where it is not shown."""
        found = (
            n
            for n, r in enumerate(self._rows)
            if isinstance(r, ConflictView) and r.id == conflict_id
        )
        return next(found, -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else SECOND + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.is_group(index.row()):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Provider and matter"), _("After A"), _("After B"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == CELL:
            return self._cell(row, column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(self._text(row, column))
        return None

    def _matches(self, view: ConflictView, wanted: str) -> bool:
        name = view.conflict.provider_name
        return wanted in f"{name} {what_words(view, self._scheme)}".casefold()

    def _text(self, row: ConflictView | Group, column: int) -> str:
        if isinstance(row, Group):
            return self._cell(row, column).text
        if column == WHAT:
            state = _("not settled yet") if row.is_open else settled_words(row)
            return f"{title_words(row)} · {what_words(row, self._scheme)} · {state}"
        return result_words(row, column - 1, self._scheme)

    def _cell(self, row: ConflictView | Group, column: int) -> Cell:
        if isinstance(row, Group):
            words = ngettext("{count} conflict", "{count} conflicts", row.count)
            texts = (_(GROUP_NAMES[row.weight]), "", words.format(count=row.count))
            right = column == SECOND
            return Cell(texts[column], ink="text2", bold=not right, small=True, right=right)
        if column == WHAT:
            icon, ink = ("conflict", "unver") if row.is_open else ("outcome_verified", "ok")
            words = what_words(row, self._scheme)
            return Cell(title_words(row), icon=icon, icon_ink=ink, second=words)
        cell = result_cell(row, column - 1, self._scheme)
        if row.settled is None:
            return cell
        author = f"{row.settled.author} {moment_words(row.settled.at)[:5]}"
        second = settled_words(row) if column == FIRST else author
        return Cell(cell.text, ink=cell.ink, note=cell.note, second=second)


def title_words(view: ConflictView) -> str:
    """Return whose conflict it is: the provider, else the round."""
    return view.conflict.provider_name or _("The whole round")


def settled_words(view: ConflictView) -> str:
    """Say how a conflict was ended: 已裁决 A."""
    taken = view.settled.taken if view.settled else None
    how = version_letter(taken - 1) if taken else _("by hand")
    return _("Settled: {how}").format(how=how)
