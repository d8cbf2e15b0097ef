"""The head of the workbench: which provider, what it comes to, and the two ways out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import OutcomeRecord
from evaluator_desktop.domain.credit_code import credit_code_problem, has_check_digit
from evaluator_desktop.domain.record import STATE_NAMES, ProviderState
from evaluator_desktop.domain.scheme import Tier
from evaluator_desktop.domain.scoring import printed, weight_percent
from evaluator_desktop.store.queries.workbench import WorkbenchView
from evaluator_desktop.texts import N_, _, count_text, language
from evaluator_desktop.ui.forms.ui_workbench_header import Ui_WorkbenchHeader
from evaluator_desktop.ui.theme import icons
from evaluator_desktop.ui.widgets.plain import caption
from evaluator_desktop.ui.widgets.wrap_row import wrap

_LEAST_NAME = 120  # pixels: a few signs of the name at the narrowest window
_OPEN_WORDS = {True: N_("In progress"), False: N_("Not started")}


class WorkbenchHeader(QFrame):
    """Name, code, state, live score, tier; the buttons are the page's to connect."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_WorkbenchHeader()
        self.ui.setupUi(self)
        wrap(self)
        for label in (
            *(self.ui.name_label, self.ui.visit_label, self.ui.weight_label),
            *(self.ui.official_label, self.ui.points_label, self.ui.next_label),
        ):
            label.set_elide()
        self.ui.name_label.setMinimumWidth(_LEAST_NAME)
        self.ui.code_label.set_elide(Qt.TextElideMode.ElideLeft)
        self.ui.next_icons.set_side(13)
        self.ui.departure_button.setIcon(icons.icon("tick", "text"))
        for button, key in (
            (self.ui.departure_button, "F12"),
            (self.ui.submit_button, "Ctrl+Enter"),
        ):
            button.setAccessibleName(button.text())
            button.setText(caption(f"{button.text()}  {key}"))

    def show_view(self, view: WorkbenchView) -> None:
        """Show a provider's figures."""
        assessment = view.assessment
        self._show_provider(assessment)
        self._show_route(view)
        self._show_score(assessment)
        self._show_tier(assessment)
        self.ui.submit_button.setEnabled(assessment.record.state is not ProviderState.LOCKED)

    def _show_provider(self, assessment: Assessment) -> None:
        record = assessment.record
        self.ui.name_label.setText(record.name)
        self.ui.state_label.setText(_(_state_word(assessment)))
        code = record.code or ""
        is_good = bool(code) and credit_code_problem(code) is None and has_check_digit(code)
        says = _("Credit code checked") if is_good else _("Credit code missing or wrong")
        self.ui.code_icon.set_icon(*(("tick", "ok") if is_good else ("warning", "partly")), says)
        self.ui.code_label.setText(code or _("no credit code"))
        days = [e.body.on for e in record.of(OutcomeRecord) if e.body is not None]
        visit = _("visit {day}").format(day=max(days)) if days else ""
        self.ui.visit_label.setText(f"·  {visit}" if visit else "")

    def _show_route(self, view: WorkbenchView) -> None:
        here, ui = view.assessment.record.id, self.ui
        is_on_route = here in view.route
        for widget in (ui.route_label, ui.route_back_cap, ui.route_on_cap):
            widget.setVisible(is_on_route)
        if is_on_route:
            stop = _("route {stop}/{count}").format(
                stop=view.route.index(here) + 1, count=len(view.route)
            )
            ui.route_label.setText(f"·  {stop}")

    def _show_score(self, assessment: Assessment) -> None:
        sheet = assessment.sheet
        has_weights = sheet.points_so_far is not None
        is_final = assessment.score is not None and not assessment.is_provisional
        so_far = printed(sheet.points_so_far) if sheet.points_so_far is not None else "—"
        if has_weights and not sheet.weight_rated_bp:
            so_far = _("open")  # not rated is a word, never 0
        self.ui.score_kind_label.setText(_("Score") if is_final else _("so far"))
        self.ui.score_label.setText(assessment.score or so_far)
        self.ui.score_label.set_role("score" if is_final else "provisional")
        share = weight_percent(sheet.weight_rated_bp)
        self.ui.weight_label.setText(_("{share} of the weight rated").format(share=share))
        self.ui.weight_label.setVisible(has_weights)
        is_sample = has_weights and not assessment.scheme.weights_official
        self.ui.official_label.setText(
            _("sample weights (not official)") if is_sample else _("no weights")
        )
        self.ui.official_label.setVisible(is_sample or not has_weights)

    def _show_tier(self, assessment: Assessment) -> None:
        ledger, ui = assessment.ledger, self.ui
        tiers = {tier.id: tier for tier in assessment.scheme.tiers}
        tier = tiers.get(ledger.tier or "") if ledger else None
        ui.tier_icons.set_tier(tier.id if tier else None, _tier_name(tier))
        differs = any(entity.in_conflict for entity in assessment.record.shop_parts.values())
        without = _("Shop facts differ") if differs else _("Shop facts open")
        ui.tier_label.setText(_tier_name(tier) if ledger else without)
        ui.tier_label.set_role("heading" if ledger else "hint")
        points = _("{points} shop points").format(points=count_text(ledger.total)) if ledger else ""
        ui.points_label.setText(points)
        following = tiers.get(ledger.next_tier or "") if ledger else None
        to_next = ""
        if ledger and following:
            to_next = _("{points} more to {tier}").format(
                points=count_text(ledger.points_to_next or 0), tier=following.name.text(language())
            )
        ui.next_label.setText(to_next)
        ui.next_icons.set_tier(following.id if following else None, _tier_name(following))


def _state_word(assessment: Assessment) -> str:
    """Return the state as the pictures say it: open is 测评中 once anything is recorded."""
    record = assessment.record
    if record.state is ProviderState.OPEN:
        return _OPEN_WORDS[bool(record.raters or record.evidence)]
    return STATE_NAMES[record.state]


def _tier_name(tier: Tier | None) -> str:
    return tier.name.text(language()) if tier else _("no tier")
