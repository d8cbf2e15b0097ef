"""The demo's customers: a list, a sample of it, and calls with every kind of answer."""

from itertools import cycle

from evaluator_desktop.demo.cast import Actor
from evaluator_desktop.operations import calls, customers
from evaluator_desktop.store.workspace import Workspace

_SEED = 20261031
_ANSWERS = ("5", "4", "no_answer", "5", "4", "5", "refused", "4", "5", "3", "5", "denied", "2")
"""What the customers say, one after another: a satisfaction, or what came instead of one."""
_DISCONTENT = ("4", "2", "refused", "5", "1", "denied", "3", "4", "2", "5")
_WITHOUT_NUMBER = ("示例客户（无电话）", "")


def call_customers(workspace: Workspace, actor: Actor, provider: str) -> None:
    """Record the list; draw the sample and call those whom the evaluator has called so far."""
    people = [
        (f"示例客户{number:02d}有限公司", f"139{actor.number:04d}{number:04d}")
        for number in range(actor.customers)
    ]
    customers.add_customers(workspace, provider, [*people, _WITHOUT_NUMBER])
    if not actor.called:
        return
    calls.draw(workspace, provider, _SEED)
    drawn = calls.drawn_customers(workspace, provider)[: actor.called]
    answers = cycle(_ANSWERS if actor.content else _DISCONTENT)
    for customer, answer in zip(drawn, answers, strict=False):
        _call(workspace, provider, customer.id, answer)


def _call(workspace: Workspace, provider: str, customer: str, answer: str) -> None:
    if answer.isdigit():
        calls.record_call(
            *(workspace, provider, customer, "completed"),
            service_real=True,
            satisfaction=int(answer),
        )
    elif answer == "denied":
        calls.record_call(
            *(workspace, provider, customer, "completed"),
            service_real=False,
            words="没有听说过这家机构",
        )
    else:
        calls.record_call(workspace, provider, customer, answer)
