"""Every row of the table of findings in rules.md, each by the clause behind it."""

from dataclasses import replace
from typing import Any

import pytest

from evaluator_desktop.domain.assess import assess
from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Lock, Provider
from evaluator_desktop.domain.finding import SEVERITY_NAMES, Finding, Severity
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.scheme import Scheme
from tests.domain import records as r
from tests.domain.records import CHEN, PROVIDER, ROUND, STAFF, ZHOU, entity, record, withdrawn

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


# --- blocks the submission --------------------------------------------------------------------


def test_d3_an_item_that_nobody_rated_blocks(scheme: Scheme) -> None:
    places = keys(found(scheme), "D3")

    assert places == {(SUBMISSION, item.id) for item in scheme.items}
    assert (SUBMISSION, STAFF) not in keys(found(scheme, entity(r.rating())), "D3")


def test_d3_not_applicable_counts_as_decided(scheme: Scheme) -> None:
    findings = found(scheme, entity(r.rating("na", reason="无此项")))

    assert (SUBMISSION, STAFF) not in keys(findings, "D3")


def test_d3_a_rating_that_was_taken_back_is_no_rating(scheme: Scheme) -> None:
    rating = entity(r.rating())

    assert (SUBMISSION, STAFF) in keys(found(scheme, withdrawn(rating)), "D3")


@pytest.mark.parametrize(
    ("value", "reason", "due"),
    [
        ("59.9", "", True),
        ("0", "", True),
        ("na", "", True),
        ("0", " \n", True),
        ("60", "", False),
        ("100", "", False),
        ("59.9", "缺合同", False),
        ("na", "无此项", False),
    ],
)
def test_d3a_low_ratings_and_not_applicable_need_a_reason(
    scheme: Scheme, value: str, reason: str, due: bool
) -> None:
    findings = found(scheme, entity(r.rating(value, reason=reason)))

    assert keys(findings, "D3a") == ({(SUBMISSION, STAFF)} if due else set())
    assert not due or ZHOU in of(findings, "D3a", SUBMISSION, STAFF)[0]


def test_d3a_a_change_after_submission_needs_a_reason(scheme: Scheme) -> None:
    before, others = entity(r.rating("80")), entity(r.rating("80", CHEN))
    submission = entity(r.submission(ZHOU, before))
    assert keys(found(scheme, before, others, submission), "D3a") == set()

    changed = entity(r.rating("85"))
    assert keys(found(scheme, changed, others, submission), "D3a") == {(SUBMISSION, STAFF)}
    explained = entity(r.rating("85", reason="补交材料"))
    assert keys(found(scheme, explained, others, submission), "D3a") == set()
    again = entity(r.submission(ZHOU, changed))
    assert keys(found(scheme, changed, others, again), "D3a") == set()


@pytest.mark.parametrize(
    ("word", "note", "due"),
    [
        ("pending", "", False),
        ("verified", "", False),
        ("partly_verified", "", True),
        ("unverifiable", "", True),
        ("false", "", True),
        ("false", " ", True),
        ("false", "系伪造", False),
    ],
)
def test_d4_all_but_pending_and_verified_need_a_note(
    scheme: Scheme, word: str, note: str, due: bool
) -> None:
    file = entity(r.evidence())
    findings = found(scheme, file, entity(r.outcome(file, word, note)))

    blocking = {key for key in keys(findings, "D4") if key[0] is SUBMISSION}
    assert blocking == ({(SUBMISSION, f"evidence:{file.id}")} if due else set())


@pytest.mark.parametrize(
    ("word", "value", "blocks"),
    [
        ("verified", "80", False),
        ("partly_verified", "80", False),
        ("pending", "80", True),
        ("unverifiable", "80", True),
        ("false", "80", True),
        ("pending", "0.1", True),
        ("pending", "0", False),
        ("pending", "na", False),
    ],
)
def test_d5_a_rating_above_zero_needs_something_verified(
    scheme: Scheme, word: str, value: str, blocks: bool
) -> None:
    findings = found(scheme, *staffed(word, "说明"), entity(r.rating(value, reason="说明")))

    blocking = {key for key in keys(findings, "D5") if key[0] is SUBMISSION}
    assert blocking == ({(SUBMISSION, STAFF)} if blocks else set())


