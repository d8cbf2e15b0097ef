"""Exporting a package: what, for whom, where to; afterwards what was written and its numbers."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.exchange.package_writer import Written, damaged_words
from evaluator_desktop.operations.devices import known_devices
from evaluator_desktop.operations.export import Prepared, prepare_export
from evaluator_desktop.operations.export_estimate import Estimate, estimate
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.store.queries.ledger import ledger
from evaluator_desktop.texts import _
from evaluator_desktop.ui.dialogs.export_form import ExportForm
from evaluator_desktop.ui.dialogs.export_words import (
    digest_lines,
    estimate_words,
    left_out_words,
    too_large_words,
    written_words,
)
from evaluator_desktop.ui.forms.ui_export_dialog import Ui_ExportDialog
from evaluator_desktop.ui.services import Services

if TYPE_CHECKING:
    from evaluator_desktop.jobs.job import Job


class ExportDialog(QDialog):
    """Stays until the package has been written and read again from its medium."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_ExportDialog()
        self.ui.setupUi(self)
        self._services = services
        self._job: Job | None = None
        self._limit: int | None = None
        self.form = ExportForm(self.ui, services.facts, self)
        self.ui.content_stack.setCurrentWidget(self.ui.form_page)
        self.ui.result_icon.set_icon("outcome_verified", "ok")
        self._connect()
        runner = services.runner
        runner.store_job(ledger, done=self.form.show_ledger, owner=self, topic="ledger")
        runner.pool_job(known_devices, done=self.form.show_devices, owner=self, topic="devices")
        self._estimate()

    def _connect(self) -> None:
        ui = self.ui
        ui.cancel_button.clicked.connect(self.reject)
        ui.export_button.clicked.connect(self._export)
        ui.copy_button.clicked.connect(self._copy)
        ui.progress_line.cancel_requested.connect(self._cancel)
        self.form.changed.connect(self._estimate)
        self._services.runner.progress_changed.connect(self._show_progress)

    def reject(self) -> None:
        self._cancel()
        super().reject()

    # Before

    def _estimate(self) -> None:
        self._services.runner.store_job(
            estimate,
            self.form.target,
            self.form.contents(),
            done=self._show_estimate,
            failed=lambda _error: self.ui.estimate_label.setText(""),
            owner=self,
            topic="estimate",
        )

    def _show_estimate(self, found: Estimate) -> None:
        self.ui.estimate_label.setText(estimate_words(found))
        self.ui.estimate_label.set_role("partly" if found.is_tight else "meta")

    # Writing

    def _export(self) -> None:
        self.ui.error_line.clear()
        wishes = self.form.wishes()
        if wishes is None or self._job is not None:
            return
        self._limit = wishes.volume_size
        self.ui.form_page.setEnabled(False)
        self.ui.export_button.setEnabled(False)
        self.ui.progress_line.start(_("Writing the package"))
        self._job = self._services.runner.store_job(
            prepare_export,
            self.form.target,
            wishes,
            done=self._write,
            failed=self._show_error,
            owner=self,
        )

    def _write(self, prepared: Prepared) -> None:
        """Hash and zip on the pool: the store is free for saving meanwhile."""
        if self._job is not None and self._job.cancelled:
            prepared.stack.close()
            self._show_error(CancelledError())
            return
        self._job = self._services.runner.pool_job(
            prepared.write, done=self._show_written, failed=self._show_error, owner=self
        )

    def _show_progress(self, number: int, done: int, total: int, _text: str) -> None:
        if self._job is not None and number == self._job.number:
            self.ui.progress_line.advance(done, total)

    def _show_error(self, error: EvaluatorError) -> None:
        self._stop()
        self.ui.export_button.setEnabled(True)
        self.ui.form_page.setEnabled(True)
        if not isinstance(error, CancelledError) and not self.form.show_refusal(error):
            self.ui.error_line.show_error(str(error))

    def _stop(self) -> None:
        self._job = None
        self.ui.progress_line.finish()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    # After

    def _show_written(self, written: Written) -> None:
        self._stop()
        ui = self.ui
        ui.result_label.setText(written_words(written))
        notes = (
            left_out_words(written),
            too_large_words(written, self._limit),
            *damaged_words(written),
        )
        ui.left_out_label.setText("\n".join(note for note in notes if note))
        ui.left_out_label.setVisible(any(notes))
        ui.safe_label.setText(_("It is safe to remove the stick."))
        ui.digest_edit.setPlainText(digest_lines(written))
        ui.content_stack.setCurrentWidget(ui.result_page)
        ui.export_button.hide()
        ui.cancel_button.setText(_("Close"))
        ui.copy_button.setFocus()

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.ui.digest_edit.toPlainText())
        self.ui.copy_button.setText(_("Copied"))
