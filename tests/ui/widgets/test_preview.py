import os
import shutil
import signal
import time
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import Workbook
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QImage, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

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
from evaluator_desktop.ui.widgets.picture_view import PictureView
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.preview import PreviewFile, PreviewPane
from evaluator_desktop.ui.widgets.preview_words import REASONS, contents_text
from evaluator_desktop.ui.widgets.text_table import TextTableModel

RED, BLUE = (200, 40, 40), (30, 90, 160)


@pytest.fixture
def previews(qtbot: QtBot) -> Iterator[Previews]:
    previews = Previews()
    yield previews
    previews.shutdown()


@pytest.fixture
def pane(qtbot: QtBot, previews: Previews) -> PreviewPane:
    texts.set_language("en")
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.use(previews)
    pane.resize(600, 500)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def stored(path: Path, name: str, position: str = "") -> PreviewFile:
    size = path.stat().st_size if path.exists() else 0
    return PreviewFile(path, name, size, "9c41e07b52d8" * 5 + "ffff", "10:31 林一帆", position)


@pytest.fixture
def photo(tmp_path: Path) -> PreviewFile:
    """Red on the left, as it lies in the file; the camera stood on its side: red is up."""
    image = Image.new("RGB", (1200, 800), BLUE)
    image.paste(RED, (0, 0, 600, 800))
    exif = image.getexif()
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0x9003] = "2026:10:12 14:09:30"
    image.save(tmp_path / "photo", "JPEG", exif=exif)
    return stored(tmp_path / "photo", "签到表.jpg", "3 / 6")


@pytest.fixture
def pdf(tmp_path: Path) -> PreviewFile:
    canvas = Canvas(str(tmp_path / "pdf"), pagesize=(200, 300))
    for number in (1, 2, 3):
        canvas.drawString(20, 250, f"Page {number}")
        if number != 2:
            canvas.drawString(20, 150, "certificate")
        canvas.showPage()
    canvas.save()
    return stored(tmp_path / "pdf", "认定通知.pdf")


def show(qtbot: QtBot, pane: PreviewPane, file: PreviewFile | None) -> None:
    with qtbot.waitSignal(pane.preview_shown):
        pane.show_file(file)


def words(pane: PreviewPane) -> list[str]:
    return [label.text() for label in pane.findChildren(PlainLabel) if label.isVisible()]


def tool(pane: PreviewPane, name: str) -> QToolButton:
    found = [t for t in pane.findChildren(QToolButton) if t.accessibleName() == name]
    assert len(found) == 1
    return found[0]


def colour_at(view: PictureView, x: float, y: float) -> tuple[int, int, int]:
    """The colour at these shares of the view."""
    image = view.viewport().grab().toImage()
    pixel = image.pixelColor(round(x * image.width()), round(y * image.height()))
    return pixel.red(), pixel.green(), pixel.blue()


def is_near(seen: tuple[int, int, int], meant: tuple[int, int, int]) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(seen, meant, strict=True))


def test_photo_stands_upright_with_its_details(
    pane: PreviewPane, qtbot: QtBot, photo: PreviewFile
) -> None:
    show(qtbot, pane, photo)
    view = pane.pages.view
    assert is_near(colour_at(view, 0.5, 0.1), RED)
    assert is_near(colour_at(view, 0.5, 0.9), BLUE)
    said = words(pane)
    assert "签到表.jpg" in said
    assert "3 / 6" in said
    assert f"{texts.size_text(photo.size)} · 800×1200" in said
    assert "2026-10-12 14:09" in said
    assert "9c41 e07b 52d8 …" in said
    assert "10:31 林一帆" in said
    assert "Fit window" in said
    assert not pane.pages.page_bar.isVisible()
    assert view.accessibleName() == "Preview of 签到表.jpg"


def test_turning_changes_the_view_only(pane: PreviewPane, qtbot: QtBot, photo: PreviewFile) -> None:
    show(qtbot, pane, photo)
    before = photo.path.read_bytes()
    qtbot.mouseClick(tool(pane, "Turn"), Qt.MouseButton.LeftButton)
    assert is_near(colour_at(pane.pages.view, 0.9, 0.5), RED)  # up has become right
    assert is_near(colour_at(pane.pages.view, 0.1, 0.5), BLUE)
    assert photo.path.read_bytes() == before


