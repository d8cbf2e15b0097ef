"""Beginning a new assessment."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.domain.bodies import EVALUATOR, LEAD
from evaluator_desktop.operations.start import new_workspace
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _, today
from evaluator_desktop.ui.dialogs.files import choose_target
from evaluator_desktop.ui.dialogs.workspace_folder import folder_problem, free_folder
from evaluator_desktop.ui.forms.ui_new_workspace_dialog import Ui_NewWorkspaceDialog

Opener = Callable[[Path], Workspace]


class NewWorkspaceDialog(QDialog):
    """Signals: `workspace_requested(opener, path)`; `opener(path)` makes and returns it."""

    workspace_requested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_NewWorkspaceDialog()
        self.ui.setupUi(self)
        self.ui.cutoff_edit.setDate(QDate.fromString(str(today()), Qt.DateFormat.ISODate))
        roles = ((_("Team lead"), LEAD), (_("Evaluator"), EVALUATOR))
        for text, role in roles:
            self.ui.role_combo.addItem(text, role)
        self.ui.folder_edit.setText(str(free_folder()))
        self.ui.intro_label.setText(
            _("A workspace is a folder on this computer's own disk, not a synchronised one.")
        )
        self._connect()

    def _connect(self) -> None:
        self.ui.folder_button.clicked.connect(self._choose_folder)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.create_button.clicked.connect(self._create)
        self.ui.person_edit.textChanged.connect(lambda _text: self._mark_name(missing=False))
        for edit in (self.ui.person_edit, self.ui.folder_edit):
            edit.textChanged.connect(lambda _text: self.ui.error_line.clear())

    def _choose_folder(self) -> None:
        title = _("Folder of the workspace")
        if path := choose_target(self, title, self.ui.folder_edit.text()):
            self.ui.folder_edit.setText(str(path))

    def _problem(self) -> str | None:
        folder = Path(self.ui.folder_edit.text())
        if not self.ui.person_edit.text().strip():
            return _("Write your name; everything you record carries it.")
        return folder_problem(folder)

    def _create(self) -> None:
        if problem := self._problem():
            self.ui.error_line.show_error(problem)
            self._mark_name(missing=not self.ui.person_edit.text().strip())
            return
        self.workspace_requested.emit(self._opener(), Path(self.ui.folder_edit.text()))
        self.accept()

    def _mark_name(self, *, missing: bool) -> None:
        edit = self.ui.person_edit
        edit.setProperty("problem", missing)
        edit.style().polish(edit)
        edit.setAccessibleDescription(self.ui.error_line.text() if missing else "")
        if missing:
            edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _opener(self) -> Opener:
        person = self.ui.person_edit.text().strip()
        role = str(self.ui.role_combo.currentData())
        day = self.ui.cutoff_edit.date()
        return partial(
            new_workspace,
            person=person,
            role=role,
            round_name=self.ui.round_edit.text().strip() or None,
            cutoff=date(day.year(), day.month(), day.day()),
            organisation=self.ui.organisation_edit.text().strip(),
        )
