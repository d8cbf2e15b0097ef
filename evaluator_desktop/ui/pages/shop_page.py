"""The shop of one provider: its facts, the 17 rules, the result and the calendar of logins.

What stands in the fields is computed at every keystroke and recorded, part by part, when a field
is left; a try-out works on a copy that is never recorded.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, ClassVar

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.record import ProviderState
from evaluator_desktop.domain.shop_draft import Draft
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.queries.shop import shop_choices
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _
from evaluator_desktop.ui.forms.ui_shop_page import Ui_ShopPage
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.pages.shop.conflict_words import conflict_text
from evaluator_desktop.ui.pages.shop.entries import Entries
from evaluator_desktop.ui.pages.shop.fields import Entry
from evaluator_desktop.ui.pages.shop.header import (
    conflict_words,
    last_words,
    round_words,
    show_code,
)
from evaluator_desktop.ui.pages.shop.ledger import LedgerModel
from evaluator_desktop.ui.pages.shop.recorder import Recorder
from evaluator_desktop.ui.pages.shop.sheet_files import SheetFiles
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.widgets.jump_field import JumpTarget

_MOST_JUMPS = 8
_LOGINS = "logins"


class ShopPage(Page):
    """Shows one shop at a time, and keeps what was typed of those shown before."""

    kinds: ClassVar[frozenset[str]] = frozenset({"provider", "profile", "shop_facts", "lock"})

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.ui = Ui_ShopPage()
        self.ui.setupUi(self)
        self._services, self._scheme = services, services.facts.scheme
        self._choices: list[Summary] = []
        self._shops: dict[str, Entries] = {}
        self._provider = ""
        self._assessment: Assessment | None = None
        self._trial: Entries | None = None
        self._draft: Draft | None = None
        self._ledger = LedgerModel(self._scheme, self)
        self._recorder = Recorder(services.runner, self._to_write, self)
        self._files = SheetFiles(self, services)
        self._set_up()
        self._connect()

    @property
    def provider(self) -> str:
        """The id of the provider in hand, "" for none."""
        return self._provider

    # What the window asks

    def refresh(self) -> None:
        self._services.runner.store_job(
            shop_choices, done=self._take_choices, topic="providers to choose from"
        )
        self._load()

    def search(self) -> None:
        self.ui.provider_field.start()

    def show_provider(self, provider_id: str) -> None:
        if provider_id == self._provider:
            return
        self.leave()
        self._end_trial()
        self._provider, self._assessment = provider_id, None
        self.ui.error_line.clear()
        self._load()

    def leave(self) -> None:
        if self._provider in self._shops:
            self._recorder.record(self._provider, self._shops[self._provider])

    # Reading

    def _load(self) -> None:
        if self._provider:
            self._services.runner.store_job(
                Workspace.assessment, self._provider, done=self._take_assessment, topic="shop"
            )

    def _take_choices(self, choices: list[Summary]) -> None:
        self._choices = choices
        if not self._provider:
            self.data_shown.emit()

    def _take_assessment(self, assessment: Assessment) -> None:
        if assessment.record.id != self._provider:
            return
        self._assessment = assessment if assessment.record.exists else None
        shop = self._shops.setdefault(self._provider, Entries())
        shop.take_recorded(assessment.record.shop_parts)
        self._show_provider()
        self._show_entries()
        self.data_shown.emit()

    # Changing

    @property
    def entries(self) -> Entries:
        """What stands in the fields now: of the shop in hand, or of its try-out."""
        return self._trial or self._shops.setdefault(self._provider, Entries())

    @property
    def is_locked(self) -> bool:
        return bool(self._assessment and self._assessment.record.state is ProviderState.LOCKED)

    def take_facts(self, fields: Mapping[str, Any]) -> None:
        """Put facts that were read from a file into the fields, and record them."""
        self.entries.fill(fields)
        self._show_entries()
        self._record()

    def _change(self, path: str, entry: Entry) -> None:
        self.entries.typed[path] = entry
        self._compute()

    def _record(self, _path: str = "") -> None:
        if self._trial is None:
            self.leave()

    def _to_write(self, shop: Entries) -> dict[str, dict[str, Any]]:
        if self.is_locked and shop is self._shops.get(self._provider):
            return {}
        return shop.to_write(self._read(shop))

    def _read(self, shop: Entries) -> Draft:
        round_info = self._services.facts.round
        return shop.read(self._scheme, round_info.cutoff, round_info.period_start)

    def _hear_recorded(self, provider: str) -> None:
        if provider == self._provider:
            self.ui.error_line.clear()
            self._compute()

    def _hear_refused(self, error: EvaluatorError, again: Callable[[], object]) -> None:
        self.ui.error_line.show_error(
            str(error), details="\n".join(d.message for d in error.details), retry=again
        )

    # Trying out

    def _choose_trial(self, on: bool) -> None:
        if on:
            self.leave()
            self._trial = self.entries.for_trial()
        else:
            self._trial = None
        self._mark_trial()
        self._show_entries()

    def _end_trial(self) -> None:
        self._trial = None
        self._mark_trial()

    def _mark_trial(self) -> None:
        on = self._trial is not None
        self.ui.trial_button.setChecked(on)
        self.ui.trial_band.setVisible(on)
        self.ui.trial_frame.set_on(on)
        self.ui.import_button.setEnabled(not on and not self.is_locked)

    # Showing

    def _show_provider(self) -> None:
        """Show what does not depend on the fields: who it is, and what can be changed."""
        assessment = self._assessment
        page = self.ui.trial_frame if assessment else self.ui.empty_state
        self.ui.stack.setCurrentWidget(page)
        for widget in (self.ui.page_tag, self.ui.code_icon, self.ui.import_button):
            widget.setVisible(assessment is not None)
        self.ui.trial_button.setVisible(assessment is not None)
        if assessment is None:
            self.ui.name_label.setText(_("Cloud shop"))
            self.ui.meta_label.setText(round_words(self._services.facts))
            self.ui.state_tag.hide()
            self.ui.notice_line.clear()
            return
        record = assessment.record
        self.ui.name_label.setText(record.name)
        show_code(self.ui.code_icon, record.code)
        words = [record.code or _("no credit code"), round_words(self._services.facts)]
        self.ui.meta_label.setText(" · ".join(words))
        self.ui.state_tag.setVisible(self.is_locked)
        if self.is_locked:
            self.ui.notice_line.show_notice(
                _("This provider is locked (final review): the facts can be read and tried out.")
            )
        else:
            self.ui.notice_line.clear()
        self._mark_trial()

    def _show_entries(self) -> None:
        shop = self.entries
        conflicts = {part: conflict_text(entity) for part, entity in shop.conflicts.items()}
        read_only = self.is_locked and self._trial is None
        parts = {part: read_only or part in conflicts for part in self.ui.facts_form.conflicts}
        self.ui.facts_form.show_entries(shop.typed)
        self.ui.facts_form.show_conflicts(conflicts)
        self.ui.facts_form.set_read_only(parts)
        self.ui.calendar_pane.show_entries(shop.typed)
        self.ui.calendar_pane.show_conflict(conflicts.get(_LOGINS, ""))
        self.ui.calendar_pane.set_read_only(read_only or _LOGINS in conflicts)
        self._compute()

    def _compute(self) -> None:
        shop = self.entries
        draft = self._draft = self._read(shop)
        self._ledger.set_draft(draft)
        for pane in (self.ui.facts_form, self.ui.calendar_pane):
            pane.show_problems(draft.problems)
        unsaved = self._trial is None and bool(shop.changed)
        parts = self._assessment.record.shop_parts if self._assessment else {}
        self.ui.facts_head.set_title(
            _("Shop facts"), _("not saved yet") if unsaved else last_words(parts)
        )
        self.ui.facts_head.meta_label.set_role("partly" if unsaved else "meta")
        remark = _("tried out") if self._trial else _("not saved yet") if unsaved else ""
        blocked = conflict_words(shop.conflicts)
        self.ui.result_pane.show_draft(self._scheme, draft, blocked=blocked, remark=remark)

    def _light(self, path: str) -> None:
        self.ui.ledger_table.light(self._ledger.rows_fed_by(path))

    def _open_rules(self, row: int) -> None:
        from evaluator_desktop.ui.pages.shop.rules_dialog import RulesDialog

        RulesDialog(self._scheme, row, self).open()

    def _targets(self, query: str) -> list[JumpTarget]:
        wanted = query.casefold()
        found = [row for row in self._choices if row.matches(wanted)][:_MOST_JUMPS]
        return [
            JumpTarget(row.name, row.code or "", "shop", partial(self._choose, row.provider))
            for row in found
        ]

    def _choose(self, provider: str) -> None:
        self.provider_changed.emit(provider)
        self.show_provider(provider)

    # Building

    def _set_up(self) -> None:
        ui = self.ui
        ui.name_label.set_elide()
        ui.meta_label.set_elide()
        ui.state_tag.setText(_("locked"))
        ui.provider_field.set_key("Ctrl+F")
        ui.provider_field.setFixedWidth(220)
        ui.provider_field.setPlaceholderText(_("Another provider"))
        ui.provider_field.add_source(self._targets)
        ui.empty_state.set_words(
            _("No provider is chosen"),
            _(
                "Choose a provider by name, initials or the end of its credit code. Then type the "
                "facts of its shop at the left or import them; points and tier follow at once."
            ),
        )
        ui.empty_state.add_button(_("Choose a provider"), self.search, key="Ctrl+F", icon="search")
        ui.ledger_head.set_title(_("Points by rule"), _("count × points = points"))
        ui.ledger_table.set_model(self._ledger)
        ui.ledger_head.set_first(ui.ledger_table)
        ui.facts_head.set_first(ui.facts_form.first)
        ui.calendar_pane.set_cutoff(self._services.facts.round.cutoff)
        ui.shop_splitter.setSizes([984, 304])
        ui.shop_top_splitter.setSizes([300, 684])
        ui.shop_left_splitter.setSizes([447, 205])
        for splitter in (ui.shop_splitter, ui.shop_left_splitter):
            splitter.setStretchFactor(0, 1)
            splitter.setStretchFactor(1, 0)
        ui.shop_top_splitter.setStretchFactor(0, 0)
        ui.shop_top_splitter.setStretchFactor(1, 1)
        self._show_provider()

    def _connect(self) -> None:
        ui = self.ui
        for pane in (ui.facts_form, ui.calendar_pane):
            pane.entry_changed.connect(self._change)
            pane.left.connect(self._record)
            pane.entered.connect(self._light)
            pane.decision_requested.connect(
                lambda: self.provider_requested.emit("merge", self._provider)
            )
        ui.trial_button.clicked.connect(self._choose_trial)
        ui.trial_band.ended.connect(lambda: self._choose_trial(False))
        ui.rules_button.clicked.connect(lambda _checked: self._open_rules(0))
        ui.ledger_table.row_opened.connect(self._open_rules)
        self._recorder.recorded.connect(self._hear_recorded)
        self._recorder.refused.connect(self._hear_refused)
