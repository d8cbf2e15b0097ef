"""Where a number comes from: by Shift+F1 on what is at hand, by a click on a number."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from evaluator_desktop import texts
from evaluator_desktop.operations import ratings, shop
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.explanation_dialog import ExplanationDialog
from evaluator_desktop.ui.pages.shop_page import ShopPage
from evaluator_desktop.ui.pages.workbench_page import WorkbenchPage
from tests.ui.pages.opened import Opened, Opener, open_page
from tests.workspaces import FACTS, PROVIDER, workspace_template

__all__ = ["open_page", "workspace_template"]

pytestmark = pytest.mark.usefixtures("english")

STAFF = "organization.staff"
Open = Callable[[str, type[ShopPage | WorkbenchPage]], Opened]


@pytest.fixture
def english(_chinese: None) -> None:
    texts.set_language("en")


@pytest.fixture
def open_on(workspace_template: Path, tmp_path: Path, open_page: Opener) -> Open:
    """Open a page on a provider with one rating and the shop of the worked example."""

    def open_it(page_id: str, page: type[ShopPage | WorkbenchPage]) -> Opened:
        shutil.copytree(workspace_template, tmp_path / "lead")
        with Workspace.open(tmp_path / "lead") as workspace:
            shop.set_facts(workspace, PROVIDER, FACTS)
            ratings.rate(workspace, PROVIDER, STAFF, "83.5", None)
        opened = open_page(tmp_path / "lead", page_id, page)
        opened.window.show_provider(page_id, PROVIDER)
        opened.settle()
        return opened

    return open_it


def dialog() -> ExplanationDialog:
    windows = QApplication.topLevelWidgets()
    (found,) = (w for w in windows if isinstance(w, ExplanationDialog) and w.isVisible())
    return found


def line_and_details(found: ExplanationDialog) -> tuple[str, str]:
    return found.ui.line_label.text(), found.ui.detail_label.text()


def click(opened: Opened, label: QWidget) -> ExplanationDialog:
    opened.click(label)
    return dialog()


def test_the_score_and_its_steps(open_on: Open) -> None:
    opened = open_on("workbench", WorkbenchPage)
    assert isinstance(opened.page, WorkbenchPage)

    found = click(opened, opened.page.ui.header.ui.score_label)

    line, details = line_and_details(found)
    assert line == "Points so far: 4.18 = round(4.175, 2)  [D2]"
    assert "Staff" not in details  # it is rated; what is open is named
    assert "Qualification (not rated)" in details
    assert "D2  Fractions are exact throughout" in details
    opened.qtbot.keyClick(found.ui.step_tree, Qt.Key.Key_Down)
    assert found.ui.line_label.text().startswith("Points so far, not rounded: 4.175")


def test_shift_f1_explains_the_item_at_hand(open_on: Open) -> None:
    opened = open_on("workbench", WorkbenchPage)
    assert isinstance(opened.page, WorkbenchPage)
    opened.page.course.go_to(3)

    opened.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)

    found = dialog()
    assert found.ui.line_label.text().startswith("Staff: points: 4.18 = 83.5 × 0.05")
    opened.qtbot.keyClick(found.ui.step_tree, Qt.Key.Key_Down)
    line, details = line_and_details(found)
    assert line == "Staff: rating: 83.5  [D10]"
    assert "social-insurance list" in details
    opened.qtbot.keyClick(found.ui.step_tree, Qt.Key.Key_Right)
    opened.qtbot.keyClick(found.ui.step_tree, Qt.Key.Key_Down)
    line, details = line_and_details(found)
    assert line.startswith("Rating of ")
    assert "recorded by " in details


def test_the_tier_in_the_head_leads_to_the_shop_points(open_on: Open) -> None:
    opened = open_on("workbench", WorkbenchPage)
    assert isinstance(opened.page, WorkbenchPage)

    found = click(opened, opened.page.ui.header.ui.points_label)

    assert found.ui.line_label.text().startswith("Shop points: 2470 = 60 + 20 + 20 + 200")


def test_the_shop_total_can_be_copied_with_its_steps(open_on: Open) -> None:
    opened = open_on("shop", ShopPage)
    assert isinstance(opened.page, ShopPage)

    found = click(opened, opened.page.ui.result_pane.ui.total_label)
    opened.click(found.ui.copy_button)

    copied = QApplication.clipboard().text().splitlines()
    assert copied[0].startswith("Shop points: 2470 = 60 + 20")
    assert any("= min(26 × 10, 200)" in line for line in copied)
    assert any(line.startswith("P6  ") for line in copied)
    opened.click(found.ui.close_button)
    assert not found.isVisible()


def test_shift_f1_explains_the_rule_that_a_field_feeds_also_while_typing(open_on: Open) -> None:
    opened = open_on("shop", ShopPage)
    assert isinstance(opened.page, ShopPage)
    field = opened.page.ui.facts_form.controls["certificates"]
    field.setFocus()
    opened.qtbot.waitUntil(field.hasFocus)
    opened.qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    opened.qtbot.keyClicks(field, "3")

    opened.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)

    found = dialog()
    line, details = line_and_details(found)
    assert line.endswith("30 = min(3 × 10, 200)  [P3]")
    assert "at most 200 points" in details
    opened.qtbot.keyClick(found.ui.step_tree, Qt.Key.Key_Down)
    assert "recorded by" not in found.ui.detail_label.text()  # it is not yet


def test_facts_that_are_missing_give_points_so_far_and_no_tier(open_on: Open) -> None:
    opened = open_on("shop", ShopPage)
    assert isinstance(opened.page, ShopPage)
    field = opened.page.ui.facts_form.controls["certificates"]
    field.setFocus()
    opened.qtbot.waitUntil(field.hasFocus)
    opened.qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    opened.qtbot.keyClick(field, Qt.Key.Key_Delete)

    found = click(opened, opened.page.ui.result_pane.ui.total_label)

    assert found.ui.line_label.text().startswith("Shop points so far: 2270")
    assert found.ui.step_tree.model().rowCount() == 1
