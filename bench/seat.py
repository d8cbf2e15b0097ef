"""The whole program in this process, in front of a workspace, without anybody pressing keys."""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Self

from PySide6.QtTest import QTest

from evaluator_desktop.texts import set_language
from evaluator_desktop.ui.application import make_application
from evaluator_desktop.ui.desk import Desk
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.pages.providers_page import ProvidersPage
from evaluator_desktop.ui.theme import Choice
from evaluator_desktop.ui.window_settings import WindowSettings

_PATIENCE = 120
_SIZE = 1366, 768


class Seat:
    """A window of 1366 × 768 on an open workspace; a context manager."""

    def __init__(self, workspace: Path) -> None:
        self._config = TemporaryDirectory(prefix="bench-config-")
        set_language("zh_CN")
        self._app, theme = make_application(sys.argv[:1], Choice.LIGHT)
        self.desk = Desk(WindowSettings(Path(self._config.name)), theme)
        self.desk.window.resize(*_SIZE)
        self.desk.window.show()
        self.desk.open(workspace)

    def __enter__(self) -> Self:
        self.wait(lambda: self.desk.facts is not None)
        self.settle()
        return self

    def __exit__(self, *_exception: object) -> None:
        self.desk.window.close()
        self.desk.shutdown()
        self._config.cleanup()

    def show(self, page_id: str) -> Page:
        """Bring a page to the front and wait until it shows everything."""
        self.desk.window.show_page(page_id)
        self.settle()
        return self.desk.window.page(page_id)

    def providers(self) -> ProvidersPage:
        """Bring the list to the front."""
        page = self.show("providers")
        if not isinstance(page, ProvidersPage):
            raise TypeError(page)
        return page

    def settle(self) -> None:
        """Wait until everything given to the store is answered and shown."""
        for _round in range(2):
            QTest.qWait(20)
            self.wait(lambda: not self.desk.is_busy)

    def wait(self, ready: Callable[[], bool]) -> None:
        """Let events come until something is so. Raises TimeoutError after two minutes."""
        end = perf_counter() + _PATIENCE
        while not ready():
            if perf_counter() > end:
                raise TimeoutError
            QTest.qWait(1)