def test_d5_one_verified_piece_is_enough_and_a_removed_one_is_none(scheme: Scheme) -> None:
    file, other = entity(r.evidence("a")), entity(r.evidence("b"))
    rating, verified = entity(r.rating()), entity(r.outcome(file))
    assert (SUBMISSION, STAFF) not in keys(found(scheme, file, other, verified, rating), "D5")

    removed = entity(r.evidence("a", removed=True, reason="重复"), id=file.id)
    assert (SUBMISSION, STAFF) in keys(found(scheme, removed, other, verified, rating), "D5")


def test_d5_asks_nothing_of_items_whose_evidence_is_the_evaluators_own(scheme: Scheme) -> None:
    findings = found(scheme, entity(r.rating("80", item=SATISFACTION)))

    assert keys(findings, "D5") == set()


# --- blocks the final report ------------------------------------------------------------------


def torn(*bodies: Any, id: str = "") -> Entity[Any]:  # noqa: A002  as it is called
    return entity(*bodies, id=id)


@pytest.mark.parametrize("kind", ["rating", "evidence", "outcome", "shop", "profile", "lock"])
def test_d3_every_open_conflict_blocks_with_its_place(scheme: Scheme, kind: str) -> None:
    file = entity(r.evidence())
    name = file.id
    entities, place = {
        "rating": ([torn(r.rating("80"), r.rating("60"))], STAFF),
        "evidence": ([torn(r.evidence("a"), r.evidence("b"), id=name)], f"evidence:{name}"),
        "outcome": ([file, torn(r.outcome(file), r.outcome(file, "false"))], f"evidence:{name}"),
        "shop": ([torn(*(e.heads[0].body for e in [*r.shop()[1:2], *r.shop(
            offer={"products": 9})[1:2]]))], "shop"),
        "profile": ([torn(r.profile(name="甲"), r.profile(name="乙"))], "profile"),
        "lock": ([torn(r.lock(), r.lock(locked=False))], "provider"),
    }[kind]  # fmt: skip
    findings = found(scheme, *entities)

    [text] = of(findings, "D3", FINAL, place)
    assert "2" in text


def test_heads_that_agree_block_nothing(scheme: Scheme) -> None:
    agreed = entity(r.rating("80", reason="甲"), r.rating("80", reason="乙"))

    assert {f.severity for f in found(scheme, agreed) if f.rule == "D3"} == {SUBMISSION}
    assert keys(found(scheme, agreed), "D3") >= {(SUBMISSION, EXPERIENCE)}
    assert (SUBMISSION, STAFF) not in keys(found(scheme, agreed), "D3")


def test_a_round_or_scheme_in_conflict_blocks(scheme: Scheme) -> None:
    findings = found(scheme, round_info=replace(ROUND, conflict=True))

    assert of(findings, "D3", FINAL, "round")
    assert assessed(scheme, round_info=replace(ROUND, conflict=True)).is_provisional


@pytest.mark.parametrize(
    ("values", "disputed"),
    [(("80", "85"), False), (("80", "85.1"), True), (("80", "na"), True), (("na", "na"), False)],
)
def test_d10_a_dispute_without_consensus_blocks(
    scheme: Scheme, values: tuple[str, str], disputed: bool
) -> None:
    ratings = [
        entity(r.rating(v, p, reason="说明")) for v, p in zip(values, (ZHOU, CHEN), strict=True)
    ]
    findings = found(scheme, *ratings)
    assert keys(findings, "D10") == ({(FINAL, STAFF)} if disputed else set())

    settled = entity(r.consensus("82", *ratings))
    assert keys(found(scheme, *ratings, settled), "D10") == set()


def test_a_consensus_is_to_be_confirmed_when_a_rating_came_late(scheme: Scheme) -> None:
    zhou, chen = entity(r.rating("90")), entity(r.rating("60", CHEN, reason="缺"))
    settled = entity(r.consensus("75", zhou, chen))
    assert keys(found(scheme, zhou, chen, settled), "D10") == set()

    changed = entity(r.rating("91"))
    assert keys(found(scheme, changed, chen, settled), "D10") == {(FINAL, STAFF)}
    third = entity(r.rating("50", "王强", reason="缺"))
    assert keys(found(scheme, zhou, chen, third, settled), "D10") == {(FINAL, STAFF)}
    assert keys(found(scheme, zhou, withdrawn(chen), settled), "D10") == {(FINAL, STAFF)}
    assert assessed(scheme, changed, chen, settled).is_provisional


