"""The list of customers and the sample: taken in, drawn by a seed; what laptops did apart."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton

from evaluator_desktop.domain.bodies import Attempt, Call
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.operations import calls
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.customers_sample_dialog import CustomersSampleDialog
from evaluator_desktop.ui.dialogs.import_dialog import ImportDialog
from tests.ui.pages.customers_desk import PEOPLE, Desk, folder, open_desk
from tests.ui.pages.opened import open_page
from tests.workspaces import PROVIDER, workspace_template

__all__ = ["folder", "open_desk", "open_page", "workspace_template"]


def make_list(path: Path, *rows: Sequence[str | None]) -> Path:
    workbook = Workbook()
    for row in (("客户名称", "联系电话"), *rows):
        workbook.worksheets[0].append(list(row))
    workbook.save(path)
    return path


def answer_dialog(monkeypatch: pytest.MonkeyPatch, kind: str, path: Path) -> None:
    """The system's file dialog is not ours to test: let it answer."""
    monkeypatch.setattr(QFileDialog, kind, lambda *_args, **_keywords: (str(path), ""))


def test_a_call_that_differs_between_laptops_is_shown_with_both(
    folder: Path, open_desk: Callable[..., Desk]
) -> None:
    desk = open_desk(2)
    customer = desk.shown()
    desk.opened.ask(_call_twice, customer)
    desk.pane._open_place(0)
    desk.start()
    desk.keys("3E")

    assert "Refused" in desk.card.ui.card_notice.text()
    assert "No answer" in desk.card.ui.card_notice.text()
    assert desk.pane.places.index(0, 4).data() == "In conflict"
    assert len(desk.opened.ask(Workspace.record, PROVIDER).calls[customer].heads) == 2


# --- the list and the draw --------------------------------------------------------------------


def test_a_list_with_bad_rows_comes_in_after_confirming(
    open_desk: Callable[..., Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(0, draw=False)
    assert "Import the customers" in desk.card_says()
    desk.opened.click(desk.ui.import_button)
    dialog = desk.pane.findChild(ImportDialog)
    assert dialog is not None
    rows = [
        ("甲公司", "138 0000 0001"),
        ("乙公司", "12"),
        ("丙公司", "13800000001"),
        ("丁公司", None),
    ]
    dialog.read(make_list(tmp_path / "list.xlsx", *rows, ("甲公司", "+8613800000001")))
    desk.opened.settle()

    assert desk.read().customers == 0
    preview = dialog.ui.preview_table.model()
    assert preview.index(0, 3).data() == "13800000001"
    errors = dialog.ui.errors_table.model()
    assert [errors.index(row, 0).data() for row in range(errors.rowCount())] == ["3", "6"]
    assert dialog.ui.similar_table.model().index(0, 3).data() == "甲公司"
    target = tmp_path / "errors.xlsx"
    answer_dialog(monkeypatch, "getSaveFileName", target)
    dialog.ui.error_sheet_button.click()
    desk.opened.settle()
    assert load_workbook(target).worksheets[0].cell(2, 1).value == "乙公司"
    dialog.ui.import_button.click()
    desk.opened.settle()

    view = desk.read()
    assert (view.customers, view.population.distinct, view.population.not_callable) == (3, 2, 1)
    assert "2 customers can be called" in desk.card_says()


def test_the_template_comes_from_the_empty_tab(
    open_desk: Callable[..., Desk], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk(0, draw=False)
    answer_dialog(monkeypatch, "getSaveFileName", tmp_path / "form.xlsx")

    desk.pane.importing.save_template()
    desk.opened.settle()

    assert "Customer" in str(load_workbook(tmp_path / "form.xlsx").worksheets[0]["A1"].value)


def test_the_sample_is_drawn_by_a_seed_that_was_typed(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(31, draw=False)
    desk.pane.show_sample()
    dialog = desk.pane.findChild(CustomersSampleDialog)
    assert dialog is not None
    said = dialog.ui.size_label.text()
    assert "96.04" in said
    assert "n = 30; the other 1 are the reserve" in said
    assert not dialog.ui.redraw_edit.isVisible()

    for wrong in ("-1", "1.5", "9" * 17):
        dialog.ui.seed_edit.setText(wrong)
        dialog.draw()
        assert dialog.ui.seed_problem.isVisible()
    dialog.ui.seed_edit.setText("２０２６")
    desk.opened.qtbot.keyClick(dialog.ui.seed_edit, Qt.Key.Key_Return)
    desk.opened.settle()

    view = desk.read()
    assert view.sample
    assert (view.sample.seed, view.sample.size) == (2026, 30)
    assert desk.opened.window.focusWidget() is desk.card
    assert desk.card.place == view.places[0]


def test_what_is_needed_to_draw_again_is_copied(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(31)
    desk.pane.show_sample()
    dialog = desk.pane.findChild(CustomersSampleDialog)
    assert dialog is not None
    dialog.ui.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    redraw = desk.read().redraw
    assert redraw
    assert redraw.digest
    assert redraw.digest in copied
    assert "Population 31, sample 30, seed 7." in copied
    assert not any(name in copied or phone in copied for name, phone in PEOPLE)
    dialog.draw()  # the same seed once more: nothing to do
    desk.opened.settle()
    assert "stands already" in dialog.ui.again_line.text()


def _call_twice(workspace: Workspace, customer: str) -> object:
    """Two laptops called the same customer, neither knowing of the other."""
    changes = [
        Change(derived_entity(Call.kind, customer), Call.kind, _call(workspace, customer, word))
        for word in ("refused", "no_answer")
    ]
    workspace.commit("call", changes[:1])
    return workspace.commit("call", changes[1:])


def _call(workspace: Workspace, customer: str, word: str) -> Call:
    attempt = Attempt(workspace.session.now(), workspace.person, word)
    return Call(PROVIDER, customer, [attempt], word, None, None, None)


def test_a_draw_that_differs_leads_to_the_merge_page(open_desk: Callable[..., Desk]) -> None:
    desk = open_desk(3)
    desk.opened.ask(_draw_apart)

    assert "drew differently" in desk.card_says()
    state = desk.ui.card_stack.currentWidget()
    button = state.findChild(QPushButton) if state else None
    assert button is not None
    with desk.opened.qtbot.waitSignal(desk.page.provider_requested) as asked:
        button.click()
    assert asked.args == ["merge", ""]


def _draw_apart(workspace: Workspace) -> object:
    """Another laptop drew by another seed, knowing nothing of the first draw."""
    return calls.draw(workspace, PROVIDER, 8, seen=())
