"""Assigning in the real window, several providers at once, and taking them back."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from evaluator_desktop.domain.bodies import Assignment
from evaluator_desktop.store import settings
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.assign_dialog import AssignDialog
from evaluator_desktop.ui.dialogs.check_list import checked_values, tick_all
from evaluator_desktop.ui.pages.providers_page import ProvidersPage
from tests.ui.pages.opened import Opened, Opener, open_page
from tests.workspaces import CHEN, OTHER, PROVIDER, STAFF, ZHOU, workspace_template

__all__ = ["open_page", "workspace_template"]

Open = Callable[..., Opened]


@pytest.fixture
def opened(open_page: Opener, workspace_template: Path, tmp_path: Path) -> Open:
    def open_it(role: str = "lead") -> Opened:
        path = tmp_path / "own"
        shutil.copytree(workspace_template, path)
        with Workspace.open(path) as workspace:
            workspace.settings.put({settings.ROLE: role})
        return open_page(path, "providers", ProvidersPage)

    return open_it


def start(opened: Opened) -> AssignDialog:
    opened.page.commands()["assign_providers"]()
    opened.settle()
    return next(d for d in opened.window.findChildren(AssignDialog) if d.isVisible())


def choose(dialog: AssignDialog, person: str) -> None:
    dialog.ui.person_combo.setCurrentIndex(dialog.ui.person_combo.findData(person))


def tick(view: QListWidget, value: str) -> None:
    items = (view.item(row) for row in range(view.count()))
    item = next(item for item in items if item.data(Qt.ItemDataRole.UserRole) == value)
    item.setCheckState(Qt.CheckState.Checked)


def given(workspace: Workspace) -> dict[str, dict[str, list[str] | None]]:
    """Who is assigned which items, by provider."""
    return {
        provider: {
            entity.body.person: entity.body.items
            for entity in workspace.record(provider).of(Assignment)
            if entity.body is not None
        }
        for provider in (PROVIDER, OTHER)
    }


def test_several_providers_at_once_all_items_and_some(opened: Open) -> None:
    window = opened()
    dialog = start(window)
    ui = dialog.ui
    assert len(checked_values(ui.provider_list)) == 1
    tick_all(ui.provider_list, checked=True)
    choose(dialog, ZHOU)

    window.click(ui.assign_button)
    tick_all(ui.item_list, checked=False)
    window.click(ui.assign_button)
    assert ui.item_list.property("problem")
    tick(ui.item_list, STAFF)
    choose(dialog, CHEN)
    window.click(ui.assign_button)

    share = {ZHOU: None, CHEN: [STAFF]}
    assert window.ask(given) == {PROVIDER: share, OTHER: share}
    assert ui.person_combo.currentData() == CHEN
    lines = [ui.provider_list.item(row).text() for row in range(2)]
    assert all(f"{CHEN} 1" in line and f"{ZHOU} 15" in line for line in lines)


def test_taking_back_and_what_was_never_given(opened: Open) -> None:
    window = opened()
    dialog = start(window)
    tick_all(dialog.ui.provider_list, checked=True)
    choose(dialog, ZHOU)

    window.click(dialog.ui.take_back_button)
    assert dialog.ui.error_line.isVisible()
    window.click(dialog.ui.assign_button)
    assert not dialog.ui.error_line.isVisible()
    window.click(dialog.ui.take_back_button)

    assert window.ask(given) == {PROVIDER: {}, OTHER: {}}
    tick_all(dialog.ui.provider_list, checked=False)
    window.click(dialog.ui.assign_button)
    assert dialog.ui.provider_list.property("problem")


def test_somebody_new_is_listed_and_chosen(opened: Open) -> None:
    window = opened()
    dialog = start(window)
    ui = dialog.ui

    window.click(ui.list_button)
    assert ui.new_person_edit.property("problem")
    ui.new_person_edit.setText(" 何书语 ")
    assert not ui.new_person_edit.property("problem")
    window.click(ui.list_button)

    assert ui.person_combo.currentData() == "何书语"
    assert ui.new_person_edit.text() == ""

    def persons(workspace: Workspace) -> list[str]:
        return [person.name for person in workspace.info.body.persons]

    assert window.ask(persons)[-1] == "何书语"


def test_assigning_is_the_leads(opened: Open) -> None:
    assert "assign_providers" not in opened("evaluator").page.commands()
