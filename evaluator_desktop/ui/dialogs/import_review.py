"""What an import would do, laid out to be judged: columns, counts, rows, errors, questions."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from evaluator_desktop.exchange.workbooks.table import CellProblem
from evaluator_desktop.texts import N_, _, count_text, language, listed
from evaluator_desktop.ui.dialogs.import_lists import ListKind, Plan, SheetRow
from evaluator_desktop.ui.dialogs.import_questions import ImportQuestions
from evaluator_desktop.ui.forms.ui_import_dialog import Ui_ImportDialog
from evaluator_desktop.ui.models.import_model import TextRowsModel
from evaluator_desktop.ui.widgets.tables import Table

_PREVIEWED = 20
_NARROW, _USUAL = 70, 150
_PROBLEM_HEADINGS = (N_("Row"), N_("Column"), N_("What is wrong"))


class ImportReview(QObject):
    """Fills the dialog's second step; what is asked about is `questions`."""

    def __init__(self, ui: Ui_ImportDialog, kind: ListKind, parent: QObject) -> None:
        super().__init__(parent)
        self._ui, self._kind = ui, kind
        self.questions = ImportQuestions(ui, kind, self)
        self._titles = [ui.tabs.tabText(n) for n in range(ui.tabs.count())]

    def show_plan(self, plan: Plan) -> None:
        """Show what was read."""
        self._show_columns(plan)
        self._show_preview(plan)
        self._show_problems(self._ui.errors_table, plan.errors)
        self._show_problems(self._ui.warnings_table, plan.sheet.warnings)
        self.questions.show_plan(plan)
        self._show_tabs(plan)
        counts = _("New {new} · updated {updated} · skipped {skipped} · rows with errors {errors}")
        self._ui.counts_label.setText(
            counts.format(
                new=count_text(len(plan.added)),
                updated=count_text(len(plan.updated)),
                skipped=count_text(len(plan.skipped)),
                errors=count_text(len({problem.row for problem in plan.errors})),
            )
        )

    def _show_columns(self, plan: Plan) -> None:
        sheet = plan.sheet
        names = {column.field: column.name.text(language()) for column in self._kind.columns}
        found = [
            heading if heading == names[field] else f"{heading} → {names[field]}"
            for field, heading in sheet.columns.items()
        ]
        self._ui.columns_label.setText(
            _("Columns found (headings in row {row}): {columns}").format(
                row=sheet.heading_row, columns=" · ".join(found)
            )
        )
        self._ui.ignored_line.clear()
        if sheet.ignored_columns:
            words = _("Columns that are not read: {columns}")
            self._ui.ignored_line.show_notice(
                words.format(columns=" · ".join(sheet.ignored_columns))
            )

    def _show_preview(self, plan: Plan) -> None:
        fates = [(_("new"), plan.added), (_("updated"), plan.updated), (_("skipped"), plan.skipped)]
        fate = {row.row: word for word, rows in fates for row in rows}
        fields = tuple(plan.sheet.columns)
        headings = (_("Row"), _("Result"), *plan.sheet.columns.values())
        rows = [
            (str(row.row), fate[row.row], *(_text(row, field) for field in fields))
            for row in plan.sheet.rows[:_PREVIEWED]
        ]
        table = self._ui.preview_table
        table.setModel(TextRowsModel(headings, rows, table))
        widths = (_NARROW, _NARROW, *map(self._kind.width, fields))
        _set_widths(table, widths)

    def _show_problems(self, table: Table, problems: Sequence[CellProblem]) -> None:
        rows = [(str(p.row), p.column, p.message) for p in problems]
        table.setModel(TextRowsModel([_(text) for text in _PROBLEM_HEADINGS], rows, table))
        _set_widths(table, (_NARROW, _USUAL))

    def _show_tabs(self, plan: Plan) -> None:
        """Count what is behind each tab, hide the empty ones, open the first that asks."""
        tabs = self._ui.tabs
        counts = (len(plan.errors), self.questions.count, len(plan.sheet.warnings))
        for place, count in enumerate(counts, start=1):
            tabs.setTabText(place, f"{self._titles[place]} {count_text(count)}")
            tabs.setTabVisible(place, count > 0)
        shown = min(_PREVIEWED, len(plan.sheet.rows))
        words = _("{title}: first {count} rows").format(title=self._titles[0], count=shown)
        tabs.setTabText(0, words)
        asks = next((place for place, count in enumerate(counts, start=1) if count), 0)
        tabs.setCurrentIndex(asks if asks and not plan.sheet.rows else 0)
        if self.questions.open_count:
            tabs.setCurrentWidget(self._ui.similar_tab)


def _text(row: SheetRow, field: str) -> str:
    value = getattr(row, field)
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return listed(value) if isinstance(value, tuple) else str(value)


def _set_widths(table: Table, widths: Sequence[int]) -> None:
    for column, width in enumerate(widths):
        table.setColumnWidth(column, width)
