"""What a record says of a provider: the steps of D10a, and what counts while heads differ."""

from dataclasses import replace

import pytest

from evaluator_desktop.domain.bodies import Lock, Profile, Rating
from evaluator_desktop.domain.record import ProviderRecord, ProviderState, group_entities
from evaluator_desktop.domain.verification import Outcome
from tests.domain import records as r
from tests.domain.records import CHEN, LIN, PROVIDER, STAFF, ZHOU, entity, record, withdrawn

OPEN, SUBMITTED, RETURNED, LOCKED = ProviderState


def test_nothing_recorded_is_open() -> None:
    assert record().state is OPEN
    assert record(entity(r.rating())).state is OPEN


@pytest.mark.parametrize(
    ("assigned", "raters", "submitted", "state"),
    [
        ((), (), (), OPEN),
        ((), (ZHOU,), (), OPEN),
        ((), (ZHOU,), (ZHOU,), SUBMITTED),
        ((), (ZHOU, CHEN), (ZHOU,), OPEN),
        ((), (ZHOU, CHEN), (ZHOU, CHEN), SUBMITTED),
        ((ZHOU,), (), (), OPEN),
        ((ZHOU,), (ZHOU,), (ZHOU,), SUBMITTED),
        ((ZHOU, CHEN), (ZHOU,), (ZHOU,), OPEN),
        ((ZHOU, CHEN), (ZHOU, CHEN), (ZHOU, CHEN), SUBMITTED),
        ((ZHOU,), (ZHOU, CHEN), (ZHOU,), SUBMITTED),
        ((ZHOU,), (ZHOU, CHEN), (CHEN,), OPEN),
    ],
)
def test_d10a_submitted_is_when_all_who_are_expected_have(
    assigned: tuple[str, ...],
    raters: tuple[str, ...],
    submitted: tuple[str, ...],
    state: ProviderState,
) -> None:
    found = record(
        *(entity(r.assignment(person)) for person in assigned),
        *(entity(r.rating(person=person)) for person in raters),
        *(entity(r.submission(person)) for person in submitted),
    )

    assert found.state is state


def test_d10a_a_submission_that_was_taken_back_does_not_count() -> None:
    done = entity(r.submission(ZHOU))

    assert record(entity(r.rating()), withdrawn(done)).state is OPEN


def test_d10a_returned_until_somebody_whose_work_was_returned_has_submitted_again() -> None:
    ratings = [entity(r.rating(person=ZHOU)), entity(r.rating(person=CHEN))]
    zhou, chen = entity(r.submission(ZHOU)), entity(r.submission(CHEN))
    review = entity(r.review(zhou, chen))
    assert record(*ratings, zhou, chen, review).state is RETURNED

    zhou_again = entity(r.submission(ZHOU))
    assert record(*ratings, zhou_again, chen, review).state is SUBMITTED
    assert record(*ratings, withdrawn(zhou), chen, review).state is OPEN


def test_a_late_submission_does_not_end_a_return() -> None:
    ratings = [entity(r.rating(person=person)) for person in (ZHOU, CHEN)]
    zhou = entity(r.submission(ZHOU))
    review = entity(r.review(zhou))

    assert record(*ratings, zhou, review, entity(r.submission(CHEN))).state is RETURNED


def test_a_return_that_was_taken_back_leaves_it_submitted() -> None:
    zhou = entity(r.submission(ZHOU))
    review = entity(r.review(zhou))

    assert record(entity(r.rating()), zhou, withdrawn(review)).state is SUBMITTED


def test_a_lock_stands_above_all() -> None:
    zhou = entity(r.submission(ZHOU))
    base = (entity(r.rating()), zhou)

    assert record(*base, entity(r.lock(zhou))).state is LOCKED
    assert record(*base, entity(r.lock(zhou, locked=False))).state is SUBMITTED


def test_two_leads_who_differ_about_a_lock_leave_it_locked() -> None:
    found = record(entity(r.rating()), entity(r.lock(), r.lock(locked=False)))

    assert found.state is LOCKED
    assert [e.kind for e in found.conflicts] == [Lock.kind]


def test_a_lock_covers_everything_it_rests_on() -> None:
    rating, file = entity(r.rating()), entity(r.evidence())
    outcome, gone = entity(r.outcome(file)), withdrawn(entity(r.rating(person=CHEN)))
    locked = entity(r.lock())
    found = record(rating, file, outcome, gone, locked, entity(r.review()), *r.shop())

    assert set(rating.head_ids + file.head_ids + outcome.head_ids + gone.head_ids) < (
        found.decided_on
    )
    assert not found.decided_on & set(locked.head_ids)


