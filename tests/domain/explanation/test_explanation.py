"""Every number of an assessment is explained, and can be computed again from its explanation."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator_desktop.domain.assess import assess
from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import EntryFact
from evaluator_desktop.domain.explanation import explain
from evaluator_desktop.domain.explanation.step import exact_text, find
from evaluator_desktop.domain.explanation.weights import weights_of
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.parameters import NotApplicable
from evaluator_desktop.domain.ranking import Rank
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.domain.scoring import printed
from evaluator_desktop.texts import speaking
from tests.domain.customers import call, customers, denial, interview, sample
from tests.domain.explanation.explained import assert_all_can_be_computed_again, named
from tests.domain.records import (
    CHEN,
    LIN,
    PROVIDER,
    ROUND,
    STAFF,
    ZHOU,
    class_decision,
    consensus,
    entity,
    evidence,
    outcome,
    rating,
    record,
    shop,
)
from tests.domain.shop_examples import with_parameters

pytestmark = pytest.mark.usefixtures("english")

WHY = "无此业务"


def ratings(scheme: Scheme, value: str = "80", *others: str) -> list[Entity[Any]]:
    """Everybody's ratings of every item."""
    people = (ZHOU, CHEN, LIN)
    return [
        entity(rating(v, person, item.id))
        for item in scheme.items
        for person, v in zip(people, (value, *others), strict=False)
    ]


def full(scheme: Scheme, *more: Entity[Any]) -> Assessment:
    """A provider with customers, calls, a sample, evidence and a shop, rated in full."""
    known = customers(40)
    calls = [interview(c, n % 5 + 1) for n, c in enumerate(known[:21])]
    calls += [denial(known[21]), call(known[22], "refused"), call(known[23], "no_answer")]
    pieces = [entity(evidence(str(n))) for n in range(4)]
    words = ("verified", "partly_verified", "false", "pending")
    outcomes = [entity(outcome(p, w, "说明")) for p, w in zip(pieces, words, strict=True)]
    drawn = sample(*known, size=29)
    everything = (*known, *calls, drawn, *pieces, *outcomes, *shop(), *more)
    return assess(record(*everything, *ratings(scheme, "80", "83")), scheme, ROUND)


def test_every_number_follows_from_its_steps(scheme: Scheme) -> None:
    a = full(scheme)

    steps = explain(a)

    assert_all_can_be_computed_again(steps)
    assert named(steps, "score").shown == a.score == "81.50"
    assert named(steps, "weight_rated").value == a.sheet.weight_rated_bp == 10_000
    assert named(steps, "maximum").value == 100
    assert named(steps, "shop").value == 2470
    assert named(steps, "next_tier").value == 531
    assert named(steps, "satisfaction").value == (a.satisfaction.rate or 0) * 100
    assert a.satisfaction.interval is not None
    low, high = a.satisfaction.interval
    assert named(steps, "interval_low").value == low * 100
    assert named(steps, "interval_high").value == high * 100
    assert named(steps, "sample").value == 29
    assert named(steps, "suggestion:verification.authenticity.material").value == 50
    for dimension in a.sheet.dimensions:
        assert named(steps, f"dimension:{dimension.dimension.id}").value == dimension.score
        for line in dimension.items:
            assert named(steps, f"item:{line.item.id}").value == line.points
            assert named(steps, f"rating:{line.item.id}").value == line.rating.value
    assert a.ledger is not None
    for shop_line in a.ledger.lines:
        assert named(steps, f"rule:{shop_line.rule.id}").value == shop_line.points


def test_each_line_prints_as_the_result_does(scheme: Scheme) -> None:
    a = full(scheme)

    for dimension in a.sheet.dimensions:
        for line in dimension.items:
            assert line.points is not None
            assert named(explain(a), f"item:{line.item.id}").shown == printed(line.points)


def test_it_says_who_recorded_an_input_and_when(scheme: Scheme) -> None:
    a = full(scheme)

    step = named(explain(a), f"rating:{STAFF}")

    assert [(o.author, o.at) for s in step.steps[:2] for o in s.recorded] == [
        (ZHOU, "2020-06-01T08:00:00Z")
    ] * 2
    assert [s.what for s in step.steps[:2]] == ["Rating of 周明", "Rating of 陈静"]
    purchases = named(explain(a), "rule:product_feedback.purchase")
    assert purchases.steps[0].recorded[0].author == ZHOU


