"""The standing checks: one list of findings for a provider (rules.md, Findings).

Each check looks at one thing and yields what it finds; CHECKS is the whole list, in the order of
the table. What leads decide stands in `decision_findings`, customers in `customer_findings`, what
is true of every provider in `round_findings`.
"""

from collections.abc import Callable, Collection, Iterable, Iterator

from evaluator_desktop.domain.assessment import Assessment, ItemAssessment
from evaluator_desktop.domain.bodies import (
    Assignment,
    Body,
    Call,
    Customer,
    Evidence,
    OutcomeRecord,
    Profile,
    Provider,
    Sample,
    ShopPart,
)
from evaluator_desktop.domain.credit_code import credit_code_problem, has_check_digit
from evaluator_desktop.domain.customer_findings import CUSTOMER_CHECKS, PLACE
from evaluator_desktop.domain.decision_findings import DECISION_CHECKS
from evaluator_desktop.domain.entry import RECORDED, entry_results
from evaluator_desktop.domain.finding import Finding, Severity
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.kinds import KIND_NAMES
from evaluator_desktop.domain.round_findings import round_conflict, unofficial_weights
from evaluator_desktop.domain.scheme_findings import outside_scheme
from evaluator_desktop.domain.scoring import RatingState, parse_rating
from evaluator_desktop.domain.verification import OUTCOME_NAMES, Outcome, nothing_verified
from evaluator_desktop.texts import N_, _, language, listed

_SUBMISSION, _FINAL, _WARNING = Severity


def find_all(assessment: Assessment) -> tuple[Finding, ...]:
    """Return every finding, those that block first, in the order of the document."""
    found = [finding for check in CHECKS for finding in check(assessment)]
    return tuple([finding for step in Severity for finding in found if finding.severity is step])


def _unrated(a: Assessment) -> Iterator[Finding]:
    for item in a.items:
        if item.rating.state is RatingState.UNRATED:
            sentence = N_("{item} is not rated.")
            others = _spared(a, a.record.assigned_to(item.item.id))
            params = {"item": item.name}
            yield Finding(_SUBMISSION, "D3", item.item.id, sentence, params, others)


def _spared(a: Assessment, owing: Collection[str]) -> frozenset[str]:
    """Return who of those at work here does not owe it; nobody where nobody in particular does."""
    at_work = {*a.record.assigned, *a.record.raters}
    return frozenset(at_work.difference(owing)) if owing else frozenset()


def _reason_missing(a: Assessment) -> Iterator[Finding]:
    for item in a.items:
        for rating in item.ratings:
            if rating.body is not None and a.reason_due(rating.body):
                yield Finding(
                    _SUBMISSION,
                    "D3a",
                    item.item.id,
                    N_("{item}: the rating of {person} needs a reason."),
                    {"item": item.name, "person": rating.body.person},
                    _spared(a, [rating.body.person]),
                )


def _note_missing(a: Assessment) -> Iterator[Finding]:
    for item in a.items:
        for evidence in item.present:
            if evidence.note_due:
                sentence = N_("{item}: the outcome of “{name}” needs a note.")
                params = {"item": item.name, "name": evidence.body.name}
                place, others = f"evidence:{evidence.entity.id}", _spared(a, evidence.judged_by)
                yield Finding(_SUBMISSION, "D4", place, sentence, params, others)


def _nothing_verified(a: Assessment) -> Iterator[Finding]:
    for item in a.items:
        if not nothing_verified(item.item, item.outcomes):
            continue
        if people := _above_0(item):
            sentence = N_("{item} is rated above 0, but none of its evidence is verified.")
            params, others = {"item": item.name}, _spared(a, people)
            yield Finding(_SUBMISSION, "D5", item.item.id, sentence, params, others)


def _above_0(item: ItemAssessment) -> list[str]:
    """Return who rated it above 0; a consensus above 0 is its lead's, where nobody else did."""
    bodies = [rating.body for rating in item.ratings]
    people = [b.person for b in bodies if b is not None and parse_rating(b.value)]
    agreed = item.consensus if bodies and not people else None
    lead = agreed and agreed.body and parse_rating(agreed.body.value) and agreed.last.author
    return [lead] if lead else people


def _conflicts(a: Assessment) -> Iterator[Finding]:
    yield from round_conflict(a.round)
    for entity in a.record.conflicts:
        what = _(KIND_NAMES[entity.kind])
        yield Finding(
            _FINAL,
            "D3",
            _place(entity),
            N_("Open conflict in {what}: {count} versions differ."),
            {"what": what, "count": len(entity.heads)},
        )


