"""Warnings, by every row of the table in rules.md, and the list as a whole."""

from dataclasses import replace
from typing import Any

import msgspec
import pytest

from evaluator_desktop.domain.bodies import Provider
from evaluator_desktop.domain.finding import SEVERITY_NAMES, Severity
from evaluator_desktop.domain.history import Entity, derived_id
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.texts import LANGUAGES, speaking
from tests.domain import records as r
from tests.domain.finding_lists import (
    WARNING,
    assessed,
    everything_rated,
    found,
    keys,
    of,
    staffed,
)
from tests.domain.records import CHEN, PROVIDER, STAFF, ZHOU, entity


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
    conflict = entity(r.outcome(files[0]), r.outcome(files[0], "false", "伪造"))
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
    # Given to somebody on one laptop and taken back on another: nobody is missed.
    given = entity(r.assignment(CHEN)).heads[0]
    taken_back = msgspec.structs.replace(r.head(None), at="2020-07-01T08:00:00Z")
    torn = Entity(derived_id(r.assignment(CHEN)), "assignment", (given, taken_back))
    assert people(torn) == []


@pytest.mark.parametrize(("language", "separator"), [("zh_CN", "、"), ("en", ", ")])
def test_d3_the_items_are_listed_as_the_language_does(
    scheme: Scheme, language: str, separator: str
) -> None:
    with speaking(language):
        rated = everything_rated(scheme)[2:]
        [text] = of(found(scheme, entity(r.assignment(ZHOU)), *rated), "D3", WARNING, "provider")

        assert separator.join(item.name.text(language) for item in scheme.items[:2]) in text


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


def test_what_blocks_comes_first(scheme: Scheme) -> None:
    file = entity(r.evidence())
    findings = found(scheme, file, entity(r.outcome(file, "false")), entity(r.rating("80")))

    order = [list(Severity).index(f.severity) for f in findings]
    assert order == sorted(order)
    assert set(order) == {0, 1, 2}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_speaks_in_both_languages(scheme: Scheme, language: str) -> None:
    file = entity(r.evidence())
    rated = (entity(r.rating("10")), entity(r.rating("80", CHEN), r.rating("20", CHEN)))
    false = entity(r.outcome(file, "false"))

    with speaking(language):
        said = [f.text for f in found(scheme, file, false, *rated, missing=frozenset({"12" * 32}))]

    assert len(said) > 10
    assert not any("{" in text for text in said)
    if language == "en":
        assert all(text.isascii() or "“" in text or "周" in text for text in said)
    else:
        assert not any(text.isascii() for text in said)


def test_severities_have_names() -> None:
    assert set(SEVERITY_NAMES) == set(Severity)
