"""The head of a table whose columns people arrange: dragged, hidden, and folded for want of room.

Apart from the tables because what a person hid and what merely has no room now must not be taken
for each other: only the first is remembered.
"""

from PySide6.QtCore import QByteArray, QSignalBlocker, Qt
from PySide6.QtWidgets import QHeaderView, QWidget


class ColumnHead(QHeaderView):
    """The columns up to `last_fixed` keep their places, and that one is always shown."""

    def __init__(self, last_fixed: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._last_fixed = last_fixed
        self._folded: set[int] = set()
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.sectionMoved.connect(self._keep_first)

    def is_chosen(self, column: int) -> bool:
        """Whether a person wants to see a column, even while there is no room for it."""
        return column in self._folded or not self.isSectionHidden(column)

    def choose(self, column: int, *, shown: bool) -> None:
        """Show or hide a column as a person asks; the last of the fixed ones stays."""
        if column == self._last_fixed or shown == self.is_chosen(column):
            return
        self.setSectionHidden(column, not shown)
        if not shown:  # whoever fits the others to the room may just have folded it
            self._folded.discard(column)

    def choose_all(self) -> None:
        """Show every column, in the order in which they were made."""
        for column in range(self.count()):
            self.moveSection(self.visualIndex(column), column)
            self.choose(column, shown=True)

    def fold(self, column: int) -> None:
        """Hide a column for want of room."""
        if not self.isSectionHidden(column):
            self._folded.add(column)
            self.hideSection(column)

    def unfold(self) -> None:
        """Show what was folded."""
        while self._folded:
            self.showSection(self._folded.pop())

    def saveState(self) -> QByteArray:
        """Return widths, order, sort and what a person hid; Qt's own knows nothing of folding."""
        folded = frozenset(self._folded)
        with QSignalBlocker(self):
            self.unfold()
            state = super().saveState()
            for column in folded:
                self.fold(column)
        return state

    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:
        """Take a saved state; one from before columns could be moved forbids it."""
        self._folded.clear()
        is_taken = super().restoreState(state)
        self.setSectionsMovable(True)
        return is_taken

    def _keep_first(self) -> None:
        """Put a fixed column back that was moved, or pushed aside by another."""
        for column in range(self._last_fixed + 1):
            if (place := self.visualIndex(column)) != column:
                self.moveSection(place, column)
                return  # the move comes back here
