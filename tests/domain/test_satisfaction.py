"""D7 and D8: what the calls come to, against a count by hand and published intervals."""

import csv
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator_desktop.domain.bodies import Call
from evaluator_desktop.domain.parameters import Parameters
from evaluator_desktop.domain.satisfaction import (
    DISPOSITION_NAMES,
    SATISFACTION_NAMES,
    Disposition,
    call_problem,
    satisfaction,
    wilson_interval,
)
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scoring import printed
from tests.domain import customers as c

Z = Decimal("1.959964")
ANSWERS = [(None, None), *product((True,), range(1, 6)), (False, None)]
CALLS = st.one_of(
    st.tuples(st.just("completed"), st.sampled_from(ANSWERS[1:])),
    st.tuples(st.sampled_from([*Disposition][1:]), st.just((None, None))),
)


@pytest.fixture(scope="module")
def parameters(scheme: Scheme) -> Parameters:
    return scheme.parameters


def calls(*values: int) -> list[Call]:
    """One completed interview for each satisfaction that was said."""
    bodies = [c.interview(c.customer(), value).body for value in values]
    return [body for body in bodies if body is not None]


def called(*dispositions: str) -> list[Call]:
    return [c.call_body(c.customer(), word) for word in dispositions]


def test_d7_three_of_the_five_answers_are_satisfied(parameters: Parameters) -> None:
    found = satisfaction(calls(5, 4, 3, 2, 1), parameters)

    assert (found.satisfied, found.completed, found.rate) == (3, 5, Fraction(3, 5))
    assert list(SATISFACTION_NAMES) == [5, 4, 3, 2, 1]


def test_d7_basically_satisfied_is_a_parameter(parameters: Parameters) -> None:
    strict = replace(parameters, basic_satisfied_counts=False)

    assert satisfaction(calls(5, 4, 3, 3), strict).rate == Fraction(1, 2)
    assert satisfaction(calls(5, 4, 3, 3), parameters).rate == 1


def test_d7_who_was_not_reached_is_printed_and_counts_nothing(parameters: Parameters) -> None:
    words = ("no_answer", "no_answer", "refused", "wrong_number", "not_a_customer")
    found = satisfaction(called(*words) + calls(5, 1), parameters)

    assert (found.satisfied, found.completed) == (1, 2)
    assert found.dispositions == {
        "completed": 2,
        "no_answer": 2,
        "refused": 1,
        "wrong_number": 1,
        "not_a_customer": 1,
    }
    assert list(found.dispositions) == list(DISPOSITION_NAMES) == list(Disposition)


@pytest.mark.parametrize("words", [(), ("no_answer",), ("refused", "wrong_number")])
def test_d7_no_completed_interview_is_neither_zero_nor_a_pass(
    parameters: Parameters, words: tuple[str, ...]
) -> None:
    found = satisfaction(called(*words), parameters)

    assert (found.rate, found.interval, found.meets_threshold) == (None, None, None)


def test_d7_all_dissatisfied_is_zero(parameters: Parameters) -> None:
    found = satisfaction(calls(1, 2), parameters)

    assert found.rate == 0
    assert found.meets_threshold is False


@pytest.mark.parametrize(
    ("satisfied", "others", "percent", "meets"),
    [
        (9, 1, 90, True),
        (8, 1, 90, False),
        (89, 11, 90, False),
        (899, 100, 90, False),  # 89.99 printed as 90.0 would pass
        (1, 0, 100, True),
        (99, 1, 100, False),
        (0, 1, 0, True),
    ],
)
def test_d7_the_threshold_is_compared_in_integers(
    parameters: Parameters, satisfied: int, others: int, percent: int, meets: bool
) -> None:
    wanted = replace(parameters, satisfaction_threshold_percent=percent)
    found = satisfaction(calls(*[5] * satisfied, *[1] * others), wanted)

    assert found.meets_threshold is meets


def test_d8_denied_services_are_counted_apart(parameters: Parameters) -> None:
    denied = [body for body in (c.denial(c.customer()).body for _ in range(3)) if body]
    found = satisfaction(denied + calls(5, 1), parameters)

    assert (found.denied, found.completed, found.rate) == (3, 2, Fraction(1, 2))
    assert found.dispositions[Disposition.COMPLETED] == 5
    assert satisfaction(denied, parameters).rate is None


def test_d8_only_a_no_is_a_denial_and_a_denial_says_no_satisfaction(
    parameters: Parameters,
) -> None:
    """Bodies like these are refused on both ways in; counted they would still be nothing."""
    odd = [
        c.call_body(c.customer(), "completed", real=real, satisfaction=satisfaction)
        for real, satisfaction in ((False, 5), (None, 5), (None, None), (True, None))
    ]
    found = satisfaction(odd, parameters)

    assert (found.completed, found.satisfied, found.denied) == (0, 0, 1)