def test_it_has_the_words_of_the_document(scheme: Scheme) -> None:
    steps = explain(full(scheme))

    assert "social-insurance" in named(steps, f"rating:{STAFF}").words
    words = named(steps, "rule:company_info.certificates").words
    assert words.startswith("Company information · ")
    assert words.endswith(" · each · 10 · at most 200 points")


def test_the_mean_counts_and_the_originals_stay(scheme: Scheme) -> None:
    step = named(explain(full(scheme)), f"rating:{STAFF}")

    assert step.arithmetic() == "(80 + 83) ÷ 2"
    assert step.value == Fraction(163, 2)
    within = step.steps[2]
    assert (within.value, within.rule) == (True, "D10")
    assert within.steps[0].arithmetic() == "max(80, 83) − min(80, 83)"
    assert within.steps[1].parameter == "rating_tolerance"


def test_a_dispute_has_no_number_until_a_consensus(scheme: Scheme) -> None:
    apart = ratings(scheme, "80", "90")
    own = [e for e in apart if any(h.body and h.body.item == STAFF for h in e.heads)]

    disputed = assess(record(*apart), scheme, ROUND)
    step = named(explain(disputed), f"rating:{STAFF}")
    assert (step.value, step.shown, step.steps[2].value) == (None, "in dispute", False)
    assert "(in dispute)" in named(explain(disputed), "score").note
    assert_all_can_be_computed_again(explain(disputed))

    agreed = assess(record(*apart, entity(consensus("85", *own))), scheme, ROUND)
    step = named(explain(agreed), f"rating:{STAFF}")
    assert (step.value, step.arithmetic()) == (85, "85")
    assert [s.value for s in step.steps[:2]] == [80, 90]
    assert step.steps[3].note == "会商"
    assert_all_can_be_computed_again(explain(agreed))


@pytest.mark.parametrize("reading", list(NotApplicable))
@pytest.mark.parametrize("gone", [1, 4, 15])
def test_not_applicable(reading: NotApplicable, gone: int, shipped: dict[str, Any]) -> None:
    scheme = with_parameters(shipped, not_applicable=reading.value)
    items = scheme.items
    values = [("na" if n < gone else "90", i.id) for n, i in enumerate(items)]
    found = [entity(rating(value, ZHOU, item, WHY)) for value, item in values]

    a = assess(record(*found), scheme, ROUND)
    steps = explain(a)

    assert_all_can_be_computed_again(steps)
    assert named(steps, "maximum").value == a.sheet.maximum
    assert named(steps, "score").shown == printed(a.sheet.points_so_far or Fraction())
    for dimension in a.sheet.dimensions:
        for line in dimension.items:
            weight = named(steps, f"item:{line.item.id}").steps[1]
            assert weight.value == line.weight


def test_weights_are_worked_out_once_for_all_with_the_same_not_applicable(scheme: Scheme) -> None:
    first, *rest = scheme.items
    rated = [entity(rating("90", ZHOU, item.id)) for item in rest]
    lacking = assess(record(*rated, entity(rating("na", ZHOU, first.id, WHY))), scheme, ROUND)

    assert weights_of(full(scheme)) is weights_of(assess(record(), scheme, ROUND))
    assert weights_of(lacking) is not weights_of(full(scheme))
    assert named(explain(lacking), "maximum").steps[0] == weights_of(lacking).maximum.steps[0]


def test_what_a_round_shares_is_said_in_the_language_in_use(scheme: Scheme) -> None:
    a, key = full(scheme), f"item:{STAFF}"
    english = find(explain(a), key)
    with speaking("zh_CN"):
        chinese = find(explain(a), key)

    assert english is not None
    assert chinese is not None
    for before, after in zip(english.steps, chinese.steps, strict=True):
        assert before.what != after.what
    assert english.steps[0].words != chinese.steps[0].words
    assert find(explain(a), key) == english


