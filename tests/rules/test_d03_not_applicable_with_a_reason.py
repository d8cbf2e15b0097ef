"""D3: no total until every item is rated, or 不适用 with a reason."""

import pytest

from evaluator_desktop.domain.assess import assess
from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Rating
from evaluator_desktop.domain.explanation import explain
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scoring import RatingState
from tests.domain import records as r
from tests.domain.records import CHEN, ROUND, STAFF, ZHOU, entity


def assessed(scheme: Scheme, *ratings: Rating) -> Assessment:
    """Everything rated 80 by one person, but for one item, which has these ratings."""
    others = [entity(r.rating("80", ZHOU, i.id)) for i in scheme.items if i.id != STAFF]
    return assess(r.record(*others, *map(entity, ratings)), scheme, ROUND)


@pytest.mark.parametrize("reason", ["", " \n"])
def test_d3_not_applicable_without_a_reason_settles_nothing(
    scheme: Scheme, english: None, reason: str
) -> None:
    found = assessed(scheme, r.rating("na", reason=reason))

    assert (found.score, found.sheet.weight_rated_bp) == (None, 9500)
    assert found.item(STAFF).rating.state is RatingState.UNEXPLAINED
    rules = [f.rule for f in found.findings if f.place == STAFF and f.severity.startswith("blocks")]
    assert rules == ["D3a"]  # not "is not rated" as well
    assert "Staff (not applicable, reason missing)" in explain(found)[0].note


def test_d3_not_applicable_with_a_reason_gives_its_weight_to_the_dimension(scheme: Scheme) -> None:
    found = assessed(scheme, r.rating("na", reason="无专职人员"))

    assert (found.score, found.sheet.weight_rated_bp) == ("80.00", 10_000)


def test_d3_one_reason_of_several_persons_will_do(scheme: Scheme) -> None:
    found = assessed(scheme, r.rating("na", ZHOU), r.rating("na", CHEN, reason="无专职人员"))

    assert found.score == "80.00"
    assert [f.rule for f in found.findings if f.place == STAFF and f.rule == "D3a"] == ["D3a"]


def test_d3_beside_a_number_it_is_a_dispute_with_or_without_a_reason(scheme: Scheme) -> None:
    found = assessed(scheme, r.rating("na", ZHOU), r.rating("80", CHEN))

    assert found.item(STAFF).rating.state is RatingState.DISPUTED


@pytest.mark.parametrize(("agreed", "blocks"), [("80", True), ("0", False), ("na", False)])
def test_d5_a_consensus_above_0_on_nothing_verified_blocks_too(
    scheme: Scheme, agreed: str, blocks: bool
) -> None:
    ratings = [entity(r.rating("0", ZHOU, reason="缺")), entity(r.rating("na", CHEN, reason="无"))]
    found = assess(r.record(*ratings, entity(r.consensus(agreed, *ratings))), scheme, ROUND)

    assert [f.rule for f in found.findings if f.place == STAFF and f.rule == "D5"] == (
        ["D5"] if blocks else []
    )