@given(st.lists(CALLS, max_size=30), st.booleans())
def test_d7_d8_against_counting_by_hand(
    parameters: Parameters, said: list[tuple[str, tuple[bool | None, int | None]]], basic: bool
) -> None:
    who = c.customer()
    bodies = [c.call_body(who, w, real=real, satisfaction=s) for w, (real, s) in said]
    found = satisfaction(bodies, replace(parameters, basic_satisfied_counts=basic))

    valid = satisfied = denied = 0
    for word, (real, answer) in said:
        if word == "completed" and real is True:
            valid += 1
            if answer in ((3, 4, 5) if basic else (4, 5)):
                satisfied += 1
        if word == "completed" and real is False:
            denied += 1
    assert (found.completed, found.satisfied, found.denied) == (valid, satisfied, denied)
    assert sum(found.dispositions.values()) == len(said)
    assert satisfaction(reversed(bodies), found_parameters(parameters, basic)) == found


def found_parameters(parameters: Parameters, basic: bool) -> Parameters:
    return replace(parameters, basic_satisfied_counts=basic)


# --- the interval -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("satisfied", "completed", "low", "high"),
    [
        # Newcombe (1998), table I, method 3; all by scipy 1.x, binomtest.proportion_ci("wilson")
        (81, 263, "0.255289", "0.366210"),
        (15, 148, "0.062386", "0.160487"),
        (0, 20, "0.000000", "0.161125"),
        (1, 29, "0.006113", "0.171755"),
        (0, 1, "0.000000", "0.793451"),
        (1, 1, "0.206549", "1.000000"),
        (42, 45, "0.821434", "0.977068"),
        (45, 50, "0.786398", "0.956524"),
        (28, 30, "0.786765", "0.981523"),
        (88, 88, "0.958173", "1.000000"),
        (449, 500, "0.868365", "0.921566"),
    ],
)
def test_d7_wilson_interval_as_published(
    satisfied: int, completed: int, low: str, high: str
) -> None:
    interval = wilson_interval(satisfied, completed, Z)

    assert [f"{Decimal(b.numerator) / b.denominator:.6f}" for b in interval] == [low, high]


def test_d7_wilson_intervals_as_two_statistics_libraries_give_them() -> None:
    """130 of them, every edge included; how they were made stands in the file."""
    lines = (Path(__file__).parent / "wilson_intervals.csv").read_text("utf-8").splitlines()
    recorded = list(csv.DictReader(line for line in lines if not line.startswith("#")))

    assert len(recorded) == 130
    for row in recorded:
        found = wilson_interval(int(row["satisfied"]), int(row["completed"]), Z)
        bounds = [f"{Decimal(b.numerator) / b.denominator:.8f}" for b in found]
        assert bounds == [row["low"], row["high"]], row


def test_d7_rate_and_interval_are_printed_with_two_decimals(parameters: Parameters) -> None:
    found = satisfaction(calls(*[5] * 14, 2), parameters)

    assert found.rate is not None
    assert found.interval is not None
    assert printed(found.rate * 100) == "93.33"
    assert [printed(bound * 100) for bound in found.interval] == ["70.18", "98.81"]


@given(st.integers(1, 5000), st.data())
def test_d7_the_bounds_solve_the_wilson_equation(completed: int, data: st.DataObject) -> None:
    satisfied = data.draw(st.integers(0, completed))
    rate = Fraction(satisfied, completed)

    low, high = wilson_interval(satisfied, completed, Z)

    assert 0 <= low <= rate <= high <= 1
    for bound in (low, high):
        # |p̂ − p| = z·√(p(1−p)/n) at both bounds: what the interval is defined by
        wrong = (rate - bound) ** 2 - Fraction(Z) ** 2 * bound * (1 - bound) / completed
        assert abs(wrong) < Fraction(1, 10**30)


def test_d7_the_ends_are_exact() -> None:
    assert wilson_interval(0, 7, Z)[0] == 0
    assert wilson_interval(7, 7, Z)[1] == 1


def test_d7_the_quantile_is_the_schemes(parameters: Parameters) -> None:
    wide = replace(parameters, confidence_z=Decimal("2.575829"))

    narrow_low, narrow_high = satisfaction(calls(5, 5, 1), parameters).interval or (0, 0)
    wide_low, wide_high = satisfaction(calls(5, 5, 1), wide).interval or (0, 0)
    assert wide_low < narrow_low < narrow_high < wide_high


# --- answers that fit together ----------------------------------------------------------------


def test_d7_answers_that_fit_together() -> None:
    fitting = {
        (word, real, answer)
        for word, real, answer in product(Disposition, (None, True, False), (None, *range(1, 6)))
        if call_problem(word, real, answer) is None
    }

    assert fitting == {
        *(("completed", real, answer) for real, answer in ANSWERS[1:]),
        *((word, None, None) for word in [*Disposition][1:]),
    }


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        (("completed", None, None), "service_real"),
        (("refused", True, None), "service_real"),
        (("completed", True, None), "satisfaction"),
        (("completed", False, 1), "satisfaction"),
        (("no_answer", None, 5), "satisfaction"),
    ],
)
def test_d7_the_answer_that_does_not_fit_is_named(
    answers: tuple[str, bool | None, int | None], field: str
) -> None:
    problem = call_problem(*answers)

    assert problem is not None
    assert problem.field == field
