"""What blocks, by every row of the table in rules.md, each by the clause behind it."""

from dataclasses import replace
from typing import Any

import pytest

from evaluator_desktop.domain.bodies import Lock, Provider
from evaluator_desktop.domain.finding import Finding
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.scheme import Scheme
from tests.domain import records as r
from tests.domain.finding_lists import (
    EXPERIENCE,
    FINAL,
    SATISFACTION,
    SUBMISSION,
    WARNING,
    assessed,
    found,
    keys,
    of,
    staffed,
)
from tests.domain.records import CHEN, PROVIDER, ROUND, STAFF, ZHOU, entity, withdrawn


def test_findings_that_say_the_same_are_one_whomever_they_spare() -> None:
    one = Finding(SUBMISSION, "D3", STAFF, "{item} is not rated.", {"item": "x"})
    spared = Finding(
        SUBMISSION, "D3", STAFF, "{item} is not rated.", {"item": "x"}, frozenset({ZHOU})
    )
    other = Finding(SUBMISSION, "D3", STAFF, "{item} is not rated.", {"item": "y"})

    assert one == spared != other
    assert {one, spared, other} == {one, other}
    assert one != "D3"


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
    bare = assessed(scheme, rating)
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
