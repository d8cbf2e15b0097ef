"""A photo is drawn on through the window: new evidence beside the photo, which stays as it is."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from evaluator_desktop.domain.bodies import Evidence
from evaluator_desktop.jobs.markup import Tool
from evaluator_desktop.operations.drafts import all_drafts
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.dialogs.evidence_dialog import EvidenceDialog
from evaluator_desktop.ui.dialogs.link_dialog import LinkDialog
from evaluator_desktop.ui.dialogs.markup_dialog import MarkupDialog
from tests.ui.pages.workbench.bench import CTRL, SHIFT, STAFF, Bench, Key
from tests.ui.pages.workbench.conftest import Opener
from tests.ui.pages.workbench.handling import SAFE_MS, drop, start_again, write

QUANTITY = "effectiveness.quantity"


@pytest.fixture
def bench(open_bench: Opener) -> Bench:
    bench = open_bench()
    bench.page.course.go_to(3)
    bench.page.course.start_item()
    return bench


@pytest.fixture
def photo(bench: Bench, tmp_path: Path) -> Evidence:
    """A photo from a telephone, at hand and shown."""
    image = Image.new("RGB", (400, 300), "white")
    exif = image.getexif()
    exif.get_ifd(0x8769)[0x9003] = "2019:10:12 14:09:30"
    exif.get_ifd(0x8825)[2] = (31.0, 13.0, 48.0)
    image.save(tmp_path / "社保清单.jpg", exif=exif)
    drop(bench, tmp_path / "社保清单.jpg")
    pane = bench.page.ui.preview_pane
    bench.qtbot.waitUntil(lambda: bool(pane.taken_on), timeout=10_000)
    return bench.file("社保清单.jpg").body


def canvas_of(bench: Bench) -> MarkupDialog:
    bench.press(Key.Key_M, CTRL, SHIFT)
    dialog = bench.page.findChild(MarkupDialog)
    assert dialog is not None
    bench.qtbot.waitUntil(lambda: not dialog.ui.canvas.pixmap.isNull(), timeout=10_000)
    return dialog


def drag(
    bench: Bench, dialog: MarkupDialog, start: tuple[float, float], end: tuple[float, float]
) -> None:
    view = dialog.ui.canvas.viewport()
    content = dialog.ui.canvas._content()
    points = [
        QPoint(round(content.x() + x * content.width()), round(content.y() + y * content.height()))
        for x, y in (start, end)
    ]
    bench.qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=points[0])
    bench.qtbot.mouseMove(view, points[1])
    bench.qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=points[1])


def save(bench: Bench, dialog: MarkupDialog) -> None:
    bench.qtbot.mouseClick(
        dialog.ui.button_box.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton
    )
    bench.settle()
    bench.settle()


def content(workspace: Workspace, digest: str) -> bytes:
    return workspace.evidence_files.path(digest).read_bytes()


def test_a_photo_is_marked_by_mouse_and_keys_and_becomes_new_evidence(
    bench: Bench, photo: Evidence
) -> None:
    dialog = canvas_of(bench)
    canvas = dialog.ui.canvas
    drag(bench, dialog, (0.1, 0.1), (0.4, 0.5))
    bench.qtbot.keyClick(canvas, Key.Key_4)
    drag(bench, dialog, (0.5, 0.5), (0.9, 0.9))
    bench.qtbot.keyClick(canvas, Key.Key_2)
    bench.qtbot.keyClick(canvas, Key.Key_Return)
    bench.qtbot.keyClick(canvas, Key.Key_Left)
    bench.qtbot.keyClick(canvas, Key.Key_Down, SHIFT)
    bench.qtbot.keyClick(canvas, Key.Key_3)
    assert dialog.ui.words_edit.hasFocus()
    bench.qtbot.keyClicks(dialog.ui.words_edit, "<b>42</b>")
    bench.qtbot.keyClick(dialog.ui.words_edit, Key.Key_Return)
    bench.qtbot.keyClick(canvas, Key.Key_Return)
    dialog.ui.note_edit.setText("见箭头")
    tools = [mark.tool for mark in canvas.states.marks]
    assert tools == [Tool.ARROW, Tool.BLUR, Tool.BOX, Tool.TEXT]
    box = canvas.states.marks[2]
    assert (box.x1, box.y1, box.y2) == pytest.approx((0.39, 0.4, 0.61))
    before = bench.ask(content, photo.digest)
    save(bench, dialog)

    made = bench.item(STAFF).evidence[1].body
    assert made.origin == bench.item(STAFF).evidence[0].entity.id
    assert made.name.startswith("社保清单")
    assert made.name.endswith(".jpg")
    assert made.name != "社保清单.jpg"
    assert made.note == "见箭头"
    assert (made.requirement, made.captured_on) == ("social_insurance_list", "2019-10-12")
    stored = bench.ask(content, made.digest)
    assert b"GPS" not in stored
    assert b"Exif" not in stored
    assert Image.open(BytesIO(stored)).size == (400, 300)
    assert bench.ask(content, photo.digest) == before
    assert bench.file_at_hand == made.name
    bench.come_back()
    bench.press(Key.Key_Z, CTRL)
    assert len(bench.item(STAFF).evidence) == 1


def drawn(dialog: MarkupDialog) -> int:
    return len(dialog.ui.canvas.states.marks)


def test_what_was_drawn_is_taken_back_and_repeated(bench: Bench, photo: Evidence) -> None:
    dialog = canvas_of(bench)
    canvas, states = dialog.ui.canvas, dialog.ui.canvas.states
    drag(bench, dialog, (0.1, 0.1), (0.1, 0.1))
    assert drawn(dialog) == 0
    drag(bench, dialog, (0.1, 0.1), (0.4, 0.5))
    drag(bench, dialog, (0.2, 0.1), (0.4, 0.5))
    bench.qtbot.keyClick(canvas, Key.Key_Space)
    assert states.current is states.marks[0]
    bench.qtbot.keyClick(canvas, Key.Key_Delete)
    assert drawn(dialog) == 1
    bench.qtbot.keyClick(canvas, Key.Key_Z, CTRL)
    assert drawn(dialog) == 2
    bench.qtbot.keyClick(canvas, Key.Key_Z, CTRL)
    bench.qtbot.keyClick(canvas, Key.Key_Z, CTRL | SHIFT)
    assert drawn(dialog) == 2
    for _step in range(3):
        bench.qtbot.keyClick(canvas, Key.Key_Z, CTRL)
    assert drawn(dialog) == 0
    assert not dialog.ui.undo_button.isEnabled()
    assert len(bench.item(STAFF).evidence) == 1  # nothing recorded was taken back


def test_words_typed_into_a_text_are_one_step(bench: Bench, photo: Evidence) -> None:
    dialog = canvas_of(bench)
    states, words = dialog.ui.canvas.states, dialog.ui.words_edit
    bench.qtbot.keyClicks(words, "ab")
    bench.qtbot.keyClick(dialog.ui.canvas, Key.Key_3)
    drag(bench, dialog, (0.1, 0.5), (0.1, 0.5))
    words.setFocus()
    bench.qtbot.keyClicks(words, "cd")
    assert states.marks[0].text == "abcd"
    dialog.ui.canvas.undo()
    assert states.marks[0].text == "ab"


def test_closing_asks_only_when_something_is_drawn(
    bench: Bench, photo: Evidence, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: object, text: str, _yes: str) -> bool:
        asked.append(text)
        return len(asked) > 1

    monkeypatch.setattr("evaluator_desktop.ui.dialogs.markup_dialog.ask", answer)
    dialog = canvas_of(bench)
    drag(bench, dialog, (0.1, 0.1), (0.4, 0.5))
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert len(asked) == 2
    bench.settle()
    assert len(bench.item(STAFF).evidence) == 1


def test_a_photo_that_cannot_be_read_any_more_keeps_what_was_drawn(
    bench: Bench, photo: Evidence
) -> None:
    dialog = canvas_of(bench)
    drag(bench, dialog, (0.1, 0.1), (0.4, 0.5))
    dialog._file.path.unlink()
    save(bench, dialog)

    assert dialog.isVisible()
    assert dialog.ui.error_line.isVisible()
    assert dialog.ui.canvas.isEnabled()
    assert len(dialog.ui.canvas.states.marks) == 1


def test_only_photos_are_drawn_on(bench: Bench, tmp_path: Path) -> None:
    drop(bench, *write(tmp_path, "a.txt"))
    bench.press(Key.Key_M, CTRL, SHIFT)

    assert bench.page.findChild(MarkupDialog) is None
    assert not bench.page.ui.preview_pane._markup_tool.isEnabled()


def test_a_file_is_used_for_other_requirements_in_one_step(bench: Bench, photo: Evidence) -> None:
    bench.press(Key.Key_U, CTRL, SHIFT)
    dialog = bench.page.findChild(LinkDialog)
    assert dialog is not None
    ok = dialog.ui.button_box.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    rows = [dialog.ui.place_list.item(row) for row in range(dialog.ui.place_list.count())]
    [already] = [row for row in rows if row.flags() == Qt.ItemFlag.NoItemFlags]
    assert "社保清单" in already.text()
    for row in rows:
        if "名单" in row.text():
            row.setCheckState(Qt.CheckState.Checked)
    bench.qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)
    bench.settle()

    assert [e.body.requirement for e in bench.item(STAFF).evidence] == [
        "social_insurance_list",
        "staff_list",
    ]
    [linked] = bench.item(QUANTITY).evidence
    assert (linked.body.digest, linked.body.requirement) == (photo.digest, "customer_list")
    bench.come_back()
    bench.press(Key.Key_Z, CTRL)
    assert not bench.item(QUANTITY).evidence


def test_the_cameras_day_is_suggested_when_a_photo_is_described(
    bench: Bench, photo: Evidence
) -> None:
    bench.press(Key.Key_Return)
    dialog = bench.page.findChild(EvidenceDialog)
    assert dialog is not None
    assert not dialog.ui.suggestion_button.isVisible()  # it is the day already
    dialog.ui.day_edit.setText("2019-10-01")
    bench.qtbot.mouseClick(dialog.ui.button_box.buttons()[0], Qt.MouseButton.LeftButton)
    bench.settle()
    assert bench.file("社保清单.jpg").body.captured_on == "2019-10-01"
    QApplication.processEvents()

    bench.come_back()
    bench.page.material.describe()
    [again] = [d for d in bench.page.findChildren(EvidenceDialog) if d.isVisible()]
    assert "2019-10-12" in again.ui.suggestion_button.text()
    bench.qtbot.mouseClick(again.ui.suggestion_button, Qt.MouseButton.LeftButton)
    assert again.ui.day_edit.text() == "2019-10-12"


def test_what_was_drawn_and_written_comes_back_after_a_kill(
    open_bench: Opener, bench: Bench, photo: Evidence
) -> None:
    dialog = canvas_of(bench)
    drag(bench, dialog, (0.1, 0.1), (0.4, 0.5))
    bench.qtbot.keyClick(dialog.ui.canvas, Key.Key_3)
    bench.qtbot.keyClicks(dialog.ui.words_edit, "42")
    bench.qtbot.keyClicks(dialog.ui.note_edit, "half")

    bench = start_again(bench, open_bench)
    bench.page.course.go_to(3)
    bench.page.course.start_item()
    pane = bench.page.ui.preview_pane
    bench.qtbot.waitUntil(lambda: bool(pane.taken_on), timeout=10_000)
    dialog = canvas_of(bench)
    assert [mark.tool for mark in dialog.ui.canvas.states.marks] == [Tool.ARROW]
    assert (dialog.ui.words_edit.text(), dialog.ui.note_edit.text()) == ("42", "half")
    bench.qtbot.keyClick(dialog.ui.canvas, Key.Key_3)
    bench.qtbot.keyClick(dialog.ui.canvas, Key.Key_Return)
    assert dialog.ui.canvas.states.marks[1].text == "42"
    save(bench, dialog)

    assert bench.item(STAFF).evidence[1].body.note == "half"
    bench.qtbot.wait(SAFE_MS)
    assert bench.ask(all_drafts) == {}
