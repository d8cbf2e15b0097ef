"""Reports: whose, what holds them up, the real PDF beside it, and saving one or all of them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHeaderView

from evaluator_desktop.domain.bodies import BODIES
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations.prepared import FINAL, PreparedReport, ReportResult
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.queries.providers import ProviderList, provider_list
from evaluator_desktop.texts import _, ngettext
from evaluator_desktop.ui.dialogs.files import choose_target
from evaluator_desktop.ui.forms.ui_report_page import Ui_ReportPage
from evaluator_desktop.ui.models.finding_model import FindingModel
from evaluator_desktop.ui.models.report_rows_model import SCORE, ReportRowsModel
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.pages.report.paper import Made, Paper, file_name
from evaluator_desktop.ui.pages.report.saving import Saving
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import PX
from evaluator_desktop.ui.widgets.hint_line import Hint
from evaluator_desktop.ui.widgets.plain import caption

_LEFT_WIDTH, _SCORE_WIDTH = 400, 92
_PDF = "*.pdf"


class ReportPage(Page):
    """The list at the left follows every commit; the report at the right says when it is old."""

    kinds: ClassVar[frozenset[str]] = frozenset(BODIES)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.ui = Ui_ReportPage()
        self.ui.setupUi(self)
        self._services = services
        self._wanted, self._is_made = "", False
        self._results: dict[str, str] = {}
        self._paper = Paper(services.runner, self)
        self._saving = Saving(services.runner, self)
        self.rows_model, self.finding_model = ReportRowsModel(self), FindingModel(self)
        self._set_up_lists()
        self.ui.empty_state.set_words(
            _("No provider yet"),
            _("A report needs a provider: import the list of providers first."),
        )
        self.ui.empty_state.add_button(
            _("Go to the providers"), lambda: self.provider_requested.emit("providers", "")
        )
        self.ui.preview_pane.use(services.previews)
        self.ui.stale_sign.set_icon("warning", "partly")
        self._connect()
        self._show_state(None)

    # What the window asks of a page

    def refresh(self) -> None:
        self._services.runner.store_job(provider_list, done=self._show, topic="reports")

    def show_provider(self, provider_id: str) -> None:
        self._wanted = provider_id
        self._choose(provider_id)

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"save_report": self._save, "refresh": self._make_anew}

    def committed(self, changes: Changes) -> None:
        if self._paper.hear(changes):
            self.ui.stale_bar.show()
        super().committed(changes)

    # The list

    def _show(self, providers: ProviderList) -> None:
        page = self.ui.report_splitter if providers.rows else self.ui.empty_page
        self.ui.content_stack.setCurrentWidget(page)
        self.rows_model.show_rows(providers.rows)
        count = len(providers.rows)
        words = ngettext("{count} provider", "{count} providers", count).format(count=count)
        self.ui.list_head.set_title(_("Reports"), words)
        current = self._current()
        self._choose(self._wanted or (current.provider if current else ""))
        self._show_saving()
        self.data_shown.emit()

    def _choose(self, provider: str) -> None:
        """Make a provider the current one, else the first."""
        if self.rows_model.rowCount():
            row = max(self.rows_model.row_of(provider), 0)
            if row != self.ui.report_table.currentIndex().row():
                self.ui.report_table.setCurrentIndex(self.rows_model.index(row, 0))
                QTimer.singleShot(0, self, self._scroll_to_current)  # the list has its size then

    def _scroll_to_current(self) -> None:
        self.ui.report_table.scrollTo(self.ui.report_table.currentIndex())

    def _current(self) -> Summary | None:
        return self.rows_model.row(self.ui.report_table.currentIndex().row())

    def _selected(self) -> list[Summary]:
        """Return the rows that are chosen where there are several, else all."""
        indexes = self.ui.report_table.selectionModel().selectedRows()
        places = sorted(index.row() for index in indexes)
        rows = [row for place in places if (row := self.rows_model.row(place)) is not None]
        return rows if len(rows) > 1 else list(self.rows_model.rows())

    # The report

    def _show_current(self) -> None:
        row = self._current()
        if row is not None and row.provider != self._paper.provider:
            self._wanted = row.provider
            self.provider_changed.emit(row.provider)
            self._make(row)

    def _make_anew(self) -> None:
        self.refresh()
        if (row := self._current()) is not None:
            self._make(row)

    def _make(self, row: Summary) -> None:
        self._show_state(None)
        self.ui.error_line.clear()
        self.ui.stale_bar.hide()
        self._paper.make(row)

    def _show_prepared(self, report: PreparedReport) -> None:
        reasons = report.report.draft_reasons
        self.finding_model.show_findings(reasons, report.warnings)
        words = _("keeping it a draft: {reasons} · warnings: {warnings}")
        count = words.format(reasons=len(reasons), warnings=len(report.warnings))
        self.ui.finding_head.set_title(_("Check before the report"), count)

    def _show_paper(self, made: Made) -> None:
        self.ui.preview_pane.show_file(made.preview(file_name(self._current())))
        self._show_state(made.result)

    def _show_state(self, result: ReportResult | None) -> None:
        final = result is not None and result.state == FINAL
        icon, ink = ("lock", "ok") if final else ("edit", "partly")
        self.ui.state_sign.set_icon(icon if result else "", ink)
        pages = result.pages if result else 0
        words = ngettext("{state} · {count} page", "{state} · {count} pages", pages)
        state = _("Final report") if final else _("Draft with a watermark")
        text = words.format(state=state, count=pages)
        self.ui.state_label.setText(text if result else _("The report is being made"))
        self._is_made = result is not None
        self.ui.save_button.setEnabled(self._is_made and not self._saving.is_busy)

    def _show_not_made(self, error: EvaluatorError) -> None:
        """Say that there is no report: none of the provider shown before stays either."""
        if isinstance(error, CancelledError):  # another one is being made instead
            return
        self.ui.preview_pane.show_file(None)
        self._show_state(None)
        self.ui.state_label.setText(_("The report could not be made"))
        self._show_error(error)

    def _show_error(self, error: EvaluatorError) -> None:
        details = "\n".join(f"{d.field}: {d.message}" for d in error.details)
        self.ui.error_line.show_error(str(error), details=details)

    # Saving

    def _save(self) -> None:
        row = self._current()
        if row is None or not self._is_made or self._saving.is_busy:
            return
        name = str(Path.home() / file_name(row))
        if target := choose_target(self, _("Save report"), name, _PDF):
            self._begin([(row.provider, target if target.suffix else target.with_suffix(".pdf"))])

    def _save_all(self) -> None:
        rows = self._selected()
        title = _("Folder for the reports")
        folder = QFileDialog.getExistingDirectory(self, title, str(Path.home()))
        if folder:
            self._begin([(row.provider, Path(folder) / file_name(row)) for row in rows])

    def _begin(self, wanted: list[tuple[str, Path]]) -> None:
        self.ui.error_line.clear()
        self._results = {}
        self.ui.progress_line.start(_("Saving reports"), len(wanted))
        self._saving.save(wanted)
        self._show_saving()

    def _hear_saved(self, provider: str, result: ReportResult) -> None:
        state = _("final") if result.state == FINAL else _("draft")
        words = _("Saved ({state}): {file}").format(state=state, file=result.file.name)
        self._results[provider] = words
        self.rows_model.show_results(self._results)
        self.hint_changed.emit(Hint(remark=words))

    def _hear_refused(self, provider: str, error: EvaluatorError) -> None:
        self._results[provider] = _("Not saved: {reason}").format(reason=error)
        self.rows_model.show_results(self._results)
        self._show_error(error)

    def _hear_ended(self, _cancelled: bool) -> None:
        self.ui.progress_line.finish()
        self._show_saving()

    def _show_saving(self) -> None:
        busy, count = self._saving.is_busy, len(self._selected())
        words = ngettext("Save {count} into a folder…", "Save {count} into a folder…", count)
        self.ui.save_all_button.setText(caption(words.format(count=count)))
        self.ui.save_all_button.setEnabled(not busy and bool(count))
        self.ui.save_button.setEnabled(not busy and self._is_made)

    # Building

    def _set_up_lists(self) -> None:
        table, ui = self.ui.report_table, self.ui
        table.setModel(self.rows_model)
        table.set_row_height(PX["row_two_line"])
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        head = table.horizontalHeader()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(SCORE, _SCORE_WIDTH)
        ui.list_head.set_first(table)
        ui.finding_list.setModel(self.finding_model)
        ui.finding_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ui.finding_head.set_title(_("Check before the report"))
        ui.finding_head.set_first(ui.finding_list)
        ui.report_splitter.setSizes([_LEFT_WIDTH, 10 * _LEFT_WIDTH])
        ui.report_splitter.setStretchFactor(1, 1)
        ui.choice_splitter.setSizes([_LEFT_WIDTH, _LEFT_WIDTH // 2])

    def _connect(self) -> None:
        ui, paper, saving = self.ui, self._paper, self._saving
        selection = ui.report_table.selectionModel()
        selection.currentRowChanged.connect(lambda _now, _old: self._show_current())
        selection.selectionChanged.connect(lambda _on, _off: self._show_saving())
        ui.save_button.clicked.connect(lambda _checked=False: self._save())
        ui.save_all_button.clicked.connect(lambda _checked=False: self._save_all())
        ui.again_button.clicked.connect(lambda _checked=False: self._make_anew())
        ui.preview_pane.save_requested.connect(lambda _file: self._save())
        ui.progress_line.cancel_requested.connect(saving.cancel)
        paper.prepared.connect(self._show_prepared)
        paper.ready.connect(self._show_paper)
        paper.failed.connect(self._show_not_made)
        saving.advanced.connect(ui.progress_line.advance)
        saving.saved.connect(self._hear_saved)
        saving.refused.connect(self._hear_refused)
        saving.ended.connect(self._hear_ended)