def test_heads_of_a_kind_hold_withdrawn_ones_too() -> None:
    rating, gone = entity(r.rating()), withdrawn(entity(r.rating(person=CHEN)))

    assert record(rating, gone).heads(Rating) == {*rating.head_ids, *gone.head_ids}
    assert record(rating, gone).raters == (ZHOU,)


def test_a_withdrawn_provider_without_work_is_no_more() -> None:
    provider = withdrawn(record().entities["provider"][0])

    assert not record(provider).exists


def test_work_on_a_withdrawn_provider_keeps_it_in_sight() -> None:
    provider = withdrawn(record().entities["provider"][0])

    assert record(provider, entity(r.rating())).exists
    assert record(provider, entity(r.evidence())).exists


def test_a_provider_that_was_never_recorded_does_not_exist() -> None:
    assert not ProviderRecord(PROVIDER, {}).exists


def test_d3_outcomes_in_conflict_count_as_pending() -> None:
    file = entity(r.evidence())

    assert record(file).outcome_of(file.id) is Outcome.PENDING
    verified = entity(r.outcome(file))
    assert record(file, verified).outcome_of(file.id) is Outcome.VERIFIED
    torn = entity(r.outcome(file), r.outcome(file, "false", "伪造"))
    assert record(file, torn).outcome_of(file.id) is Outcome.PENDING
    agreed = entity(r.outcome(file, "false", "甲"), r.outcome(file, "false", "乙"))
    assert record(file, agreed).outcome_of(file.id) is Outcome.FALSE


def test_ratings_of_an_item_stand_side_by_side_by_person() -> None:
    found = record(
        entity(r.rating("90", ZHOU)),
        entity(r.rating("60", CHEN)),
        entity(r.rating("70", LIN, "organization.experience")),
    )

    assert [e.body.value for e in found.ratings(STAFF) if e.body] == [
        value for _person, value in sorted([(ZHOU, "90"), (CHEN, "60")])
    ]


def test_a_rating_that_was_taken_back_on_one_laptop_and_kept_on_the_other_is_of_its_item() -> None:
    found = record(entity(None, r.rating("90", ZHOU)))

    assert [e.in_conflict for e in found.ratings(STAFF)] == [True]
    assert found.rated_by(ZHOU) == found.rated_items == {STAFF}
    assert found.rated_by(CHEN) == frozenset()


def test_parts_of_a_profile() -> None:
    found = record(
        entity(r.profile(name="雁栖（示例）", is_law_firm=True)),
        entity(Profile(PROVIDER, "remarks", {"text": "备注"})),
    )

    assert (found.name, found.is_law_firm) == ("雁栖（示例）", True)
    assert found.profile_value("remarks", "text") == "备注"
    assert found.profile_value("contacts", "person") is None
    assert found.code == "91310000MA1FL0000X"


def test_conflicts_are_all_entities_whose_heads_differ() -> None:
    torn = entity(r.rating("80"), r.rating("60"))
    agreed = entity(r.rating("80", CHEN, reason="a"), r.rating("80", CHEN, reason="b"))

    assert record(torn, agreed).conflicts == (torn,)


def test_an_edit_against_a_removal_is_a_conflict() -> None:
    name = "cd" * 16
    torn = entity(r.evidence(note="第二页"), r.evidence(removed=True, reason="重复"), id=name)

    assert record(torn).conflicts == (torn,)


def test_evidence_stands_in_the_order_it_was_added() -> None:
    files = [entity(r.evidence(str(n))) for n in range(4)]

    assert [e.id for e in record(*reversed(files)).evidence] == [e.id for e in files]


def test_entities_are_grouped_by_kind_in_the_order_of_their_ids() -> None:
    files = [entity(r.evidence(str(n))) for n in range(3)]
    grouped = group_entities([files[2], entity(r.rating()), files[0], files[1]])

    assert grouped["evidence"] == tuple(files)
    assert list(grouped) != []


def test_a_record_stands_for_itself_and_for_all_that_were_joined_with_it() -> None:
    joined = replace(record(), joined=("ab" * 16, "cd" * 16))

    assert joined.stands_for(PROVIDER)
    assert joined.stands_for("cd" * 16)
    assert not joined.stands_for("ef" * 16)


def test_the_version_is_that_of_the_last_lock() -> None:
    assert record().version == 0
    assert record(entity(r.lock(version=2))).version == 2
