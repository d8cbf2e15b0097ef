"""Starting from a package: it is looked into first, then it says who one could be.

Nothing is made before the package has been read, so a wrong passphrase is said at its field.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from unicodedata import normalize

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.domain.bodies import EVALUATOR, LEAD, LONGEST_WORD
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.exchange.errors import PassphraseNeededError, WrongPassphraseError
from evaluator_desktop.exchange.keys import Keys
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations.peek import Peek, peek
from evaluator_desktop.operations.start import workspace_from_package
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _, ngettext
from evaluator_desktop.ui.dialogs.files import PACKAGES, choose_file, choose_target
from evaluator_desktop.ui.dialogs.workspace_folder import folder_problem, free_folder
from evaluator_desktop.ui.forms.ui_open_package_dialog import Ui_OpenPackageDialog
from evaluator_desktop.ui.models.device_model import spaced
from evaluator_desktop.ui.widgets.plain import caption

Then = Callable[[], object]


class OpenPackageDialog(QDialog):
    """Signals: `workspace_requested(opener, path)`; `opener(path)` makes and returns it."""

    workspace_requested = Signal(object, object)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_OpenPackageDialog()
        self.ui.setupUi(self)
        self._runner = runner
        self._peek: Peek | None = None
        for text, role in ((_("Evaluator"), EVALUATOR), (_("Team lead"), LEAD)):
            self.ui.role_combo.addItem(text, role)
        self.ui.folder_edit.setText(str(free_folder()))
        if (edit := self.ui.person_combo.lineEdit()) is not None:
            edit.setMaxLength(LONGEST_WORD)
        self._ask_for_passphrase(wanted=False)
        self._connect()

    def _connect(self) -> None:
        ui = self.ui
        ui.package_button.clicked.connect(self._choose_package)
        ui.folder_button.clicked.connect(self._choose_folder)
        ui.cancel_button.clicked.connect(self.reject)
        ui.create_button.clicked.connect(self._create)
        ui.package_edit.textChanged.connect(lambda _text: self._forget())
        ui.package_edit.editingFinished.connect(self._look)
        ui.passphrase_edit.textChanged.connect(
            lambda _text: ui.passphrase_problem.set_problem(ui.passphrase_edit, "")
        )
        ui.folder_edit.textChanged.connect(
            lambda _text: ui.folder_problem.set_problem(ui.folder_edit, "")
        )
        ui.person_combo.editTextChanged.connect(self._judge_person)

    # The package

    def _choose_package(self) -> None:
        if path := choose_file(self, _("Package"), PACKAGES):
            self.ui.package_edit.setText(str(path))
            self._look()

    def _forget(self) -> None:
        """Another file was named: what is known of the one before is worth nothing."""
        self._peek = None
        self.ui.error_line.clear()
        self.ui.sender_label.setText("")
        self.ui.package_problem.set_problem(self.ui.package_edit, "")
        self._ask_for_passphrase(wanted=False)

    def _look(self, then: Then | None = None) -> None:
        """Look into the package in the background, and go on once it has been read."""
        path = Path(self.ui.package_edit.text().strip())
        if self._peek is not None or not path.is_file():
            return
        passphrase = self.ui.passphrase_edit.text()
        keys = Keys(normalize("NFC", passphrase) if passphrase.strip() else None)
        self.ui.progress_line.start(_("Reading the packages"), can_cancel=False)
        self._runner.pool_job(
            peek,
            path,
            keys,
            done=partial(self._show, then=then),
            failed=self._refuse,
            owner=self,
            topic="peek",
        )

    def _show(self, found: Peek, then: Then | None) -> None:
        """Say from whom it is and offer the names of the round, the one it is for first."""
        self._peek, ui = found, self.ui
        ui.progress_line.finish()
        ui.sender_label.setText(_sender_words(found))
        typed = ui.person_combo.currentText().strip()
        ui.person_combo.clear()
        names = [found.task] if found.task else []
        names += [person.name for person in found.persons if person.name != found.task]
        for name in names:
            ui.person_combo.addItem(caption(name), name)
        ui.person_combo.setEditText(typed or (found.task or ""))
        if then is not None:
            then()

    def _refuse(self, error: EvaluatorError) -> None:
        ui = self.ui
        ui.progress_line.finish()
        if isinstance(error, PassphraseNeededError | WrongPassphraseError):
            self._ask_for_passphrase(wanted=True)
            wrong = isinstance(error, WrongPassphraseError)
            problem = _("The passphrase is not right. Try again.") if wrong else ""
            ui.passphrase_problem.set_problem(ui.passphrase_edit, problem)
            ui.passphrase_edit.setFocus(Qt.FocusReason.OtherFocusReason)
            ui.passphrase_edit.selectAll()
        else:
            ui.package_problem.set_problem(ui.package_edit, str(error))

    def _ask_for_passphrase(self, *, wanted: bool) -> None:
        self.ui.passphrase_label.setVisible(wanted)
        self.ui.passphrase_edit.setVisible(wanted)
        self.ui.passphrase_problem.set_problem(self.ui.passphrase_edit, "")

    # Who and where

    def _choose_folder(self) -> None:
        title = _("Folder of the workspace")
        if path := choose_target(self, title, self.ui.folder_edit.text()):
            self.ui.folder_edit.setText(str(path))

    def _judge_person(self, text: str) -> None:
        """Say what a name means for the round, and take the role that it is listed with."""
        ui, name = self.ui, " ".join(text.split())
        ui.person_problem.set_problem(ui.person_combo, "")
        hint = ""
        if self._peek is not None and name:
            role = self._peek.role_of(name)
            ui.role_combo.setCurrentIndex(ui.role_combo.findData(role or EVALUATOR))
            if role is None and name != self._peek.task:
                hint = _("This name is not listed in the round; it is accepted and marked.")
        ui.person_hint_label.setText(hint)

    def _create(self) -> None:
        if self._peek is None:
            if not Path(self.ui.package_edit.text().strip()).is_file():
                problem = _("Choose the package to start from.")
                self.ui.package_problem.set_problem(self.ui.package_edit, problem)
            else:
                self._look(then=self._create)
            return
        ui, folder = self.ui, Path(self.ui.folder_edit.text().strip())
        person = " ".join(ui.person_combo.currentText().split())
        no_name = "" if person else _("Write your name; everything you record carries it.")
        ui.person_problem.set_problem(ui.person_combo, no_name)
        no_folder = folder_problem(folder) or ""
        ui.folder_problem.set_problem(ui.folder_edit, no_folder)
        if no_name or no_folder:
            return
        passphrase = normalize("NFC", ui.passphrase_edit.text())
        opener = partial(
            _from_package,
            package=Path(ui.package_edit.text().strip()),
            person=person,
            role=str(ui.role_combo.currentData()),
            keys=Keys(passphrase if ui.passphrase_edit.isVisible() else None),
        )
        self.accept()
        self.workspace_requested.emit(opener, folder)


def _from_package(path: Path, *, package: Path, person: str, role: str, keys: Keys) -> Workspace:
    return workspace_from_package(path, package, person=person, role=role, keys=keys)[0]


def _sender_words(found: Peek) -> str:
    sentence = _("{round}, from {person} · {label}. Fingerprint {digits}")
    words = sentence.format(
        round=found.round_name,
        person=found.sender,
        label=found.device_label,
        digits=spaced(found.fingerprint),
    )
    if found.task is None:
        return words
    task = ngettext(
        "A task for {person}: {count} provider.",
        "A task for {person}: {count} providers.",
        found.providers,
    )
    return f"{task.format(person=found.task, count=found.providers)} {words}"
