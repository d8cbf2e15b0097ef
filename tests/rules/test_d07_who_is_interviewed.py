"""D7: only who was reached, confirmed the service and said how satisfied counts."""

import pytest

from evaluator_desktop.domain.satisfaction import satisfaction
from evaluator_desktop.domain.scheme import Scheme
from tests.domain.customers import call_body, customer


@pytest.mark.parametrize(
    ("disposition", "real", "level"),
    [
        *((word, True, 5) for word in ("no_answer", "refused", "wrong_number", "not_a_customer")),
        ("completed", None, 5),
        ("completed", False, 5),
        ("completed", True, None),
    ],
)
def test_d7_what_lacks_one_of_the_three_is_no_interview(
    scheme: Scheme, disposition: str, real: bool | None, level: int | None
) -> None:
    call = call_body(customer(), disposition, real=real, satisfaction=level)

    found = satisfaction([call], scheme.parameters)

    assert (found.completed, found.satisfied, found.rate) == (0, 0, None)
