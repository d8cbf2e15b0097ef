"""What a customer answers, digit by digit (D7, D8): which question is due, and what a digit says.

Without Qt, so that the whole course of a call can be read here and tested by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto

from evaluator_desktop.domain.bodies import Call
from evaluator_desktop.domain.satisfaction import SATISFACTION_NAMES, Disposition


class Question(Enum):
    """What is asked, in this order."""

    DISPOSITION = auto()
    SERVICE = auto()
    SATISFACTION = auto()


DISPOSITION_DIGITS: Mapping[str, Disposition] = {
    str(number): disposition for number, disposition in enumerate(Disposition, start=1)
}
SERVICE_DIGITS: Mapping[str, bool] = {"1": True, "2": False}
SATISFACTION_DIGITS: Mapping[str, int] = {str(value): value for value in SATISFACTION_NAMES}


@dataclass(frozen=True)
class Answer:
    """What was said so far."""

    disposition: Disposition | None = None
    service_real: bool | None = None
    satisfaction: int | None = None

    @classmethod
    def of(cls, call: Call | None) -> "Answer":
        """Return what a recorded call says."""
        if call is None:
            return cls()
        return cls(Disposition(call.disposition), call.service_real, call.satisfaction)

    @property
    def due(self) -> Question | None:
        """The question that is open, None when the call can be recorded."""
        if self.disposition is None:
            return Question.DISPOSITION
        if self.disposition is not Disposition.COMPLETED:
            return None
        if self.service_real is None:
            return Question.SERVICE
        return Question.SATISFACTION if self.service_real and self.satisfaction is None else None

    @property
    def last(self) -> Question:
        """The question that was answered last, which another digit answers anew."""
        if self.satisfaction is not None:
            return Question.SATISFACTION
        return Question.DISPOSITION if self.service_real is None else Question.SERVICE

    def asks(self, question: Question) -> bool:
        """Tell whether a question belongs to the call, as it was answered so far."""
        if question is Question.DISPOSITION:
            return True
        if question is Question.SERVICE:
            return self.disposition is Disposition.COMPLETED
        return self.service_real is True

    def typed(self, digit: str) -> "Answer":
        """Return the answer with a digit for the question that is due, else for the last one."""
        return self.answered(self.due or self.last, digit)

    def answered(self, question: Question, digit: str) -> "Answer":
        """Return the answer with a question answered by a digit; later answers fall away.

        A digit that means nothing there changes nothing.
        """
        if question is Question.DISPOSITION and digit in DISPOSITION_DIGITS:
            return Answer(DISPOSITION_DIGITS[digit])
        if question is Question.SERVICE and digit in SERVICE_DIGITS:
            return replace(self, service_real=SERVICE_DIGITS[digit], satisfaction=None)
        if question is Question.SATISFACTION and digit in SATISFACTION_DIGITS:
            return replace(self, satisfaction=SATISFACTION_DIGITS[digit])
        return self

    def taken_back(self) -> "Answer":
        """Return the answer without its last digit."""
        if self.satisfaction is not None:
            return replace(self, satisfaction=None)
        if self.service_real is not None:
            return replace(self, service_real=None)
        return Answer()

    def digit(self, question: Question) -> str:
        """Return the digit that a question was answered by, "" before."""
        given = {
            Question.DISPOSITION: (self.disposition, DISPOSITION_DIGITS),
            Question.SERVICE: (self.service_real, SERVICE_DIGITS),
            Question.SATISFACTION: (self.satisfaction, SATISFACTION_DIGITS),
        }
        value, digits = given[question]
        return next((digit for digit, means in digits.items() if means == value), "")
