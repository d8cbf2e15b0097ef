"""Ranks of a round (D11), against the slow and obvious way of counting who stands before."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator_desktop.domain.ranking import Rank, ranks

totals = st.dictionaries(
    st.integers(), st.none() | st.integers(0, 20).map(lambda n: f"{n * 5}.{n % 3}0"), max_size=12
)


def test_d11_ties_share_a_rank() -> None:
    found = ranks({"a": "90.00", "b": "80.00", "c": "90.00", "d": "70.00", "e": None})

    assert found == {"a": Rank(1, 2), "c": Rank(1, 2), "b": Rank(3), "d": Rank(4)}
    places = sorted(r.place for r in ranks({1: "9", 2: "8", 3: "8", 4: "7"}).values())
    assert places == [1, 2, 2, 4]


def test_d11_the_printed_number_ranks_and_not_its_text() -> None:
    assert ranks({"a": "100.00", "b": "99.50", "c": "9.00"})["a"] == Rank(1)
    assert ranks({"a": "80.0", "b": "80.00"}) == {"a": Rank(1, 2), "b": Rank(1, 2)}


@given(totals)
def test_d11_a_rank_is_one_more_than_those_who_stand_before(given: dict[int, str | None]) -> None:
    numbers = {name: Decimal(text) for name, text in given.items() if text is not None}
    slow = {
        name: Rank(
            1 + sum(other > own for other in numbers.values()),
            sum(other == own for other in numbers.values()),
        )
        for name, own in numbers.items()
    }

    assert ranks(given) == slow


@pytest.mark.parametrize(
    ("rank", "quota", "is_cut"),
    [
        (Rank(2, 2), 2, True),
        (Rank(2, 3), 3, True),
        (Rank(2, 2), 1, False),
        (Rank(2, 2), 3, False),
        (Rank(2), 2, False),
        (Rank(1, 5), None, False),
    ],
)
def test_d11_a_quota_cuts_a_tie_only_in_its_middle(
    rank: Rank, quota: int | None, is_cut: bool
) -> None:
    assert rank.is_cut_by(quota) is is_cut
