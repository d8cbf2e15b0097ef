"""What the window knows of a page: the little that every page shares.

Pages never call one another: a page says what it wishes, the window routes.
"""

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from evaluator_desktop.store.history import Changes


class Page(QWidget):
    """A page of the window; every method may be left as it is.

    Signals:
        provider_requested(page_id, provider_id): go to that page (or `page/part`), showing that
            provider.
        provider_changed(provider_id): this one is now in hand; pages opened later show it too.
        hint_changed(hint): a `Hint` for the line below the page, or None.
        commands_changed(): `commands` would answer otherwise than before.
        data_shown(): what `refresh` asked for is on the screen.
    """

    provider_requested = Signal(str, str)
    provider_changed = Signal(str)
    hint_changed = Signal(object)
    commands_changed = Signal()
    data_shown = Signal()

    # The kinds of entities whose changes make this page read again; empty: none.
    kinds: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_stale = True

    def refresh(self) -> None:
        """Read again what the page shows (first shown, F5, changed by an operation)."""

    def search(self) -> None:
        """Bring the focus to the page's search field (Ctrl+F)."""

    def show_provider(self, provider_id: str) -> None:
        """Show this provider."""

    def show_part(self, part: str) -> None:
        """Bring a part of the page to the front, by the name it has among pages."""

    @property
    def part(self) -> str:
        """The part in front by that name, which is its anchor in the guide too; "" for none."""
        return ""

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """Return what this page does now, by the action ids of `actions.MENUS`."""
        return {}

    def leave(self) -> None:
        """Record what is half typed: another page comes to the front, or the window closes."""

    def forget_recorded(self) -> None:
        """Say no longer what was recorded here: something else was done since."""

    def committed(self, changes: Changes) -> None:
        """Hear of a finished operation: read again when it concerns this page."""
        if self.kinds.isdisjoint(changes.kinds):
            return
        self._is_stale = True
        self._refresh_if_stale()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh_if_stale()

    def _refresh_if_stale(self) -> None:
        if self._is_stale and self.isVisible():
            self._is_stale = False
            self.refresh()
