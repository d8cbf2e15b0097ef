"""Reading a scheme from its document (TOML or JSON): strict, whole or refused.

The shape of the document is the data tables below; what its parts say about each other is checked
in `scheme_checks`. Floats are refused everywhere: decimals stand as text.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from evaluator_desktop.domain import canonical
from evaluator_desktop.domain.names import Name
from evaluator_desktop.domain.parameters import (
    ClassBand,
    DepartureCheck,
    DepartureKind,
    EntryCondition,
    EntryMeasure,
    LeapDay,
    NotApplicable,
    Parameters,
    PointsWindow,
)
from evaluator_desktop.domain.scheme import (
    WEIGHT_SUM,
    Dimension,
    Indicator,
    Item,
    Measure,
    PointRule,
    Requirement,
    Scheme,
    Suggestion,
    When,
)
from evaluator_desktop.domain.scheme_checks import PrintedTier, bounded_tiers, disagreements
from evaluator_desktop.domain.strict import (
    Leaf,
    Reader,
    RefusedError,
    choice,
    decimal,
    flag,
    identifier,
    leaves,
    many,
    shown,
    table,
    text,
    whole,
)
from evaluator_desktop.domain.verification import Method
from evaluator_desktop.errors import FieldProblem, SchemeError
from evaluator_desktop.texts import _

MOST_POINTS = 1_000_000_000
_MAY_BE_LEFT_OUT = frozenset({"point_rules", "requirements", "checklist"})

_points = whole(1, MOST_POINTS)
_percent = whole(0, 100)
_rating = decimal(0, 100, 1)
_name = table(Name, {"zh": text, "en": text})
_names = many(_name)

_requirement = table(
    Requirement,
    {"id": identifier, "name": _name, "when": choice(When), "method": choice(Method)},
    {"checklist": _names},
)
_item = table(
    Item,
    {"id": identifier, "name": _name},
    {
        "evidence_text": _name,
        "weight_bp": whole(0, WEIGHT_SUM),
        "suggestion": choice(Suggestion),
        "full_mark_points": _points,
        "point_rules": many(identifier),
        "requirements": many(_requirement),
    },
)
_indicator = table(
    Indicator,
    {"id": identifier, "name": _name, "description": _name, "items": many(_item, 1)},
)
_dimension = table(Dimension, {"id": identifier, "name": _name, "indicators": many(_indicator, 1)})
_rule = table(
    PointRule,
    {
        "id": identifier,
        "group": _name,
        "name": _name,
        "unit": _name,
        "measure": choice(Measure),
        "points": _points,
    },
    {"cap": _points, "remark": _name},
)
_tier = table(
    PrintedTier,
    {"id": identifier, "name": _name},
    {"low": _points, "high": _points},
)
_class_band = table(ClassBand, {"id": identifier, "name": _name, "minimum": decimal(0, 100, 2)})
_entry_condition = table(
    EntryCondition,
    {
        "id": identifier,
        "name": _name,
        "measure": choice(EntryMeasure),
        "minimum": whole(0, MOST_POINTS),
    },
)
_departure_check = table(
    DepartureCheck, {"id": choice(DepartureKind), "name": _name, "mendable": flag}
)
_parameters = table(
    Parameters,
    {
        "not_applicable": choice(NotApplicable),
        "reason_required_below": _rating,
        "partly_verified_percent": _percent,
        "basic_satisfied_counts": flag,
        "satisfaction_threshold_percent": _percent,
        "confidence_z": decimal(1, 5, 6),
        "sample_margin_percent": whole(1, 50),
        "sample_proportion_percent": whole(1, 99),
        "sample_minimum": whole(1, 5000),
        "call_attempts": whole(1, 20),
        "rating_tolerance": _rating,
        "blind_until_submitted": flag,
        "classes": many(_class_band),
        "classes_official": flag,
        "entry_checklist": flag,
        "entry_conditions": many(_entry_condition),
        "first_tier_min": _points,
        "anniversary_counts": flag,
        "leap_day": choice(LeapDay),
        "positive_rate_percent": whole(1, 100),
        "positive_rate_periods": whole(1, 366),
        "points_window": choice(PointsWindow),
        "phrases": many(_name, 0, 20),
        "departure_checks": many(_departure_check),
    },
    {"class_quota": whole(1, 100_000), "integrity_class": identifier},
)
_document: Reader[dict[str, Any]] = table(
    dict,
    {
        "id": identifier,
        "version": identifier,
        "name": _name,
        "basis": many(_name, 1),
        "weights_official": flag,
        "dimensions": many(_dimension, 1),
        "rules": many(_rule, 1),
        "tiers": many(_tier, 1),
        "parameters": _parameters,
    },
)


def scheme_leaves() -> Mapping[str, Leaf]:
    """Return each single value that a scheme's document can hold, by its path."""
    return {leaf.path: leaf for leaf in leaves(_document)}


def read_scheme_toml(text: str) -> Scheme:
    """Return the scheme of a TOML file's text; raises SchemeError."""
    import tomllib  # a workspace keeps its scheme as JSON

    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise _refusal([FieldProblem("", _not_toml(error))]) from error
    return load_scheme(document)


def load_scheme(document: Mapping[str, object]) -> Scheme:
    """Return the scheme of a document; raises SchemeError with every place that is wrong.

    Two documents with the same values give the same digest, however they were written down.
    """
    try:
        parts = _document(document, "")
        tiers = bounded_tiers(parts["tiers"], parts["parameters"].first_tier_min)
    except RefusedError as error:
        raise _refusal(error.problems) from error
    encoded = canonical.encode(_without_empty_lists(document))
    scheme = Scheme(
        **{**parts, "tiers": tiers},
        document=msgspec.json.decode(encoded),
        digest=hashlib.sha256(encoded).hexdigest(),
    )
    if problems := tuple(disagreements(scheme)):
        raise _refusal(problems)
    return scheme


def _without_empty_lists(document: Mapping[str, object]) -> dict[str, object]:
    """Leave out lists that may be left out where they are empty: both mean the same."""
    return {
        key: _tidy(value)
        for key, value in document.items()
        if value != [] or key not in _MAY_BE_LEFT_OUT
    }


def _tidy(value: object) -> object:
    if isinstance(value, list):
        return [_tidy(entry) for entry in value]
    return _without_empty_lists(value) if isinstance(value, dict) else value


def _refusal(problems: Sequence[FieldProblem]) -> SchemeError:
    return SchemeError(_("The scheme cannot be used"), problems)


def _not_toml(error: Exception) -> str:
    return _("This is not a TOML file ({reason}). Correct it there.").format(reason=shown(error))
