"""Beginning a new assessment, or starting from a package: one form, some of its rows."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.domain.bodies import EVALUATOR, LEAD
from evaluator_desktop.operations.start import new_workspace, workspace_from_package
from evaluator_desktop.store.folders import unsafe_place
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _, today
from evaluator_desktop.ui.dialogs.files import PACKAGES, choose_file, choose_target
from evaluator_desktop.ui.forms.ui_new_workspace_dialog import Ui_NewWorkspaceDialog

Opener = Callable[[Path], Workspace]


class NewWorkspaceDialog(QDialog):
    """Signals: `workspace_requested(opener, path)`; `opener(path)` makes and returns it."""

    workspace_requested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None, *, from_package: bool = False) -> None:
        super().__init__(parent)
        self.ui = Ui_NewWorkspaceDialog()
        self.ui.setupUi(self)
        self._from_package = from_package
        self.ui.cutoff_edit.setDate(QDate.fromString(str(today()), Qt.DateFormat.ISODate))
        roles = ((_("Team lead"), LEAD), (_("Evaluator"), EVALUATOR))
        for text, role in reversed(roles) if from_package else roles:
            self.ui.role_combo.addItem(text, role)
        self.ui.folder_edit.setText(str(_free_folder()))
        self._choose_rows()
        self._connect()

    def _choose_rows(self) -> None:
        ui = self.ui
        new: tuple[QWidget, ...] = (
            *(ui.round_label, ui.round_edit, ui.organisation_label, ui.organisation_edit),
            *(ui.cutoff_label, ui.cutoff_edit),
        )
        package: tuple[QWidget, ...] = (ui.package_label, ui.package_edit, ui.package_button)
        for widget in new if self._from_package else package:
            widget.hide()
        if self._from_package:
            self.setWindowTitle(_("Start from a package"))
            ui.intro_label.setText(
                _("The package brings the round, the providers and what is assigned to you.")
            )
        else:
            ui.intro_label.setText(
                _("A workspace is a folder on this computer's own disk, not a synchronised one.")
            )

    def _connect(self) -> None:
        self.ui.package_button.clicked.connect(self._choose_package)
        self.ui.folder_button.clicked.connect(self._choose_folder)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.create_button.clicked.connect(self._create)
        self.ui.person_edit.textChanged.connect(lambda _text: self._mark_name(missing=False))
        for edit in (self.ui.person_edit, self.ui.folder_edit, self.ui.package_edit):
            edit.textChanged.connect(lambda _text: self.ui.error_line.clear())

    def _choose_package(self) -> None:
        if path := choose_file(self, _("Package"), PACKAGES):
            self.ui.package_edit.setText(str(path))

    def _choose_folder(self) -> None:
        title = _("Folder of the workspace")
        if path := choose_target(self, title, self.ui.folder_edit.text()):
            self.ui.folder_edit.setText(str(path))

    def _problem(self) -> str | None:
        folder = Path(self.ui.folder_edit.text())
        if not self.ui.person_edit.text().strip():
            return _("Write your name; everything you record carries it.")
        if self._from_package and not Path(self.ui.package_edit.text()).is_file():
            return _("Choose the package to start from.")
        if folder.exists() and any(folder.iterdir()):
            return _("The folder is not empty. Choose a new one.")
        if place := unsafe_place(folder):
            return _("The folder lies in a {place}. Choose another one.").format(place=place)
        return None

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
        if self._from_package:
            package = Path(self.ui.package_edit.text())
            return partial(_from_package, package=package, person=person, role=role)
        day = self.ui.cutoff_edit.date()
        return partial(
            new_workspace,
            person=person,
            role=role,
            round_name=self.ui.round_edit.text().strip() or None,
            cutoff=date(day.year(), day.month(), day.day()),
            organisation=self.ui.organisation_edit.text().strip(),
        )


def _from_package(path: Path, *, package: Path, person: str, role: str) -> Workspace:
    return workspace_from_package(path, package, person=person, role=role)[0]


def _free_folder() -> Path:
    """Suggest a folder that is not there yet."""
    home = Path.home() / _("Assessment")
    names = [home, *(home.with_name(f"{home.name} {number}") for number in range(2, 100))]
    return next((name for name in names if not name.exists()), home)
