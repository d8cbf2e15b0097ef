"""The pages of the window, one line each.

A page's module is loaded when the page is first shown: all of them together take longer than
everything else until the list is there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from evaluator_desktop.texts import N_
from evaluator_desktop.ui.page import Page


@dataclass(frozen=True)
class Entry:
    """A page: its id (also its icon), its words, its key, and what makes it.

    `make(services)` is called when the page is first shown.
    """

    id: str
    text: str
    key: str
    make: Callable[[Any], Page]


def _providers(services: Any) -> Page:
    from evaluator_desktop.ui.pages.providers_page import ProvidersPage

    return ProvidersPage(services)


def _workbench(services: Any) -> Page:
    from evaluator_desktop.ui.pages.workbench_page import WorkbenchPage

    return WorkbenchPage(services)


def _verification(services: Any) -> Page:
    from evaluator_desktop.ui.pages.verification_page import VerificationPage

    return VerificationPage(services)


def _shop(services: Any) -> Page:
    from evaluator_desktop.ui.pages.shop_page import ShopPage

    return ShopPage(services)


def _merge(services: Any) -> Page:
    from evaluator_desktop.ui.pages.merge_page import MergePage

    return MergePage(services)


def _report(services: Any) -> Page:
    from evaluator_desktop.ui.pages.report_page import ReportPage

    return ReportPage(services)


NAVIGATION = (
    Entry("providers", N_("Providers"), "Ctrl+1", _providers),
    Entry("workbench", N_("Workbench"), "Ctrl+2", _workbench),
    Entry("verification", N_("Verify"), "Ctrl+3", _verification),
    Entry("shop", N_("Shop"), "Ctrl+4", _shop),
    Entry("merge", N_("Merge"), "Ctrl+5", _merge),
    Entry("report", N_("Reports"), "Ctrl+6", _report),
)
