"""The preview of pages, sheets, archives and texts, and what it says where there is none."""

import shutil
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from evaluator_desktop import texts
from evaluator_desktop.jobs.preview_protocol import (
    ArchivedFile,
    ArchivePreview,
    FoundPlaces,
    NoPreview,
    PdfPreview,
    Preview,
    Raster,
    Reason,
    TablePreview,
    TextPreview,
)
from evaluator_desktop.jobs.previews import Previews
from evaluator_desktop.ui.widgets.preview import PreviewFile, PreviewPane
from evaluator_desktop.ui.widgets.preview_words import REASONS, contents_text
from evaluator_desktop.ui.widgets.text_table import TextTableModel
from tests.ui.widgets.previewed import (
    pane,
    pdf,
    photo,
    previews,
    show,
    stored,
    tool,
    turn_wheel,
    view,
    words,
)

__all__ = ["pane", "pdf", "photo", "previews", "view"]

RED, BLUE = (200, 40, 40), (30, 90, 160)


def test_pages_of_a_pdf_are_turned_by_keys_buttons_and_wheel(
    pane: PreviewPane, qtbot: QtBot, pdf: PreviewFile
) -> None:
    show(qtbot, pane, pdf)
    bar, view = pane.pages.page_bar, pane.pages.view
    assert bar.isVisible()
    assert bar.page_label.text() == "Page 1 of 3"
    assert f"{texts.size_text(pdf.size)} · 3 pages" in words(pane)
    assert "Taken on" not in words(pane)
    assert not bar.back_button.isEnabled()
    view.setFocus()
    with qtbot.waitSignal(pane.preview_shown):
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert bar.page_label.text() == "Page 2 of 3"
    with qtbot.waitSignal(pane.preview_shown):
        qtbot.mouseClick(bar.on_button, Qt.MouseButton.LeftButton)
    assert bar.page_label.text() == "Page 3 of 3"
    assert not bar.on_button.isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)  # there is no fourth one
    with qtbot.waitSignal(pane.preview_shown):
        turn_wheel(view, 120)
    assert bar.page_label.text() == "Page 2 of 3"


