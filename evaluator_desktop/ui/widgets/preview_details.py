"""The two lines below a preview: size, digest, when it was taken, when and by whom added."""

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from evaluator_desktop.texts import _, size_text
from evaluator_desktop.ui.widgets.plain import PlainLabel, set_tool_tip

_DIGEST_SHOWN = 12


class PreviewDetails(QFrame):
    """Labels and values in two columns; a value that is not known takes its label away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "window")
        self.setProperty("line", "top")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._size = self._add(_("Size"), 0, 0)
        self._taken = self._add(_("Taken on"), 0, 2)
        self._digest = self._add(_("Digest"), 1, 0)
        self._added = self._add(_("Added on"), 1, 2)
        for _label, value in (self._size, self._added):
            value.set_elide()
        self._bytes = ""

    def show_file(self, size: int, digest: str, added: str) -> None:
        """Show what is known before the file is opened; `size` in bytes, `digest` in hex."""
        shown = digest[:_DIGEST_SHOWN]
        groups = " ".join(shown[start : start + 4] for start in range(0, len(shown), 4))
        self._say(self._digest, f"{groups} …" if digest else "")
        set_tool_tip(self._digest[1], digest)
        self._say(self._added, added)
        self._bytes = size_text(size)
        self.show_contents()

    def show_contents(self, contents: str = "", taken: str = "") -> None:
        """Show what only the opened file tells: pixels, pages or rows; when it was taken."""
        self._say(self._size, f"{self._bytes} · {contents}" if contents else self._bytes)
        self._say(self._taken, taken)

    def _add(self, name: str, row: int, column: int) -> tuple[PlainLabel, PlainLabel]:
        label, value = PlainLabel(name), PlainLabel()
        label.set_role("hint")
        value.set_role("meta")
        self._grid.addWidget(label, row, column)
        self._grid.addWidget(value, row, column + 1)
        return label, value

    @staticmethod
    def _say(labels: tuple[PlainLabel, PlainLabel], text: str) -> None:
        labels[1].setText(text)
        labels[0].setVisible(bool(text))
