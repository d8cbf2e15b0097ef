"""The merge page in a real window, what a person does with it, and packages of colleagues."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from evaluator_desktop.operations import conflicts, export, ratings, shop
from evaluator_desktop.store import settings
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.pages.merge.step_bar import Step
from evaluator_desktop.ui.pages.merge_page import MergePage
from tests.ui.pages.opened import Opened, Opener
from tests.workspaces import FACTS, PROVIDER, STAFF, ZHOU

Key = Qt.Key

Work = Callable[[Workspace], object]

Given = Callable[..., Path]


@pytest.fixture
def given(workspace_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Given:
    """Let a colleague work on a laptop of their own and export: `given("周明", work)`."""

    def work_and_export(person: str, work: Work, *, own_device: bool = True) -> Path:
        folder, target = tmp_path / f"laptop {person}", tmp_path / f"{person}.evpkg"
        shutil.copytree(workspace_template, folder)
        with monkeypatch.context() as patch:
            if own_device:
                patch.setenv("XDG_CONFIG_HOME", str(tmp_path / f"user {person}"))
            with Workspace.open(folder) as workspace:
                workspace.settings.put({settings.PERSON: person, settings.ROLE: "evaluator"})
                workspace.act_as(person)
                work(workspace)
                export.export_package(workspace, target)
        return target

    return work_and_export


class Desk:
    """The page, and what a person does with it."""

    def __init__(self, opened: Opened) -> None:
        self.opened, self.qtbot = opened, opened.qtbot
        assert isinstance(opened.page, MergePage)
        self.page, self.ui = opened.page, opened.page.ui
        self.pane = self.ui.conflict_pane.ui
        self.bar = self.pane.decision_bar

    def is_at(self, step: Step) -> bool:
        return self.ui.step_stack.currentIndex() == step

    @property
    def open_conflicts(self) -> list[conflicts.Conflict]:
        found: list[conflicts.Conflict] = self.opened.ask(conflicts.conflicts)
        return found

    def drop(self, *paths: Path) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        at, copy = QPointF(200, 200), Qt.DropAction.CopyAction
        enter = QDragEnterEvent(at.toPoint(), copy, mime, left, none)
        QApplication.sendEvent(self.page, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(self.page, QDropEvent(at, copy, mime, left, none))
        self.opened.settle()

    def primary(self) -> None:
        assert self.ui.step_bar.primary_button.isEnabled()
        self.opened.click(self.ui.step_bar.primary_button)

    def take_in(self, *paths: Path) -> None:
        """Drop, trust whoever is asked about, look, merge."""
        self.drop(*paths)
        while self.ui.packages_pane.ui.trust_box.isVisible():
            self.opened.click(self.ui.packages_pane.ui.trust_button)
        self.primary()
        self.primary()

    def type(self, text: str) -> None:
        """Give text as an input method does: Chinese cannot be typed by key."""
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field, event)

    def press(self, *keys: Key) -> None:
        for key in keys:
            self.opened.press(key)

    def fields(self) -> dict[str, list[str]]:
        model = self.pane.field_table.model()
        assert model is not None
        rows = range(model.rowCount())
        columns = range(1, model.columnCount())
        return {
            model.index(row, 0).data(): [model.index(row, column).data() for column in columns]
            for row in rows
        }


@pytest.fixture
def lead(workspace_template: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "lead"
    shutil.copytree(workspace_template, folder)
    return folder


@pytest.fixture
def open_desk(lead: Path, open_page: Opener) -> Callable[..., Desk]:
    def open_it(work: Work | None = None) -> Desk:
        if work is not None:
            with Workspace.open(lead) as workspace:
                work(workspace)
        desk = Desk(open_page(lead, "merge", MergePage))
        desk.opened.settle()
        return desk

    return open_it


def facts(**changed: int) -> Work:
    return lambda workspace: shop.set_facts(workspace, PROVIDER, FACTS | changed)


def rating(value: str, item: str = STAFF, person: str = ZHOU) -> Work:
    def rate(workspace: Workspace) -> None:
        before = workspace.person
        workspace.act_as(person)
        ratings.rate(workspace, PROVIDER, item, value, reason="缺原件")
        workspace.act_as(before)

    return rate


def both(*works: Work) -> Work:
    return lambda workspace: [work(workspace) for work in works]
