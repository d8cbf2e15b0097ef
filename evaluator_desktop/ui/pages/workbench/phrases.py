"""The scheme's standard phrases as a menu: F4, then a digit."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from evaluator_desktop.domain.names import Name
from evaluator_desktop.texts import language
from evaluator_desktop.ui.widgets.plain import caption

_DIGITS = 9


def phrase_menu(phrases: Sequence[Name], chosen: Callable[[str], object], parent: QWidget) -> QMenu:
    """Return a menu that calls `chosen` with a phrase; the first nine have their digit."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    for number, phrase in enumerate(phrases, start=1):
        text = phrase.text(language())
        digit = f"&{number}  " if number <= _DIGITS else "    "
        action = menu.addAction(f"{digit}{caption(text)}")
        action.triggered.connect(lambda _checked=False, words=text: chosen(words))
    return menu
