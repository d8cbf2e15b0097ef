"""A row of controls that goes on in the next line where a window is too narrow for it.

Qt has rows that ask for the room of all their controls, and none that break.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSpacerItem, QWidget

_Line = list[QLayoutItem]


class WrapRow(QLayout):
    """Controls as wide as they like; fields, then gaps share what is left of their line."""

    def __init__(self, *, is_centred: bool = False, least_height: int = 0) -> None:
        super().__init__()
        self._least_height = least_height
        self._items: list[QLayoutItem] = []
        self._is_centred = is_centred
        self._high = 0  # of all lines, as they were last laid out
        self._heights: dict[int, int] = {}  # by width; Qt asks often before anything changes

    # What Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights = {}
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            lines = self._lines(width - self._margin().width())
            needed = self._used(_high(lines)) + self._margin().height()
            self._heights[width] = max(self._least_height, needed)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        shown = [item for item in self._items if not item.isEmpty()]
        wide = sum(_wanted(item) for item in shown) + self.spacing() * max(0, len(shown) - 1)
        high = max((item.sizeHint().height() for item in shown), default=0)
        return (QSize(wide, high) + self._margin()).expandedTo(QSize(0, self._least_height))

    def minimumSize(self) -> QSize:
        least = [item.minimumSize() for item in self._items if not item.isEmpty()]
        wide = max((size.width() for size in least), default=0) + self._margin().width()
        return QSize(wide, max(self._high, self.sizeHint().height()))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        room = rect.marginsRemoved(self.contentsMargins())
        lines = self._lines(room.width())
        heights = _high(lines)
        top = room.top() + max(0, room.height() - self._used(heights)) // 2
        for line, high in zip(lines, heights, strict=True):
            self._place(line, QRect(room.left(), top, room.width(), high))
            top += high + self.spacing()
        self._tell_height(self.heightForWidth(rect.width()))

    def _tell_height(self, high: int) -> None:
        """Ask for the room of another line, or give it back."""
        if high != self._high and (bar := self.parentWidget()) is not None:
            self._high = high
            self.invalidate()
            bar.updateGeometry()

    # The lines

    def _margin(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _used(self, heights: Sequence[int]) -> int:
        """Return the height of lines with the gaps between them."""
        return sum(heights) + self.spacing() * max(0, len(heights) - 1)

    def _lines(self, width: int) -> list[_Line]:
        """Return what is shown, broken where a line is full; a gap never begins one."""
        lines: list[_Line] = []
        used = 0
        for item in self._items:
            if item.isEmpty() and not isinstance(item, QSpacerItem):
                continue
            wanted = _wanted(item)
            if not lines or (used + wanted > width and wanted):
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += wanted + self.spacing()
        return [line for line in lines if not all(isinstance(i, QSpacerItem) for i in line)]

    def _place(self, line: _Line, room: QRect) -> None:
        widths = [min(_wanted(item), room.width()) for item in line]
        left = room.width() - sum(widths) - self.spacing() * (len(line) - 1)
        for kind in (_is_field, _is_gap):
            spare = {p: i.maximumSize().width() - widths[p] for p, i in enumerate(line) if kind(i)}
            for number, place in enumerate(sorted(spare, key=spare.__getitem__)):
                more = max(0, min(left // (len(spare) - number), spare[place]))
                widths[place] += more
                left -= more
        at = room.left() + (left // 2 if self._is_centred else 0)
        for item, width in zip(line, widths, strict=True):
            item.setGeometry(QRect(at, room.top(), width, room.height()))
            at += width + self.spacing()


def wrap(bar: QWidget) -> None:
    """Let the row of a bar, as a form laid it out, go on in the next line."""
    row, old = WrapRow(least_height=bar.minimumHeight()), bar.layout()
    if old is None:
        raise LookupError(f"{bar.objectName()} has no row")
    row.setContentsMargins(old.contentsMargins())
    row.setSpacing(old.spacing())
    while (item := old.takeAt(0)) is not None:
        row.addItem(item)
    QWidget().setLayout(old)  # a widget gives its layout away in no other manner
    bar.setLayout(row)
    bar.setMinimumHeight(0)  # else Qt would not ask the row, which may need another line


def _high(lines: Iterable[_Line]) -> list[int]:
    """Return the height of each line: that of its highest control."""
    return [max(item.sizeHint().height() for item in line) for line in lines]


def _wanted(item: QLayoutItem) -> int:
    """Return the width at which a line is full: a field gives way first, a gap is nothing."""
    if _is_gap(item):
        return 0
    size = item.minimumSize() if _is_field(item) else item.sizeHint()
    return size.expandedTo(item.minimumSize()).boundedTo(item.maximumSize()).width()


def _is_gap(item: QLayoutItem) -> bool:
    return isinstance(item, QSpacerItem) and _is_elastic(item)


def _is_field(item: QLayoutItem) -> bool:
    return _is_elastic(item) and not isinstance(item, QSpacerItem)


def _is_elastic(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)
