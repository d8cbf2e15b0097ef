"""审计: the history as a list, filtered by provider, person and kind, a page at a time."""

from datetime import UTC, datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from evaluator_desktop.domain.kinds import KIND_NAMES
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.store.queries.audit import PAGE, AuditPage, Place, Wanted, audit_page
from evaluator_desktop.texts import _, count_text
from evaluator_desktop.ui.forms.ui_merge_audit_pane import Ui_MergeAuditPane
from evaluator_desktop.ui.models.audit_rows import audit_heads, audit_row
from evaluator_desktop.ui.models.cell_table_model import CellTableModel
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.widgets.filter_combo import FilterCombo
from evaluator_desktop.ui.widgets.key_cap import search_edit

_WIDTHS = (148, 84, 196, 196, 150)
_PATIENCE_MS = 250
"""After the last key, before the history is looked through."""


class AuditPane(QWidget):
    """Nothing can be changed here. Entries are in the order of the clocks' claims."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MergeAuditPane()
        self.ui.setupUi(self)
        self._services: Services | None = None
        self._starts: list[Place | None] = [None]
        """Where the pages so far began; the last one is shown."""
        self._next: Place | None = None
        self.model = CellTableModel(self)
        self.search_edit = search_edit(self.ui.audit_head)
        self.person_combo, self.kind_combo = FilterCombo(), FilterCombo()
        self._wait = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._set_up()
        self._connect()

    def _set_up(self) -> None:
        ui = self.ui
        ui.audit_head.set_title(_("History"), _("the newest first"))
        self.search_edit.setAccessibleName(_("Search providers"))
        self.search_edit.setPlaceholderText(_("Provider"))
        self.person_combo.set_what(_("Who"))
        self.kind_combo.set_what(_("What"))
        self.kind_combo.set_values((kind, _(name)) for kind, name in KIND_NAMES.items())
        self.person_combo.set_values(())
        for widget in (self.person_combo, self.kind_combo, self.search_edit):
            ui.audit_head.add_widget(widget)
        ui.audit_head.set_first(ui.audit_table)
        ui.audit_table.setModel(self.model)
        ui.empty_state.set_words(
            _("Nothing found"), _("Nobody recorded anything of this kind yet, or not here.")
        )

    def _connect(self) -> None:
        self._wait.timeout.connect(self._from_the_start)
        self.search_edit.textChanged.connect(lambda _text: self._wait.start())
        for combo in (self.person_combo, self.kind_combo):
            combo.currentIndexChanged.connect(lambda _index: self._from_the_start())
        self.ui.older_button.clicked.connect(lambda _checked=False: self._go_older())
        self.ui.newer_button.clicked.connect(lambda _checked=False: self._go_newer())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on; a focus proxy would keep Tab from what stands before it."""
        self.ui.audit_table.setFocus(event.reason())

    def use(self, services: Services) -> None:
        """Read from this workspace."""
        self._services = services

    def refresh(self) -> None:
        """Read the page that is shown again."""
        if self._services is not None:
            self._services.runner.store_job(
                audit_page,
                Wanted(self.search_edit.text(), self.person_combo.value(), self.kind_combo.value()),
                self._starts[-1],
                done=self._show,
                failed=self._show_error,
                topic="audit",
                owner=self,
            )

    def _from_the_start(self) -> None:
        self._starts = [None]
        self.refresh()

    def _go_older(self) -> None:
        if self._next is not None:
            self._starts.append(self._next)
            self.refresh()

    def _go_newer(self) -> None:
        if len(self._starts) > 1:
            self._starts.pop()
            self.refresh()

    def _show(self, page: AuditPage) -> None:
        ui = self.ui
        ui.error_line.clear()
        self._next = page.last
        self.person_combo.set_values((author, author) for author in page.authors)
        ui.stack.setCurrentWidget(ui.audit_table if page.entries else ui.empty_state)
        if self._services is not None:
            scheme, now = self._services.facts.scheme, datetime.now(UTC)
            rows = [audit_row(entry, scheme, now) for entry in page.entries]
            self.model.show_rows(audit_heads(), rows)
        self._fit()
        first = PAGE * (len(self._starts) - 1)
        words = _("{first}–{last} of {total}") if page.entries else ""
        ui.note_label.setText(
            words.format(
                first=count_text(first + 1),
                last=count_text(first + len(page.entries)),
                total=count_text(page.total),
            )
        )
        ui.newer_button.setEnabled(len(self._starts) > 1)
        ui.older_button.setEnabled(page.last is not None)

    def _fit(self) -> None:
        for column, width in enumerate(_WIDTHS):
            self.ui.audit_table.setColumnWidth(column, width)

    def _show_error(self, error: EvaluatorError) -> None:
        self.ui.error_line.show_error(str(error), retry=self.refresh)
