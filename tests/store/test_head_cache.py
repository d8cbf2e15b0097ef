"""What was read before is known; the store itself stays what is asked."""

import pytest

from evaluator_desktop.domain.bodies import Customer
from evaluator_desktop.operations import customers, ratings
from evaluator_desktop.store import head_cache
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF


def names(workspace: Workspace) -> int:
    return len(workspace.record(PROVIDER).of(Customer))


def test_a_provider_is_read_with_every_change_however_often(workspace: Workspace) -> None:
    customers.add_customers(workspace, PROVIDER, [("客户一", "13900000001")])
    assert names(workspace) == 1
    customers.add_customers(workspace, PROVIDER, [("客户二", "13900000002")])
    assert names(workspace) == 2
    ratings.rate(workspace, PROVIDER, STAFF, "80", "")
    ratings.rate(workspace, PROVIDER, STAFF, "81", "")
    (rating,) = workspace.record(PROVIDER).ratings(STAFF)
    assert rating.body
    assert rating.body.value == "81"


def test_more_heads_than_are_kept_are_read_all_the_same(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(head_cache, "MOST", 5)
    customers.add_customers(workspace, PROVIDER, [(f"客户{n}", f"1390000{n:04}") for n in range(9)])
    assert names(workspace) == 9
    assert names(workspace) == 9


def test_known_heads_are_not_read_from_the_store_again(workspace: Workspace) -> None:
    customers.add_customers(workspace, PROVIDER, [(f"客户{n}", f"1390000{n:04}") for n in range(9)])
    before = workspace.history.entities(provider=PROVIDER)
    again = workspace.history.entities(provider=PROVIDER)
    assert before == again
    assert all(one is other for one, other in zip(before, again, strict=True))
