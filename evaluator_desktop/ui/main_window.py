"""The frame of the window: menus, rail, pages, hint and status line. It owns nothing else.

It builds each page when it is first shown, and routes what pages wish; it knows nothing of
workspaces. What the menus do beyond the frame is given to it (`set_commands`).
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QToolButton

from evaluator_desktop.store.history import Changes
from evaluator_desktop.texts import N_, _
from evaluator_desktop.ui import actions
from evaluator_desktop.ui.enter_keys import EnterKeys
from evaluator_desktop.ui.forms.ui_main_window import Ui_MainWindow
from evaluator_desktop.ui.guide.guide_keys import GuideKeys
from evaluator_desktop.ui.menus import Commands, Menus
from evaluator_desktop.ui.navigation import NAVIGATION, Entry
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.page_hints import PageHints
from evaluator_desktop.ui.preferences import Preferences
from evaluator_desktop.ui.small_screens import SmallScreens
from evaluator_desktop.ui.theme import Theme
from evaluator_desktop.ui.undo_keys import UndoKeys
from evaluator_desktop.ui.widgets.hint_line import turned_words
from evaluator_desktop.ui.widgets.jump_field import JumpField, Source
from evaluator_desktop.ui.widgets.notice_line import WayOut
from evaluator_desktop.ui.widgets.pane import PaneHead
from evaluator_desktop.ui.widgets.status_line import StatusFacts
from evaluator_desktop.ui.window_settings import WindowSettings

_STEPS = (
    ("undo", N_("Undo"), N_("Undo: {step}")),
    ("redo", N_("Redo"), N_("Redo: {step}")),
)


class MainWindow(QMainWindow):
    """The main window.

    Signals: `page_shown(page_id)` when another page came to the front, `page_made(page)` when one
    was made; `closing()` when the window has let its pages record what was half typed and goes.
    """

    page_shown = Signal(str)
    page_made = Signal(object)
    closing = Signal()

    def __init__(
        self,
        services: object,
        settings: WindowSettings,
        theme: Theme,
        navigation: Sequence[Entry] = NAVIGATION,
    ) -> None:
        """Build the frame; `services` is handed to each page as it is made, None: no pages yet."""
        super().__init__()
        self.ui = Ui_MainWindow()
        self.ui.setupUi(self)
        self._services, self._settings = services, settings
        self._navigation = {entry.id: entry for entry in navigation}
        self._pages: dict[str, Page] = {}
        self._hints = PageHints(self.ui.hint_line, self)
        self._preferences = Preferences(settings, theme, self._hints)
        self._provider = ""
        self._told: dict[str, str] = {}  # page: the provider it was last told
        self._commands: Commands = {}
        self._undoable = {"undo": "", "redo": ""}
        self._way_back: str | None = None
        self.page_id = ""
        pages = [actions.Action(e.id, e.text, (e.key,), e.id) for e in navigation]
        self.menus = Menus(self, self.ui.menu_bar, pages)
        self.jump_field = self._add_corner()
        self.jump_field.add_source(self.menus.targets)
        for entry in navigation:
            self.ui.rail.add_entry(entry.id, _(entry.text), entry.id, entry.key)
        self.ui.rail.page_chosen.connect(self.show_page)
        self.ui.status_line.command_requested.connect(self.menus.trigger)
        self._guide_keys = GuideKeys(self, self._part_in_front)
        UndoKeys(self)
        EnterKeys(self)
        SmallScreens(self)
        self._preferences.tick(self.menus)
        self._settings.restore(self)
        self._update_commands()

    # Told by whoever owns the window

    def set_commands(self, commands: Commands) -> None:
        """Say what the actions do that neither a page nor the frame does."""
        self._commands = commands
        self._update_commands()

    def set_undo(self, undo: str, redo: str = "") -> None:
        """Name what Ctrl+Z and Ctrl+Shift+Z would do; "" for nothing."""
        self._undoable = {"undo": undo, "redo": redo}
        self._update_commands()

    def set_way_back(self, obstacle: str | None) -> None:
        """Say what keeps the last merge from being taken back: "" for nothing, None: no merge."""
        self._way_back = obstacle
        self._update_commands()

    def set_status(self, facts: StatusFacts) -> None:
        """Fill the status line."""
        self.ui.status_line.set_facts(facts)
        name = _("Evaluator Desktop")
        self.setWindowTitle(f"{facts.workspace} — {name}" if facts.workspace else name)

    def show_error(self, text: str, details: str = "", ways: Sequence[WayOut] = ()) -> None:
        """Say in a line that something failed which no page could tell, and the ways out of it."""
        self.ui.error_line.show_error(text, details=details, ways=ways)

    def show_remark(self, words: str) -> None:
        """Say something below the page in front, in place of what it says."""
        self._hints.remark(words)

    def add_jump_source(self, source: Source) -> None:
        """Add where Ctrl+K finds targets: providers, items."""
        self.jump_field.add_source(source)

    def committed(self, changes: Changes) -> None:
        """Pass a finished operation on to every page there is."""
        for page_id in self._pages.keys() - self._hints.just_told:
            self._forget_recorded(page_id)
        if words := turned_words(changes):
            self._hints.remark(words)
        for page in self._pages.values():
            page.committed(changes)

    def show_page(self, page_id: str) -> None:
        """Bring a page to the front, made when first asked for; `page/part` names a part of it."""
        page_id, _stroke, part = page_id.partition("/")
        before = self._pages.get(self.page_id)
        if before is not None and page_id != self.page_id:
            before.leave()
            self._forget_recorded(self.page_id)
        page = self.page(page_id)
        self.page_id = page_id
        self.ui.rail.set_current(page_id)
        if self._provider and self._told.get(page_id) != self._provider:
            self._told[page_id] = self._provider
            page.show_provider(self._provider)
        self.ui.page_stack.setCurrentWidget(page)
        if part:
            page.show_part(part)
        self._hints.bring_up(page_id)
        self._update_commands()
        self.page_shown.emit(page_id)

    @property
    def provider(self) -> str:
        """The provider in hand, "" for none."""
        return self._provider

    def take_provider(self, provider_id: str) -> None:
        """Take a provider in hand: the pages that are shown from now on show it."""
        self._provider = provider_id

    def show_provider(self, page_id: str, provider_id: str) -> None:
        """Bring a page to the front, showing a provider."""
        self._provider = provider_id
        self.show_page(page_id)

    def forget_pages(self, services: object) -> None:
        """Drop every page, for another workspace or person; they are made anew of `services`."""
        self._settings.save(self)
        self._services = services
        for page in self._pages.values():
            self.ui.page_stack.removeWidget(page)
            page.deleteLater()
        self._pages, self._told = {}, {}
        self._provider = self.page_id = ""
        self._hints.forget_all()

    def renew_pages(self, services: object) -> None:
        """Make every page anew of `services`; the one in front and its provider stay in hand."""
        page_id, provider = self.page_id, self._provider
        self.forget_pages(services)
        self._provider = provider
        if page_id:
            self.show_page(page_id)

    def leave_pages(self) -> None:
        """Let every page record what is half typed, before something that reads all of it."""
        for page in self._pages.values():
            page.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.jump_field.set_room(event.size().width())
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.leave_pages()
        self._settings.save(self)
        self.closing.emit()
        super().closeEvent(event)

    # The frame itself

    def page(self, page_id: str) -> Page:
        """Return a page, made when it is first asked for."""
        if page_id not in self._pages:
            page = self._navigation[page_id].make(self._services)
            self._pages[page_id] = page
            self.ui.page_stack.addWidget(page)
            self.page_made.emit(page)
            self._settings.restore_parts(page)
            page.provider_requested.connect(self.show_provider)
            page.provider_changed.connect(lambda provider: self._remember(page_id, provider))
            page.hint_changed.connect(partial(self._hints.show, page_id))
            page.commands_changed.connect(self._update_commands)
        return self._pages[page_id]

    def _remember(self, page_id: str, provider_id: str) -> None:
        self._provider = self._told[page_id] = provider_id

    def _forget_recorded(self, page_id: str) -> None:
        """Something else was done since: Ctrl+Z would not take back what a page says it does."""
        self._pages[page_id].forget_recorded()
        self._hints.forget_recorded(page_id)

    def _update_commands(self) -> None:
        page = self._pages.get(self.page_id)
        of_page = (
            {"search": page.search, "refresh": page.refresh, **page.commands()} if page else {}
        )
        self.menus.set_commands(of_page, self._commands, self._own_commands())
        for action_id, bare, named in _STEPS:
            what = self._undoable[action_id]
            self.menus.rename(action_id, _(named).format(step=what) if what else _(bare))
            self.menus.action(action_id).setEnabled(bool(what))
        words = _("Take the last merge back…")
        if self._way_back:
            words = _("{action} ({obstacle})").format(action=words, obstacle=self._way_back)
        self.menus.rename("unmerge", words)
        self.menus.action("unmerge").setEnabled(self._way_back == "")

    def _own_commands(self) -> Commands:
        own: dict[str, Callable[[], object]] = {
            "quit": self.close,
            "guide": self._guide_keys.open,
            "jump": self.jump_field.start,
            "next_pane": self._next_pane,
        }
        if self._services is not None:
            own |= {page_id: partial(self.show_page, page_id) for page_id in self._navigation}
        return {**own, **self._preferences.commands()}

    def _part_in_front(self) -> str:
        """Name the page in front, or the part of it that has a chapter of its own."""
        page = self._pages.get(self.page_id)
        return (page.part if page is not None else "") or self.page_id

    def _next_pane(self) -> None:
        """Give the focus to the pane after the one that has it."""
        shown = (head for head in self.findChildren(PaneHead) if head.isVisible())
        # Splitters keep their children in no order that a person sees: from left to right.
        heads = sorted(shown, key=lambda head: head.mapTo(self, QPoint()).toTuple())
        here = next((place for place, head in enumerate(heads) if head.has_focus()), -1)
        for head in heads[here + 1 :] + heads[: here + 1]:
            if head.take_focus():
                return

    def _add_corner(self) -> JumpField:
        """Put undo, redo and the jump field at the right end of the menu bar."""
        corner = QFrame(self.ui.menu_bar)
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 3, 6, 3)
        row.setSpacing(4)
        for action_id in ("undo", "redo"):
            button = QToolButton(corner)
            button.setDefaultAction(self.menus.action(action_id))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.addSpacing(8)
        field = JumpField(corner)
        row.addWidget(field)
        self.ui.menu_bar.setCornerWidget(corner)
        return field
