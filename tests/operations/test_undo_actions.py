"""Undo and redo of every kind of action: the state before comes back, the history keeps both."""

from collections.abc import Callable

import pytest

from evaluator_desktop.exchange.workbooks.customer_sheet import CustomerRow, CustomerSheet
from evaluator_desktop.operations import (
    calls,
    conflicts,
    customers,
    evidence,
    providers,
    ratings,
    shop,
    verification,
)
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.people import list_person
from evaluator_desktop.operations.undo import redo, undo
from evaluator_desktop.store.workspace import Workspace
from tests.operations.taken_back import attached, disagreed, rated_everywhere, state, submitted
from tests.workspaces import FACTS, FEES, OTHER, PROVIDER, STAFF, ZHOU

Act = Callable[[Workspace], object]


def _link(workspace: Workspace) -> Act:
    name = attached(workspace)
    return lambda ws: evidence.link(ws, name, [(STAFF, "staff_list"), (FEES, None)])


def _mark_up(workspace: Workspace) -> Act:
    name = attached(workspace)
    return lambda ws: evidence.add_marked(ws, name, "名册（标注）.jpg", b"marked")


def _remove(workspace: Workspace) -> Act:
    name = attached(workspace)
    return lambda ws: evidence.remove(ws, name, "重复")


def _describe(workspace: Workspace) -> Act:
    name = attached(workspace)
    return lambda ws: evidence.describe(
        ws, name, requirement="staff_list", captured_on=None, note="第二页"
    )


def _verify(workspace: Workspace) -> Act:
    name = attached(workspace)
    return lambda ws: verification.record_outcome(ws, name, "verified")


def _verify_again(workspace: Workspace) -> Act:
    name = attached(workspace)
    verification.record_outcome(workspace, name, "verified")
    return lambda ws: verification.record_outcome(ws, name, "false", note="系伪造")


def _rate_again(workspace: Workspace) -> Act:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    return lambda ws: ratings.rate(ws, PROVIDER, STAFF, "na", "不适用")


def _clear(workspace: Workspace) -> Act:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    return lambda ws: ratings.clear_rating(ws, PROVIDER, STAFF)


def _rate_after_clearing(workspace: Workspace) -> Act:
    _clear(workspace)(workspace)
    return lambda ws: ratings.rate(ws, PROVIDER, STAFF, "70")


def _facts_again(workspace: Workspace) -> Act:
    shop.set_facts(workspace, PROVIDER, FACTS)
    return lambda ws: shop.set_facts(ws, PROVIDER, FACTS | {"purchases": 7, "products": 8})


def _submit(workspace: Workspace) -> Act:
    rated_everywhere(workspace)
    return lambda ws: steps.submit(ws, PROVIDER)


def _return(workspace: Workspace) -> Act:
    submitted(workspace)
    return lambda ws: steps.return_provider(ws, PROVIDER, "请补充")


def _resolve(workspace: Workspace) -> Act:
    name = disagreed(workspace)
    return lambda ws: conflicts.resolve(ws, name, take=2, reason="依据原件")


def _resolve_by_hand(workspace: Workspace) -> Act:
    name = disagreed(workspace)
    return lambda ws: conflicts.resolve(ws, name, value={"value": "72"}, reason="依据原件")


def _import_customers(workspace: Workspace) -> Act:
    customers.add_customers(workspace, PROVIDER, [("张三", "")])
    rows = (CustomerRow(2, "张三", "13812345678"), CustomerRow(3, "李四", None))
    sheet = CustomerSheet(rows, (), (), 1, {"name": "客户名称"}, ())
    return lambda ws: customers.carry_out(ws, customers.plan_sheet(ws, PROVIDER, sheet))


def _draw(workspace: Workspace) -> Act:
    customers.add_customers(workspace, PROVIDER, [("张三", "13812345678")])
    return lambda ws: calls.draw(ws, PROVIDER, 7)


def _draw_again(workspace: Workspace) -> Act:
    _draw(workspace)(workspace)
    return lambda ws: calls.draw(ws, PROVIDER, 8)


def _call(workspace: Workspace) -> Act:
    _draw(workspace)(workspace)
    (customer,) = (drawn.id for drawn in calls.drawn_customers(workspace, PROVIDER))
    return lambda ws: calls.record_call(ws, PROVIDER, customer, "no_answer", words="占线")


def _call_again(workspace: Workspace) -> Act:
    _call(workspace)(workspace)
    (customer,) = (drawn.id for drawn in calls.drawn_customers(workspace, PROVIDER))
    return lambda ws: calls.record_call(
        ws, PROVIDER, customer, "completed", service_real=True, satisfaction=4
    )


def _always(act: Act) -> Callable[[Workspace], Act]:
    return lambda _workspace: act


ACTIONS: dict[str, Callable[[Workspace], Act]] = {
    "rate": _always(lambda ws: ratings.rate(ws, PROVIDER, STAFF, "80")),
    "rate again": _rate_again,
    "clear_rating": _clear,
    "rate after clearing": _rate_after_clearing,
    "consensus": _always(lambda ws: ratings.set_consensus(ws, PROVIDER, STAFF, "75", "会商")),
    "add_evidence": _always(attached),
    "link_evidence": _link,
    "add_evidence by markup": _mark_up,
    "list_person": _always(lambda ws: list_person(ws, "沈青", "evaluator")),
    "remove_evidence": _remove,
    "describe_evidence": _describe,
    "verify": _verify,
    "verify again": _verify_again,
    "set_shop_facts": _always(lambda ws: shop.set_facts(ws, PROVIDER, FACTS)),
    "set_shop_facts again": _facts_again,
    "add_customers": _always(
        lambda ws: customers.add_customers(ws, PROVIDER, [("张三", "13812345678"), ("李四", "-")])
    ),
    "import_customers": _import_customers,
    "draw_sample": _draw,
    "draw_sample again": _draw_again,
    "call": _call,
    "call again": _call_again,
    "edit_profile": _always(
        lambda ws: providers.edit_profile(ws, PROVIDER, "identity", {"name": "新名（示例）"})
    ),
    "edit_profile new": _always(
        lambda ws: providers.edit_profile(ws, PROVIDER, "remarks", {"text": "备注"})
    ),
    "assign": _always(lambda ws: steps.assign(ws, ZHOU, [PROVIDER, OTHER])),
    "submit": _submit,
    "return": _return,
    "resolve": _resolve,
    "resolve by hand": _resolve_by_hand,
}


@pytest.mark.parametrize("name", ACTIONS)
def test_undo_brings_the_state_before_back_and_redo_the_one_after(
    workspace: Workspace, name: str
) -> None:
    act = ACTIONS[name](workspace)
    before, written_before = state(workspace), workspace.history.count()
    act(workspace)
    after, written = state(workspace), workspace.history.count()
    assert before != after

    for _again in range(2):
        undo(workspace)
        assert state(workspace) == before
        redo(workspace)
        assert state(workspace) == after

    assert workspace.history.count() - written == 4 * (written - written_before) or (
        name.startswith("resolve")  # undoing a resolution brings both heads back
    )
    assert check(workspace).problems == ()
