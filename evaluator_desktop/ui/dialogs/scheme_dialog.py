"""The scheme of the round: what it is, as a file to change, and what a changed one would do."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.domain.bodies import LEAD
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations.schemes import (
    SchemePlan,
    carry_out,
    export_scheme,
    plan_scheme_file,
)
from evaluator_desktop.paths import safe_file_name
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.queries.schemes import OutsideWork, not_counted
from evaluator_desktop.texts import _, language, ngettext
from evaluator_desktop.ui.dialogs.files import SCHEMES, choose_file, choose_target
from evaluator_desktop.ui.dialogs.scheme_preview import SchemePreview
from evaluator_desktop.ui.forms.ui_scheme_dialog import Ui_SchemeDialog
from evaluator_desktop.ui.models import scheme_rows as rows
from evaluator_desktop.ui.models.cell_table_model import fill_table
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import PX


class SchemeDialog(QDialog):
    """Two steps: the scheme in use, and for leads what a changed file would change."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_SchemeDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services = services
        self._is_writing = False
        self._preview = SchemePreview(self.ui, self)
        self._show_scheme(services.facts.scheme)
        self._is_lead = services.facts.role == LEAD
        self.ui.import_button.setVisible(self._is_lead)
        self.ui.role_label.setText("" if self._is_lead else _("Changing the scheme is for leads."))
        self.ui.saved_label.hide()
        self._connect()
        self._show_step()
        services.runner.store_job(not_counted, done=self._show_outside, owner=self)

    def _connect(self) -> None:
        ui = self.ui
        ui.export_button.clicked.connect(self.choose_target)
        ui.import_button.clicked.connect(self.choose)
        ui.back_button.clicked.connect(self._go_back)
        ui.adopt_button.clicked.connect(self.adopt)
        ui.close_button.clicked.connect(self.reject)
        self._preview.changed.connect(self._show_step)

    def choose_target(self) -> None:
        """Ask where the file to change goes."""
        scheme = self._services.facts.scheme
        name = safe_file_name(f"{scheme.id} {scheme.version}") + ".xlsx"
        if path := choose_target(self, _("Save as"), str(Path.home() / name), SCHEMES):
            self.export(path)

    def export(self, path: Path) -> None:
        """Write the scheme in use as a workbook, or as TOML where the name says so."""
        self._begin(_("Writing"), export_scheme, path, done=self._show_saved)

    def choose(self) -> None:
        """Ask for a changed scheme."""
        if path := choose_file(self, _("Changed scheme"), SCHEMES):
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a changed scheme and show what it would do."""
        reading = _("Reading {file}").format(file=path.name)
        self._begin(reading, plan_scheme_file, path, done=self._show_plan)

    def adopt(self) -> None:
        """Go over to the scheme that is shown."""
        plan = self._preview.plan
        if plan is None or self._is_writing:
            return
        self._is_writing = True
        accepts, version = self._preview.accepts_losses, self._preview.version
        write = partial(carry_out, accept_losses=accepts, version=version)
        self._begin(_("Writing"), write, plan, done=self._hear_written)

    def reject(self) -> None:
        if not self._is_writing:
            super().reject()

    def _begin(
        self,
        what: str,
        function: Callable[..., object],
        *args: object,
        done: Callable[..., object],
    ) -> None:
        self.ui.error_line.clear()
        self.ui.saved_label.hide()
        self.ui.progress_line.start(what, can_cancel=False)

        def hear(result: object) -> None:
            self.ui.progress_line.finish()
            done(result)

        self._services.runner.store_job(
            function, *args, done=hear, failed=self._refused, owner=self
        )

    def _show_scheme(self, scheme: Scheme) -> None:
        ui = self.ui
        ui.name_label.setText(scheme.name.text(language()))
        ui.name_label.set_elide()
        ui.version_tag.setText(f"{scheme.id} {scheme.version}")
        official = scheme.weights_official
        ui.weights_tag.setText(
            _("official weights") if official else _("sample weights (unofficial)")
        )
        ui.weights_tag.setVisible(scheme.has_weights)
        ui.meta_label.setText(_("Digest {digest}").format(digest=scheme.digest))
        for table in (ui.items_table, ui.parameters_table, ui.rules_table, ui.bands_table):
            table.set_row_height(PX["row_ledger"] + 4)
        fill_table(ui.items_table, rows.ITEM_HEADS, rows.item_rows(scheme), stretched=3)
        fill_table(
            ui.parameters_table, rows.PARAMETER_HEADS, rows.parameter_rows(scheme), stretched=3
        )
        fill_table(ui.rules_table, rows.RULE_HEADS, rows.rule_rows(scheme), stretched=1)
        fill_table(ui.bands_table, rows.BAND_HEADS, rows.band_rows(scheme), stretched=1)

    def _show_outside(self, works: tuple[OutsideWork, ...]) -> None:
        """List what the scheme in use has no place for, where there is any."""
        found = rows.outside_rows(works, rows.item_names(self._services.facts.scheme))
        fill_table(self.ui.outside_table, rows.OUTSIDE_HEADS, found, stretched=3)
        place = self.ui.tabs.indexOf(self.ui.outside_tab)
        self.ui.tabs.setTabVisible(place, bool(works))
        if works:
            sentence = ngettext(
                "The scheme has no place for {count} recorded entry; it does not count.",
                "The scheme has no place for {count} recorded entries; they do not count.",
                len(works),
            )
            self.ui.outside_line.show_notice(sentence.format(count=len(works)))

    def _show_plan(self, plan: SchemePlan) -> None:
        if plan.is_unchanged:
            self.ui.saved_label.setText(_("The file holds the scheme in use; nothing changes."))
            self.ui.saved_label.show()
            return
        self._preview.show_plan(plan)
        self._show_step()

    def _go_back(self) -> None:
        self._preview.clear()
        self.ui.error_line.clear()
        self._show_step()

    def _show_step(self) -> None:
        ui, is_preview = self.ui, self._preview.plan is not None
        ui.steps.setCurrentWidget(ui.preview_page if is_preview else ui.overview_page)
        for button in (ui.back_button, ui.adopt_button):
            button.setVisible(is_preview)
        ui.export_button.setVisible(not is_preview)
        ui.import_button.setVisible(not is_preview and self._is_lead)
        ui.close_button.setText(_("Cancel") if is_preview else _("Close"))
        ui.adopt_button.setEnabled(self._preview.can_be_adopted)

    def _show_saved(self, path: Path) -> None:
        self.ui.saved_label.setText(_("Saved: {file}").format(file=path))
        self.ui.saved_label.show()

    def _hear_written(self, _changes: Changes | None) -> None:
        self._is_writing = False
        self.accept()

    def _refused(self, error: EvaluatorError) -> None:
        self._is_writing = False
        self.ui.progress_line.finish()
        self.ui.error_line.show_error(_headline(error), details=error.details_text)


def _headline(error: EvaluatorError) -> str:
    """Return the first places that are wrong; the rest stand in the details."""
    if len(error.details) <= 1:
        return str(error)
    first = error.details[0]
    more = ngettext("and {count} more place", "and {count} more places", len(error.details) - 1)
    return f"{first.field}: {first.message} ({more.format(count=len(error.details) - 1)})"
