"""Why the satisfaction rate, its interval and the sample are what they are (D7–D9)."""

from collections.abc import Iterator
from fractions import Fraction

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Call, Sample
from evaluator_desktop.domain.explanation.step import (
    Step,
    added,
    leaf,
    origins,
    parameter,
    short_text,
)
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.sampling import sample_size
from evaluator_desktop.domain.satisfaction import (
    DISPOSITION_NAMES,
    SATISFACTION_NAMES,
    Disposition,
    square_root,
)
from evaluator_desktop.domain.scoring import printed
from evaluator_desktop.texts import _

_BASICALLY = 3


def customer_steps(a: Assessment) -> Iterator[Step]:
    """Yield rate, interval and threshold, then the size of the sample; nothing without a list."""
    if not a.record.customers and not a.record.calls:
        return
    calls = _standing_calls(a)
    if a.satisfaction.completed:
        satisfied, completed = _satisfied(a, calls), _completed(calls)
        yield _rate(a, satisfied, completed)
        yield from _interval(a, satisfied.as_input(), completed.as_input())
        yield _threshold(a, satisfied.as_input(), completed.as_input())
    else:
        yield Step(_("Satisfaction rate"), None, _("no valid sample"), "D7", key="satisfaction")
    yield from _left_out(calls)
    sample = a.record.one(Sample)
    if sample is not None and sample.body is not None:
        yield _size(a, sample, sample.body)


def _standing_calls(a: Assessment) -> list[tuple[Entity[Call], Call]]:
    calls = a.record.calls
    entities = (calls[c.id] for c in a.record.customers if c.id in calls)
    return [(entity, entity.body) for entity in entities if entity.body is not None]


Calls = list[tuple[Entity[Call], Call]]


def _count(what: str, calls: Calls, rule: str = "D7") -> Step:
    recorded = tuple(origin for entity, _body in calls for origin in origins(entity))
    return leaf(what, len(calls), rule=rule, recorded=recorded)


def _levels(calls: Calls) -> list[tuple[int, Step]]:
    """Return the interviews by what was said, from the best answer down."""
    return [
        (
            level,
            _count(_(name), [c for c in calls if c[1].service_real and c[1].satisfaction == level]),
        )
        for level, name in SATISFACTION_NAMES.items()
    ]


def _completed(calls: Calls) -> Step:
    levels = tuple(step for _level, step in _levels(calls))
    total = sum((step.number for step in levels), Fraction())
    what = _("Completed interviews (n)")
    return Step(what, total, str(total), "D7", added(levels), levels, key="completed")


def _satisfied(a: Assessment, calls: Calls) -> Step:
    counts = a.scheme.parameters.basic_satisfied_counts
    lowest = _BASICALLY if counts else _BASICALLY + 1
    levels = tuple(step for level, step in _levels(calls) if level >= lowest)
    total = sum((step.number for step in levels), Fraction())
    reading = parameter(
        a.scheme, "basic_satisfied_counts", _("“Basically satisfied” counts as satisfied"), "D7"
    )
    steps = (*levels, reading)
    return Step(_("Satisfied"), total, str(total), "D7", added(levels), steps, key="satisfied")


def _rate(a: Assessment, satisfied: Step, completed: Step) -> Step:
    rate = (a.satisfaction.rate or Fraction()) * 100
    steps = (satisfied, completed)
    what = _("Satisfaction rate, per cent")
    return Step(what, rate, printed(rate), "D7", "{0} ÷ {1} × 100", steps, key="satisfaction")


def _threshold(a: Assessment, satisfied: Step, completed: Step) -> Step:
    least = parameter(a.scheme, "satisfaction_threshold_percent", _("Threshold, per cent"), "D7")
    words = _("yes") if a.satisfaction.meets_threshold else _("no")
    return Step(
        _("Reaches the threshold"),
        bool(a.satisfaction.meets_threshold),
        words,
        "D7",
        "{0} × 100 ≥ {2} × {1}",
        (satisfied, completed, least),
        key="threshold",
    )


