"""What types and bounds alone cannot say of a body: days that exist, parts with their own fields.

Apart from the bodies because both ways in pass here: what a person saves, what a package brings.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from evaluator_desktop.domain import bodies as b
from evaluator_desktop.domain.satisfaction import call_problem
from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.domain.shop_facts import FACT_PARTS
from evaluator_desktop.errors import EvaluatorError, FieldProblem
from evaluator_desktop.texts import N_, _

_DAYS = ("cutoff", "period_start", "period_end", "captured_on", "on")
_OTHER_FIELDS = N_("not a part of this record, or other fields than the part has")
_WRONG_TYPE = N_("not a value of this field")


def body_problem(body: b.Body | None) -> FieldProblem | None:
    """Say what is wrong with a body whose types and bounds are right, None when it is sound."""
    for field in _DAYS:
        day = getattr(body, field, None)
        if day and not _exists(day):
            return FieldProblem(field, _("there is no day {day}").format(day=day))
    check = _CHECKS.get(type(body))
    return check(body) if check else None


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _profile(body: b.Profile) -> FieldProblem | None:
    if set(body.values) != set(b.PROFILE_PARTS.get(body.part, ())):
        return FieldProblem("part", _(_OTHER_FIELDS))
    for field, value in body.values.items():
        wanted = bool if field == "is_law_firm" else str
        if value is not None and not isinstance(value, wanted):
            return FieldProblem(field, _(_WRONG_TYPE))
        if isinstance(value, str) and len(value) > b.LONGEST_TEXT:
            message = _("at most {count} characters").format(count=b.LONGEST_TEXT)
            return FieldProblem(field, message)
    person = body.values.get("person")
    if body.part == "contacts" and person and not b.is_digest(person):
        return FieldProblem("person", _("not the digest of a personal object"))
    return None


def _shop_part(body: b.ShopPart) -> FieldProblem | None:
    if body.part in FACT_PARTS and set(body.values) <= set(FACT_PARTS[body.part]):
        return None
    return FieldProblem("part", _(_OTHER_FIELDS))


def _sample(body: b.Sample) -> FieldProblem | None:
    if body.size <= body.population:
        return None
    return FieldProblem("size", _("more than the population"))


def _call(body: b.Call) -> FieldProblem | None:
    return call_problem(body.disposition, body.service_real, body.satisfaction)


def _alias(body: b.Alias) -> FieldProblem | None:
    if body.provider < body.other:
        return None
    return FieldProblem("other", _("not greater than the provider that stays"))


def _scheme(body: b.SchemeInUse) -> FieldProblem | None:
    try:
        load_scheme(body.document)
    except EvaluatorError as error:
        return FieldProblem("document", str(error))
    return None


_CHECKS: Mapping[type, Callable[[Any], FieldProblem | None]] = {
    b.Profile: _profile,
    b.ShopPart: _shop_part,
    b.SchemeInUse: _scheme,
    b.Sample: _sample,
    b.Call: _call,
    b.Alias: _alias,
}
