"""Care of the workspace that lies open: a warning where it lies badly, a look at it when idle."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QPushButton

from evaluator_desktop.operations.care import (
    look_at_table,
    place_warning,
    sweep_orphans,
    tables,
)
from evaluator_desktop.operations.moving import copy_workspace
from evaluator_desktop.texts import _
from evaluator_desktop.ui.dialogs.files import choose_folder
from evaluator_desktop.ui.widgets.notice_line import NoticeLine
from evaluator_desktop.ui.widgets.plain import caption

if TYPE_CHECKING:
    from evaluator_desktop.ui.desk import Desk

_IDLE_MS = 5_000
"""After the first page has been shown."""


class Caretaker(QObject):
    """Reads the tables one by one, so that whatever people do goes in between."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk, self._runner = desk, desk.runner
        self._left: list[str] = []
        self.place_line = NoticeLine()
        self._copy_button = QPushButton(caption(_("Copy it to another folder…")))
        self._copy_button.clicked.connect(lambda _checked=False: self._choose())
        self.place_line.add_widget(self._copy_button)
        desk.window.ui.page_layout.insertWidget(0, self.place_line)
        self._wait = QTimer(self, interval=_IDLE_MS, singleShot=True)
        self._wait.timeout.connect(self.look)
        self._runner.closing.connect(self._wait.stop)

    def begin(self) -> None:
        """Another workspace was opened."""
        self.place_line.clear()
        self._runner.store_job(place_warning, done=self._warn, owner=self, topic="place")
        self._wait.start()

    def look(self) -> None:
        """Look whether the file is whole, and tidy up."""
        if self._desk.facts is not None:
            self._runner.store_job(tables, done=self._look_at, owner=self, topic="care")

    def _look_at(self, left: list[str]) -> None:
        if left:
            self._runner.store_job(
                look_at_table,
                left[0],
                done=partial(self._look_on, left[1:]),
                failed=self._desk.show_error,
                owner=self,
                topic="care",
            )
        else:
            self._runner.store_job(sweep_orphans, owner=self, topic="care")

    def _look_on(self, left: list[str], _nothing: None) -> None:
        self._look_at(left)

    def _warn(self, warning: str | None) -> None:
        if warning is not None:
            self.place_line.show_notice(warning)

    def _choose(self) -> None:
        if path := choose_folder(self._desk.window):
            self.copy_to(path)

    def copy_to(self, folder: Path) -> None:
        """Copy the workspace and open the copy; the one here stays as it is."""
        self._desk.leave()
        self._runner.store_job(
            copy_workspace,
            folder,
            done=lambda _damaged: self._desk.open(folder),
            failed=self._desk.show_error,
            owner=self,
        )
