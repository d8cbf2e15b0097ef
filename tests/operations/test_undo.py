"""Undo and redo of every kind of action: the state before comes back, the history keeps both."""

from collections.abc import Callable
from pathlib import Path

import pytest

from evaluator_desktop.domain import canonical
from evaluator_desktop.errors import (
    FinalStepError,
    LockedProviderError,
    NothingToUndoError,
    UndoOvertakenError,
)
from evaluator_desktop.exchange.workbooks.customer_sheet import CustomerRow, CustomerSheet
from evaluator_desktop.operations import (
    calls,
    conflicts,
    customers,
    evidence,
    export,
    merge,
    providers,
    ratings,
    shop,
    verification,
)
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.people import list_person
from evaluator_desktop.operations.step_words import action_name
from evaluator_desktop.operations.undo import next_redo, next_undo, redo, undo
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import (
    CHEN,
    FACTS,
    FEES,
    LEAD,
    OTHER,
    PROVIDER,
    STAFF,
    ZHOU,
    Laptop,
    shared_rows,
    stored_rows,
)

NAME = "雁栖管理咨询公司（示例）"
State = dict[str, list[bytes]]
Act = Callable[[Workspace], object]


def state(workspace: Workspace) -> State:
    """What every entity says now; withdrawn ones say nothing."""
    found: State = {}
    rows = workspace.database.rows("SELECT DISTINCT entity FROM head")
    for entity_id in (row[0].hex() for row in rows):
        entity = workspace.history.entity(entity_id)
        assert entity is not None
        said = sorted(canonical.encode(h.body) for h in entity.heads if h.body is not None)
        if said:
            found[entity_id] = said
    return found


def attached(workspace: Workspace) -> str:
    added = evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", b"x")
    return added.files[0][0]


def rated_everywhere(workspace: Workspace) -> None:
    for item in workspace.scheme.items:
        ratings.rate(workspace, PROVIDER, item.id, "0", "无材料")


def submitted(workspace: Workspace) -> None:
    rated_everywhere(workspace)
    steps.submit(workspace, PROVIDER)


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


def _disagreed(workspace: Workspace) -> str:
    """Two heads of one rating, as a merge would bring them; returns the conflict's id."""
    entity = ratings.rate(workspace, PROVIDER, STAFF, "80").revisions[0]
    ratings.rate(workspace, PROVIDER, STAFF, "81", seen=[entity])
    ratings.rate(workspace, PROVIDER, STAFF, "60", "缺", seen=[entity])
    [found] = conflicts.conflicts(workspace)
    return found.id


def _resolve(workspace: Workspace) -> Act:
    name = _disagreed(workspace)
    return lambda ws: conflicts.resolve(ws, name, take=2, reason="依据原件")


def _resolve_by_hand(workspace: Workspace) -> Act:
    name = _disagreed(workspace)
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


def test_undoing_a_resolution_opens_the_conflict_again(workspace: Workspace) -> None:
    name = _disagreed(workspace)
    conflicts.resolve(workspace, name, take=1, reason="依据原件")
    assert conflicts.conflicts(workspace) == []

    undo(workspace)

    [found] = conflicts.conflicts(workspace)
    assert found.id != name  # these heads are new: an old answer does not fit them
    assert {h.body.value for h in found.entity.heads if h.body} == {"81", "60"}


def test_actions_are_undone_one_by_one_in_reverse(workspace: Workspace) -> None:
    states = [state(workspace)]
    for value in ("10", "20", "30"):
        ratings.rate(workspace, PROVIDER, STAFF, value, "低")
        states.append(state(workspace))

    for expected in reversed(states[:-1]):
        undo(workspace)
        assert state(workspace) == expected
    with pytest.raises(NothingToUndoError):
        undo(workspace)
    for expected in states[1:]:
        redo(workspace)
        assert state(workspace) == expected
    with pytest.raises(NothingToUndoError):
        redo(workspace)
    for expected in reversed(states[:-1]):
        undo(workspace)
        assert state(workspace) == expected


