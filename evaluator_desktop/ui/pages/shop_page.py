"""The shop of one provider: its facts, the 17 rules, the result and the calendar of logins.

What stands in the fields is computed at every keystroke and recorded, part by part, when a field
is left; a try-out works on a copy that is never recorded.
"""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from PySide6.QtCore import Qt

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.record import ProviderState
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.queries.shop import shop_choices
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _
from evaluator_desktop.ui.forms.ui_shop_page import Ui_ShopPage
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.pages.shop.entries import Entries
from evaluator_desktop.ui.pages.shop.explaining import Explaining
from evaluator_desktop.ui.pages.shop.fields import Entry
from evaluator_desktop.ui.pages.shop.header import Header
from evaluator_desktop.ui.pages.shop.kept import KeptEntries
from evaluator_desktop.ui.pages.shop.panes import Panes
from evaluator_desktop.ui.pages.shop.recorder import Recorder
from evaluator_desktop.ui.pages.shop.sheet_files import SheetFiles
from evaluator_desktop.ui.services import Services


class ShopPage(Page):
    """Shows one shop at a time, and keeps what was typed of those shown before."""

    kinds: ClassVar[frozenset[str]] = frozenset(
        {"provider", "profile", "shop_facts", "lock", "alias"}
    )

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.ui = Ui_ShopPage()
        self.ui.setupUi(self)
        self._services = services
        self._shops: dict[str, Entries] = {}
        self._kept = KeptEntries(services.drafts)
        self._provider = ""
        self._assessment: Assessment | None = None
        self._trial: Entries | None = None
        self._focus_wanted = False
        self._header = Header(self.ui, services.facts, self)
        self._panes = Panes(self.ui, services.facts, self)
        self._recorder = Recorder(services.runner, self._to_write, self)
        self._files = SheetFiles(self, services)
        self._explaining = Explaining(self.ui, self._panes, lambda: self._trial or self.shop, self)
        self._lay_out()
        self._connect()
        self._show_nobody()

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
        self._trial, self._assessment = None, None
        self._provider, self._focus_wanted = provider_id, True
        self.ui.error_line.clear()
        self._load()

    def leave(self) -> None:
        if self._provider in self._shops:
            self._recorder.record(self._provider, self._shops[self._provider])

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"explain": self._explaining.show_here} if self._assessment else {}

    # Reading

    def _load(self) -> None:
        if self._provider:
            self._services.runner.store_job(
                Workspace.assessment, self._provider, done=self._take_assessment, topic="shop"
            )

    def _take_choices(self, choices: list[Summary]) -> None:
        self._header.set_choices(choices)
        self._say_what_to_do(has_providers=bool(choices))
        if not self._provider:
            self.data_shown.emit()

    def _take_assessment(self, assessment: Assessment) -> None:
        record = assessment.record
        if not record.stands_for(self._provider):
            return
        if record.id != self._provider:  # it was joined with another, which stays in its place
            self._shops[record.id] = self.shop
            self._kept.keep(self._provider, Entries())
            del self._shops[self._provider]
            self._provider = record.id
        self.shop.take_recorded(record.shop_parts)
        self._keep()
        if record.exists:
            is_first, self._assessment = self._assessment is None, assessment
            if is_first:
                self.commands_changed.emit()
            self.ui.stack.setCurrentWidget(self.ui.trial_frame)
            self._header.show_record(record, is_locked=self.is_locked)
            self._show_entries()
            if self._focus_wanted:  # just opened: begin at its first fact, not at the search
                self.ui.facts_form.first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._focus_wanted = False
        else:
            self._show_nobody()
        self.data_shown.emit()

    # What is in hand

    @property
    def provider(self) -> str:
        """The id of the provider in hand, "" for none."""
        return self._provider

    @property
    def shop(self) -> Entries:
        """What was typed for the provider in hand, a try-out left aside."""
        if self._provider not in self._shops:
            self._shops[self._provider] = self._kept.restored(self._provider)
        return self._shops[self._provider]

    @property
    def is_locked(self) -> bool:
        return bool(self._assessment and self._assessment.record.state is ProviderState.LOCKED)

    # Changing

    def take_facts(self, values: Mapping[str, Any]) -> None:
        """Put facts that were read from a file, by path, into the fields and record them."""
        self.shop.fill(values)
        self._show_entries()
        self.leave()

    def _change(self, path: str, entry: Entry) -> None:
        if self._assessment is not None:  # else the fields still show the shop before
            (self._trial or self.shop).typed[path] = entry
            self._keep()
            self._compute()

    def _drop(self, path: str) -> None:
        """Show what is recorded in place of what an earlier run left."""
        shop = self._trial or self.shop
        shop.typed[path] = shop.recorded.get(path)
        self._keep()
        self._show_entries()

    def _keep(self) -> None:
        if self._trial is None:
            self._kept.keep(self._provider, self.shop)

    def _to_write(self, shop: Entries) -> dict[str, dict[str, Any]]:
        if self.is_locked and shop is self.shop:
            return {}
        return shop.to_write(self._panes.read(shop))

    def _hear_recorded(self, provider: str) -> None:
        self._kept.keep(provider, self._shops[provider])
        if provider == self._provider:
            self.ui.error_line.clear()
            self._compute()

    def _hear_refused(self, error: EvaluatorError, again: Callable[[], object]) -> None:
        self.ui.error_line.show_error(str(error), details=error.details_text, retry=again)

    def _choose_trial(self, on: bool) -> None:
        self.leave()
        self._trial = self.shop.for_trial() if on else None
        self._show_entries()

    # Showing

    def _show_nobody(self) -> None:
        self._assessment = None
        self.ui.stack.setCurrentWidget(self.ui.empty_state)
        self._header.show_record(None, is_locked=False)

    def _say_what_to_do(self, *, has_providers: bool) -> None:
        if has_providers:
            title = _("No provider is chosen")
            sentence = _(
                "Choose a provider by name, initials or the end of its credit code. Then type the "
                "facts of its shop at the left or import them; points and tier follow at once."
            )
        else:
            title = _("No provider yet")
            sentence = _("A shop belongs to a provider: import the list of providers first.")
        self.ui.empty_state.set_words(title, sentence)
        self._choose_button.setVisible(has_providers)
        self._providers_button.setVisible(not has_providers)

    def _show_entries(self) -> None:
        on = self._trial is not None
        self.ui.trial_button.setChecked(on)
        self.ui.trial_band.setVisible(on)
        self.ui.trial_frame.set_on(on)
        self.ui.import_button.setEnabled(not on and not self.is_locked)
        read_only = self.is_locked and not on
        self._panes.show(self._trial or self.shop, read_only=read_only, tried_out=on)

    def _compute(self) -> None:
        self._panes.compute(self._trial or self.shop, tried_out=self._trial is not None)

    # Building

    def _lay_out(self) -> None:
        ui = self.ui
        self._choose_button = ui.empty_state.add_button(
            _("Choose a provider"), self.search, key="Ctrl+F", icon="search"
        )
        self._providers_button = ui.empty_state.add_button(
            _("Go to the providers"), lambda: self.provider_requested.emit("providers", "")
        )
        self._providers_button.setProperty("kind", "primary")  # never beside the other one
        self._say_what_to_do(has_providers=True)
        for splitter, sizes, growing in (
            (ui.shop_splitter, [978, 310], 0),
            (ui.shop_top_splitter, [300, 684], 1),
            (ui.shop_left_splitter, [447, 205], 0),
        ):
            splitter.setSizes(sizes)
            for place in range(len(sizes)):
                splitter.setStretchFactor(place, int(place == growing))

    def _connect(self) -> None:
        self._header.provider_chosen.connect(self.provider_changed)
        self._header.provider_chosen.connect(self.show_provider)
        self._panes.entry_changed.connect(self._change)
        self._panes.left.connect(lambda _path: self.leave())
        self.ui.facts_form.dropped.connect(self._drop)
        self._panes.decision_requested.connect(
            lambda: self.provider_requested.emit("merge", self._provider)
        )
        self.ui.trial_button.clicked.connect(self._choose_trial)
        self.ui.trial_band.ended.connect(lambda: self._choose_trial(False))
        self.ui.rules_button.clicked.connect(lambda: self._panes.open_rules(0))
        self._recorder.recorded.connect(self._hear_recorded)
        self._recorder.refused.connect(self._hear_refused)
