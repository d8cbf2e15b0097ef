"""The verification page in the real window: the queue, its filters, and the way to the item."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from evaluator_desktop import texts
from evaluator_desktop.operations import evidence, verification
from evaluator_desktop.store.queries.verification import evidence_queue
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _
from evaluator_desktop.ui.models.evidence_queue import Column, Part
from evaluator_desktop.ui.pages.verification_page import VerificationPage
from evaluator_desktop.ui.widgets.hint_line import Hint
from tests.ui.pages.opened import Opened, Opener, open_page
from tests.workspaces import FEES, OTHER, PROVIDER, STAFF, workspace_template

__all__ = ["open_page", "workspace_template"]

FILES = (
    # provider, item, name, outcome, note
    (PROVIDER, STAFF, "社保清单.txt", None, ""),
    (PROVIDER, STAFF, "合同.txt", "verified", ""),
    (PROVIDER, FEES, "收费标准.txt", "false", "与公示不符"),
    (OTHER, FEES, "审计.txt", "partly_verified", ""),
)


@pytest.fixture
def folder(workspace_template: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "lead"
    shutil.copytree(workspace_template, folder)
    with Workspace.open(folder) as workspace:
        for provider, item, name, outcome, note in FILES:
            added = evidence.add_content(workspace, provider, item, name, name.encode())
            if outcome:
                found = added.files[0][0]
                verification.record_outcome(workspace, found, outcome, note=note)
    return folder


class Desk:
    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        assert isinstance(opened.page, VerificationPage)
        self.page, self.ui, self.model = opened.page, opened.page.ui, opened.page.model

    def names(self) -> list[str]:
        rows = (self.model.row(n) for n in range(self.model.rowCount()))
        return [row.name for row in rows if row]

    def choose(self, part: Part) -> list[str]:
        self.opened.click(self.page.buttons[part])
        return self.names()


@pytest.fixture
def open_desk(folder: Path, open_page: Opener) -> Callable[[], Desk]:
    return lambda: Desk(open_page(folder, "verification", VerificationPage))


@pytest.fixture
def desk(open_desk: Callable[[], Desk]) -> Desk:
    return open_desk()


def test_it_begins_with_what_is_pending(desk: Desk) -> None:
    assert desk.names() == ["社保清单.txt"]
    assert desk.page.buttons[Part.PENDING].isChecked()
    assert "1" in desk.page.buttons[Part.PENDING].text()


def test_the_filters_show_their_part_in_the_order_of_providers(desk: Desk) -> None:
    assert desk.choose(Part.PROBLEM) == ["审计.txt", "收费标准.txt"]
    assert desk.choose(Part.CHECKED) == ["审计.txt", "合同.txt", "收费标准.txt"]
    assert desk.choose(Part.ALL) == ["审计.txt", "社保清单.txt", "合同.txt", "收费标准.txt"]
    assert [b.isChecked() for b in desk.page.buttons.values()] == [False, False, False, True]


def test_a_missing_file_and_a_missing_note_are_problems(
    folder: Path, open_desk: Callable[[], Desk]
) -> None:
    with Workspace.open(folder) as workspace:
        row = next(r for r in evidence_queue(workspace).rows if r.name == "合同.txt")
        workspace.evidence_files.path(row.digest).unlink()
    desk = open_desk()

    assert desk.choose(Part.PROBLEM) == ["审计.txt", "合同.txt", "收费标准.txt"]
    cells = [desk.model.index(row, 0).data() for row in range(3)]
    assert texts._("the file is missing") in cells[1]
    assert desk.model.index(0, Column.NOTE).data() == texts._("a note is due")
    assert desk.model.index(2, Column.NOTE).data() == "与公示不符"


def test_words_narrow_the_part_by_provider_item_and_file(desk: Desk) -> None:
    desk.choose(Part.ALL)
    desk.page.search()
    edit = desk.ui.search_edit
    assert edit.hasFocus()

    desk.opened.qtbot.keyClicks(edit, "szzx")
    assert desk.names() == ["审计.txt"]
    edit.setText("合同")
    assert desk.names() == ["合同.txt"]
    edit.setText("nothing at all")
    assert desk.names() == []
    assert desk.ui.list_stack.currentWidget() is desk.ui.nothing_state


def test_enter_leads_to_the_provider(desk: Desk) -> None:
    desk.choose(Part.ALL)
    desk.ui.queue_table.selectRow(0)
    desk.ui.queue_table.setFocus()

    with desk.opened.qtbot.waitSignal(desk.page.provider_requested) as asked:
        desk.opened.press(Qt.Key.Key_Return)

    assert asked.args == ["workbench", OTHER]


def test_the_file_is_shown_beside_the_row(desk: Desk) -> None:
    desk.choose(Part.ALL)
    with desk.opened.qtbot.waitSignal(desk.ui.preview_pane.preview_shown, timeout=20_000):
        desk.ui.queue_table.selectRow(2)

    assert desk.ui.preview_pane.text_edit.toPlainText() == "合同.txt"


def test_an_outcome_recorded_elsewhere_moves_the_row_and_keeps_the_place(desk: Desk) -> None:
    desk.choose(Part.ALL)
    desk.ui.queue_table.selectRow(2)
    row = desk.model.row(1)
    assert row is not None

    desk.opened.ask(verification.record_outcome, row.evidence, "verified")

    assert desk.model.count(Part.PENDING) == 0
    assert desk.ui.queue_table.currentIndex().row() == 2


def test_columns_sort(desk: Desk) -> None:
    desk.choose(Part.ALL)

    desk.ui.queue_table.horizontalHeader().setSortIndicator(
        Column.FILE, Qt.SortOrder.DescendingOrder
    )

    assert desk.names() == sorted(desk.names(), reverse=True)


def test_the_queue_is_a_sound_model(desk: Desk, qtmodeltester: ModelTester) -> None:
    desk.choose(Part.ALL)
    qtmodeltester.check(desk.model)


def test_removed_evidence_is_not_in_the_queue(folder: Path, open_desk: Callable[[], Desk]) -> None:
    with Workspace.open(folder) as workspace:
        row = next(r for r in evidence_queue(workspace).rows if r.name == "合同.txt")
        evidence.remove(workspace, row.evidence, "拍糊")

    assert "合同.txt" not in open_desk().choose(Part.ALL)


def test_without_any_material_no_filter_is_blamed(
    workspace_template: Path, tmp_path: Path, open_page: Opener
) -> None:
    texts.set_language("en")
    folder = tmp_path / "empty"
    shutil.copytree(workspace_template, folder)
    desk = Desk(open_page(folder, "verification", VerificationPage))

    assert desk.ui.nothing_state.isVisible()
    assert desk.ui.nothing_state.accessibleName().startswith("No evidence yet.")


def test_where_the_filter_leaves_nothing_it_says_so(desk: Desk) -> None:
    desk.ui.search_edit.setText("nowhere")
    assert desk.ui.nothing_state.isVisible()
    assert _("Nothing here") in desk.ui.nothing_state.accessibleName()


def test_the_material_is_read_when_it_comes_to_the_front_again(desk: Desk) -> None:
    desk.choose(Part.ALL)
    row = desk.model.row(1)
    assert row is not None
    desk.ui.tabs.setCurrentWidget(desk.ui.customers_tab)
    desk.opened.settle()
    desk.opened.ask(verification.record_outcome, row.evidence, "verified")
    assert desk.model.count(Part.PENDING) == 1  # nobody looks at it

    desk.ui.tabs.setCurrentWidget(desk.ui.material_tab)
    desk.opened.settle()

    assert desk.model.count(Part.PENDING) == 0


def test_the_hint_line_names_the_keys_of_the_tab_in_front(desk: Desk) -> None:
    told = list[Hint]()
    desk.page.hint_changed.connect(told.append)
    for tab, key in ((desk.ui.customers_tab, "F6"), (desk.ui.material_tab, "Ctrl+F")):
        desk.ui.tabs.setCurrentWidget(tab)
        desk.opened.settle()
        assert key in {name for name, _does in told[-1].keys}
