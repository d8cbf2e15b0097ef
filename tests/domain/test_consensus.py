"""会商: what lies on the table, and where a consensus begins (D10)."""

from fractions import Fraction
from typing import Any

import pytest

from evaluator_desktop.domain.consensus import ConsensusLine, Given, consensus_lines, mean_text
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scoring import RatingState
from tests.domain import records as r
from tests.domain.finding_lists import assessed
from tests.domain.records import CHEN, STAFF, ZHOU, entity


def line(scheme: Scheme, *entities: Entity[Any]) -> ConsensusLine:
    (found,) = consensus_lines(assessed(scheme, *entities))
    return found


@pytest.mark.parametrize(
    ("values", "mean"),
    [
        (("80", "90"), "85"),
        (("80", "80.1"), "80.1"),  # 80.05, half-up
        (("70", "70", "70.1"), "70"),
        (("80", "na"), "80"),
        (("na", "na"), "na"),
        (("", "60"), "60"),
        ((), ""),
        (("100", "99.9"), "100"),
    ],
)
def test_d10_a_consensus_begins_at_the_mean(values: tuple[str, ...], mean: str) -> None:
    assert mean_text(values) == mean


def test_d10_both_originals_stay_beside_the_decision(scheme: Scheme) -> None:
    ours, theirs = entity(r.rating("60", reason="缺合同")), entity(r.rating("90", CHEN))
    open_line = line(scheme, ours, theirs)

    assert open_line.given == {ZHOU: Given("60", "缺合同"), CHEN: Given("90", "")}
    assert (open_line.state, open_line.spread, open_line.start) == (
        RatingState.DISPUTED,
        Fraction(30),
        "75",
    )
    assert (open_line.decided, open_line.seen, open_line.is_open) == (None, (), True)

    decision = entity(r.consensus("70", ours, theirs))
    done = line(scheme, ours, theirs, decision)
    assert (done.given, done.spread) == (open_line.given, open_line.spread)
    assert (done.decided, done.start, done.reason, done.is_open) == ("70", "70", "会商", False)
    assert done.seen == decision.head_ids

    changed = line(scheme, ours, entity(r.rating("62", CHEN)), decision)
    assert (changed.is_stale, changed.is_open, changed.decided) == (True, True, "70")


def test_d10_what_one_person_rated_is_not_conferred_about(scheme: Scheme) -> None:
    assert consensus_lines(assessed(scheme, entity(r.rating("60", reason="x")))) == ()


def test_d10_versions_that_differ_are_shown_as_such(scheme: Scheme) -> None:
    torn = entity(r.rating("60", reason="a"), r.rating("90"))
    found = line(scheme, torn, entity(r.rating("80", CHEN)))

    assert found.given[ZHOU] == Given("", "")
    assert (found.state, found.start, found.number) == (RatingState.CONFLICT, "80", 4)
    assert found.item.id == STAFF
