"""P13: the tier stands beside the score and becomes no marks by itself."""

import pytest

from evaluator_desktop.domain.assess import assess
from evaluator_desktop.domain.scheme import Scheme
from tests.domain.records import ROUND, entity, rating, record, shop


@pytest.mark.parametrize("purchases", [0, 120, 9000])
def test_p13_the_score_is_the_same_with_any_shop_and_with_none(
    scheme: Scheme, purchases: int
) -> None:
    rated = [entity(rating("83.5", item=item.id)) for item in scheme.items]
    facts = shop(feedback={"purchases": purchases})

    without = assess(record(*rated), scheme, ROUND)
    beside = assess(record(*rated, *facts), scheme, ROUND)

    assert (without.ledger, beside.ledger is None) == (None, False)
    assert beside.score == without.score == "83.50"
    assert beside.sheet == without.sheet
