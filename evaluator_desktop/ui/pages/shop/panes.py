"""The four panes of the shop page as one: what stands in the fields, and what follows from it."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from evaluator_desktop.domain.bodies import ShopPart
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.shop_draft import Draft
from evaluator_desktop.store.queries.status import WorkspaceFacts
from evaluator_desktop.texts import SHANGHAI, _, ngettext, time_text
from evaluator_desktop.ui.forms.ui_shop_page import Ui_ShopPage
from evaluator_desktop.ui.pages.shop.conflict_words import conflict_text
from evaluator_desktop.ui.pages.shop.entries import Entries
from evaluator_desktop.ui.pages.shop.ledger import LedgerModel
from evaluator_desktop.ui.pages.shop.rules_dialog import RulesDialog
from evaluator_desktop.ui.widgets.plain import PlainLabel

_LOGINS = "logins"


class Panes(QObject):
    """Signals.

    entry_changed(path, entry): a person changed a field.
    left(path): a field was left, or Enter pressed in it.
    decision_requested(): the conflict of a part is to be decided.
    """

    entry_changed = Signal(str, object)
    left = Signal(str)
    decision_requested = Signal()

    def __init__(self, ui: Ui_ShopPage, facts: WorkspaceFacts, parent: QObject) -> None:
        super().__init__(parent)
        self._ui, self._facts, self.scheme = ui, facts, facts.scheme
        self._ledger = LedgerModel(facts.scheme, ui.ledger_table)
        ui.ledger_head.set_title(_("Points by rule"), _("count × points = points"))
        count = PlainLabel(_("{count} rules").format(count=len(facts.scheme.rules)))
        count.set_role("meta")
        ui.ledger_head.add_widget(count)
        ui.ledger_table.set_model(self._ledger)
        ui.ledger_table.row_opened.connect(self.open_rules)
        ui.ledger_head.set_first(ui.ledger_table)
        ui.facts_head.set_first(ui.facts_form.first)
        ui.calendar_pane.set_cutoff(facts.round.cutoff)
        for pane in (ui.facts_form, ui.calendar_pane):
            pane.entry_changed.connect(self.entry_changed)
            pane.left.connect(self.left)
            pane.entered.connect(self._light)
            pane.decision_requested.connect(self.decision_requested)

    def read(self, shop: Entries) -> Draft:
        """Apply the rules of the round's scheme to what stands in the fields."""
        round_info = self._facts.round
        return shop.read(self.scheme, round_info.cutoff, round_info.period_start)

    def show(self, shop: Entries, *, read_only: bool, tried_out: bool) -> None:
        """Put the entries into the fields, and show what follows from them."""
        form, calendar = self._ui.facts_form, self._ui.calendar_pane
        conflicts = {part: conflict_text(entity) for part, entity in shop.conflicts.items()}
        form.show_entries(shop.typed)
        form.show_conflicts(conflicts)
        form.set_read_only({part: read_only or part in conflicts for part in form.conflicts})
        calendar.show_entries(shop.typed)
        calendar.show_conflict(conflicts.get(_LOGINS, ""))
        calendar.set_read_only(read_only or _LOGINS in conflicts)
        self.compute(shop, tried_out=tried_out)

    def compute(self, shop: Entries, *, tried_out: bool) -> None:
        """Show what follows from the fields; they themselves stay as they are."""
        draft = self.read(shop)
        self._ledger.set_draft(draft)
        for pane in (self._ui.facts_form, self._ui.calendar_pane):
            pane.show_problems(draft.problems)
        self._ui.facts_form.show_unfinished(shop.unfinished & shop.changed)
        unsaved = not tried_out and bool(shop.changed)
        state = _("not saved yet") if unsaved else _("tried out") if tried_out else ""
        head = self._ui.facts_head
        head.set_title(_("Shop facts"), state or last_words(shop.recorded_parts))
        head.meta_label.set_role("partly" if state else "meta")
        blocked = conflict_words(shop.conflicts)
        self._ui.result_pane.show_draft(self.scheme, draft, blocked=blocked, remark=state)

    def open_rules(self, row: int) -> None:
        """Show the document's own words, beginning at the rule of this row."""
        RulesDialog(self.scheme, row, self._ui.ledger_table.window()).open()

    def _light(self, path: str) -> None:
        self._ui.ledger_table.light(self._ledger.rows_fed_by(path))


def last_words(parts: Mapping[str, Entity[ShopPart]]) -> str:
    """Return when the facts were recorded last, and by whom."""
    if not parts:
        return _("nothing recorded yet")
    last = max((e.last for e in parts.values()), key=lambda head: (head.at, head.revision))
    at = datetime.fromisoformat(last.at)
    if at.astimezone(SHANGHAI).date() != datetime.now(SHANGHAI).date():
        return f"{time_text(at)} {last.author}"
    return _("today {time}").format(time=time_text(at).partition(" ")[2]) + f" {last.author}"


def conflict_words(conflicts: Mapping[str, Entity[ShopPart]]) -> str:
    """Say why there is no total while a part is in conflict (D3), "" where none is."""
    if not conflicts:
        return ""
    return ngettext(
        "A part of the facts is in conflict: there is no total until it is decided.",
        "{count} parts of the facts are in conflict: there is no total until they are decided.",
        len(conflicts),
    ).format(count=len(conflicts))