def test_not_rated_is_said_and_no_number(scheme: Scheme) -> None:
    a = assess(record(entity(rating("90")), entity(rating("80"), rating("70"))), scheme, ROUND)
    steps = explain(a)

    assert_all_can_be_computed_again(steps)
    assert named(steps, "score").note
    assert named(steps, "score").steps[0].arithmetic() == "0 + 0 + 0 + 0 + 0"
    staff = named(steps, f"item:{STAFF}")
    assert (staff.value, staff.shown, staff.formula) == (None, "in conflict", "")
    assert find(steps, "class") is None
    assert find(steps, "shop") is None
    assert find(steps, "satisfaction") is None


def test_a_rating_in_conflict_shows_its_versions(scheme: Scheme) -> None:
    a = assess(record(entity(rating("80"), rating("70"))), scheme, ROUND)

    step = named(explain(a), f"rating:{STAFF}")

    assert step.value is None
    assert step.steps[0].shown == "70 ≠ 80"
    assert len(step.steps[0].recorded) == 2


def test_a_scheme_without_weights_explains_the_ratings(document: dict[str, Any]) -> None:
    for dimension in document["dimensions"]:
        for indicator in dimension["indicators"]:
            for item in indicator["items"]:
                del item["weight_bp"]
    scheme = load_scheme(document)
    a = assess(record(entity(rating("90"))), scheme, ROUND)

    steps = explain(a)

    assert find(steps, "score") is None
    assert named(steps, f"rating:{STAFF}").value == 90
    assert_all_can_be_computed_again(steps)


def test_the_class_by_its_least_total_and_by_decision(scheme: Scheme) -> None:
    step = named(explain(full(scheme)), "class")
    assert (step.shown, step.arithmetic()) == ("Passed", "90 > 81.5 ≥ 60")

    a = full(scheme)
    false = next(e for e in a.record.entities["outcome"] if e.body and e.body.outcome == "false")
    decided = full(scheme, entity(class_decision(false)))
    step = named(explain(decided), "class")
    assert (step.shown, step.rule, step.note) == ("Failed", "D5", "依据")
    assert step.recorded[0].author == ZHOU


def test_a_class_by_rank_is_not_that_of_one_provider(shipped: dict[str, Any]) -> None:
    scheme = with_parameters(shipped, class_quota=3)

    a = assess(record(*ratings(scheme, "95")), scheme, ROUND)
    step = named(explain(a), "class")
    assert (step.value, step.shown) == (None, "open")

    cases = ((3, 1, "Excellent", "3 ≤ 3"), (4, 2, "Passed", "95 ≥ 60"))
    for place, shared_by, shown, arithmetic in cases:
        ranked = replace(a, rank=Rank(place, shared_by))
        step = named(explain(ranked), "class")
        assert (step.shown, step.arithmetic()) == (shown, arithmetic)
        assert_all_can_be_computed_again([step])
        assert ("2" in named([step], "rank").note) is (shared_by == 2)


def test_the_best_class_has_none_above_it(scheme: Scheme) -> None:
    a = assess(record(*ratings(scheme, "95")), scheme, ROUND)

    assert named(explain(a), "class").arithmetic() == "95 ≥ 90"


def test_a_scheme_without_classes_has_no_class(shipped: dict[str, Any]) -> None:
    document = {**shipped, "parameters": {**shipped["parameters"], "classes": []}}
    del document["parameters"]["integrity_class"]
    scheme = load_scheme(document)
    a = assess(record(*ratings(scheme, "95")), scheme, ROUND)

    step = named(explain(a), "class")

    assert (step.value, step.shown) == (None, "none")


def test_an_item_without_weight_takes_none_over(document: dict[str, Any]) -> None:
    items = [i for n in document["dimensions"][1]["indicators"] for i in n["items"]]
    items[0]["weight_bp"], items[1]["weight_bp"] = 0, 2000
    scheme = load_scheme(document)
    found = [
        entity(rating("na" if i.id == items[1]["id"] else "90", ZHOU, i.id, WHY))
        for i in scheme.items
    ]

    a = assess(record(*found), scheme, ROUND)

    assert_all_can_be_computed_again(explain(a))
    assert named(explain(a), f"item:{items[0]['id']}").steps[1].value == 0


