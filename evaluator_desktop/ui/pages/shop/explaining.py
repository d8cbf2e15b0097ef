"""From a number of the shop to where it comes from: by Shift+F1, or a click on the total."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from evaluator_desktop.domain.explanation import Shop, shop_steps
from evaluator_desktop.domain.explanation.step import origins
from evaluator_desktop.ui.dialogs.explanation_dialog import ExplanationDialog
from evaluator_desktop.ui.forms.ui_shop_page import Ui_ShopPage
from evaluator_desktop.ui.pages.shop.entries import Entries, part_of
from evaluator_desktop.ui.pages.shop.panes import Panes
from evaluator_desktop.ui.widgets.clicks import Clicks

_TOTAL, _TIER = "shop", "tier"


class Explaining(QObject):
    """Opens the explanation of what stands in the fields, recorded or tried out."""

    def __init__(
        self, ui: Ui_ShopPage, panes: Panes, in_hand: Callable[[], Entries], parent: QWidget
    ) -> None:
        """`in_hand` returns the fields that are shown."""
        super().__init__(parent)
        self._ui, self._panes, self._in_hand, self._parent = ui, panes, in_hand, parent
        result = ui.result_pane.ui
        Clicks(result.total_label).clicked.connect(lambda: self.show(_TOTAL))
        Clicks(result.tier_label).clicked.connect(lambda: self.show(_TIER))

    def show_here(self) -> None:
        """Explain the rule at hand, lit by its field or chosen in the ledger; else the total."""
        rows = self._ui.ledger_table.selectionModel().selectedRows()
        rule = self._panes.scheme.rules[rows[0].row()].id if rows else ""
        self.show(f"rule:{rule}" if rule else _TOTAL)

    def show(self, key: str) -> None:
        """Explain the number of this name."""
        entries = self._in_hand()
        draft = self._panes.read(entries)
        unsaved = {part_of(path) for path in entries.changed}
        recorded = {
            part: origins(entity)
            for part, entity in entries.recorded_parts.items()
            if part not in unsaved
        }
        shop = Shop(self._panes.scheme, draft.facts, draft.ledger, recorded, draft.known)
        steps, name = tuple(shop_steps(shop)), self._ui.name_label.text()
        dialog = ExplanationDialog(steps, key, name, self._parent)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
