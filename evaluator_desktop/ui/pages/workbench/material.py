"""What is done with files: added, pasted, described, removed, saved elsewhere, shown."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from evaluator_desktop.domain.assessment import EvidenceAssessment
from evaluator_desktop.domain.filing import Place, propose
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.jobs.survey import FoundFile, Known
from evaluator_desktop.paths import safe_file_name
from evaluator_desktop.texts import _
from evaluator_desktop.ui.dialogs.evidence_dialog import EvidenceDialog
from evaluator_desktop.ui.dialogs.filing_dialog import FilingDialog
from evaluator_desktop.ui.dialogs.kept_filing import KeptFiling
from evaluator_desktop.ui.dialogs.link_dialog import LinkDialog
from evaluator_desktop.ui.dialogs.markup_dialog import MarkupDialog
from evaluator_desktop.ui.dialogs.reason_dialog import ReasonDialog
from evaluator_desktop.ui.forms.ui_workbench_page import Ui_WorkbenchPage
from evaluator_desktop.ui.models.filing_model import proposed_row
from evaluator_desktop.ui.pages.workbench.adding import Adding, Target
from evaluator_desktop.ui.pages.workbench.course import Course
from evaluator_desktop.ui.pages.workbench.deeds import Deeds
from evaluator_desktop.ui.pages.workbench.field_keys import FieldKeys
from evaluator_desktop.ui.pages.workbench.save_copy import save_copy
from evaluator_desktop.ui.pages.workbench.words import moment_text
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.widgets.dialog_drafts import keep_in_dialog
from evaluator_desktop.ui.widgets.preview import PreviewFile

Saved = Callable[[Path], object]
Failed = Callable[[EvaluatorError], object]


class Material(QObject):
    """Stands between the evidence pane, the preview and the store."""

    _filing: KeptFiling | None = None

    def __init__(
        self, ui: Ui_WorkbenchPage, services: Services, course: Course, deeds: Deeds, page: QWidget
    ) -> None:
        super().__init__(page)
        self._ui, self._services, self._page = ui, services, page
        self._course, self._deeds = course, deeds
        line = ui.evidence_pane.ui.progress_line
        self.adding = Adding(services.runner, services.previews, line, self)
        self.adding.table_wanted.connect(self._show_table)
        self.adding.added.connect(self._forget_filing)
        ui.preview_pane.use(services.previews)
        pane = ui.evidence_pane
        pane.evidence_selected.connect(self._show_preview)
        pane.add_requested.connect(self.ask_for_files)
        pane.paste_requested.connect(self.paste)
        pane.files_dropped.connect(self.add)
        pane.describe_requested.connect(self.describe)
        pane.remove_requested.connect(self.remove)
        pane.link_requested.connect(self.link)
        ui.preview_pane.offer_markup()
        ui.preview_pane.markup_requested.connect(self._mark_up)
        ui.item_pane.add_requested.connect(self.ask_for_files)

    def ask_for_files(self, requirement: str | None = None) -> None:
        """Choose files to add, for a requirement or for the one that is marked."""
        names, _filter = QFileDialog.getOpenFileNames(self._page, _("Add files"))
        if names:
            self.add([Path(name) for name in names], requirement)

    def add(self, paths: Sequence[Path], requirement: str | None = None) -> None:
        """Add files and folders to the item at hand."""
        target = self._target(requirement)
        if target is not None:
            self.adding.add(paths, target)

    def paste(self) -> None:
        """Add what the clipboard holds."""
        target = self._target(None)
        if target is not None:
            self.adding.paste(target)

    def describe(self) -> None:
        """Ask what the file at hand is for."""
        evidence, view = self._ui.evidence_pane.current, self._course.view
        if evidence is None or view is None or evidence.removed:
            return
        item = view.assessment.items[self._course.number].item
        dialog = EvidenceDialog(item, evidence, self._page, self._ui.preview_pane.taken_on)
        evidence_id = evidence.entity.id
        for field, name in ((dialog.ui.note_edit, "note on a file"), (dialog.ui.day_edit, "day")):
            keep_in_dialog(dialog, field, self._services.drafts, name, evidence_id)
        dialog.described.connect(
            lambda r, day, note: self._deeds.describe(evidence_id, r, day, note)
        )
        _open(dialog)

    def link(self) -> None:
        """Ask what else the file at hand is evidence of."""
        evidence, view = self._ui.evidence_pane.current, self._course.view
        if evidence is None or view is None or evidence.removed:
            return
        dialog = LinkDialog(view.assessment, evidence, self._page)
        dialog.places_chosen.connect(partial(self._deeds.link, evidence.entity.id))
        _open(dialog)

    def _mark_up(self, file: PreviewFile) -> None:
        """Let the person draw on the photo at hand."""
        evidence = self._ui.evidence_pane.current
        if evidence is None or evidence.removed:
            return
        dialog = MarkupDialog(self._services, evidence.entity.id, file, self._page)
        words = _("{name}: marked up, beside the photo").format(name=file.name)
        dialog.added.connect(lambda made: self.adding.added.emit([made], words))
        _open(dialog)

    def remove(self) -> None:
        """Ask why the file at hand is removed."""
        evidence = self._ui.evidence_pane.current
        if evidence is None or evidence.removed:
            return
        title = _("Remove “{name}”").format(name=evidence.body.name)
        advice = _("It stays in the list, struck through, with your reason. Ctrl+Z brings it back.")
        dialog = ReasonDialog(title, advice, _("Remove"), self._page)
        evidence_id = evidence.entity.id
        field = dialog.ui.reason_edit
        keep_in_dialog(dialog, field, self._services.drafts, "removal reason", evidence_id)
        dialog.reason_given.connect(lambda reason: self._deeds.remove(evidence_id, reason))
        keys = FieldKeys(dialog.ui.reason_edit)  # as in the reason of a rating
        keys.entered.connect(dialog.ui.button_box.accepted)
        keys.escaped.connect(dialog.reject)
        _open(dialog)

    def save_copy(self, file: PreviewFile, saved: Saved, failed: Failed) -> None:
        """Ask where to, and copy the stored file there."""
        name, _filter = QFileDialog.getSaveFileName(
            self._page, _("Save a copy"), safe_file_name(file.name)
        )
        if name:
            self._services.runner.pool_job(
                save_copy, file.path, Path(name), done=saved, failed=failed, owner=self
            )

    def _target(self, requirement: str | None) -> Target | None:
        view = self._course.view
        if view is None:
            return None
        return Target(
            view.assessment.record.id,
            view.assessment.items[self._course.number].item,
            requirement or self._ui.item_pane.wanted_requirement,
            view.assessment.record.is_law_firm,
            tuple(
                Known(evidence.body.digest, evidence.body.size, evidence.body.name)
                for item in view.assessment.items
                for evidence in item.present
            ),
        )

    def _show_table(self, found: Sequence[FoundFile], target: Target) -> None:
        """Have a place proposed for each file: of hundreds that takes longer than a key may."""
        names = {str(number): file.names for number, file in enumerate(found)}
        self._services.runner.pool_job(
            propose,
            self._services.facts.scheme,
            names,
            is_law_firm=target.is_law_firm,
            at_hand=target.item.id,
            done=partial(self._show_proposed, found, target),
            owner=self,
        )

    def _show_proposed(
        self, found: Sequence[FoundFile], target: Target, places: Mapping[str, Place]
    ) -> None:
        """Let the person look through files before they are added."""
        rows = [proposed_row(file, places[str(n)]) for n, file in enumerate(found)]
        drafts = self._services.drafts
        self._filing = KeptFiling(drafts, target.provider, self)
        dialog = FilingDialog(
            self._services.facts.scheme,
            rows,
            self._page,
            is_law_firm=target.is_law_firm,
            drafts=drafts,
            kept=self._filing,
        )
        dialog.files_chosen.connect(lambda files: self.adding.attach(files, target.provider))
        _open(dialog)

    def _forget_filing(self) -> None:
        if self._filing is not None:
            self._filing.drop()

    def _show_preview(self, evidence: EvidenceAssessment | None) -> None:
        pane = self._ui.evidence_pane
        row, count = pane.table.currentIndex().row(), pane.model.rowCount()
        shown = self._file(evidence, f"{row + 1} / {count}") if evidence else None
        self._ui.preview_pane.show_file(shown)
        following = pane.model.evidence(row + 1) or self._first_of_next_item()
        if following is not None:
            self._ui.preview_pane.load_ahead(self._file(following, ""))

    def _first_of_next_item(self) -> EvidenceAssessment | None:
        items = self._course.view.assessment.items if self._course.view else ()
        found = items[self._course.number + 1 : self._course.number + 2]
        return next((e for item in found for e in item.present), None)

    def _file(self, evidence: EvidenceAssessment, position: str) -> PreviewFile:
        body, head = evidence.body, evidence.entity.last
        return PreviewFile(
            path=self._services.facts.evidence_path(body.digest),
            name=body.name,
            size=body.size,
            digest=body.digest,
            added=f"{moment_text(head.at)} {head.author}",
            position=position,
        )


def _open(dialog: QDialog) -> None:
    """Show a dialog that is gone once it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
