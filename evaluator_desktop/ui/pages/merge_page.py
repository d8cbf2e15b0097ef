"""Merging: packages in, a preview that writes nothing, the merge, and settling what collides."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from evaluator_desktop.domain.bodies import BODIES, LEAD
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.texts import _, ngettext
from evaluator_desktop.ui.dialogs.files import PACKAGES, choose_files
from evaluator_desktop.ui.forms.ui_merge_page import Ui_MergePage
from evaluator_desktop.ui.models.conflict_views import MergeView, merge_view
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.pages.merge.audit_pane import AuditPane
from evaluator_desktop.ui.pages.merge.calibration_pane import CalibrationPane
from evaluator_desktop.ui.pages.merge.consensus_pane import ConsensusPane
from evaluator_desktop.ui.pages.merge.intake import Intake
from evaluator_desktop.ui.pages.merge.settling import Settling
from evaluator_desktop.ui.pages.merge.step_bar import Step
from evaluator_desktop.ui.pages.merge.way_back import WayBack
from evaluator_desktop.ui.pages.merge.words import came_in_words, preview_words, state_words
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.widgets.hint_line import Hint


class MergePage(Page):
    """The page of the lead; anybody may look, and take in what others recorded."""

    kinds: ClassVar[frozenset[str]] = frozenset(BODIES)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.ui = Ui_MergePage()
        self.ui.setupUi(self)
        self._services = services
        self._view = MergeView()
        self._step = Step.PACKAGES
        self._has_begun = self._has_merged = False
        self._intake = Intake(services.runner, self)
        self._settling = Settling(self.ui, services, self)
        self._way_back = WayBack(self.ui.done_pane, services.runner, self)
        ledger_pane = self.ui.packages_pane.ui.ledger_pane
        others = (self.ui.consensus_pane, self.ui.calibration_pane, self.ui.audit_pane)
        for pane in (*others, ledger_pane):
            pane.use(services)
        self._connect()
        self._show_step()

    def _connect(self) -> None:
        ui, intake = self.ui, self._intake
        ui.step_bar.step_chosen.connect(self._go)
        ui.step_bar.primary_chosen.connect(self._primary)
        ui.packages_pane.packages_wished.connect(self._choose_packages)
        ui.packages_pane.trust_given.connect(intake.trust)
        ui.packages_pane.trust_refused.connect(intake.leave_out)
        ui.packages_pane.passphrase_given.connect(intake.unlock)
        ui.packages_pane.ui.ledger_pane.failed.connect(self._show_error)
        ui.preview_pane.more_wished.connect(self._choose_packages)
        ui.done_pane.more_wished.connect(self._choose_packages)
        ui.done_pane.compare_wished.connect(self._compare_providers)
        if self._services.facts.role == LEAD:
            ui.done_pane.offer_comparing()
        ui.done_pane.next_wished.connect(lambda: self._go(Step.SETTLE))
        ui.progress_line.cancel_requested.connect(intake.cancel)
        intake.rows_changed.connect(self._show_step)
        intake.looking.connect(lambda total: self._show_work(_("Reading the packages"), total))
        intake.merging.connect(lambda total: self._show_work(_("Merging"), total))
        intake.advanced.connect(ui.progress_line.advance)
        intake.ended.connect(ui.progress_line.finish)
        intake.merged.connect(self._after_merge)
        intake.failed.connect(self._show_error)
        self._way_back.taken_back.connect(self._after_way_back)
        self._way_back.failed.connect(self._show_error)
        self._settling.recorded.connect(self._tell)
        self._settling.failed.connect(self._show_error)
        ui.consensus_pane.provider_chosen.connect(self.provider_changed)
        ui.consensus_pane.recorded.connect(lambda words: self.hint_changed.emit(Hint(words)))
        ui.tabs.currentChanged.connect(lambda _tab: self._refresh_tab())
        ui.tabs.currentChanged.connect(lambda _tab: ui.tabs.currentWidget().setFocus())

    # What the window asks of a page

    def refresh(self) -> None:
        self._services.runner.store_job(merge_view, done=self._show, topic="conflicts")
        self._way_back.read()
        self._refresh_tab()

    def _refresh_tab(self) -> None:
        """Read what the other tabs show, where one of them is in front, and the ledger."""
        self.ui.packages_pane.ui.ledger_pane.refresh()
        tab = self.ui.tabs.currentWidget()
        if isinstance(tab, ConsensusPane | CalibrationPane | AuditPane):
            tab.refresh()

    def show_provider(self, provider_id: str) -> None:
        """Confer about this provider; conflicts and packages are everybody's."""
        self.ui.consensus_pane.show_provider(provider_id)

    def show_part(self, part: str) -> None:
        """Bring a tab to the front: `consensus`, `calibration`, `audit`, or the conflicts."""
        self.ui.tabs.setCurrentWidget(self._tabs.get(part, self.ui.merge_tab))

    @property
    def part(self) -> str:
        front = self.ui.tabs.currentWidget()
        return next((part for part, tab in self._tabs.items() if tab is front), "")

    @property
    def _tabs(self) -> Mapping[str, QWidget]:
        """The tabs with a name of their own among pages."""
        ui = self.ui
        return {
            "consensus": ui.consensus_pane,
            "calibration": ui.calibration_pane,
            "audit": ui.audit_pane,
        }

    def search(self) -> None:
        if self.ui.tabs.currentWidget() is self.ui.audit_pane:
            self.ui.audit_pane.search_edit.setFocus()
        elif self._step is Step.SETTLE:
            self._settling.search_edit.setFocus()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"merge_packages": self._choose_packages, "unmerge": self._way_back.wish}

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_in([Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()])

    # Packages

    def take_in(self, paths: list[Path]) -> None:
        """Look at packages; they are merged when that is asked for."""
        if self._intake.is_busy:
            return
        self.ui.error_line.clear()
        self.ui.tabs.setCurrentWidget(self.ui.merge_tab)
        self._intake.add(paths)
        self._go(Step.PACKAGES)

    def _choose_packages(self) -> None:
        if paths := choose_files(self, _("Take in packages"), PACKAGES):
            self.take_in(paths)

    def _merge(self) -> None:
        self.ui.error_line.clear()
        self._intake.merge()

    def _compare_providers(self) -> None:
        from evaluator_desktop.ui.dialogs.join_dialog import JoinDialog

        dialog = JoinDialog(self._services, self.window())
        dialog.recorded.connect(self._tell)
        dialog.open()

    def _after_merge(self) -> None:
        """Something came in: where to go next is told by the conflicts, read again at once."""
        self._has_merged = True

    def _after_way_back(self) -> None:
        """The packages are as they were before: they can be merged again, or left."""
        self.ui.error_line.clear()
        self._go(Step.PACKAGES)
        self._intake.forget_merged()
        self.hint_changed.emit(Hint(remark=_("The last merge was taken back.")))

    def _show_error(self, error: EvaluatorError) -> None:
        self.ui.error_line.show_error(str(error))
        self._show_step()

    def _show_work(self, words: str, total: int) -> None:
        self.ui.progress_line.start(words, total)
        self._show_step()

    # Steps

    def _go(self, step: int) -> None:
        self._has_begun = True
        self._step = Step(step)
        self.setFocus()  # else Qt gives the focus to the next table, which then chooses a row
        self._show_step()
        if self._step is Step.SETTLE:
            self.ui.conflict_table.setFocus()
        elif self._step is Step.PACKAGES:
            self.ui.packages_pane.take_focus()

    def _primary(self) -> None:
        if self._step is Step.PACKAGES:
            self._go(Step.PREVIEW)
            self.ui.step_bar.primary_button.setFocus()
        elif self._step is Step.PREVIEW:
            self._merge()
        else:
            self._go(Step.DONE)

    def _show_step(self) -> None:
        bar, intake, busy = self.ui.step_bar, self._intake, self._intake.is_busy
        self.ui.step_stack.setCurrentIndex(self._step)
        self.ui.packages_pane.show_packages(intake.rows)
        packages = len(intake.rows)
        done = {Step.PACKAGES} if packages else set()
        done |= {Step.PREVIEW} if intake.came_in else set()
        done |= {Step.SETTLE} if self._view.conflicts and not self._view.open else set()
        reachable = {Step.PACKAGES}
        reachable |= {Step.PREVIEW} if intake.mergeable else set()
        reachable |= {Step.SETTLE} if self._view.conflicts else set()
        reachable |= {Step.DONE} if intake.came_in or self._settling.count else set()
        bar.show_step(self._step, done, set() if busy else reachable)
        bar.set_words(Step.PACKAGES, str(packages) if packages else "")
        settling = self._step is Step.SETTLE
        remark = _("What is not settled stays a conflict, nothing is lost") if settling else ""
        bar.show_state(state_words(self._view) if self._view.conflicts else "", remark)
        words = {Step.PACKAGES: _("Preview"), Step.PREVIEW: _("Merge"), Step.SETTLE: _("Finish")}
        needs_packages = self._step in (Step.PACKAGES, Step.PREVIEW)
        empty = self._step is Step.PACKAGES and not packages
        bar.show_primary(
            "" if empty else words.get(self._step, ""),
            enabled=not busy and (bool(intake.mergeable) or not needs_packages),
        )
        self._show_incoming()

    def _show_incoming(self) -> None:
        self.ui.preview_pane.show_packages(self._intake.results, dry_run=True)
        self.ui.preview_pane.set_words(preview_words(self._intake.results), "")
        self.ui.done_pane.show_packages(self._intake.came_in, dry_run=False)
        words = came_in_words(self._intake.came_in, self._settling.count, len(self._view.open))
        count = len(self._view.open)
        text = ngettext("Settle {count} conflict", "Settle {count} conflicts", count)
        self.ui.done_pane.set_words(words, text.format(count=count) if count else "")

    # Conflicts

    def _show(self, view: MergeView) -> None:
        self._view, before = view, self._step
        if not self._has_begun and view.open:
            self._step = Step.SETTLE
        elif self._has_merged:
            self._step = Step.SETTLE if view.open else Step.DONE
        elif self._step is Step.SETTLE and not view.open and self._settling.count:
            self._step = Step.DONE
        self._has_merged = False
        self._settling.show_view(view)
        self._show_step()
        if self._step is Step.SETTLE and before is not self._step:
            self.ui.conflict_table.setFocus()  # digits decide; the button above finishes
        if not self._settling.count:
            self._tell("")
        self.data_shown.emit()

    def _tell(self, recorded: str) -> None:
        self.ui.error_line.clear()
        remark = _("What changes a score or a tier is settled one by one.")
        self.hint_changed.emit(Hint(recorded=recorded, remark=remark))