def test_suggestions_from_shop_points_and_satisfaction(document: dict[str, Any]) -> None:
    followers = "effectiveness.impact.followers"
    for dimension in document["dimensions"]:
        for indicator in dimension["indicators"]:
            for item in indicator["items"]:
                if item["id"] == followers:
                    item["full_mark_points"] = 470

    a = full(load_scheme(document))
    steps = explain(a)

    assert_all_can_be_computed_again(steps)
    step = named(steps, f"suggestion:{followers}")
    assert step.arithmetic() == "min(100, 235 ÷ 470 × 100)"
    assert step.steps[0].arithmetic() == "40 + 195"
    satisfaction = named(steps, "suggestion:verification.authenticity.satisfaction")
    assert satisfaction.arithmetic() == "min(100, 12 ÷ 21 × 100)"


def test_a_sample_drawn_with_other_parameters(shipped: dict[str, Any]) -> None:
    known = customers(100)
    for minimum, formula in ((30, "max(30, ⌈"), (200, "100")):
        scheme = with_parameters(shipped, sample_minimum=minimum)
        size = 50 if minimum == 30 else 100
        a = assess(record(*known, sample(*known, size=size)), scheme, ROUND)
        step = named(explain(a), "sample")
        assert step.arithmetic().startswith(formula)
        assert_all_can_be_computed_again([step])
    other = assess(record(*known, sample(*known, size=50)), scheme, ROUND)
    step = named(explain(other), "sample")
    assert (step.value, step.formula) == (50, "")


def test_without_an_interview_there_is_no_valid_sample(scheme: Scheme) -> None:
    known = customers(2)
    a = assess(record(*known, call(known[0], "refused")), scheme, ROUND)

    step = named(explain(a), "satisfaction")

    assert (step.value, step.shown) == (None, "no valid sample")


def test_entry_conditions_of_a_scheme_that_checks_them(scheme: Scheme) -> None:
    checking = replace(scheme, parameters=replace(scheme.parameters, entry_checklist=True))
    known = customers(10)
    calls = [interview(c, 5 if n < 9 else 2) for n, c in enumerate(known)]
    staff = entity(EntryFact(PROVIDER, "staff", 14))

    steps = explain(assess(record(*known, *calls, staff), checking, ROUND))

    assert_all_can_be_computed_again(steps)
    shown = {key: named(steps, f"entry:{key}") for key in ("satisfaction", "enterprises", "staff")}
    assert [(step.shown, step.arithmetic()) for step in shown.values()] == [
        ("yes", "90 ≥ 90"),
        ("no", "10 ≥ 100"),
        ("no", "14 ≥ 15"),
    ]
    assert shown["staff"].steps[0].recorded[0].author == ZHOU
    nothing = explain(assess(record(), checking, ROUND))
    assert [step.shown for step in nothing if step.key.startswith("entry:")] == ["open"] * 3


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.one_of(st.none(), st.integers(0, 1000)), min_size=15, max_size=15), st.booleans()
)
def test_any_ratings(shipped: dict[str, Any], values: list[int | None], lose: bool) -> None:
    scheme = with_parameters(shipped, not_applicable="lose" if lose else "renormalise")
    typed = ["na" if v is None else f"{Decimal(v) / 10:f}".removesuffix(".0") for v in values]
    found = [
        entity(rating(text, ZHOU, item.id, WHY))
        for text, item in zip(typed, scheme.items, strict=True)
    ]

    a = assess(record(*found), scheme, ROUND)

    assert_all_can_be_computed_again(explain(a))


# --- numbers as text -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(80), "80"),
        (Fraction(161, 2), "80.5"),
        (Fraction(1, 20), "0.05"),
        (Fraction(250, 3), "250/3"),
        (Fraction(-1, 8), "-0.125"),
        (True, "1"),
        (False, "0"),
    ],
)
def test_exact_text(value: Fraction | bool, text: str) -> None:
    assert exact_text(value) == text
    assert Fraction(text) == value
