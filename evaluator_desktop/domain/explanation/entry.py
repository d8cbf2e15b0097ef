"""Why an entry condition is met or not (D12); nothing where the scheme does not check them."""

from collections.abc import Iterator
from fractions import Fraction

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import EntryFact
from evaluator_desktop.domain.entry import RECORDED, EntryResult, entry_results
from evaluator_desktop.domain.explanation.step import Origin, Step, leaf, origins
from evaluator_desktop.domain.parameters import EntryCondition, EntryMeasure
from evaluator_desktop.texts import _, language


def entry_steps(a: Assessment) -> Iterator[Step]:
    """Yield each condition with what is known and what it asks for."""
    for result in entry_results(a):
        yield _condition(a, result)


def _condition(a: Assessment, result: EntryResult) -> Step:
    condition, met = result.condition, result.is_met
    recorded = _recorded(a, condition) if condition.measure in RECORDED else ()
    known = leaf(_("Found"), result.value, result.text or _("not known yet"), recorded=recorded)
    if condition.measure is EntryMeasure.SATISFACTION_PERCENT and result.value is not None:
        known = leaf(_("Satisfaction rate, per cent"), result.value, key="satisfaction")
    least = leaf(
        _("At least"), Fraction(condition.minimum), rule="D12", parameter="entry_conditions"
    )
    return Step(
        condition.name.text(language()),
        met,
        _("open") if met is None else _("yes") if met else _("no"),
        "D12",
        "" if met is None else "{0} ≥ {1}",
        (known, least),
        key=f"entry:{condition.id}",
    )


def _recorded(a: Assessment, condition: EntryCondition) -> tuple[Origin, ...]:
    found = (e for e in a.record.of(EntryFact) if e.body and e.body.condition == condition.id)
    return tuple(origin for entity in found for origin in origins(entity))
