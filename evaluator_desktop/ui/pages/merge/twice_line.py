"""The line that says which providers come in, or came in, beside one that they may be."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from evaluator_desktop.domain.similarity import LIKENESS_NAMES, Pair
from evaluator_desktop.texts import _, ngettext
from evaluator_desktop.ui.widgets.notice_line import NoticeLine
from evaluator_desktop.ui.widgets.plain import caption

_MOST = 3


class TwiceLine(NoticeLine):
    """Signals: `compare_wished()`: see them side by side."""

    compare_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.compare_button = QPushButton(caption(_("Compare them…")))
        self.compare_button.clicked.connect(lambda _checked=False: self.compare_wished.emit())
        self._row.addWidget(self.compare_button)

    def show_pairs(self, pairs: Sequence[Pair], *, can_compare: bool) -> None:
        """Name the first of them; nothing where there are none."""
        self.compare_button.setVisible(can_compare)
        if not pairs:
            self.clear()
            return
        words = ngettext(
            "Possibly the same provider twice, {count} pair: {names}",
            "Possibly the same provider twice, {count} pairs: {names}",
            len(pairs),
        )
        names = [_words(pair) for pair in pairs[:_MOST]]
        more = "" if len(pairs) <= _MOST else " …"
        self.show_notice(words.format(count=len(pairs), names="; ".join(names) + more))


def _words(pair: Pair) -> str:
    words = _("{first} and {second} ({why})")
    why = _(LIKENESS_NAMES[pair.likeness])
    return words.format(first=pair.first.name, second=pair.second.name, why=why)
