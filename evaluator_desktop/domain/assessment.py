"""A provider as the rules see it: every number and finding that follows from its record.

Frozen values only; `assess` makes them. The window, `result` and the report all show these.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import msgspec

from evaluator_desktop.domain.bodies import (
    ClassDecision,
    Consensus,
    Evidence,
    Lock,
    OutcomeRecord,
    Rating,
    Sample,
    Submission,
)
from evaluator_desktop.domain.finding import Finding, Severity
from evaluator_desktop.domain.history import Entity, derived_id
from evaluator_desktop.domain.ranking import Rank
from evaluator_desktop.domain.record import ProviderRecord, RoundInfo
from evaluator_desktop.domain.sampling import DrawnSample, drawn_sample
from evaluator_desktop.domain.satisfaction import Satisfaction, satisfaction
from evaluator_desktop.domain.scheme import ClassBand, Item, Scheme
from evaluator_desktop.domain.scoring import (
    ItemRating,
    ItemScore,
    RatingState,
    ScoreSheet,
    class_of,
    parse_rating,
    printed,
)
from evaluator_desktop.domain.shop_points import ShopLedger
from evaluator_desktop.domain.verification import NEEDS_NOTE, Outcome, RequirementState
from evaluator_desktop.errors import FactsError
from evaluator_desktop.texts import language


class EvidenceAssessment(msgspec.Struct, frozen=True):
    """One piece of evidence with what was found about it."""

    entity: Entity[Evidence]
    body: Evidence
    """Of evidence in conflict, the latest claim: screens show it marked."""
    outcome: Outcome
    record: Entity[OutcomeRecord] | None
    file_missing: bool

    @property
    def removed(self) -> bool:
        return self.body.removed

    @property
    def judged_by(self) -> tuple[str, ...]:
        """Who owes the note of the outcome: its evaluator."""
        body = self.record.body if self.record else None
        return (body.evaluator,) if body else ()

    @property
    def note_due(self) -> bool:
        """D4: the outcome needs a note that is not there yet."""
        body = self.record.body if self.record else None
        return body is not None and self.outcome in NEEDS_NOTE and not body.note.strip()


class ItemAssessment(msgspec.Struct, frozen=True):
    """One item with its ratings, evidence and requirements."""

    item: Item
    score: ItemScore
    ratings: tuple[Entity[Rating], ...]
    consensus: Entity[Consensus] | None
    evidence: tuple[EvidenceAssessment, ...]
    """Removed files included."""
    present: tuple[EvidenceAssessment, ...]
    """The others."""
    outcomes: tuple[Outcome, ...]
    """Of what is present."""
    requirements: tuple[RequirementState, ...]
    missing: tuple[RequirementState, ...]
    """Requirements that nothing was handed in for."""

    @property
    def name(self) -> str:
        """The item's name in the language in use."""
        return self.item.name.text(language())

    @property
    def rating(self) -> ItemRating:
        return self.score.rating

    @property
    def consensus_is_stale(self) -> bool:
        """A rating came after the consensus: it is to be confirmed."""
        body = self.consensus.body if self.consensus else None
        return body is not None and set(body.covers) != {
            head for rating in self.ratings for head in rating.head_ids
        }