def test_a_new_action_ends_what_could_be_repeated(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    next_undo_of_80 = next_undo(workspace)
    undo(workspace)
    assert next_redo(workspace) == next_undo_of_80

    ratings.rate(workspace, PROVIDER, FEES, "80")

    assert next_redo(workspace) is None
    with pytest.raises(NothingToUndoError):
        redo(workspace)


def test_the_next_step_has_a_name(workspace: Workspace) -> None:
    assert next_undo(workspace) is None
    ratings.rate(workspace, PROVIDER, STAFF, "80")

    assert next_undo(workspace) == f"{action_name('rate')} 80 · {NAME}"
    assert action_name("rate") != "rate"
    done = undo(workspace)
    assert done.turned is not None
    assert (done.turned.words, done.turned.item) == (f"{action_name('rate')} 80 · {NAME}", STAFF)


def test_a_step_says_how_many_providers_it_concerns_and_what_one_thing_is(
    workspace: Workspace,
) -> None:
    steps.assign(workspace, CHEN, [PROVIDER, OTHER])
    assert "2" in str(next_undo(workspace))
    name = attached(workspace)
    assert next_undo(workspace) == f"{action_name('add_evidence')} 名册.pdf · {NAME}"
    verification.record_outcome(workspace, name, "verified")
    assert next_undo(workspace) == f"{action_name('verify')} 属实 · {NAME}"
    done = undo(workspace)
    assert done.turned is not None
    assert (done.turned.kind, done.turned.evidence) == ("outcome", name)


def test_another_persons_work_is_not_theirs_to_take_back(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    workspace.act_as(ZHOU)

    with pytest.raises(NothingToUndoError):
        undo(workspace)


def test_earlier_sessions_are_not_undone(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    workspace.close()

    with Workspace.open(workspace.path) as again, pytest.raises(NothingToUndoError):
        undo(again)


def test_undo_is_overtaken_by_a_newer_head(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    zhou = laptop("zhou")
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    [merged] = exchange(workspace, zhou, tmp_path / "one.evpkg")
    assert merged is merge.MergeStatus.MERGED
    zhou.act_as(LEAD)
    ratings.rate(zhou, PROVIDER, STAFF, "81")
    exchange(zhou, workspace, tmp_path / "two.evpkg")
    before = stored_rows(workspace)

    with pytest.raises(UndoOvertakenError, match=NAME):
        undo(workspace)

    assert stored_rows(workspace) == before


def exchange(source: Workspace, target: Workspace, path: Path) -> list[merge.MergeStatus]:
    export.export_package(source, path)
    return [merge.merge_package(target, path).status]


def test_a_merge_leaves_what_it_did_not_touch_to_be_undone(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    zhou = laptop("zhou")
    before = state(workspace)
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    ratings.rate(zhou, PROVIDER, STAFF, "70")
    exchange(zhou, workspace, tmp_path / "one.evpkg")

    undo(workspace)

    own = {entity: said for entity, said in state(workspace).items() if entity in before}
    assert own == before
    assert workspace.record(PROVIDER).raters == (ZHOU,)


def test_undo_of_a_bulk_change_is_one_step(workspace: Workspace) -> None:
    before = state(workspace)
    steps.assign(workspace, CHEN, [PROVIDER, OTHER])

    assert len(undo(workspace).revisions) == 2
    assert state(workspace) == before
    assert next_undo(workspace) is None


def locked(workspace: Workspace) -> None:
    submitted(workspace)
    steps.lock(workspace, PROVIDER)


def test_what_was_locked_meanwhile_is_not_undone(workspace: Workspace) -> None:
    submitted(workspace)
    workspace.session.undo.pop()  # the submission: what is left begins with a first rating
    steps.lock(workspace, PROVIDER)
    before = shared_rows(workspace)

    with pytest.raises(FinalStepError):
        undo(workspace)
    with pytest.raises(LockedProviderError):
        undo(workspace)

    assert shared_rows(workspace) == before


def test_a_rating_of_a_locked_provider_is_not_taken_back(workspace: Workspace) -> None:
    locked(workspace)
    before = shared_rows(workspace)

    with pytest.raises(LockedProviderError):
        ratings.clear_rating(workspace, PROVIDER, STAFF)

    assert shared_rows(workspace) == before


def test_a_lock_is_opened_with_a_reason_and_not_by_undo(workspace: Workspace) -> None:
    locked(workspace)
    before = shared_rows(workspace)
    assert str(next_undo(workspace)).startswith(action_name("lock"))

    with pytest.raises(FinalStepError) as refused:
        undo(workspace)
    assert action_name("submit") in str(refused.value), "what the next Ctrl+Z is about is said"
    assert str(next_undo(workspace)).startswith(action_name("submit"))
    with pytest.raises(LockedProviderError):
        undo(workspace)

    assert shared_rows(workspace) == before


def test_a_step_that_stays_is_said_before_an_older_one_is_taken_back(
    workspace: Workspace,
) -> None:
    submitted(workspace)
    ratings.rate(workspace, OTHER, STAFF, "80")
    steps.lock(workspace, PROVIDER)

    with pytest.raises(FinalStepError) as refused:
        undo(workspace)
    assert f"{action_name('rate')} 80" in str(refused.value)
    assert next_redo(workspace) is None
    undo(workspace)

    assert workspace.record(OTHER).raters == ()
