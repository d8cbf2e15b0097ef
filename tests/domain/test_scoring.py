"""Scores and classes, each test named by its clause of the rules."""

import copy
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.domain.scoring import (
    ItemRating,
    RatingState,
    ScoreSheet,
    class_of,
    percent,
    printed,
    score_sheet,
    weight_percent,
    weight_shares,
)
from evaluator_desktop.texts import speaking

Document = dict[str, Any]
NA = ItemRating(RatingState.NOT_APPLICABLE)


def rated(value: str | int) -> ItemRating:
    return ItemRating(RatingState.RATED, Fraction(value), Fraction())


def all_rated(scheme: Scheme, value: str | int) -> dict[str, ItemRating]:
    return {item.id: rated(value) for item in scheme.items}


def row(*values: object) -> tuple[object, ...]:
    """Numbers side by side, of whatever exact type, to compare with plain ones."""
    return values


# --- D1–D3: the score ----------------------------------------------------------------------------


def test_d1_the_total_is_the_sum_of_rating_times_weight(scheme: Scheme) -> None:
    ratings = {item.id: rated(n) for n, item in enumerate(scheme.items, start=80)}
    sheet = score_sheet(scheme, ratings)
    by_hand = (
        *((80 + 81 + 82 + 83) * 500, (84 + 85) * 1000, 86 * 2000),
        *((87 + 88 + 89 + 90) * 400, (91 + 92) * 200, (93 + 94) * 1000),
    )
    assert sheet.total == sheet.points_so_far == Fraction(sum(by_hand), 10_000)
    assert (sheet.weight_rated_bp, sheet.maximum) == (10_000, Fraction(100))


def test_d1_a_dimension_scores_0_to_100_within_itself(scheme: Scheme) -> None:
    sheet = score_sheet(scheme, all_rated(scheme, 100))
    assert [row(d.score, d.weight) for d in sheet.dimensions] == [(100, Fraction(1, 5))] * 5
    assert sheet.total == 100
    assert [d.dimension for d in sheet.dimensions] == list(scheme.dimensions)


def test_d3_no_total_until_every_item_is_settled(scheme: Scheme) -> None:
    ratings = all_rated(scheme, 80)
    del ratings["management.records"]
    sheet = score_sheet(scheme, ratings)
    assert sheet.total is None
    assert row(sheet.points_so_far, sheet.weight_rated_bp) == (72, 9000)
    assert [d.score for d in sheet.dimensions] == [80, None, 80, 80, 80]
    line = sheet.dimensions[1].items[1]
    assert (line.rating.state, line.weight, line.points) == (
        RatingState.UNRATED,
        Fraction(1, 10),
        None,
    )


@pytest.mark.parametrize("state", [RatingState.DISPUTED, RatingState.CONFLICT, RatingState.UNRATED])
def test_d3_what_is_open_counts_as_not_rated(scheme: Scheme, state: RatingState) -> None:
    ratings = all_rated(scheme, 80) | {"organization.staff": ItemRating(state)}
    sheet = score_sheet(scheme, ratings)
    assert (sheet.total, sheet.weight_rated_bp) == (None, 9500)


def test_d3_nothing_rated(scheme: Scheme) -> None:
    sheet = score_sheet(scheme, {})
    assert row(sheet.total, sheet.points_so_far, sheet.weight_rated_bp) == (None, 0, 0)
    assert sheet.maximum == 100


def test_d3_not_applicable_renormalises_within_the_dimension(scheme: Scheme) -> None:
    ratings = all_rated(scheme, 0) | {
        "organization.qualification": NA,
        "organization.experience": rated(90),
    }
    sheet = score_sheet(scheme, ratings)
    organization = sheet.dimensions[0]
    assert organization.items[0].points is None
    assert [line.weight for line in organization.items] == [0, *[Fraction(1, 15)] * 3]
    assert row(organization.weight, organization.score) == (Fraction(1, 5), 30)
    assert row(sheet.total, sheet.maximum, sheet.weight_rated_bp) == (6, 100, 10_000)


def test_d3_a_dimension_with_nothing_left_goes_over_to_the_others(scheme: Scheme) -> None:
    ratings = all_rated(scheme, 80) | {"public_benefit.expenditure": NA}
    sheet = score_sheet(scheme, ratings)
    assert [d.weight for d in sheet.dimensions] == [*[Fraction(1, 4)] * 2, 0, *[Fraction(1, 4)] * 2]
    assert row(sheet.dimensions[2].score, sheet.total, sheet.maximum) == (None, 80, 100)


