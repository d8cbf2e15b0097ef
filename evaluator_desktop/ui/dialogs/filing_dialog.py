"""Many files at once: where each is proposed to go, corrected in a table, added in one step."""

from collections.abc import Sequence
from hashlib import sha256

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QHeaderView, QWidget

from evaluator_desktop.domain.filing import NOWHERE, Place
from evaluator_desktop.domain.scheme import Scheme, When
from evaluator_desktop.texts import _, language, ngettext
from evaluator_desktop.ui.dialogs.evidence_dialog import typed_day
from evaluator_desktop.ui.dialogs.kept_filing import KeptFiling
from evaluator_desktop.ui.dialogs.primary_button import primary_button
from evaluator_desktop.ui.drafts import Drafts
from evaluator_desktop.ui.forms.ui_filing_dialog import Ui_FilingDialog
from evaluator_desktop.ui.models.filing_model import (
    DAY,
    FATE,
    FILE,
    ITEM,
    REMARK,
    REQUIREMENT,
    SIZE,
    FilingModel,
    FilingRow,
)
from evaluator_desktop.ui.theme import PX
from evaluator_desktop.ui.widgets.draft import Draft
from evaluator_desktop.ui.widgets.plain import caption

_WIDTHS = {FATE: 122, SIZE: 78, ITEM: 170, REQUIREMENT: 170, DAY: 86, REMARK: 130}


