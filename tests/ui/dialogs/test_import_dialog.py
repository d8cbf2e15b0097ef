"""The import as a person goes through it: read, judged, confirmed; nothing written before."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from evaluator_desktop.operations import undo
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.import_dialog import ImportDialog
from evaluator_desktop.ui.models.import_model import AskedRowsModel
from evaluator_desktop.ui.pages.providers_page import ProvidersPage
from tests.ui.pages.opened import Opened, Opener, open_page
from tests.workspaces import CODE, workspace_template

__all__ = ["open_page", "workspace_template"]

HEADINGS = ("机构名称", "信用代码", "联系电话", "网址")


def make_list(path: Path, *rows: Sequence[str | None]) -> Path:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in (HEADINGS, *rows):
        sheet.append(list(row))
    workbook.save(path)
    return path


MIXED = (
    ("新来的机构", None, None, None),
    ("雁栖新名称（示例）", CODE, None, None),
    ("电话不对的机构", None, "12", None),
    ("苏州咨询中心（示例）", "91310104MA1FR00007", None, None),
)


class Desk:
    def __init__(self, opened: Opened, tmp_path: Path) -> None:
        self.opened, self.folder = opened, tmp_path
        assert isinstance(opened.page, ProvidersPage)
        self.page = opened.page
        self.page.importing.start()
        found = self.page.findChild(ImportDialog)
        assert found is not None
        self.dialog, self.ui = found, found.ui

    def read(self, *rows: Sequence[str | None]) -> Path:
        path = make_list(self.folder / "list.xlsx", *rows)
        self.dialog.read(path)
        self.opened.settle()
        return path

    def decide(self, qtbot: QtBot, key: Qt.Key) -> None:
        """Press a key on what is asked about."""
        table = self.ui.similar_table
        self.ui.tabs.setCurrentWidget(self.ui.similar_tab)
        table.setFocus()
        qtbot.keyClick(table, key)

    def names(self) -> set[str]:
        rows = self.opened.ask(_all)
        return {row.name for row in rows}


@pytest.fixture
def desk(workspace_template: Path, tmp_path: Path, open_page: Opener) -> Desk:
    path = tmp_path / "workspace"
    shutil.copytree(workspace_template, path)
    return Desk(open_page(path, "providers", ProvidersPage), tmp_path)


def answer(monkeypatch: pytest.MonkeyPatch, kind: str, path: Path) -> None:
    """The system's file dialog is not ours to test: let it answer."""
    monkeypatch.setattr(QFileDialog, kind, lambda *_args, **_keywords: (str(path), ""))


def test_it_begins_with_the_choice_of_a_file(desk: Desk) -> None:
    assert desk.ui.start_page.isVisible()
    assert not desk.ui.import_button.isEnabled()


def test_what_was_read_is_shown_and_nothing_is_written(desk: Desk) -> None:
    before = desk.names()
    desk.read(*MIXED)
    counts = [part.strip() for part in desk.ui.counts_label.text().split("·")]
    assert [next(iter(filter(str.isdigit, part))) for part in counts] == ["2", "1", "0", "1"]
    assert "信用代码" in desk.ui.columns_label.text()
    assert "网址 (D)" in desk.ui.ignored_line.text()
    errors = desk.ui.errors_table.model()
    assert [errors.index(0, column).data() for column in (0, 1)] == ["4", "联系电话"]
    preview = desk.ui.preview_table.model()
    assert preview.rowCount() == 3
    assert preview.index(1, 2).data() == "雁栖新名称（示例）"
    assert [desk.ui.tabs.isTabVisible(place) for place in range(4)] == [True, True, True, True]
    assert desk.names() == before


def test_confirming_writes_one_step_and_closes(desk: Desk, qtbot: QtBot) -> None:
    desk.read(*MIXED)
    desk.decide(qtbot, Qt.Key.Key_1)
    with qtbot.waitSignal(desk.dialog.imported) as told:
        desk.ui.import_button.click()
    assert told.args == [2, 1]
    desk.opened.settle()
    assert {"新来的机构", "雁栖新名称（示例）"} < desk.names()
    assert desk.page.model.rowCount() == 4
    desk.opened.ask(undo.undo)
    assert "新来的机构" not in desk.names()


def test_a_row_of_a_similar_name_is_asked_about(desk: Desk, qtbot: QtBot) -> None:
    desk.read(*MIXED)
    assert desk.ui.tabs.currentWidget() is desk.ui.similar_tab
    assert not desk.ui.import_button.isEnabled()
    assert desk.ui.similar_table.hasFocus()
    model = desk.ui.similar_table.model()
    assert isinstance(model, AskedRowsModel)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    assert QAbstractItemModelTester(model, fatal, model).model() is model

    desk.decide(qtbot, Qt.Key.Key_3)

    assert model.index(0, 0).data() == "不导入"
    assert "2" in desk.ui.import_button.text()  # one new, one updated
    with qtbot.waitSignal(desk.dialog.imported) as told:
        desk.ui.import_button.click()
    assert told.args == [1, 1]
    desk.opened.settle()
    rows = desk.opened.ask(_all)
    assert [row.code for row in rows].count("91310104MA1FR00007") == 0


