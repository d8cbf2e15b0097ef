"""What a changed scheme would do, laid out to be judged: changes, locks, and what is lost."""

from PySide6.QtCore import QObject, Signal

from evaluator_desktop.operations.scheme_words import change_lines
from evaluator_desktop.operations.schemes import SchemePlan
from evaluator_desktop.texts import _, language, ngettext
from evaluator_desktop.ui.forms.ui_scheme_dialog import Ui_SchemeDialog
from evaluator_desktop.ui.models import scheme_rows as rows
from evaluator_desktop.ui.models.cell_table_model import fill_table
from evaluator_desktop.ui.widgets.cells import Cell


class SchemePreview(QObject):
    """Fills the dialog's second step.

    Signals: `changed()` when what can be done may be another thing now.
    """

    changed = Signal()

    def __init__(self, ui: Ui_SchemeDialog, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self.plan: SchemePlan | None = None
        ui.accept_check.toggled.connect(lambda _on: self.changed.emit())
        ui.version_edit.textChanged.connect(lambda _text: self.changed.emit())

    @property
    def accepts_losses(self) -> bool:
        return self._ui.accept_check.isChecked()

    @property
    def version(self) -> str | None:
        """The version that was typed; None while the proposed one stands."""
        typed = self._ui.version_edit.text().strip()
        proposed = self.plan.change.after.version if self.plan else ""
        return None if typed == proposed else typed

    @property
    def can_be_adopted(self) -> bool:
        if self.plan is None or not self._ui.version_edit.text().strip():
            return False
        return self.accepts_losses or not self.plan.losses

    def clear(self) -> None:
        """Forget the plan."""
        self.plan = None

    def show_plan(self, plan: SchemePlan) -> None:
        """Show what a plan would do."""
        self.plan = plan
        ui, change = self._ui, plan.change
        sentence = _("From {before} to “{name}”: what changes")
        before = f"{change.before.id} {change.before.version}"
        ui.preview_label.setText(
            sentence.format(before=before, name=change.after.name.text(language()))
        )
        ui.version_edit.setText(change.after.version)
        lines = list(change_lines(change)) or [_("Names, texts or requirements.")]
        fill_table(
            ui.changes_table, rows.CHANGE_HEADS, [[Cell(line)] for line in lines], stretched=0
        )
        self._show_locks(plan)
        self._show_losses(plan)

    def _show_locks(self, plan: SchemePlan) -> None:
        self._ui.locked_line.clear()
        if count := len(plan.locked):
            sentence = ngettext(
                "{count} provider is locked; its lock would have to be confirmed.",
                "{count} providers are locked; each lock would have to be confirmed.",
                count,
            )
            self._ui.locked_line.show_notice(sentence.format(count=count))

    def _show_losses(self, plan: SchemePlan) -> None:
        ui, count = self._ui, len(plan.losses)
        ui.accept_check.setChecked(False)
        ui.losses_box.setVisible(bool(count))
        sentence = ngettext(
            "With the changed scheme {count} entry no longer counts:",
            "With the changed scheme {count} entries no longer count:",
            count,
        )
        ui.losses_label.setText(sentence.format(count=count))
        names = rows.item_names(plan.change.before)
        found = rows.outside_rows(plan.losses, names)
        fill_table(ui.losses_table, rows.OUTSIDE_HEADS, found, stretched=3)
