"""校准: how far the evaluators of a round measure alike, where several rated the same item.

Exact fractions throughout. Below FEWEST_CASES there is no number: chance would speak, not the
people. Ratings in conflict are left out, 不适用 counts in the agreement alone.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from evaluator_desktop.domain.scheme import Scheme

FEWEST_CASES = 10
"""Items rated by several people that a number has to rest on."""

Values = dict[str, Decimal | None]
"""What each person gave; None is 不适用."""


@dataclass(frozen=True)
class Case:
    """One item of one provider that at least two people rated; None is 不适用."""

    provider: str
    item: str
    values: Values

    @property
    def numbers(self) -> Mapping[str, Fraction]:
        return {p: Fraction(value) for p, value in self.values.items() if value is not None}

    @property
    def spread(self) -> Fraction | None:
        """Rating points; None where a number stands beside 不适用, or nobody gave one."""
        numbers = self.numbers.values()
        return max(numbers) - min(numbers) if len(numbers) == len(self.values) else None

    def agrees(self, tolerance: Decimal) -> bool:
        """Tell whether the people agree as D10 has it."""
        return not self.numbers or (self.spread is not None and self.spread <= Fraction(tolerance))


@dataclass(frozen=True)
class PersonCalibration:
    """One evaluator beside the others; `offset` None: fewer cases with numbers than it needs."""

    person: str
    cases: int
    """Items that others rated too, both with a number."""
    offset: Fraction | None
    """Mean of own rating minus the mean of the others', rating points; above 0 is milder."""


@dataclass(frozen=True)
class ItemCalibration:
    """How one item was rated by several people."""

    item: str
    cases: int
    disputed: int
    mean_spread: Fraction | None
    """Rating points, over the cases with numbers alone; None where there is none."""


@dataclass(frozen=True)
class Calibration:
    """What the overlap of a round says."""

    rated: int
    """Items of providers that anybody rated."""
    overlap: int
    """Of these, rated by several people."""
    agreement: Fraction | None
    """Share of the overlap within the tolerance, 0–1; None: too few cases."""
    people: tuple[PersonCalibration, ...]
    """By name, those without a shared case included."""
    items: tuple[ItemCalibration, ...]
    """Items with a shared case, the most contested first."""


def calibration(scheme: Scheme, cases: Sequence[Case]) -> Calibration:
    """Compare the evaluators over everything that was rated, each entry at least one rating."""
    shared = [case for case in cases if len(case.values) > 1]
    tolerance = scheme.parameters.rating_tolerance
    agreed = sum(case.agrees(tolerance) for case in shared)
    return Calibration(
        len(cases),
        len(shared),
        Fraction(agreed, len(shared)) if len(shared) >= FEWEST_CASES else None,
        tuple(_people(cases, shared)),
        tuple(_contested(scheme, shared)),
    )


def _people(cases: Iterable[Case], shared: Iterable[Case]) -> Iterable[PersonCalibration]:
    offsets: dict[str, list[Fraction]] = defaultdict(list)
    for case in shared:
        numbers = case.numbers
        for person, own in numbers.items():
            others = [value for name, value in numbers.items() if name != person]
            if others:
                offsets[person].append(own - _mean(others))
    for person in sorted({person for case in cases for person in case.values}):
        found = offsets[person]
        mean = _mean(found) if len(found) >= FEWEST_CASES else None
        yield PersonCalibration(person, len(found), mean)


def _contested(scheme: Scheme, shared: Iterable[Case]) -> list[ItemCalibration]:
    by_item: dict[str, list[Case]] = defaultdict(list)
    for case in shared:
        by_item[case.item].append(case)
    tolerance = scheme.parameters.rating_tolerance
    found = [_item(item.id, by_item[item.id], tolerance) for item in scheme.items]
    return sorted((item for item in found if item.cases), key=_calmness)


def _item(item: str, cases: Sequence[Case], tolerance: Decimal) -> ItemCalibration:
    spreads = [spread for case in cases if (spread := case.spread) is not None]
    disputed = sum(not case.agrees(tolerance) for case in cases)
    return ItemCalibration(item, len(cases), disputed, _mean(spreads) if spreads else None)


def _calmness(item: ItemCalibration) -> tuple[Fraction, Fraction]:
    """Order by: the share in dispute, then the spread, both from the largest down."""
    return -Fraction(item.disputed, item.cases), -(item.mean_spread or Fraction())


def _mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction()) / len(values)
