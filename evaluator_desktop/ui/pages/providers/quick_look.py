"""The quick look at the right of the list: who it is, how far it is, what is still to do.

What the rules say comes behind the first picture of the list, and with it what they are made of.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from evaluator_desktop.domain.bodies import OutcomeRecord
from evaluator_desktop.domain.contact import mask_name, mask_phone
from evaluator_desktop.domain.scheme import Tier
from evaluator_desktop.texts import _, count_text, language, listed
from evaluator_desktop.ui.forms.ui_quick_look import Ui_QuickLook
from evaluator_desktop.ui.models.provider_cells import (
    NONE,
    change_text,
    code_is_right,
    code_words,
    mark_groups,
)
from evaluator_desktop.ui.models.provider_rows import Row
from evaluator_desktop.ui.theme import PX
from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.key_cap import KeyCap
from evaluator_desktop.ui.widgets.plain import PlainLabel
from evaluator_desktop.ui.widgets.strip import strip_text

if TYPE_CHECKING:
    from evaluator_desktop.domain.assessment import Assessment
    from evaluator_desktop.ui.pages.providers.todos import Todo

_TODOS_SHOWN = 12


class QuickLook(QFrame):
    """Shows the row at once and the rest when it has been read.

    Signals: `closed()`, `open_requested()`, `route_requested()` for its buttons.
    """

    closed = Signal()
    open_requested = Signal()
    route_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_QuickLook()
        self.ui.setupUi(self)
        self.provider = ""
        self.ui.head.set_title(_("Quick look"))
        self.ui.head.add_widget(KeyCap("Space"))
        close = self.ui.head.add_tool("close", _("Close"), "Space")
        close.clicked.connect(self.closed)
        self.ui.open_button.setText(_("Open  Enter"))
        self.ui.open_button.clicked.connect(self.open_requested)
        self.ui.route_button.clicked.connect(self.route_requested)
        self.ui.tier_icons.set_side(PX["icon"])
        self.ui.scroll_area.viewport().setAutoFillBackground(False)

    def show_row(self, row: Row, place: int) -> None:
        """Show what the list knows; `place` is its number on today's route, 0 for none."""
        before, self.provider = self.provider, row.summary.provider
        self.ui.name_label.setText(row.summary.name)
        is_right = bool(row.summary.code) and code_is_right(row.summary.code or "")
        self.ui.code_icon.set_icon(*(("tick", "ok") if is_right else ("warning", "partly")))
        self.ui.code_label.setText(code_words(row.summary.code))
        words = _("Off route  Insert") if place else _("To route  Insert")
        self.ui.route_button.setText(words)
        if self.provider != before:
            self.ui.scroll_area.verticalScrollBar().setValue(0)

    def show_assessment(self, assessment: "Assessment", row: Row, person: str) -> None:
        """Show what the rules say of the provider."""
        from evaluator_desktop.ui.pages.providers.todos import todos

        self._show_profile(assessment, row)
        self._show_score(assessment)
        self._show_strip(assessment, row)
        self._show_tier(assessment)
        self._show_todos(todos(assessment, person))

    def _show_profile(self, assessment: "Assessment", row: Row) -> None:
        record = assessment.record
        days = [e.body.on for e in record.of(OutcomeRecord) if e.body is not None]
        digest = record.profile_value("contacts", "person")
        person = (record.personal or {}).get(str(digest), {})
        contact = mask_name(person.get("name", ""))
        phone = mask_phone(person["phone"]) if person.get("phone") else ""
        shown = {
            self.ui.visit_value: max(days, default=""),
            self.ui.people_value: listed(row.summary.people),
            self.ui.contact_value: f"{contact} {phone}".strip(),
            self.ui.address_value: str(record.profile_value("identity", "address") or ""),
            self.ui.change_value: f"{change_text(row.summary.last_at)} · {row.summary.last_author}",
        }
        for label, text in shown.items():
            label.setText(text or NONE)

    def _show_score(self, assessment: "Assessment") -> None:
        from evaluator_desktop.domain.scoring import printed, weight_percent

        sheet, ui = assessment.sheet, self.ui
        so_far = NONE if sheet.points_so_far is None else printed(sheet.points_so_far)
        is_final = not assessment.is_provisional
        ui.score_kind_label.setText(_("Score") if is_final else _("So far"))
        ui.score_label.setText(assessment.score or (so_far if assessment.rated_count else NONE))
        ui.score_label.set_role("score" if is_final else "provisional")
        share = weight_percent(sheet.weight_rated_bp)
        ui.weight_label.setText(_("weight rated {share}").format(share=share))
        ui.weight_label.setVisible(assessment.scheme.has_weights)
        official = assessment.scheme.weights_official
        kind = (
            _("Sample weights (not official)") if assessment.scheme.has_weights else _("No weights")
        )
        ui.official_label.setText(kind)
        ui.official_label.setHidden(official and assessment.scheme.has_weights)

    def _show_strip(self, assessment: "Assessment", row: Row) -> None:
        sizes = [len(dimension.items) for dimension in assessment.scheme.dimensions]
        groups = mark_groups(row.summary.signs, sizes)
        self.ui.strip.set_groups(groups)
        self.ui.strip_label.setText(strip_text(groups))

    def _show_tier(self, assessment: "Assessment") -> None:
        ledger, ui = assessment.ledger, self.ui
        tiers = {tier.id: tier for tier in assessment.scheme.tiers}
        tier = tiers.get(ledger.tier or "") if ledger else None
        following = tiers.get(ledger.next_tier or "") if ledger else None
        ui.tier_icons.set_tier(tier.id if tier else None, _name(tier))
        ui.tier_label.setText(_name(tier) if ledger else _("facts open"))
        points = _("{points} points").format(points=count_text(ledger.total)) if ledger else ""
        ui.points_label.setText(points)
        to_next = ""
        if ledger and following:
            to_next = _("{points} points to {tier}").format(
                points=count_text(ledger.points_to_next or 0), tier=_name(following)
            )
        ui.next_label.setText(to_next)
        ui.next_label.setVisible(bool(to_next))

    def _show_todos(self, found: "list[Todo]") -> None:
        ui = self.ui
        ui.todo_label.setText(
            _("To do {count}").format(count=len(found)) if found else _("All done")
        )
        while (old := ui.todo_layout.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for todo in found[:_TODOS_SHOWN]:
            ui.todo_layout.addWidget(_TodoLine(todo))
        if (rest := len(found) - _TODOS_SHOWN) > 0:
            more = PlainLabel(_("and {count} more").format(count=rest))
            more.set_role("hint")
            ui.todo_layout.addWidget(more)


class _TodoLine(QWidget):
    """An icon, what it is about, and at the right what is wanted."""

    def __init__(self, todo: "Todo") -> None:
        super().__init__()
        icon, title, words = IconLabel(), PlainLabel(todo.title), PlainLabel(todo.words)
        icon.set_icon(todo.icon, todo.ink)
        title.set_elide()
        words.set_elide()
        words.set_role("meta")
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(icon)
        row.addWidget(title, 0 if todo.words else 1)
        if todo.words:
            row.addWidget(words, 1)


def _name(tier: Tier | None) -> str:
    return tier.name.text(language()) if tier else _("no tier")
