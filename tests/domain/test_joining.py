"""Reading the entities of several providers as those of one."""

from collections.abc import Iterator
from typing import Any

import pytest

from evaluator_desktop.domain.bodies import (
    Alias,
    Body,
    Consensus,
    IssuedReport,
    Lock,
    Profile,
    Provider,
    Rating,
    Submission,
)
from evaluator_desktop.domain.history import Entity, Head, derived_id
from evaluator_desktop.domain.joining import Joined, as_one, joined_by

A, B, C, D = ("a" * 32, "b" * 32, "c" * 32, "d" * 32)
DIGEST = "0" * 64


def entity(*bodies: Body | None, given: str = "") -> Entity[Any]:
    known = next((body for body in bodies if body is not None), None)
    kind = known.kind if known else "rating"
    name = given or (derived_id(known) if known and known.key else "e" * 32)
    heads = tuple(
        Head(f"{abs(hash((name, n))):064x}"[:64], "周明", "2020-06-01T00:00:00Z", body)
        for n, body in enumerate(bodies)
    )
    return Entity(name, kind, tuple(sorted(heads, key=lambda head: head.revision)))


def alias(one: str, other: str, *joined: bool) -> Entity[Any]:
    return entity(*(Alias(one, other, yes, "同一家") for yes in joined or (True,)))


def rating(provider: str, value: str, person: str = "周明") -> Rating:
    return Rating(provider, "organization.staff", person, value, "")


def only(entities: list[Entity[Any]]) -> Entity[Any]:
    (found,) = entities
    return found


def test_whoever_is_in_no_group_stands_alone() -> None:
    assert (Joined().staying(A), Joined().members(A)) == (A, (A,))


def test_chains_and_circles_make_one_group() -> None:
    chain = joined_by([alias(C, D), alias(A, B), alias(B, C)])
    circle = joined_by([alias(A, B), alias(B, C), alias(A, C), alias(C, D)])
    assert chain == circle == Joined({A: (A, B, C, D)})
    assert {chain.staying(one) for one in (A, B, C, D)} == {A}
    assert chain.everybody == {A, B, C, D}


def test_two_groups_stay_two() -> None:
    assert joined_by([alias(A, B), alias(C, D)]).groups == {A: (A, B), C: (C, D)}


def test_what_was_taken_back_joins_no_more_and_what_differs_still_does() -> None:
    withdrawn = entity(None)
    assert joined_by([alias(A, B, False), withdrawn]).groups == {}
    torn = alias(A, B, True, False)
    assert torn.in_conflict
    assert joined_by([torn]).groups == {A: (A, B)}


def test_two_reasons_for_one_joining_agree() -> None:
    assert not entity(Alias(A, B, True, "甲"), Alias(A, B, True, "乙")).in_conflict


def test_what_both_have_becomes_one_entity_of_the_one_that_stays() -> None:
    found = only(as_one(A, [entity(rating(A, "80")), entity(rating(B, "70"))]))
    assert found.id == derived_id(rating(A, "80"))
    assert found.in_conflict
    assert {head.body.provider for head in found.heads if head.body} == {A}
    assert list(found.head_ids) == sorted(found.head_ids)
    assert not only(as_one(A, [entity(rating(A, "80")), entity(rating(B, "80"))])).in_conflict


@pytest.mark.parametrize("value", ["80", "70"])
def test_what_one_withdrew_says_nothing_beside_the_other(value: str) -> None:
    gone = entity(None, given=derived_id(rating(A, "80")))
    found = only(as_one(A, [gone, entity(rating(B, value))]))
    assert found.body == rating(A, value)


def test_what_both_withdrew_is_withdrawn() -> None:
    gone = entity(None, given=derived_id(rating(A, "80")))
    assert [found.body for found in as_one(A, [gone, entity(None)])] == [None, None]


def test_a_withdrawal_in_conflict_stays_one() -> None:
    torn = entity(rating(B, "80"), None)
    assert only(as_one(A, [entity(rating(A, "80")), torn])).in_conflict


def test_people_and_items_stay_apart() -> None:
    found = as_one(A, [entity(rating(A, "80")), entity(rating(B, "70", "陈静"))])
    assert [one.in_conflict for one in found] == [False, False]


def _both(make: Any) -> Iterator[Entity[Any]]:
    yield from (entity(make(provider)) for provider in (A, B))


@pytest.mark.parametrize(
    "make",
    [
        lambda p: Profile(p, "identity", {"name": p, "is_law_firm": None, "address": None}),
        lambda p: Consensus(p, "organization.staff", "80", p, []),
        lambda p: Lock(p, locked=False, version=1, reason=p, covers=[]),
    ],
)
def test_decisions_and_parts_that_differ_are_conflicts(make: Any) -> None:
    assert only(as_one(A, _both(make))).in_conflict


def test_who_submitted_both_submitted_the_one() -> None:
    ones, others = "1" * 64, "2" * 64
    found = only(
        as_one(A, [entity(Submission(A, "周明", [ones])), entity(Submission(B, "周明", [others]))])
    )
    assert found.body == Submission(A, "周明", [ones, others])


def test_a_submission_that_differs_between_laptops_still_does() -> None:
    torn = entity(Submission(A, "周明", ["1" * 64]), Submission(A, "周明", ["2" * 64]))
    whole = entity(Submission(B, "周明", ["3" * 64]))
    assert only(as_one(A, [torn, whole])).in_conflict


def test_a_submission_that_was_taken_back_on_one_laptop_stays_open() -> None:
    torn = entity(Submission(A, "周明", ["1" * 64]), None)
    whole = entity(Submission(B, "周明", ["3" * 64]))

    found = only(as_one(A, [torn, whole]))

    assert found.in_conflict
    assert {head.body is None for head in found.heads} == {True, False}


def test_a_provider_without_a_code_takes_that_of_the_other() -> None:
    with_code, without = Provider("91310000MA1FL0000N"), Provider(None)
    first = [entity(without, given=A), entity(with_code, given=B)]
    found = only(as_one(A, first))
    assert (found.id, found.body) == (A, with_code)
    assert only(as_one(A, [entity(without, given=A), entity(without, given=B)])).body == without
    other = entity(Provider("91310115MA1K3YH46A"), given=A)
    assert only(as_one(A, [other, entity(with_code, given=B)])).in_conflict


def test_each_issued_report_and_each_alias_stays_itself() -> None:
    def issued(provider: str) -> IssuedReport:
        return IssuedReport(
            provider=provider,
            version=1,
            number=provider[:4],
            data_digest=DIGEST,
            scheme_digest=DIGEST,
            covers=[],
            files=[],
        )

    given = [entity(issued(A)), entity(issued(B)), alias(A, B)]
    assert as_one(A, given) == given
