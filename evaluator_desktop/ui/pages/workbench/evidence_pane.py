"""The evidence of the item at hand: the list with its keys, what is being added, the outcome."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from evaluator_desktop.domain.assessment import EvidenceAssessment, ItemAssessment
from evaluator_desktop.domain.record import ProviderState
from evaluator_desktop.domain.verification import Outcome
from evaluator_desktop.store.queries.workbench import WorkbenchView
from evaluator_desktop.texts import _, ngettext
from evaluator_desktop.ui.forms.ui_workbench_evidence_pane import Ui_WorkbenchEvidencePane
from evaluator_desktop.ui.models.evidence_model import DAY, FILE, NUMBER, OUTCOME, EvidenceModel
from evaluator_desktop.ui.pages.workbench.incoming import paths_of
from evaluator_desktop.ui.pages.workbench.todos import is_open
from evaluator_desktop.ui.theme import PX
from evaluator_desktop.ui.widgets.outcome import OUTCOME_KEYS, REMOVED, outcome_word

_WIDTHS = {NUMBER: 26, OUTCOME: 116, DAY: 68}
_BESIDE_WORD = PX["icon"] + 22  # icon and paddings of an outcome


class EvidencePane(QWidget):
    """Shows the evidence of an item.

    Signals:
        evidence_selected(evidence): another file is at hand, an `EvidenceAssessment` or None.
        all_judged(): there is no open file behind the one that was judged.
        files_dropped(paths), add_requested(), paste_requested(): evidence is to be added.
        describe_requested(), link_requested(), remove_requested(): of the file at hand.
    """

    evidence_selected = Signal(object)
    all_judged = Signal()
    files_dropped = Signal(object)
    add_requested = Signal()
    paste_requested = Signal()
    describe_requested = Signal()
    link_requested = Signal()
    remove_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_WorkbenchEvidencePane()
        self.ui.setupUi(self)
        self.outcome_box = self.ui.outcome_box
        self.table = self.ui.evidence_table
        self.model = EvidenceModel(self)
        self._item: ItemAssessment | None = None
        self._wanted = ""
        self._takes_outcomes = True
        self.setAcceptDrops(True)
        self._set_up_table()
        self._set_up_tools()
        self.outcome_box.judged.connect(self._go_on)

    # What is shown

    def show_item(self, view: WorkbenchView, number: int, *, is_other: bool) -> None:
        """Show the evidence of an item; the file at hand stays unless `is_other`."""
        kept = None if is_other else self.current_id
        self._item = item = view.assessment.items[number]
        self._takes_outcomes = view.assessment.record.state is not ProviderState.LOCKED
        year = str(view.assessment.round.cutoff.year)
        self.model.show_evidence(item.item, item.evidence, year)
        self._show_head(item)
        is_empty = not item.evidence
        self.ui.list_stack.setCurrentWidget(self.ui.empty_side if is_empty else self.ui.list_side)
        self.outcome_box.setVisible(not is_empty)
        self.ui.head.set_first(self._add_button if is_empty else self.table)
        row = self.model.row_of(kept) if kept else -1
        self.select_row(row if row >= 0 else max(0, self.first_open_row))
        self._tell_selection()
        self._bring_wanted()

    @property
    def current(self) -> EvidenceAssessment | None:
        """The file at hand."""
        return self.model.evidence(self.table.currentIndex().row())

    @property
    def current_id(self) -> str | None:
        return self.current.entity.id if self.current else None

    @property
    def first_open_row(self) -> int:
        """The row of the first file that nobody has judged, -1 for none."""
        return self._open_row(from_row=0)

    def want(self, evidence_id: str) -> None:
        """Bring this file to hand, and the focus to it, when the item is read again."""
        self._wanted = evidence_id

    def select_row(self, row: int) -> None:
        """Bring a file to hand; nothing for a row that is not there."""
        if 0 <= row < self.model.rowCount():
            flags = QItemSelectionModel.SelectionFlag
            index = self.model.index(row, FILE)
            self.table.selectionModel().setCurrentIndex(
                index, flags.ClearAndSelect | flags.Rows | flags.Current
            )
            self.table.scrollTo(index)

    def start(self) -> None:
        """Bring the focus to the list, or to the button that adds the first file."""
        self.ui.head.take_focus()

    def _bring_wanted(self) -> None:
        row, self._wanted = self.model.row_of(self._wanted), ""
        if row >= 0:
            self.select_row(row)
            self.start()

    def _show_head(self, item: ItemAssessment) -> None:
        present = len(item.present)
        pending = item.outcomes.count(Outcome.PENDING)
        removed = len(item.evidence) - present
        words = [ngettext("{count} file", "{count} files", present).format(count=present)]
        if pending:
            words.append(_("{count} pending").format(count=pending))
        if removed:
            words.append(_("{count} removed").format(count=removed))
        self.ui.head.set_title(_("Evidence"), " · ".join(words))

    def _tell_selection(self) -> None:
        if self._item is not None:
            row = self.table.currentIndex().row()
            self.outcome_box.show_evidence(
                row + 1, self.current, self._item.item, is_open=self._takes_outcomes
            )
            for tool in (self._describe_tool, self._link_tool, self._remove_tool):
                tool.setEnabled(self.current is not None and not self.current.removed)
            self.evidence_selected.emit(self.current)

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            return plain and self._take(event)
        return False

    def _take(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
            return True
        text = event.text()
        outcome = Outcome.VERIFIED if text == " " else OUTCOME_KEYS.get(text)
        if outcome is None or event.isAutoRepeat():
            return outcome is not None  # a key that is held down judges one file
        self.outcome_box.give(outcome)
        return True

    def _go_on(self) -> None:
        """Bring the next open file to hand."""
        row = self._open_row(from_row=self.table.currentIndex().row() + 1)
        if row < 0:
            self.all_judged.emit()
        else:
            self.select_row(row)

    def _open_row(self, from_row: int) -> int:
        rows = range(from_row, self.model.rowCount())
        found = ((row, self.model.evidence(row)) for row in rows)
        return next((row for row, evidence in found if evidence and is_open(evidence)), -1)

    # Drops

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_of(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = paths_of(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    # Building

    def _set_up_table(self) -> None:
        self.table.setModel(self.model)
        self.table.set_row_height(PX["row_two_line"])
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.table.horizontalHeader()
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(min(_WIDTHS.values()))
        words = (outcome_word(outcome) for outcome in (*Outcome, REMOVED))
        longest = max(map(self.fontMetrics().horizontalAdvance, words))
        widths = {**_WIDTHS, OUTCOME: max(_WIDTHS[OUTCOME], longest + _BESIDE_WORD)}
        for column, width in widths.items():
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.table.setColumnWidth(column, width)
        head.setSectionResizeMode(FILE, QHeaderView.ResizeMode.Stretch)
        self.table.installEventFilter(self)
        self.table.row_opened.connect(lambda _row: self.describe_requested.emit())
        self.table.selectionModel().currentRowChanged.connect(self._tell_selection)

    def _set_up_tools(self) -> None:
        head, empty = self.ui.head, self.ui.empty_state
        add = head.add_tool("plus", _("Add files…"), "Ins")
        paste = head.add_tool("paste", _("Paste files or picture"), "Ctrl+V")
        self._describe_tool = head.add_tool("edit", _("What the file is for, its date"), "Enter")
        self._link_tool = head.add_tool(
            "link", _("Use for other requirements too…"), "Ctrl+Shift+U"
        )
        self._remove_tool = head.add_tool("trash", _("Remove evidence…"), "Del")
        add.clicked.connect(self.add_requested)
        paste.clicked.connect(self.paste_requested)
        self._describe_tool.clicked.connect(self.describe_requested)
        self._link_tool.clicked.connect(self.link_requested)
        self._remove_tool.clicked.connect(self.remove_requested)
        empty.set_words(
            _("No evidence yet"),
            _("Drag photos or files here, or paste them from the clipboard."),
            dashed=True,
        )
        self._add_button = empty.add_button(
            _("Add files…"), self.add_requested.emit, key="Ins", icon="plus"
        )
        empty.add_button(_("Paste"), self.paste_requested.emit, key="Ctrl+V", icon="paste")
