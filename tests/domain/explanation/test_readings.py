"""The readings behind the numbers: one line for each parameter, the clause itself where none is."""

from collections.abc import Iterator
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest

from evaluator_desktop.domain.explanation.clauses import CLAUSES
from evaluator_desktop.domain.explanation.readings import Reading, readings
from evaluator_desktop.domain.explanation.step import leaf
from evaluator_desktop.domain.explanation.telling import readings_of, told
from evaluator_desktop.domain.names import Name
from evaluator_desktop.domain.parameters import (
    EntryCondition,
    EntryMeasure,
    LeapDay,
    NotApplicable,
    Parameters,
    PointsWindow,
)
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_reader import load_scheme
from tests.domain.records import ROUND

OTHER_READINGS: dict[str, Any] = {
    "not_applicable": NotApplicable.LOSE,
    "reason_required_below": Decimal(61),
    "integrity_class": None,
    "partly_verified_percent": 51,
    "basic_satisfied_counts": False,
    "satisfaction_threshold_percent": 91,
    "confidence_z": Decimal("2.5"),
    "sample_margin_percent": 11,
    "sample_proportion_percent": 49,
    "sample_minimum": 31,
    "call_attempts": 4,
    "rating_tolerance": Decimal(6),
    "blind_until_submitted": False,
    "classes": (),
    "classes_official": True,
    "class_quota": 3,
    "entry_checklist": True,
    "entry_conditions": (
        EntryCondition("x", Name("另一条件", "Another"), EntryMeasure.FULL_TIME_STAFF, 1),
    ),
    "first_tier_min": 100,
    "anniversary_counts": False,
    "leap_day": LeapDay.MARCH_1,
    "positive_rate_percent": 71,
    "positive_rate_periods": 2,
    "points_window": PointsWindow.PERIOD,
}
NO_READINGS = {"phrases", "departure_checks"}


def items_of(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for dimension in document["dimensions"]:
        for indicator in dimension["indicators"]:
            yield from indicator["items"]


def read(scheme: Scheme, **changed: Any) -> tuple[Reading, ...]:
    other = replace(scheme, parameters=replace(scheme.parameters, **changed))
    return readings(other, ROUND.body)


@pytest.mark.parametrize("name", [f.name for f in fields(Parameters) if f.name not in NO_READINGS])
def test_every_parameter_has_a_line(scheme: Scheme, name: str) -> None:
    assert read(scheme, **{name: OTHER_READINGS[name]}) != read(scheme)


def test_d1_the_weights_are_named_for_what_they_are(
    scheme: Scheme, document: dict[str, Any], english: None
) -> None:
    for item in items_of(document):
        del item["weight_bp"]

    def weights(of: Scheme) -> str:
        return next(reading for clause, _point, reading in readings(of, ROUND.body))

    assert weights(scheme) == "sample weights (unofficial)"
    assert weights(replace(scheme, weights_official=True)) == "as printed in the documents"
    assert weights(load_scheme(document)).startswith("none: ")


def test_d6_full_marks_are_named(document: dict[str, Any], english: None) -> None:
    (products,) = [i for i in items_of(document) if i["id"] == "effectiveness.products"]
    products["full_mark_points"] = 200

    assert ("D6", "Full marks for shop points", "Service products 200") in readings(
        load_scheme(document), ROUND.body
    )


def test_where_no_parameter_is_the_clause_itself_is_the_reading(
    scheme: Scheme, english: None
) -> None:
    fixed = {
        clause for clause, _point, reading in read(scheme) if f"{reading}." == CLAUSES.get(clause)
    }

    assert fixed == {"D2", "D3", "P3", "P5", "P6", "P13"}


def test_an_explanation_prints_the_readings_of_its_clauses(scheme: Scheme, english: None) -> None:
    steps = [leaf("Tolerance", None, rule="D10"), leaf("Total", None, rule="D2")]

    assert [clause for clause, _p, _r in readings_of(steps, read(scheme))] == ["D2", "D10"]
    *_steps, rounding, opinions, reading = told(steps, read(scheme))
    assert (rounding, opinions) == (f"D2  {CLAUSES['D2']}", f"D10  {CLAUSES['D10']}")
    assert reading.startswith("    Two ratings of one item: the mean counts up to a spread of 5;")
