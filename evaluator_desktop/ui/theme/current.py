"""The look in force: applies the tokens to the application and answers what a name means now.

Light or dark is read back from the application's palette, so there is no second truth: a widget
asks `color("ok")` while it paints, and Qt repaints every widget when the palette changes.
"""

from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtCore import QDir, QObject, Qt, QTemporaryDir
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from evaluator_desktop.paths import resource_dir
from evaluator_desktop.ui.theme.shapes import write_sheet_shapes
from evaluator_desktop.ui.theme.style_sheet import style_sheet
from evaluator_desktop.ui.theme.tokens import PT, colours

FAMILY = "Noto Sans SC"
_MIDDLE = 128

_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "window",
    _Role.WindowText: "text",
    _Role.Base: "base",
    _Role.AlternateBase: "hover",
    _Role.Text: "text",
    _Role.Button: "base",
    _Role.ButtonText: "text",
    _Role.BrightText: "on_accent",
    _Role.ToolTipBase: "base",
    _Role.ToolTipText: "text",
    _Role.PlaceholderText: "text3",
    _Role.Highlight: "select",
    _Role.HighlightedText: "text",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Light: "base",
    _Role.Midlight: "hover",
    _Role.Mid: "line",
    _Role.Dark: "edge",
    _Role.Shadow: "line",
}
_DISABLED = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText)


class Choice(StrEnum):
    """What the user set: follow the system, or always the same."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Keeps the application in the chosen look and follows the system's changes."""

    def __init__(self, app: QApplication, choice: Choice = Choice.SYSTEM) -> None:
        """Load the fonts and apply the look at once."""
        super().__init__(app)
        self._app = app
        self.choice = choice
        self._sheet_shapes = QTemporaryDir()
        write_sheet_shapes(Path(self._sheet_shapes.path()))
        QDir.setSearchPaths("sheet", [self._sheet_shapes.path()])
        load_fonts()
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(font("body"))
        app.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    def choose(self, choice: Choice) -> None:
        """Follow the system or force one look, at once."""
        self.choice = choice
        scheme = {Choice.LIGHT: Qt.ColorScheme.Light, Choice.DARK: Qt.ColorScheme.Dark}
        # Tells the platform too, so that title bars and native dialogs go along where they can.
        self._app.styleHints().setColorScheme(scheme.get(choice, Qt.ColorScheme.Unknown))
        self._apply()

    def _apply(self) -> None:
        system = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = system if self.choice is Choice.SYSTEM else self.choice is Choice.DARK
        self._app.setPalette(palette(dark=dark))
        self._app.setStyleSheet(style_sheet(dark=dark))


def palette(*, dark: bool) -> QPalette:
    """Return the palette of one look."""
    result, tokens = QPalette(), colours(dark=dark)
    for role, token in _ROLES.items():
        result.setColor(role, QColor(tokens[token]))
    for role in _DISABLED:
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["text3"]))
    result.setColor(QPalette.ColorGroup.Inactive, _Role.Highlight, QColor(tokens["select_off"]))
    return result


def is_dark() -> bool:
    """True while the application wears the dark palette."""
    return QGuiApplication.palette().window().color().lightness() < _MIDDLE


def color(token: str) -> QColor:
    """Return what `token` means now, for painting; KeyError for a name that does not exist."""
    return QColor(_colours(is_dark())[token])


def photo_color(token: str) -> QColor:
    """Return what `token` means on a photo, which looks alike by day and by night."""
    return QColor(_colours(dark=False)[token])


def font(size: str = "body", *, bold: bool = False) -> QFont:
    """Return the program's font in a size of `tokens.PT`."""
    result = QFont(FAMILY, PT[size])
    result.setBold(bold)
    return result


def load_fonts() -> None:
    """Load the program's own fonts; without them Chinese is boxes on a bare system."""
    for weight in ("Regular", "Bold"):
        path = resource_dir() / "fonts" / f"NotoSansSC-{weight}.ttf"
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FileNotFoundError(path)


@cache
def _colours(dark: bool) -> dict[str, str]:
    return colours(dark=dark)
