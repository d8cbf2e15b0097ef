from datetime import date, timedelta
from typing import Any

import pytest

from evaluator_desktop.domain.scheme import Measure, Scheme
from evaluator_desktop.domain.shop_draft import (
    MEASURE_FIELDS,
    PART_FIELDS,
    Run,
    fields_of,
    login_runs,
    nested,
    read_draft,
    read_part,
    wanted_fields,
)
from evaluator_desktop.domain.shop_facts import FACT_PARTS, facts_to_parts, parse_facts
from evaluator_desktop.domain.shop_points import shop_ledger
from evaluator_desktop.errors import FactsError
from tests.domain.shop_examples import worked_example

CUTOFF = date(2020, 12, 31)


def given(**changes: Any) -> dict[str, object]:
    facts = worked_example(**changes)
    facts.pop("cutoff", None)
    return fields_of(facts)


def test_complete_facts_give_the_same_ledger_as_whole_ones(scheme: Scheme) -> None:
    draft = read_draft(scheme, given(), CUTOFF)

    facts = parse_facts(worked_example())
    assert draft.is_complete
    assert draft.facts == facts
    assert draft.ledger == shop_ledger(scheme, facts)
    assert draft.points_so_far == draft.ledger.total == 2470
    assert draft.known == set(Measure)
    assert draft.parts == facts_to_parts(facts)


def test_nothing_typed_is_nothing_known_and_nothing_wrong(scheme: Scheme) -> None:
    draft = read_draft(scheme, {}, CUTOFF)

    assert draft.problems == {}
    assert draft.known == frozenset()
    assert draft.parts == {}
    assert draft.points_so_far == 0
    assert len(draft.missing) == 17
    assert "login_dates" in draft.missing


@pytest.mark.parametrize("left_out", sorted(given()))
def test_each_field_that_is_missing_costs_its_own_lines_only(left_out: str, scheme: Scheme) -> None:
    fields = given()
    del fields[left_out]

    draft = read_draft(scheme, fields, CUTOFF)

    whole = read_draft(scheme, given(), CUTOFF)
    unknown = {m for m, paths in MEASURE_FIELDS.items() if left_out in paths}
    assert draft.missing == (left_out,)
    assert draft.problems == {}
    assert set(Measure) - draft.known == unknown
    for line, full in zip(draft.ledger.lines, whole.ledger.lines, strict=True):
        assert line == full or line.rule.measure in unknown
    assert len(draft.parts) == 4


def test_a_contradiction_waits_for_both_fields(scheme: Scheme) -> None:
    fields = given()
    del fields["ratings.all"]
    assert read_draft(scheme, fields, CUTOFF).problems == {}

    draft = read_draft(scheme, fields | {"ratings.all": 89}, CUTOFF)

    assert list(draft.problems) == ["ratings.good"]
    assert "feedback" not in draft.parts
    assert Measure.POSITIVE_RATE not in draft.known
    assert Measure.PURCHASES in draft.known


def test_every_wrong_field_is_named(scheme: Scheme) -> None:
    wrong = {"registered_on": "2021-01-01", "purchases": -1, "login_dates": ["2021-01-01"]}

    draft = read_draft(scheme, given() | wrong, CUTOFF)

    assert set(draft.problems) == set(wrong)
    assert set(draft.parts) == {"offer", "followers"}
    assert not draft.is_complete


def test_logins_are_dates_or_both_totals(scheme: Scheme) -> None:
    fields = given(login_dates=None)
    assert read_draft(scheme, fields, CUTOFF).missing == ("login_dates",)
    one = read_draft(scheme, fields | {"login_streaks": 3}, CUTOFF)
    assert one.missing == ("login_days",)
    assert Measure.LOGIN_STREAKS in one.known

    both = read_draft(scheme, fields | {"login_days": 45, "login_streaks": 3}, CUTOFF)

    assert both.is_complete
    assert both.ledger.total == 2470


def test_dates_and_totals_at_once_are_a_problem(scheme: Scheme) -> None:
    draft = read_draft(scheme, given(login_days=45, login_streaks=3), CUTOFF)

    assert "login_dates" in draft.problems
    assert "logins" not in draft.parts


def test_one_part_is_read_by_itself() -> None:
    parts = facts_to_parts(parse_facts(worked_example()))

    for part, values in parts.items():
        assert read_part(part, values, CUTOFF) == values
    assert read_part("logins", {"login_days": 45, "login_streaks": 3}, CUTOFF) == {
        "login_days": 45,
        "login_streaks": 3,
    }


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("offer", {"products": 1}),
        ("offer", {"products": 1, "is_decorated": True, "purchase": 1}),
        ("followers", {"followers": {"personal": 1}}),
        ("logins", {}),
        ("company", {"registered_on": "2021-01-01"}),
    ],
)
def test_a_part_that_is_not_whole_and_sound_is_refused(part: str, values: dict[str, Any]) -> None:
    with pytest.raises(FactsError):
        read_part(part, values, CUTOFF)


def test_the_fields_are_those_of_the_parts() -> None:
    for part, keys in FACT_PARTS.items():
        assert {path.partition(".")[0] for path in PART_FIELDS[part]} == set(keys)
    wanted = wanted_fields({"login_days": 1})
    assert set(wanted) | {"login_dates"} == {p for paths in PART_FIELDS.values() for p in paths}
    assert {path for paths in MEASURE_FIELDS.values() for path in paths} == set(wanted) | {
        "login_dates"
    }
    assert set(MEASURE_FIELDS) == set(Measure)


def test_taken_apart_and_put_together_facts_stay_the_same() -> None:
    facts = worked_example()

    assert nested(fields_of(facts)) == facts


@pytest.mark.parametrize(
    ("lengths", "tenths"),
    [((9,), 0), ((10,), 1), ((19,), 1), ((20,), 2), ((9, 9), 0), ((365,), 36)],
)
def test_runs_and_their_tens(lengths: tuple[int, ...], tenths: int) -> None:
    days, first = [], date(2020, 1, 1)
    for length in lengths:
        days += [first + timedelta(days=n) for n in range(length)]
        first += timedelta(days=length + 1)

    runs = login_runs(reversed(days))

    assert [run.length for run in runs] == list(lengths)
    assert sum(1 for run in runs for _day in run.tenths) == tenths
    assert list(Run(date(2020, 1, 1), 20).tenths) == [date(2020, 1, 10), date(2020, 1, 20)]
