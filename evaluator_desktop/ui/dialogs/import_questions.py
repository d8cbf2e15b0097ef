"""The rows of an import that may be somebody who is here: what becomes of each, decided by a key.

The keys work on all selected rows, so that Ctrl+A and one key decide the rest.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout

from evaluator_desktop.texts import _
from evaluator_desktop.ui.dialogs.import_lists import ListKind, Plan
from evaluator_desktop.ui.forms.ui_import_dialog import Ui_ImportDialog
from evaluator_desktop.ui.models.import_model import AskedRowsModel
from evaluator_desktop.ui.theme import icons
from evaluator_desktop.ui.widgets.cells import Cell
from evaluator_desktop.ui.widgets.key_cap import KeyButton
from evaluator_desktop.ui.widgets.plain import caption

_FATE_WIDTH, _ROW_WIDTH, _NAME_WIDTH = 130, 60, 320


class ImportQuestions(QObject):
    """Fills the tab of rows that are asked about.

    Signals: `changed()` when a row was decided.
    """

    changed = Signal()

    def __init__(self, ui: Ui_ImportDialog, kind: ListKind, parent: QObject) -> None:
        super().__init__(parent)
        self._kind, self._table = kind, ui.similar_table
        self._model: AskedRowsModel | None = None
        self._rows: Sequence[int] = ()
        ui.tabs.setTabText(ui.tabs.indexOf(ui.similar_tab), caption(kind.similar_title))
        ui.similar_label.setText(kind.similar_advice)
        self._table.setAccessibleName(kind.similar_title)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(6)
        for place, choice in enumerate(kind.choices):
            self._add_button(place, caption(choice.words), choice.icon, choice.ink)
        self.buttons.addStretch(1)
        ui.similar_tab_layout.insertLayout(1, self.buttons)
        self._table.row_opened.connect(self._turn)
        self._add_key("Space", lambda: self._turn(self._table.currentIndex().row()))

    @property
    def count(self) -> int:
        """How many rows are asked about."""
        return len(self._rows)

    @property
    def open_count(self) -> int:
        """How many of them nobody has decided."""
        return self._model.open_count if self._model else 0

    @property
    def decided(self) -> Mapping[str, frozenset[int]]:
        """Rows of the file, as Excel numbers them, by the keyword of `compare` that says so."""
        found = defaultdict[str, set[int]](set)
        for row, place in zip(self._rows, self._model.chosen if self._model else (), strict=True):
            if place is not None and (says := self._kind.choices[place].says):
                found[says].add(row)
        return {says: frozenset(rows) for says, rows in found.items()}

    def show_plan(self, plan: Plan) -> None:
        """Ask about the rows that a plan is in doubt about."""
        by_row = {row.row: row for row in plan.added}
        found = [by_row[number] for number in plan.similar if number in by_row]
        cell, other = self._kind.similar_cell, plan.similar
        rows = [(str(row.row), row.name, cell(row, other[row.row])) for row in found]
        choices = [
            Cell(c.words, icon=c.icon, icon_ink=c.ink, ink="text3" if c.ink == "text3" else "text")
            for c in self._kind.choices
        ]
        first = None if self._kind.is_asked else 0
        headings = (_("Row"), *self._kind.similar_headings)
        self._model = AskedRowsModel(headings, rows, choices, self._table, first=first)
        self._rows = [row.row for row in found]
        self._table.setModel(self._model)
        for column, width in enumerate((_FATE_WIDTH, _ROW_WIDTH, _NAME_WIDTH)):
            self._table.setColumnWidth(column, width)

    def _add_button(self, place: int, words: str, icon: str, ink: str) -> None:
        key, button = str(place + 1), KeyButton(self._table, cap_first=True)
        button.setIcon(icons.icon(icon, ink))
        button.set_caption(words)
        button.set_key(key)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._choose(place))
        self.buttons.addWidget(button)
        self._add_key(key, lambda: self._choose(place))

    def _add_key(self, key: str, does: object) -> None:
        shortcut = QShortcut(QKeySequence(key), self._table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(does)

    def _choose(self, place: int) -> None:
        """Decide the selected rows; after a single one go on to the next that is open."""
        rows = sorted({index.row() for index in self._table.selectionModel().selectedRows()})
        if self._model is None or not rows:
            return
        for row in rows:
            self._model.choose(row, place)
        following = self._model.next_open(rows[-1])
        if len(rows) == 1 and following >= 0:
            self._table.selectRow(following)
        self._table.setFocus()
        self.changed.emit()

    def _turn(self, row: int) -> None:
        """Give a row the choice after its own."""
        if self._model is not None and row >= 0:
            before = self._model.chosen[row]
            following = 0 if before is None else (before + 1) % len(self._kind.choices)
            self._model.choose(row, following)
            self.changed.emit()
