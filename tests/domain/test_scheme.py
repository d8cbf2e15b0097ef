"""A scheme is read whole or refused, with every wrong place named."""

import copy
import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_reader import load_scheme, read_scheme_toml
from evaluator_desktop.errors import SchemeError, UnknownItemError
from evaluator_desktop.paths import resource_dir

Document = dict[str, Any]
Change = Callable[[Document], object]

_ITEM = "dimensions[0].indicators[0].items[0]"


def _places(document: Document) -> list[str]:
    with pytest.raises(SchemeError) as caught:
        load_scheme(document)
    assert all(problem.message for problem in caught.value.details)
    return [problem.field for problem in caught.value.details]


def _item(document: Document) -> Document:
    found: Document = document["dimensions"][0]["indicators"][0]["items"][0]
    return found


def _at(document: Document, *path: str | int) -> Any:
    value: Any = document
    for step in path:
        value = value[step]
    return value


def _put(*path: str | int, value: object) -> Change:
    def change(document: Document) -> None:
        _at(document, *path[:-1])[path[-1]] = value

    return change


def _drop(*path: str | int) -> Change:
    def change(document: Document) -> None:
        del _at(document, *path[:-1])[path[-1]]

    return change


@pytest.mark.parametrize(
    ("place", "change"),
    [
        pytest.param("nonsense", _put("nonsense", value=1), id="unknown-key"),
        pytest.param("rules[3].limit", _put("rules", 3, "limit", value=1), id="unknown-nested-key"),
        pytest.param("basis", _drop("basis"), id="missing-key"),
        pytest.param("tiers[0].name", _drop("tiers", 0, "name"), id="missing-nested-key"),
        pytest.param("name.en", _drop("name", "en"), id="missing-language"),
        pytest.param("weights_official", _put("weights_official", value=0), id="number-for-flag"),
        pytest.param(
            "rules[0].points", _put("rules", 0, "points", value=True), id="flag-for-number"
        ),
        pytest.param("rules[0].points", _put("rules", 0, "points", value=5.0), id="float"),
        pytest.param(
            "rules[0].points", _put("rules", 0, "points", value="5"), id="text-for-number"
        ),
        pytest.param("rules[0].points", _put("rules", 0, "points", value=0), id="below-the-bound"),
        pytest.param(
            "rules[3].cap", _put("rules", 3, "cap", value=10**9 + 1), id="above-the-bound"
        ),
        pytest.param("rules[3].cap", _put("rules", 3, "cap", value=None), id="null"),
        pytest.param("rules", _put("rules", value={}), id="table-for-list"),
        pytest.param("rules", _put("rules", value=[]), id="empty-list"),
        pytest.param("dimensions", _put("dimensions", value=[]), id="no-dimension"),
        pytest.param("parameters", _put("parameters", value=[]), id="list-for-table"),
        pytest.param("name.zh", _put("name", "zh", value=""), id="empty-text"),
        pytest.param("name.zh", _put("name", "zh", value=7), id="number-for-text"),
        pytest.param("name.zh", _put("name", "zh", value="字" * 2001), id="text-too-long"),
        pytest.param("name.zh", _put("name", "zh", value="两\n行"), id="two-lines"),
        pytest.param("name.zh", _put("name", "zh", value=" 空格"), id="space-around"),
        pytest.param("name.zh", _put("name", "zh", value="a\u202eb"), id="bidirectional"),
        pytest.param("name.zh", _put("name", "zh", value="\ud800"), id="lone-surrogate"),
        pytest.param("name.en", _put("name", "en", value="e\u0301"), id="not-nfc"),
        pytest.param("id", _put("id", value="Shanghai 2020"), id="not-an-id"),
        pytest.param("id", _put("id", value="a" * 101), id="id-too-long"),
        pytest.param("id", _put("id", value=2020), id="number-for-id"),
        pytest.param("rules[0].measure", _put("rules", 0, "measure", value="x"), id="unknown-word"),
        pytest.param("rules[0].measure", _put("rules", 0, "measure", value=[]), id="list-for-word"),
        pytest.param(
            "parameters.rating_tolerance",
            _put("parameters", "rating_tolerance", value=5),
            id="number-for-decimal",
        ),
        pytest.param(
            "parameters.rating_tolerance",
            _put("parameters", "rating_tolerance", value="0.05"),
            id="too-many-places",
        ),
        pytest.param(
            "parameters.rating_tolerance",
            _put("parameters", "rating_tolerance", value="100.1"),
            id="decimal-above-the-bound",
        ),
        pytest.param(
            "parameters.confidence_z",
            _put("parameters", "confidence_z", value="0.9"),
            id="decimal-below-the-bound",
        ),
    ],
)
@pytest.mark.usefixtures("english")
def test_a_wrong_value_is_refused_at_its_place(
    document: Document, place: str, change: Change
) -> None:
    change(document)
    assert _places(document) == [place]


