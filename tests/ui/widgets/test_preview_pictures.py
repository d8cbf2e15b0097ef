"""Photos in the preview: upright, turned, zoomed, dragged, sharper when looked at closely."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPixmap
from pytestqt.qtbot import QtBot

from evaluator_desktop import texts
from evaluator_desktop.ui.widgets.picture_view import PictureView
from evaluator_desktop.ui.widgets.preview import PreviewFile, PreviewPane
from tests.ui.widgets.previewed import (
    pane,
    photo,
    previews,
    show,
    stored,
    tool,
    turn_wheel,
    view,
    words,
)

__all__ = ["pane", "photo", "previews", "view"]

RED, BLUE = (200, 40, 40), (30, 90, 160)


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
