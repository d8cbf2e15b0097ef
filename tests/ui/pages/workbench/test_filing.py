"""Folders that are dropped: proposed to items in a table, corrected, added in one step."""

from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from evaluator_desktop.operations.drafts import all_drafts
from evaluator_desktop.ui.dialogs.filing_dialog import FilingDialog
from evaluator_desktop.ui.models.filing_model import FATE, REMARK
from tests.ui.pages.workbench.bench import CTRL, STAFF, Bench, Key
from tests.ui.pages.workbench.conftest import Opener
from tests.ui.pages.workbench.handling import SAFE_MS, drop, start_again, write

TAKEN = date(2019, 10, 12)


@pytest.fixture
def bench(open_bench: Opener) -> Bench:
    bench = open_bench()
    bench.page.course.go_to(3)
    bench.page.course.start_item()
    return bench


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What a provider hands over on a stick."""
    top = tmp_path / "雁栖材料"
    write(top / "4 人员能力", "社保清单.xlsx", "扫描件.pdf")
    write(top / "其他", "说明.txt")
    (top / "其他" / "空.txt").touch()
    photo = Image.new("RGB", (40, 30), "red")
    exif = photo.getexif()
    exif.get_ifd(0x8769)[0x9003] = f"{TAKEN:%Y:%m:%d} 14:09:30"
    (top / "三、服务公益").mkdir()
    photo.save(top / "三、服务公益" / "价目.jpg", exif=exif)
    return top


def table(bench: Bench) -> FilingDialog:
    dialog = bench.page.findChild(FilingDialog)
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def places(dialog: FilingDialog) -> dict[str, tuple[str | None, str | None]]:
    return {
        row.found.path.name: (row.place.item, row.place.requirement) for row in dialog.model.rows
    }


def ok(dialog: FilingDialog) -> QPushButton:
    return dialog.ui.button_box.button(QDialogButtonBox.StandardButton.Ok)


def select(dialog: FilingDialog, *names: str) -> None:
    selection, found = dialog.ui.file_table.selectionModel(), list(places(dialog))
    selection.clearSelection()
    row = selection.SelectionFlag.Select | selection.SelectionFlag.Rows
    for name in names:
        selection.select(dialog.model.index(found.index(name), 0), row)


def remark(dialog: FilingDialog, name: str) -> str:
    rows = [row.found.path.name for row in dialog.model.rows]
    return dialog.model.cell(rows.index(name), REMARK).text


def choose(bench: Bench, dialog: FilingDialog, item: str) -> None:
    combo = dialog.ui.item_combo
    combo.setCurrentIndex(combo.findData(item))
    combo.activated.emit(combo.currentIndex())


def test_a_folder_is_proposed_corrected_and_added_in_one_step(bench: Bench, folder: Path) -> None:
    drop(bench, folder)
    dialog = table(bench)
    assert places(dialog) == {
        "价目.jpg": ("public_benefit.expenditure", None),
        "社保清单.xlsx": (STAFF, "social_insurance_list"),
        "扫描件.pdf": (STAFF, None),
        "说明.txt": (None, None),
        "空.txt": (None, None),
    }
    assert [dialog.model.rows[n].found.path.name for n in dialog._selected] == ["说明.txt"]

    choose(bench, dialog, "management.records")
    dialog.ui.day_edit.setFocus()
    dialog.ui.day_edit.clear()
    bench.qtbot.keyClicks(dialog.ui.day_edit, "2020-3-8")
    bench.qtbot.keyClick(dialog.ui.day_edit, Key.Key_Return)
    assert dialog.isVisible()
    bench.qtbot.keyClick(dialog.ui.file_table, Key.Key_Return, CTRL)
    bench.settle()

    found = {e.body.name: e.body for item in bench.assessment.items for e in item.evidence}
    assert set(found) == {"价目.jpg", "社保清单.xlsx", "扫描件.pdf", "说明.txt"}
    assert found["说明.txt"].requirement == "service_materials"
    assert found["说明.txt"].captured_on == "2020-03-08"
    assert found["价目.jpg"].captured_on == TAKEN.isoformat()
    assert found["社保清单.xlsx"].captured_on is None  # never the file's own time
    bench.come_back()
    bench.press(Key.Key_Z, CTRL)
    assert not any(item.evidence for item in bench.assessment.items)


def test_several_are_corrected_at_once_and_left_out_by_space(bench: Bench, folder: Path) -> None:
    drop(bench, folder)
    dialog = table(bench)
    select(dialog, "说明.txt", "扫描件.pdf")
    choose(bench, dialog, "organization.experience")
    requirement = dialog.ui.requirement_combo
    requirement.setCurrentIndex(requirement.findData("event_records"))
    requirement.activated.emit(requirement.currentIndex())
    assert places(dialog)["说明.txt"] == places(dialog)["扫描件.pdf"]
    assert places(dialog)["说明.txt"] == ("organization.experience", "event_records")

    select(dialog, "价目.jpg")
    bench.qtbot.keyClick(dialog.ui.file_table, Key.Key_Space)
    chosen = {file.path.name for file in dialog.model.new_files}
    assert chosen == {"社保清单.xlsx", "扫描件.pdf", "说明.txt"}
    bench.qtbot.keyClick(dialog.ui.file_table, Key.Key_Escape)
    bench.settle()
    assert not any(item.evidence for item in bench.assessment.items)


def test_an_empty_file_is_added_only_when_the_person_says_so(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "空.txt").touch()
    drop(bench, tmp_path / "空.txt")
    dialog = table(bench)
    assert "0" in remark(dialog, "空.txt")
    assert not ok(dialog).isEnabled()

    bench.qtbot.keyClick(dialog.ui.file_table, Key.Key_Space)
    bench.click(ok(dialog))

    assert bench.file("空.txt").body.size == 0


def test_what_is_here_already_is_marked_and_left_out(bench: Bench, folder: Path) -> None:
    drop(bench, folder / "4 人员能力" / "社保清单.xlsx")
    (folder / "再次.xlsx").write_bytes((folder / "4 人员能力" / "社保清单.xlsx").read_bytes())
    (folder / "再次二.pdf").write_bytes((folder / "4 人员能力" / "扫描件.pdf").read_bytes())
    drop(bench, folder)
    dialog = table(bench)

    assert "社保清单.xlsx" in remark(dialog, "再次.xlsx")
    assert "再次二.pdf" in remark(dialog, "扫描件.pdf") or "扫描件" in remark(dialog, "再次二.pdf")
    wanted = {row.found.path.name for row in dialog.model.rows if row.is_wanted}
    assert wanted == {"价目.jpg", "扫描件.pdf", "说明.txt", "再次二.pdf"}


def test_the_files_own_time_is_offered_but_never_taken_by_itself(
    bench: Bench, folder: Path
) -> None:
    drop(bench, folder)
    dialog = table(bench)
    select(dialog, "价目.jpg")
    assert not dialog.ui.file_time_button.isVisible()
    select(dialog, "说明.txt")
    assert dialog.model.rows[dialog._selected[0]].day is None
    bench.click(dialog.ui.file_time_button)

    row = dialog.model.rows[dialog._selected[0]]
    assert row.day == row.found.changed
    assert dialog.ui.day_edit.text() == str(row.day)


def test_a_wrong_day_is_said_and_keeps_the_table_open(bench: Bench, folder: Path) -> None:
    drop(bench, folder)
    dialog = table(bench)
    dialog.ui.day_edit.setFocus()
    bench.qtbot.keyClicks(dialog.ui.day_edit, "2020-13-8")
    bench.click(ok(dialog))

    assert dialog.isVisible()
    assert dialog.ui.day_problem.isVisible()


def test_many_files_are_looked_through_too_and_stay_with_the_item_at_hand(
    bench: Bench, tmp_path: Path
) -> None:
    drop(bench, *write(tmp_path, *(f"{number}.txt" for number in range(21))))
    dialog = table(bench)

    assert set(places(dialog).values()) == {(STAFF, None)}
    assert ok(dialog).hasFocus()


def test_a_file_that_cannot_be_read_is_said_and_cannot_be_taken_in(
    bench: Bench, folder: Path, tmp_path: Path
) -> None:
    drop(bench, folder, tmp_path / "gone.txt")
    dialog = table(bench)
    select(dialog, "gone.txt")
    bench.qtbot.keyClick(dialog.ui.file_table, Key.Key_Space)

    assert dialog.model.cell(len(dialog.model.rows) - 1, FATE).icon == "outcome_false"
    assert "gone.txt" not in {file.path.name for file in dialog.model.new_files}


def test_a_photo_by_itself_is_dated_by_its_camera_and_the_line_says_so(
    bench: Bench, folder: Path
) -> None:
    drop(bench, folder / "三、服务公益" / "价目.jpg")

    assert bench.file("价目.jpg").body.captured_on == TAKEN.isoformat()
    assert "1" in bench.said.partition("·")[2]


def test_what_was_corrected_comes_back_when_the_folder_is_dropped_again(
    open_bench: Opener, bench: Bench, folder: Path
) -> None:
    drop(bench, folder)
    dialog = table(bench)
    select(dialog, "说明.txt")
    choose(bench, dialog, STAFF)
    dialog.ui.day_edit.setFocus()
    bench.qtbot.keyClicks(dialog.ui.day_edit, "2020-1")

    bench = start_again(bench, open_bench)
    drop(bench, folder)
    dialog = table(bench)
    assert places(dialog)["说明.txt"] == (STAFF, None)
    select(dialog, "说明.txt")
    assert dialog.ui.day_edit.text() == "2020-1"
    dialog.ui.day_edit.setText("2020-11-02")
    dialog.ui.day_edit.editingFinished.emit()
    bench.click(ok(dialog))
    bench.settle()

    assert bench.file("说明.txt").body.captured_on == "2020-11-02"
    bench.qtbot.wait(SAFE_MS)
    assert bench.ask(all_drafts) == {}


def test_a_table_that_is_cancelled_is_forgotten(bench: Bench, folder: Path) -> None:
    drop(bench, folder)
    select(table(bench), "说明.txt")
    choose(bench, table(bench), STAFF)
    bench.qtbot.wait(SAFE_MS)
    assert bench.ask(all_drafts)
    table(bench).reject()
    bench.qtbot.wait(SAFE_MS)

    assert bench.ask(all_drafts) == {}