@dataclass(frozen=True)
class Assessment:
    """What the rules say of one provider."""

    record: ProviderRecord
    scheme: Scheme
    round: RoundInfo
    items: tuple[ItemAssessment, ...]
    """In document order."""
    sheet: ScoreSheet
    ledger: ShopLedger | None
    """None while a part of the shop's facts is not recorded, wrong or in conflict (D3)."""
    facts_problem: FactsError | None
    rank: Rank | None = None
    """D11: its place in the round; None without a total, and where the round was not looked at."""
    findings: tuple[Finding, ...] = ()

    def item(self, item_id: str) -> ItemAssessment:
        return next(item for item in self.items if item.item.id == item_id)

    @property
    def score(self) -> str | None:
        """The printed total, None while it is incomplete."""
        return None if self.sheet.total is None else printed(self.sheet.total)

    @property
    def has_false_evidence(self) -> bool:
        """D5: the integrity flag; removing what was found to be false does not lower it."""
        return bool(self.false_heads)

    @cached_property
    def satisfaction(self) -> Satisfaction:
        """D7, D8: what the calls to customers that still stand come to."""
        calls = self.record.calls
        found = (calls[c.id].body for c in self.record.customers if c.id in calls)
        return satisfaction((call for call in found if call), self.scheme.parameters)

    @cached_property
    def sample(self) -> DrawnSample | None:
        """D9: the sample as it stands; None until one is drawn, and while draws differ."""
        entity = self.record.one(Sample)
        body = entity.body if entity else None
        if body is None:
            return None
        record, most = self.record, self.scheme.parameters.call_attempts
        return drawn_sample(body, record.customers, record.calls, most)

    @property
    def class_decision(self) -> Entity[ClassDecision] | None:
        return self.record.one(ClassDecision)

    @cached_property
    def false_heads(self) -> frozenset[str]:
        """The heads that a decision on the integrity flag rests on."""
        outcomes = self.record.of(OutcomeRecord)
        false = (e for e in outcomes if e.body and e.body.outcome == Outcome.FALSE)
        return frozenset(head for entity in false for head in entity.head_ids)

    @property
    def class_is_stale(self) -> bool:
        """D5: what is false, or what the scheme proposes for it, changed after the decision."""
        body = self.class_decision.body if self.class_decision else None
        if body is None:
            return False
        moved = body.confirmed and body.proposed != self.scheme.parameters.integrity_class
        return moved or set(body.covers) != self.false_heads

    @property
    def class_band(self) -> ClassBand | None:
        """D11, D5: the class of the printed total, or the one confirmed for false material."""
        decision = self.class_decision.body if self.class_decision else None
        if self.has_false_evidence and decision is not None and decision.confirmed:
            bands = self.scheme.parameters.classes
            return next((band for band in bands if band.id == decision.proposed), None)
        if self.score is None:
            return None
        return class_of(self.scheme, self.score, self.rank.place if self.rank else None)

    @property
    def decided_on(self) -> frozenset[str]:
        """What a lock covers: the provider's heads, and digests of the round and its scheme."""
        return frozenset(self.record.decided_on) | self._round_basis

    @property
    def _round_basis(self) -> frozenset[str]:
        return frozenset((self.round.basis, self.scheme.digest))

    @cached_property
    def _covered(self) -> frozenset[str] | None:
        """The heads that the lock in force covers; None where nothing is locked."""
        lock = self.record.one(Lock)
        body = lock.body if lock else None
        return frozenset(body.covers) if body and body.locked else None

    @property
    def lock_is_stale(self) -> bool:
        """The lock is to be confirmed: what it covers are no longer the heads."""
        return self._covered is not None and self._covered != self.decided_on

    @property
    def late(self) -> tuple[Entity[Any], ...]:
        """锁定后到达: what a merge brought after the lock; it never alters an issued report."""
        covered = self._covered
        if covered is None:
            return ()
        return tuple(e for e in self.record.decisive if not covered.issuperset(e.head_ids))

    @property
    def round_is_late(self) -> bool:
        """The round or its scheme changed after the lock."""
        return self._covered is not None and not self._covered.issuperset(self._round_basis)

    def reason_due(self, rating: Rating) -> bool:
        """D3a: a low rating, 不适用 or a change after submission without its reason."""
        if rating.reason.strip():
            return False
        value = parse_rating(rating.value)
        low = value is None or value < self.scheme.parameters.reason_required_below
        return low or self._changed_after_submission(rating)

    def _changed_after_submission(self, rating: Rating) -> bool:
        covers = self._submitted.get(rating.person)
        if covers is None:
            return False
        entity = derived_id(rating)
        heads = (e.head_ids for e in self.record.ratings(rating.item) if e.id == entity)
        return covers.isdisjoint(next(heads, ()))

    @cached_property
    def _submitted(self) -> Mapping[str, frozenset[str]]:
        """The ratings that each person's submission covers."""
        bodies = (entity.body for entity in self.record.of(Submission))
        return {body.person: frozenset(body.covers) for body in bodies if body is not None}

    @property
    def evidence_count(self) -> int:
        return sum(len(item.present) for item in self.items)

    @property
    def checked_count(self) -> int:
        """Evidence with any outcome but 待核."""
        pending = sum(item.outcomes.count(Outcome.PENDING) for item in self.items)
        return self.evidence_count - pending

    @property
    def rated_count(self) -> int:
        done = (RatingState.RATED, RatingState.NOT_APPLICABLE)
        return sum(item.rating.state in done for item in self.items)

    @property
    def is_provisional(self) -> bool:
        """待裁决: something is open that another decision could change."""
        return self.score is None or any(f.severity is Severity.BLOCKS_FINAL for f in self.findings)
