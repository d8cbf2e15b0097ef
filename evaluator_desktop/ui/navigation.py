"""The pages of the window, one line each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from evaluator_desktop.texts import N_
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.pages.merge_page import MergePage
from evaluator_desktop.ui.pages.providers_page import ProvidersPage
from evaluator_desktop.ui.pages.report_page import ReportPage
from evaluator_desktop.ui.pages.shop_page import ShopPage
from evaluator_desktop.ui.pages.verification_page import VerificationPage
from evaluator_desktop.ui.pages.workbench_page import WorkbenchPage


@dataclass(frozen=True)
class Entry:
    """A page: its id (also its icon), its words, its key, and what makes it.

    `make(services)` is called when the page is first shown.
    """

    id: str
    text: str
    key: str
    make: Callable[[Any], Page]


NAVIGATION = (
    Entry("providers", N_("Providers"), "Ctrl+1", ProvidersPage),
    Entry("workbench", N_("Workbench"), "Ctrl+2", WorkbenchPage),
    Entry("verification", N_("Verify"), "Ctrl+3", VerificationPage),
    Entry("shop", N_("Shop"), "Ctrl+4", ShopPage),
    Entry("merge", N_("Merge"), "Ctrl+5", MergePage),
    Entry("report", N_("Reports"), "Ctrl+6", ReportPage),
)
