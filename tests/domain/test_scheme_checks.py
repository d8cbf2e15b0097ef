"""What the parts of a scheme say about each other is checked, and refused at its place."""

import pytest

from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.errors import SchemeError
from tests.domain.scheme_changes import (
    FIRST_ITEM,
    Change,
    Document,
    drop,
    first_item,
    places,
    put,
)


@pytest.mark.parametrize(
    ("place", "change"),
    [
        pytest.param(
            "dimensions[1].id", put("dimensions", 1, "id", value="organization"), id="dimension"
        ),
        pytest.param(
            "dimensions[0].indicators[1].id",
            put("dimensions", 0, "indicators", 1, "id", value="organization.qualification"),
            id="indicator",
        ),
        pytest.param(
            "dimensions[3].indicators[4].items[1].id",
            put(
                *("dimensions", 3, "indicators", 4, "items", 1, "id"),
                value="effectiveness.impact.feedback",
            ),
            id="item",
        ),
        pytest.param(
            f"{FIRST_ITEM}.requirements[2].id",
            put(
                *("dimensions", 0, "indicators", 0, "items", 0, "requirements", 2, "id"),
                value="practice_license",
            ),
            id="requirement",
        ),
        pytest.param("rules[16].id", put("rules", 16, "id", value="followers.personal"), id="rule"),
        pytest.param("tiers[4].id", put("tiers", 4, "id", value="star_4"), id="tier"),
        pytest.param(
            "parameters.classes[1].id",
            put("parameters", "classes", 1, "id", value="excellent"),
            id="class",
        ),
        pytest.param(
            "parameters.entry_conditions[2].id",
            put("parameters", "entry_conditions", 2, "id", value="enterprises"),
            id="entry-condition",
        ),
        pytest.param(
            "parameters.departure_checks[1].id",
            put("parameters", "departure_checks", 1, "id", value="no_original_seen"),
            id="departure-check",
        ),
    ],
)
def test_an_id_given_twice_is_refused_at_its_second_place(
    document: Document, place: str, change: Change
) -> None:
    change(document)
    assert place in places(document)


def test_one_requirement_id_may_serve_two_items(document: Document) -> None:
    document["dimensions"][0]["indicators"][3]["items"][0]["requirements"][0]["id"] = "honors_3y"
    assert load_scheme(document).item("organization.staff").requirement("honors_3y")


@pytest.mark.parametrize(
    ("place", "change"),
    [
        pytest.param(
            "dimensions[0].indicators[0].id",
            lambda d: d["dimensions"][0]["indicators"][0].update(id="staff"),
            id="indicator-outside-its-dimension",
        ),
        pytest.param(
            f"{FIRST_ITEM}.id",
            lambda d: first_item(d).update(id="organization.qualification.only"),
            id="only-item-with-an-id-of-its-own",
        ),
        pytest.param(
            "dimensions[3].indicators[4].items[0].id",
            lambda d: d["dimensions"][3]["indicators"][4]["items"][0].update(id="feedback"),
            id="one-of-two-items-outside-its-indicator",
        ),
    ],
)
def test_an_id_outside_its_parent_is_refused(
    document: Document, place: str, change: Change
) -> None:
    change(document)
    assert place in places(document)


def test_d1_weights_that_do_not_sum_to_10000_are_refused(document: Document, english: None) -> None:
    first_item(document)["weight_bp"] += 1
    with pytest.raises(SchemeError, match=r"sum to 10001\. Change them until they sum to 10000"):
        load_scheme(document)
    assert places(document) == ["weights"]


def test_d1_a_weight_missing_somewhere_is_refused_there(document: Document) -> None:
    del first_item(document)["weight_bp"]
    assert places(document) == [f"{FIRST_ITEM}.weight_bp"]


def _without_weights(document: Document) -> Document:
    for dimension in document["dimensions"]:
        for indicator in dimension["indicators"]:
            for item in indicator["items"]:
                del item["weight_bp"]
    return document


def test_d1_no_weights_at_all_is_a_scheme_without_totals(document: Document) -> None:
    assert not load_scheme(_without_weights(document)).has_weights


def test_d1_no_weights_cannot_be_official(document: Document) -> None:
    document["weights_official"] = True
    assert load_scheme(document).weights_official
    assert places(_without_weights(document)) == ["weights_official"]


