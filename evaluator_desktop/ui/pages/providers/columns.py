"""The columns of the list: as wide as the words of the language, then as a person arranges them.

The name takes what is left. Where that is too little for a name, columns fold that the quick look
shows too.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetrics

from evaluator_desktop.texts import _
from evaluator_desktop.ui.models.provider_cells import HEADINGS, LATE_LOOK, STATE_LOOKS
from evaluator_desktop.ui.models.provider_rows import Column
from evaluator_desktop.ui.pages.providers.column_menu import ColumnMenu
from evaluator_desktop.ui.theme import PX, font
from evaluator_desktop.ui.widgets.column_head import ColumnHead
from evaluator_desktop.ui.widgets.tables import Table, set_up_head
from evaluator_desktop.ui.widgets.tier import tier_width

_PADS = 18
_ICON = PX["icon"] + 6
_STRIP = 142
_TAIL, _FULL = "…M0038D", "91319999MADEM0249W"
_SHORT_NAME = "十二个字的机构名称（例）"
_FOLDING = (Column.CHANGED, Column.PEOPLE, Column.CODE, Column.TIER)


class Columns(QObject):
    """Keeps the columns of the list within its width."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._table, self._head = table, ColumnHead(Column.NAME, table)
        self._is_fitting = self._is_quick_look = False
        set_up_head(self._head)
        table.setHorizontalHeader(self._head)
        self.menu = ColumnMenu(table, self._head)
        self._head.setStretchLastSection(False)
        self._head.setMinimumSectionSize(40)
        for column, width in _widths().items():
            self._head.resizeSection(column, width)
        self._head.sectionResized.connect(self._fit)
        table.viewport().installEventFilter(self)

    def set_quick_look(self, *, is_open: bool) -> None:
        """Leave room for the quick look: of the codes the tail is enough then."""
        self._is_quick_look = is_open
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()  # also after widths were restored
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        if self._is_fitting:
            return
        self._is_fitting = True
        least = QFontMetrics(font("body")).horizontalAdvance(_SHORT_NAME) + _PADS
        self._head.unfold()
        self._fit_code()
        for column in _FOLDING if self._is_quick_look else ():
            if self._room() < least:
                self._head.fold(column)
        self._head.resizeSection(Column.NAME, max(least, self._room()))
        self._is_fitting = False

    def _fit_code(self) -> None:
        """Show codes in full or their tail, unless a person chose another width."""
        widths = {True: _code_width(_TAIL), False: _code_width(_FULL)}
        if self._head.sectionSize(Column.CODE) in widths.values():
            self._head.resizeSection(Column.CODE, widths[self._is_quick_look])

    def _room(self) -> int:
        """Return the width that the other columns leave to the name."""
        others = (self._head.sectionSize(column) for column in Column if column != Column.NAME)
        return self._table.viewport().width() - sum(others)


def _widths() -> dict[Column, int]:
    body = QFontMetrics(font("body")).horizontalAdvance
    small = QFontMetrics(font("small")).horizontalAdvance
    states = max(body(_(look.word)) for look in (LATE_LOOK, *STATE_LOOKS.values()))
    yesterday = _("Yesterday {time}").format(time="22:22")
    needed = {
        Column.STATE: states + _ICON + PX["bar"],
        Column.NAME: body(_SHORT_NAME),
        Column.CODE: _code_width(_FULL) - _PADS,
        Column.PROGRESS: _STRIP,
        Column.CHECKED: body("88/88"),
        Column.MISSING: body(_("{count} missing").format(count=88)) + _ICON,
        Column.SCORE: body("88.88") + small(_("prov.")) + 8,
        Column.TIER: tier_width("star_5") - 10,
        Column.PEOPLE: body("测评员") - 2,
        Column.CHANGED: max(small("11-22 22:22"), small(yesterday)),
        Column.CONFLICTS: body("8") + _ICON,
    }
    heads = {column: small(_(heading.text)) for column, heading in HEADINGS.items()}
    return {column: max(width, heads[column]) + _PADS for column, width in needed.items()}


def _code_width(example: str) -> int:
    return QFontMetrics(font("small")).horizontalAdvance(example) + _ICON + _PADS
