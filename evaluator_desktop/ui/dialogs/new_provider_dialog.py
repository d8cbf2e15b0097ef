"""One provider by hand: its name, what else is known, and whether it is not here already."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from evaluator_desktop.domain.credit_code import (
    credit_code_problem,
    has_check_digit,
    normalise_credit_code,
)
from evaluator_desktop.domain.similarity import Named
from evaluator_desktop.errors import EvaluatorError, FieldsError
from evaluator_desktop.operations.new_provider import (
    Added,
    CheckDigitError,
    CodeTakenError,
    FoundProvidersError,
    NewProvider,
    add_provider,
)
from evaluator_desktop.texts import _
from evaluator_desktop.ui.forms.ui_new_provider_dialog import Ui_NewProviderDialog
from evaluator_desktop.ui.models.import_model import TextRowsModel
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import PX
from evaluator_desktop.ui.widgets.dialog_drafts import NEW, DialogDrafts

_SHOWN_ROWS = 3
_NAME_WIDTH = 300
_TYPED = ("name", "code", "reason", "address", "contact", "phone")


class NewProviderDialog(QDialog):
    """Signals: `added(provider_id, name)`; `open_requested(provider_id)` for one that is here."""

    added = Signal(str, str)
    open_requested = Signal(str)

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_NewProviderDialog()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services = services
        self._found = tuple[Named, ...]()
        self._fields = {
            "name": (self.ui.name_edit, self.ui.name_problem),
            "code": (self.ui.code_edit, self.ui.code_problem),
            "reason": (self.ui.reason_edit, self.ui.reason_problem),
            "phone": (self.ui.phone_edit, self.ui.phone_problem),
        }
        heads = PX["row_header"] + _SHOWN_ROWS * PX["row"] + 2
        self.ui.similar_table.setFixedHeight(heads)
        self.ui.similar_box.hide()
        self._drafts = DialogDrafts(self, services.drafts, NEW)
        for name in _TYPED:
            self._drafts.add(getattr(self.ui, f"{name}_edit"), f"new provider {name}")
        self._connect()
        self._judge_code()

    def _connect(self) -> None:
        ui = self.ui
        for field, (edit, _problem) in self._fields.items():
            edit.textEdited.connect(lambda _text, field=field: self._say(field, ""))
        ui.name_edit.textEdited.connect(self._forget_found)
        ui.code_edit.textEdited.connect(self._forget_found)
        ui.code_edit.textChanged.connect(self._judge_code)
        ui.similar_table.row_opened.connect(self._open)
        ui.open_button.clicked.connect(lambda: self._open(ui.similar_table.currentIndex().row()))
        ui.another_button.clicked.connect(lambda: self._add(is_another=True))
        ui.add_button.clicked.connect(lambda: self._add(is_another=False))
        ui.cancel_button.clicked.connect(self.reject)

    def _judge_code(self) -> None:
        """Ask for the reason as soon as a whole code has a wrong check digit."""
        code = normalise_credit_code(self.ui.code_edit.text())
        is_wrong = bool(code) and not credit_code_problem(code) and not has_check_digit(code)
        self.ui.reason_label.setVisible(is_wrong)
        self.ui.reason_edit.setVisible(is_wrong)
        self._say("reason", "")

    def _add(self, *, is_another: bool) -> None:
        ui = self.ui
        ui.error_line.clear()
        given = NewProvider(
            name=ui.name_edit.text(),
            code=ui.code_edit.text(),
            is_law_firm=ui.law_firm_check.isChecked(),
            address=ui.address_edit.text(),
            contact=ui.contact_edit.text(),
            phone=ui.phone_edit.text(),
            digit_reason=ui.reason_edit.text(),
            is_another=is_another,
        )
        self._set_busy(is_busy=True)
        self._drafts.hand_over()
        self._services.runner.store_job(
            add_provider, given, done=self._hear_added, failed=self._hear_refused
        )

    def _hear_added(self, added: Added) -> None:
        self.added.emit(added.provider, self.ui.name_edit.text().strip())
        self.accept()

    def _hear_refused(self, error: EvaluatorError) -> None:
        self._set_busy(is_busy=False)
        self._drafts.take_back()
        match error:
            case FieldsError():
                for problem in error.details:
                    self._say(problem.field, problem.message)
            case CheckDigitError():
                self._say("reason", _("Compare the code with the licence. Write why you take it."))
            case FoundProvidersError():
                self._show_found(error)
            case _:
                self.ui.error_line.show_error(str(error))

    def _show_found(self, error: FoundProvidersError) -> None:
        """Offer what is here already; a code that is taken leaves nothing else to do."""
        ui, self._found = self.ui, error.found
        is_taken = isinstance(error, CodeTakenError)
        words = _("This credit code is taken.") if is_taken else _("It may be here already.")
        ui.similar_line.show_notice(words)
        rows = [(one.name, one.code or "—") for one in self._found]
        table = ui.similar_table
        table.setModel(TextRowsModel((_("Provider"), _("Credit code")), rows, table))
        table.setColumnWidth(0, _NAME_WIDTH)
        table.selectRow(0)
        ui.another_button.setHidden(is_taken)
        ui.similar_box.show()
        table.setFocus()

    def _forget_found(self) -> None:
        self._found = ()
        self.ui.similar_box.hide()

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self._drafts.drop()  # it is recorded already
            self.open_requested.emit(self._found[row].id)
            self.accept()

    def _say(self, field: str, text: str) -> None:
        """Say what is wrong with a field, at the field where it has a place of its own."""
        if field not in self._fields:
            self.ui.error_line.show_error(text)
            return
        edit, problem = self._fields[field]
        problem.set_problem(edit, text)
        if text:
            edit.setFocus()

    def _set_busy(self, *, is_busy: bool) -> None:
        self.ui.add_button.setDisabled(is_busy)
        self.ui.another_button.setDisabled(is_busy)