def test_a_consensus_is_not_disturbed_by_ratings_of_other_items(scheme: Scheme) -> None:
    zhou = entity(r.rating("90"))
    settled = entity(r.consensus("75", zhou))
    other = entity(r.rating("10", item=EXPERIENCE, reason="缺"))

    assert keys(found(scheme, zhou, other, settled), "D10") == set()


def test_a_lock_is_to_be_confirmed_when_something_came_after_it(scheme: Scheme) -> None:
    rating = entity(r.rating())
    bare = record(rating)
    lock = entity(Lock(PROVIDER, True, 1, "", sorted(bare.decided_on)))
    assert keys(found(scheme, rating, lock), "lock") == set()

    late = entity(r.rating("70", CHEN))
    assert keys(found(scheme, rating, late, lock), "lock") == {(FINAL, "provider")}
    changed = entity(r.rating("81"))
    assert keys(found(scheme, changed, lock), "lock") == {(FINAL, "provider")}
    assert keys(found(scheme, withdrawn(rating), lock), "lock") == {(FINAL, "provider")}


def test_an_opened_lock_asks_for_no_confirmation(scheme: Scheme) -> None:
    opened = entity(r.lock(locked=False))

    assert keys(found(scheme, entity(r.rating()), opened), "lock") == set()


def integrity(findings: list[Finding]) -> list[str]:
    return of(findings, "D5", FINAL, "provider")


def test_d5_false_material_raises_a_flag_until_a_lead_decides(scheme: Scheme) -> None:
    file, other = entity(r.evidence("a")), entity(r.evidence("b"))
    false = entity(r.outcome(file, "false", "伪造"))
    assert integrity(found(scheme, file, entity(r.outcome(file, "unverifiable", "无")))) == []
    assert len(integrity(found(scheme, file, other, false))) == 1

    decided = entity(r.class_decision(false))
    assert integrity(found(scheme, file, other, false, decided)) == []
    more = entity(r.outcome(other, "false", "伪造"))
    assert len(integrity(found(scheme, file, other, false, more, decided))) == 1


def test_d5_removing_false_material_does_not_lower_the_flag(scheme: Scheme) -> None:
    file = entity(r.evidence())
    false = entity(r.outcome(file, "false", "伪造"))
    removed = entity(r.evidence(removed=True, reason="撤下"), id=file.id)

    assert assessed(scheme, removed, false).has_false_evidence
    assert len(integrity(found(scheme, removed, false))) == 1


def test_files_that_are_missing_or_damaged_block(scheme: Scheme) -> None:
    file = entity(r.evidence())
    findings = found(scheme, file, missing=frozenset({"12" * 32}))
    assert keys(findings, "files") == {(FINAL, f"evidence:{file.id}")}
    assert keys(found(scheme, file), "files") == set()

    removed = entity(r.evidence(removed=True, reason="重复"), id=file.id)
    assert keys(found(scheme, removed, missing=frozenset({"12" * 32})), "files") == set()


def test_work_on_a_provider_that_was_taken_back_is_a_finding(scheme: Scheme) -> None:
    gone = withdrawn(entity(Provider("91310000MA1FL0000X"), id=PROVIDER))

    assert keys(found(scheme, gone, entity(r.rating())), "removed") == {(FINAL, "provider")}
    assert keys(found(scheme, entity(r.rating())), "removed") == set()


def test_an_outcome_of_removed_evidence_is_a_finding(scheme: Scheme) -> None:
    removed = entity(r.evidence(removed=True, reason="重复"))
    outcome = entity(r.outcome(removed))
    place = f"evidence:{removed.id}"

    assert keys(found(scheme, removed, outcome), "removed") == {(WARNING, place)}
    assert keys(found(scheme, removed), "removed") == set()


# --- warnings ---------------------------------------------------------------------------------


def test_required_evidence_that_is_missing(scheme: Scheme) -> None:
    places = {place for _severity, place in keys(found(scheme), "requirements")}

    asked = {item.id for item in scheme.items if item.requirements}
    assert places == asked
    assert keys(found(scheme), "requirements") == {(WARNING, place) for place in asked}
    assert (WARNING, STAFF) not in keys(found(scheme, *staffed("pending")), "requirements")