class FilingDialog(QDialog):
    """The fields below the table are for all rows that are selected.

    Space leaves them out, Enter goes to their item, Ctrl+Enter adds.

    Signals: `files_chosen(files)`: a list of `NewFile`.
    """

    files_chosen = Signal(object)

    def __init__(
        self,
        scheme: Scheme,
        rows: Sequence[FilingRow],
        parent: QWidget,
        *,
        is_law_firm: bool,
        drafts: Drafts,
        kept: KeptFiling,
    ) -> None:
        """Offer `rows`; what was corrected in them before and never added comes back."""
        super().__init__(parent)
        self.ui = Ui_FilingDialog()
        self.ui.setupUi(self)
        self._scheme = scheme
        self._hidden = When.NOT_LAW_FIRM if is_law_firm else When.LAW_FIRM
        self.model = FilingModel(scheme, rows, self)
        self._day = Draft(self.ui.day_edit)
        self._day.use(drafts, "day of files")
        self.rejected.connect(self._day.drop)
        self._came_back = kept.watch(self, self.model)
        self._set_up_table()
        self._fill_items()
        self._connect()
        self._select_first()
        self._show_count()

    @property
    def _selected(self) -> list[int]:
        return sorted(index.row() for index in self.ui.file_table.selectionModel().selectedRows())

    @property
    def _key(self) -> str:
        """What the selected files are called together: a half-typed day is theirs."""
        paths = "\n".join(str(self.model.rows[number].found.path) for number in self._selected)
        return sha256(paths.encode("utf-8", "replace")).hexdigest() if paths else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.ui.day_edit.hasFocus():
            self.ui.file_table.setFocus()  # the day was taken; nobody meant to add yet
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._accept()
        else:
            super().keyPressEvent(event)

    # What is shown

    def _show_selected(self) -> None:
        """Fill the fields with what the selected rows agree in."""
        ui, rows = self.ui, [self.model.rows[number] for number in self._selected]
        count = len(rows)
        words = ngettext("{count} file is selected", "{count} files are selected", count)
        ui.selected_label.setText(words.format(count=count))
        places, days = {row.place for row in rows}, {row.day for row in rows}
        items = {place.item for place in places}
        _choose(ui.item_combo, items.pop() if len(items) == 1 else "")
        self._fill_requirements()
        if len(places) == 1:
            _choose(ui.requirement_combo, places.pop().requirement)
        day = days.pop() if len(days) == 1 else None
        self._day.load(self._key, day.isoformat() if day else "")
        ui.day_edit.setModified(False)
        ui.day_problem.set_problem(ui.day_edit, "")
        self._show_file_time()
        for field in (ui.item_combo, ui.requirement_combo, ui.day_edit):
            field.setEnabled(bool(rows))

    def _show_file_time(self) -> None:
        rows = [self.model.rows[number] for number in self._selected]
        times = {row.found.changed for row in rows}
        offered = bool(rows) and None not in times and any(row.day is None for row in rows)
        self.ui.file_time_button.setVisible(offered)
        if offered:
            [only] = times if len(times) == 1 else [None]
            words = _("Suggested: {day}, the time of the file").format(day=only)
            self.ui.file_time_button.setText(words if only else _("Take the times of the files"))

    def _show_count(self) -> None:
        count, homeless = len(self.model.new_files), self.model.homeless
        words = [ngettext("{count} file", "{count} files", len(self.model.rows))]
        words[0] = words[0].format(count=len(self.model.rows))
        if homeless:
            sentence = ngettext(
                "{count} has no item yet and stays out",
                "{count} have no item yet and stay out",
                homeless,
            )
            words.append(sentence.format(count=homeless))
        if self._came_back:
            words.append(_("what you corrected before is back"))
        self.ui.count_label.setText(" · ".join(words))
        button = self.ui.button_box.button(QDialogButtonBox.StandardButton.Ok)
        verb = ngettext("Add {count} file", "Add {count} files", count)
        button.setText(caption(verb.format(count=count)))
        button.setEnabled(count > 0)

    # What is corrected

    def _place(self) -> None:
        """Take item and requirement for the selected rows."""
        item, asked = self.ui.item_combo.currentData(), self.ui.requirement_combo.currentData()
        self.model.set_place(self._selected, Place(item, asked) if item else NOWHERE)
        self._show_count()

    def _place_in_item(self) -> None:
        """Another item: its only requirement, else none until one is chosen."""
        self._fill_requirements()
        combo = self.ui.requirement_combo
        combo.setCurrentIndex(1 if combo.count() == 2 else 0)
        self._place()

    def _take_day(self) -> None:
        edit = self.ui.day_edit
        if not (edit.isModified() or self._day.is_changed):
            return
        typed = edit.text().strip()
        day = typed_day(typed)
        problem = _("Write the day like 2026-10-12, or nothing.") if typed and not day else ""
        self.ui.day_problem.set_problem(edit, problem)
        if not problem:
            edit.setModified(False)
            self._day.settle()
            self.model.set_day(self._selected, day)
            self._show_file_time()

    def _take_file_times(self) -> None:
        self.model.take_file_times(self._selected)
        self._show_selected()

    def _toggle(self) -> None:
        if numbers := self._selected:
            self.model.toggle(numbers)
            self._show_count()

    def _hear_click(self, index: QModelIndex) -> None:
        if index.column() == FATE:
            self._toggle()

    def _accept(self) -> None:
        self._take_day()
        files = self.model.new_files
        if self.ui.day_problem.isVisible() or not files:
            return
        self.accept()
        self.files_chosen.emit(files)

    # Building

    def _set_up_table(self) -> None:
        table = self.ui.file_table
        table.setModel(self.model)
        table.set_row_height(PX["row_two_line"])
        head = table.horizontalHeader()
        head.setStretchLastSection(False)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        head.setSectionResizeMode(FILE, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().selectionChanged.connect(self._show_selected)
        table.clicked.connect(self._hear_click)
        table.row_opened.connect(lambda _row: self.ui.item_combo.setFocus())
        shortcut = QShortcut(QKeySequence("Space"), table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._toggle)

    def _fill_items(self) -> None:
        combo = self.ui.item_combo
        combo.addItem("—", "")
        for item in self._scheme.items:
            combo.addItem(caption(self.model.item_name(item)), item.id)

    def _fill_requirements(self) -> None:
        combo = self.ui.requirement_combo
        combo.clear()
        item = self._scheme.find(self.ui.item_combo.currentData() or "")
        combo.addItem(_("for no requirement") if item else "—", None)
        for asked in item.requirements if item else ():
            if asked.when is not self._hidden:
                combo.addItem(caption(asked.name.text(language())), asked.id)

    def _select_first(self) -> None:
        """Begin with what needs a hand: the first file without an item."""
        rows = self.model.rows
        ask = (n for n, row in enumerate(rows) if row.is_wanted and not row.place.item)
        first = next(ask, None)
        self.ui.file_table.selectRow(first or 0)
        ok = self.ui.button_box.button(QDialogButtonBox.StandardButton.Ok)
        (ok if first is None and self.model.new_files else self.ui.file_table).setFocus()

    def _connect(self) -> None:
        ui = self.ui
        ui.item_combo.activated.connect(self._place_in_item)
        ui.requirement_combo.activated.connect(self._place)
        ui.day_edit.editingFinished.connect(self._take_day)
        ui.file_time_button.clicked.connect(self._take_file_times)
        primary_button(ui.button_box)
        ui.button_box.accepted.connect(self._accept)
        ui.button_box.rejected.connect(self.reject)


def _choose(combo: QComboBox, value: str | None) -> None:
    combo.setCurrentIndex(max(0, combo.findData(value)))
