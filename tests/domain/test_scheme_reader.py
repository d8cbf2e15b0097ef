"""A scheme is read whole or refused, with every wrong place named."""

import pytest

from evaluator_desktop.domain.scheme_reader import load_scheme, read_scheme_toml, scheme_leaves
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
        pytest.param("nonsense", put("nonsense", value=1), id="unknown-key"),
        pytest.param("rules[3].limit", put("rules", 3, "limit", value=1), id="unknown-nested-key"),
        pytest.param("basis", drop("basis"), id="missing-key"),
        pytest.param("tiers[0].name", drop("tiers", 0, "name"), id="missing-nested-key"),
        pytest.param("name.en", drop("name", "en"), id="missing-language"),
        pytest.param("weights_official", put("weights_official", value=0), id="number-for-flag"),
        pytest.param(
            "rules[0].points", put("rules", 0, "points", value=True), id="flag-for-number"
        ),
        pytest.param("rules[0].points", put("rules", 0, "points", value=5.0), id="float"),
        pytest.param("rules[0].points", put("rules", 0, "points", value="5"), id="text-for-number"),
        pytest.param("rules[0].points", put("rules", 0, "points", value=0), id="below-the-bound"),
        pytest.param("rules[3].cap", put("rules", 3, "cap", value=10**9 + 1), id="above-the-bound"),
        pytest.param("rules[3].cap", put("rules", 3, "cap", value=None), id="null"),
        pytest.param("rules", put("rules", value={}), id="table-for-list"),
        pytest.param("rules", put("rules", value=[]), id="empty-list"),
        pytest.param("dimensions", put("dimensions", value=[]), id="no-dimension"),
        pytest.param("parameters", put("parameters", value=[]), id="list-for-table"),
        pytest.param("name.zh", put("name", "zh", value=""), id="empty-text"),
        pytest.param("name.zh", put("name", "zh", value=7), id="number-for-text"),
        pytest.param("name.zh", put("name", "zh", value="字" * 2001), id="text-too-long"),
        pytest.param("name.zh", put("name", "zh", value="两\n行"), id="two-lines"),
        pytest.param("name.zh", put("name", "zh", value=" 空格"), id="space-around"),
        pytest.param("name.zh", put("name", "zh", value="a\u202eb"), id="bidirectional"),
        pytest.param("name.zh", put("name", "zh", value="\ud800"), id="lone-surrogate"),
        pytest.param("name.en", put("name", "en", value="e\u0301"), id="not-nfc"),
        pytest.param("id", put("id", value="Shanghai 2020"), id="not-an-id"),
        pytest.param("id", put("id", value="a" * 101), id="id-too-long"),
        pytest.param("id", put("id", value=2020), id="number-for-id"),
        pytest.param("rules[0].measure", put("rules", 0, "measure", value="x"), id="unknown-word"),
        pytest.param("rules[0].measure", put("rules", 0, "measure", value=[]), id="list-for-word"),
        pytest.param(
            "parameters.rating_tolerance",
            put("parameters", "rating_tolerance", value=5),
            id="number-for-decimal",
        ),
        pytest.param(
            "parameters.rating_tolerance",
            put("parameters", "rating_tolerance", value="0.05"),
            id="too-many-places",
        ),
        pytest.param(
            "parameters.rating_tolerance",
            put("parameters", "rating_tolerance", value="100.1"),
            id="decimal-above-the-bound",
        ),
        pytest.param(
            "parameters.confidence_z",
            put("parameters", "confidence_z", value="0.9"),
            id="decimal-below-the-bound",
        ),
    ],
)
@pytest.mark.usefixtures("english")
def test_a_wrong_value_is_refused_at_its_place(
    document: Document, place: str, change: Change
) -> None:
    change(document)
    assert places(document) == [place]


def test_all_wrong_places_are_named_at_once(document: Document) -> None:
    document["rules"][0]["points"] = "five"
    document["tiers"][2]["extra"] = 1
    del document["parameters"]["leap_day"]
    first_item(document)["weight_bp"] = -1
    assert sorted(places(document)) == [
        f"{FIRST_ITEM}.weight_bp",
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
    assert places(document) == ["a " + "b" * 58 + "…"]


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


def test_an_empty_list_and_none_are_one_document(document: Document) -> None:
    digest = load_scheme(document).digest
    document["dimensions"][4]["indicators"][0]["items"][0]["requirements"] = []
    first = document["dimensions"][0]["indicators"][0]["items"][0]
    first["point_rules"] = []
    first["requirements"][0]["checklist"] = []
    assert load_scheme(document).digest == digest


def test_every_value_of_a_document_says_its_bounds() -> None:
    said = {path: leaf.bounds for path, leaf in scheme_leaves().items()}
    assert all(said.values())
    assert "10000" in said["dimensions[].indicators[].items[].weight_bp"]
    assert "50" in said["parameters.sample_margin_percent"]
