"""What each page says in the line below it, and for how long.

Apart from the window, because what a page says it recorded holds only until something else is
done: Ctrl+Z would take back that.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from evaluator_desktop.ui.widgets.hint_line import Hint, HintLine


class PageHints(QObject):
    """The hints of all pages, by page id; the line shows that of the page in front."""

    def __init__(self, line: HintLine, parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        self._hints: dict[str, Hint | None] = {}
        self._front = ""
        self.just_told: set[str] = set()
        """Pages that have said in this turn what they recorded: their own commit is heard in it."""

    def of(self, page_id: str) -> Hint | None:
        """Return what a page says, in front or not."""
        return self._hints.get(page_id)

    def show(self, page_id: str, hint: Hint | None) -> None:
        """Let a page say this from now on."""
        if hint is not None and hint.recorded and not hint.is_again:
            self.just_told.add(page_id)
            QTimer.singleShot(0, self, self.just_told.clear)
        self._hints[page_id] = hint
        if page_id == self._front:
            self._line.set_hint(hint)

    def remark(self, words: str) -> None:
        """Say something in place of what the page in front says."""
        self.show(self._front, Hint(remark=words))

    def bring_up(self, page_id: str) -> None:
        """Show what a page says that came to the front."""
        self._front = page_id
        self._line.set_hint(self.of(page_id))

    def forget_recorded(self, page_id: str) -> None:
        """Let a page say no longer that it recorded something; its keys and remarks stay."""
        hint = self.of(page_id)
        if hint is not None and hint.recorded:
            self.show(page_id, replace(hint, recorded=""))

    def forget_all(self) -> None:
        """There are no pages any more."""
        self._hints = {}
        self.bring_up("")
