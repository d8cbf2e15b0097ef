"""Exporting a package: where to, for whom, and afterwards what was written."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.exchange.package_writer import Written
from evaluator_desktop.operations.export import ExportWishes, Prepared, prepare_export
from evaluator_desktop.paths import safe_file_name
from evaluator_desktop.texts import _, ngettext, size_text, today
from evaluator_desktop.ui.dialogs.files import PACKAGES, choose_file, choose_target
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
        facts = services.facts
        name = safe_file_name(f"{facts.round.body.name} {facts.person}")
        self.ui.target_edit.setText(str(Path.home() / f"{name} {today()}.evpkg"))
        self.ui.task_combo.addItem(_("nobody: the whole workspace"), None)
        for person in facts.persons:
            self.ui.task_combo.addItem(person, person)
        self._connect()

    def _connect(self) -> None:
        self.ui.target_button.clicked.connect(self._choose_target)
        self.ui.since_button.clicked.connect(self._choose_since)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.export_button.clicked.connect(self._export)
        self.ui.progress_line.cancel_requested.connect(self._cancel)
        self._services.runner.progress_changed.connect(self._show_progress)

    def reject(self) -> None:
        self._cancel()
        super().reject()

    def _choose_target(self) -> None:
        if path := choose_target(self, _("Save as"), self.ui.target_edit.text(), PACKAGES):
            named = path if path.suffix else path.with_suffix(".evpkg")
            self.ui.target_edit.setText(str(named))

    def _choose_since(self) -> None:
        if path := choose_file(self, _("Package of the receiver"), PACKAGES):
            self.ui.since_edit.setText(str(path))

    def _export(self) -> None:
        self.ui.error_line.clear()
        self.ui.result_label.setText("")
        self.ui.export_button.setEnabled(False)
        self.ui.progress_line.start(_("Writing the package"))
        since = self.ui.since_edit.text().strip()
        wishes = ExportWishes(
            since=Path(since) if since else None, task_person=self.ui.task_combo.currentData()
        )
        self._services.runner.store_job(
            prepare_export,
            Path(self.ui.target_edit.text()),
            wishes,
            done=self._write,
            failed=self._show_error,
            owner=self,
        )

    def _write(self, prepared: Prepared) -> None:
        """Hash and zip on the pool: the store is free for saving meanwhile."""
        self._job = self._services.runner.pool_job(
            prepared.write, done=self._show_written, failed=self._show_error, owner=self
        )

    def _show_progress(self, number: int, done: int, total: int, _text: str) -> None:
        if self._job is not None and number == self._job.number:
            self.ui.progress_line.advance(done, total)

    def _show_written(self, written: Written) -> None:
        self._stop()
        sentence = _(
            "Written and read again: {file}, {size}, {revisions} records, {evidence} files. "
            "It is safe to remove the stick. Package number {number}."
        )
        text = sentence.format(
            file=", ".join(file.path.name for file in written.files),
            size=size_text(written.bytes),
            revisions=written.revisions,
            evidence=written.evidence,
            number=written.number[:16],
        )
        self.ui.result_label.setText(" ".join([text, *_left_out(written.personal_left_out)]))
        self.ui.cancel_button.setText(_("Close"))

    def _show_error(self, error: EvaluatorError) -> None:
        self._stop()
        self.ui.error_line.show_error(str(error))

    def _stop(self) -> None:
        self._job = None
        self.ui.progress_line.finish()
        self.ui.export_button.setEnabled(True)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()


def _left_out(count: int) -> list[str]:
    """Say how many personal objects a plain package did not take along."""
    sentence = ngettext(
        "{count} name with its number stayed here: the package is not encrypted.",
        "{count} names with their numbers stayed here: the package is not encrypted.",
        count,
    )
    return [sentence.format(count=count)] if count else []
