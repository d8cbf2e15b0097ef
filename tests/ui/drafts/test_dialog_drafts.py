"""Dialogs keep what is typed in them: it comes back, and goes when it is recorded or cancelled."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog

from evaluator_desktop.operations import drafts
from evaluator_desktop.operations.customers import add_customers
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.assign_dialog import AssignDialog
from evaluator_desktop.ui.dialogs.customers_sample_dialog import CustomersSampleDialog
from evaluator_desktop.ui.dialogs.new_provider_dialog import NewProviderDialog
from evaluator_desktop.ui.pages.providers_page import ProvidersPage
from evaluator_desktop.ui.pages.verification_page import VerificationPage
from tests.ui.pages.opened import Opened, Opener, open_page
from tests.workspaces import LEAD, PROVIDER, workspace_template

__all__ = ["open_page", "workspace_template"]

SAFE_MS = 800
Start = Callable[[dict[str, str]], Opened]
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def folder(workspace_template: Path, tmp_path: Path) -> Path:
    path = tmp_path / "workspace"
    shutil.copytree(workspace_template, path)
    return path


@pytest.fixture
def start(folder: Path, open_page: Opener) -> Start:
    """Open the list of providers, with drafts that an earlier run left."""

    def open_it(left: dict[str, str]) -> Opened:
        with Workspace.open(folder) as workspace:
            drafts.keep(workspace, {f"{place}:{LEAD}": text for place, text in left.items()})
        return open_page(folder, "providers", ProvidersPage)

    return open_it


def kept(opened: Opened) -> dict[str, str]:
    """What is safe by now, by the place without the person."""
    opened.qtbot.wait(SAFE_MS)
    opened.settle()
    found: dict[str, str] = opened.ask(drafts.all_drafts)
    return {place.removesuffix(f":{LEAD}"): text for place, text in found.items()}


def dialog(opened: Opened, kind: type[D]) -> D:
    opened.settle()
    return next(d for d in opened.window.findChildren(kind) if d.isVisible())


def new_provider(opened: Opened) -> NewProviderDialog:
    opened.page.commands()["add_provider"]()
    return dialog(opened, NewProviderDialog)


def test_a_new_provider_half_typed_comes_back(start: Start) -> None:
    left = {"new provider name:new": "半个名", "new provider reason:new": "执照如此"}
    found = new_provider(start(left | {"new provider code:new": "91310104MA1FR00007"}))

    assert found.ui.name_edit.text() == "半个名"
    assert found.ui.reason_edit.isVisible()
    assert "Esc" in found.ui.name_edit.toolTip()


def test_a_new_provider_is_kept_until_it_is_recorded(start: Start) -> None:
    opened = start({})
    found = new_provider(opened)
    found.ui.name_edit.setText("新来的机构")
    found.ui.phone_edit.setText("13800138000")
    typed = {"new provider name:new": "新来的机构", "new provider phone:new": "13800138000"}
    assert kept(opened) == typed

    found.ui.code_edit.setText("1")
    found.ui.add_button.click()
    assert kept(opened) == typed | {"new provider code:new": "1"}, "refused, so it is a draft"

    found.ui.code_edit.clear()
    found.ui.add_button.click()
    assert kept(opened) == {}
    assert new_provider(opened).ui.name_edit.text() == ""


def test_a_new_provider_that_is_cancelled_is_forgotten(start: Start) -> None:
    opened = start({})
    found = new_provider(opened)
    found.ui.address_edit.setText("某路 1 号")
    assert kept(opened)
    found.ui.cancel_button.click()

    assert kept(opened) == {}


def test_the_name_of_a_new_evaluator_is_kept(start: Start) -> None:
    opened = start({"new person:new": "何书"})
    opened.page.commands()["assign_providers"]()
    found = dialog(opened, AssignDialog)
    assert found.ui.new_person_edit.text() == "何书"

    found.ui.new_person_edit.setText("  ")
    opened.click(found.ui.list_button)
    assert kept(opened) == {"new person:new": "  "}, "refused, so it is a draft"
    found.ui.new_person_edit.setText("何书语")
    opened.click(found.ui.list_button)

    assert kept(opened) == {}
    assert found.ui.new_person_edit.text() == ""


def test_the_seed_of_a_sample_is_kept(folder: Path, open_page: Opener) -> None:
    with Workspace.open(folder) as workspace:
        add_customers(workspace, PROVIDER, [("张三", "13812345678")])
        drafts.keep(workspace, {f"seed:{PROVIDER}:{LEAD}": "20"})
    opened = open_page(folder, "verification", VerificationPage)
    opened.window.show_provider("verification/customers", PROVIDER)
    opened.settle()
    assert isinstance(opened.page, VerificationPage)
    opened.page.ui.customers_pane.show_sample()
    found = dialog(opened, CustomersSampleDialog)
    assert found.ui.seed_edit.text() == "20"

    found.ui.seed_edit.setText("2026")
    assert kept(opened) == {f"seed:{PROVIDER}": "2026"}
    opened.click(found.ui.draw_button)
    assert kept(opened) == {}
