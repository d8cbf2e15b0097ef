"""How wide the columns of the list are at first; what a person changes is remembered."""

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView

from evaluator_desktop.texts import _
from evaluator_desktop.ui.models.provider_cells import HEADINGS, STATE_LOOKS
from evaluator_desktop.ui.models.provider_rows import Column
from evaluator_desktop.ui.pages.providers.name_delegate import NameDelegate
from evaluator_desktop.ui.theme import PX, font
from evaluator_desktop.ui.widgets.tables import Table
from evaluator_desktop.ui.widgets.tier import tier_width

_PADS = 16
_ICON = PX["icon"] + 6
_STRIP = 158
_TAIL, _FULL = "…M0038D", "91319999MADEM01774"
_NAME_AT_LEAST = 150


def set_up_columns(table: Table) -> None:
    """Size the columns for the words of the language; the name takes what is left."""
    head = table.horizontalHeader()
    head.setStretchLastSection(False)
    head.setSectionsMovable(True)
    head.setMinimumSectionSize(40)
    for column, width in _widths().items():
        head.resizeSection(column, width)
    head.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
    table.setItemDelegateForColumn(Column.NAME, NameDelegate(table))


def show_codes(table: Table, *, in_full: bool) -> None:
    """Show the tail of the codes while the quick look needs the room."""
    widths = {True: _code_width(_FULL), False: _code_width(_TAIL)}
    head = table.horizontalHeader()
    if head.sectionSize(Column.CODE) in widths.values():
        head.resizeSection(Column.CODE, widths[in_full])


def _widths() -> dict[Column, int]:
    body = QFontMetrics(font("body")).horizontalAdvance
    small = QFontMetrics(font("small")).horizontalAdvance
    states = max(body(_(look.word)) for look in STATE_LOOKS.values())
    needed = {
        Column.STATE: states + _ICON + PX["bar"],
        Column.NAME: _NAME_AT_LEAST,
        Column.CODE: _code_width(_FULL) - _PADS,
        Column.PROGRESS: _STRIP - _PADS,
        Column.CHECKED: body("88/88"),
        Column.MISSING: body(_("lacks {count}").format(count=8)) + _ICON + 4,
        Column.SCORE: body("88.88") + small(_("prov.")) + 12,
        Column.TIER: tier_width("star_5") - 8,
        Column.PEOPLE: body("测评员"),
        Column.CHANGED: max(
            small("11-22 22:22"), small(_("Yesterday {time}").format(time="22:22"))
        ),
        Column.CONFLICTS: body("8") + _ICON,
    }
    heads = {column: small(_(heading.text)) for column, heading in HEADINGS.items()}
    return {column: max(width, heads[column]) + _PADS for column, width in needed.items()}


def _code_width(example: str) -> int:
    return QFontMetrics(font("small")).horizontalAdvance(example) + _ICON + _PADS + 2
