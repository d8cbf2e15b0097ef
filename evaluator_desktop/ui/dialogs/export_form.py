"""What a person fills in for an export: contents, protection, size of the files, where to."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evaluator_desktop.domain.bodies import LEAD
from evaluator_desktop.errors import EvaluatorError, FieldsError, FileProblemError
from evaluator_desktop.exchange.errors import RecipientError
from evaluator_desktop.exchange.volumes import ONE_FILE
from evaluator_desktop.operations.export import ExportWishes
from evaluator_desktop.paths import safe_file_name
from evaluator_desktop.store.device import KnownDevice
from evaluator_desktop.store.queries.ledger import Ledger
from evaluator_desktop.store.queries.status import WorkspaceFacts
from evaluator_desktop.texts import N_, _, today
from evaluator_desktop.ui.dialogs.check_list import checked_values, show_choices
from evaluator_desktop.ui.dialogs.export_words import device_words, share_words, strength_words
from evaluator_desktop.ui.dialogs.files import PACKAGES, choose_file, choose_target
from evaluator_desktop.ui.forms.ui_export_dialog import Ui_ExportDialog
from evaluator_desktop.ui.widgets.plain import caption

_MB = 1_000_000
_OWN_SIZE = -1
_VOLUMES: tuple[tuple[str, int | None], ...] = (
    (N_("for any stick, FAT32 too: files of at most 2 GiB"), None),
    (N_("for e-mail: files of at most 20 MB"), 20 * _MB),
    (N_("all in one file"), ONE_FILE),
    (N_("files of at most"), _OWN_SIZE),
)


class ExportForm(QObject):
    """Owns the fields of the dialog.

    Signals: `changed()` when what is to be exported, or where to, is other than before.
    """

    changed = Signal()

    def __init__(self, ui: Ui_ExportDialog, facts: WorkspaceFacts, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._ui, self._dialog = ui, dialog
        self._ledger: Ledger | None = None
        name = safe_file_name(f"{facts.round.body.name} {facts.person}")
        ui.target_edit.setText(str(Path.home() / f"{name} {today()}.evpkg"))
        for words, size in _VOLUMES:
            ui.volume_combo.addItem(_(words), size)
        if facts.role != LEAD:  # tasks are the lead's to give
            ui.task_button.hide()
        self._connect()
        self._show_boxes()
        self._measure()

    def _connect(self) -> None:
        ui = self._ui
        ui.target_button.clicked.connect(self._choose_target)
        ui.since_choose_button.clicked.connect(self._choose_since)
        for button in (ui.whole_button, ui.since_button, ui.task_button):
            button.toggled.connect(self._tell)
        for button in (ui.plain_button, ui.passphrase_button, ui.team_button):
            button.toggled.connect(lambda _on: self._show_boxes())
        ui.task_combo.currentIndexChanged.connect(self._show_shares)
        ui.task_list.itemChanged.connect(self._tell)
        ui.volume_combo.currentIndexChanged.connect(lambda _n: self._show_boxes())
        ui.target_edit.editingFinished.connect(self._tell)
        ui.passphrase_edit.textChanged.connect(self._show_strength)
        for edit in (ui.target_edit, ui.since_edit, ui.passphrase_edit, ui.repeat_edit):
            edit.textChanged.connect(lambda _text: self.clear_problems())
        for edit in (ui.recipients_edit, ui.volume_edit):
            edit.textChanged.connect(lambda _text: self.clear_problems())

    def _measure(self) -> None:
        """Count no room for the boxes that are hidden: Qt tells the layouts above only later."""
        ui = self._ui
        for part in (ui.contents_box, ui.protection_box, ui.form_page, ui.content_stack):
            if layout := part.layout():
                layout.activate()
            part.updateGeometry()

    # What is known by now

    def show_ledger(self, ledger: Ledger) -> None:
        """Offer everybody who is assigned something, with what it is."""
        self._ledger = ledger
        combo = self._ui.task_combo
        combo.clear()
        for person in ledger.persons:
            if person.providers:
                combo.addItem(caption(person.person), person.person)
        self._show_shares()

    def show_devices(self, devices: Sequence[KnownDevice]) -> None:
        """Offer the laptops that can be encrypted to; this account's own is the first."""
        show_choices(
            self._ui.recipient_list,
            (
                (device_words(device, own=place == 0), device.recipient)
                for place, device in enumerate(devices)
                if not device.lost
            ),
        )

    # What is wished

    @property
    def target(self) -> Path:
        text = self._ui.target_edit.text().strip()
        path = Path(text)
        return path if path.suffix or not text else path.with_suffix(".evpkg")

    def contents(self) -> ExportWishes:
        """Return what is to be exported; protection and size of files make it no larger."""
        ui = self._ui
        if ui.since_button.isChecked():
            return ExportWishes(since=Path(ui.since_edit.text().strip()))
        if ui.task_button.isChecked():
            providers = tuple(checked_values(ui.task_list))
            return ExportWishes(task_person=ui.task_combo.currentData(), task_providers=providers)
        return ExportWishes()

    def wishes(self) -> ExportWishes | None:
        """Return everything that is wished, None where a field is wrong, which then says why."""
        self.clear_problems()
        problems = [bool(problem) for problem in (self._check_contents(), self._check_keys())]
        size = self._volume_size()
        if any(problems) or size == 0 or not self._has_target():
            return None
        ui, wishes = self._ui, self.contents()
        return ExportWishes(
            since=wishes.since,
            task_person=wishes.task_person,
            task_providers=wishes.task_providers,
            passphrase=ui.passphrase_edit.text() if ui.passphrase_button.isChecked() else None,
            recipients=self._recipients() if ui.team_button.isChecked() else (),
            volume_size=size,
        )

    def show_refusal(self, error: EvaluatorError) -> bool:
        """Say at a field why the export was refused; False where no field is to blame."""
        ui, file = self._ui, str(error.params.get("file", ""))
        if isinstance(error, RecipientError):
            ui.recipients_problem.set_problem(ui.recipients_edit, str(error))
        elif isinstance(error, FieldsError) and ui.task_button.isChecked():
            ui.task_problem.set_problem(ui.task_combo, str(error))
        elif isinstance(error, FileProblemError) and file == str(self.target.resolve()):
            ui.target_problem.set_problem(ui.target_edit, str(error))
        elif file and file.endswith(Path(ui.since_edit.text().strip()).name or "\0"):
            ui.since_problem.set_problem(ui.since_edit, str(error))
        else:
            return False
        return True

    def clear_problems(self) -> None:
        """Take away what was said at the fields."""
        ui = self._ui
        ui.target_problem.set_problem(ui.target_edit, "")
        ui.since_problem.set_problem(ui.since_edit, "")
        ui.task_problem.set_problem(ui.task_combo, "")
        ui.passphrase_problem.set_problem(ui.repeat_edit, "")
        ui.recipients_problem.set_problem(ui.recipients_edit, "")
        ui.volume_problem.set_problem(ui.volume_edit, "")

    # The fields one by one

    def _has_target(self) -> bool:
        problem = "" if self._ui.target_edit.text().strip() else _("Say where to write it.")
        self._ui.target_problem.set_problem(self._ui.target_edit, problem)
        return not problem

    def _check_contents(self) -> str:
        ui, problem = self._ui, ""
        if ui.since_button.isChecked():
            if not Path(ui.since_edit.text().strip()).is_file():
                problem = _("Choose a package that came from the receiver.")
            ui.since_problem.set_problem(ui.since_edit, problem)
        elif ui.task_button.isChecked():
            if ui.task_combo.count() == 0:
                problem = _(
                    "Nothing is assigned to anybody yet. Assign providers first (Ctrl+Shift+G)."
                )
            elif not checked_values(ui.task_list):
                problem = _("Tick at least one provider.")
            ui.task_problem.set_problem(ui.task_combo, problem)
        return problem

    def _check_keys(self) -> str:
        ui, problem = self._ui, ""
        if ui.passphrase_button.isChecked():
            if not ui.passphrase_edit.text().strip():
                problem = _("Write the passphrase.")
            elif ui.passphrase_edit.text() != ui.repeat_edit.text():
                problem = _("The two passphrases differ. Write the same one twice.")
            ui.passphrase_problem.set_problem(ui.repeat_edit, problem)
        elif ui.team_button.isChecked():
            if not self._recipients():
                problem = _("Tick a laptop, or paste a key that begins with age1.")
            ui.recipients_problem.set_problem(ui.recipients_edit, problem)
        return problem

    def _recipients(self) -> tuple[str, ...]:
        ui = self._ui
        return (*checked_values(ui.recipient_list), *ui.recipients_edit.text().split())

    def _volume_size(self) -> int | None:
        """Return the bytes of a volume, None for the usual size, 0 for a field that is wrong."""
        ui = self._ui
        size: int | None = ui.volume_combo.currentData()
        if size != _OWN_SIZE:
            return size
        text = ui.volume_edit.text().strip()
        mega = int(text) if text.isdecimal() else 0
        problem = "" if mega else _("Write a whole number of megabytes, 1 or more.")
        ui.volume_problem.set_problem(ui.volume_edit, problem)
        return mega * _MB

    # Showing

    def _show_boxes(self) -> None:
        """Show the fields of what is chosen, and no others."""
        ui = self._ui
        for box, button in (
            (ui.since_box, ui.since_button),
            (ui.task_box, ui.task_button),
            (ui.plain_hint_label, ui.plain_button),
            (ui.passphrase_box, ui.passphrase_button),
            (ui.team_box, ui.team_button),
        ):
            box.setVisible(button.isChecked())
        own = ui.volume_combo.currentData() == _OWN_SIZE
        for widget in (ui.volume_edit, ui.volume_unit_label):
            widget.setVisible(own)
        ui.volume_edit.setMaximumWidth(96)

    def _show_shares(self) -> None:
        """List what is assigned to the person chosen; all of it is ticked."""
        name, ledger = self._ui.task_combo.currentData(), self._ledger
        shares = next((p.shares for p in ledger.persons if p.person == name), ()) if ledger else ()
        given = [share for share in shares if share.assigned]
        if ledger is not None:
            words = ((share_words(ledger, share), share.provider) for share in given)
            show_choices(self._ui.task_list, words, checked=True)
        self._tell()

    def _show_strength(self, text: str) -> None:
        self._ui.strength_label.setText(strength_words(text) if text else "")

    def _tell(self) -> None:
        self._show_boxes()
        self.changed.emit()

    def _choose_target(self) -> None:
        if path := choose_target(self._dialog, _("Save as"), self._ui.target_edit.text(), PACKAGES):
            self._ui.target_edit.setText(str(path if path.suffix else path.with_suffix(".evpkg")))
            self._tell()

    def _choose_since(self) -> None:
        if path := choose_file(self._dialog, _("Package of the receiver"), PACKAGES):
            self._ui.since_edit.setText(str(path))
            self._tell()
