"""How the program looks: colours, sizes, type and icons, each named once and used by name."""

from evaluator_desktop.ui.theme.current import Choice, Theme, color, font, is_dark, photo_color
from evaluator_desktop.ui.theme.tokens import PT, PX

__all__ = ["PT", "PX", "Choice", "Theme", "color", "font", "is_dark", "photo_color"]
