"""What fields of bodies are called and how their values read."""

from typing import Any

import pytest

from evaluator_desktop.domain.bodies import BODIES, Customer, Profile, ShopPart
from evaluator_desktop.domain.body_words import (
    FIELD_NAMES,
    HIDDEN,
    NONE,
    field_name,
    flat_fields,
    value_text,
)
from evaluator_desktop.domain.scheme import Scheme
from tests.domain.records import FACTS, PROVIDER, STAFF, profile

pytestmark = pytest.mark.usefixtures("english")
DIGEST = "ab" * 32


@pytest.mark.parametrize("kind", BODIES)
def test_every_kind_has_names_for_what_is_not_hidden(kind: str) -> None:
    fields = set(BODIES[kind].__struct_fields__) - HIDDEN - {"values"}

    assert fields <= set(FIELD_NAMES[kind])


def test_a_field_without_a_name_is_called_as_it_is() -> None:
    assert field_name("outcome", "method") == "Method"
    assert field_name("outcome", "new") == field_name("strange", "new") == "new"


def test_nested_counts_and_contacts_are_laid_flat() -> None:
    followers = ShopPart(PROVIDER, "followers", FACTS["followers"])
    assert flat_fields(followers) == {"followers.personal": 40, "followers.enterprise": 65}
    assert flat_fields(profile(name="雁栖"))["name"] == "雁栖"
    contact = Profile(PROVIDER, "contacts", {"person": DIGEST})
    assert flat_fields(contact) == {"contact": DIGEST}
    assert "provider" not in flat_fields(Customer(PROVIDER, DIGEST, True, False, ""))
    assert flat_fields(None) == {}


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        *(("note", None, NONE), ("note", "", NONE), ("note", "见原件", "见原件")),
        *(("personal", DIGEST, "recorded"), ("digest", DIGEST, f"{DIGEST[:12]}…")),
        *(("outcome", "false", "False"), ("method", "phone", "By telephone")),
        *(("value", "na", "Not applicable"), ("value", "80.5", "80.5")),
        *(("disposition", "refused", "Refused"), ("satisfaction", 5, "Very satisfied")),
        ("document", {"id": "shanghai-2020", "version": "1.0"}, "shanghai-2020 1.0"),
        *(("removed", True, "removed"), ("removed", False, "not removed")),
        ("persons", [{"name": "周明"}, {"name": "陈静"}], "周明, 陈静"),
        *(("login_dates", ["2020-01-01"], "1 day"), ("login_dates", ["a", "b"], "2 days")),
        *(("has_website", True, "yes"), ("has_website", False, "no")),
        *(("products", 1284, "1,284"), ("items", ["a", "b"], "2 entries")),
    ],
)
def test_values_read_as_people_say_them(scheme: Scheme, field: str, value: Any, text: str) -> None:
    assert value_text(field, value, scheme) == text


def test_of_evidence_the_size_and_the_requirement_have_words(scheme: Scheme) -> None:
    assert value_text("size", 1500, scheme, STAFF) == "1.5 KB"
    assert value_text("size", 30, scheme) == "30"
    assert value_text("requirement", "staff_list", scheme, STAFF) == "List of full-time staff"
    assert value_text("requirement", "gone", scheme, STAFF) == "gone"
    assert value_text("requirement", "staff_list", scheme, "gone.item") == "staff_list"
