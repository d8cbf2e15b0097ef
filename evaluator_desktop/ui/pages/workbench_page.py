"""The workbench: one provider's items, evidence, outcomes and ratings, by keys alone."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from evaluator_desktop.domain.departure import departure_lines
from evaluator_desktop.domain.finding import Severity
from evaluator_desktop.domain.record import ProviderState
from evaluator_desktop.errors import EvaluatorError, LockedProviderError
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.queries.workbench import WorkbenchView, workbench_view
from evaluator_desktop.texts import _, language
from evaluator_desktop.ui.dialogs.departure_dialog import DepartureDialog
from evaluator_desktop.ui.forms.ui_workbench_page import Ui_WorkbenchPage
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.pages.workbench.course import Course
from evaluator_desktop.ui.pages.workbench.deeds import Deeds
from evaluator_desktop.ui.pages.workbench.explaining import Explaining
from evaluator_desktop.ui.pages.workbench.hints import keys_of, place_of
from evaluator_desktop.ui.pages.workbench.material import Material
from evaluator_desktop.ui.pages.workbench.save_copy import saved_words
from evaluator_desktop.ui.pages.workbench.steps import Steps
from evaluator_desktop.ui.pages.workbench.text_keys import TextKeys
from evaluator_desktop.ui.pages.workbench.todos import Field
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.widgets.hint_line import Hint, turned_words

_WHOLE_ROUND = frozenset({"round", "scheme"})
_PANE_WIDTHS = (318, 417, 552)


class WorkbenchPage(Page):
    """Puts the panes together: what they wish goes to the store, what was read goes to them."""

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.ui = Ui_WorkbenchPage()
        self.ui.setupUi(self)
        self._services = services
        self._provider = ""
        self._recorded = self._remark = ""
        self.course = Course(self.ui, self)
        self.deeds = Deeds(services.runner, self)
        self.material = Material(self.ui, services, self.course, self.deeds, self)
        self.explaining = Explaining(self.ui, self.course, self)
        self._texts = TextKeys(self.ui, self)
        for box in (self.ui.item_pane.rating_box, self.ui.evidence_pane.outcome_box):
            box.use(services.drafts)
        self._steps = Steps(services, self.course, self)
        self.ui.workbench_splitter.setSizes(_PANE_WIDTHS)
        for place, stretch in enumerate((0, 1, 2)):
            self.ui.workbench_splitter.setStretchFactor(place, stretch)
        self._set_up_empty_state()
        self._connect()

    # Told by the window

    def show_provider(self, provider_id: str) -> None:
        """Show this provider from where the work on it goes on."""
        if provider_id == self._provider:
            return
        self.leave()
        self._provider = provider_id
        self._recorded = self._remark = ""
        self.ui.error_line.clear()
        self._is_stale = True
        self._refresh_if_stale()

    def refresh(self) -> None:
        """Read the provider again."""
        if not self._provider:
            self._show_nothing()
            return
        self._services.runner.store_job(
            workbench_view,
            self._provider,
            done=self._show,
            failed=partial(self._show_error, retry=self.refresh),
            topic="view",
        )

    def committed(self, changes: Changes) -> None:
        """Read again what concerns this provider."""
        if words := turned_words(changes):
            self._say(remark=words)
        if self._provider in changes.providers and self.isVisible():
            self.course.want(changes.turned)
        if self._provider in changes.providers or not _WHOLE_ROUND.isdisjoint(changes.kinds):
            self._is_stale = True
            self._refresh_if_stale()

    def forget_recorded(self) -> None:
        self._recorded = ""

    def leave(self) -> None:
        """Hand over what is typed."""
        self.course.flush()

    def search(self) -> None:
        """Bring the focus to the search in the PDF that is shown."""
        self.ui.preview_pane.head.take_focus()

    def commands(self) -> Mapping[str, Callable[[], object]]:
        if self.course.view is None:
            return {}
        phrases = self.course.view.assessment.scheme.parameters.phrases
        return {
            "add_files": self.material.ask_for_files,
            "paste_files": self.material.paste,
            "link_evidence": self.material.link,
            "mark_up": self.ui.preview_pane.mark_up,
            "edit_text": self._texts.edit_text,
            "phrases": partial(self._texts.show_phrases, phrases),
            "previous_item": partial(self.course.next_item, -1),
            "next_item": self.course.next_item,
            "previous_provider": partial(self._go_along_route, -1),
            "next_provider": partial(self._go_along_route, 1),
            "next_todo": partial(self._go_to_todo, 1),
            "previous_todo": partial(self._go_to_todo, -1),
            "check_departure": self.check_departure,
            "explain": self.explaining.show_item,
            "submit": self.submit,
            **self._steps.commands(),
        }

    # What a person does

    def submit(self) -> None:
        """Submit one's own work on the provider."""
        self.leave()
        self.deeds.submit()

    def check_departure(self) -> None:
        """Show what cannot be mended after leaving, apart from what can."""
        self.leave()
        view = self.course.view
        if view is None:
            return
        lines = departure_lines(view.assessment, view.person)
        dialog = DepartureDialog(lines, view.assessment.record.name, self)
        dialog.place_chosen.connect(self.course.go_to_place)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _go_along_route(self, step: int) -> None:
        route = self.course.view.route if self.course.view else ()
        place = route.index(self._provider) + step if self._provider in route else 0
        if 0 <= place < len(route):
            self.show_provider(route[place])
            self.provider_changed.emit(route[place])
        else:
            self._say(remark=_("The route has no other provider there."))

    def _go_to_todo(self, step: int) -> None:
        todo, view = self.course.go_to_todo(step), self.course.view
        if todo is None or view is None:
            self._say(remark=_("Nothing is left to do here: F12, then Ctrl+Enter."))
        elif todo.field is Field.EVIDENCE and todo.row == len(
            view.assessment.items[todo.item].evidence
        ):
            missing = view.assessment.items[todo.item].missing
            names = " / ".join(state.requirement.name.text(language()) for state in missing)
            self._say(remark=_("Evidence missing: {names}").format(names=names))

    # What was read or answered

    def _show(self, view: WorkbenchView) -> None:
        if not view.assessment.record.stands_for(self._provider) or self.deeds.is_busy:
            return  # what is being recorded will be read with the next answer
        self._provider = view.assessment.record.id
        if not view.assessment.record.exists:
            self._show_nothing()
            return
        is_first = self.course.view is None
        self.deeds.view = view
        self.ui.page_stack.setCurrentWidget(self.ui.work_side)
        remark = self._remark  # the focus that moves with the view must not take it away
        self.course.show_view(view)
        self._show_notice(view)
        if is_first:
            self.commands_changed.emit()
        self._say(remark=remark)
        self.data_shown.emit()

    def _show_nothing(self) -> None:
        self.ui.page_stack.setCurrentWidget(self.ui.empty_side)
        self.hint_changed.emit(None)
        self.data_shown.emit()

    def _show_notice(self, view: WorkbenchView) -> None:
        """Say why nothing can be typed, or what differs between laptops: settled elsewhere."""
        record = view.assessment.record
        count = len(record.conflicts)
        if record.state is ProviderState.LOCKED:
            self.ui.notice_line.show_notice(str(LockedProviderError(provider=record.name)))
        elif count:
            words = _("Open conflicts here: {count}. They are decided on the Merge page.")
            self.ui.notice_line.show_notice(words.format(count=count))
        else:
            self.ui.notice_line.clear()

    def _tell_recorded(self, words: str, *, is_final: bool = False) -> None:
        self.ui.error_line.clear()
        if is_final:  # no Ctrl+Z beside it
            self._say(recorded="", remark=_("Recorded: {what}").format(what=words))
        else:
            self._say(recorded=words)

    def _tell_added(self, evidence_ids: list[str], words: str) -> None:
        self.ui.evidence_pane.want(evidence_ids[0])
        self._tell_recorded(words)

    def _tell_saved(self, path: Path) -> None:
        self._say(remark=saved_words(path))

    def _show_refusal(self, error: EvaluatorError, retry: Callable[[], object] | None) -> None:
        self._show_error(error, retry)
        self.refresh()

    def _show_error(self, error: EvaluatorError, retry: Callable[[], object] | None = None) -> None:
        details = [f"{d.field}: {d.message}" if d.field else d.message for d in error.details]
        if error.code == "wrong_step" and self.course.view is not None:
            found = self.course.view.assessment.findings
            details = [f.text for f in found if f.severity is Severity.BLOCKS_SUBMISSION]
        self.ui.error_line.show_error(str(error), details="\n".join(details), retry=retry)

    # The hint line

    def _say(self, recorded: str | None = None, remark: str = "") -> None:
        self._recorded = self._recorded if recorded is None else recorded
        self._remark = remark
        self._show_hint(is_again=recorded is None)

    def _show_hint(self, *, is_again: bool = True) -> None:
        if self.course.view is not None:
            keys = [] if self._remark else keys_of(place_of(self.ui, QApplication.focusWidget()))
            self.hint_changed.emit(Hint(self._recorded, keys, self._remark, is_again=is_again))

    def _see_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self._remark = ""
            self._show_hint()

    # Building

    def _set_up_empty_state(self) -> None:
        self.ui.empty_state.set_words(
            _("No provider is chosen"),
            _("Choose one in the list and press Enter, or jump to one with Ctrl+K."),
        )
        self.ui.empty_state.add_button(
            _("To the providers"),
            lambda: self.provider_requested.emit("providers", ""),
            key="Ctrl+1",
        )

    def _connect(self) -> None:
        ui, box = self.ui, self.ui.evidence_pane.outcome_box
        for signal in (box.judged, box.described):
            signal.connect(self.deeds.judge)
        ui.item_pane.rating_box.rating_given.connect(self.deeds.rate)
        ui.header.ui.departure_button.clicked.connect(self.check_departure)
        ui.header.ui.submit_button.clicked.connect(self.submit)
        ui.preview_pane.save_requested.connect(
            lambda file: self.material.save_copy(file, self._tell_saved, self._show_error)
        )
        self.deeds.recorded.connect(self._tell_recorded)
        self.deeds.refused.connect(self._show_refusal)
        self.deeds.rating_refused.connect(ui.item_pane.rating_box.take_back)
        self.deeds.judgement_refused.connect(box.take_back)
        self._steps.recorded.connect(self._tell_recorded)
        self._steps.settled.connect(partial(self._tell_recorded, is_final=True))
        self._steps.failed.connect(self._show_error)
        self._steps.remarked.connect(lambda words: self._say(remark=words))
        self._steps.page_requested.connect(
            lambda page: self.provider_requested.emit(page, self._provider)
        )
        adding = self.material.adding
        adding.added.connect(self._tell_added)
        adding.refused.connect(self._show_error)
        adding.cancelled.connect(lambda: self._say(remark=_("Cancelled; nothing was added.")))
        adding.nothing_found.connect(lambda words: self._say(remark=words))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._see_focus)
