"""Look and language, as the menu offers them: chosen, ticked and kept for the next start."""

from functools import partial

from evaluator_desktop.texts import LANGUAGES, _, language
from evaluator_desktop.ui.menus import Commands, Menus
from evaluator_desktop.ui.page_hints import PageHints
from evaluator_desktop.ui.theme import Choice, Theme
from evaluator_desktop.ui.window_settings import WindowSettings


class Preferences:
    """What the actions `look_…` and `language_…` do."""

    def __init__(self, settings: WindowSettings, theme: Theme, hints: PageHints) -> None:
        self._settings, self._theme, self._hints = settings, theme, hints

    def tick(self, menus: Menus) -> None:
        """Tick what holds now."""
        menus.action(f"look_{self._settings.look}").setChecked(True)
        menus.action(f"language_{language()}").setChecked(True)

    def commands(self) -> Commands:
        """Return what each of the actions does, by its id."""
        looks = {f"look_{choice}": partial(self._choose_look, choice) for choice in Choice}
        return looks | {f"language_{c}": partial(self._choose_language, c) for c in LANGUAGES}

    def _choose_look(self, choice: Choice) -> None:
        self._settings.look = choice
        self._theme.choose(choice)

    def _choose_language(self, code: str) -> None:
        """Texts are made with the window: another language needs another start."""
        self._settings.language = code
        self._hints.remark(_("The language changes at the next start."))