def test_a_row_said_to_be_the_same_updates_who_is_here(desk: Desk, qtbot: QtBot) -> None:
    before = desk.names()
    desk.read(("上海苏州咨询中心（示例）", None, "13812345678", None))
    desk.decide(qtbot, Qt.Key.Key_2)
    with qtbot.waitSignal(desk.dialog.imported) as told:
        desk.ui.import_button.click()
    assert told.args == [0, 1]
    desk.opened.settle()
    assert desk.names() == before


def test_one_key_decides_all_selected_rows(desk: Desk, qtbot: QtBot) -> None:
    desk.read(*((f"{place}苏州咨询中心（示例）", None, None, None) for place in ("上海", "上海市")))
    desk.ui.similar_table.selectAll()
    desk.decide(qtbot, Qt.Key.Key_3)
    model = desk.ui.similar_table.model()
    assert isinstance(model, AskedRowsModel)
    assert model.chosen == (2, 2)
    assert not desk.ui.import_button.isEnabled()  # nothing is left to import


def test_space_turns_through_what_can_become_of_a_row(desk: Desk, qtbot: QtBot) -> None:
    desk.read(("上海苏州咨询中心（示例）", None, None, None))
    model = desk.ui.similar_table.model()
    assert isinstance(model, AskedRowsModel)
    seen: list[int | None] = []
    for _press in range(4):
        desk.decide(qtbot, Qt.Key.Key_Space)
        seen += model.chosen
    assert seen == [0, 1, 2, 0]


def test_a_cancel_while_it_is_written_leaves_the_dialog_and_nothing_else(
    desk: Desk, qtbot: QtBot
) -> None:
    before = desk.names()
    desk.read(*((f"第{number}家机构", None, None, None) for number in range(420)))
    desk.ui.similar_table.selectAll()
    desk.decide(qtbot, Qt.Key.Key_1)
    desk.dialog.confirm()
    desk.ui.progress_line.cancel_button.click()
    desk.opened.settle()
    assert desk.dialog.isVisible()
    assert desk.ui.import_button.isEnabled()
    assert desk.names() == before


def test_cancelling_writes_nothing(desk: Desk) -> None:
    before = desk.names()
    desk.read(*MIXED)
    desk.ui.cancel_button.click()
    desk.opened.settle()
    assert desk.names() == before


def test_no_workbook_is_a_line_and_another_file_can_be_chosen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = desk.folder / "broken.xlsx"
    broken.write_bytes(b"no workbook")
    answer(monkeypatch, "getOpenFileName", broken)
    desk.dialog.choose()
    desk.opened.settle()
    assert "broken.xlsx" in desk.ui.error_line.text()
    assert desk.ui.start_page.isEnabled()
    desk.read(*MIXED)
    assert desk.ui.error_line.text() == ""


def test_the_rows_with_errors_come_back_marked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    desk.read(*MIXED)
    target = desk.folder / "errors.xlsx"
    answer(monkeypatch, "getSaveFileName", target)
    desk.ui.error_sheet_button.click()
    qtbot.waitUntil(desk.ui.saved_label.isVisible)
    sheet = load_workbook(target).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[1][0] == "电话不对的机构"
    assert sheet.cell(2, 3).fill.fgColor.rgb != sheet.cell(2, 1).fill.fgColor.rgb
    desk.ui.error_sheet_button.click()  # the same file again: nothing is replaced
    qtbot.waitUntil(lambda: "errors.xlsx" in desk.ui.error_line.text())


def test_the_template_can_be_saved_and_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = desk.folder / "template"
    answer(monkeypatch, "getSaveFileName", target)
    desk.dialog.save_template()
    qtbot.waitUntil(
        lambda: target.with_suffix(".xlsx").is_file() and not desk.opened.runner.is_busy
    )
    desk.dialog.read(target.with_suffix(".xlsx"))
    desk.opened.settle()
    assert not desk.ui.import_button.isEnabled()  # only the example row, which is passed over


def test_markup_in_a_name_stays_text(desk: Desk) -> None:
    name = "<img src='/etc/passwd'>&amp;"
    desk.read((name, None, None, None))
    assert desk.ui.preview_table.model().index(0, 2).data() == name
    tip = desk.ui.preview_table.model().index(0, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip


def test_cancel_while_reading_leaves_the_first_step(desk: Desk) -> None:
    path = make_list(
        desk.folder / "long.xlsx", *((f"机构{n}", None, None, None) for n in range(3000))
    )
    desk.dialog.read(path)
    desk.ui.progress_line.cancel_requested.emit()
    desk.opened.settle()
    assert desk.ui.start_page.isVisible()
    assert desk.ui.error_line.text() == ""


def test_a_workspace_job_is_never_asked_twice(desk: Desk, qtbot: QtBot) -> None:
    desk.read(*MIXED)
    desk.decide(qtbot, Qt.Key.Key_1)
    with qtbot.waitSignal(desk.dialog.imported):
        desk.dialog.confirm()
        desk.dialog.confirm()
    desk.opened.settle()
    names = [row.name for row in desk.opened.ask(_all)]
    assert names.count("新来的机构") == 1


def _all(workspace: Workspace) -> list[Summary]:
    return workspace.projections.all()
