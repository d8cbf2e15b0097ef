"""A preview pane with a preview process, and files to show in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from evaluator_desktop import texts
from evaluator_desktop.jobs.previews import Previews
from evaluator_desktop.ui.widgets.picture_view import PictureView
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.preview import PreviewFile, PreviewPane
from tests.small_pdf import small_canvas

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
    canvas = small_canvas(tmp_path / "pdf", pagesize=(200, 300))
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


@pytest.fixture
def view(qtbot: QtBot) -> PictureView:
    view = PictureView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    qtbot.waitExposed(view)
    return view
