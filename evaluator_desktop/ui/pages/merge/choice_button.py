"""A way to decide as a button: its key, its words, and the tier of the shop it leads to."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from evaluator_desktop.ui.theme import PX
from evaluator_desktop.ui.widgets.key_cap import KeyButton
from evaluator_desktop.ui.widgets.tier import TierIcons

_GAP = 10


class ChoiceButton(KeyButton):
    """32 px high, the key's cap first; checked while its decision is the one to be recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, cap_first=True)
        self._tier = TierIcons(self, side=PX["icon_cell"] + 1)
        self._tier.hide()

    def set_tier(self, tier: str | None, name: str) -> None:
        """Show a tier's icons at the right end, None for none."""
        self._tier.set_tier(tier, name)
        self._tier.resize(self._tier.sizeHint())
        self._tier.setVisible(tier is not None)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        room = 0 if self._tier.isHidden() else self._tier.width() + _GAP
        return super().sizeHint() + QSize(room + _GAP, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left = self.width() - self._tier.width() - _GAP
        self._tier.move(left, (self.height() - self._tier.height()) // 2)