def test_d3_the_weight_so_far_is_rounded_down(scheme: Scheme) -> None:
    ratings = {"organization.qualification": NA, "organization.experience": rated(90)}
    sheet = score_sheet(scheme, ratings)
    assert row(sheet.points_so_far, sheet.weight_rated_bp) == (6, 666)


def test_d3_lost_weight_lowers_the_maximum(document: Document) -> None:
    document["parameters"]["not_applicable"] = "lose"
    scheme = load_scheme(document)
    ratings = all_rated(scheme, 90) | {
        "organization.staff": NA,
        "public_benefit.expenditure": NA,
    }
    sheet = score_sheet(scheme, ratings)
    assert row(sheet.total, sheet.maximum, sheet.weight_rated_bp) == (Fraction("67.5"), 75, 7500)
    assert [d.weight for d in sheet.dimensions] == [
        Fraction(weight, 20) for weight in (3, 4, 0, 4, 4)
    ]
    assert [d.score for d in sheet.dimensions] == [90, 90, None, 90, 90]


@pytest.mark.parametrize("reading", ["renormalise", "lose"])
def test_d3_all_not_applicable_is_no_total(document: Document, reading: str) -> None:
    document["parameters"]["not_applicable"] = reading
    scheme = load_scheme(document)
    sheet = score_sheet(scheme, {item.id: NA for item in scheme.items})
    assert row(sheet.total, sheet.points_so_far, sheet.maximum) == (None, 0, 0)


def test_d3_an_item_without_weight_must_be_settled_but_counts_nothing(document: Document) -> None:
    organization = [i["items"][0] for i in document["dimensions"][0]["indicators"]]
    organization[0]["weight_bp"], organization[1]["weight_bp"] = 0, 1000
    scheme = load_scheme(document)
    ratings = all_rated(scheme, 80) | {"organization.qualification": rated(0)}
    assert score_sheet(scheme, ratings).total == 80
    del ratings["organization.qualification"]
    assert score_sheet(scheme, ratings).total is None


def test_d1_a_scheme_without_weights_has_ratings_and_no_points(document: Document) -> None:
    for dimension in document["dimensions"]:
        for indicator in dimension["indicators"]:
            for item in indicator["items"]:
                del item["weight_bp"]
    scheme = load_scheme(document)
    sheet = score_sheet(scheme, all_rated(scheme, 80))
    assert (sheet.total, sheet.points_so_far, sheet.maximum, sheet.weight_rated_bp) == (
        *(None, None, None),
        0,
    )
    for dimension in sheet.dimensions:
        assert (dimension.weight, dimension.score) == (None, None)
        for line in dimension.items:
            assert row(line.weight, line.points, line.rating.value) == (None, None, 80)


def test_an_item_that_the_scheme_does_not_know_counts_nothing(scheme: Scheme) -> None:
    ratings = all_rated(scheme, 80)
    assert score_sheet(scheme, ratings | {"gone": rated(0)}) == score_sheet(scheme, ratings)


def test_d2_rounded_once_so_printed_points_need_not_add_up(scheme: Scheme) -> None:
    sheet = score_sheet(scheme, all_rated(scheme, "33.3"))
    points = [line.points for d in sheet.dimensions for line in d.items]
    assert sheet.total is not None
    assert printed(sheet.total) == "33.30"
    assert sum(Decimal(printed(p)) for p in points if p is not None) != Decimal("33.30")


# --- the reference: hand the weight over, one item after the other -------------------------------


def reference_weights(
    tree: list[dict[str, int]], gone: set[str], lose: bool
) -> dict[str, Fraction]:
    """D3 in slow motion: each 不适用 gives its weight away before the next one is looked at."""
    weight = {item: Fraction(bp) for dimension in tree for item, bp in dimension.items()}
    for dimension in tree:
        for item in dimension:
            if item not in gone:
                continue
            freed, weight[item] = weight[item], Fraction(0)
            if lose:
                continue
            heirs = [i for i in dimension if i not in gone and weight[i]]
            if not heirs:  # its brothers that are gone too hold the dimension until their turn
                heirs = [i for i in dimension if weight[i]]
            if not heirs:
                alive = [d for d in tree if any(bp and i not in gone for i, bp in d.items())]
                heirs = [i for d in alive for i in d if weight[i]]
            whole = sum(weight[i] for i in heirs)
            for heir in heirs:
                weight[heir] += freed * weight[heir] / whole
    return {item: value / 10_000 for item, value in weight.items()}


