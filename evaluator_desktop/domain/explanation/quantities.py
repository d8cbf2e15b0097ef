"""What a points rule counted, from the facts of the shop: years, days, runs, counts (P2–P10)."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from evaluator_desktop.domain.explanation.step import Origin, Step, added, leaf, parameter
from evaluator_desktop.domain.parameters import PointsWindow
from evaluator_desktop.domain.scheme import Measure, Scheme
from evaluator_desktop.domain.shop_draft import MEASURE_FIELDS, PART_FIELDS, Run, login_runs
from evaluator_desktop.domain.shop_facts import STREAK_DAYS, ShopFacts
from evaluator_desktop.domain.shop_points import ShopLedger, ShopLine, anniversary_in
from evaluator_desktop.texts import _, ngettext

_FLAGS = {Measure.INTRODUCTION, Measure.WEBSITE, Measure.DECORATION}


@dataclass(frozen=True)
class Shop:
    """A ledger with the facts it was made from, and who recorded each part of them."""

    scheme: Scheme
    facts: ShopFacts
    ledger: ShopLedger
    recorded: Mapping[str, tuple[Origin, ...]] = field(default_factory=dict)
    """By part of the facts; empty for facts that are only tried out."""
    known: Collection[Measure] = frozenset(Measure)
    """What is known so far; while anything lacks there is no tier."""

    @property
    def window_start(self) -> date | None:
        """P11: the day from which logins count, None for the shop's whole life."""
        lifetime = self.scheme.parameters.points_window is PointsWindow.LIFETIME
        return None if lifetime else self.ledger.counted_from


def quantity_step(shop: Shop, line: ShopLine, clause: str) -> Step:
    """Return what one rule counted; a plain count is an input."""
    work_out = _WORKED_OUT.get(line.rule.measure, _counted)
    return work_out(shop, line, clause)


def _recorded(shop: Shop, measure: Measure) -> tuple[Origin, ...]:
    fields = set(MEASURE_FIELDS[measure])
    part = next(part for part, paths in PART_FIELDS.items() if fields & set(paths))
    return shop.recorded.get(part, ())


def _counted(shop: Shop, line: ShopLine, clause: str) -> Step:
    measure = line.rule.measure
    words = ""
    if measure in _FLAGS:
        words = _("yes") if line.quantity else _("no")
    recorded = _recorded(shop, measure)
    return leaf(_("Quantity"), line.quantity, words, clause, recorded=recorded)


def _years(shop: Shop, line: ShopLine, clause: str) -> Step:
    """Return cut-off year − year of registration, less one until the anniversary."""
    facts, p = shop.facts, shop.scheme.parameters
    recorded = _recorded(shop, line.rule.measure)
    anniversary = anniversary_in(facts.cutoff.year, facts.registered_on, p)
    complete = facts.cutoff > anniversary or (p.anniversary_counts and facts.cutoff == anniversary)
    cutoff = leaf(_day_words(_("Year of the cut-off date"), facts.cutoff), facts.cutoff.year)
    begun = leaf(
        _day_words(_("Year of the registration"), facts.registered_on),
        facts.registered_on.year,
        recorded=recorded,
    )
    not_yet = leaf(
        _day_words(_("Anniversary not reached yet"), anniversary), not complete, rule=clause
    )
    readings = (
        parameter(shop.scheme, "anniversary_counts", _("The anniversary itself counts"), clause),
        parameter(shop.scheme, "leap_day", _("29 February in a common year"), clause),
    )
    formula = "max(0, {0} − {1} − {2})"
    steps = (cutoff, begun, not_yet, *readings)
    years = Fraction(line.quantity)
    return Step(_("Completed years"), years, str(years), clause, formula, steps)


def _day_words(what: str, day: date) -> str:
    return f"{what} ({day.isoformat()})"


def _days(shop: Shop, line: ShopLine, clause: str) -> Step:
    recorded = _recorded(shop, line.rule.measure)
    note = _window_note(shop)
    what = _("Days with a login")
    return leaf(what, line.quantity, rule=clause, recorded=recorded, note=note)


def _window_note(shop: Shop) -> str:
    start = shop.window_start
    if start is None or shop.facts.login_dates is None:
        return ""
    return _("Logins before {day} are left out.").format(day=start.isoformat())


def _runs(shop: Shop, line: ShopLine, clause: str) -> Step:
    """Return the full tens of every unbroken run; runs under ten bring none and are counted."""
    recorded, note = _recorded(shop, line.rule.measure), _window_note(shop)
    what, dates = _("Full tens of login days"), shop.facts.login_dates
    if dates is None:
        note = _("Only the total is known, not the dates.")
        return leaf(what, line.quantity, rule=clause, recorded=recorded, note=note)
    start = shop.window_start
    runs = login_runs(day for day in dates if start is None or day >= start)
    long = tuple(_run(run, clause) for run in runs if run.length >= STREAK_DAYS)
    if short := len(runs) - len(long):
        sentence = ngettext(
            "{count} run of fewer than ten days brings none.",
            "{count} runs of fewer than ten days bring none.",
            short,
        )
        note = " ".join(filter(None, (note, sentence.format(count=short))))
    tens = Fraction(line.quantity)
    formula = added(long)
    return Step(what, tens, str(tens), clause, formula, long, note=note, recorded=recorded)


def _run(run: Run, clause: str) -> Step:
    length = leaf(_("Days in a row from {day}").format(day=run.first.isoformat()), run.length)
    tens = Fraction(run.length // STREAK_DAYS)
    formula = f"⌊{{0}} ÷ {STREAK_DAYS}⌋"
    return Step(_("Full tens of the run"), tens, str(tens), clause, formula, (length,))


def _periods(shop: Shop, line: ShopLine, clause: str) -> Step:
    """Return the activity periods that count: all once the rate is reached, else none."""
    ratings, scheme = shop.facts.ratings, shop.scheme
    recorded = _recorded(shop, line.rule.measure)
    least = parameter(scheme, "positive_rate_percent", _("Least rate, per cent"), clause)
    good = leaf(_("Good ratings"), ratings.good, recorded=recorded)
    every = leaf(_("All ratings"), ratings.all, recorded=recorded)
    reached = bool(line.quantity)
    rate = Step(
        _("The rate is reached"),
        reached,
        _("yes") if reached else _("no"),
        clause,
        "{0} × 100 ≥ {2} × {1} > 0",
        (good, every, least),
    )
    periods = parameter(scheme, "positive_rate_periods", _("Activity periods"), clause)
    steps = (rate, periods)
    value = Fraction(line.quantity)
    return Step(_("Activity periods that count"), value, str(value), clause, "{0} × {1}", steps)


_WORKED_OUT: Mapping[Measure, Callable[[Shop, ShopLine, str], Step]] = {
    Measure.REGISTRATION_YEARS: _years,
    Measure.LOGIN_DAYS: _days,
    Measure.LOGIN_STREAKS: _runs,
    Measure.POSITIVE_RATE: _periods,
}
