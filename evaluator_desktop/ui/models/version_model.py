"""The fields of one conflict as a table: base, versions, and what becomes of a difference."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from evaluator_desktop.domain.bodies import Body, SchemeInUse
from evaluator_desktop.domain.body_words import NONE, field_name, flat_fields, value_text
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.texts import _, count_text, language
from evaluator_desktop.ui.models.conflict_views import ConflictView
from evaluator_desktop.ui.models.scheme_rows import compared_fields
from evaluator_desktop.ui.widgets.cells import CELL, Cell
from evaluator_desktop.ui.widgets.plain import tool_tip

Index = QModelIndex | QPersistentModelIndex
_NUMBERS = (int, float)
_FIRST = "removed"  # of all fields that differ the one to know first


@dataclass(frozen=True)
class FieldRow:
    """One field: its values as text, whether the versions differ and which left the base."""

    field: str
    name: str
    base: str
    values: tuple[str, ...]
    differs: bool = False
    decides: bool = False
    changed: tuple[int, ...] = ()
    """Places of the versions that are not as the base."""
    is_number: bool = False
    tiers: tuple[str | None, ...] = ()
    gap: str = ""


def version_letter(place: int) -> str:
    """Name a version by its place: A, B and so on."""
    return chr(ord("A") + place)


def field_rows(view: ConflictView, scheme: Scheme) -> list[FieldRow]:
    """Return the fields of all versions, those that differ first, and the shop's results."""
    states = [_fields(body) for body in view.bodies]
    base = _fields(view.base.body) if view.base else {}
    names = list(dict.fromkeys(field for state in [*states, base] for field in state))
    rows = [_row(view, scheme, field, base, states) for field in names]
    if any(body is None for body in view.bodies):
        withdrawn = tuple(_("withdrawn") if b is None else _("recorded") for b in view.bodies)
        rows.insert(0, FieldRow("", _("State"), NONE, withdrawn, differs=True, decides=True))
    if not any(row.decides for row in rows):  # each side changed other fields of one whole
        rows = [replace(row, decides=row.differs) for row in rows]
    ordered = sorted(rows, key=lambda row: (not row.differs, not row.decides, row.field != _FIRST))
    return [*ordered, *_results(view, scheme)]


def _fields(body: Body | None) -> dict[str, Any]:
    """Return what of a body is compared; a scheme is laid out, its document is one field."""
    if isinstance(body, SchemeInUse):
        return dict(compared_fields(load_scheme(body.document)))
    return flat_fields(body)


def _row(
    view: ConflictView,
    scheme: Scheme,
    field: str,
    base: dict[str, Any],
    states: Sequence[dict[str, Any]],
) -> FieldRow:
    raw = [state.get(field) for state in states]
    differs = any(value != raw[0] for value in raw[1:])
    deciding = view.body.deciding
    before = base.get(field)
    changed = tuple(place for place, value in enumerate(raw) if value != before)
    return FieldRow(
        field,
        field_name(view.kind, field),
        value_text(field, before, scheme, view.item),
        tuple(value_text(field, value, scheme, view.item) for value in raw),
        differs,
        differs and (field in deciding if deciding else len(changed) != 1),
        changed,
        any(isinstance(value, _NUMBERS) and not isinstance(value, bool) for value in raw),
    )


def _results(view: ConflictView, scheme: Scheme) -> list[FieldRow]:
    """What the provider would come to, where that depends on the choice."""
    effects, rows = view.conflict.effects, []
    points = [effect.shop_points for effect in effects]
    if view.kind == "shop_facts" and all(p is not None for p in points):
        texts = tuple(count_text(p or 0) for p in points)
        tiers = tuple(effect.tier for effect in effects)
        rows.append(_result(_("Points of the shop"), texts, gap=_gap(points)))
        rows.append(_result(_("Tier of the shop"), tier_names(tiers, scheme), tiers=tiers))
    scores = tuple(effect.score or effect.points or NONE for effect in effects)
    if len(set(scores)) > 1:
        name = _("Score") if all(e.score for e in effects) else _("Score so far")
        rows.append(_result(name, scores, gap=_gap([e.score or e.points for e in effects])))
    return rows


def _result(
    name: str, texts: tuple[str, ...], *, gap: str = "", tiers: tuple[str | None, ...] = ()
) -> FieldRow:
    differs = len(set(texts)) > 1
    return FieldRow("", name, "", texts, differs, is_number=not tiers, tiers=tiers, gap=gap)


def _gap(values: Sequence[int | str | None]) -> str:
    numbers = [Decimal(value) for value in values if value is not None]
    return f"{max(numbers) - min(numbers):,}" if len(numbers) == len(values) else ""


def tier_names(tiers: Sequence[str | None], scheme: Scheme) -> tuple[str, ...]:
    """Name tiers in the user's language."""
    names = {tier.id: tier.name.text(language()) for tier in scheme.tiers}
    return tuple(names.get(tier or "", NONE) for tier in tiers)


class VersionModel(QAbstractTableModel):
    """Columns: field, base, a column for each version, what becomes of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[FieldRow] = ()
        self._heads: list[str] = [_("Field"), _("Base"), _("Result")]

    def show_conflict(self, view: ConflictView, scheme: Scheme) -> None:
        """Show the fields of one conflict."""
        self.beginResetModel()
        self._rows = field_rows(view, scheme)
        letters = [version_letter(place) for place in range(len(view.versions))]
        self._heads = [_("Field"), _("Base"), *letters, _("Result")]
        self.endResetModel()

    def row(self, place: int) -> FieldRow:
        return self._rows[place]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and self._is_right(section):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self._cell(self._rows[index.row()], index.column())
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(self._text(self._rows[index.row()], index.column()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(self._rows[index.row()], index.column())
        return None

    def _is_right(self, column: int) -> bool:
        """Heads stand right where the first row below them, the one that matters, is a number."""
        between = 0 < column < len(self._heads) - 1
        return between and bool(self._rows) and self._rows[0].is_number

    def _text(self, row: FieldRow, column: int) -> str:
        if column == len(self._heads) - 1:
            return self._cell(row, column).text
        return (row.name, row.base, *row.values)[column]

    def _cell(self, row: FieldRow, column: int) -> Cell:
        if column == 0:
            return Cell(row.name, bold=row.decides)
        if column == 1:
            return Cell(row.base, ink="text2", right=row.is_number)
        if column == len(self._heads) - 1:
            return _outcome(row)
        place = column - 2
        if row.tiers and row.tiers[place]:
            return Cell(row.values[place], tier=row.tiers[place], right=True)
        bold = row.differs and (not row.base or place in row.changed)
        return Cell(row.values[place], bold=bold, right=row.is_number)


def _outcome(row: FieldRow) -> Cell:
    """Say what becomes of a field whose versions differ."""
    if row.decides:
        words = _("Conflict, to be settled")
        return Cell(words, ink="unver", icon="conflict", icon_ink="unver")
    if row.gap and row.differs:
        return Cell(_("{gap} apart").format(gap=row.gap), ink="text2")
    if row.differs and len(row.changed) == 1:
        words = _("Only {letter} changed it; goes with the version taken")
        return Cell(words.format(letter=version_letter(row.changed[0])), ink="text2")
    if row.differs:
        return Cell(_("Goes with the version taken") if row.field else "", ink="text2")
    return Cell(_("The same"), ink="text3")