def _place(entity: Entity[Body]) -> str:
    """Where a conflict is to be mended."""
    match next(head.body for head in entity.heads if head.body is not None):
        case Evidence():
            return f"evidence:{entity.id}"
        case OutcomeRecord() as outcome:
            return f"evidence:{outcome.evidence}"
        case ShopPart():
            return "shop"
        case Profile():
            return "profile"
        case Customer() | Call() | Sample():
            return "customers"
        case body:
            return str(getattr(body, "item", "provider"))


def _files(a: Assessment) -> Iterator[Finding]:
    for item in a.items:
        for evidence in item.present:
            if evidence.file_missing:
                sentence = N_("{item}: the file of “{name}” is missing or damaged.")
                params = {"item": item.name, "name": evidence.body.name}
                yield Finding(_FINAL, "files", f"evidence:{evidence.entity.id}", sentence, params)


def _removed(a: Assessment) -> Iterator[Finding]:
    """Nothing is deleted, so work on what was removed has to be said."""
    if a.record.one(Provider) is None:
        sentence = N_("The provider was taken back, but there is work on it. Import it again.")
        yield Finding(_FINAL, "removed", "provider", sentence)
    kept = {e.entity.id for item in a.items for e in item.present}
    names = {e.entity.id: e.body.name for item in a.items for e in item.evidence}
    for entity in a.record.of(OutcomeRecord):
        body = entity.body
        if body and body.outcome != Outcome.PENDING and body.evidence not in kept:
            sentence = N_("“{name}” was removed, but has an outcome: {outcome}.")
            outcome = _(OUTCOME_NAMES[Outcome(body.outcome)])
            params = {"name": names.get(body.evidence, "—"), "outcome": outcome}
            yield Finding(_WARNING, "removed", f"evidence:{body.evidence}", sentence, params)


def _requirements(a: Assessment) -> Iterator[Finding]:
    for item in a.items:
        if item.missing:
            names = " / ".join(s.requirement.name.text(language()) for s in item.missing)
            yield Finding(
                _WARNING,
                "requirements",
                item.item.id,
                N_("{item}: required evidence is missing: {names}."),
                {"item": item.name, "names": names},
            )


def _pending(a: Assessment) -> Iterator[Finding]:
    for item in a.items:
        count = item.outcomes.count(Outcome.PENDING)
        if count:
            sentence = N_("{item}: pieces of evidence still pending: {count}.")
            yield Finding(
                _WARNING, "D4", item.item.id, sentence, {"item": item.name, "count": count}
            )


def _assigned(a: Assessment) -> Iterator[Finding]:
    for entity in a.record.of(Assignment):
        body = entity.body or entity.last.body
        if body is None:
            continue
        rated = a.record.rated_by(body.person)
        still_open = [i for i in a.items if i.item.id not in rated]
        open_items = [i for i in still_open if body.items is None or i.item.id in body.items]
        if open_items and body.person not in a.record.raters:
            sentence = N_("{person} is assigned and has not rated.")
            yield Finding(_WARNING, "D3", "provider", sentence, {"person": body.person})
        elif open_items:
            sentence = N_("Assigned to {person} and not rated yet: {items}.")
            params = {"person": body.person, "items": listed(item.name for item in open_items)}
            yield Finding(_WARNING, "D3", "provider", sentence, params)


def _shop(a: Assessment) -> Iterator[Finding]:
    if a.facts_problem is not None:
        sentence = N_("The shop's facts do not fit together: {problem}")
        yield Finding(_WARNING, "P12", "shop", sentence, {"problem": a.facts_problem})
    for warning in a.ledger.warnings if a.ledger else ():
        yield Finding(_WARNING, warning.rule, "shop", warning.sentence, warning.params)


def _entry(a: Assessment) -> Iterator[Finding]:
    for result in entry_results(a):
        name = result.condition.name.text(language())
        place = "provider" if result.condition.measure in RECORDED else PLACE
        if result.is_met is None:
            sentence = N_("Entry condition not known yet: {name}.")
            yield Finding(_WARNING, "D12", place, sentence, {"name": name})
        elif not result.is_met:
            sentence = N_("Entry condition not met: {name}; found {value}.")
            params = {"name": name, "value": result.text}
            yield Finding(_WARNING, "D12", place, sentence, params)


def _credit_code(a: Assessment) -> Iterator[Finding]:
    code = a.record.code
    if code and credit_code_problem(code) is None and not has_check_digit(code):
        sentence = N_("The check digit of the credit code {code} is wrong.")
        yield Finding(_WARNING, "code", "profile", sentence, {"code": code})


CHECKS: tuple[Callable[[Assessment], Iterable[Finding]], ...] = (
    *(_unrated, _reason_missing, _note_missing, _nothing_verified),
    *(_conflicts, *DECISION_CHECKS, _files, _removed),
    *(_requirements, _pending, _assigned, *CUSTOMER_CHECKS),
    *(_shop, _entry, _credit_code, outside_scheme, lambda a: unofficial_weights(a.scheme)),
)
