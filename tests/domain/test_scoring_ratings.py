"""What a rating is and what counts for an item, each test named by its clause of the rules."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator_desktop.domain.scoring import (
    ItemRating,
    PersonRating,
    RatingState,
    item_rating,
    parse_rating,
    printed,
    rating_text,
)
from evaluator_desktop.errors import RatingError

FIVE = Decimal(5)
NA = ItemRating(RatingState.NOT_APPLICABLE)


def people(*values: str | None) -> list[PersonRating]:
    return [PersonRating(f"p{n}", None if v is None else Decimal(v)) for n, v in enumerate(values)]


def counted(*values: str | None, consensus: PersonRating | None = None) -> ItemRating:
    return item_rating(people(*values), consensus=consensus, tolerance=FIVE, in_conflict=False)


# --- D1: what a rating is ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("80", "80"),
        ("80.5", "80.5"),
        ("80.0", "80"),
        ("0", "0"),
        ("0.0", "0"),
        ("100", "100"),
        ("100.0", "100"),
        ("007", "7"),
        (" 80 ", "80"),
        ("８０。5", "80.5"),
        ("８０．５", "80.5"),
        ("　80｡5　", "80.5"),
        ("na", "na"),
        ("NA", "na"),
        ("ｎａ", "na"),
        ("n/a", "na"),
        ("不适用", "na"),
    ],
)
def test_d1_a_typed_rating_has_one_spelling(typed: str, text: str) -> None:
    assert rating_text(parse_rating(typed)) == text


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "100.1", "101", "999", "-1", "+1", "80.55", "80.50", "80.", ".5", "8e1"),
        *("eighty", "80 5", "80,5", "NaN", "inf", "²", "٨٠", "⑧", "1000", "8\n0", "八十"),
    ],
)
def test_d1_what_is_no_rating_is_refused(typed: str) -> None:
    with pytest.raises(RatingError):
        parse_rating(typed)


def test_d1_a_refused_rating_is_named(english: None) -> None:
    with pytest.raises(RatingError) as caught:
        parse_rating("1\u202e01")
    assert str(caught.value) == (
        "101 is not a rating. Give 0 to 100 with at most one decimal, or na."
    )


@given(st.integers(0, 1000))
def test_d1_every_rating_survives_its_spelling(tenths: int) -> None:
    value = Decimal(tenths) / 10
    text = rating_text(value)
    assert parse_rating(text) == value
    assert rating_text(parse_rating(text)) == text


# --- D2: no float --------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [80.0, 80, True, "80", Fraction(80)])
def test_d2_a_rating_is_a_decimal_and_no_other_type(value: Any) -> None:
    with pytest.raises(TypeError):
        PersonRating("a", value)
    with pytest.raises(TypeError):
        rating_text(value)
    with pytest.raises(TypeError):
        item_rating([], consensus=None, tolerance=value, in_conflict=False)


@pytest.mark.parametrize("value", [80.0, 80, Decimal(80), "80"])
def test_d2_only_a_fraction_is_printed(value: Any) -> None:
    with pytest.raises(TypeError):
        printed(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0.00"),
        ("100", "100.00"),
        ("83.5", "83.50"),
        ("1/3", "0.33"),
        ("2/3", "0.67"),
        ("0.005", "0.01"),
        ("0.00499999", "0.00"),
        ("89.995", "90.00"),
        ("2.675", "2.68"),
        ("-0.005", "-0.01"),
        ("-0.004", "0.00"),
        ("-12.345", "-12.35"),
    ],
)
def test_d2_printed_half_up(value: str, text: str) -> None:
    assert printed(Fraction(value)) == text


@given(st.fractions(0, 100, max_denominator=10**6))
def test_d2_printed_agrees_with_decimal_rounding(value: Fraction) -> None:
    with localcontext(prec=60):
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        assert printed(value) == str(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


# --- D3, D10: what counts for an item ------------------------------------------------------------


def test_d3_nobody_rated() -> None:
    assert counted() == ItemRating(RatingState.UNRATED)


def test_d3_one_person_is_enough_and_0_is_a_rating() -> None:
    assert counted("0") == ItemRating(RatingState.RATED, Fraction(0), Fraction(0))


def test_d3_not_applicable_when_all_who_rated_say_so() -> None:
    assert counted(None, None) == NA


def test_d3_not_applicable_beside_a_number_is_a_dispute() -> None:
    assert counted("80", None) == ItemRating(RatingState.DISPUTED)
    assert counted(None, "80", "81").state is RatingState.DISPUTED


@pytest.mark.parametrize(
    ("values", "mean"),
    [(("80", "85"), "82.5"), (("80", "80.1", "80.1"), "1201/15"), (("0", "5", "5", "0"), "2.5")],
)
def test_d10_the_mean_counts_up_to_the_tolerance(values: tuple[str, ...], mean: str) -> None:
    rating = counted(*values)
    assert (rating.state, rating.value) == (RatingState.RATED, Fraction(mean))


def test_d10_beyond_the_tolerance_is_a_dispute_without_a_value() -> None:
    spread = Fraction("5.1")
    assert counted("80", "85.1") == ItemRating(RatingState.DISPUTED, None, spread)
    assert counted("82", "80", "85.1") == ItemRating(RatingState.DISPUTED, None, spread)


def test_d10_the_tolerance_is_a_parameter() -> None:
    def with_tolerance(tolerance: str) -> RatingState:
        return item_rating(
            people("80", "81"), consensus=None, tolerance=Decimal(tolerance), in_conflict=False
        ).state

    assert with_tolerance("1") is RatingState.RATED
    assert with_tolerance("0.9") is RatingState.DISPUTED
    assert with_tolerance("0") is RatingState.DISPUTED


def test_d10_a_consensus_counts_and_the_spread_stays_visible() -> None:
    lead = PersonRating("lead", Decimal(70))
    assert counted("60", "90", consensus=lead) == ItemRating(
        RatingState.RATED, Fraction(70), Fraction(30)
    )
    assert counted("60", "61", consensus=lead).value == 70
    assert counted(consensus=lead).state is RatingState.UNRATED  # D3


def test_d10_a_consensus_can_be_not_applicable() -> None:
    lead = PersonRating("lead", None)
    assert counted("60", None, consensus=lead) == NA
    assert counted("60", "90", consensus=lead).state is RatingState.NOT_APPLICABLE


@pytest.mark.parametrize("consensus", [None, PersonRating("lead", Decimal(70))])
def test_d3_a_rating_in_conflict_counts_as_not_rated(consensus: PersonRating | None) -> None:
    rating = item_rating(people("80", "82"), consensus=consensus, tolerance=FIVE, in_conflict=True)
    assert rating == ItemRating(RatingState.CONFLICT, None, Fraction(2))


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 1000)), max_size=6),
    st.integers(0, 1000),
    st.data(),
)
def test_d10_agrees_with_the_rule_in_words_and_persons_have_no_order(
    tenths: list[int | None], tolerance: int, data: st.DataObject
) -> None:
    ratings = [
        PersonRating(str(n), None if t is None else Decimal(t) / 10) for n, t in enumerate(tenths)
    ]
    shuffled = data.draw(st.permutations(ratings))
    found = item_rating(
        shuffled, consensus=None, tolerance=Decimal(tolerance) / 10, in_conflict=False
    )
    given_numbers = sorted(t for t in tenths if t is not None)
    if not tenths:
        assert found.state is RatingState.UNRATED
    elif not given_numbers:
        assert found.state is RatingState.NOT_APPLICABLE
    elif None in tenths or given_numbers[-1] - given_numbers[0] > tolerance:
        assert (found.state, found.value) == (RatingState.DISPUTED, None)
    else:
        assert found.state is RatingState.RATED
        assert found.value == Fraction(sum(given_numbers), 10 * len(given_numbers))