@pytest.mark.parametrize(
    ("place", "change"),
    [
        pytest.param(
            "dimensions[1].id", _put("dimensions", 1, "id", value="organization"), id="dimension"
        ),
        pytest.param(
            "dimensions[0].indicators[1].id",
            _put("dimensions", 0, "indicators", 1, "id", value="organization.qualification"),
            id="indicator",
        ),
        pytest.param(
            "dimensions[3].indicators[4].items[1].id",
            _put(
                *("dimensions", 3, "indicators", 4, "items", 1, "id"),
                value="effectiveness.impact.feedback",
            ),
            id="item",
        ),
        pytest.param(
            f"{_ITEM}.requirements[2].id",
            _put(
                *("dimensions", 0, "indicators", 0, "items", 0, "requirements", 2, "id"),
                value="practice_license",
            ),
            id="requirement",
        ),
        pytest.param(
            "rules[16].id", _put("rules", 16, "id", value="followers.personal"), id="rule"
        ),
        pytest.param("tiers[4].id", _put("tiers", 4, "id", value="star_4"), id="tier"),
        pytest.param(
            "parameters.classes[1].id",
            _put("parameters", "classes", 1, "id", value="excellent"),
            id="class",
        ),
        pytest.param(
            "parameters.entry_conditions[2].id",
            _put("parameters", "entry_conditions", 2, "id", value="enterprises"),
            id="entry-condition",
        ),
        pytest.param(
            "parameters.departure_checks[1].id",
            _put("parameters", "departure_checks", 1, "id", value="no_original_seen"),
            id="departure-check",
        ),
    ],
)
def test_an_id_given_twice_is_refused_at_its_second_place(
    document: Document, place: str, change: Change
) -> None:
    change(document)
    assert place in _places(document)


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
            f"{_ITEM}.id",
            lambda d: _item(d).update(id="organization.qualification.only"),
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
    assert place in _places(document)


def test_d1_weights_that_do_not_sum_to_10000_are_refused(document: Document, english: None) -> None:
    _item(document)["weight_bp"] += 1
    with pytest.raises(SchemeError, match=r"sum to 10001\. Change them until they sum to 10000"):
        load_scheme(document)
    assert _places(document) == ["dimensions"]


def test_d1_a_weight_missing_somewhere_is_refused_there(document: Document) -> None:
    del _item(document)["weight_bp"]
    assert _places(document) == [f"{_ITEM}.weight_bp"]


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
    assert _places(_without_weights(document)) == ["weights_official"]


def test_a_single_alternative_is_refused(document: Document) -> None:
    item = document["dimensions"][0]["indicators"][2]["items"][0]
    del item["requirements"][1]
    assert _places(document) == ["dimensions[0].indicators[2].items[0].requirements"]


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
    assert _places(document) == [f"dimensions[3].indicators[1].items[0].{field}"]


def test_d6_a_full_mark_can_be_set(document: Document) -> None:
    document["dimensions"][3]["indicators"][1]["items"][0]["full_mark_points"] = 300
    assert load_scheme(document).item("effectiveness.products").full_mark_points == 300


@pytest.mark.parametrize(
    ("place", "change"),
    [
        pytest.param("tiers[1].low", _put("tiers", 1, "low", value=100), id="overlap"),
        pytest.param("tiers[1].low", _put("tiers", 1, "low", value=102), id="gap"),
        pytest.param("tiers[1].low", _drop("tiers", 1, "low"), id="low-missing"),
        pytest.param("tiers[0].low", _put("tiers", 0, "low", value=1), id="low-of-the-first"),
        pytest.param(
            "tiers[14].high", _put("tiers", 14, "high", value=90000), id="high-of-the-last"
        ),
        pytest.param("tiers[3].high", _drop("tiers", 3, "high"), id="high-missing"),
        pytest.param("tiers[3].high", _put("tiers", 3, "high", value=300), id="upside-down"),
        pytest.param(
            "tiers[0].high",
            _put("parameters", "first_tier_min", value=101),
            id="P1-beyond-the-tier",
        ),
    ],
)
def test_tiers_that_overlap_or_leave_a_gap_are_refused(
    document: Document, place: str, change: Change
) -> None:
    change(document)
    assert _places(document)[0] == place


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
            _put("parameters", "classes", 1, "minimum", value="90"),
            id="not-descending",
        ),
        pytest.param(
            "parameters.classes[2].minimum",
            _put("parameters", "classes", 2, "minimum", value="0.01"),
            id="not-down-to-0",
        ),
        pytest.param(
            "parameters.integrity_class",
            _put("parameters", "integrity_class", value="banned"),
            id="unknown-class",
        ),
        pytest.param(
            "parameters.class_quota",
            lambda d: d["parameters"].update(class_quota=3, classes=[]),
            id="quota-without-classes",
        ),
    ],
)
def test_d11_classes_that_cannot_be_are_refused(
    document: Document, place: str, change: Change
) -> None:
    change(document)
    assert _places(document)[0] == place


