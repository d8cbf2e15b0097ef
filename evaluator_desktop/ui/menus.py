"""The menus as Qt has them: built from the table of actions, routed to whoever does them."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from evaluator_desktop.texts import _
from evaluator_desktop.ui import actions
from evaluator_desktop.ui.theme import icons
from evaluator_desktop.ui.widgets.jump_field import JumpTarget
from evaluator_desktop.ui.widgets.plain import caption, set_tool_tip

Commands = Mapping[str, Callable[[], object]]


class Menus(QObject):
    """The QActions of the window by id, and what each of them does now."""

    def __init__(self, window: QWidget, bar: QMenuBar, pages: Sequence[actions.Action]) -> None:
        """Build the menus; `pages` go on top of the Go menu."""
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._commands: Commands = {}
        for spec in actions.MENUS:
            menu = bar.addMenu(_(spec.text))
            for entry in (*pages, None, *spec.entries) if spec.id == "go" else spec.entries:
                if entry is None:
                    menu.addSeparator()
                elif isinstance(entry, actions.Choice):
                    self._add_choice(menu, entry)
                else:
                    menu.addAction(self._make(entry))
        window.addActions(list(self._actions.values()))

    def action(self, action_id: str) -> QAction:
        """Return the QAction of an id; KeyError for one that is not in the table."""
        return self._actions[action_id]

    def all(self) -> Mapping[str, QAction]:
        """Return every action by its id, enabled or not."""
        return self._actions

    def set_commands(self, *layers: Commands) -> None:
        """Say what the actions do; an earlier layer comes before a later one."""
        merged: dict[str, Callable[[], object]] = {}
        for layer in reversed(layers):
            merged.update(layer)
        if unknown := merged.keys() - self._actions.keys():
            raise KeyError(*unknown)
        self._commands = merged
        for action_id, action in self._actions.items():
            action.setEnabled(action_id in merged)

    def trigger(self, action_id: str) -> None:
        """Do an action, if somebody does it now."""
        if action_id in self._commands:
            self._commands[action_id]()

    def rename(self, action_id: str, text: str) -> None:
        """Give an action the words of the moment: what there is to undo."""
        action = self._actions[action_id]
        keys = action.text().partition("\t")[2]
        action.setText(f"{caption(text)}\t{keys}")
        set_tool_tip(action, f"{text}  {keys}")

    def targets(self, query: str) -> list[JumpTarget]:
        """Return the enabled actions whose words hold `query`, for the jump field."""
        found = []
        for action in self._actions.values():
            words, _tab, keys = action.text().replace("&", "").partition("\t")
            if action.isEnabled() and query.casefold() in words.casefold():
                found.append(JumpTarget(words, keys, "chevron_right", action.trigger))
        return found

    def _make(self, spec: actions.Action) -> QAction:
        action = QAction(self)
        keys = [QKeySequence(key) for key in spec.keys]
        action.setShortcuts(keys)
        if spec.icon:
            action.setIcon(icons.icon(spec.icon))
        action.setText("\t" + "  ".join(key.toString() for key in keys))
        action.triggered.connect(lambda: self.trigger(spec.id))
        self._actions[spec.id] = action
        self.rename(spec.id, _(spec.text))
        return action

    def _add_choice(self, menu: QMenu, choice: actions.Choice) -> None:
        submenu = menu.addMenu(_(choice.text))
        group = QActionGroup(self)
        for value, text in choice.values:
            action = self._make(actions.Action(f"{choice.id}_{value}", text))
            action.setCheckable(True)
            group.addAction(action)
            submenu.addAction(action)
