"""How it was evaluated, and every reading behind the numbers (计分口径).

A line for each parameter of the scheme: the documents are silent on all of them, so a reader has
to be able to see which reading was used. A parameter that no line prints is a fault (tested).
"""

from collections.abc import Iterator

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.names import Name
from evaluator_desktop.domain.parameters import LeapDay, NotApplicable, Parameters, PointsWindow
from evaluator_desktop.domain.scheme import Scheme, When
from evaluator_desktop.reports.document import (
    Column,
    Fact,
    Facts,
    Prose,
    Row,
    Section,
    Table,
    Tone,
)
from evaluator_desktop.reports.sections.wording import DASH, day, named, unofficial
from evaluator_desktop.texts import _, listed

Reading = tuple[str, str, str]
"""Clause, point, reading."""


def method(a: Assessment) -> Section:
    scheme = a.scheme
    told = _(
        "Evaluators check each piece of evidence against its original or source and record an "
        "outcome with its method and date; each item is rated 0 to 100; a rating is a person's "
        "and is never overwritten. The score is the sum of rating × weight over all items."
    )
    facts = Facts(
        (
            Fact(_("Scheme"), f"{named(scheme.name)} · {scheme.id} {scheme.version}"),
            Fact(_("Digest of the scheme"), scheme.digest),
            Fact(_("Weights"), _weights(a)),
        )
    )
    columns = (Column(_("Clause"), 15), Column(_("Point"), 46), Column(_("Reading used"), 95))
    rows = tuple(Row(reading) for reading in readings(a))
    note = _(
        "The documents are silent on these points or can be read in two ways. The readings belong "
        "to the scheme and are covered by its digest; they are not the documents' words."
    )
    table = Table(_("Readings used for the score"), columns, rows)
    return Section(_("Method and readings"), (Prose(told), facts, table, Prose(note, Tone.NOTE)))


def readings(a: Assessment) -> tuple[Reading, ...]:
    """Return every reading of the scheme, in the order of the clauses."""
    parts = (_score, _evidence, _customers, _people, _classes, _shop, _window)
    return tuple(reading for part in parts for reading in part(a))


def _weights(a: Assessment) -> str:
    if not a.scheme.has_weights:
        return _("none: ratings and outcomes only, no total")
    return unofficial(a) or _("as printed in the documents")


def _score(a: Assessment) -> Iterator[Reading]:
    p = a.scheme.parameters
    yield "D1", _("Weights"), _weights(a)
    yield (
        "D2",
        _("Rounding"),
        _("exact fractions throughout; rounded half-up once, to two decimals, where printed"),
    )
    lost = p.not_applicable is NotApplicable.LOSE
    yield (
        "D3",
        _("Items that are not applicable"),
        _("their weight is lost; the highest score is printed")
        if lost
        else _("their weight goes to the rest of the dimension, else to the other dimensions"),
    )
    yield "D3", _("Items not rated"), _("no total; not rated is not 0")
    text = _("ratings below {limit}, and not applicable")
    yield "D3a", _("A reason is required for"), text.format(limit=p.reason_required_below)


def _evidence(a: Assessment) -> Iterator[Reading]:
    p, scheme = a.scheme.parameters, a.scheme
    names = {band.id: band.name for band in p.classes}
    band = names.get(p.integrity_class or "")
    yield (
        "D5",
        _("False material"),
        _("proposes the class “{name}”; a lead confirms or declines it").format(name=named(band))
        if band
        else _("proposes no class"),
    )
    text = _("a partly verified piece counts {percent}% in the suggested rating")
    yield "D6", _("Suggested ratings"), text.format(percent=p.partly_verified_percent)
    marks = tuple(_full_marks(scheme))
    yield "D6", _("Full marks for shop points"), listed(marks) or _("not set: no suggestion")
    yield "—", _("Asked for only if there is any"), listed(_if_any(scheme)) or DASH


def _full_marks(scheme: Scheme) -> Iterator[str]:
    for item in scheme.items:
        if item.full_mark_points is not None:
            yield f"{named(item.name)} {item.full_mark_points}"


def _if_any(scheme: Scheme) -> Iterator[str]:
    for item in scheme.items:
        for requirement in item.requirements:
            if requirement.when is When.IF_ANY:
                yield named(requirement.name)


def _customers(a: Assessment) -> Iterator[Reading]:
    p = a.scheme.parameters
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


def _people(a: Assessment) -> Iterator[Reading]:
    p = a.scheme.parameters
    text = _("the mean counts up to a spread of {tolerance}; beyond it a lead sets a consensus")
    yield "D10", _("Two ratings of one item"), text.format(tolerance=p.rating_tolerance)
    yield (
        "D10a",
        _("Evaluators see each other's ratings"),
        _("after they have submitted") if p.blind_until_submitted else _("at any time"),
    )


def _classes(a: Assessment) -> Iterator[Reading]:
    p = a.scheme.parameters
    bands = listed(f"{named(band.name)} ≥ {band.minimum}" for band in p.classes)
    if not p.classes_official:
        bands = _("{bands} (unofficial)").format(bands=bands)
    yield "D11", _("Classes, by the printed score"), bands
    if p.class_quota is not None:
        text = _("the first {count} ranks of the round; ties share a rank")
        yield "D11", _("The first class goes to"), text.format(count=p.class_quota)
    checked = _("checked") if p.entry_checklist else _("not checked")
    yield "D12", _("Entry conditions"), f"{checked}{_conditions(p)}"


def _conditions(p: Parameters) -> str:
    names = listed(named(condition.name) for condition in p.entry_conditions)
    return _(" (on the list: {names})").format(names=names) if names else ""


def _shop(a: Assessment) -> Iterator[Reading]:
    p = a.scheme.parameters
    first = a.scheme.tiers[0].name if a.scheme.tiers else Name("", "")
    text = _("begins at {points} points; less is no tier")
    yield "P1", _("The tier {name}").format(name=named(first)), text.format(points=p.first_tier_min)
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
    yield "P3", _("Caps"), _("limit their own rule alone")
    yield (
        "P5, P6",
        _("Logins"),
        _("days of Shanghai time; each full ten of an unbroken run adds its points"),
    )
    text = _("at least {percent}%, compared in whole numbers; counted for {periods} period(s)")
    yield (
        "P10",
        _("Rate of good ratings"),
        text.format(percent=p.positive_rate_percent, periods=p.positive_rate_periods),
    )


def _window(a: Assessment) -> Iterator[Reading]:
    body, lifetime = a.round.body, PointsWindow.LIFETIME
    window = (
        _("the shop's life up to {cutoff}")
        if a.scheme.parameters.points_window is lifetime
        else _("the evaluation period, {start} to {cutoff}")
    )
    yield (
        "P11",
        _("What counts for the points"),
        window.format(start=day(body.period_start), cutoff=day(body.cutoff)),
    )
    yield "P13", _("Tier and score"), _("stand side by side; the tier adds nothing to the score")
