"""Reports: which paper, whose, what holds it up, the very file beside it, saving and printing."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from evaluator_desktop.domain.bodies import BODIES
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations.prepared import FINAL, Prepared
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.store.queries.providers import ProviderList as Providers
from evaluator_desktop.store.queries.providers import provider_list
from evaluator_desktop.texts import _, ngettext
from evaluator_desktop.ui.forms.ui_report_page import Ui_ReportPage
from evaluator_desktop.ui.models.finding_model import FindingModel
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.pages.report.checking import Checking
from evaluator_desktop.ui.pages.report.handing_out import HandingOut
from evaluator_desktop.ui.pages.report.paper import Making, ShownPaper
from evaluator_desktop.ui.pages.report.provider_list import ProviderList
from evaluator_desktop.ui.pages.report.words import state_words
from evaluator_desktop.ui.services import Services

_LEFT_WIDTH = 400


class ReportPage(Page):
    """The list at the left follows every commit; the paper at the right says when it is old."""

    kinds: ClassVar[frozenset[str]] = frozenset(BODIES)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.ui = Ui_ReportPage()
        self.ui.setupUi(self)
        self._services = services
        self.providers = ProviderList(self.ui.report_table, self)
        self.finding_model = FindingModel(self)
        self._making = Making(services.runner, self)
        self._checking = Checking(services.runner, self)
        self._handing_out = HandingOut(self.ui, services, self.providers, self._making, self)
        self._set_up_panes()
        self._connect()
        self._show_paper_kind()
        self._show_state(None)

    # What the window asks of a page

    def refresh(self) -> None:
        self._services.runner.store_job(provider_list, done=self._show, topic="reports")

    def show_provider(self, provider_id: str) -> None:
        self.providers.wanted = provider_id
        self.providers.choose(provider_id)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"save_report": self._handing_out.save, "refresh": self._make_anew}

    def committed(self, changes: Changes) -> None:
        if self._making.hear(changes):
            self.ui.stale_bar.show()
        super().committed(changes)

    # The list

    def _show(self, providers: Providers) -> None:
        page = self.ui.report_splitter if providers.rows else self.ui.empty_page
        self.ui.content_stack.setCurrentWidget(page)
        count = len(providers.rows)
        words = ngettext("{count} provider", "{count} providers", count).format(count=count)
        self.ui.list_head.set_title(_("Reports"), words)
        self.providers.show_rows(providers.rows)
        if self._making.order is None:
            self._make()
        self._handing_out.show_buttons()
        self.data_shown.emit()

    def _show_current(self) -> None:
        row, is_of_a_provider = self.providers.current, self.ui.order_form.kind.of_a_provider
        if row is not None and is_of_a_provider and row.provider != self._making.provider:
            self.providers.wanted = row.provider
            self.provider_changed.emit(row.provider)
            self._make()

    # The paper

    def _hear_order(self) -> None:
        self._show_paper_kind()
        self._make()

    def _show_paper_kind(self) -> None:
        is_of_a_provider = self.ui.order_form.kind.of_a_provider
        shown = self.ui.report_table if is_of_a_provider else self.ui.round_label
        self.ui.about_stack.setCurrentWidget(shown)
        self._handing_out.show_buttons()

    def _make_anew(self) -> None:
        self.refresh()
        self._make()

    def _make(self) -> None:
        """Make what is wished from what is recorded now."""
        form, row = self.ui.order_form, self.providers.current
        if form.kind.of_a_provider and row is None:
            return
        self._show_state(None)
        self.ui.error_line.clear()
        self.ui.stale_bar.hide()
        provider = row.provider if row and form.kind.of_a_provider else ""
        self._making.make(provider, form.order())

    def _show_prepared(self, paper: Prepared) -> None:
        reasons = paper.reasons
        self.finding_model.show_findings(reasons, paper.warnings)
        words = _("keeping it a draft: {reasons} · warnings: {warnings}")
        count = words.format(reasons=len(reasons), warnings=len(paper.warnings))
        self.ui.finding_head.set_title(_("Check before the report"), count)

    def _show_paper(self, paper: ShownPaper) -> None:
        self.ui.preview_pane.show_file(paper.preview(self._handing_out.file_name()))
        self._show_state(paper)

    def _show_state(self, paper: ShownPaper | None) -> None:
        final = paper is not None and paper.made.state == FINAL
        icon, ink = ("lock", "ok") if final else ("edit", "partly")
        self.ui.state_sign.set_icon(icon if paper else "", ink)
        self.ui.state_label.setText(self._state_words(paper) or _("The report is being made"))
        self._handing_out.show_paper(paper)

    def _state_words(self, paper: ShownPaper | None) -> str:
        form = self.ui.order_form
        is_report, signed = form.kind.can_be_signed, form.sign() is not None
        return state_words(paper.made, is_report=is_report, will_be_signed=signed) if paper else ""

    def _show_not_made(self, error: EvaluatorError) -> None:
        """Say that there is no report: none of the provider shown before stays either."""
        if isinstance(error, CancelledError):  # another one is being made instead
            return
        self.ui.preview_pane.show_file(None)
        self._show_state(None)
        self.ui.state_label.setText(_("The report could not be made"))
        self.show_error(error)

    def show_error(self, error: EvaluatorError) -> None:
        """Say what failed, where errors of this page are said."""
        self.ui.error_line.show_error(str(error), details=error.details_text)

    # Building

    def _set_up_panes(self) -> None:
        ui = self.ui
        ui.empty_state.set_words(
            _("No provider yet"),
            _("A report needs a provider: import the list of providers first."),
        )
        ui.empty_state.add_button(
            _("Go to the providers"), lambda: self.provider_requested.emit("providers", "")
        )
        ui.preview_pane.use(self._services.previews)
        ui.stale_sign.set_icon("warning", "partly")
        ui.round_label.setText(_("This paper is about the whole round, with every provider in it."))
        ui.list_head.set_first(ui.report_table)
        ui.finding_list.setModel(self.finding_model)
        ui.finding_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ui.finding_head.set_title(_("Check before the report"))
        ui.finding_head.set_first(ui.finding_list)
        ui.report_splitter.setSizes([_LEFT_WIDTH, 10 * _LEFT_WIDTH])
        ui.report_splitter.setStretchFactor(1, 1)
        ui.choice_splitter.setSizes([_LEFT_WIDTH, _LEFT_WIDTH // 2])

    def _connect(self) -> None:
        ui, making = self.ui, self._making
        check_button = QPushButton(_("Check a file…"))
        check_button.setProperty("dense", True)
        check_button.clicked.connect(lambda _on=False: self._checking.choose())
        ui.list_head.add_widget(check_button)
        self._checking.failed.connect(self.show_error)
        self.providers.current_changed.connect(self._show_current)
        ui.order_form.order_changed.connect(self._hear_order)
        ui.again_button.clicked.connect(lambda _checked=False: self._make_anew())
        making.prepared.connect(self._show_prepared)
        making.ready.connect(self._show_paper)
        making.failed.connect(self._show_not_made)
        self._handing_out.failed.connect(self.show_error)
        self._handing_out.hint_changed.connect(self.hint_changed)
