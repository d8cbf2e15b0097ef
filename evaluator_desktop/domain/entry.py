"""D12: the optional checklist of entry conditions; another year's, off in the 2020 scheme.

What is known by itself is read from the calls and the list of customers, the rest a person
records. The results are listed and never touch a score.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import EntryFact
from evaluator_desktop.domain.parameters import EntryCondition, EntryMeasure
from evaluator_desktop.domain.scoring import printed

RECORDED = frozenset({EntryMeasure.FULL_TIME_STAFF, EntryMeasure.RECORDED})
"""Measures that a person records."""

Known = Callable[[Assessment, EntryCondition], Fraction | None]


@dataclass(frozen=True)
class EntryResult:
    """One condition: what is known, None for nothing yet, and whether that is enough."""

    condition: EntryCondition
    value: Fraction | None

    @property
    def is_met(self) -> bool | None:
        return None if self.value is None else self.value >= self.condition.minimum

    @property
    def text(self) -> str | None:
        """The value as it is printed: whole numbers as they are, else with two decimals."""
        if self.value is None:
            return None
        return str(self.value) if self.value.denominator == 1 else printed(self.value)


def entry_results(a: Assessment) -> tuple[EntryResult, ...]:
    """Return the checklist in the scheme's order, nothing where the scheme does not check it."""
    parameters = a.scheme.parameters
    conditions = parameters.entry_conditions if parameters.entry_checklist else ()
    return tuple(EntryResult(c, _MEASURES[c.measure](a, c)) for c in conditions)


def _satisfaction(a: Assessment, _condition: EntryCondition) -> Fraction | None:
    rate = a.satisfaction.rate
    return None if rate is None else rate * 100


def _enterprises(a: Assessment, _condition: EntryCondition) -> Fraction | None:
    return Fraction(len(a.record.customers)) if a.record.customers else None


def _recorded(a: Assessment, condition: EntryCondition) -> Fraction | None:
    """What was recorded; None while versions of it differ."""
    found = (entity.body for entity in a.record.of(EntryFact))
    values = (body.number for body in found if body and body.condition == condition.id)
    value = next(values, None)
    return None if value is None else Fraction(value)


_MEASURES: Mapping[EntryMeasure, Known] = {
    EntryMeasure.SATISFACTION_PERCENT: _satisfaction,
    EntryMeasure.ENTERPRISES_SERVED: _enterprises,
    EntryMeasure.FULL_TIME_STAFF: _recorded,
    EntryMeasure.RECORDED: _recorded,
}