def test_d11_a_scheme_may_name_no_classes(document: Document) -> None:
    document["parameters"]["classes"] = []
    del document["parameters"]["integrity_class"]
    assert load_scheme(document).parameters.classes == ()


def test_all_wrong_places_are_named_at_once(document: Document) -> None:
    document["rules"][0]["points"] = "five"
    document["tiers"][2]["extra"] = 1
    del document["parameters"]["leap_day"]
    _item(document)["weight_bp"] = -1
    assert sorted(_places(document)) == [
        f"{_ITEM}.weight_bp",
        "parameters.leap_day",
        "rules[0].points",
        "tiers[2].extra",
    ]


def test_the_sentence_names_the_place_and_the_mend(document: Document, english: None) -> None:
    del document["parameters"]["leap_day"]
    with pytest.raises(SchemeError) as caught:
        load_scheme(document)
    assert str(caught.value) == (
        "The scheme cannot be used: parameters.leap_day: This key is missing. Add it."
    )


def test_a_hostile_key_is_shown_short_and_visible(document: Document) -> None:
    document["a\u202e\n" + "b" * 100] = 1
    assert _places(document) == ["a " + "b" * 58 + "…"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("id = ", id="syntax"),
        pytest.param('id = "a"\nid = "b"', id="key-given-twice"),
        pytest.param("x = " + "[" * 20_000, id="nested-without-end"),
        pytest.param("x = " + "9" * 5_000, id="number-without-end"),
    ],
)
def test_what_is_not_toml_is_refused(text: str) -> None:
    with pytest.raises(SchemeError) as caught:
        read_scheme_toml(text)
    assert [problem.field for problem in caught.value.details] == [""]


def test_a_toml_date_is_no_text() -> None:
    with pytest.raises(SchemeError) as caught:
        read_scheme_toml("version = 2020-01-01")
    assert "version" in {problem.field for problem in caught.value.details}


def test_the_digest_does_not_depend_on_the_formatting(scheme: Scheme, shipped: Document) -> None:
    toml = (resource_dir() / "schemes" / "shanghai-2020.toml").read_text("utf-8")
    reformatted = toml.replace("points = 5\n", "points   =  5 # five\n").replace("\n\n", "\n\n\n")
    assert reformatted != toml
    assert read_scheme_toml(reformatted).digest == scheme.digest
    shuffled = _shuffled(shipped, random.Random(1))
    assert list(shuffled) != list(shipped)
    assert load_scheme(shuffled).digest == scheme.digest
    assert load_scheme(json.loads(json.dumps(scheme.document))) == scheme


def _shuffled(value: Any, chance: random.Random) -> Any:
    """Copy with the keys of every table in another order, lists as they are."""
    if isinstance(value, dict):
        keys = chance.sample(list(value), len(value))
        return {key: _shuffled(value[key], chance) for key in keys}
    if isinstance(value, list):
        return [_shuffled(inner, chance) for inner in value]
    return value


def test_the_digest_changes_with_the_order_of_a_list(document: Document, scheme: Scheme) -> None:
    rules = document["rules"]
    rules[0], rules[1] = rules[1], rules[0]
    changed = load_scheme(document)
    assert changed.digest != scheme.digest
    assert changed != scheme
    assert [rule.id for rule in changed.rules[:2]] == [rule["id"] for rule in rules[:2]]


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_the_digest_changes_with_any_value(
    data: st.DataObject, shipped: Document, scheme: Scheme
) -> None:
    document = copy.deepcopy(shipped)
    table, key = data.draw(st.sampled_from(_english_texts(document)))
    table[key] += "!"
    assert load_scheme(document).digest != scheme.digest


def _english_texts(value: Any) -> list[tuple[Document, str]]:
    if isinstance(value, dict):
        here = [(value, "en")] if "en" in value else []
        return here + [found for inner in value.values() for found in _english_texts(inner)]
    if isinstance(value, list):
        return [found for inner in value for found in _english_texts(inner)]
    return []


def test_equal_schemes_are_one_key(scheme: Scheme, document: Document) -> None:
    assert {load_scheme(document): 1}[scheme] == 1
    assert scheme != "shanghai-2020"


def test_items_and_tiers_are_found_by_id(scheme: Scheme) -> None:
    assert scheme.item("organization.staff").name.en == "Staff"
    assert scheme.items[0].id == "organization.qualification"
    assert scheme.tier("crown_5").low == 80_001
    with pytest.raises(UnknownItemError, match=r"organization\.nothing"):
        scheme.item("organization.nothing")
