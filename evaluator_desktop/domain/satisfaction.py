"""What the calls to a provider's customers come to: dispositions, rate, interval (D7, D8).

Exact fractions throughout. Read as follows where rules.md leaves it open: the calls of customers
that were removed, and calls in conflict, count nothing until that is settled.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import isqrt

from evaluator_desktop.domain.bodies import Call
from evaluator_desktop.domain.parameters import Parameters
from evaluator_desktop.errors import FieldProblem
from evaluator_desktop.texts import N_, _


class Disposition(StrEnum):
    """D7: what came of a call."""

    COMPLETED = "completed"
    NO_ANSWER = "no_answer"
    REFUSED = "refused"
    WRONG_NUMBER = "wrong_number"
    NOT_A_CUSTOMER = "not_a_customer"


DISPOSITION_NAMES = {
    Disposition.COMPLETED: N_("Reached"),
    Disposition.NO_ANSWER: N_("No answer"),
    Disposition.REFUSED: N_("Refused"),
    Disposition.WRONG_NUMBER: N_("Wrong number"),
    Disposition.NOT_A_CUSTOMER: N_("Not a customer"),
}
SATISFACTION_NAMES = {
    5: N_("Very satisfied"),
    4: N_("Satisfied"),
    3: N_("Basically satisfied"),
    2: N_("Dissatisfied"),
    1: N_("Very dissatisfied"),
}
"""D7: from the best answer down."""
_BASICALLY_SATISFIED = 3
_ROOT_SCALE = 10**40


@dataclass(frozen=True)
class Satisfaction:
    """The satisfaction of a provider's customers as far as they were called."""

    dispositions: Mapping[Disposition, int]
    """Customers by what came of the last call, all five."""
    completed: int
    """n of D7: reached, the service confirmed as real, satisfaction said."""
    satisfied: int
    denied: int
    """D8: customers who say that the service never took place; in neither number above."""
    threshold_percent: int
    z: Decimal = field(repr=False)

    @property
    def rate(self) -> Fraction | None:
        """0–1; None without a valid sample, which is neither 0 % nor a pass."""
        return Fraction(self.satisfied, self.completed) if self.completed else None

    @property
    def interval(self) -> tuple[Fraction, Fraction] | None:
        """The Wilson interval of the rate, 0–1; None without a valid sample."""
        if not self.completed:
            return None
        return wilson_interval(self.satisfied, self.completed, self.z)

    @property
    def meets_threshold(self) -> bool | None:
        """Whether the rate is at least the threshold, compared in integers."""
        if not self.completed:
            return None
        return self.satisfied * 100 >= self.threshold_percent * self.completed


def satisfaction(calls: Iterable[Call], parameters: Parameters) -> Satisfaction:
    """Count the calls, one state for each customer (D7, D8)."""
    found = list(calls)
    counts = Counter(Disposition(call.disposition) for call in found)
    reached = [call for call in found if call.disposition == Disposition.COMPLETED]
    said = [c.satisfaction for c in reached if c.service_real and c.satisfaction is not None]
    lowest = _BASICALLY_SATISFIED + (not parameters.basic_satisfied_counts)
    return Satisfaction(
        {disposition: counts[disposition] for disposition in Disposition},
        len(said),
        sum(value >= lowest for value in said),
        sum(call.service_real is False for call in reached),
        parameters.satisfaction_threshold_percent,
        parameters.confidence_z,
    )


def wilson_interval(satisfied: int, completed: int, z: Decimal) -> tuple[Fraction, Fraction]:
    """Return the Wilson score interval of `satisfied` out of `completed` > 0 (D7).

    (k + z²/2 ± z·√(k(n−k)/n + z²/4)) ÷ (n + z²); the root is exact to 40 decimals.
    """
    quantile = Fraction(z)
    square = quantile**2
    middle = satisfied + square / 2
    spread = Fraction(satisfied * (completed - satisfied), completed) + square / 4
    half = quantile * square_root(spread)
    whole = completed + square
    return (middle - half) / whole, (middle + half) / whole


def square_root(value: Fraction) -> Fraction:
    """Return a root cut off after 40 decimals."""
    return Fraction(isqrt(value.numerator * _ROOT_SCALE**2 // value.denominator), _ROOT_SCALE)


def call_problem(
    disposition: str, service_real: bool | None, satisfaction: int | None
) -> FieldProblem | None:
    """Say what of a call's three answers does not fit together (D7, D8), None when they do."""
    reached = disposition == Disposition.COMPLETED
    if reached and service_real is None:
        return FieldProblem("service_real", _("say whether the service took place"))
    if not reached and service_real is not None:
        return FieldProblem("service_real", _("only a customer who was reached can say this"))
    if service_real and satisfaction is None:
        return FieldProblem("satisfaction", _("say how satisfied the customer is, 5 to 1"))
    if not service_real and satisfaction is not None:
        message = _("only a customer who had the service can say this")
        return FieldProblem("satisfaction", message)
    return None
