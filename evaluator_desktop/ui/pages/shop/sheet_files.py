"""The button that takes a shop's facts from a workbook, and gives away the empty one."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from evaluator_desktop.domain.shop_draft import fields_of
from evaluator_desktop.domain.shop_facts import parse_facts
from evaluator_desktop.errors import EvaluatorError, FactsError
from evaluator_desktop.exchange.workbooks.shop_form import write_shop_template
from evaluator_desktop.exchange.workbooks.shop_sheet import read_shop_facts
from evaluator_desktop.texts import _, language
from evaluator_desktop.ui.dialogs.files import WORKBOOKS, choose_file, choose_target
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import icons
from evaluator_desktop.ui.widgets.hint_line import Hint

if TYPE_CHECKING:
    from evaluator_desktop.ui.pages.shop_page import ShopPage


class SheetFiles(QObject):
    """Reads and writes workbooks in the background, for the page that it belongs to."""

    def __init__(self, page: "ShopPage", services: Services) -> None:
        super().__init__(page)
        self._page, self._services = page, services
        self._provider = ""
        button = page.ui.import_button
        button.setIcon(icons.icon("import", "text"))
        menu = QMenu(button)
        menu.addAction(_("Import the facts from a workbook…"), self.choose_import)
        menu.addAction(_("Save the empty workbook…"), self.choose_template)
        button.setMenu(menu)

    def choose_import(self) -> None:
        """Ask for a filled-in workbook and take its facts."""
        path = choose_file(self._page, _("Workbook with the shop's facts"), WORKBOOKS)
        if path:
            self.take(path)

    def take(self, path: Path) -> None:
        """Read a workbook into the shop in hand; nothing of it is taken when a cell is wrong."""
        self._provider = self._page.provider
        self._services.runner.pool_job(
            read_shop_facts, path, done=self._take_raw, failed=self._refuse
        )

    def _take_raw(self, raw: dict[str, Any]) -> None:
        if self._provider != self._page.provider:
            return
        try:
            parse_facts(raw, self._services.facts.round.cutoff)
        except FactsError as error:
            self._refuse(error)
            return
        self._page.take_facts(
            {path: value for path, value in fields_of(raw).items() if path != "cutoff"}
        )

    def choose_template(self) -> None:
        """Ask where the empty workbook goes and write it."""
        name = _("Shop facts") + ".xlsx"
        path = choose_target(self._page, _("Save the empty workbook"), name, WORKBOOKS)
        if path:
            self.save_template(path)

    def save_template(self, path: Path) -> None:
        """Write the empty workbook."""
        self._services.runner.pool_job(
            write_shop_template, path, language(), done=self._say_saved, failed=self._refuse
        )

    def _say_saved(self, _nothing: None) -> None:
        self._page.hint_changed.emit(Hint(remark=_("The empty workbook is saved.")))

    def _refuse(self, error: EvaluatorError) -> None:
        self._page.ui.error_line.show_error(str(error), details=error.details_text)
