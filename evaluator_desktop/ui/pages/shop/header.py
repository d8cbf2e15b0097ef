"""The words around a shop: how the round reads it, who recorded it last, what is in conflict."""

from collections.abc import Mapping
from datetime import datetime

from evaluator_desktop.domain.bodies import ShopPart
from evaluator_desktop.domain.credit_code import credit_code_problem, has_check_digit
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.parameters import PointsWindow
from evaluator_desktop.store.queries.status import WorkspaceFacts
from evaluator_desktop.texts import _, language, ngettext, time_text
from evaluator_desktop.ui.widgets.icon_label import IconLabel


def round_words(facts: WorkspaceFacts) -> str:
    """Return cut-off, the reading of the first tier and the window (P1, P11)."""
    tier, parameters = facts.scheme.tiers[0], facts.scheme.parameters
    first = _("first tier “{name}” {low}–{high} points").format(
        name=tier.name.text(language()), low=parameters.first_tier_min, high=tier.high
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


def last_words(parts: Mapping[str, Entity[ShopPart]]) -> str:
    """Return when the facts were recorded last, and by whom."""
    if not parts:
        return _("nothing recorded yet")
    last = max((e.last for e in parts.values()), key=lambda head: (head.at, head.revision))
    return f"{time_text(datetime.fromisoformat(last.at))} {last.author}"


def conflict_words(conflicts: Mapping[str, Entity[ShopPart]]) -> str:
    """Say why there is no total while a part is in conflict (D3), "" where none is."""
    if not conflicts:
        return ""
    return ngettext(
        "A part of the facts is in conflict: there is no total until it is decided.",
        "{count} parts of the facts are in conflict: there is no total until they are decided.",
        len(conflicts),
    ).format(count=len(conflicts))