def test_words_are_found_and_marked_over_the_pages(
    pane: PreviewPane, qtbot: QtBot, pdf: PreviewFile
) -> None:
    show(qtbot, pane, pdf)
    bar = pane.pages.page_bar
    plain = pane.pages.view.viewport().grab().toImage()
    bar.find_edit.setFocus()
    qtbot.keyClicks(bar.find_edit, "certificate")
    qtbot.keyClick(bar.find_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bar.places_label.text() == "1 / 2")
    assert pane.pages.view.viewport().grab().toImage() != plain
    with qtbot.waitSignal(pane.preview_shown):
        qtbot.keyClick(bar.find_edit, Qt.Key.Key_Return)
    assert bar.places_label.text() == "2 / 2"
    assert bar.page_label.text() == "Page 3 of 3"
    with qtbot.waitSignal(pane.preview_shown):
        qtbot.keyClick(bar.find_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.page_label.text() == "Page 1 of 3"
    bar.find_edit.setText("diploma")
    qtbot.keyClick(bar.find_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bar.places_label.text() == "Not found")
    qtbot.keyClick(bar.find_edit, Qt.Key.Key_Escape)
    assert bar.find_edit.text() == bar.places_label.text() == ""
    assert pane.pages.view.viewport().grab().toImage() == plain


def test_next_page_is_loaded_ahead(
    pane: PreviewPane, qtbot: QtBot, pdf: PreviewFile, previews: Previews
) -> None:
    show(qtbot, pane, pdf)
    qtbot.waitUntil(lambda: {r.page for r in previews._cache._previews} == {0, 1})


def test_sheet_shows_cells_under_letters(pane: PreviewPane, qtbot: QtBot, tmp_path: Path) -> None:
    book = Workbook()
    for number in range(3):
        book.worksheets[0].append([f"<img src=/probe/{number}>", "=1+1"])
    book.save(tmp_path / "sheet")
    show(qtbot, pane, stored(tmp_path / "sheet", "名单.xlsx"))
    model = pane.table.model()
    assert pane.table.isVisible()
    assert model.index(1, 0).data() == "<img src=/probe/1>"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "B"
    assert any("3 rows" in said for said in words(pane))
    assert not tool(pane, "Zoom in").isEnabled()


def test_a_zip_shows_the_names_in_it(pane: PreviewPane, qtbot: QtBot, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "zip", "w") as archive:
        for name in ("<img src=/probe>.pdf", "x\u202efdp.exe"):
            archive.writestr(name, b"12345")
    show(qtbot, pane, stored(tmp_path / "zip", "附件.zip"))
    model = pane.table.model()
    assert pane.table.isVisible()
    assert model.index(0, 0).data() == "<img src=/probe>.pdf"
    assert model.index(1, 0).data() == "xfdp.exe"
    assert model.index(1, 1).data() == "5 B"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"
    assert any("2 files" in said for said in words(pane))


def test_text_shows_markup_as_text(pane: PreviewPane, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "text").write_bytes("# 纪要\r\n<img src=/probe>\u202e".encode("gb18030"))
    show(qtbot, pane, stored(tmp_path / "text", "纪要.md"))
    assert pane.text_edit.isVisible()
    assert pane.text_edit.toPlainText() == "# 纪要\n<img src=/probe>"
    assert pane.text_edit.isReadOnly()


def test_what_has_no_preview_can_be_saved(pane: PreviewPane, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "video").write_bytes(b"\x00\x00\x00\x18ftypmp42")
    video = stored(tmp_path / "video", "路演.mp4")
    show(qtbot, pane, video)
    assert "No preview for this kind of file" in words(pane)
    for button in (pane.save_button, tool(pane, "Save a copy…")):
        with qtbot.waitSignal(pane.save_requested) as wish:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert wish.args == [video]


def test_missing_file_comes_later(
    pane: PreviewPane, qtbot: QtBot, photo: PreviewFile, tmp_path: Path
) -> None:
    awaited = stored(tmp_path / "awaited", "签到表.jpg")
    show(qtbot, pane, awaited)
    assert "This file is not on this computer yet" in words(pane)
    assert not pane.save_button.isVisible()
    shutil.copy(photo.path, awaited.path)
    show(qtbot, pane, awaited)  # a package has brought it
    assert pane.pages.isVisible()


def test_no_file_says_what_to_do(pane: PreviewPane, qtbot: QtBot, photo: PreviewFile) -> None:
    assert "Choose a file to look at it here." in words(pane)
    assert not tool(pane, "Save a copy…").isEnabled()
    show(qtbot, pane, photo)
    pane.show_file(None)
    assert "Choose a file to look at it here." in words(pane)
    assert not pane.details.isVisible()


def test_same_file_again_keeps_the_view_and_tells_news(
    pane: PreviewPane, qtbot: QtBot, photo: PreviewFile
) -> None:
    show(qtbot, pane, photo)
    pane.pages.view.zoom_in()
    shown = pane.pages.view.pixmap.cacheKey()
    pane.show_file(PreviewFile(photo.path, photo.name, photo.size, photo.digest, "11:00 王"))
    assert not pane.pages.view.fits
    assert pane.pages.view.pixmap.cacheKey() == shown
    assert "11:00 王" in words(pane)
    assert "2026-10-12 14:09" in words(pane)


def test_next_file_begins_fitting_and_unsearched(
    pane: PreviewPane, qtbot: QtBot, photo: PreviewFile, pdf: PreviewFile
) -> None:
    show(qtbot, pane, pdf)
    pane.pages.page_bar.find_edit.setText("certificate")
    pane.pages.view.zoom_in()
    show(qtbot, pane, photo)
    assert pane.pages.view.fits
    show(qtbot, pane, pdf)
    assert pane.pages.page_bar.find_edit.text() == ""


def test_model_of_the_sheet_keeps_the_rules(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(TextTableModel([["a", "b\nc"], [], ["d"]]))
    model = TextTableModel([["a"] * 30])
    assert model.headerData(25, Qt.Orientation.Horizontal) == "Z"
    assert model.headerData(26, Qt.Orientation.Horizontal) == "AA"
    assert TextTableModel([["b\nc"]]).index(0, 0).data() == "b c"


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_words(reason: Reason) -> None:
    assert all(REASONS[reason])


@pytest.mark.parametrize(
    ("preview", "says"),
    [
        (PdfPreview(Raster(1, 1, 3, 3, bytes(3)), 0, 1, 1, 1), "1 page"),
        (TablePreview([["a"]], "", 1200, 1), "1,200 rows · only the beginning is shown"),
        (TablePreview([["a"]], "", None, None), "only the beginning is shown"),
        (TablePreview([["a"]], "", 1, 1), "1 row"),
        (
            ArchivePreview([], 1, is_locked=True),
            "1 file · locked with a password · only the beginning is shown",
        ),
        (ArchivePreview([ArchivedFile("a", 1)], 1, is_locked=False), "1 file"),
        (TextPreview("a", is_cut=True), "only the beginning is shown"),
        (TextPreview("a", is_cut=False), ""),
        (NoPreview(Reason.DAMAGED), ""),
        (FoundPlaces([]), ""),
    ],
)
def test_contents_in_words(preview: Preview, says: str) -> None:
    texts.set_language("en")
    assert contents_text(preview) == says
