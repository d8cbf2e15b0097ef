"""A scheme is known by its digest, whatever its file looks like."""

import copy
import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator_desktop.domain.scheme import Scheme, tier_mark
from evaluator_desktop.domain.scheme_reader import load_scheme, read_scheme_toml
from evaluator_desktop.errors import UnknownItemError
from evaluator_desktop.paths import resource_dir

Document = dict[str, Any]


def test_the_digest_does_not_depend_on_the_formatting(scheme: Scheme, shipped: Document) -> None:
    toml = (resource_dir() / "schemes" / "shanghai-2020.toml").read_text("utf-8")
    reformatted = toml.replace("points = 5\n", "points   =  5 # five\n").replace("\n\n", "\n\n\n")
    assert reformatted != toml
    assert read_scheme_toml(reformatted).digest == scheme.digest
    shuffled = _shuffled(shipped, random.Random(1))
    assert list(shuffled) != list(shipped)
    assert load_scheme(shuffled).digest == scheme.digest
    assert load_scheme(json.loads(json.dumps(scheme.document))) == scheme


def _shuffled(value: Any, chance: random.Random) -> Any:
    """Copy with the keys of every table in another order, lists as they are."""
    if isinstance(value, dict):
        keys = chance.sample(list(value), len(value))
        return {key: _shuffled(value[key], chance) for key in keys}
    if isinstance(value, list):
        return [_shuffled(inner, chance) for inner in value]
    return value


def test_the_digest_changes_with_the_order_of_a_list(document: Document, scheme: Scheme) -> None:
    rules = document["rules"]
    rules[0], rules[1] = rules[1], rules[0]
    changed = load_scheme(document)
    assert changed.digest != scheme.digest
    assert changed != scheme
    assert [rule.id for rule in changed.rules[:2]] == [rule["id"] for rule in rules[:2]]


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_the_digest_changes_with_any_value(
    data: st.DataObject, shipped: Document, scheme: Scheme
) -> None:
    document = copy.deepcopy(shipped)
    table, key = data.draw(st.sampled_from(_english_texts(document)))
    table[key] += "!"
    assert load_scheme(document).digest != scheme.digest


def _english_texts(value: Any) -> list[tuple[Document, str]]:
    if isinstance(value, dict):
        here = [(value, "en")] if "en" in value else []
        return here + [found for inner in value.values() for found in _english_texts(inner)]
    if isinstance(value, list):
        return [found for inner in value for found in _english_texts(inner)]
    return []


def test_equal_schemes_are_one_key(scheme: Scheme, document: Document) -> None:
    assert {load_scheme(document): 1}[scheme] == 1
    assert scheme != "shanghai-2020"


def test_items_and_tiers_are_found_by_id(scheme: Scheme) -> None:
    assert scheme.item("organization.staff").name.en == "Staff"
    assert scheme.items[0].id == "organization.qualification"
    assert scheme.tier("crown_5").low == 80_001
    with pytest.raises(UnknownItemError, match=r"organization\.nothing"):
        scheme.item("organization.nothing")


def test_an_item_of_another_state_of_the_scheme_is_named_by_its_id(scheme: Scheme) -> None:
    assert scheme.find("organization.staff") is scheme.item("organization.staff")
    assert scheme.find("organization.nothing") is None
    assert scheme.item_name("organization.staff", "en") == "Staff"
    assert scheme.item_name("organization.nothing", "en") == "organization.nothing"


@pytest.mark.parametrize(
    ("tier", "mark"),
    [
        *(("star_1", ("star", 1)), ("diamond_3", ("diamond", 3)), ("crown_5", ("crown", 5))),
        *(("star_6", None), ("gold", None), ("gold_1", None), ("star_one", None)),
    ],
)
def test_what_is_drawn_for_a_tier(tier: str, mark: tuple[str, int] | None) -> None:
    assert tier_mark(tier) == mark
