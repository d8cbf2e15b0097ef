"""Why a shop has its points and its tier: what was counted × points, caps, runs of ten (P1–P13)."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from evaluator_desktop.domain.explanation.quantities import Shop, quantity_step
from evaluator_desktop.domain.explanation.step import Step, added, leaf, parameter
from evaluator_desktop.domain.scheme import Measure, PointRule
from evaluator_desktop.domain.shop_points import ShopLine
from evaluator_desktop.texts import _, language

_CLAUSES: Mapping[Measure, str] = {
    Measure.REGISTRATION_YEARS: "P2",
    Measure.CERTIFICATES: "P3",
    Measure.PRODUCTS: "P4",
    Measure.LOGIN_DAYS: "P5",
    Measure.LOGIN_STREAKS: "P6",
    Measure.FOLLOWERS_PERSONAL: "P7",
    Measure.FOLLOWERS_ENTERPRISE: "P7",
    Measure.PURCHASES: "P8",
    Measure.PRAISE_PERSONAL: "P9",
    Measure.PRAISE_ENTERPRISE: "P9",
    Measure.COMMENTS_PERSONAL: "P9",
    Measure.COMMENTS_ENTERPRISE: "P9",
    Measure.REPLIES: "P9",
    Measure.POSITIVE_RATE: "P10",
}


def shop_steps(shop: Shop) -> Iterator[Step]:
    """Yield the total with its lines, the tier, and what the next one asks for."""
    total = _total(shop)
    yield total
    if not _is_whole(shop):
        return
    yield _tier(shop, total.as_input())
    if shop.ledger.next_tier is not None:
        yield _next(shop, total.as_input())


def _is_whole(shop: Shop) -> bool:
    return all(line.rule.measure in shop.known for line in shop.ledger.lines)


def _total(shop: Shop) -> Step:
    """Return the sum of all lines; of those that are known while facts are missing."""
    known = [line for line in shop.ledger.lines if line.rule.measure in shop.known]
    lines, points = tuple(_line(shop, line) for line in known), sum(line.points for line in known)
    window = parameter(shop.scheme, "points_window", _("Window that is counted"), "P11")
    note = _("Counted: {start} to {end}").format(
        start=shop.ledger.counted_from.isoformat(), end=shop.ledger.counted_to.isoformat()
    )
    return Step(
        _("Shop points") if _is_whole(shop) else _("Shop points so far"),
        Fraction(points),
        str(points),
        "P11",
        added(lines),
        (*lines, window),
        key="shop",
        note=note,
    )


def _line(shop: Shop, line: ShopLine) -> Step:
    """Return quantity × points of a rule, cut off at its cap."""
    rule, value = line.rule, Fraction(line.points)
    clause = _CLAUSES.get(rule.measure, "")
    steps = [quantity_step(shop, line, clause), leaf(_("Points each"), rule.points, rule=clause)]
    formula, note = "{0} × {1}", ""
    if rule.cap is not None:
        steps.append(leaf(_("Cap"), rule.cap, rule="P3"))
        clause, formula = "P3", "min({0} × {1}, {2})"
    if cut := line.uncapped_points - line.points:
        note = _("The cap cuts off {points} points.").format(points=cut)
    basis = shop.scheme.basis
    return Step(
        rule_name(rule),
        value,
        str(value),
        clause,
        formula,
        tuple(steps),
        key=f"rule:{rule.id}",
        words=rule_words(rule),
        source=basis[-1].text(language()) if basis else "",
        note=note,
    )


def rule_name(rule: PointRule) -> str:
    """Return group and name; the two rules of one name are told apart by their unit."""
    lang = language()
    name = f"{rule.group.text(lang)} · {rule.name.text(lang)}"
    return f"{name} · {rule.unit.text(lang)}" if rule.measure is Measure.LOGIN_STREAKS else name


def rule_words(rule: PointRule) -> str:
    """Return the row of the document's table: group, name, unit, points, remark."""
    lang = language()
    names = (rule.group, rule.name, rule.unit)
    remark = (rule.remark.text(lang),) if rule.remark else ()
    return " · ".join((*(name.text(lang) for name in names), str(rule.points), *remark))


def _tier(shop: Shop, total: Step) -> Step:
    scheme, ledger, lang = shop.scheme, shop.ledger, language()
    first = parameter(scheme, "first_tier_min", _("The first tier begins at"), "P1")
    if ledger.tier is None:
        formula = "{0} < {1}"
        return Step(_("Tier"), True, _("no tier"), "P1", formula, (total, first), key="tier")
    tier = scheme.tier(ledger.tier)
    name = tier.name.text(lang)
    low = leaf(_("{tier} begins at").format(tier=name), tier.low)
    if tier == scheme.tiers[0]:
        low = first
    steps: tuple[Step, ...] = (low, total)
    formula = "{0} ≤ {1}"
    if tier.high is not None:
        steps += (leaf(_("{tier} ends at").format(tier=name), tier.high),)
        formula = "{0} ≤ {1} ≤ {2}"
    return Step(_("Tier"), True, name, "P13", formula, steps, key="tier")


def _next(shop: Shop, total: Step) -> Step:
    following = shop.scheme.tier(shop.ledger.next_tier or "")
    name = following.name.text(language())
    low = leaf(_("{tier} begins at").format(tier=name), following.low)
    points = Fraction(shop.ledger.points_to_next or 0)
    what = _("Points to {tier}").format(tier=name)
    return Step(what, points, str(points), "P13", "{0} − {1}", (low, total), key="next_tier")
