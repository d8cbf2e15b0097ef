"""What the rules say of a record: scores, shop and class, null while something is open."""

from fractions import Fraction
from typing import Any

import msgspec
import pytest

from evaluator_desktop.domain.assess import assess
from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import PartValue, ShopPart
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scoring import RatingState
from tests.domain import records as r
from tests.domain.records import CHEN, PROVIDER, ROUND, STAFF, ZHOU, entity, record, withdrawn


def assessed(scheme: Scheme, *entities: Entity[Any]) -> Assessment:
    return assess(record(*entities), scheme, ROUND)


def rated(scheme: Scheme, value: str = "83.5", person: str = ZHOU) -> list[Entity[Any]]:
    return [entity(r.rating(value, person, item.id)) for item in scheme.items]


def test_d3_no_total_until_every_item_is_rated(scheme: Scheme) -> None:
    full = rated(scheme)

    assert assessed(scheme, *full).score == "83.50"
    part = assessed(scheme, *full[1:])
    assert part.score is None
    assert part.rated_count == len(scheme.items) - 1
    assert part.is_provisional


def test_d3_a_rating_in_conflict_counts_as_not_rated(scheme: Scheme) -> None:
    full = rated(scheme)
    torn = entity(r.rating("80", item=scheme.items[0].id), r.rating("90", item=scheme.items[0].id))
    result = assessed(scheme, torn, *full[1:])

    assert result.items[0].rating.state is RatingState.CONFLICT
    assert result.score is None


def test_heads_that_agree_are_rated(scheme: Scheme) -> None:
    item = scheme.items[0].id
    agreed = entity(r.rating("80", item=item, reason="甲"), r.rating("80", item=item, reason="乙"))

    assert assessed(scheme, agreed).items[0].rating.value == Fraction(80)


def test_d10_the_mean_of_two_within_the_tolerance(scheme: Scheme) -> None:
    result = assessed(scheme, *rated(scheme, "80"), *rated(scheme, "85", CHEN))

    assert result.score == "82.50"


def test_d10_a_dispute_leaves_no_total_and_a_consensus_ends_it(scheme: Scheme) -> None:
    full = rated(scheme, "80")
    item = scheme.items[0].id
    other = entity(r.rating("90", CHEN, item))
    assert assessed(scheme, *full, other).items[0].rating.state is RatingState.DISPUTED
    assert assessed(scheme, *full, other).score is None

    settled = entity(r.consensus("80", full[0], other, item=item))
    assert assessed(scheme, *full, other, settled).score == "80.00"


def test_a_consensus_in_conflict_settles_nothing(scheme: Scheme) -> None:
    full = rated(scheme, "80")
    item = scheme.items[0].id
    torn = entity(r.consensus("70", item=item), r.consensus("90", item=item))

    assert assessed(scheme, *full, torn).items[0].rating.state is RatingState.CONFLICT


def test_the_shop_needs_all_five_parts(scheme: Scheme) -> None:
    parts = r.shop()
    result = assessed(scheme, *parts)
    assert result.ledger is not None
    assert (result.ledger.total, result.ledger.tier) == (2470, "diamond_3")

    for place in range(len(parts)):
        assert assessed(scheme, *parts[:place], *parts[place + 1 :]).ledger is None


def test_d3_a_part_of_the_shop_in_conflict_gives_neither_points_nor_tier(scheme: Scheme) -> None:
    parts = r.shop()
    values: dict[str, PartValue] = {"products": 99, "is_decorated": True}
    torn = entity(parts[1].heads[0].body, ShopPart(PROVIDER, "offer", values))
    result = assessed(scheme, parts[0], torn, *parts[2:])

    assert result.ledger is None
    assert result.facts_problem is None


def test_facts_that_are_refused_hold_on_to_nothing(scheme: Scheme) -> None:
    parts = r.shop()
    wrong: dict[str, PartValue] = {"products": -1, "is_decorated": True}
    problem = assessed(
        scheme, parts[0], entity(ShopPart(PROVIDER, "offer", wrong)), *parts[2:]
    ).facts_problem

    assert problem is not None
    assert problem.__traceback__ is None


@pytest.mark.parametrize(
    ("value", "name"), [("90", "excellent"), ("89.9", "passed"), ("0", "failed")]
)
def test_d11_the_class_of_the_printed_total(scheme: Scheme, value: str, name: str) -> None:
    band = assessed(scheme, *rated(scheme, value)).class_band

    assert band is not None
    assert band.id == name


def test_d5_a_confirmed_decision_on_false_material_gives_the_lowest_class(scheme: Scheme) -> None:
    full, file = rated(scheme, "95"), entity(r.evidence())
    false = entity(r.outcome(file, "false", "伪造"))

    def class_of(*more: Entity[Any]) -> str | None:
        band = assessed(scheme, *full, file, false, *more).class_band
        return band.id if band else None

    assert class_of(entity(r.class_decision(false))) == "failed"
    assert class_of(entity(r.class_decision(false, confirmed=False))) == "excellent"
    assert assessed(scheme, *full, file, false).score == "95.00"  # D5: no rating is changed


def test_no_class_without_a_total(scheme: Scheme) -> None:
    assert assessed(scheme).class_band is None


def test_removed_and_withdrawn_evidence_does_not_count(scheme: Scheme) -> None:
    file, removed = entity(r.evidence("a")), entity(r.evidence("b", removed=True, reason="重复"))
    gone = withdrawn(entity(r.evidence("c")))
    result = assessed(scheme, file, removed, gone, entity(r.outcome(file)))

    assert result.evidence_count == 1
    assert result.checked_count == 1
    assert len(result.item(STAFF).evidence) == 2


def test_evidence_in_conflict_is_shown_with_its_latest_claim(scheme: Scheme) -> None:
    name = "cd" * 16
    torn = entity(r.evidence("a"), r.evidence("b", removed=True, reason="重复"), id=name)
    result = assessed(scheme, torn)

    assert [e.entity.id for e in result.item(STAFF).evidence] == [name]
    assert result.is_provisional


def test_evidence_that_was_taken_back_elsewhere_is_shown_with_what_it_was(scheme: Scheme) -> None:
    claim = entity(r.evidence("a"), id="cd" * 16).heads[0]
    later = msgspec.structs.replace(r.head(None), at="2020-07-01T08:00:00Z")
    torn = Entity("cd" * 16, "evidence", (claim, later))

    [shown] = assessed(scheme, torn).item(STAFF).evidence

    assert shown.body.name == "a"


def test_what_belongs_to_items_of_another_scheme_is_left_aside(scheme: Scheme) -> None:
    strange = entity(r.rating("80", item="gone.item"))
    file = entity(r.evidence(item="gone.item"))

    assert assessed(scheme, strange, file).evidence_count == 0


def test_the_same_facts_give_the_same_assessment_in_any_order(scheme: Scheme) -> None:
    entities = [*rated(scheme), *r.shop(), entity(r.evidence())]

    assert assessed(scheme, *entities) == assessed(scheme, *reversed(entities))
