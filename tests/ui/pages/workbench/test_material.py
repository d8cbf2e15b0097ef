"""Evidence comes in by drop, paste and dialog, is described, removed, and refused politely."""

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog

from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.evidence_dialog import EvidenceDialog
from evaluator_desktop.ui.dialogs.reason_dialog import ReasonDialog
from tests.ui.pages.workbench.bench import CTRL, STAFF, Bench, Key
from tests.ui.pages.workbench.conftest import Opener
from tests.ui.pages.workbench.handling import drop, write


@pytest.fixture
def bench(open_bench: Opener) -> Bench:
    bench = open_bench()
    bench.page.course.go_to(3)
    bench.page.course.start_item()
    return bench


def names(bench: Bench) -> list[str]:
    return [e.body.name for e in bench.item(STAFF).evidence]


def test_an_item_without_evidence_says_what_to_do(bench: Bench) -> None:
    assert bench.page.ui.evidence_pane.ui.empty_state.isVisible()
    assert not bench.page.ui.evidence_pane.outcome_box.isVisible()


def test_dropped_files_are_added_in_one_step_and_the_first_is_at_hand(
    bench: Bench, tmp_path: Path
) -> None:
    drop(bench, *write(tmp_path, "合同一.pdf", "合同二.pdf", "合同三.pdf"))

    assert names(bench) == ["合同一.pdf", "合同二.pdf", "合同三.pdf"]
    assert bench.in_list
    assert bench.file_at_hand == "合同一.pdf"
    bench.press(Key.Key_Z, CTRL)
    assert not names(bench)


def test_the_words_of_the_scheme_in_a_name_say_what_it_is_for(bench: Bench, tmp_path: Path) -> None:
    drop(bench, *write(tmp_path, "2026社保清单.xlsx"))
    drop(bench, *write(tmp_path, "IMG_0001.jpg"))

    assert bench.file("2026社保清单.xlsx").body.requirement == "social_insurance_list"
    assert bench.file("IMG_0001.jpg").body.requirement is None


def test_the_requirement_that_is_marked_comes_first(bench: Bench, tmp_path: Path) -> None:
    bench.page.ui.item_pane.ui.requirement_table.selectRow(1)
    drop(bench, *write(tmp_path, "2026社保清单.xlsx"))

    assert bench.file("2026社保清单.xlsx").body.requirement == "staff_contracts"


def test_files_are_pasted(bench: Bench, tmp_path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in write(tmp_path, "a.txt", "b.txt")])
    QGuiApplication.clipboard().setMimeData(mime)
    bench.press(Key.Key_V, CTRL)

    assert names(bench) == ["a.txt", "b.txt"]


def test_a_picture_is_pasted_as_png(bench: Bench) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    QGuiApplication.clipboard().setImage(image)
    bench.press(Key.Key_V, CTRL)

    [found] = bench.item(STAFF).evidence
    assert found.body.name.endswith(".png")
    stored = bench.ask(_content, found.body.digest)
    assert QImage.fromData(stored).size() == image.size()


def _content(workspace: Workspace, digest: str) -> bytes:
    return workspace.evidence_files.path(digest).read_bytes()


def test_an_empty_clipboard_is_said_in_the_line(bench: Bench) -> None:
    QGuiApplication.clipboard().clear()
    bench.press(Key.Key_V, CTRL)

    assert not names(bench)
    assert not bench.page.ui.error_line.isVisible()


def test_ins_asks_for_files(bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [path] = write(tmp_path, "a.txt")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    bench.press(Key.Key_Insert)

    assert names(bench) == ["a.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no place among files there")
def test_a_pipe_is_refused_in_a_line_and_nothing_is_added(bench: Bench, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    drop(bench, *write(tmp_path, "a.txt"), tmp_path / "pipe")

    line = bench.page.ui.error_line
    assert "pipe" in line.text()
    assert line.retry_button.isVisible()
    assert not names(bench)


def test_a_file_that_is_gone_is_refused_and_can_be_tried_again(
    bench: Bench, tmp_path: Path
) -> None:
    drop(bench, tmp_path / "late.txt")
    assert "late.txt" in bench.page.ui.error_line.text()
    write(tmp_path, "late.txt")
    bench.click(bench.page.ui.error_line.retry_button)

    assert names(bench) == ["late.txt"]
    assert not bench.page.ui.error_line.isVisible()


def test_delete_asks_for_a_reason_and_keeps_the_file_in_place(bench: Bench, tmp_path: Path) -> None:
    drop(bench, *write(tmp_path, "a.txt", "b.txt"))
    bench.press(Key.Key_Delete)
    dialog = bench.page.findChild(ReasonDialog)
    assert dialog is not None
    ok = dialog.ui.button_box.buttons()[0]
    bench.click(ok)
    assert dialog.isVisible()
    assert dialog.ui.reason_problem.isVisible()
    dialog.ui.reason_edit.setPlainText("拍糊，已重拍")
    bench.qtbot.keyClick(dialog.ui.reason_edit, Key.Key_Return)

    found = bench.file("a.txt")
    assert found.removed
    assert found.body.reason == "拍糊，已重拍"
    assert bench.page.ui.evidence_pane.model.rowCount() == 2
    assert not bench.page.ui.evidence_pane.outcome_box.ui.verified_button.isEnabled()


def test_enter_says_what_a_file_is_for_and_when_it_was_made(bench: Bench, tmp_path: Path) -> None:
    drop(bench, *write(tmp_path, "a.txt"))
    bench.press(Key.Key_Return)
    dialog = bench.page.findChild(EvidenceDialog)
    assert dialog is not None
    combo = dialog.ui.requirement_combo
    combo.setCurrentIndex(combo.findData("staff_contracts"))
    dialog.ui.day_edit.setText("2026-13-01")
    ok = dialog.ui.button_box.buttons()[0]
    bench.click(ok)
    assert dialog.isVisible()
    dialog.ui.day_edit.setText("２０２６年3月8日")
    bench.click(ok)

    body = bench.file("a.txt").body
    assert (body.requirement, body.captured_on) == ("staff_contracts", "2026-03-08")


def test_adding_that_is_cancelled_leaves_nothing(bench: Bench, tmp_path: Path) -> None:
    paths = write(tmp_path, *(f"{number}.txt" for number in range(200)))
    bench.page.material.add(paths)
    bench.qtbot.waitUntil(lambda: bench.page.material.adding._job is not None)
    bench.page.ui.evidence_pane.ui.progress_line.cancel_button.click()
    bench.settle()

    assert not names(bench)
    assert bench.page.ui.evidence_pane.ui.progress_line.isHidden()
    assert not bench.page.ui.error_line.isVisible()


def test_a_copy_is_saved_where_the_person_says(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(bench, *write(tmp_path, "a.txt"))
    target = tmp_path / "copies" / "a.txt"
    target.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    tool = bench.page.ui.preview_pane._save_tool
    bench.qtbot.waitUntil(tool.isEnabled, timeout=10_000)
    tool.click()
    bench.settle()

    assert target.read_text("utf-8") == "content of a.txt"
