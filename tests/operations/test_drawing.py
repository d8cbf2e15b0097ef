"""The sample of customers: drawn again by anyone with seed and list, with the names kept apart."""

import hashlib

import pytest

from evaluator_desktop.domain.bodies import Sample
from evaluator_desktop.errors import (
    FieldsError,
    InConflictError,
    NamesMissingError,
    NothingToDrawError,
)
from evaluator_desktop.operations import calls, customers, export, merge
from evaluator_desktop.operations.conflicts import conflicts
from evaluator_desktop.operations.purge import erase
from evaluator_desktop.operations.undo import undo
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.workspace import Workspace
from tests.operations.samples import PEOPLE, assessment, drawn, sample
from tests.workspaces import PROVIDER, ZHOU, Laptop, stored_rows


def names(workspace: Workspace, ids: tuple[str, ...]) -> list[tuple[str, str]]:
    record = workspace.record(PROVIDER, personal=True)
    bodies = {entity.id: entity.body for entity in record.customers}
    people = [(record.personal or {})[(b and b.personal) or ""] for b in map(bodies.get, ids)]
    return [(person["name"], person["phone"]) for person in people]


def body(workspace: Workspace) -> Sample:
    entity = workspace.record(PROVIDER).one(Sample)
    assert entity is not None
    assert entity.body is not None
    return entity.body


# --- the draw ---------------------------------------------------------------------------------


def test_d9_anyone_can_draw_again_with_seed_and_list(workspace: Workspace) -> None:
    found = drawn(workspace, 100, 20201231)
    expected = sorted(
        PEOPLE,
        key=lambda p: hashlib.sha256(f"20201231\n{p[1]}\n{p[0]}".encode()).hexdigest(),
    )

    assert names(workspace, found.order) == expected
    assert (found.seed, found.population, found.size) == (20201231, 100, 50)
    assert found.to_call == found.order[:50]


def test_d9_another_laptop_with_the_same_list_draws_the_same(
    workspace: Workspace, laptop: Laptop
) -> None:
    mine = drawn(workspace)
    other = laptop("zhou", ZHOU)
    customers.add_customers(other, PROVIDER, reversed(PEOPLE[:40]))
    calls.draw(other, PROVIDER, 7)

    assert names(other, sample(other).order) == names(workspace, mine.order)


def test_d9_customers_without_a_number_and_duplicates_are_counted_apart(
    workspace: Workspace,
) -> None:
    people = [*PEOPLE[:3], ("无号码", ""), PEOPLE[0], ("空号", "没有")]
    customers.add_customers(workspace, PROVIDER, people)
    calls.draw(workspace, PROVIDER, 1)

    assert (sample(workspace).population, sample(workspace).list_changed) == (3, False)
    assert len(body(workspace).covers) == 6


def test_d9_a_seed_by_chance_is_kept_until_another_is_given(workspace: Workspace) -> None:
    customers.add_customers(workspace, PROVIDER, PEOPLE[:3])
    workspace.session.random = lambda count: bytes(range(1, count + 1))
    calls.draw(workspace, PROVIDER)
    assert sample(workspace).seed == 0x01020304

    assert calls.draw(workspace, PROVIDER) is None
    customers.add_customers(workspace, PROVIDER, PEOPLE[3:5])
    assert sample(workspace).list_changed
    assert calls.draw(workspace, PROVIDER) is not None
    assert (sample(workspace).seed, sample(workspace).population) == (0x01020304, 5)
    calls.draw(workspace, PROVIDER, 0)
    assert sample(workspace).seed == 0
    undo(workspace)
    assert sample(workspace).seed == 0x01020304


@pytest.mark.parametrize("seed", [-1, 2**53])
def test_d9_seeds_have_bounds(workspace: Workspace, seed: int) -> None:
    customers.add_customers(workspace, PROVIDER, PEOPLE[:3])
    before = stored_rows(workspace)

    with pytest.raises(FieldsError):
        calls.draw(workspace, PROVIDER, seed)

    assert stored_rows(workspace) == before
    calls.draw(workspace, PROVIDER, 2**53 - 1)
    assert sample(workspace).seed == 2**53 - 1


@pytest.mark.parametrize("people", [[], [("无号码", "")]])
def test_d9_nobody_to_draw(workspace: Workspace, people: list[tuple[str, str]]) -> None:
    customers.add_customers(workspace, PROVIDER, people)

    with pytest.raises(NothingToDrawError):
        calls.draw(workspace, PROVIDER, 1)
    assert calls.drawn_customers(workspace, PROVIDER) == []


def test_names_stay_out_of_the_history(workspace: Workspace) -> None:
    found = drawn(workspace, 3)
    calls.record_call(workspace, PROVIDER, found.order[0], "refused", words="我是王小明")

    content = b"".join(content for _name, content in workspace.history.contents())
    for secret in ("客户00", "1380000", "王小明"):
        assert secret.encode() not in content


def test_lists_show_names_and_numbers_masked(workspace: Workspace) -> None:
    found = drawn(workspace, 40)

    shown = calls.drawn_customers(workspace, PROVIDER)

    assert [c.id for c in shown] == [*found.order]
    assert [c.reserve for c in shown] == [False] * 30 + [True] * 10
    assert {c.name for c in shown} == {"客**"}
    assert all(c.phone and c.phone.startswith("138****") for c in shown)


def test_d9_where_the_names_are_not_here_there_is_no_draw(
    workspace: Workspace, laptop: Laptop
) -> None:
    found = drawn(workspace, 3)
    package = workspace.path.parent / "all.evpkg"
    export.export_package(workspace, package)
    other = laptop("zhou", ZHOU)
    merge.merge_package(other, package, trust=merge.Trust(any_new=True))

    assert sample(other).order == found.order
    assert calls.draw(other, PROVIDER) is None
    assert calls.draw(other, PROVIDER, 7) is None
    with pytest.raises(NamesMissingError, match="3"):
        calls.draw(other, PROVIDER, 8)
    assert [(c.name, c.phone) for c in calls.drawn_customers(other, PROVIDER)] == [(None, None)] * 3
    calls.record_call(other, PROVIDER, found.order[0], "no_answer")


def test_whose_data_were_erased_is_not_drawn(workspace: Workspace) -> None:
    found = drawn(workspace, 3)
    erase(workspace, customer=found.order[0], reason="本人要求")

    assert sample(workspace).order == found.order
    calls.draw(workspace, PROVIDER)
    assert sample(workspace).order == found.order[1:]


def test_two_draws_are_a_conflict(workspace: Workspace) -> None:
    found = drawn(workspace, 3)
    heads = workspace.record(PROVIDER).heads(Sample)
    calls.draw(workspace, PROVIDER, 8)
    calls.draw(workspace, PROVIDER, 9, seen=sorted(heads))

    assert len(conflicts(workspace)) == 1
    assert assessment(workspace).sample is None
    with pytest.raises(InConflictError):
        calls.draw(workspace, PROVIDER, 7)
    assert found.population == 3


def test_a_customer_in_conflict_stops_the_draw(workspace: Workspace) -> None:
    drawn(workspace, 2)
    one = workspace.record(PROVIDER).customers[0]
    assert one.body is not None
    for removed in (True, False):
        state = type(one.body)(PROVIDER, one.body.personal, True, removed, "核对")
        workspace.commit("call", [Change(one.id, "customer", state, one.head_ids)])

    with pytest.raises(InConflictError):
        calls.draw(workspace, PROVIDER, 8)
