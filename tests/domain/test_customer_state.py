"""D9: how far a sample is, in one word, and what anybody needs to draw it again."""

from typing import Any

import pytest

from evaluator_desktop.domain.assess import assess
from evaluator_desktop.domain.customer_state import (
    SAMPLE_STATE_NAMES,
    SampleState,
    sample_state,
)
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.redraw import Redraw, redraw_lines
from evaluator_desktop.domain.scheme import Scheme
from tests.domain.customers import customer, customers, interview, sample
from tests.domain.records import ROUND, record


def two_draws() -> list[Entity[Any]]:
    """Samples of two laptops, in conflict."""
    known = customers(3)
    one, other = sample(*known, size=3), sample(*reversed(known), size=3)
    return [*known, Entity(one.id, one.kind, (*one.heads, *other.heads))]


def finished() -> list[Entity[Any]]:
    known = customers(2)
    return [*known, sample(*known, size=2), *map(interview, known)]


def changed() -> list[Entity[Any]]:
    known = customers(2)
    return [*known, sample(known[0], size=1)]


def calling() -> list[Entity[Any]]:
    known = customers(2)
    return [*known, sample(*known, size=2)]


@pytest.mark.parametrize(
    ("entities", "state"),
    [
        ([], SampleState.NO_LIST),
        ([customer(has_number=False)], SampleState.NO_NUMBERS),
        ([customer(has_number=False), customer()], SampleState.NOT_DRAWN),
        (two_draws(), SampleState.DIFFERS),
        (changed(), SampleState.LIST_CHANGED),
        (calling(), SampleState.CALLING),
        (finished(), SampleState.FINISHED),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_d9_how_far_the_sample_is(
    scheme: Scheme, entities: list[Entity[Any]], state: SampleState
) -> None:
    assert sample_state(assess(record(*entities), scheme, ROUND)) is state


def test_every_state_has_a_name() -> None:
    assert set(SAMPLE_STATE_NAMES) == set(SampleState)


@pytest.mark.usefixtures("english")
def test_d9_all_that_a_second_draw_needs_is_told_without_a_name() -> None:
    known = list(redraw_lines(Redraw("雁栖", 7, 1000, 88, "ab" * 32)))

    assert known[0] == "雁栖"
    assert known[1] == "Population 1000, sample 88, seed 7."
    assert "the first 88 are the sample" in known[2]
    assert known[3].endswith("ab" * 32)
    unknown = list(redraw_lines(Redraw("雁栖", 7, 1000, 88, None)))
    assert "some are not on this computer" in unknown[3]
