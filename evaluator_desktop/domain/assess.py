"""Applying a scheme to what was recorded of one provider.

Computed from the record alone, so the same facts give the same assessment on every machine.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from evaluator_desktop.domain.assessment import Assessment, EvidenceAssessment, ItemAssessment
from evaluator_desktop.domain.bodies import Evidence, Rating, ShopPart
from evaluator_desktop.domain.findings import find_all
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.ranking import Rank
from evaluator_desktop.domain.record import ProviderRecord, RoundInfo
from evaluator_desktop.domain.scheme import Item, Scheme
from evaluator_desktop.domain.scoring import (
    NOT_APPLICABLE_TEXT,
    ItemRating,
    ItemScore,
    PersonRating,
    item_rating,
    parse_rating,
    score_sheet,
)
from evaluator_desktop.domain.shop_facts import FACT_PARTS, facts_from_parts
from evaluator_desktop.domain.shop_points import ShopLedger, shop_ledger
from evaluator_desktop.domain.verification import requirement_states
from evaluator_desktop.errors import FactsError


def assess(
    record: ProviderRecord, scheme: Scheme, round_info: RoundInfo, rank: Rank | None = None
) -> Assessment:
    """Apply every rule of the scheme to what was recorded of one provider.

    `rank`: its place in the round, for schemes whose first class goes by a quota (D11).
    """
    ratings = {item.id: _rating_of(record, item, scheme) for item in scheme.items}
    sheet = score_sheet(scheme, ratings)
    scores = {score.item.id: score for dimension in sheet.dimensions for score in dimension.items}
    evidence = _evidence_by_item(record)
    items = tuple(
        _assess_item(record, item, scores[item.id], evidence.get(item.id, ()))
        for item in scheme.items
    )
    ledger, problem = _shop(record, scheme, round_info)
    assessment = Assessment(record, scheme, round_info, items, sheet, ledger, problem, rank)
    return replace(assessment, findings=find_all(assessment))


def _rating_of(record: ProviderRecord, item: Item, scheme: Scheme) -> ItemRating:
    entities = record.ratings(item.id)
    consensus = record.consensus(item.id)
    bodies = [entity.body for entity in entities]
    agreed = consensus.body if consensus else None
    return _counted(
        tuple([body.value for body in bodies if body is not None]),
        agreed.value if agreed else None,
        scheme.parameters.rating_tolerance,
        None in bodies or bool(consensus and consensus.in_conflict),
        _is_explained(bodies),
    )


def _is_explained(ratings: Sequence[Rating | None]) -> bool:
    """D3: 不适用 counts once one of those who say so gives a reason; a number needs none for it."""
    return any(r and (r.value != NOT_APPLICABLE_TEXT or r.reason.strip()) for r in ratings)


@lru_cache(maxsize=10_000)  # people give few numbers, and a round has the same pairs of them often
def _counted(
    values: tuple[str, ...],
    agreed: str | None,
    tolerance: Decimal,
    in_conflict: bool,
    explained: bool,
) -> ItemRating:
    """Return what ratings and a consensus, as they are written, come to, whoever gave them."""
    return item_rating(
        [PersonRating("", parse_rating(value)) for value in values],
        consensus=None if agreed is None else PersonRating("", parse_rating(agreed)),
        tolerance=tolerance,
        in_conflict=in_conflict,
        explained=explained,
    )


def _evidence_by_item(record: ProviderRecord) -> Mapping[str, tuple[EvidenceAssessment, ...]]:
    found: dict[str, list[EvidenceAssessment]] = {}
    for entity in record.evidence:
        body = entity.body or entity.last.body or _a_body(entity)
        found.setdefault(body.item, []).append(
            EvidenceAssessment(
                entity,
                body,
                record.outcome_of(entity.id),
                record.outcomes.get(entity.id),
                body.digest in record.missing_files,
            )
        )
    return {item: tuple(evidence) for item, evidence in found.items()}


def _a_body(entity: Entity[Evidence]) -> Evidence:
    return next(head.body for head in entity.heads if head.body is not None)


def _assess_item(
    record: ProviderRecord,
    item: Item,
    score: ItemScore,
    evidence: tuple[EvidenceAssessment, ...],
) -> ItemAssessment:
    present = tuple([e for e in evidence if not e.removed])
    handed_in = tuple([(e.body.requirement, e.outcome) for e in present])
    states = requirement_states(item, handed_in, record.is_law_firm)
    return ItemAssessment(
        item,
        score,
        record.ratings(item.id),
        record.consensus(item.id),
        evidence,
        present,
        tuple([e.outcome for e in present]),
        states,
        tuple([state for state in states if state.missing]),
    )


def _shop(
    record: ProviderRecord, scheme: Scheme, round_info: RoundInfo
) -> tuple[ShopLedger | None, FactsError | None]:
    """Points and tier need all five parts of the facts, none of them in conflict."""
    bodies: dict[str, ShopPart | None] = {p: e.body for p, e in record.shop_parts.items()}
    parts = {part: body.values for part, body in bodies.items() if body is not None}
    if set(parts) != set(FACT_PARTS):
        return None, None
    try:
        facts = facts_from_parts(parts, round_info.cutoff)
        return shop_ledger(scheme, facts, round_info.period_start), None
    except FactsError as error:
        # Its traceback would hold on to the record and to itself, for as long as nobody looks.
        return None, error.with_traceback(None)
