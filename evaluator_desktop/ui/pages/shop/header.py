"""The head of the shop page: whose shop it is, how the round reads it, and the way to another."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from evaluator_desktop.domain.credit_code import credit_code_problem, has_check_digit
from evaluator_desktop.domain.parameters import PointsWindow
from evaluator_desktop.domain.record import ProviderRecord
from evaluator_desktop.store.projections import Summary, found_by
from evaluator_desktop.store.queries.status import WorkspaceFacts
from evaluator_desktop.texts import _, language
from evaluator_desktop.ui.forms.ui_shop_page import Ui_ShopPage
from evaluator_desktop.ui.widgets.icon_label import IconLabel
from evaluator_desktop.ui.widgets.jump_field import JumpTarget
from evaluator_desktop.ui.widgets.wrap_row import wrap

_MOST_JUMPS = 8
_FIELD_WIDTH = 220
_LEAST_NAME = 120


class Header(QObject):
    """Signals: `provider_chosen(provider_id)` in the field at its right."""

    provider_chosen = Signal(str)

    def __init__(self, ui: Ui_ShopPage, facts: WorkspaceFacts, parent: QObject) -> None:
        super().__init__(parent)
        self._ui, self._round_words = ui, round_words(facts)
        self._choices: Sequence[Summary] = ()
        wrap(ui.header)
        ui.name_label.set_elide()
        ui.name_label.setMinimumWidth(_LEAST_NAME)
        ui.meta_label.set_elide()
        ui.state_tag.setText(_("locked"))
        field = ui.provider_field
        field.set_key("Ctrl+F")
        field.setFixedWidth(_FIELD_WIDTH)
        field.setPlaceholderText(_("Another provider"))
        field.setAccessibleName(_("Show another provider"))
        field.add_source(self._targets)

    def set_choices(self, choices: Sequence[Summary]) -> None:
        """Say which providers can be chosen."""
        self._choices = choices

    def show_record(self, record: ProviderRecord | None, *, is_locked: bool) -> None:
        """Show whose shop it is; None for nobody's."""
        ui = self._ui
        for widget in (ui.page_tag, ui.code_icon, ui.import_button, ui.trial_button):
            widget.setVisible(record is not None)
        ui.state_tag.setVisible(is_locked)
        if record is None:
            ui.name_label.setText(_("Cloud shop"))
            ui.meta_label.setText(self._round_words)
        else:
            ui.name_label.setText(record.name)
            show_code(ui.code_icon, record.code)
            ui.meta_label.setText(f"{record.code or _('no credit code')} · {self._round_words}")
        if is_locked:
            ui.notice_line.show_notice(
                _("This provider is locked (final review): the facts can be read and tried out.")
            )
        else:
            ui.notice_line.clear()

    def _targets(self, query: str) -> list[JumpTarget]:
        found = found_by(self._choices, query)[:_MOST_JUMPS]
        choose = self.provider_chosen.emit
        return [
            JumpTarget(row.name, row.code or "", "shop", partial(choose, row.provider))
            for row in found
        ]


def round_words(facts: WorkspaceFacts) -> str:
    """Return cut-off, the reading of the first tier and the window (P1, P11)."""
    tier, parameters = facts.scheme.tiers[0], facts.scheme.parameters
    first = _("first tier “{name}” {low}–{high} points").format(
        name=tier.name.text(language()),
        low=parameters.first_tier_min,
        high="∞" if tier.high is None else tier.high,
    )
    if parameters.points_window is PointsWindow.LIFETIME:
        window = _("counted over the shop's life")
    else:
        window = _("counted from {day}").format(day=facts.round.body.period_start)
    cutoff = _("cut-off {day}").format(day=facts.round.body.cutoff)
    return f"{cutoff} · {first} · {window}"


def show_code(icon: IconLabel, code: str | None) -> None:
    """Show whether the credit code is right, by shape and in words."""
    if code and credit_code_problem(code) is None and has_check_digit(code):
        icon.set_icon("tick", "ok", _("The credit code is right"))
    else:
        icon.set_icon("warning", "partly", _("The credit code is missing or wrong"))
