"""The check before leaving a provider (F12): what only this visit can mend, and what can wait.

What is looked for, and which of it can be mended later, are parameters of the scheme; here stands
how each of them is seen in what was recorded.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from evaluator_desktop.domain.assessment import Assessment, EvidenceAssessment, ItemAssessment
from evaluator_desktop.domain.parameters import DepartureCheck, DepartureKind
from evaluator_desktop.domain.scheme import When
from evaluator_desktop.domain.verification import Method, Outcome
from evaluator_desktop.texts import language

PICTURE_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".bmp", ".heic", ".heif"})


@dataclass(frozen=True)
class Place:
    """Where something is to be mended: an item and, where it is about one, a piece of evidence."""

    item: str
    evidence: str | None
    text: str


@dataclass(frozen=True)
class DepartureLine:
    """A check of the scheme that found something; no places: it concerns the whole provider."""

    check: DepartureCheck
    places: tuple[Place, ...]


def departure_lines(assessment: Assessment, person: str) -> tuple[DepartureLine, ...]:
    """Return what the scheme's checks find for `person`, in the scheme's order."""
    found = []
    for check in assessment.scheme.parameters.departure_checks:
        if check.id is DepartureKind.NO_SITE_PHOTO:
            if not _has_site_photo(assessment):
                found.append(DepartureLine(check, ()))
            continue
        look = _LOOKS[check.id]
        places = tuple(
            place for item in assessment.items for place in look(assessment, item, person)
        )
        if places:
            found.append(DepartureLine(check, places))
    return tuple(found)


def _has_site_photo(assessment: Assessment) -> bool:
    """A picture whose outcome was found by looking on site."""
    return any(
        PurePath(evidence.body.name).suffix.lower() in PICTURE_ENDINGS
        and _method(evidence) == Method.SITE
        for item in assessment.items
        for evidence in item.present
    )


def _no_original_seen(_a: Assessment, item: ItemAssessment, _person: str) -> Iterator[Place]:
    """Evidence for a requirement that asks for the original, and no original was compared."""
    for evidence in item.present:
        asked = item.item.requirement(evidence.body.requirement or "")
        wants_original = asked is not None and asked.method == Method.ORIGINAL
        if wants_original and _method(evidence) != Method.ORIGINAL:
            yield _file(item, evidence)


def _unreadable(_a: Assessment, item: ItemAssessment, _person: str) -> Iterator[Place]:
    for evidence in item.present:
        if evidence.file_missing or evidence.body.size == 0:
            yield _file(item, evidence)


def _pending(_a: Assessment, item: ItemAssessment, _person: str) -> Iterator[Place]:
    for evidence in item.present:
        if evidence.outcome is Outcome.PENDING:
            yield _file(item, evidence)


def _evidence_missing(_a: Assessment, item: ItemAssessment, _person: str) -> Iterator[Place]:
    """Requirements nothing was handed in for; alternatives of which one will do are one place."""
    names = [(s.requirement.when, s.requirement.name.text(language())) for s in item.missing]
    choice = " / ".join(name for when, name in names if when is When.ONE_OF)
    for name in (*(name for when, name in names if when is not When.ONE_OF), choice):
        if name:
            yield Place(item.item.id, None, f"{item.name} · {name}")


def _not_rated(a: Assessment, item: ItemAssessment, person: str) -> Iterator[Place]:
    own = (r for r in item.ratings if r.last.body and r.last.body.person == person)
    if a.record.is_to_rate(person, item.item.id) and not any(own):
        yield Place(item.item.id, None, item.name)


def _reason_missing(a: Assessment, item: ItemAssessment, person: str) -> Iterator[Place]:
    for rating in item.ratings:
        if rating.body and rating.body.person == person and a.reason_due(rating.body):
            yield Place(item.item.id, None, item.name)
    for evidence in item.present:
        if evidence.note_due:
            yield _file(item, evidence)


_LOOKS: dict[DepartureKind, Callable[[Assessment, ItemAssessment, str], Iterator[Place]]] = {
    DepartureKind.NO_ORIGINAL_SEEN: _no_original_seen,
    DepartureKind.UNREADABLE_FILE: _unreadable,
    DepartureKind.NOT_RATED: _not_rated,
    DepartureKind.REASON_MISSING: _reason_missing,
    DepartureKind.EVIDENCE_PENDING: _pending,
    DepartureKind.EVIDENCE_MISSING: _evidence_missing,
}


def _method(evidence: EvidenceAssessment) -> str | None:
    """How a piece was verified; None while it is pending."""
    body = evidence.record.body if evidence.record else None
    return body.method if body and evidence.outcome is not Outcome.PENDING else None


def _file(item: ItemAssessment, evidence: EvidenceAssessment) -> Place:
    return Place(item.item.id, evidence.entity.id, f"{item.name} · {evidence.body.name}")
