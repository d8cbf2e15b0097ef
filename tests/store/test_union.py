"""The union of histories: closed or refused, whatever the order, whatever was there before."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import permutations
from typing import Any

import pytest

from evaluator_desktop.domain.history import revision_id
from evaluator_desktop.domain.revision_reading import read_revision
from evaluator_desktop.store.arriving import (
    Arriving,
    ForeignParentError,
    Incoming,
    MixedRecordError,
)
from evaluator_desktop.store.consistency import history_problems
from evaluator_desktop.store.union import BrokenChainError, GapError, Plan, Union, beside
from evaluator_desktop.store.workspace import Workspace
from tests.domain import revision_lines
from tests.domain.revision_lines import fields, written
from tests.workspaces import CODE, OTHER, PROVIDER, STAFF, stored_rows

RUN, OTHER_RUN = "0a" * 16, "0c" * 16


class Line:
    """Revisions of one run, one after the other, as another laptop made them."""

    def __init__(self, run: str = RUN) -> None:
        self.run, self.names = run, list[str]()

    def add(self, kind: str = "rating", parents: tuple[str, ...] = (), **changes: Any) -> Incoming:
        body = {"provider": PROVIDER, "item": STAFF} | changes.pop("body", {})
        known = revision_lines.BODIES[kind]
        revision = fields(kind, **{name: v for name, v in body.items() if name in known})
        revision |= {
            "run": self.run,
            "seq": len(self.names),
            "prev": self.names[-1] if self.names else None,
            "parents": sorted(parents),
        }
        found = incoming(revision | changes)
        self.names.append(found.id)
        return found

    def withdraw(self, known: Incoming) -> Incoming:
        values = json.loads(self.add(known.revision.kind, (known.id,)).content)
        self.names.pop()
        found = incoming(values | {"entity": known.revision.entity, "body": None})
        self.names.append(found.id)
        return found

    def rate(self, value: str, *parents: str, **body: Any) -> Incoming:
        return self.add("rating", parents, body={"value": value, **body})


def incoming(revision: dict[str, Any]) -> Incoming:
    content = written(revision)
    return Incoming(revision_id(content), content, *read_revision(content))


@contextmanager
def beside_the_store(workspace: Workspace, *arriving: Incoming) -> Iterator[Union]:
    (workspace.path / "staging").mkdir(exist_ok=True)
    with Arriving(workspace.path / "staging") as file:
        file.fill(arriving)
        with beside(workspace.database, file) as union:
            yield union


def plan_of(workspace: Workspace, *arriving: Incoming, **options: Any) -> Plan:
    with beside_the_store(workspace, *arriving) as union:
        return union.plan(**options)


def take(workspace: Workspace, *arriving: Incoming, **options: Any) -> Plan:
    with beside_the_store(workspace, *arriving) as union:
        plan = union.plan(**options)
        with workspace.changing():
            workspace.refresh(union.write(), plan.kinds)
    assert list((workspace.path / "staging").iterdir()) == []
    assert list(history_problems(workspace.database)) == []
    expected = [workspace.projections.expected(p, anew=True) for p in workspace.provider_ids()]
    assert workspace.projections.all() == expected
    return plan


def heads(workspace: Workspace, one: Incoming) -> set[str]:
    return set(workspace.history.head_ids(one.revision.entity))


def test_new_revisions_come_in_with_their_heads_and_rows(workspace: Workspace) -> None:
    line = Line()
    first = line.rate("80")
    second = line.rate("81", first.id)

    plan = take(workspace, first, second)

    assert plan.kinds == {"rating": 2}
    assert {first.id, second.id} <= {name for name, _ in workspace.history.contents()}
    assert heads(workspace, first) == {second.id}
    row = workspace.projections.get(PROVIDER)
    assert row is not None
    assert row.rated == 1


def test_what_is_here_is_skipped(workspace: Workspace) -> None:
    line = Line()
    first = line.rate("80")
    take(workspace, first)
    before = stored_rows(workspace)

    assert take(workspace, first).new == 0
    assert stored_rows(workspace) == before


def test_an_old_revision_that_comes_again_is_no_head_again(workspace: Workspace) -> None:
    line = Line()
    first = line.rate("80")
    second = line.rate("81", first.id)
    take(workspace, first, second)

    take(workspace, first)
    take(workspace, second, first)

    assert heads(workspace, first) == {second.id}


def test_the_order_of_arrival_does_not_matter(laptop: Any) -> None:
    left, right = Line(), Line(OTHER_RUN)
    base = left.rate("10")
    one, two = left.rate("20", base.id), right.rate("30", base.id)
    last = left.rate("40", one.id)
    results = []
    for number, order in enumerate(permutations([base, one, two, last])):
        workspace = laptop(f"laptop-{number}")
        take(workspace, *order)
        assert heads(workspace, base) == {two.id, last.id}
        results.append(workspace.database.rows("SELECT * FROM head ORDER BY 1, 2"))

    assert all(result == results[0] for result in results)


def test_the_order_of_packages_does_not_matter(laptop: Any) -> None:
    left, right = Line(), Line(OTHER_RUN)
    base = left.rate("10")
    one, two = left.rate("20", base.id), right.rate("30", base.id)
    both = right.rate("40", one.id, two.id)
    batches = [(base, one), (base, two), (base, one, two, both)]
    results = []
    for number, order in enumerate(permutations(batches)):
        workspace = laptop(f"laptop-{number}")
        for batch in order:
            take(workspace, *batch)
        assert heads(workspace, base) == {both.id}
        results.append(workspace.database.rows("SELECT * FROM head ORDER BY 1, 2"))

    assert all(result == results[0] for result in results)


def test_a_withdrawal_belongs_to_the_provider_of_what_it_withdraws(workspace: Workspace) -> None:
    line = Line()
    first = line.rate("80")
    gone = line.withdraw(first)
    take(workspace, first)

    take(workspace, gone)

    assert heads(workspace, first) == {gone.id}
    assert workspace.record(PROVIDER).ratings(STAFF) == ()
    row = workspace.projections.get(PROVIDER)
    assert row is not None
    assert row.rated == 0


def refused(
    workspace: Workspace, kind: type[Exception], *arriving: Incoming, **options: Any
) -> str:
    before = stored_rows(workspace)
    with pytest.raises(kind) as caught:
        plan_of(workspace, *arriving, **options)
    assert stored_rows(workspace) == before
    return str(caught.value)


def test_a_missing_parent_refuses_all(workspace: Workspace) -> None:
    line = Line()
    first = line.rate("80")
    second = Line(OTHER_RUN).rate("81", first.id)

    assert "周明" in refused(workspace, GapError, second, Line("0d" * 16).rate("1", item="a"))


def test_a_gap_in_a_run_refuses_all(workspace: Workspace) -> None:
    line = Line()
    line.rate("80", item="a")
    second = line.rate("80", item="b")

    refused(workspace, GapError, second)


def test_what_the_sender_had_and_does_not_send_is_a_gap(workspace: Workspace) -> None:
    line = Line()
    first = line.rate("80")
    second = line.rate("81", first.id)
    take(workspace, first, tips=[first.id])

    assert "陈静" in refused(workspace, GapError, first, tips=[second.id], sender="陈静")
    take(workspace, second, tips=[second.id])


def test_a_parent_of_another_record_is_refused(workspace: Workspace) -> None:
    line = Line()
    other = line.rate("80", item="a")
    strange = line.rate("81", other.id)

    refused(workspace, ForeignParentError, other, strange)
    take(workspace, other)
    refused(workspace, ForeignParentError, strange)


@pytest.mark.parametrize("changes", [{"seq": 5}, {"run": OTHER_RUN}, {"seq": 1}])
def test_a_revision_that_does_not_continue_its_own_run_is_refused(
    workspace: Workspace, changes: dict[str, Any]
) -> None:
    line = Line()
    first, second = line.rate("80"), line.rate("81", item="a")
    strange = incoming(
        json.loads(Line("0d" * 16).rate("1", item="b").content)
        | {"prev": second.id, "seq": 2, "run": RUN}
        | changes
    )

    refused(workspace, BrokenChainError, first, second, strange)


def test_one_record_is_one_thing(workspace: Workspace) -> None:
    line = Line()
    evidence = line.add("evidence", body={"provider": PROVIDER})
    customer = line.add("customer", entity=evidence.revision.entity)
    refused(workspace, MixedRecordError, evidence, customer)

    take(workspace, evidence)
    refused(workspace, MixedRecordError, customer)


def test_a_withdrawal_cannot_change_the_kind(workspace: Workspace) -> None:
    line = Line()
    first = line.rate("80")
    values = json.loads(first.content) | {
        "kind": "outcome",
        "body": None,
        "parents": [first.id],
        "prev": first.id,
        "seq": 1,
    }
    take(workspace, first)

    refused(workspace, MixedRecordError, incoming(values))


def test_a_record_does_not_move_to_another_provider(workspace: Workspace) -> None:
    line = Line()
    first = line.add("evidence", body={"provider": PROVIDER})
    moved = line.add("evidence", (first.id,), body={"provider": OTHER})

    refused(workspace, MixedRecordError, first, moved)
    take(workspace, first)
    refused(workspace, MixedRecordError, moved)


def test_a_run_continued_twice_is_kept_and_said(workspace: Workspace) -> None:
    line, clone = Line(), Line()
    first = line.rate("80", item="a")
    clone.names = list(line.names)
    ours, theirs = line.rate("10", item="b"), clone.rate("20", item="c")

    assert take(workspace, first, ours).forks == ()
    assert take(workspace, theirs).forks == ((RUN, 1),)
    assert workspace.history.forked_runs() == {RUN}
    assert {r.hex() for (r,) in workspace.database.rows("SELECT id FROM revision")} >= {
        ours.id,
        theirs.id,
    }


def test_a_fork_inside_one_package_is_said_too(workspace: Workspace) -> None:
    line, clone = Line(), Line()
    first = line.rate("80", item="a")
    clone.names = list(line.names)
    ours, theirs = line.rate("10", item="b"), clone.rate("20", item="c")

    assert plan_of(workspace, first, ours, theirs).forks == ((RUN, 1),)
    assert plan_of(workspace, first, ours).forks == ()


def test_many_revisions_at_once(workspace: Workspace) -> None:
    line = Line()
    many = [line.rate("80", item=f"item.{number}") for number in range(1200)]

    assert take(workspace, *many).new == 1200
    assert take(workspace, *reversed(many)).new == 0


def test_the_provider_of_these_tests_is_the_templates(workspace: Workspace) -> None:
    row = workspace.projections.get(PROVIDER)
    assert row is not None
    assert row.code == CODE
