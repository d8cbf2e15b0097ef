"""A few lines of words below one another, used again for other words at every keystroke."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.plain import PlainLabel


class LineList(QWidget):
    """Lines with a sign before them and, if wanted, a figure at their right end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._ink = "", ""
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)

    def set_sign(self, icon: str, ink: str) -> None:
        """Put this icon before each line from now on."""
        self._icon, self._ink = icon, ink

    def show_lines(self, texts: Sequence[tuple[str, str]]) -> None:
        """Show these pairs of words and figure; nothing at all where there are none."""
        while len(self._lines) < len(texts):
            line = _Line(self._icon, self._ink)
            self._lines.append(line)
            self._column.addWidget(line)
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(texts))
            if place < len(texts):
                line.show_text(*texts[place])
        self.setVisible(bool(texts))

    def texts(self) -> list[str]:
        """Return the words of the lines that are shown."""
        return [line.words.text() for line in self._lines if not line.isHidden()]


class _Line(QWidget):
    def __init__(self, icon: str, ink: str) -> None:
        super().__init__()
        self.words, self._figure = PlainLabel(), PlainLabel()
        self._figure.set_role("meta")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if icon:
            sign = IconLabel()
            sign.set_icon(icon, ink)
            self.words.setWordWrap(True)
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        else:
            self.words.set_elide()
        row.addWidget(self.words, 1)
        row.addWidget(self._figure)

    def show_text(self, text: str, figure: str) -> None:
        self.words.setText(text)
        self._figure.setText(figure)
        self._figure.setVisible(bool(figure))
