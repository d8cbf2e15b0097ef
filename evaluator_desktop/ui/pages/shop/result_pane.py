"""What the facts come to: total and tier, the way to the next, what to mind, what was checked."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from evaluator_desktop.domain.next_tier import HAD_ONCE, Part, Way, ways_to_next_tier
from evaluator_desktop.domain.scheme import Measure, Scheme, tier_mark
from evaluator_desktop.domain.shop_draft import Draft
from evaluator_desktop.texts import _, count_text, language
from evaluator_desktop.ui.forms.ui_shop_result_pane import Ui_ShopResultPane
from evaluator_desktop.ui.pages.shop.fields import FIELDS
from evaluator_desktop.ui.pages.shop.ledger import count_words, rule_name
from evaluator_desktop.ui.theme import PX

_MOST_WAYS = 4
_CROWDED = 5  # icons of one tier that leave no room for their full size
_MOST_MISSING = 6


class ResultPane(QFrame):
    """Shows a draft: final when it is complete, else what is known so far and what is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_ShopResultPane()
        self.ui.setupUi(self)
        self.ui.tier_label.set_elide()
        self.ui.notes_list.set_sign("warning", "partly")
        self.ui.checks_list.set_sign("tick", "ok")
        self.ui.head.set_first(self.ui.scroll)
        self.ui.scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_draft(self, scheme: Scheme, draft: Draft, *, blocked: str, remark: str) -> None:
        """Show the result; `blocked` says why there is none in spite of all, `remark` its state."""
        self.ui.head.set_title(_("Result"), remark)
        is_final = draft.is_complete and not blocked
        for widget in (self.ui.tier_icons, self.ui.next_box, self.ui.ways_box, self.ui.checks_box):
            widget.setVisible(is_final)
        self.ui.so_far_label.setVisible(not is_final)
        self.ui.total_label.set_role("score" if is_final else "provisional")
        points = draft.ledger.total if is_final else draft.points_so_far
        self.ui.total_label.setText(count_text(points))
        self.ui.ladder.set_tiers(scheme.tiers, draft.ledger.tier if is_final else None)
        if is_final:
            self._show_tier(scheme, draft)
            self._show_ways(scheme, draft)
            self.ui.checks_list.show_lines([(text, "") for text in checks(draft, scheme)])
        else:
            self.ui.tier_label.setText("")
        notes = [blocked] if blocked else missing_words(draft)
        self.ui.notes_list.show_lines([(text, "") for text in notes or warnings(draft)])

    def _show_tier(self, scheme: Scheme, draft: Draft) -> None:
        ledger, lang = draft.ledger, language()
        name = scheme.tier(ledger.tier).name.text(lang) if ledger.tier else _("no tier")
        mark = tier_mark(ledger.tier) if ledger.tier else None
        crowded = mark is not None and mark[1] == _CROWDED
        self.ui.tier_icons.set_side(PX["icon_cell"] if crowded else PX["icon"])
        self.ui.tier_icons.set_tier(ledger.tier, name)
        self.ui.tier_label.setText(name)
        self.ui.next_box.setVisible(ledger.next_tier is not None)
        if ledger.next_tier is None or ledger.points_to_next is None:
            return
        following = scheme.tier(ledger.next_tier)
        low = scheme.tier(ledger.tier).low if ledger.tier else 0
        self.ui.tier_bar.set_points(low, ledger.total, following.low)
        words = _("{points} points to {tier}")
        self.ui.next_label.setText(
            words.format(points=count_text(ledger.points_to_next), tier=following.name.text(lang))
        )
        self.ui.next_icons.set_tier(following.id, following.name.text(lang), reached=False)

    def _show_ways(self, scheme: Scheme, draft: Draft) -> None:
        ways = ways_to_next_tier(draft.ledger, scheme.parameters)[:_MOST_WAYS]
        self.ui.ways_box.setVisible(bool(ways))
        self.ui.ways_list.show_lines([way_words(way) for way in ways])


def warnings(draft: Draft) -> list[str]:
    """Return what to mind: what a cap cuts off, and facts that are odd but possible."""
    found = []
    for line in draft.ledger.lines:
        if cut := line.uncapped_points - line.points:
            words = _("{rule}: {count} beyond the cap of {cap} points; more of them count nothing.")
            found.append(
                words.format(
                    rule=line.rule.name.text(language()),
                    count=count_text(cut // line.rule.points),
                    cap=line.rule.cap,
                )
            )
    return found + [warning.text for warning in draft.ledger.warnings]


def missing_words(draft: Draft) -> list[str]:
    """Return what is still to be typed before there is a total, and what to mend."""
    found = []
    if draft.missing:
        names = [_(FIELDS[path].name) for path in draft.missing]
        if len(names) > _MOST_MISSING:
            names[_MOST_MISSING:] = ["…"]
        words = _("Not typed yet ({count}): {fields}")
        found.append(words.format(count=len(draft.missing), fields=_(", ").join(names)))
    if draft.problems:
        names = [_(FIELDS[path].name) for path in draft.problems]
        found.append(_("To be corrected: {fields}").format(fields=_(", ").join(names)))
    return found


def checks(draft: Draft, scheme: Scheme) -> Iterator[str]:
    """Yield what was checked on the way to the result."""
    ledger, facts = draft.ledger, draft.facts
    count, total = len(ledger.lines), count_text(ledger.total)
    yield _("{count} rules add up to {total}").format(count=count, total=total)
    if facts.ratings.all:
        reached = any(
            line.quantity for line in ledger.lines if line.rule.measure is Measure.POSITIVE_RATE
        )
        yield _("Good ratings {good} ÷ {all} {sign} {percent}% (compared in integers)").format(
            good=facts.ratings.good,
            all=facts.ratings.all,
            sign="≥" if reached else "<",
            percent=scheme.parameters.positive_rate_percent,
        )
    if facts.login_dates:
        yield _("No login after the cut-off date")


def way_words(way: Way) -> tuple[str, str]:
    """Return how much more of each rule it takes, and the points that it brings."""
    return _(" and ").join(map(_part_words, way.parts)), f"+{count_text(way.points)}"


def _part_words(part: Part) -> str:
    rule, lang = part.rule, language()
    name = rule_name(rule.name.text(lang), rule.unit.text(lang), rule.measure)
    if rule.measure in HAD_ONCE:
        return name
    words = _("{rule} +{units}")
    return words.format(rule=name, units=count_words(rule.measure, part.units))
