"""A window whose pages are stand-ins that note what they are told."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from evaluator_desktop import texts
from evaluator_desktop.ui.main_window import MainWindow
from evaluator_desktop.ui.navigation import NAVIGATION, Entry
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.theme import Theme
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.window_settings import WindowSettings


class StandIn(Page):
    kinds: ClassVar[frozenset[str]] = frozenset({"rating"})

    def __init__(self, services: object) -> None:
        super().__init__()
        self.services = services
        self.heard: list[str] = []
        self.does: dict[str, Callable[[], object]] = {}
        column = QVBoxLayout(self)
        self.head, self.line_edit, self.text_edit = PaneHead(), QLineEdit(), QPlainTextEdit()
        for widget in (self.head, self.line_edit, self.text_edit):
            column.addWidget(widget)

    def refresh(self) -> None:
        self.heard.append("refresh")

    def search(self) -> None:
        self.heard.append("search")

    def leave(self) -> None:
        self.heard.append("leave")

    def show_provider(self, provider_id: str) -> None:
        self.heard.append(f"show {provider_id}")

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return self.does


ENTRIES = tuple(Entry(entry.id, entry.text, entry.key, StandIn) for entry in NAVIGATION)


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, tmp_path: Path) -> MainWindow:
    texts.set_language("en")
    window = MainWindow("services", WindowSettings(tmp_path), theme, ENTRIES)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.show_page("providers")
    return window


def page(window: MainWindow, page_id: str = "providers") -> StandIn:
    found = window.page(page_id)
    assert isinstance(found, StandIn)
    return found


def entry(window: MainWindow, action_id: str) -> QAction:
    return window.menus.action(action_id)