def _interval(a: Assessment, satisfied: Step, completed: Step) -> Iterator[Step]:
    """Yield both bounds of the Wilson interval: (k + z²/2 ± z·√(k(n−k)/n + z²/4)) ÷ (n + z²)."""
    z = parameter(a.scheme, "confidence_z", _("Quantile z"), "D7")
    inputs = (satisfied, completed, z)
    k, n, quantile = (step.number for step in inputs)
    square = quantile**2
    root = square_root(k * (n - k) / n + square / 4)
    middle = _inner("k + z² ÷ 2", k + square / 2, "{0} + {2} × {2} ÷ 2", inputs)
    half = _inner(
        "z × √(k(n − k) ÷ n + z² ÷ 4)",
        quantile * root,
        "{2} × √({0} × ({1} − {0}) ÷ {1} + {2} × {2} ÷ 4)",
        inputs,
    )
    whole = _inner("n + z²", n + square, "{1} + {2} × {2}", inputs)
    for key, sign, what, bound in zip(
        ("interval_low", "interval_high"),
        ("−", "+"),
        (_("Wilson interval, lower bound, per cent"), _("Wilson interval, upper bound, per cent")),
        a.satisfaction.interval or (),
        strict=True,
    ):
        formula = f"({{0}} {sign} {{1}}) ÷ {{2}} × 100"
        steps = (middle, half, whole)
        yield Step(what, bound * 100, printed(bound * 100), "D7", formula, steps, key=key)


def _inner(what: str, value: Fraction, formula: str, inputs: tuple[Step, ...]) -> Step:
    return Step(what, value, short_text(value), "D7", formula, inputs)


def _left_out(calls: Calls) -> Iterator[Step]:
    """Yield what stands in neither number of the rate, and is printed beside it (D7, D8)."""
    denied = [c for c in calls if c[1].service_real is False]
    yield _count(_("Said that the service never took place"), denied, "D8")
    for disposition, name in DISPOSITION_NAMES.items():
        if disposition is not Disposition.COMPLETED:
            found = [c for c in calls if c[1].disposition == disposition]
            yield _count(_("Left out: {words}").format(words=_(name)), found)


def _size(a: Assessment, entity: Entity[Sample], body: Sample) -> Step:
    """Return the size of the sample that was drawn; the formula, where it still follows from it."""
    scheme, p = a.scheme, a.scheme.parameters
    population = leaf(_("Population"), body.population, rule="D9", recorded=origins(entity))
    least = parameter(scheme, "sample_minimum", _("Least size"), "D9")
    note = _("Seed {seed}: drawn in the order of SHA-256.").format(seed=body.seed)
    what, size = _("Size of the sample"), Fraction(body.size)
    if body.size != sample_size(body.population, p):
        note += " " + _("Drawn when the scheme had other parameters.")
        steps: tuple[Step, ...] = (population,)
        return Step(what, size, str(size), "D9", "", steps, key="sample", note=note)
    if body.population <= p.sample_minimum:
        steps = (population, least)
        return Step(what, size, str(size), "D9", "{0}", steps, key="sample", note=note)
    unlimited = _unlimited(a)
    formula = "max({1}, ⌈{2} × {0} ÷ ({0} + {2} − 1)⌉)"
    steps = (population, least, unlimited)
    return Step(what, size, str(size), "D9", formula, steps, key="sample", note=note)


def _unlimited(a: Assessment) -> Step:
    """Return n₀, the size for a list without end: z²·p·(1−p) ÷ e²; not rounded."""
    scheme, p = a.scheme, a.scheme.parameters
    share, margin = Fraction(p.sample_proportion_percent), Fraction(p.sample_margin_percent)
    steps = (
        parameter(scheme, "confidence_z", _("Quantile z"), "D9"),
        parameter(scheme, "sample_proportion_percent", _("Share p, per cent"), "D9"),
        parameter(scheme, "sample_margin_percent", _("Margin e, per cent"), "D9"),
    )
    value = Fraction(p.confidence_z) ** 2 * share * (100 - share) / margin**2
    formula = "{0} × {0} × {1} × (100 − {1}) ÷ ({2} × {2})"
    return Step(_("n0, not rounded"), value, short_text(value), "D9", formula, steps)
