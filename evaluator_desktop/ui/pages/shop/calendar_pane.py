"""The logins of a shop: a year of days with its runs of ten, or the two totals alone (P5, P6)."""

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from evaluator_desktop.domain.shop_draft import login_runs
from evaluator_desktop.texts import _, count_text
from evaluator_desktop.ui.forms.ui_shop_calendar_pane import Ui_ShopCalendarPane
from evaluator_desktop.ui.pages.shop.facts_form import ConflictNote
from evaluator_desktop.ui.pages.shop.field_edit import FieldEdit
from evaluator_desktop.ui.pages.shop.fields import LOGIN_FIELDS, Entry
from evaluator_desktop.ui.pages.shop.legend import Legend
from evaluator_desktop.ui.widgets.notice_line import FieldProblem
from evaluator_desktop.ui.widgets.pane import tool_button
from evaluator_desktop.ui.widgets.plain import PlainLabel

_MOST_RUNS = 6
_FOCUS = (QEvent.Type.FocusIn, QEvent.Type.FocusOut)


class CalendarPane(QFrame):
    """Signals as of FactsForm; the fields are `login_dates`, or `login_days` and `login_streaks`.

    entry_changed(path, entry), left(path), entered(path), decision_requested().
    """

    entry_changed = Signal(str, object)
    left = Signal(str)
    entered = Signal(str)
    decision_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_ShopCalendarPane()
        self.ui.setupUi(self)
        self._days: set[date] = set()
        self._cutoff = date(2000, 1, 1)
        self._year = self._cutoff.year
        self._read_only = False
        self.fields = {field.path: FieldEdit(field) for field in LOGIN_FIELDS[1:]}
        self.problems = {field.path: FieldProblem() for field in LOGIN_FIELDS}
        self._add_head()
        self._add_totals()
        self.ui.calendar.day_chosen.connect(self._toggle)

    def set_cutoff(self, cutoff: date) -> None:
        """Say the last day that counts; its year is shown first."""
        self._cutoff, self._year = cutoff, cutoff.year

    def show_entries(self, entries: Mapping[str, Entry]) -> None:
        """Show what stands in the three fields."""
        dates = entries.get("login_dates")
        self._days = set(map(date.fromisoformat, dates)) if isinstance(dates, tuple) else set()
        for path, field in self.fields.items():
            field.set_entry(entries.get(path))
        totals = any(entries.get(path) is not None for path in self.fields)
        self.totals_box.setChecked(totals and not isinstance(dates, tuple))
        self._show_days()

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong with the logins."""
        for path, line in self.problems.items():
            line.set_problem(self.fields.get(path, self.ui.calendar), problems.get(path, ""))

    def show_conflict(self, text: str) -> None:
        """Say what differs between laptops, "" for nothing."""
        self.conflict.show_text(text)
        self.ui.note_box.setVisible(bool(text))

    def set_read_only(self, read_only: bool) -> None:
        """Let the logins be seen, not changed."""
        self._read_only = read_only
        self.totals_box.setEnabled(not read_only)
        for field in self.fields.values():
            field.set_read_only(read_only)

    # Changing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.ui.calendar and event.type() in _FOCUS:
            signal = self.entered if event.type() == QEvent.Type.FocusIn else self.left
            signal.emit("login_dates")
        return super().eventFilter(watched, event)

    def _toggle(self, day: date) -> None:
        if not self._read_only:
            self._days ^= {day}
            self._tell_days(self._days)
            self._show_days()

    def _tell_days(self, days: Iterable[date]) -> None:
        self.entry_changed.emit("login_dates", tuple(sorted(day.isoformat() for day in days)))

    def _choose_totals(self, totals: bool) -> None:
        """Change between dates and totals: what was there on the other side is put aside."""
        if totals:
            self.entry_changed.emit("login_dates", None)
            for path, field in self.fields.items():
                self.entry_changed.emit(path, field.entry)
        else:
            for path in self.fields:
                self.entry_changed.emit(path, None)
            if self._days:
                self._tell_days(self._days)
        self._show_days()

    def _turn(self, years: int) -> None:
        self._year += years
        self._show_days()

    # Showing

    def _show_days(self) -> None:
        totals = self.totals_box.isChecked()
        self.ui.stack.setCurrentWidget(self.ui.totals_page if totals else self.ui.calendar)
        for widget in (self.legend, self.earlier_button, self.year_label, self.later_button):
            widget.setVisible(not totals)
        self.ui.head.set_first(self.fields["login_days"] if totals else self.ui.calendar)
        runs = login_runs(self._days)
        tenths = [day for run in runs for day in run.tenths]
        self.ui.calendar.set_days(self._year, self._days, tenths, self._cutoff)
        self.year_label.setText(str(self._year))
        self.later_button.setEnabled(self._year < self._cutoff.year)
        meta = _("only the totals are known") if totals else self._words()
        self.ui.head.set_title(_("Login calendar"), meta)

    def _words(self) -> str:
        runs = login_runs(self._days)
        if not runs:
            return _("no day marked yet: click a day, or use the arrow keys and Space")
        lengths = [str(run.length) for run in runs[-_MOST_RUNS:]]
        if len(runs) > _MOST_RUNS:
            lengths.insert(0, "…")
        return _("{days} days · runs of {runs} · full tens: {tens}").format(
            days=count_text(len(self._days)),
            runs=_(", ").join(lengths),
            tens=sum(1 for run in runs for _day in run.tenths),
        )

    # Building

    def _add_head(self) -> None:
        head = self.ui.head
        self.legend = Legend()
        self.totals_box = QCheckBox(_("totals only"))
        self.totals_box.setAccessibleName(_("Only the totals of the logins are known"))
        self.totals_box.clicked.connect(self._choose_totals)
        self.earlier_button = tool_button("chevron_left", _("The year before"))
        self.later_button = tool_button("chevron_right", _("The year after"))
        self.earlier_button.clicked.connect(lambda: self._turn(-1))
        self.later_button.clicked.connect(lambda: self._turn(1))
        self.year_label = PlainLabel()
        self.year_label.set_role("heading")
        for widget in (self.legend, self.totals_box, self.earlier_button, self.year_label):
            head.add_widget(widget)
        head.add_widget(self.later_button)
        self.conflict = ConflictNote()
        self.conflict.decision_requested.connect(self.decision_requested)
        self.ui.note_layout.addWidget(self.conflict)
        self.ui.note_box.hide()
        self.ui.calendar.installEventFilter(self)

    def _add_totals(self) -> None:
        grid = self.ui.totals_grid
        for row, field in enumerate(LOGIN_FIELDS[1:]):
            edit = self.fields[field.path]
            edit.entry_changed.connect(
                lambda path: self.entry_changed.emit(path, self.fields[path].entry)
            )
            edit.left.connect(self.left)
            edit.entered.connect(self.entered)
            grid.addWidget(PlainLabel(_(field.name)), row, 0)
            grid.addWidget(edit, row, 1)
            grid.addWidget(self.problems[field.path], row, 2)
        grid.setColumnStretch(2, 1)
        self.ui.pane_layout.addWidget(self.problems["login_dates"])
