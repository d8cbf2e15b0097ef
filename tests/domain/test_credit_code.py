import random

import pytest
from stdnum.cn import uscc

from evaluator_desktop import texts
from evaluator_desktop.domain.credit_code import (
    check_digit,
    credit_code_problem,
    has_check_digit,
    normalise_credit_code,
)


@pytest.mark.parametrize(
    "text",
    [
        "91110000600037341L",
        " 91110000600037341l",
        "９１１１００００－６０００３７３４１Ｌ",
        "9111 0000 6000 3734 1L",
    ],
)
def test_a_code_has_one_spelling(text: str) -> None:
    assert normalise_credit_code(text) == "91110000600037341L"


@pytest.mark.parametrize("code", ["91110000600037341L", "N2110000600037341L", "31310000MD01234567"])
def test_a_code_of_the_right_form_has_no_problem(code: str) -> None:
    assert credit_code_problem(code) is None


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("", "this one has 0"),
        ("9111000060003734", "this one has 16"),
        ("9111000060003734IL", "never has the letter I; was 1 meant"),
        ("9111000060003734OL", "never has the letter O; was 0 meant"),
        ("91AA0000600037341L", "six digits for the region"),
        ("9111000060003734=L", "ten more"),
    ],
)
def test_a_code_of_the_wrong_form_is_told_why(code: str, problem: str) -> None:
    texts.set_language("en")
    assert problem in (credit_code_problem(code) or "")


def test_the_check_digit() -> None:
    assert has_check_digit("91110000600037341L")
    assert not has_check_digit("911100006000373410")


def test_the_check_digit_is_that_of_the_standard() -> None:
    chance = random.Random(1)
    for _number in range(300):
        tail = "".join(chance.choices("0123456789ABCDEFGHJKLMNPQRTUWXY", k=9))
        first = f"91{chance.randrange(10**6):06}{tail}"
        assert check_digit(first) == uscc.calc_check_digit(first)
