"""Findings of a record put together by hand, and looking them up."""

from typing import Any

from evaluator_desktop.domain.assess import assess
from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.finding import Finding, Severity
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.scheme import Scheme
from tests.domain import records as r
from tests.domain.records import ROUND, entity, record

SUBMISSION, FINAL, WARNING = Severity
EXPERIENCE, SATISFACTION = (
    "organization.experience",
    "verification.authenticity.satisfaction",
)


def found(scheme: Scheme, *entities: Entity[Any], **options: Any) -> list[Finding]:
    return list(assessed(scheme, *entities, **options).findings)


def assessed(
    scheme: Scheme, *entities: Entity[Any], round_info: Any = ROUND, **options: Any
) -> Assessment:
    return assess(record(*entities, **options), scheme, round_info)


def keys(findings: list[Finding], rule: str) -> set[tuple[Severity, str]]:
    return {(f.severity, f.place) for f in findings if f.rule == rule}


def of(findings: list[Finding], rule: str, severity: Severity, place: str) -> list[str]:
    return [f.text for f in findings if (f.rule, f.severity, f.place) == (rule, severity, place)]


def staffed(word: str = "verified", note: str = "") -> list[Entity[Any]]:
    """Evidence of every requirement of the staff item, with one outcome each."""
    names = ("staff_list", "staff_contracts", "social_insurance_list")
    files = [entity(r.evidence(name, requirement=name)) for name in names]
    return [*files, *(entity(r.outcome(file, word, note)) for file in files)]


def everything_rated(scheme: Scheme, value: str = "0") -> list[Entity[Any]]:
    return [entity(r.rating(value, item=item.id, reason="无材料")) for item in scheme.items]
