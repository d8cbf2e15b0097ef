"""Facts of a shop and customers: what one save of a person writes."""

import json
from typing import Any

import pytest

from evaluator_desktop.errors import (
    EvaluatorError,
    FactsError,
)
from evaluator_desktop.operations import customers, ratings, shop
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import FACTS, PROVIDER, STAFF, stored_rows


def test_facts_are_five_entities_and_only_what_differs_is_written(workspace: Workspace) -> None:
    first = shop.set_facts(workspace, PROVIDER, FACTS)
    assert first is not None
    assert len(first.revisions) == 5
    assert shop.set_facts(workspace, PROVIDER, FACTS) is None

    changed = shop.set_facts(workspace, PROVIDER, FACTS | {"products": 19, "replies": 51})
    assert changed is not None
    assert len(changed.revisions) == 2
    facts = shop.facts_so_far(workspace, PROVIDER)
    assert (facts["products"], facts["replies"]) == (19, 51)


def test_facts_give_points_and_tier(workspace: Workspace) -> None:
    shop.set_facts(workspace, PROVIDER, FACTS)

    row = workspace.projections.get(PROVIDER)
    assert row is not None
    assert (row.shop_points, row.tier) == (2470, "diamond_3")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("products", -1),
        ("products", True),
        ("products", 1.5),
        ("registered_on", "2021-01-01"),
        ("ratings", {"good": 9, "all": 8}),
        ("colour", 1),
        ("cutoff", "2019-12-31"),
    ],
)
def test_p12_wrong_facts_write_nothing(workspace: Workspace, field: str, value: Any) -> None:
    before = stored_rows(workspace)

    with pytest.raises(FactsError):
        shop.set_facts(workspace, PROVIDER, FACTS | {field: value})

    assert stored_rows(workspace) == before


def test_personal_data_stands_beside_the_history_only(workspace: Workspace) -> None:
    people = [("张三丰", "13812345678"), ("李四", "没有"), ("王五", "021-6000 0000")]
    customers.add_customers(workspace, PROVIDER, people)

    content = b"".join(content for _name, content in workspace.history.contents())
    for secret in ("张三丰", "李四", "13812345678", "60000000"):
        assert secret.encode() not in content
        assert json.dumps(secret)[1:-1].encode() not in content
    record = workspace.record(PROVIDER, personal=True)
    known = [dict(person) for person in (record.personal or {}).values()]
    assert {person["name"] for person in known} == {"张三丰", "李四", "王五"}
    assert {e.body.has_number for e in record.entities["customer"] if e.body} == {True, False}


def test_two_customers_of_one_name_have_personal_objects_of_their_own(
    workspace: Workspace,
) -> None:
    customers.add_customers(workspace, PROVIDER, [("张三", "13812345678")] * 2)

    digests = {e.body.personal for e in workspace.record(PROVIDER).entities["customer"] if e.body}
    assert len(digests) == 2


def test_every_error_is_one_that_people_can_read(workspace: Workspace) -> None:
    with pytest.raises(EvaluatorError) as caught:
        ratings.rate(workspace, PROVIDER, STAFF, "101")

    assert "101" in str(caught.value)
