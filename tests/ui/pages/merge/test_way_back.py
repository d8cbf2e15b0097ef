"""One step back behind the last merge, from the Done step and from the menu."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from evaluator_desktop.operations import ratings
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.pages.merge.step_bar import Step
from tests.ui.pages.merge_desk import Desk, Given, given, lead, open_desk, rating
from tests.ui.pages.opened import open_page
from tests.workspaces import FEES, PROVIDER, STAFF, ZHOU, stored_rows, workspace_template

__all__ = ["given", "lead", "open_desk", "open_page", "workspace_template"]

OpenDesk = Callable[..., Desk]


def answer(role: QMessageBox.ButtonRole) -> list[str]:
    """Press a button of the question that comes next; return what it asked."""
    asked: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        next(b for b in box.buttons() if box.buttonRole(b) == role).click()

    timer = QTimer(QApplication.instance())
    timer.setInterval(20)

    def look() -> None:
        if isinstance(QApplication.activeModalWidget(), QMessageBox):
            timer.stop()
            press()

    timer.timeout.connect(look)
    timer.start()
    return asked


def test_a_merge_is_taken_back_and_can_be_done_again(open_desk: OpenDesk, given: Given) -> None:
    package = given(ZHOU, rating("80"))
    desk = open_desk()
    before = desk.opened.ask(stored_rows)
    desk.take_in(package)
    assert desk.is_at(Step.DONE)
    button = desk.ui.done_pane.ui.back_button
    assert button.isVisible()
    assert button.isEnabled()

    asked = answer(QMessageBox.ButtonRole.AcceptRole)
    desk.opened.click(button)
    desk.opened.settle()

    assert package.name in asked[0]
    assert desk.opened.ask(stored_rows) == before
    assert desk.is_at(Step.PACKAGES)
    assert [row.can_merge for row in desk.ui.packages_pane.model.rows] == [True]
    desk.primary()
    desk.primary()
    assert desk.is_at(Step.DONE)
    assert len(desk.opened.ask(stored_rows)["revision"]) == len(before["revision"]) + 1


def test_a_no_changes_nothing(open_desk: OpenDesk, given: Given) -> None:
    desk = open_desk()
    desk.take_in(given(ZHOU, rating("80")))
    merged = desk.opened.ask(stored_rows)

    asked = answer(QMessageBox.ButtonRole.RejectRole)
    desk.page.commands()["unmerge"]()
    desk.opened.settle()

    assert asked
    assert desk.opened.ask(stored_rows) == merged


def rate(workspace: Workspace) -> object:
    return ratings.rate(workspace, PROVIDER, FEES, "60", reason="缺原件")


def test_what_was_saved_since_is_the_reason_that_stands_there(
    open_desk: OpenDesk, given: Given
) -> None:
    desk = open_desk()
    desk.take_in(given(ZHOU, rating("80", STAFF)))
    desk.opened.ask(rate)
    desk.page.refresh()
    desk.opened.settle()
    pane = desk.ui.done_pane.ui

    assert pane.back_button.isVisible()
    assert not pane.back_button.isEnabled()
    assert "1" in pane.back_label.text()
    desk.page.commands()["unmerge"]()
    desk.opened.settle()
    assert desk.ui.error_line.text() == pane.back_label.text()


def test_there_is_nothing_to_take_back_before_the_first_merge(open_desk: OpenDesk) -> None:
    desk = open_desk()

    assert not desk.ui.done_pane.ui.back_button.isVisibleTo(desk.ui.done_pane)
    action = desk.opened.window.menus.action("unmerge")
    assert not action.isEnabled()
    desk.opened.window.set_way_back("")
    assert action.isEnabled()
    desk.opened.window.set_way_back("其后已有保存")
    assert not action.isEnabled()
    assert "其后已有保存" in action.text()
