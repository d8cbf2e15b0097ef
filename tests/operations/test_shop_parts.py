"""Recording some parts of a shop's facts: only what differs, on the heads that were seen."""

import pytest

from evaluator_desktop.domain.shop_facts import FACT_PARTS
from evaluator_desktop.errors import FactsError
from evaluator_desktop.operations import shop
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import FACTS, PROVIDER, stored_rows

OFFER = {"products": 18, "is_decorated": True}


def test_one_part_can_be_recorded_before_the_others(workspace: Workspace) -> None:
    done = shop.set_parts(workspace, PROVIDER, {"offer": OFFER}, seen={})

    assert done.changes is not None
    assert shop.facts_so_far(workspace, PROVIDER) == OFFER
    assert done.heads == {"offer": workspace.record(PROVIDER).shop_parts["offer"].head_ids}
    assert workspace.assessment(PROVIDER).ledger is None


def test_the_heads_it_returns_are_what_the_next_one_has_seen(workspace: Workspace) -> None:
    first = shop.set_parts(workspace, PROVIDER, {"offer": OFFER}, seen={})
    parts = {"offer": OFFER | {"products": 19}, "followers": {"followers": FACTS["followers"]}}

    second = shop.set_parts(workspace, PROVIDER, parts, seen=first.heads)

    assert set(second.heads) == {"offer", "followers"}
    assert workspace.record(PROVIDER).conflicts == ()
    assert shop.facts_so_far(workspace, PROVIDER)["products"] == 19


def test_heads_that_were_not_seen_make_a_conflict_not_a_loss(workspace: Workspace) -> None:
    shop.set_parts(workspace, PROVIDER, {"offer": OFFER}, seen={})

    shop.set_parts(workspace, PROVIDER, {"offer": OFFER | {"products": 19}}, seen={})

    assert len(workspace.record(PROVIDER).conflicts) == 1


def test_what_is_recorded_already_is_not_written_again(workspace: Workspace) -> None:
    shop.set_facts(workspace, PROVIDER, FACTS)
    before = stored_rows(workspace)

    done = shop.set_parts(workspace, PROVIDER, {"offer": OFFER})

    assert done.changes is None
    assert done.heads == {"offer": workspace.record(PROVIDER).shop_parts["offer"].head_ids}
    assert stored_rows(workspace) == before
    assert shop.set_facts(workspace, PROVIDER, FACTS) is None


def test_a_wrong_part_leaves_the_others_unwritten_too(workspace: Workspace) -> None:
    before = stored_rows(workspace)
    bad = {"followers": {"personal": -1, "enterprise": 0}}
    parts: dict[str, dict[str, object]] = {"offer": dict(OFFER), "followers": dict(bad)}

    with pytest.raises(FactsError) as refused:
        shop.set_parts(workspace, PROVIDER, parts)

    assert [detail.field for detail in refused.value.details] == ["followers.personal"]
    assert stored_rows(workspace) == before


def test_all_parts_together_are_the_facts(workspace: Workspace) -> None:
    shop.set_facts(workspace, PROVIDER, FACTS)

    assert set(workspace.record(PROVIDER).shop_parts) == set(FACT_PARTS)
    assert shop.facts_so_far(workspace, PROVIDER) == FACTS
