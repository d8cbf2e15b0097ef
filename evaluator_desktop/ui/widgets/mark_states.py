"""What was drawn on a photo, step by step, with the mark at hand: undo and redo of a drawing."""

from collections.abc import Sequence

from msgspec.structs import replace

from evaluator_desktop.jobs.markup import Mark, Tool, is_visible


class MarkStates:
    """Every change is a step; words typed into one text are one step together."""

    def __init__(self) -> None:
        self._states: list[tuple[Mark, ...]] = [()]
        self._at = 0
        self._place = -1
        self._is_typing = False

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks, in the order they were drawn."""
        return self._states[self._at]

    @property
    def current(self) -> Mark | None:
        """The mark at hand."""
        return self.marks[self._place] if 0 <= self._place < len(self.marks) else None

    @property
    def can_undo(self) -> bool:
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        return self._at < len(self._states) - 1

    def step(self, by: int) -> None:
        """Go back (-1) to the state before, or on (1) to the one that was taken back."""
        self._at = max(0, min(self._at + by, len(self._states) - 1))
        self._place, self._is_typing = len(self.marks) - 1, False

    def add(self, mark: Mark) -> None:
        """Draw one more, if there is anything to be seen of it; it is at hand then."""
        if is_visible(mark):
            self._put([*self.marks, mark], len(self.marks))

    def change(self, mark: Mark) -> None:
        """Put another in the place of the one at hand."""
        marks = list(self.marks)
        marks[self._place] = mark
        self._put(marks, self._place)

    def set_words(self, words: str) -> bool:
        """Give the text at hand other words; tells whether there is one to give them to."""
        current = self.current
        if current is None or current.tool is not Tool.TEXT or current.text == words:
            return False
        self._at -= 1 if self._is_typing else 0
        marks = list(self._states[self._at])
        marks[self._place] = replace(current, text=words)
        self._put(marks, self._place)
        self._is_typing = True
        return True

    def remove_current(self) -> None:
        """Remove the mark at hand; the last one left is at hand then."""
        left = [mark for place, mark in enumerate(self.marks) if place != self._place]
        self._put(left, len(left) - 1)

    def take_next(self) -> None:
        """Bring the next mark to hand, after the last one the first."""
        self._is_typing = False
        self._place = (self._place + 1) % len(self.marks) if self.marks else -1

    def _put(self, marks: Sequence[Mark], place: int) -> None:
        self._states[self._at + 1 :] = [tuple(marks)]
        self._at, self._place, self._is_typing = self._at + 1, place, False