@st.composite
def rounds(draw: st.DrawFn) -> tuple[list[int], list[int | None], bool]:
    """Draw the weights of 15 items, their ratings in tenths (None is 不适用) and the reading."""
    cuts = sorted(draw(st.lists(st.integers(0, 10_000), min_size=14, max_size=14)))
    weights = [b - a for a, b in zip([0, *cuts], [*cuts, 10_000], strict=True)]
    rating = st.one_of(st.none(), st.integers(0, 1000))
    ratings = draw(st.lists(rating, min_size=15, max_size=15))
    return weights, ratings, draw(st.booleans())


@given(rounds())
@settings(max_examples=150, deadline=None)
def test_d3_scores_agree_with_handing_the_weight_over_item_by_item(
    shipped: Document, drawn: tuple[list[int], list[int | None], bool]
) -> None:
    weights, tenths, lose = drawn
    document = copy.deepcopy(shipped)
    document["parameters"]["not_applicable"] = "lose" if lose else "renormalise"
    left = list(weights)
    tree: list[dict[str, int]] = []
    for dimension in document["dimensions"]:
        items = [item for indicator in dimension["indicators"] for item in indicator["items"]]
        for item in items:
            item["weight_bp"] = left.pop(0)
        tree.append({item["id"]: item["weight_bp"] for item in items})
    scheme = load_scheme(document)
    given_ratings = dict(zip([i.id for i in scheme.items], tenths, strict=True))
    gone = {item for item, value in given_ratings.items() if value is None}
    expected = reference_weights(tree, gone, lose)
    assert weight_shares(scheme, frozenset(gone)).items == expected

    ratings = {i: NA if t is None else rated(f"{t}/10") for i, t in given_ratings.items()}
    sheet = score_sheet(scheme, ratings)
    maximum = 100 * sum(expected.values())
    total = sum(expected[i] * t / 10 for i, t in given_ratings.items() if t is not None)
    assert sheet.maximum == maximum
    assert maximum in ({0, 100} if not lose else {maximum})
    assert sheet.total == (total if maximum else None)
    _check_dimensions(sheet)


def _check_dimensions(sheet: ScoreSheet) -> None:
    scored = [d for d in sheet.dimensions if d.score is not None]
    assert sum(d.weight * d.score for d in scored if d.weight and d.score) == sheet.points_so_far
    assert all(0 <= d.score <= 100 for d in scored if d.score is not None)


# --- D11: classes --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("total", "band"),
    [
        ("100.00", "excellent"),
        ("90.00", "excellent"),
        ("89.99", "passed"),
        ("60.00", "passed"),
        ("59.99", "failed"),
        ("0.00", "failed"),
    ],
)
def test_d11_bounds_of_the_classes(scheme: Scheme, total: str, band: str) -> None:
    found = class_of(scheme, total)
    assert found is not None
    assert found.id == band


def test_d2_the_class_is_decided_on_the_printed_number(scheme: Scheme) -> None:
    found = class_of(scheme, printed(Fraction("89.995")))
    assert found is not None
    assert found.id == "excellent"


def test_d11_a_scheme_without_classes(document: Document) -> None:
    document["parameters"]["classes"] = []
    del document["parameters"]["integrity_class"]
    assert class_of(load_scheme(document), "95.00") is None


@pytest.mark.parametrize(
    ("total", "rank", "band"),
    [
        ("70.00", 2, "excellent"),
        ("95.00", 3, "passed"),
        ("59.00", 3, "failed"),
        ("95.00", None, None),
    ],
)
def test_d11_a_quota_gives_the_first_class_by_rank_alone(
    document: Document, total: str, rank: int | None, band: str | None
) -> None:
    document["parameters"]["class_quota"] = 2
    found = class_of(load_scheme(document), total, rank)
    assert (found.id if found else None) == band


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_d2_per_cent_is_written_in_one_way(language: str) -> None:
    with speaking(language):
        assert [percent(Fraction(1)), percent(Fraction(1, 3))] == ["100.00%", "33.33%"]
        assert [weight_percent(10_000), weight_percent(667)] == ["100.00%", "6.67%"]
