"""The facts of a shop as a form, a section a part; the problem of a field stands below it."""

from collections.abc import Collection, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from evaluator_desktop.texts import _
from evaluator_desktop.ui.pages.shop.field_edit import FieldEdit, FlagBox
from evaluator_desktop.ui.pages.shop.fields import SECTIONS, Entry, Kind, Row, Section
from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.notice_line import FieldProblem
from evaluator_desktop.ui.widgets.plain import PlainLabel, caption

Control = FieldEdit | FlagBox
_UNIT_WIDTH = 18


class ConflictNote(QWidget):
    """What differs in a part, and the way to the page where it is decided.

    Signals: `decision_requested()`.
    """

    decision_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign, self._words = IconLabel(), PlainLabel()
        sign.set_icon("conflict", "unver")
        self._words.set_role("small")
        self._words.setWordWrap(True)
        button = QPushButton(caption(_("Decide…")))
        button.setProperty("kind", "link")
        button.setProperty("small", True)
        button.setAccessibleName(_("Decide this conflict"))
        button.clicked.connect(self.decision_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show what differs, "" for nothing."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def text(self) -> str:
        return "" if self.isHidden() else self._words.text()


class FactsForm(QScrollArea):
    """Signals.

    entry_changed(path, entry): a person changed a field.
    left(path): a field was left, or Enter pressed in it.
    entered(path): a field has the focus now.
    dropped(path): what an earlier run left in a field is not wanted.
    decision_requested(): the conflict of a part is to be decided.
    """

    entry_changed = Signal(str, object)
    left = Signal(str)
    entered = Signal(str)
    dropped = Signal(str)
    decision_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.controls: dict[str, Control] = {}
        self.problems: dict[str, FieldProblem] = {}
        self.conflicts: dict[str, ConflictNote] = {}
        self._parts: dict[str, list[Control]] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setProperty("transparent", True)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(12, 6, 12, 6)
        self._column.setSpacing(3)
        for section in SECTIONS:
            self._add_section(section)
        self._column.addStretch(1)
        self.setWidget(inside)

    @property
    def first(self) -> QWidget:
        """The field that gets the focus when the pane does."""
        return self.controls["registered_on"]

    def show_entries(self, entries: Mapping[str, Entry]) -> None:
        """Show what stands in the fields."""
        for path, control in self.controls.items():
            control.set_entry(entries.get(path))

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say at each field what is wrong with it."""
        for path, line in self.problems.items():
            line.set_problem(self.controls[path], problems.get(path, ""))
            if path in problems and self.controls[path].hasFocus():
                # the line gets its height when the layout is done
                QTimer.singleShot(0, self, partial(self.ensureWidgetVisible, line, 0, 4))

    def show_unfinished(self, paths: Collection[str]) -> None:
        """Mark what an earlier run left in the fields."""
        for path, control in self.controls.items():
            if isinstance(control, FieldEdit):
                control.mark.set_on(path in paths)

    def show_conflicts(self, conflicts: Mapping[str, str]) -> None:
        """Say of each part in conflict what differs."""
        for part, note in self.conflicts.items():
            note.show_text(conflicts.get(part, ""))

    def set_read_only(self, parts: Mapping[str, bool]) -> None:
        """Say of each part whether its fields can be changed."""
        for part, controls in self._parts.items():
            for control in controls:
                control.set_read_only(parts.get(part, False))

    # Building

    def _add_section(self, section: Section) -> None:
        heading = PlainLabel(_(section.heading))
        heading.set_role("meta")
        self._column.addWidget(heading)
        note = self.conflicts[section.part] = ConflictNote()
        note.decision_requested.connect(self.decision_requested)
        self._column.addWidget(note)
        self._parts[section.part] = []
        for row in section.rows:
            self._add_row(section.part, row)
        self._column.addSpacing(2)

    def _add_row(self, part: str, row: Row) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        label = PlainLabel(_(row.label))
        label.set_elide()
        line.addWidget(label, 1)
        for place, field in enumerate(row.fields):
            if place and row.between:
                line.addWidget(PlainLabel(row.between))
            control = FlagBox(field) if field.kind is Kind.FLAG else FieldEdit(field)
            if isinstance(control, FieldEdit) and len(row.fields) > 1:
                control.set_paired()
            self._connect(part, control)
            line.addWidget(control)
        if row.fields[0].kind is Kind.COUNT:
            unit = PlainLabel(_(row.unit))
            unit.setFixedWidth(max(_UNIT_WIDTH, unit.sizeHint().width()) if row.unit else 0)
            line.addWidget(unit)
        self._column.addLayout(line)
        for field in row.fields:
            problem = self.problems[field.path] = FieldProblem()
            self._column.addWidget(problem)

    def _connect(self, part: str, control: Control) -> None:
        self.controls[control.path] = control
        self._parts[part].append(control)
        control.entry_changed.connect(lambda path: self.entry_changed.emit(path, control.entry))
        control.left.connect(self.left)
        control.entered.connect(self._see_entered)
        if isinstance(control, FieldEdit):
            control.dropped.connect(self.dropped)

    def _see_entered(self, path: str) -> None:
        self.ensureWidgetVisible(self.controls[path], 0, 40)
        self.entered.emit(path)