def test_zoom_by_buttons_keys_and_wheel(
    pane: PreviewPane, qtbot: QtBot, photo: PreviewFile
) -> None:
    show(qtbot, pane, photo)
    view = pane.pages.view
    fitting = view.scale
    qtbot.mouseClick(tool(pane, "Zoom in"), Qt.MouseButton.LeftButton)
    assert view.scale == pytest.approx(fitting * 1.25)
    assert f"{view.scale:.0%}" in words(pane)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale == pytest.approx(fitting * 1.25**2)
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    qtbot.mouseClick(tool(pane, "Zoom out"), Qt.MouseButton.LeftButton)
    assert view.scale == pytest.approx(fitting)
    turn_wheel(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.scale == pytest.approx(fitting * 1.25)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.fits
    assert "Fit window" in words(pane)


def test_zooming_keeps_the_place_under_the_pointer(
    pane: PreviewPane, qtbot: QtBot, photo: PreviewFile
) -> None:
    show(qtbot, pane, photo)
    view = pane.pages.view
    for _notch in range(8):
        turn_wheel(view, 120, Qt.KeyboardModifier.ControlModifier, at=(0.5, 0.75))
    assert is_near(colour_at(view, 0.5, 0.75), BLUE)
    assert view.verticalScrollBar().maximum() > view.viewport().height()


def turn_wheel(
    view: PictureView,
    angle: int,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    at: tuple[float, float] = (0.5, 0.5),
) -> None:
    place = QPointF(view.viewport().width() * at[0], view.viewport().height() * at[1])
    QApplication.sendEvent(
        view.viewport(),
        QWheelEvent(
            place,
            view.viewport().mapToGlobal(place),
            QPoint(),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )


def test_zoomed_far_it_is_loaded_sharper(pane: PreviewPane, qtbot: QtBot, tmp_path: Path) -> None:
    Image.new("RGB", (4000, 1000), RED).save(tmp_path / "wide", "PNG")
    show(qtbot, pane, stored(tmp_path / "wide", "wide.png"))
    view = pane.pages.view
    coarse = view.pixmap.width()
    with qtbot.waitSignal(pane.preview_shown):
        for _press in range(6):
            view.zoom_in()
    assert coarse < 800
    assert view.pixmap.width() >= view.wanted_width > 1600
    assert not view.fits


def test_dragging_moves_a_picture_that_is_larger_than_the_window(
    pane: PreviewPane, qtbot: QtBot, photo: PreviewFile
) -> None:
    show(qtbot, pane, photo)
    view = pane.pages.view
    for _press in range(8):
        view.zoom_in()
    before = view.verticalScrollBar().value()
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(view.viewport(), left, pos=QPoint(200, 200))
    qtbot.mouseMove(view.viewport(), QPoint(200, 150))
    qtbot.mouseRelease(view.viewport(), left, pos=QPoint(200, 150))
    assert view.verticalScrollBar().value() == before + 50


def test_small_picture_is_not_blown_up(pane: PreviewPane, qtbot: QtBot, tmp_path: Path) -> None:
    Image.new("RGB", (40, 30), RED).save(tmp_path / "small", "BMP")
    show(qtbot, pane, stored(tmp_path / "small", "small.bmp"))
    assert pane.pages.view.scale == 1.0


@pytest.fixture
def view(qtbot: QtBot) -> PictureView:
    view = PictureView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_fine_lines_are_not_lost_when_drawn_small(view: PictureView) -> None:
    lines = QImage(1600, 1200, QImage.Format.Format_RGB32)
    lines.fill(Qt.GlobalColor.black)
    for x in range(0, lines.width(), 4):
        for y in range(lines.height()):
            lines.setPixelColor(x, y, Qt.GlobalColor.white)
    view.show_picture(QPixmap.fromImage(lines), QSizeF(1600, 1200), grows=False)
    grey, *_others = colour_at(view, 0.5, 0.5)
    assert 40 < grey < 90  # a quarter of the light, where leaving out pixels gives none or all


def test_mark_is_brought_into_sight_where_it_was_turned_to(view: PictureView) -> None:
    view.show_picture(QPixmap(1600, 1200), QSizeF(1600, 1200), grows=False)
    view.rotate()
    for _press in range(8):
        view.zoom_in()
    view.set_marks([QRectF(0.0, 0.0, 0.01, 0.01)], 0)  # upper left: now upper right
    assert view.verticalScrollBar().value() == 0
    assert view.horizontalScrollBar().value() == view.horizontalScrollBar().maximum() > 0


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


def test_words_for_waiting_come_only_when_it_takes_long(
    pane: PreviewPane, qtbot: QtBot, photo: PreviewFile, pdf: PreviewFile, previews: Previews
) -> None:
    show(qtbot, pane, photo)
    pid = previews.process.pid
    assert pid
    os.kill(pid, signal.SIGSTOP)
    pane.show_file(pdf)
    assert pane.pages.isVisible()  # no flicker for what comes at once
    qtbot.waitUntil(lambda: "Opening…" in words(pane))
    with qtbot.waitSignal(pane.preview_shown):
        os.kill(pid, signal.SIGCONT)
    assert "Opening…" not in words(pane)


def test_crash_over_a_file_is_said_and_the_next_one_is_shown(
    pane: PreviewPane, qtbot: QtBot, photo: PreviewFile, pdf: PreviewFile, previews: Previews
) -> None:
    show(qtbot, pane, photo)
    pid = previews.process.pid
    assert pid
    os.kill(pid, signal.SIGSTOP)
    with qtbot.waitSignal(pane.preview_shown):
        pane.show_file(pdf)
        qtbot.waitUntil(lambda: previews._asked is not None)
        os.kill(pid, signal.SIGKILL)
    assert "This file could not be opened" in words(pane)
    show(qtbot, pane, photo)
    assert pane.pages.isVisible()


def test_leafing_fast_shows_the_last_file_only(
    pane: PreviewPane, qtbot: QtBot, tmp_path: Path
) -> None:
    files = []
    for number in range(20):
        Image.new("RGB", (100 + number, 100)).save(tmp_path / str(number), "PNG")
        files.append(stored(tmp_path / str(number), f"{number}.png"))
    shown: list[PreviewFile] = []
    pane.preview_shown.connect(shown.append)
    for file in files:
        pane.show_file(file)
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == [files[-1]]
    assert pane.pages.view.pixmap.width() == 119


def test_what_was_loaded_ahead_is_there_at_once(
    pane: PreviewPane, qtbot: QtBot, photo: PreviewFile, previews: Previews
) -> None:
    pane.load_ahead(photo)
    qtbot.waitUntil(lambda: len(previews._cache._previews) == 1)
    photo.path.unlink()
    show(qtbot, pane, photo)
    assert pane.pages.isVisible()


def test_window_never_waits_while_photos_are_shown(
    pane: PreviewPane, qtbot: QtBot, tmp_path: Path, previews: Previews
) -> None:
    original = tmp_path / "photo"
    Image.effect_noise((1000, 750), 40).resize((4000, 3000)).convert("RGB").save(original, "JPEG")
    paths = [Path(shutil.copy(original, tmp_path / f"photo{number}")) for number in range(40)]
    assert previews.process.start()
    beats = [time.monotonic()]
    timer = QTimer(interval=10)
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    timer.start()
    for path, following in pairwise([*paths, original]):
        with qtbot.waitSignal(pane.preview_shown):
            pane.show_file(stored(path, path.name))
            pane.load_ahead(stored(following, following.name))
    timer.stop()
    assert max(b - a for a, b in pairwise(beats)) < 0.1


def test_closed_pane_hears_nothing_more(
    previews: Previews, qtbot: QtBot, photo: PreviewFile
) -> None:
    pane = PreviewPane()
    pane.use(previews)
    pane.show_file(photo)
    with qtbot.waitSignals([previews.preview_ready, pane.destroyed]):
        pane.deleteLater()


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
