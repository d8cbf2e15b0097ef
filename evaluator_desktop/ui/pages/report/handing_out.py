"""What leaves the reports page: saved files, one or a folder of them, and printed pages."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from evaluator_desktop.operations.batch import Wanted, Written, paper_name, wanted_papers
from evaluator_desktop.operations.issuing import issue
from evaluator_desktop.operations.paper_kinds import KINDS, PDF, Order, Paper
from evaluator_desktop.operations.papers import SHEET
from evaluator_desktop.operations.prepared import FINAL, PreparedReport
from evaluator_desktop.paths import safe_file_name
from evaluator_desktop.texts import _, ngettext, speaking, today
from evaluator_desktop.ui.dialogs.files import choose_target
from evaluator_desktop.ui.forms.ui_report_page import Ui_ReportPage
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.pages.report.paper import Making, ShownPaper
from evaluator_desktop.ui.pages.report.printing import Printing, ask_printer
from evaluator_desktop.ui.pages.report.provider_list import ProviderList
from evaluator_desktop.ui.pages.report.saving import Batch, Saving
from evaluator_desktop.ui.pages.report.words import batch_words, outcome_words, result_words
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.widgets.hint_line import Hint
from evaluator_desktop.ui.widgets.plain import caption

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class HandingOut(QObject):
    """Owns the buttons to save and print, the progress line and the bar about a batch.

    Signals: `failed(error)`, and `hint_changed(hint)` with what was saved.
    """

    failed = Signal(object)
    hint_changed = Signal(object)

    def __init__(
        self,
        ui: Ui_ReportPage,
        services: Services,
        providers: ProviderList,
        making: Making,
        page: Page,
    ) -> None:
        super().__init__(page)
        self._ui, self._services, self._page = ui, services, page
        self._providers, self._making = providers, making
        self._paper: ShownPaper | None = None
        self._round = services.facts.round.body.name
        self.saving = Saving(services.runner, self)
        self.printing = Printing(services.previews, self)
        self._connect()
        ui.batch_bar.hide()

    def show_paper(self, paper: ShownPaper | None) -> None:
        """Take note of what is on the screen now, None while nothing is."""
        self._paper = paper
        self.show_buttons()

    def file_name(self) -> str:
        """Return the file name that the paper on the screen would get."""
        order = self._ui.order_form.order()
        row = self._providers.current
        if KINDS[order.paper].of_a_provider and row is not None:
            return paper_name(row, order.ending, _kind_name(order))
        return safe_file_name(f"{_kind_name(order)} {self._round}{order.ending}")

    def show_buttons(self) -> None:
        """Enable what can be done, and say how many would be saved."""
        ui, is_idle = self._ui, not (self.saving.is_busy or self.printing.is_busy)
        of_providers, count = ui.order_form.kind.of_a_provider, len(self._providers.chosen)
        words = ngettext("Save {count} into a folder…", "Save {count} into a folder…", count)
        ui.save_all_button.setText(caption(words.format(count=count)))
        ui.save_all_button.setVisible(of_providers)
        ui.save_all_button.setEnabled(is_idle and bool(count))
        ui.save_button.setEnabled(is_idle and self._paper is not None)
        ui.print_button.setVisible(ui.order_form.order().ending == PDF)
        ui.print_button.setEnabled(is_idle and self._paper is not None)

    # Saving

    def save(self) -> None:
        """Ask for a file and save the paper on the screen to it."""
        if self._paper is None or self.saving.is_busy:
            return
        order, row = self._ui.order_form.order(), self._providers.current
        name = str(Path.home() / self.file_name())
        target = choose_target(self._page, _("Save report"), name, f"*{order.ending}")
        if target is None:
            return
        target = target if target.suffix else target.with_suffix(order.ending)
        one = Wanted("", "", self._round, target)
        if row is not None and KINDS[order.paper].of_a_provider:
            one = Wanted(row.provider, row.code or "", row.name, target)
        self._begin(Batch([one], order, self._ui.order_form.sign(), None))

    def _save_all(self) -> None:
        title = _("Folder for the reports")
        folder = QFileDialog.getExistingDirectory(self._page, title, str(Path.home()))
        if folder:
            order = self._ui.order_form.order()
            rows, name = self._providers.chosen, _kind_name(order)
            wanted = wanted_papers(rows, Path(folder), order.ending, name)
            index = Path(folder) / f"{_('Index of papers')} {today()}{SHEET}"
            self._begin(Batch(wanted, order, self._ui.order_form.sign(), index))

    def _begin(self, batch: Batch) -> None:
        self._providers.model.show_results({})
        self.saving.batch = batch
        self._resume()

    def _resume(self) -> None:
        batch = self.saving.batch
        if batch is not None:
            self._ui.error_line.clear()
            self._ui.batch_bar.hide()
            self._ui.progress_line.start(_("Saving reports"), len(batch.wanted))
            self.saving.resume()
            self.show_buttons()

    def _hear_saved(self, one: Written) -> None:
        batch, words = self.saving.batch, result_words(one)
        if batch is not None:
            results = {w.wanted.provider: outcome_words(w) for w in batch.written}
            self._providers.model.show_results(results)
        if one.error is not None:
            self.failed.emit(one.error)
        else:
            self.hint_changed.emit(Hint(remark=words))

    def _hear_ended(self, error: object) -> None:
        self._ui.progress_line.finish()
        batch = self.saving.batch
        if batch is not None and (batch.index is not None or batch.left):
            has_rest = bool(batch.left)
            self._ui.batch_sign.set_icon(*(("warning", "partly") if has_rest else ("tick", "ok")))
            self._ui.batch_label.setText(batch_words(batch))
            self._ui.resume_button.setVisible(has_rest)
            self._ui.batch_bar.show()
        if error is not None:
            self.failed.emit(error)
        self.show_buttons()

    # Printing

    def _print(self) -> None:
        """Print the paper on the screen; a final report is issued before it is handed out."""
        paper, runner = self._paper, self._services.runner
        if paper is None or self.printing.is_busy:
            return
        printer = ask_printer(self._page, paper.made.pages)
        if printer is None:
            return
        if paper.made.state != FINAL or not isinstance(paper.prepared, PreparedReport):
            self._send(paper, printer)
            return
        runner.store_job(
            issue,
            paper.prepared,
            paper.made,
            done=lambda _changes: self._send(paper, printer),
            failed=self.failed.emit,
            owner=self,
        )

    def _send(self, paper: ShownPaper, printer: "QPrinter") -> None:
        self._ui.progress_line.start(_("Printing"), paper.made.pages)
        self.printing.print_file(paper.preview(self.file_name()), paper.made.pages, printer)
        self.show_buttons()

    def _hear_printed(self, ok: bool) -> None:
        self._ui.progress_line.finish()
        words = _("The pages are with the printer.") if ok else _("Printing was stopped.")
        self.hint_changed.emit(Hint(remark=words))
        self.show_buttons()

    def _cancel(self) -> None:
        self.saving.cancel()
        self.printing.cancel()

    def _connect(self) -> None:
        ui, saving, printing = self._ui, self.saving, self.printing
        ui.save_button.clicked.connect(lambda _on=False: self.save())
        ui.save_all_button.clicked.connect(lambda _on=False: self._save_all())
        ui.print_button.clicked.connect(lambda _on=False: self._print())
        ui.resume_button.clicked.connect(lambda _on=False: self._resume())
        ui.batch_close_button.clicked.connect(lambda _on=False: ui.batch_bar.hide())
        ui.preview_pane.save_requested.connect(lambda _file: self.save())
        ui.progress_line.cancel_requested.connect(self._cancel)
        self._providers.selection_changed.connect(self.show_buttons)
        saving.advanced.connect(ui.progress_line.advance)
        saving.told.connect(self._hear_saved)
        saving.ended.connect(self._hear_ended)
        printing.advanced.connect(ui.progress_line.advance)
        printing.ended.connect(self._hear_printed)


def _kind_name(order: Order) -> str:
    """Return what stands in a file's name, "" for the report itself."""
    if order.paper is Paper.REPORT:
        return ""
    with speaking(order.language):
        return _(KINDS[order.paper].name)
