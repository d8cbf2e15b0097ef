"""Panes side by side, or one below the other where a window is too narrow for that.

At 200 % a laptop of 1366 × 768 has 683 × 384 left: reading then goes one way only, downwards.
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

_LEAST_HEIGHT = 280
"""Of a pane below another, in pixels: what is left of an enlarged screen shows one of them."""


class Stacking:
    """The panes of one page."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self._stacked: list[tuple[QSplitter, list[int]]] = []
        self._heights: list[tuple[QWidget, int]] = []
        self._needed = 0

    def fit(self, width: int) -> None:
        """Put the panes where this width has room for them."""
        if self._stacked and width >= self._needed:
            self._put_side_by_side()
        needed = self._page.minimumSizeHint().width()
        if not self._stacked and width < needed:
            self._needed = needed
            self._put_below()

    def _put_below(self) -> None:
        splitters = self._page.findChildren(QSplitter)
        for splitter in splitters:
            if splitter.orientation() is Qt.Orientation.Horizontal:
                self._stacked.append((splitter, splitter.sizes()))
                splitter.setProperty("stacked", True)
                splitter.setOrientation(Qt.Orientation.Vertical)
        for pane in _panes(splitters if self._stacked else []):
            self._heights.append((pane, pane.minimumHeight()))
            pane.setMinimumHeight(max(_LEAST_HEIGHT, pane.minimumSizeHint().height()))
        self._ask_again()

    def _put_side_by_side(self) -> None:
        for pane, height in self._heights:
            pane.setMinimumHeight(height)
        for splitter, sizes in self._stacked:
            splitter.setProperty("stacked", False)
            splitter.setOrientation(Qt.Orientation.Horizontal)
            splitter.setSizes(sizes)
        self._stacked, self._heights = [], []
        self._ask_again()

    def _ask_again(self) -> None:
        """Forget what the page needed: of a tab that is not in front Qt does not hear."""
        for widget in (self._page, *self._page.findChildren(QWidget)):
            widget.updateGeometry()
            if (layout := widget.layout()) is not None:
                layout.invalidate()


def is_stacked(splitter: QSplitter) -> bool:
    """Whether a splitter's sizes are heights for now, of no use to the next start."""
    return bool(splitter.property("stacked"))


def pane_of(widget: QWidget) -> QWidget | None:
    """Return the pane that a widget stands in, None for one that stands in no splitter."""
    while (above := widget.parentWidget()) is not None:
        if isinstance(above, QSplitter):
            return widget
        widget = above
    return None


def _panes(splitters: Iterable[QSplitter]) -> list[QWidget]:
    """Return what stands in splitters and holds none itself: that one's panes ask for the room."""
    inside = (s.widget(place) for s in splitters for place in range(s.count()))
    return [pane for pane in inside if pane is not None and _is_plain(pane)]


def _is_plain(pane: QWidget) -> bool:
    return not isinstance(pane, QSplitter) and pane.findChild(QSplitter) is None
