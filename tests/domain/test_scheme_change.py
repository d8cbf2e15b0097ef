"""What one scheme has that another has not, and the version that a changed one gets."""

from typing import Any

import pytest

from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_change import ListChange, SchemeChange, next_version
from evaluator_desktop.domain.scheme_reader import load_scheme
from tests.domain import records as r
from tests.domain.finding_lists import WARNING, found, keys, of
from tests.domain.records import entity

Document = dict[str, Any]
PLANNING, PRODUCTS = "effectiveness.planning", "effectiveness.products"


def without_planning(document: Document) -> Scheme:
    """The shipped scheme without one item, its weight gone over to the next."""
    indicators = document["dimensions"][3]["indicators"]
    del indicators[0]
    indicators[0]["items"][0]["weight_bp"] = 800
    return load_scheme(document)


def test_items_are_added_removed_and_kept(scheme: Scheme, document: Document) -> None:
    change = SchemeChange(scheme, without_planning(document))
    assert [item.id for item in change.removed] == [PLANNING]
    assert [item.id for item in change.added] == []
    assert len(change.kept) == 14
    assert [(w.id, w.before, w.after) for w in change.weights] == [(PRODUCTS, 400, 800)]
    back = SchemeChange(change.after, scheme)
    assert [item.id for item in back.added] == [PLANNING]


def test_requirements_that_are_gone_are_named(scheme: Scheme, document: Document) -> None:
    del document["dimensions"][0]["indicators"][3]["items"][0]["requirements"][1]
    change = SchemeChange(scheme, load_scheme(document))
    assert change.removed_requirements == {("organization.staff", "staff_contracts")}
    assert not SchemeChange(scheme, scheme).removed_requirements


def test_parameters_and_lists_that_changed_are_named(scheme: Scheme, document: Document) -> None:
    document["parameters"]["rating_tolerance"] = "8"
    document["parameters"]["class_quota"] = 3
    document["parameters"]["phrases"].append({"zh": "新", "en": "New"})
    document["parameters"]["classes"][0]["minimum"] = "95"
    document["rules"][0]["points"] = 6
    del document["tiers"][0]
    del document["tiers"][0]["low"]
    change = SchemeChange(scheme, load_scheme(document))
    assert [(p.id, p.before, p.after) for p in change.parameters] == [
        ("rating_tolerance", "5", "8"),
        ("class_quota", None, 3),
    ]
    assert change.lists == {
        "rules": ListChange(changed=("company_info.registration_years",)),
        "tiers": ListChange(removed=("star_1",), changed=("star_2",)),
        "classes": ListChange(changed=("excellent",)),
        "phrases": ListChange(added=("10",)),
    }


def test_nothing_changes_between_a_scheme_and_itself(scheme: Scheme) -> None:
    change = SchemeChange(scheme, scheme)
    found_here = (change.added, change.removed, change.weights, change.parameters)
    assert found_here == ((), (), (), ())
    assert not change.lists


@pytest.mark.parametrize(
    ("version", "used", "wanted"),
    [
        ("1.0", {"1.0"}, "1.1"),
        ("1.0", {"1.0", "1.1", "1.2"}, "1.3"),
        ("2031.9", {"2031.9"}, "2031.10"),
        ("draft", {"draft"}, "draft.2"),
        ("draft", {"draft", "draft.2"}, "draft.3"),
    ],
)
def test_a_changed_scheme_gets_the_next_free_version(
    version: str, used: set[str], wanted: str
) -> None:
    assert next_version(version, used) == wanted


def test_work_on_items_that_are_gone_is_a_warning(document: Document, english: None) -> None:
    after = without_planning(document)
    rated = entity(r.rating("80", item=PLANNING))
    findings = found(after, rated)
    assert (WARNING, "provider") in keys(findings, "scheme")
    (text,) = of(findings, "scheme", WARNING, "provider")
    assert text == (
        "The scheme has no item effectiveness.planning: what was recorded of it does not count."
    )


def test_evidence_of_items_that_are_gone_is_a_warning_until_it_is_removed(
    scheme: Scheme, document: Document
) -> None:
    after = without_planning(document)
    file = r.evidence("a.pdf", item=PLANNING)
    assert keys(found(after, entity(file)), "scheme")
    assert not keys(found(scheme, entity(file)), "scheme")
    removed = r.evidence("a.pdf", item=PLANNING, removed=True)
    assert not keys(found(after, entity(removed)), "scheme")
