"""The shop page in a real window, and what a person does with it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from evaluator_desktop.domain.shop_draft import fields_of
from evaluator_desktop.operations import shop
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.pages.shop.field_edit import FieldEdit, FlagBox
from evaluator_desktop.ui.pages.shop_page import ShopPage
from tests.ui.pages.opened import Opened, Opener
from tests.workspaces import FACTS, PROVIDER

Key = Qt.Key


class Desk:
    """The page, and what a person does with it."""

    def __init__(self, opened: Opened) -> None:
        self.opened, self.qtbot = opened, opened.qtbot
        assert isinstance(opened.page, ShopPage)
        self.page, self.ui = opened.page, opened.page.ui
        self.form, self.calendar = self.ui.facts_form, self.ui.calendar_pane

    def show(self, provider: str = PROVIDER) -> None:
        self.opened.window.show_provider("shop", provider)
        self.opened.settle()

    def type(self, path: str, text: str, *, leave: bool = True) -> None:
        """Replace what stands in a field; leave it by Enter."""
        field = {**self.form.controls, **self.calendar.fields}[path]
        field.setFocus()
        self.qtbot.waitUntil(field.hasFocus)
        self.qtbot.keyClick(field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClicks(field, text) if text else self.qtbot.keyClick(field, Key.Key_Delete)
        if leave:
            self.qtbot.keyClick(field, Key.Key_Return)

    def type_all(self, facts: dict[str, Any]) -> None:
        """Type every field, by mouse and keys."""
        if not self.calendar.totals_box.isChecked():
            self.qtbot.mouseClick(self.calendar.totals_box, Qt.MouseButton.LeftButton)
        for path, value in fields_of(facts).items():
            if isinstance(value, bool):
                box = self.form.controls[path]
                self.qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
                assert isinstance(box, FlagBox)
                assert box.entry is value
            else:
                self.type(path, str(value))
        self.opened.settle()

    @property
    def shown(self) -> tuple[str, str]:
        result = self.ui.result_pane.ui
        return result.total_label.text(), result.tier_label.text()

    @property
    def notes(self) -> list[str]:
        return self.ui.result_pane.ui.notes_list.texts()

    @property
    def state(self) -> str:
        return self.ui.facts_head.meta_label.text()

    def edit(self, path: str) -> FieldEdit:
        field = self.form.controls[path]
        assert isinstance(field, FieldEdit)
        return field

    def text(self, path: str) -> str:
        return self.edit(path).text()

    def recorded(self, provider: str = PROVIDER) -> dict[str, object]:
        found = self.opened.ask(shop.facts_so_far, provider)
        assert isinstance(found, dict)
        return found


@pytest.fixture
def folder(workspace_template: Path, tmp_path: Path) -> Path:
    shutil.copytree(workspace_template, tmp_path / "lead")
    return tmp_path / "lead"


@pytest.fixture
def open_desk(folder: Path, open_page: Opener) -> Callable[[], Desk]:
    def open_it() -> Desk:
        desk = Desk(open_page(folder, "shop", ShopPage))
        desk.show()
        return desk

    return open_it


@pytest.fixture
def desk(open_desk: Callable[[], Desk]) -> Desk:
    return open_desk()


@pytest.fixture
def full_desk(folder: Path, open_desk: Callable[[], Desk]) -> Desk:
    with Workspace.open(folder) as workspace:
        shop.set_facts(workspace, PROVIDER, FACTS)
    return open_desk()
