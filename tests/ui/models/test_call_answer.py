"""The course of a call, digit by digit, without a window."""

import pytest

from evaluator_desktop.domain.satisfaction import Disposition, call_problem
from evaluator_desktop.ui.models.call_answer import Answer, Question


def typed(digits: str) -> Answer:
    answer = Answer()
    for digit in digits:
        answer = answer.taken_back() if digit == "<" else answer.typed(digit)
    return answer


@pytest.mark.parametrize(
    ("digits", "said"),
    [
        ("2", (Disposition.NO_ANSWER, None, None)),
        ("3", (Disposition.REFUSED, None, None)),
        ("4", (Disposition.WRONG_NUMBER, None, None)),
        ("5", (Disposition.NOT_A_CUSTOMER, None, None)),
        ("12", (Disposition.COMPLETED, False, None)),
        ("115", (Disposition.COMPLETED, True, 5)),
        ("111", (Disposition.COMPLETED, True, 1)),
        ("1154", (Disposition.COMPLETED, True, 4)),
        ("1214", (Disposition.COMPLETED, True, 4)),
        ("21", (Disposition.COMPLETED, None, None)),
        ("115<<<3", (Disposition.REFUSED, None, None)),
        ("9", (None, None, None)),
        ("13", (Disposition.COMPLETED, None, None)),
        ("116", (Disposition.COMPLETED, True, None)),
    ],
)
def test_what_digits_say(
    digits: str, said: tuple[Disposition | None, bool | None, int | None]
) -> None:
    answer = typed(digits)

    assert (answer.disposition, answer.service_real, answer.satisfaction) == said


@pytest.mark.parametrize("digits", ["", "1", "2", "11", "12", "111", "3", "4", "5"])
def test_what_may_be_recorded_is_what_the_rules_take(digits: str) -> None:
    answer = typed(digits)
    problem = call_problem(str(answer.disposition), answer.service_real, answer.satisfaction)

    assert (answer.due is None) == (answer.disposition is not None and problem is None)


def test_an_earlier_answer_that_is_given_anew_drops_the_later_ones() -> None:
    answer = typed("115").answered(Question.SERVICE, "2")

    assert (answer.service_real, answer.satisfaction, answer.due) == (False, None, None)
    assert not answer.asks(Question.SATISFACTION)


def test_every_answer_knows_its_digit() -> None:
    answer = typed("114")

    assert [answer.digit(question) for question in Question] == ["1", "1", "4"]
    assert [Answer().digit(question) for question in Question] == ["", "", ""]
