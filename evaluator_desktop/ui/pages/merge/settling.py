"""Settling conflicts: the list, the one in hand, its decision, and which one comes next."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations.conflicts import resolve
from evaluator_desktop.paths import safe_file_name
from evaluator_desktop.texts import _
from evaluator_desktop.ui.dialogs.files import choose_target
from evaluator_desktop.ui.forms.ui_merge_page import Ui_MergePage
from evaluator_desktop.ui.models.conflict_model import ConflictModel, title_words, what_words
from evaluator_desktop.ui.models.conflict_views import ConflictView, MergeView
from evaluator_desktop.ui.models.version_model import version_letter
from evaluator_desktop.ui.pages.merge.decision_bar import Decision
from evaluator_desktop.ui.pages.workbench.save_copy import save_copy
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.widgets.key_cap import search_edit
from evaluator_desktop.ui.widgets.preview import PreviewFile

_LIST_WIDTH = 372
_SEARCH_WIDTH = 140


class Settling(QObject):
    """Owns the third step's list and pane.

    Signals: `recorded(words)` when a conflict was settled; `failed(error)`.
    """

    recorded = Signal(str)
    failed = Signal(object)

    def __init__(self, ui: Ui_MergePage, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._ui, self._services = ui, services
        self._view = MergeView()
        self._is_deciding = False
        self._wanted: list[str] = []
        self.count = 0
        self.model = ConflictModel(services.facts.scheme, self)
        self.search_edit = search_edit(ui.list_head)
        self._set_up_list()
        ui.conflict_pane.use(services)
        ui.conflict_pane.file_wished.connect(self._save_file)
        bar = ui.conflict_pane.ui.decision_bar
        bar.use(services.drafts)
        bar.decided.connect(self._decide)
        bar.put_off.connect(self._put_off)
        for widget in (ui.conflict_table, ui.conflict_pane.ui.field_table, bar):
            for digit in range(10):
                shortcut = QShortcut(QKeySequence(str(digit)), widget)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(lambda key=str(digit): bar.choose(key))

    def _set_up_list(self) -> None:
        ui = self._ui
        ui.conflict_table.setModel(self.model)
        ui.conflict_table.conflict_chosen.connect(self._show_chosen)
        ui.conflict_table.row_opened.connect(
            lambda _row: ui.conflict_pane.ui.decision_bar.ui.reason_edit.setFocus()
        )
        self.search_edit.setFixedWidth(_SEARCH_WIDTH)
        self.search_edit.setAccessibleName(_("Search the conflicts"))
        self.search_edit.textChanged.connect(lambda _text: self.show_view(self._view))
        ui.list_head.set_title(_("Conflict list"), _("class, tier, score"))
        ui.list_head.add_widget(self.search_edit)
        ui.list_head.set_first(ui.conflict_table)
        ui.conflict_splitter.setSizes([_LIST_WIDTH, 10 * _LIST_WIDTH])
        ui.conflict_splitter.setStretchFactor(1, 1)

    def show_view(self, view: MergeView) -> None:
        """Show the conflicts anew; the one in hand stays so, after a decision the next is."""
        current = self._current()
        self._view, self._is_deciding = view, False
        self.model.show_view(view, self.search_edit.text())
        wanted, self._wanted = self._wanted, []
        self._choose_one([*wanted, *([current.id] if current else [])])

    def _choose_one(self, wanted: list[str]) -> None:
        """Make the first of these the current one that is there, else the first open one."""
        shown = self.model.conflicts()
        ids = [*wanted, *(v.id for v in shown if v.is_open), *(v.id for v in shown)]
        row = next((row for i in ids if (row := self.model.row_of(i)) >= 0), -1)
        if row >= 0:
            self._ui.conflict_table.choose(row)
            self._show_chosen()

    def _current(self) -> ConflictView | None:
        return self.model.conflict(self._ui.conflict_table.currentIndex().row())

    def _show_chosen(self, _conflict_id: str = "") -> None:
        view = self._current()
        if view is not None:
            ids = [one.id for one in self.model.conflicts() if one.is_open]
            place = f"{ids.index(view.id) + 1} / {len(ids)}" if view.id in ids else ""
            self._ui.conflict_pane.show_conflict(view, place)

    def _decide(self, decision: Decision) -> None:
        view = self._current()
        if view is None or self._is_deciding:
            return
        self._is_deciding, self._wanted = True, self._after(view)
        self._services.runner.store_job(
            resolve,
            view.id,
            take=decision.take,
            both=decision.both,
            value=decision.value,
            reason=decision.reason,
            done=lambda _changes: self._hear_recorded(view, decision),
            failed=self._hear_refused,
            owner=self,
        )

    def _after(self, view: ConflictView) -> list[str]:
        """Return the open conflicts behind this one, then those before it."""
        ids = [one.id for one in self.model.conflicts() if one.is_open or one.id == view.id]
        place = ids.index(view.id)
        return ids[place + 1 :] + ids[:place]

    def _hear_recorded(self, view: ConflictView, decision: Decision) -> None:
        self.count += 1
        how = _("kept both") if decision.both else _("by hand")
        if decision.take:
            how = _("took {letter}").format(letter=version_letter(decision.take - 1))
        if self._current() is view:
            self._ui.conflict_pane.ui.decision_bar.settle()
        what = what_words(view, self._services.facts.scheme)
        self._ui.conflict_table.setFocus()
        self.recorded.emit(f"{title_words(view)} · {what} · {how}")

    def _hear_refused(self, error: EvaluatorError) -> None:
        self._is_deciding, self._wanted = False, []
        self.failed.emit(error)

    def _put_off(self) -> None:
        view = self._current()
        if view is not None:
            self._choose_one(self._after(view))
            self._ui.conflict_table.setFocus()

    def _save_file(self, file: PreviewFile) -> None:
        parent = self._ui.conflict_pane
        if target := choose_target(parent, _("Save a copy"), safe_file_name(file.name)):
            self._services.runner.pool_job(
                save_copy, file.path, Path(target), failed=self.failed.emit, owner=self
            )
