"""One way to break each row of rules.md: where, what stands there, and what a mistake would write.

A break is noticed when a test that names its rule (`test_d7_…`) fails; findings that name no rule
say which test is their proof.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Break:
    """`where` is module:function in evaluator_desktop; the first `was` in it becomes `becomes`."""

    rule: str
    where: str
    was: str
    becomes: str
    proof: str = ""

    @property
    def name(self) -> str:
        return f"{self.rule} {self.where.partition(':')[2]}: {self.was} → {self.becomes}"


_SCORING = "domain.scoring:"
_SHOP = "domain.shop_points:"
_FACTS = "domain.shop_facts:"
_FINDINGS = "domain.findings:"
_SATISFACTION = "domain.satisfaction:"
_SAMPLING = "domain.sampling:"

SCORE = (
    Break("D1", _SCORING + "_item_score", "rating.value * weight", "rating.value"),
    Break("D1", _SCORING + "parse_rating", "value > 100", "value > 101"),
    Break("D1", "domain.round_findings:unofficial_weights", "not scheme.weights_official", "False"),
    Break("D2", _SCORING + "printed", "Fraction(1, 2)", "Fraction(0)"),
    Break("D2", _SCORING + "printed", "Fraction(1, 2)", "Fraction(49, 100)"),
    Break("D2", _SCORING + "_exact", "type(value) is not kind", "False"),
    Break("D3", _SCORING + "score_sheet", "and not still_open", ""),
    Break("D3", _SCORING + "weight_shares", "if i in not_applicable", "if False"),
    Break("D3", _SCORING + "weight_shares", "NotApplicable.LOSE", "NotApplicable.RENORMALISE"),
    Break("D3", _SCORING + "weight_shares", "/ left[dimension.id]", "/ full[dimension.id]"),
    Break("D3", _SCORING + "weight_shares", "full[dimension.id] / whole", "full[dimension.id]"),
    Break("D3", _SCORING + "item_rating", "if in_conflict:", "if False:"),
    Break("D3", _SCORING + "item_rating", "spread is None or", ""),
    Break("D3", _SCORING + "item_rating", "if explained", "if True"),
    Break("D3", "domain.assess:_is_explained", "or r.reason.strip()", "or True"),
    Break(
        "D3",
        "domain.record:ProviderRecord.outcome_of",
        "entity.body.outcome) if entity and entity.body",
        "entity.heads[0].body.outcome) if entity",
    ),
    Break("D3", "domain.assess:_shop", "if set(parts) != set(FACT_PARTS)", "if False"),
    Break("D3a", "domain.assessment:Assessment.reason_due", "value < self", "value <= self"),
    Break("D3a", "domain.assessment:Assessment.reason_due", "value is None or", "value and"),
    Break(
        "D3a",
        "domain.assessment:Assessment.reason_due",
        "low or self._changed_after_submission(rating)",
        "low",
    ),
    Break("D4", "domain.assessment:EvidenceAssessment.note_due", "in NEEDS_NOTE", "is None"),
    Break(
        "D5", "domain.verification:nothing_verified", "not SUPPORTS.intersection(outcomes)", "False"
    ),
    Break(
        "D5", "domain.verification:nothing_verified", "any(map(is_required", "all(map(is_required"
    ),
    Break("D5", _FINDINGS + "_above_0", "if bodies and not people", "if False"),
    Break(
        "D5", "domain.assessment:Assessment.has_false_evidence", "bool(self.false_heads)", "False"
    ),
    Break("D5", "domain.assessment:Assessment.class_band", "decision.confirmed", "True"),
    Break("D6", "domain.suggestion:suggestion", "min(Fraction(_FULL),", "max(Fraction(0),"),
    Break("D6", "domain.suggestion:_evidence_share", "partly *", ""),
    Break(
        "D6",
        "domain.suggestion:_satisfaction_rate",
        "a.satisfaction.satisfied",
        "a.satisfaction.denied",
    ),
    Break("D6", "domain.suggestion:_shop_points", "if line.rule.id in item.point_rules", ""),
    Break("D10", _SCORING + "item_rating", "spread > tolerance", "spread >= tolerance"),
    Break("D10", _SCORING + "item_rating", "if consensus is not None", "if False"),
    Break("D10", _SCORING + "item_rating", "sum(numbers) / Fraction(len(numbers))", "max(numbers)"),
    Break(
        "D10a",
        "domain.record:ProviderRecord.step",
        "expected.issubset(self.submitters)",
        "bool(self.submitters)",
    ),
    Break(
        "D10a", "domain.record:ProviderRecord.step", "self.assigned or self.raters", "self.raters"
    ),
    Break("D10a", "store.queries.seen:_is_blind", "not in submitters", "in submitters"),
    Break("D10a", "store.queries.seen:_sees_all", "workspace.role == LEAD or", ""),
    Break("D11", _SCORING + "class_of", "total >= band.minimum", "total > band.minimum"),
    Break("D11", _SCORING + "class_of", "rank <= quota", "rank < quota"),
    Break("D11", "domain.ranking:ranks", "place += counts[number]", "place += 1"),
    Break("D11", "domain.ranking:Rank.is_cut_by", "quota < self.last", "quota <= self.last"),
    Break("D12", "domain.entry:EntryResult.is_met", ">= self", "> self"),
    Break("D12", "domain.entry:entry_results", "if parameters.entry_checklist else ()", ""),
)

CUSTOMERS = (
    Break("D7", _SATISFACTION + "satisfaction", "(not parameters.basic_satisfied_counts)", "1"),
    Break("D7", _SATISFACTION + "satisfaction", "if c.service_real and", "if"),
    Break(
        "D7", _SATISFACTION + "satisfaction", "call.disposition == Disposition.COMPLETED", "True"
    ),
    Break("D7", _SATISFACTION + "Satisfaction.meets_threshold", ">=", ">"),
    Break("D7", _SATISFACTION + "Satisfaction.meets_threshold", "return None", "return True"),
    Break("D7", _SATISFACTION + "wilson_interval", "square / 4", "square / 2"),
    Break(
        "D7",
        _SATISFACTION + "wilson_interval",
        "whole = completed + square",
        "whole = Fraction(completed)",
    ),
    Break(
        "D8", _SATISFACTION + "satisfaction", "call.service_real is False", "not call.service_real"
    ),
    Break("D8", _SATISFACTION + "satisfaction", "for call in reached)", "for call in [])"),
    Break("D9", _SAMPLING + "explained_size", "ceil(corrected)", "int(corrected)"),
    Break(
        "D9",
        _SAMPLING + "explained_size",
        "(population + unlimited - 1)",
        "(population + unlimited)",
    ),
    Break("D9", _SAMPLING + "explained_size", "population == least", "population < least"),
    Break("D9", _SAMPLING + "_rank", "{seed}\\n{key}", "{seed}{key}"),
    Break("D9", _SAMPLING + "customer_key", "normalize('NFC', name)", "normalize('NFD', name)"),
    Break("D9", _SAMPLING + "drawn_order", "for customer in sorted(keys)", "for customer in keys"),
    Break("D9", _SAMPLING + "_place", ">= call_attempts", "> call_attempts"),
)

SHOP = (
    Break("P1", _SHOP + "shop_ledger", "tier.low <= total", "tier.low < total"),
    Break("P1", "domain.scheme_reader:load_scheme", 'parts["parameters"].first_tier_min', "1"),
    Break("P2", _SHOP + "completed_years", "cutoff == anniversary and", "False and"),
    Break("P2", _SHOP + "completed_years", "cutoff > anniversary", "cutoff >= anniversary"),
    Break("P2", _SHOP + "anniversary_in", "date(year, 2, 28)", "date(year, 3, 1)"),
    Break("P2", _FACTS + "_contradictions", "registered > cutoff", "False"),
    Break("P3", _SHOP + "_line", "min(uncapped, rule.cap)", "uncapped"),
    Break("P4", _SHOP + "quantities", "facts.products", "0"),
    Break(
        "P5",
        _FACTS + "_login_dates",
        "sorted(set(map(_login_day, value)))",
        "sorted(map(_login_day, value))",
    ),
    Break("P6", _SHOP + "login_totals", "length // STREAK_DAYS", "-(-length // STREAK_DAYS)"),
    Break(
        "P6",
        _SHOP + "login_totals",
        "sum(length // STREAK_DAYS for length in runs.values())",
        "len(days) // STREAK_DAYS",
    ),
    Break("P7", _SHOP + "quantities", "facts.followers.enterprise", "facts.followers.personal"),
    Break("P8", _SHOP + "quantities", "facts.purchases", "min(facts.purchases, 1)"),
    Break("P9", _SHOP + "quantities", "facts.comments.personal", "facts.praise.personal"),
    Break("P9", _SHOP + "quantities", "facts.replies", "min(facts.replies, facts.comments.both)"),
    Break("P9", _SHOP + "_warnings", "replies > comments", "replies >= comments"),
    Break("P9", _SHOP + "_warnings", "praise > ratings", "facts.praise.personal > ratings"),
    Break("P10", _SHOP + "_periods_reached", "ratings.good * 100 >=", "ratings.good * 100 >"),
    Break("P10", _SHOP + "_periods_reached", "* ratings.all > 0", "* ratings.all"),
    Break(
        "P10",
        _SHOP + "_periods_reached",
        "ratings.good * 100 >= parameters",
        "round(ratings.good * 100 / max(ratings.all, 1)) * ratings.all >= parameters",
    ),
    Break("P11", _SHOP + "login_totals", "login >= start", "login > start"),
    Break("P11", _SHOP + "_window_start", "PointsWindow.LIFETIME", "PointsWindow.PERIOD"),
    Break("P12", _FACTS + "_contradictions", "streaks * STREAK_DAYS > days", "False"),
    Break("P12", _FACTS + "_contradictions", "ratings.good > ratings.all", "False"),
    Break("P12", _FACTS + "_contradictions", "dates[-1] > cutoff", "False"),
    Break("P12", _FACTS + "_contradictions", "given != round_cutoff", "False"),
    Break("P12", "domain.strict:key_problems", "key not in known", "False"),
    Break("P12", "domain.strict:key_problems", "key not in value", "False"),
    Break("P12", "domain.strict:flag", "isinstance(value, bool)", "value in (0, 1)"),
    Break("P12", _FACTS + "_json_object", "len(found) == len(pairs)", "True"),
    Break("P12", _SHOP + "_warnings", "days > since", "days >= since"),
    Break("P13", _SCORING + "score_sheet", "so_far if shares.whole", "so_far + 1 if shares.whole"),
)

FINDINGS = (
    Break("D3", _FINDINGS + "_unrated", "RatingState.UNRATED", "RatingState.RATED"),
    Break("D3a", _FINDINGS + "_reason_missing", "and a.reason_due(rating.body)", "and False"),
    Break("D4", _FINDINGS + "_note_missing", "if evidence.note_due", "if False"),
    Break("D5", _FINDINGS + "_nothing_verified", "in a.items", "in ()"),
    Break("D3", _FINDINGS + "_conflicts", "in a.record.conflicts", "in ()"),
    Break(
        "conflict of the round",
        "domain.round_findings:round_conflict",
        "if info.conflict",
        "if False",
        "test_a_round_or_scheme_in_conflict_blocks",
    ),
    Break(
        "D10", "domain.decision_findings:_disputes", "RatingState.DISPUTED", "RatingState.CONFLICT"
    ),
    Break(
        "consensus to be confirmed",
        "domain.assessment:ItemAssessment.consensus_is_stale",
        "set(body.covers) !=",
        "set() ==",
        "test_a_consensus_is_to_be_confirmed",
    ),
    Break(
        "lock to be confirmed",
        "domain.assessment:Assessment.lock_is_stale",
        "self._covered != self.decided_on",
        "False",
        "test_a_lock_is_to_be_confirmed",
    ),
    Break(
        "D5",
        "domain.assessment:Assessment.class_is_stale",
        "moved or set(body.covers) != self.false_heads",
        "moved",
    ),
    Break("D5", "domain.decision_findings:_class", "a.class_decision is None", "False"),
    Break(
        "files",
        _FINDINGS + "_files",
        "if evidence.file_missing",
        "if False",
        "test_files_that_are_missing_or_damaged_block",
    ),
    Break(
        "required evidence",
        _FINDINGS + "_requirements",
        "if item.missing",
        "if False",
        "test_required_evidence_that_is_missing",
    ),
    Break("D4", _FINDINGS + "_pending", "if count", "if False"),
    Break("D3", _FINDINGS + "_assigned", "for i in a.items if", "for i in () if"),
    Break("D9", "domain.customer_findings:_sample", "not sample.is_finished", "False"),
    Break("D9", "domain.customer_findings:_no_number", "not c.body.has_number", "False"),
    Break(
        "D7",
        "domain.customer_findings:_threshold",
        "not found.meets_threshold",
        "found.meets_threshold",
    ),
    Break(
        "D8",
        "domain.customer_findings:_denied",
        "(denied := a.satisfaction.denied)",
        "(denied := 0)",
    ),
    Break("P9", _FINDINGS + "_shop", "a.ledger.warnings if a.ledger else ()", "()"),
    Break("P12", _FINDINGS + "_shop", "if a.facts_problem is not None", "if False"),
    Break(
        "credit code",
        _FINDINGS + "_credit_code",
        "not has_check_digit(code)",
        "False",
        "test_a_credit_code_with_a_wrong_check_digit",
    ),
    Break(
        "order of findings",
        _FINDINGS + "find_all",
        "in Severity for",
        "in reversed(Severity) for",
        "test_what_blocks_comes_first",
    ),
)

BREAKS = (*SCORE, *CUSTOMERS, *SHOP, *FINDINGS)
