"""Making the row of a provider from its assessment.

Apart from `projections`, which keeps the rows: who only reads a list needs none of the rules.
"""

from evaluator_desktop.domain.assessment import Assessment, ItemAssessment
from evaluator_desktop.domain.customer_state import sample_state
from evaluator_desktop.domain.finding import Severity
from evaluator_desktop.domain.pinyin import Spelling, name_order, spelling
from evaluator_desktop.domain.scoring import RatingState, printed
from evaluator_desktop.store.projections import CustomerSummary, Summary


def summarise(assessment: Assessment, known: Summary | None) -> Summary:
    """Make the row of a provider; `known`, its row so far, saves working out the pinyin again."""
    record, sheet, ledger = assessment.record, assessment.sheet, assessment.ledger
    name = record.name
    people = record.assigned or record.raters
    same = known if known and known.name == name else None
    spelt = Spelling(same.initials, same.order) if same else spelling(name)
    heads = [head for of in record.entities.values() for e in of for head in e.heads]
    last_at, _name, last_author = max([(h.at, h.revision, h.author) for h in heads])
    band = assessment.class_band
    severities = [finding.severity for finding in assessment.findings]
    warnings = severities.count(Severity.WARNING)
    return Summary(
        provider=record.id,
        code=record.code,
        name=name,
        initials=spelt.initials,
        state=record.state,
        signs=tuple(_sign(assessment, item) for item in assessment.items),
        rated=assessment.rated_count,
        items=len(assessment.items),
        evidence=assessment.evidence_count,
        checked=assessment.checked_count,
        missing=sum(len(item.missing) for item in assessment.items),
        score=assessment.score,
        points_so_far=None if sheet.points_so_far is None else printed(sheet.points_so_far),
        weight_rated_bp=sheet.weight_rated_bp,
        provisional=assessment.is_provisional,
        tier=ledger.tier if ledger else None,
        shop_points=ledger.total if ledger else None,
        class_id=band.id if band else None,
        conflicts=len(record.conflicts),
        blocking=len(severities) - warnings,
        warnings=warnings,
        people=people,
        people_order=tuple(name_order(person)[0] for person in people),
        raters=record.raters,
        submitters=record.submitters,
        late=len(assessment.late) + assessment.round_is_late,
        started=bool(record.raters or record.evidence),
        customers=_customers(assessment),
        last_at=last_at,
        last_author=last_author,
        also=record.also_known_as,
        order=spelt.order,
        absent=sum(_absent(item) for item in assessment.items),
    )


def _customers(a: Assessment) -> CustomerSummary:
    found, sample = a.satisfaction, a.sample
    return CustomerSummary(
        state=sample_state(a),
        customers=len(a.record.customers),
        size=sample.size if sample else 0,
        done=sample.done if sample else 0,
        denied=found.denied,
        rate=None if found.rate is None else printed(found.rate * 100),
        meets_threshold=found.meets_threshold,
    )


def _sign(assessment: Assessment, item: ItemAssessment) -> str:
    """Return the word for an item's cell; what has to be settled goes before what is missing."""
    if item.rating.state in (RatingState.DISPUTED, RatingState.CONFLICT):
        return "disputed"
    if any(r.body is not None and assessment.reason_due(r.body) for r in item.ratings):
        return "reason"
    if (item.ratings or item.evidence) and (item.missing or _absent(item)):
        return "missing"
    return "open" if item.rating.state is RatingState.UNRATED else "rated"


def _absent(item: ItemAssessment) -> int:
    return sum(evidence.file_missing for evidence in item.present)
