"""The line below a page: at the left what was recorded, at the right the keys of the pane."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from evaluator_desktop.store.history import Changes
from evaluator_desktop.texts import N_, _
from evaluator_desktop.ui.theme import PX
from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.key_cap import KeyHint
from evaluator_desktop.ui.widgets.plain import PlainLabel

_MARGIN = 12


@dataclass(frozen=True)
class Hint:
    """What a page wants said: the last record (with Ctrl+Z), its keys, or a remark in words."""

    recorded: str = ""
    keys: Sequence[tuple[str, str]] = ()
    remark: str = ""
    is_again: bool = False
    """What was recorded was said before; only the rest is new."""


_TURNED = {
    "undo": N_("Taken back: {step}. Ctrl+Shift+Z does it again."),
    "redo": N_("Done again: {step}. Ctrl+Z takes it back."),
}


def turned_words(changes: Changes) -> str:
    """Say which step was taken back or done again; "" where it was neither."""
    if changes.turned is None:
        return ""
    return _(_TURNED[changes.action]).format(step=changes.turned.words)


class HintLine(QFrame):
    """Shows the `Hint` of the page in front."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(PX["hint"])
        self.setProperty("surface", "window")
        self.setProperty("line", "top")
        self._sign, self._recorded = IconLabel(), PlainLabel()
        self._sign.set_icon("outcome_verified", "ok")
        self._recorded.set_elide()
        self._undo = KeyHint("Ctrl+Z", _("takes it back"))
        self._remark = PlainLabel()
        self._remark.set_role("hint")
        self._remark.set_elide()
        self._keys = QHBoxLayout()
        self._keys.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 1, _MARGIN, 0)
        row.setSpacing(6)
        for part in (self._sign, self._recorded, self._undo):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._remark)
        row.addLayout(self._keys)
        self.set_hint(None)

    def set_hint(self, hint: Hint | None) -> None:
        """Show a hint; None takes the line away."""
        self.setVisible(hint is not None)
        hint = hint or Hint()
        self._recorded.setText(_("Recorded: {what}").format(what=hint.recorded))
        for part in (self._sign, self._recorded, self._undo):
            part.setVisible(bool(hint.recorded))
        self._remark.setText(hint.remark)
        while (old := self._keys.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()  # else a show that Qt still owes would open it as a window
                widget.setParent(None)
                widget.deleteLater()
        for key, does in hint.keys:
            key_hint = KeyHint(key, does)
            self._keys.addWidget(key_hint)
            key_hint.show()
        self._show_what_fits()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        """Leave out the last keys where there is no room; the menus have them too."""
        room = self.width() - 2 * _MARGIN
        for part in (self._recorded, self._undo, self._remark):
            room -= 0 if part.isHidden() else min(part.sizeHint().width(), self.width() // 3)
        for place in range(self._keys.count()):
            item = self._keys.itemAt(place)
            if item is not None and (widget := item.widget()) is not None:
                room -= widget.sizeHint().width() + self._keys.spacing()
                widget.setVisible(room >= 0)
