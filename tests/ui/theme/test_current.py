import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evaluator_desktop.paths import resource_dir
from evaluator_desktop.ui.theme import Choice, Theme, color, font, icons, is_dark
from evaluator_desktop.ui.theme.style_sheet import style_sheet
from evaluator_desktop.ui.theme.tokens import DARK, LIGHT, PT

ICONS = sorted(path.stem for path in (resource_dir() / "icons").glob("*.svg"))


def ink_of(name: str, ink: str = "text2", side: int = 32) -> set[str]:
    """Return the colours of an icon's full pixels."""
    image = icons.pixmap(name, QSize(side, side), ink).toImage()
    pixels = (image.pixelColor(x, y) for x in range(side) for y in range(side))
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


def test_the_program_brings_its_own_font(qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == "Noto Sans SC"
    assert qapp.font().pointSize() == PT["body"]
    assert font("title", bold=True).bold()


def test_the_look_changes_at_once(qapp: QApplication, theme: Theme) -> None:
    assert not is_dark()
    assert color("accent").name().upper() == LIGHT["accent"]

    theme.choose(Choice.DARK)

    assert is_dark()
    assert color("accent").name().upper() == DARK["accent"]
    window = qapp.palette().color(QPalette.ColorRole.Window)
    assert window.name().upper() == DARK["window"]
    assert DARK["accent"] in qapp.styleSheet()
    assert LIGHT["accent"] not in qapp.styleSheet()


def test_a_widget_repaints_when_the_look_changes(qtbot: QtBot, theme: Theme) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    light = widget.grab().toImage().pixelColor(1, 1)

    theme.choose(Choice.DARK)

    assert widget.grab().toImage().pixelColor(1, 1) != light


def test_a_token_that_does_not_exist_is_a_fault() -> None:
    with pytest.raises(KeyError):
        color("blue")
    with pytest.raises(FileNotFoundError):
        icons.icon("no_such_icon")


@pytest.mark.parametrize("dark", [False, True])
def test_every_name_in_the_style_sheet_has_a_meaning(dark: bool) -> None:
    sheet = style_sheet(dark=dark)

    assert not set("@%$~") & set(sheet)
    assert sheet.count("{") == sheet.count("}")


@pytest.mark.parametrize("name", ICONS)
def test_each_icon_is_drawn_in_one_ink(name: str, qapp: QApplication) -> None:
    assert ink_of(name, "false") == {LIGHT["false"]}


def test_an_icon_follows_the_look(theme: Theme) -> None:
    icon = icons.icon("tick", "ok")
    light = icon.pixmap(QSize(32, 32)).toImage()

    theme.choose(Choice.DARK)

    assert icon.pixmap(QSize(32, 32)).toImage() != light
    assert ink_of("tick", "ok") == {DARK["ok"]}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_has_the_pixels_of_the_screen(ratio: float, qapp: QApplication) -> None:
    picture = icons.pixmap("tick", QSize(16, 16), "ok", ratio)

    assert picture.size() == QSize(round(16 * ratio), round(16 * ratio))
    assert picture.deviceIndependentSize().toSize() == QSize(16, 16)


def test_a_tick_shows_the_colour_behind(qapp: QApplication) -> None:
    picture = icons.pixmap("outcome_verified", QSize(64, 64), "ok").toImage()

    assert picture.pixelColor(28, 42).alpha() == 0
    assert picture.pixelColor(32, 10).name().upper() == LIGHT["ok"]
