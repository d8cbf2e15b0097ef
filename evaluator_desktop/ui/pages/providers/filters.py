"""The bar above the list: what is searched for, what it is narrowed to, how many that leaves."""

from PySide6.QtCore import QObject, Signal

from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.texts import _, count_text, language
from evaluator_desktop.ui.forms.ui_providers_page import Ui_ProvidersPage
from evaluator_desktop.ui.models.provider_cells import STATE_LOOKS
from evaluator_desktop.ui.models.provider_rows import NO_TIER, Row, Wishes
from evaluator_desktop.ui.theme import icons
from evaluator_desktop.ui.widgets.plain import set_tool_tip
from evaluator_desktop.ui.widgets.wrap_row import wrap


class Filters(QObject):
    """Owns the widgets of the bar.

    Signals: `changed()` when the wishes are other than before.
    """

    changed = Signal()

    def __init__(self, ui: Ui_ProvidersPage, scheme: Scheme, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._before = Wishes()
        wrap(ui.filter_bar)
        ui.search_edit.set_icon("search")
        ui.search_edit.set_key("Ctrl+F")
        ui.count_label.set_elide()
        self._combos = (ui.state_combo, ui.person_combo, ui.tier_combo)
        self._buttons = (ui.mine_button, ui.conflicts_button, ui.missing_button, ui.route_button)
        for combo, what in zip(self._combos, (_("State"), _("Evaluator"), _("Tier")), strict=True):
            combo.set_what(what)
            combo.currentIndexChanged.connect(self._tell)
        tiers = [(tier.id, tier.name.text(language())) for tier in scheme.tiers]
        ui.state_combo.set_values((state, _(look.word)) for state, look in STATE_LOOKS.items())
        ui.tier_combo.set_values([*tiers, (NO_TIER, _("no tier"))])
        for button, icon, ink in zip(
            self._buttons,
            ("person", "conflict", "missing", "pin"),
            ("accent", "unver", "false", "accent"),
            strict=True,
        ):
            button.setIcon(icons.icon(icon, ink))
            button.toggled.connect(self._tell)
        set_tool_tip(ui.route_button, _("Show today's route only. Insert puts a provider on it."))
        ui.search_edit.textChanged.connect(self._tell)
        ui.clear_button.clicked.connect(self.clear)
        ui.clear_button.setEnabled(False)

    def wishes(self) -> Wishes:
        """Return what the list is narrowed to."""
        ui = self._ui
        return Wishes(
            text=ui.search_edit.text(),
            state=ui.state_combo.value(),
            person=ui.person_combo.value(),
            tier=ui.tier_combo.value(),
            with_conflicts=ui.conflicts_button.isChecked(),
            with_missing=ui.missing_button.isChecked(),
            on_route=ui.route_button.isChecked(),
            assigned=ui.mine_button.isChecked(),
        )

    def clear(self) -> None:
        """Wish for everything."""
        self.blockSignals(True)
        self._ui.search_edit.clear()
        for combo in self._combos:
            combo.setCurrentIndex(0)
        for button in self._buttons:
            button.setChecked(False)
        self.blockSignals(False)
        self._tell()

    def show_missing(self) -> None:
        """Wish for those with missing evidence alone."""
        self.clear()
        self._ui.missing_button.setChecked(True)

    def show_mine(self) -> None:
        """Wish for what is assigned to the person at the keyboard alone."""
        self._ui.mine_button.setChecked(True)

    def set_people(self, rows: list[Row]) -> None:
        """Offer everybody who has a provider."""
        summaries = (row.summary for row in rows)
        everybody = {one for s in summaries for one in zip(s.people_order, s.people, strict=True)}
        people = [person for _order, person in sorted(everybody)]
        self._ui.person_combo.set_values((person, person) for person in people)

    def show_counts(self, total: int, shown: int, route: int, mine: int) -> None:
        """Say how many there are, how many of them are shown, and how many are this person's."""
        if self.wishes() == Wishes():
            words = _("{total} providers").format(total=count_text(total))
        else:
            words = _("{shown} of {total}").format(total=count_text(total), shown=count_text(shown))
        self._ui.count_label.setText(words)
        tasks = _("My tasks")
        self._ui.mine_button.setText(f"{tasks} {count_text(mine)}")
        self._ui.mine_button.setVisible(bool(mine) or self._ui.mine_button.isChecked())
        # What is mine has no other evaluators to choose from; the search field takes the room.
        self._ui.person_combo.setHidden(self._ui.mine_button.isChecked())
        name = _("Route")
        self._ui.route_button.setText(f"{name} {route}" if route else name)

    def _tell(self) -> None:
        wishes = self.wishes()
        self._ui.clear_button.setEnabled(wishes != Wishes())
        for combo in self._combos:
            combo.updateGeometry()
        if wishes != self._before and not self.signalsBlocked():
            self._before = wishes
            self.changed.emit()
