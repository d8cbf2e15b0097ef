"""Importing a list: a file, what was understood of it, and 确认 before anything is written."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.texts import _, count_text, ngettext
from evaluator_desktop.ui.dialogs.files import WORKBOOKS, choose_file
from evaluator_desktop.ui.dialogs.import_files import save_error_sheet, save_template
from evaluator_desktop.ui.dialogs.import_lists import ListKind, Plan
from evaluator_desktop.ui.dialogs.import_review import ImportReview
from evaluator_desktop.ui.forms.ui_import_dialog import Ui_ImportDialog
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import icons
from evaluator_desktop.ui.widgets.plain import one_line

if TYPE_CHECKING:
    from evaluator_desktop.jobs.job import Job


class ImportDialog(QDialog):
    """Signals: `imported(added, updated)` when it has been written; the dialog closes then."""

    imported = Signal(int, int)

    def __init__(self, services: Services, kind: ListKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_ImportDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(one_line(kind.title))
        self._services, self._kind = services, kind
        self._is_writing = False
        self._path = Path()
        self._plan: Plan | None = None
        self._job: Job | None = None
        self._review = ImportReview(self.ui, kind, self)
        self.ui.start_page.set_words(_("Which list?"), kind.advice)
        first = self.ui.start_page.add_button(_("Choose a file…"), self.choose, icon="folder")
        first.setFocus()
        self.ui.start_page.add_button(_("Save template…"), self.save_template, icon="table")
        self.ui.error_sheet_button.setIcon(icons.icon("table", "text"))
        self._connect()
        self.ui.saved_label.hide()
        self._show_step()

    def _connect(self) -> None:
        ui = self.ui
        ui.choose_button.clicked.connect(self.choose)
        ui.template_button.clicked.connect(self.save_template)
        ui.error_sheet_button.clicked.connect(self.save_error_sheet)
        ui.cancel_button.clicked.connect(self.reject)
        ui.import_button.clicked.connect(self.confirm)
        ui.progress_line.cancel_requested.connect(self._cancel)
        self._review.questions.changed.connect(self._show_step)
        self._services.runner.progress_changed.connect(self._show_progress)

    def choose(self) -> None:
        """Ask for the list."""
        if path := choose_file(self, self._kind.file_title, WORKBOOKS):
            self.read(path)

    def read(self, path: Path) -> None:
        """Read a list and show what it would do."""
        self._path, self._plan = path, None
        self.ui.file_edit.setText(str(path))
        self.ui.error_line.clear()
        self.ui.saved_label.hide()
        words = _("Reading {file}").format(file=path.name)
        self._begin(words, self._kind.read, *self._kind.of, path, done=self._show)

    def confirm(self) -> None:
        """Write what is shown, without the rows that are left out."""
        questions = self._review.questions
        if self._plan is None or self._job is not None or questions.open_count:
            return
        decided = questions.decided
        if decided:
            self._compare_again(self._plan, decided)
        else:
            self._write(self._plan)

    def save_template(self) -> None:
        """Save the form for such a list."""
        save_template(self._services, self, self._kind, self._hear_saved, self._show_error)

    def save_error_sheet(self) -> None:
        """Give the rows with errors back as a sheet, bad cells marked."""
        if self._plan is not None:
            save_error_sheet(
                self._services, self, self._path, self._plan, self._hear_saved, self._show_error
            )

    def reject(self) -> None:
        self._cancel()
        if not self._is_writing:  # it closes when nothing of it is left
            super().reject()

    def _compare_again(self, plan: Plan, decided: Mapping[str, frozenset[int]]) -> None:
        compare = partial(self._kind.compare, **decided)
        self._begin(_("Comparing"), compare, *self._kind.of, plan.sheet, done=self._write)

    def _write(self, plan: Plan) -> None:
        """One step, all or nothing: a cancel while it is written leaves nothing of it."""
        self._plan, self._is_writing = plan, True
        can_stop = self._kind.can_stop
        self._begin(
            _("Writing"), self._kind.write, plan, done=self._hear_written, can_cancel=can_stop
        )

    def _begin(
        self,
        what: str,
        function: Callable[..., object],
        *args: object,
        done: Callable[..., object],
        can_cancel: bool = True,
    ) -> None:
        self.ui.progress_line.start(what, can_cancel=can_cancel)
        self._job = self._services.runner.store_job(
            function,
            *args,
            done=self._then(done),
            failed=self._show_error,
            owner=self,
        )
        self._show_step()

    def _then(self, done: Callable[..., object]) -> Callable[[object], None]:
        def hear(result: object) -> None:
            self._stop()
            done(result)

        return hear

    def _show(self, plan: Plan) -> None:
        self._plan = plan
        self._review.show_plan(plan)
        self._show_step()
        if self._review.questions.open_count:
            self.ui.similar_table.setFocus()
        else:  # Enter confirms; it would choose a file again otherwise
            self.ui.import_button.setFocus()

    def _hear_written(self, _changes: object) -> None:
        if self._plan is not None:
            self.imported.emit(len(self._plan.added), len(self._plan.updated))
        self.accept()

    def _show_step(self) -> None:
        """Show the step that is due, and what can be done in it."""
        ui, plan, is_busy = self.ui, self._plan, self._job is not None
        ui.steps.setCurrentWidget(ui.result_page if plan else ui.start_page)
        ui.start_page.setEnabled(not is_busy)
        ui.cancel_button.setEnabled(not self._is_writing)
        ui.nothing_label.setHidden(self._is_writing)
        for part in (ui.file_label, ui.file_edit):
            part.setVisible(bool(ui.file_edit.text()))
        for button in (ui.choose_button, ui.template_button):
            button.setVisible(plan is not None)
            button.setEnabled(not is_busy)
        ui.error_sheet_button.setVisible(plan is not None and bool(plan.errors))
        questions, wanted = self._review.questions, 0
        if plan is not None:
            left_out = questions.decided.get("leave_out", ())
            wanted = len(plan.added) + len(plan.updated) - len(left_out)
        words = _("Import {count}").format(count=count_text(wanted)) if wanted else _("Import")
        ui.import_button.setText(words)
        ui.import_button.setEnabled(wanted > 0 and not is_busy and not questions.open_count)
        ui.nothing_label.setText(_advice(questions.open_count if plan else 0))

    def _show_progress(self, number: int, done: int, total: int, _text: str) -> None:
        if self._job is not None and number == self._job.number:
            self.ui.progress_line.advance(done, total)

    def _show_error(self, error: EvaluatorError) -> None:
        self._stop()
        self._show_step()
        if not isinstance(error, CancelledError):
            self.ui.error_line.show_error(str(error))

    def _hear_saved(self, path: Path) -> None:
        self.ui.error_line.clear()
        self.ui.saved_label.setText(_("Saved: {file}").format(file=path))
        self.ui.saved_label.show()

    def _stop(self) -> None:
        self._job, self._is_writing = None, False
        self.ui.progress_line.finish()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()


def _advice(open_count: int) -> str:
    """Say what is to be done before anything is written."""
    if not open_count:
        return _("Nothing is written before you confirm.")
    words = ngettext("{count} row is to be decided.", "{count} rows are to be decided.", open_count)
    return words.format(count=count_text(open_count))