def test_what_is_asked_for_if_any_is_never_missing(scheme: Scheme) -> None:
    license_ = entity(
        r.evidence(item="organization.qualification", requirement="legal_person_license")
    )

    findings = found(scheme, license_)

    assert (WARNING, "organization.qualification") not in keys(findings, "requirements")


def test_d4_evidence_still_pending(scheme: Scheme) -> None:
    files = [entity(r.evidence(str(n))) for n in range(3)]
    findings = found(scheme, *files, entity(r.outcome(files[0])))
    [text] = of(findings, "D4", WARNING, STAFF)
    assert "2" in text

    assert of(found(scheme, *staffed()), "D4", WARNING, STAFF) == []
    conflict = torn(r.outcome(files[0]), r.outcome(files[0], "false", "伪造"))
    assert of(found(scheme, files[0], conflict), "D4", WARNING, STAFF)


def test_d3_an_assigned_person_who_has_not_rated(scheme: Scheme) -> None:
    assigned = [entity(r.assignment(ZHOU)), entity(r.assignment(CHEN, [STAFF]))]
    all_by_zhou = everything_rated(scheme)

    def people(*entities: Entity[Any]) -> list[str]:
        return of(found(scheme, *entities), "D3", WARNING, "provider")

    assert len(people(*assigned)) == 2
    [text] = people(*assigned, *all_by_zhou)
    assert CHEN in text
    assert people(*assigned, *all_by_zhou, entity(r.rating("0", CHEN, reason="无"))) == []
    # Who rated some of what was assigned has still not rated the rest.
    [text] = people(assigned[0], *all_by_zhou[1:])
    assert ZHOU in text
    assert people(entity(r.assignment(CHEN, [STAFF])), entity(r.rating("80", CHEN))) == []


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"feedback": {"replies": 500}}, "P9"),
        ({"feedback": {"praise": {"personal": 90, "enterprise": 70}}}, "P9"),
    ],
)
def test_p9_warnings_of_the_shop(scheme: Scheme, changes: dict[str, Any], rule: str) -> None:
    assert keys(found(scheme, *r.shop()), rule) == set()
    assert keys(found(scheme, *r.shop(**changes)), rule) == {(WARNING, "shop")}


def test_p12_facts_that_do_not_fit_together_give_no_points(scheme: Scheme) -> None:
    result = assessed(scheme, *r.shop(feedback={"ratings": {"good": 96, "all": 95}}))

    assert result.ledger is None
    assert keys(list(result.findings), "P12") == {(WARNING, "shop")}


@pytest.mark.parametrize(
    ("code", "warns"),
    [("91310000MA1FL0000X", True), ("91310000MA1FL00000", True), (None, False)],
)
def test_a_credit_code_with_a_wrong_check_digit(
    scheme: Scheme, code: str | None, warns: bool
) -> None:
    provider = entity(Provider(code), id=PROVIDER)

    assert keys(found(scheme, provider), "code") == ({(WARNING, "profile")} if warns else set())


def test_a_credit_code_that_is_right_is_no_finding(scheme: Scheme) -> None:
    provider = entity(Provider("91110000600037341L"), id=PROVIDER)

    assert keys(found(scheme, provider), "code") == set()


def test_d1_weights_are_not_official(scheme: Scheme) -> None:
    assert keys(found(scheme), "D1") == {(WARNING, "round")}
    assert keys(found(replace(scheme, weights_official=True)), "D1") == set()


# --- the list as a whole ----------------------------------------------------------------------


def test_what_blocks_comes_first(scheme: Scheme) -> None:
    file = entity(r.evidence())
    findings = found(scheme, file, entity(r.outcome(file, "false")), entity(r.rating("80")))

    order = [list(Severity).index(f.severity) for f in findings]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2}


def test_every_finding_speaks_in_both_languages(scheme: Scheme, english: None) -> None:
    file = entity(r.evidence())
    findings = found(
        scheme, file, entity(r.outcome(file, "false")), entity(r.rating("10")), torn(
            r.rating("80", CHEN), r.rating("20", CHEN)), missing=frozenset({"12" * 32})
    )  # fmt: skip

    assert all(f.text and "{" not in f.text for f in findings)
    assert all(f.text.isascii() or "“" in f.text or "周" in f.text for f in findings)


def test_severities_have_names() -> None:
    assert set(SEVERITY_NAMES) == set(Severity)
