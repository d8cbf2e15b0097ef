"""The customers tab in a real window, and what a person does with it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from evaluator_desktop.operations import calls, customers
from evaluator_desktop.store.queries.customers import SampleView, sample_view
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import set_language
from evaluator_desktop.ui.pages.verification_page import VerificationPage
from tests.ui.pages.opened import Opened, Opener
from tests.workspaces import PROVIDER

PEOPLE = [(f"客户{n:02d}有限公司", f"1380000{n:04d}") for n in range(31)]

KEYS = {
    **{str(digit): getattr(Qt.Key, f"Key_{digit}") for digit in range(10)},
    "E": Qt.Key.Key_Return,
    "<": Qt.Key.Key_Backspace,
}


class Desk:
    """The tab, with what a person does there."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        assert isinstance(opened.page, VerificationPage)
        self.page = opened.page
        self.page.ui.tabs.setCurrentWidget(self.page.ui.customers_tab)
        opened.settle()
        self.pane = self.page.ui.customers_pane
        self.ui, self.card = self.pane.ui, self.pane.ui.call_card

    def keys(self, typed: str) -> None:
        """Press digits, E for Enter and < for Backspace where the focus is."""
        for key in typed:
            self.opened.press(KEYS[key])

    def read(self) -> SampleView:
        view = self.opened.ask(sample_view, PROVIDER)
        assert isinstance(view, SampleView)
        return view

    def said(self) -> list[tuple[str, bool | None, int | None]]:
        """What is recorded, in the order of the draw."""
        found = [place.call for place in self.read().places]
        return [(c.disposition, c.service_real, c.satisfaction) for c in found if c]

    def shown(self) -> str:
        assert self.card.place is not None
        return self.card.place.customer

    def card_says(self) -> str:
        """The words that stand in the card's place."""
        state = self.ui.card_stack.currentWidget()
        assert state is not None
        return state.accessibleName()

    def start(self) -> None:
        self.card.setFocus()
        self.opened.settle()


@pytest.fixture
def folder(workspace_template: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "lead"
    shutil.copytree(workspace_template, folder)
    return folder


@pytest.fixture
def open_desk(folder: Path, open_page: Opener) -> Callable[..., Desk]:
    """Open the tab on a provider with so many customers, drawn."""

    def open_it(count: int, *, draw: bool = True) -> Desk:
        set_language("en")
        with Workspace.open(folder) as workspace:
            if count:
                customers.add_customers(workspace, PROVIDER, PEOPLE[:count])
            if draw:
                calls.draw(workspace, PROVIDER, 7)
        desk = Desk(open_page(folder, "verification", VerificationPage))
        desk.page.show_provider(PROVIDER)
        desk.opened.settle()
        return desk

    return open_it
