"""会商: items × evaluators of one provider, and the lead's decision where they differ."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from evaluator_desktop.domain.bodies import LEAD
from evaluator_desktop.domain.consensus import ConsensusLine
from evaluator_desktop.domain.scoring import parse_rating, rating_text
from evaluator_desktop.errors import EvaluatorError, RatingError
from evaluator_desktop.operations.ratings import set_consensus
from evaluator_desktop.store.queries.deliberation import Deliberation, deliberation, disputes
from evaluator_desktop.texts import _, language, ngettext
from evaluator_desktop.ui.forms.ui_merge_consensus_pane import Ui_MergeConsensusPane
from evaluator_desktop.ui.models.cell_table_model import CellTableModel, fit_columns
from evaluator_desktop.ui.models.consensus_rows import consensus_heads, consensus_row, given_words
from evaluator_desktop.ui.pages.workbench.field_keys import FieldKeys
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.widgets.draft import Draft
from evaluator_desktop.ui.widgets.plain import caption

_COLUMN_WIDTH = 104


class ConsensusPane(QWidget):
    """Shows one provider at a time; the ratings themselves are never changed here.

    Signals: `recorded(words)`: a consensus was recorded; `provider_chosen(provider)`.
    """

    recorded = Signal(str)
    provider_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_MergeConsensusPane()
        self.ui.setupUi(self)
        self._services: Services | None = None
        self._view = Deliberation((), None, (), ())
        self._item = ""
        self._provider: str | None = None
        self._value, self._reason = Draft(self.ui.value_edit), Draft(self.ui.reason_edit)
        self.model = CellTableModel(self)
        self.ui.line_table.setModel(self.model)
        self.ui.item_label.set_elide()
        self.ui.given_label.set_elide()
        self.ui.state_label.set_elide()
        self.ui.empty_state.set_words(
            _("Nothing to confer about"),
            _("As soon as two people have rated a provider, its items stand here side by side."),
        )
        self._connect()

    def _connect(self) -> None:
        ui = self.ui
        ui.provider_combo.activated.connect(self._choose_provider)
        ui.line_table.selectionModel().currentRowChanged.connect(self._hear_current)
        ui.line_table.row_opened.connect(lambda _row: self._start())
        ui.record_button.clicked.connect(self.record)
        FieldKeys(ui.value_edit).entered.connect(ui.reason_edit.setFocus)
        FieldKeys(ui.reason_edit).entered.connect(self.record)
        for field in (ui.value_edit, ui.reason_edit):
            field.textEdited.connect(lambda _text: self._show_problem(""))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on; a focus proxy would keep Tab from what stands before it."""
        self.ui.line_table.setFocus(event.reason())

    def use(self, services: Services) -> None:
        """Read from this workspace."""
        self._services = services
        self._value.use(services.drafts, "consensus")
        self._reason.use(services.drafts, "consensus reason")

    def refresh(self) -> None:
        """Read the provider in hand again."""
        self._read()

    def show_provider(self, provider: str) -> None:
        """Show this provider, where several people rated it."""
        self._item, self._provider = "", provider
        self._read()

    @property
    def current(self) -> ConsensusLine | None:
        """The item in hand."""
        row = self.ui.line_table.currentIndex().row()
        return self._view.lines[row] if 0 <= row < len(self._view.lines) else None

    def record(self) -> None:
        """Record the consensus that is written; what is missing is said beside the fields."""
        line, provider, services = self.current, self._view.provider, self._services
        if line is None or provider is None or services is None or not self._may_decide:
            return
        try:
            value = rating_text(parse_rating(self.ui.value_edit.text()))
        except RatingError as error:
            self._show_problem(str(error), self.ui.value_edit)
            return
        reason = self.ui.reason_edit.text().strip()
        if not reason:
            self._show_problem(_("Write why."), self.ui.reason_edit)
            return
        words = _("{item}: consensus {rating}").format(
            item=line.item.name.text(language()), rating=value
        )
        self._item, key = self._next_open(line), self._value.key
        services.runner.store_job(
            set_consensus,
            provider.provider,
            line.item.id,
            value,
            reason,
            seen=line.seen,
            covers=line.covers,
            done=lambda _changes: self._hear_recorded(key, words),
            failed=self._show_error,
            owner=self,
        )

    @property
    def _may_decide(self) -> bool:
        is_lead = self._services is not None and self._services.facts.role == LEAD
        return is_lead and not self._view.is_locked

    # What was read

    def _read(self) -> None:
        if self._services is not None:
            self._services.runner.store_job(
                deliberation,
                self._provider,
                done=self._show,
                failed=self._show_error,
                topic="deliberation",
                owner=self,
            )

    def _show(self, view: Deliberation) -> None:
        self._view, ui = view, self.ui
        self._provider = view.provider.provider if view.provider else None
        ui.stack.setCurrentWidget(ui.table_side if view.provider else ui.empty_state)
        ui.choice_bar.setVisible(view.provider is not None)
        ui.decision_bar.setEnabled(self._may_decide)
        self._show_choice()
        self.model.show_rows(
            consensus_heads(view.people), [consensus_row(line, view.people) for line in view.lines]
        )
        fit_columns(ui.line_table, _COLUMN_WIDTH)
        ids = [line.item.id for line in view.lines]
        first = next((n for n, line in enumerate(view.lines) if line.is_open), 0)
        row = ids.index(self._item) if self._item in ids else first
        if ids:
            ui.line_table.setCurrentIndex(self.model.index(row, 0))
        self._show_line()

    def _show_choice(self) -> None:
        view, combo = self._view, self.ui.provider_combo
        combo.clear()
        for row in view.providers:
            count = disputes(row)
            words = _("{name} · to settle: {count}") if count else "{name}"
            combo.addItem(caption(words.format(name=row.name, count=count)), row.provider)
        combo.setCurrentIndex(combo.findData(view.provider.provider) if view.provider else -1)
        self.ui.state_label.setText(self._state_words())

    def _state_words(self) -> str:
        if self._view.is_locked:
            return _("Locked: what was decided stands. A lead can unlock it with a reason.")
        if not self._may_decide:
            return _("A consensus is for the team lead; anybody may look.")
        count = sum(line.is_open for line in self._view.lines)
        words = ngettext("{count} item to settle", "{count} items to settle", count)
        return words.format(count=count) if count else _("Nothing is left to settle here.")

    def _show_line(self) -> None:
        line, ui = self.current, self.ui
        ui.decision_bar.setVisible(line is not None)
        if line is None or self._view.provider is None:
            return
        key = f"{self._view.provider.provider}/{line.item.id}"
        self._item, is_other = line.item.id, key != self._value.key
        ui.item_label.setText(f"{line.number}  {line.item.name.text(language())}")
        ui.given_label.setText(given_words(line))
        self._value.load(key, line.start)
        self._reason.load(key, line.reason)
        if is_other:
            self._show_problem("")

    # Small steps

    def _choose_provider(self, place: int) -> None:
        provider = str(self.ui.provider_combo.itemData(place))
        self.show_provider(provider)
        self.provider_chosen.emit(provider)

    def _hear_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._show_line()

    def _start(self) -> None:
        if self.ui.decision_bar.isEnabled():
            self.ui.value_edit.setFocus()
            self.ui.value_edit.selectAll()

    def _next_open(self, line: ConsensusLine) -> str:
        ids = [one.item.id for one in self._view.lines if one.is_open and one is not line]
        after = [one.item.id for one in self._view.lines if one.number > line.number]
        return next((item for item in ids if item in after), next(iter(ids), line.item.id))

    def _hear_recorded(self, key: str, words: str) -> None:
        if self._value.key == key:
            self._value.settle()
            self._reason.settle()
        self.ui.error_line.clear()
        self.ui.line_table.setFocus()
        self.recorded.emit(words)

    def _show_problem(self, text: str, field: QWidget | None = None) -> None:
        for edit in (self.ui.value_edit, self.ui.reason_edit):
            self.ui.field_problem.set_problem(edit, text if edit is field else "")
        if field is not None:
            self.ui.field_problem.set_problem(field, text)
            field.setFocus()

    def _show_error(self, error: EvaluatorError) -> None:
        self.ui.error_line.show_error(str(error), retry=self.refresh)
