"""Every reading behind the numbers (计分口径): a line for each parameter of the scheme.

The documents are silent on these points, so whoever reads a number has to be able to see which
reading was used. The report prints all of them, an explanation those of its clauses. A parameter
that no line prints is a fault (tested).
"""

from collections.abc import Iterator
from datetime import date

from evaluator_desktop.domain.bodies import Round
from evaluator_desktop.domain.explanation.clauses import CLAUSES
from evaluator_desktop.domain.names import Name
from evaluator_desktop.domain.parameters import LeapDay, NotApplicable, Parameters, PointsWindow
from evaluator_desktop.domain.scheme import Scheme, When
from evaluator_desktop.texts import _, date_text, language, listed

Reading = tuple[str, str, str]
"""Clause, point, reading."""


def readings(scheme: Scheme, body: Round) -> tuple[Reading, ...]:
    """Return every reading of the scheme in a round, in the order of the clauses."""
    parts = (_score, _evidence, _customers, _people, _classes, _shop, _window)
    return tuple(reading for part in parts for reading in part(scheme, body))


def weights_words(scheme: Scheme) -> str:
    """Say where the weights come from (D1)."""
    if not scheme.has_weights:
        return _("none: ratings and outcomes only, no total")
    if scheme.weights_official:
        return _("as printed in the documents")
    return _("sample weights (unofficial)")


def _score(scheme: Scheme, _body: Round) -> Iterator[Reading]:
    p = scheme.parameters
    yield "D1", _("Weights"), weights_words(scheme)
    yield _fixed("D2", _("Rounding"))
    lost = p.not_applicable is NotApplicable.LOSE
    yield (
        "D3",
        _("Items that are not applicable"),
        _("their weight is lost; the highest score is printed")
        if lost
        else _("their weight goes to the rest of the dimension, else to the other dimensions"),
    )
    yield _fixed("D3", _("Items not rated"))
    text = _(
        "ratings below {limit}, not applicable, a change after submission, and what a lead decides"
    )
    yield "D3a", _("A reason is required for"), text.format(limit=p.reason_required_below)


def _evidence(scheme: Scheme, _body: Round) -> Iterator[Reading]:
    p = scheme.parameters
    names = {band.id: band.name for band in p.classes}
    band = names.get(p.integrity_class or "")
    yield (
        "D5",
        _("False material"),
        _("proposes the class “{name}”; a lead confirms or declines it").format(name=_named(band))
        if band
        else _("proposes no class"),
    )
    text = _("a partly verified piece counts {percent}% in the suggested rating")
    yield "D6", _("Suggested ratings"), text.format(percent=p.partly_verified_percent)
    marks = tuple(_full_marks(scheme))
    yield "D6", _("Full marks for shop points"), listed(marks) or _("not set: no suggestion")
    yield "—", _("Asked for only if there is any"), listed(_if_any(scheme)) or "—"


def _full_marks(scheme: Scheme) -> Iterator[str]:
    for item in scheme.items:
        if item.full_mark_points is not None:
            yield f"{_named(item.name)} {item.full_mark_points}"


def _if_any(scheme: Scheme) -> Iterator[str]:
    for item in scheme.items:
        for requirement in item.requirements:
            if requirement.when is When.IF_ANY:
                yield _named(requirement.name)


def _customers(scheme: Scheme, _body: Round) -> Iterator[Reading]:
    p = scheme.parameters
    basic = _("satisfied or better, and basically satisfied")
    yield (
        "D7",
        _("Counts as satisfied"),
        basic if p.basic_satisfied_counts else _("satisfied or better"),
    )
    text = _("at least {percent}%, compared in whole numbers")
    yield "D7", _("Satisfaction asked for"), text.format(percent=p.satisfaction_threshold_percent)
    yield "D7", _("Interval"), _("Wilson, z = {z}").format(z=p.confidence_z)
    text = _("z = {z}, ±{margin}%, p = {proportion}%, at least {least}, {attempts} calls each")
    yield (
        "D9",
        _("Sample of customers"),
        text.format(
            z=p.confidence_z,
            margin=p.sample_margin_percent,
            proportion=p.sample_proportion_percent,
            least=p.sample_minimum,
            attempts=p.call_attempts,
        ),
    )


def _people(scheme: Scheme, _body: Round) -> Iterator[Reading]:
    p = scheme.parameters
    text = _("the mean counts up to a spread of {tolerance}; beyond it a lead sets a consensus")
    yield "D10", _("Two ratings of one item"), text.format(tolerance=p.rating_tolerance)
    yield (
        "D10a",
        _("Evaluators see each other's ratings"),
        _("after they have submitted") if p.blind_until_submitted else _("at any time"),
    )


def _classes(scheme: Scheme, _body: Round) -> Iterator[Reading]:
    p = scheme.parameters
    bands = listed(f"{_named(band.name)} ≥ {band.minimum}" for band in p.classes)
    if not p.classes_official:
        bands = _("{bands} (unofficial)").format(bands=bands)
    yield "D11", _("Classes, by the printed score"), bands
    if p.class_quota is not None:
        text = _("the first {count} ranks of the round; ties share a rank")
        yield "D11", _("The first class goes to"), text.format(count=p.class_quota)
    checked = _("checked") if p.entry_checklist else _("not checked")
    yield "D12", _("Entry conditions"), f"{checked}{_conditions(p)}"


def _conditions(p: Parameters) -> str:
    names = listed(_named(condition.name) for condition in p.entry_conditions)
    return _(" (on the list: {names})").format(names=names) if names else ""


def _shop(scheme: Scheme, _body: Round) -> Iterator[Reading]:
    p = scheme.parameters
    first = _named(scheme.tiers[0].name) if scheme.tiers else "—"
    text = _("begins at {points} points; less is no tier")
    yield "P1", _("The tier {name}").format(name=first), text.format(points=p.first_tier_min)
    yield (
        "P2",
        _("A year since registration"),
        _("complete on the anniversary itself")
        if p.anniversary_counts
        else _("complete on the day after the anniversary"),
    )
    leap = p.leap_day is LeapDay.FEBRUARY_28
    anniversary = _("28 February") if leap else _("1 March")
    yield "P2", _("29 February in a common year"), anniversary
    yield _fixed("P3", _("Caps"))
    yield _fixed("P5", _("Login days"))
    yield _fixed("P6", _("Login days in a row"))
    text = _("at least {percent}%, compared in whole numbers; counted for {periods} period(s)")
    yield (
        "P10",
        _("Rate of good ratings"),
        text.format(percent=p.positive_rate_percent, periods=p.positive_rate_periods),
    )


def _window(scheme: Scheme, body: Round) -> Iterator[Reading]:
    lifetime = PointsWindow.LIFETIME
    window = (
        _("the shop's life up to {cutoff}")
        if scheme.parameters.points_window is lifetime
        else _("the evaluation period, {start} to {cutoff}")
    )
    yield (
        "P11",
        _("What counts for the points"),
        window.format(start=_day(body.period_start), cutoff=_day(body.cutoff)),
    )
    yield _fixed("P13", _("Tier and score"))


def _fixed(clause: str, point: str) -> Reading:
    """Return a reading that no parameter changes: the clause itself says it."""
    return clause, point, within_table(_(CLAUSES[clause]))


def within_table(sentence: str) -> str:
    """Return a sentence as it stands among readings, which are none."""
    return sentence.rstrip(".。")


def _named(name: Name) -> str:
    return name.text(language())


def _day(iso: str) -> str:
    return date_text(date.fromisoformat(iso))
