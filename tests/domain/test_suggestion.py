"""D6: suggested ratings, each from its source, never a rating by itself."""

import copy
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator_desktop.domain.assess import assess
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.scheme import Scheme, Suggestion
from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.domain.suggestion import SuggestedRating, suggestion
from evaluator_desktop.domain.verification import Outcome
from tests.domain import customers as c
from tests.domain import records as r
from tests.domain.records import ROUND, STAFF, entity, record

MATERIAL = "verification.authenticity.material"
SATISFACTION = "verification.authenticity.satisfaction"
POINTS = {
    "effectiveness.planning": 60 + 20 + 20 + 200 + 50,
    "effectiveness.products": 180,
    "effectiveness.quantity": 1200,
    "effectiveness.process": 45 + 15,
    "effectiveness.impact.feedback": 20 + 140 + 15 + 120 + 100 + 50,
    "effectiveness.impact.followers": 40 + 195,
}
"""What the rules of the worked example give to each item that is mapped to some."""


def suggested(scheme: Scheme, item: str, *entities: Entity[Any]) -> SuggestedRating | None:
    return suggestion(assess(record(*entities), scheme, ROUND), scheme.item(item))


def value(scheme: Scheme, item: str, *entities: Entity[Any]) -> Fraction | None:
    found = suggested(scheme, item, *entities)
    return found.value if found else None


def checked(*words: str) -> list[Entity[Any]]:
    """A piece of evidence with each outcome."""
    files = [entity(r.evidence(f"{n}.pdf")) for n, _word in enumerate(words)]
    outcomes = (r.outcome(f, word, "注") for f, word in zip(files, words, strict=True))
    return [*files, *map(entity, outcomes)]


@pytest.fixture
def marked(document: dict[str, Any]) -> Scheme:
    """The shipped scheme with a full mark of 500 points for each item that is mapped to rules."""
    return full_marks(document, 500)


def full_marks(document: dict[str, Any], points: int) -> Scheme:
    changed = copy.deepcopy(document)
    for dimension in changed["dimensions"]:
        for indicator in dimension["indicators"]:
            for item in indicator["items"]:
                if item.get("suggestion") == "shop_points":
                    item["full_mark_points"] = points
    return load_scheme(changed)


def test_d6_an_item_that_nothing_is_mapped_to_has_none(scheme: Scheme) -> None:
    assert suggested(scheme, STAFF, *checked("verified"), *r.shop()) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["verified"], 100),
        (["verified", "partly_verified"], 75),
        (["partly_verified"], 50),
        (["verified", "unverifiable", "false"], Fraction(100, 3)),
        (["false"], 0),
        (["verified", "pending"], 100),
        (["pending"], None),
        ([], None),
    ],
)
def test_d6_material_is_the_share_of_checked_evidence(
    scheme: Scheme, words: list[str], expected: Fraction | None
) -> None:
    assert value(scheme, MATERIAL, *checked(*words)) == expected


def test_d6_removed_evidence_counts_nothing(scheme: Scheme) -> None:
    removed = entity(r.evidence("x.pdf", removed=True, reason="重复"))
    outcome = entity(r.outcome(removed, "false", "注"))

    assert value(scheme, MATERIAL, *checked("verified"), removed, outcome) == 100


def test_d6_how_much_partly_counts_is_a_parameter(document: dict[str, Any]) -> None:
    document["parameters"]["partly_verified_percent"] = 30

    assert value(load_scheme(document), MATERIAL, *checked("verified", "partly_verified")) == 65


@given(st.lists(st.sampled_from([o.value for o in Outcome]), max_size=12))
def test_d6_material_against_counting_by_hand(scheme: Scheme, words: list[str]) -> None:
    told = {"verified": 2, "partly_verified": 1, "unverifiable": 0, "false": 0}
    halves = [told[word] for word in words if word != "pending"]

    expected = Fraction(sum(halves) * 50, len(halves)) if halves else None
    assert value(scheme, MATERIAL, *checked(*words)) == expected


def test_d6_satisfaction_is_the_satisfaction_rate(scheme: Scheme) -> None:
    people = c.customers(4)
    calls = [*(c.interview(p, 5) for p in people[:2]), c.interview(people[2], 1)]
    found = suggested(scheme, SATISFACTION, *people, *calls, c.denial(people[3]))

    assert found == SuggestedRating(
        Fraction(200, 3), Suggestion.SATISFACTION_RATE, Fraction(2), Fraction(3)
    )
    assert suggested(scheme, SATISFACTION, *people, c.denial(people[3])) is None
    assert suggested(scheme, SATISFACTION) is None


@pytest.mark.parametrize("item", POINTS)
def test_d6_the_shipped_scheme_sets_no_full_mark(scheme: Scheme, item: str) -> None:
    assert suggested(scheme, item, *r.shop()) is None


@pytest.mark.parametrize(("item", "points"), POINTS.items())
def test_d6_points_of_the_mapped_rules_by_the_full_mark(
    marked: Scheme, item: str, points: int
) -> None:
    assert value(marked, item, *r.shop()) == min(Fraction(100), Fraction(points * 100, 500))
    assert value(marked, item) is None


def test_d6_all_points_are_mapped_once(marked: Scheme) -> None:
    ledger = assess(record(*r.shop()), marked, ROUND).ledger

    assert ledger is not None
    assert sum(POINTS.values()) == ledger.total == 2470


def test_d6_a_cap_counts(document: dict[str, Any]) -> None:
    """P3: of the certificates 200 points count, whatever there are."""
    more = r.shop(company={"certificates": 1000})

    assert value(full_marks(document, 1000), "effectiveness.planning", *more) == 35


def test_d6_a_suggestion_is_no_rating(scheme: Scheme) -> None:
    a = assess(record(*checked("verified")), scheme, ROUND)

    assert suggestion(a, scheme.item(MATERIAL)) is not None
    assert a.item(MATERIAL).rating.value is None
    assert a.sheet.points_so_far == 0
