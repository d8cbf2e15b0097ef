"""Which paper, in which language, as which file, signed by what: the fields it has use for."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evaluator_desktop.operations.paper_kinds import KINDS, PDF, Order, Paper, PaperKind
from evaluator_desktop.operations.prepared import Sign
from evaluator_desktop.reports.signature import signed
from evaluator_desktop.texts import N_, _, language, today
from evaluator_desktop.ui.dialogs.files import choose_file
from evaluator_desktop.ui.forms.ui_report_order_form import Ui_ReportOrderForm
from evaluator_desktop.ui.widgets.plain import caption

_CERTIFICATES = "*.p12 *.pfx"
_LANGUAGES = (("zh_CN", "简体中文"), ("en", "English"))
_FILES = {PDF: "PDF", ".xlsx": N_("Workbook")}
_DAYS_TO_HAND_IN = 7


class OrderForm(QWidget):
    """Signals: `order_changed()` when another paper, or the same one otherwise, is wished."""

    order_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_ReportOrderForm()
        self.ui.setupUi(self)
        self._certificate: Path | None = None
        for paper, kind in KINDS.items():
            self.ui.paper_combo.addItem(_(kind.name), paper)
        for code, name in _LANGUAGES:
            self.ui.language_combo.addItem(name, code)
        self.ui.language_combo.setCurrentIndex(self.ui.language_combo.findData(language()))
        self._due = today() + timedelta(days=_DAYS_TO_HAND_IN)
        self.ui.due_edit.setText(self._due.isoformat())
        self._show_endings()
        self._show_fields()
        self._connect()

    @property
    def kind(self) -> PaperKind:
        return KINDS[Paper(self.ui.paper_combo.currentData())]

    def order(self) -> Order:
        """Return what is wished."""
        ui = self.ui
        ending, speech = ui.ending_combo.currentData(), ui.language_combo.currentData()
        return Order(Paper(ui.paper_combo.currentData()), ending, speech, self._due)

    def sign(self) -> Sign | None:
        """Return how to sign, None where nothing signs."""
        if self._certificate is None or not self.kind.can_be_signed:
            return None
        passphrase = self.ui.passphrase_edit.text().encode() or None
        return partial(signed, certificate=self._certificate, passphrase=passphrase)

    def _connect(self) -> None:
        ui = self.ui
        ui.paper_combo.currentIndexChanged.connect(lambda _row: self._hear_paper())
        for combo in (ui.language_combo, ui.ending_combo):
            combo.activated.connect(lambda _row: self.order_changed.emit())
        ui.due_edit.editingFinished.connect(self._hear_due)
        ui.certificate_button.clicked.connect(lambda _on=False: self._choose_certificate())
        ui.unsigned_button.clicked.connect(lambda _on=False: self._use_certificate(None))

    def _hear_due(self) -> None:
        """Take another day; what is no day goes back to the one before."""
        try:
            day = date.fromisoformat(self.ui.due_edit.text().strip())
        except ValueError:
            day = self._due
        self.ui.due_edit.setText(day.isoformat())
        if day != self._due:
            self._due = day
            self.order_changed.emit()

    def _hear_paper(self) -> None:
        self._show_endings()
        self._show_fields()
        self.order_changed.emit()

    def _show_endings(self) -> None:
        combo, endings = self.ui.ending_combo, self.kind.endings
        combo.clear()
        for ending in endings:
            combo.addItem(_(_FILES[ending]), ending)
        combo.setEnabled(len(endings) > 1)

    def _show_fields(self) -> None:
        ui, kind = self.ui, self.kind
        has_certificate = kind.can_be_signed and self._certificate is not None
        shown = (
            (kind.has_due_day, (ui.due_label, ui.due_edit)),
            (kind.can_be_signed, (ui.sign_label, ui.certificate_button)),
            (has_certificate, (ui.unsigned_button, ui.passphrase_label, ui.passphrase_edit)),
        )
        for is_shown, widgets in shown:
            for widget in widgets:
                widget.setVisible(is_shown)
        name = self._certificate.name if self._certificate else _("By hand; certificate…")
        ui.certificate_button.setText(caption(name))

    def _choose_certificate(self) -> None:
        if path := choose_file(self, _("Certificate with its key"), _CERTIFICATES):
            self._use_certificate(path)

    def _use_certificate(self, path: Path | None) -> None:
        self._certificate = path
        self.ui.passphrase_edit.clear()
        self._show_fields()
        self.order_changed.emit()