def test_a_single_alternative_is_refused(document: Document) -> None:
    item = document["dimensions"][0]["indicators"][2]["items"][0]
    del item["requirements"][1]
    assert places(document) == ["dimensions[0].indicators[2].items[0].requirements"]


@pytest.mark.parametrize(
    ("field", "change"),
    [
        pytest.param("point_rules[1]", {"point_rules": ["followers.personal", "x"]}, id="unknown"),
        pytest.param(
            "point_rules[1]",
            {"point_rules": ["followers.personal", "followers.personal"]},
            id="twice",
        ),
        pytest.param("point_rules", {"point_rules": []}, id="none"),
        pytest.param("suggestion", {"suggestion": "none"}, id="rules-without-suggestion"),
        pytest.param(
            "suggestion",
            {"suggestion": "evidence_share", "point_rules": [], "full_mark_points": 100},
            id="full-mark-without-suggestion",
        ),
    ],
)
def test_d6_a_mapping_that_cannot_be_is_refused(
    document: Document, field: str, change: Document
) -> None:
    document["dimensions"][3]["indicators"][1]["items"][0].update(change)
    assert places(document) == [f"dimensions[3].indicators[1].items[0].{field}"]


def test_d6_a_full_mark_can_be_set(document: Document) -> None:
    document["dimensions"][3]["indicators"][1]["items"][0]["full_mark_points"] = 300
    assert load_scheme(document).item("effectiveness.products").full_mark_points == 300


@pytest.mark.parametrize(
    ("place", "change"),
    [
        pytest.param("tiers[1].low", put("tiers", 1, "low", value=100), id="overlap"),
        pytest.param("tiers[1].low", put("tiers", 1, "low", value=102), id="gap"),
        pytest.param("tiers[1].low", drop("tiers", 1, "low"), id="low-missing"),
        pytest.param("tiers[0].low", put("tiers", 0, "low", value=1), id="low-of-the-first"),
        pytest.param(
            "tiers[14].high", put("tiers", 14, "high", value=90000), id="high-of-the-last"
        ),
        pytest.param("tiers[3].high", drop("tiers", 3, "high"), id="high-missing"),
        pytest.param("tiers[3].high", put("tiers", 3, "high", value=300), id="upside-down"),
        pytest.param(
            "tiers[0].high",
            put("parameters", "first_tier_min", value=101),
            id="P1-beyond-the-tier",
        ),
    ],
)
def test_tiers_that_overlap_or_leave_a_gap_are_refused(
    document: Document, place: str, change: Change
) -> None:
    change(document)
    assert places(document)[0] == place


def test_one_tier_without_bounds_is_enough(document: Document) -> None:
    document["tiers"] = [{"id": "only", "name": {"zh": "唯一", "en": "Only"}}]
    (tier,) = load_scheme(document).tiers
    assert (tier.low, tier.high) == (1, None)


def test_p1_the_other_reading_moves_the_lower_bound(document: Document) -> None:
    document["parameters"]["first_tier_min"] = 100
    assert load_scheme(document).tiers[0].low == 100


@pytest.mark.parametrize(
    ("place", "change"),
    [
        pytest.param(
            "parameters.classes[1].minimum",
            put("parameters", "classes", 1, "minimum", value="90"),
            id="not-descending",
        ),
        pytest.param(
            "parameters.classes[2].minimum",
            put("parameters", "classes", 2, "minimum", value="0.01"),
            id="not-down-to-0",
        ),
        pytest.param(
            "parameters.integrity_class",
            put("parameters", "integrity_class", value="banned"),
            id="unknown-class",
        ),
        pytest.param(
            "parameters.class_quota",
            lambda d: d["parameters"].update(class_quota=3, classes=[]),
            id="quota-without-classes",
        ),
        pytest.param(
            "parameters.class_quota",
            lambda d: d["parameters"].update(
                class_quota=3, classes=d["parameters"]["classes"][-1:]
            ),
            id="quota-with-one-class",
        ),
    ],
)
def test_d11_classes_that_cannot_be_are_refused(
    document: Document, place: str, change: Change
) -> None:
    change(document)
    assert places(document)[0] == place


def test_d11_a_scheme_may_name_no_classes(document: Document) -> None:
    document["parameters"]["classes"] = []
    del document["parameters"]["integrity_class"]
    assert load_scheme(document).parameters.classes == ()
