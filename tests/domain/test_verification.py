"""D4 and D5: outcomes, and how far an item's requirements are met."""

import pytest

from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.verification import (
    METHOD_NAMES,
    NEEDS_NOTE,
    OUTCOME_NAMES,
    Method,
    Outcome,
    is_required,
    nothing_verified,
    requirement_states,
)

QUALIFICATION, SUSTAINABILITY = "organization.qualification", "organization.sustainability"
SYSTEMS, STAFF = "management.systems", "organization.staff"

Handed = tuple[tuple[str | None, Outcome], ...]


def missing(scheme: Scheme, item: str, *handed_in: str | None, law_firm: bool = False) -> set[str]:
    evidence: Handed = tuple((name, Outcome.PENDING) for name in handed_in)
    states = requirement_states(scheme.item(item), evidence, law_firm)
    return {state.requirement.id for state in states if state.missing}


def test_d4_words() -> None:
    assert [*Outcome] == ["pending", "verified", "partly_verified", "unverifiable", "false"]
    assert [*Method] == ["original", "site", "phone", "online", "system"]
    assert set(OUTCOME_NAMES) == set(Outcome)
    assert set(METHOD_NAMES) == set(Method)
    assert {Outcome.PENDING, Outcome.VERIFIED} == set(Outcome) - NEEDS_NOTE


def test_always_is_missing_until_it_is_handed_in(scheme: Scheme) -> None:
    names = {"staff_list", "staff_contracts", "social_insurance_list"}

    assert missing(scheme, STAFF) == names
    assert missing(scheme, STAFF, "staff_list") == names - {"staff_list"}
    assert missing(scheme, STAFF, *names) == set()


def test_evidence_that_names_no_requirement_meets_none(scheme: Scheme) -> None:
    assert len(missing(scheme, STAFF, None, None)) == 3


def test_if_any_is_never_missing(scheme: Scheme) -> None:
    assert "honors_3y" not in missing(scheme, QUALIFICATION)
    assert "provider_recognition" not in missing(scheme, "organization.experience")


@pytest.mark.parametrize(
    ("law_firm", "handed_in", "expected"),
    [
        (False, (), {"legal_person_license"}),
        (True, (), {"practice_license"}),
        (False, ("legal_person_license",), set()),
        (True, ("practice_license",), set()),
        (True, ("legal_person_license",), {"practice_license"}),
        (False, ("practice_license",), {"legal_person_license"}),
    ],
)
def test_a_law_firm_shows_its_practice_license_instead(
    scheme: Scheme, law_firm: bool, handed_in: tuple[str, ...], expected: set[str]
) -> None:
    assert missing(scheme, QUALIFICATION, *handed_in, law_firm=law_firm) == expected
    states = requirement_states(scheme.item(QUALIFICATION), (), law_firm)
    applies = {state.requirement.id for state in states if state.applies}
    assert ("practice_license" in applies) is law_firm
    assert ("legal_person_license" in applies) is not law_firm


@pytest.mark.parametrize(
    ("item", "names"),
    [
        (SUSTAINABILITY, {"ip_proof", "special_fund_application"}),
        (SYSTEMS, {"management_system_certificate", "systems_list"}),
    ],
)
def test_of_alternatives_one_is_enough(scheme: Scheme, item: str, names: set[str]) -> None:
    assert missing(scheme, item) == names
    for name in names:
        assert missing(scheme, item, name) == set()


def test_outcomes_stand_beside_their_requirement(scheme: Scheme) -> None:
    handed_in: Handed = (
        ("staff_list", Outcome.VERIFIED),
        ("staff_list", Outcome.FALSE),
        (None, Outcome.PENDING),
    )
    states = requirement_states(scheme.item(STAFF), handed_in, is_law_firm=False)

    found = {state.requirement.id: state.outcomes for state in states}
    assert found["staff_list"] == (Outcome.VERIFIED, Outcome.FALSE)
    assert found["staff_contracts"] == ()


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ((), True),
        ((Outcome.PENDING, Outcome.UNVERIFIABLE, Outcome.FALSE), True),
        ((Outcome.FALSE, Outcome.VERIFIED), False),
        ((Outcome.PARTLY_VERIFIED,), False),
    ],
)
def test_d5_nothing_verified(scheme: Scheme, outcomes: tuple[Outcome, ...], expected: bool) -> None:
    assert nothing_verified(scheme.item(STAFF), outcomes) is expected
    assert not nothing_verified(scheme.item("verification.authenticity.material"), outcomes)


def test_d5_an_item_that_asks_only_if_any_needs_nothing_verified(scheme: Scheme) -> None:
    asked = {item.id for item in scheme.items if any(map(is_required, item.requirements))}

    assert asked == {item.id for item in scheme.items} - {
        "verification.authenticity.material",
        "verification.authenticity.satisfaction",
    }
