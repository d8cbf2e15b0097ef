"""Joined providers on several laptops: in any order, merged both ways, and taken back."""

from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from evaluator_desktop.operations import calls, customers, evidence, ratings, verification
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.conflicts import conflicts, count_conflicts, resolve
from evaluator_desktop.operations.export import ExportWishes
from evaluator_desktop.operations.joining import join, part
from evaluator_desktop.operations.merge import merge_package
from evaluator_desktop.store.queries.dump import history_lines, state_lines
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.travellers import MERGED, exported
from tests.joined_providers import GOES, STAYS, WHY, made, settle_everything, submitted
from tests.workspaces import CHEN, FEES, LEAD, OTHER, PROVIDER, STAFF, Laptop, shared_rows

if TYPE_CHECKING:
    from collections.abc import Callable


def dump(workspace: Workspace) -> list[bytes]:
    return [*state_lines(workspace), *history_lines(workspace)]


def handed(source: Workspace, target: Workspace, path: Path) -> None:
    """Merge what one laptop has into another."""
    assert merge_package(target, exported(source, path)).status in (MERGED, "already_merged")


def both_ways(one: Workspace, other: Workspace, folder: Path) -> None:
    """Merge until both have the same; they then say the same, row by row."""
    number = len(list(folder.glob("*.evpkg")))
    handed(one, other, folder / f"there-{number}.evpkg")
    handed(other, one, folder / f"back-{number}.evpkg")
    assert dump(one) == dump(other)
    assert _rows(one) == _rows(other)
    assert check(one).problems == check(other).problems == ()


def _rows(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """All tables but that of personal data, which a plain package leaves out."""
    return {name: rows for name, rows in shared_rows(workspace).items() if name != "personal"}


def test_work_goes_on_elsewhere_while_they_are_joined(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    zhou = laptop("zhou")
    ratings.rate(workspace, STAYS, STAFF, "80")
    join(workspace, PROVIDER, OTHER, WHY)
    ratings.rate(workspace, STAYS, FEES, "60")
    for provider in (STAYS, GOES):
        ratings.rate(zhou, provider, STAFF, "70")
    added = evidence.add_content(zhou, GOES, STAFF, "名册.pdf", b"one")
    verification.record_outcome(zhou, added.files[0][0], "verified")
    customers.add_customers(zhou, GOES, [("客户一", "13900000001")])

    both_ways(workspace, zhou, tmp_path)

    assert [row.provider for row in zhou.projections.all()] == [STAYS]
    record = zhou.record(GOES)
    assert [e.in_conflict for e in record.ratings(STAFF)] == [False, False]
    assert len(record.evidence) == len(record.outcomes) == len(record.customers) == 1


def test_one_person_on_two_laptops_is_a_conflict_of_both(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    second = laptop("second", LEAD, "lead")
    ratings.rate(second, GOES, STAFF, "70")
    join(workspace, PROVIDER, OTHER, WHY)
    ratings.rate(workspace, STAYS, STAFF, "80")

    both_ways(workspace, second, tmp_path)
    (found,) = [c for c in conflicts(second) if c.entity.kind == "rating"]
    assert {c.id for c in conflicts(workspace)} == {c.id for c in conflicts(second)}

    # Meanwhile the first one is changed once more, on a laptop that has not seen the conflict.
    ratings.rate(workspace, STAYS, STAFF, "85", seen=_own_heads(workspace, STAYS))
    resolve(second, found.id, take=1, reason="以现场为准")
    both_ways(workspace, second, tmp_path)

    (again,) = [c for c in conflicts(workspace) if c.entity.kind == "rating"]
    values = {head.body.value for head in again.entity.heads if head.body}
    assert "85" in values
    settle_everything(workspace)
    both_ways(workspace, second, tmp_path)
    assert count_conflicts(second) == 0


def _own_heads(workspace: Workspace, provider: str) -> tuple[str, ...]:
    (rating,) = workspace.record(provider, alone=True).ratings(STAFF)
    return rating.head_ids


def test_both_settle_the_same_conflict(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    """One of them without knowing that the two are one: the heads are of one provider only."""
    for name, value in (("second", "70"), ("third", "60")):
        other = laptop(name, LEAD, "lead")
        ratings.rate(other, GOES, STAFF, value)
        handed(other, workspace, tmp_path / f"{name}.evpkg")
    alone = laptop("fourth", LEAD, "lead")
    handed(workspace, alone, tmp_path / "lead.evpkg")
    (found,) = conflicts(alone)
    join(workspace, PROVIDER, OTHER, WHY)
    assert found.id in {c.id for c in conflicts(workspace)}

    resolve(alone, found.id, take=1, reason="甲")
    resolve(workspace, found.id, take=1, reason="乙")

    both_ways(workspace, alone, tmp_path)
    assert not [c for c in conflicts(alone) if c.entity.kind == "rating"]


def test_calls_and_outcomes_of_one_entity_meet(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    """Whoever records first, with or without the joining, says whose they are."""
    added = evidence.add_content(workspace, GOES, STAFF, "名册.pdf", b"one")
    customers.add_customers(workspace, GOES, [("客户一", "13900000001")])
    (customer,) = workspace.record(GOES).customers
    zhou = laptop("zhou")
    handed(workspace, zhou, tmp_path / "task.evpkg")
    join(workspace, PROVIDER, OTHER, WHY)
    for one, provider in ((workspace, STAYS), (zhou, GOES)):
        verification.record_outcome(one, added.files[0][0], "verified")
        calls.record_call(one, provider, customer.id, "no_answer")

    both_ways(workspace, zhou, tmp_path)

    kinds = [entity.kind for entity in zhou.record(STAYS).conflicts]
    assert set(kinds) <= {"profile", "provider"}


def test_two_leads_join_apart_and_one_takes_it_back(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    second = laptop("second", LEAD, "lead")
    join(workspace, PROVIDER, OTHER, "营业执照相同")
    join(second, OTHER, PROVIDER, "电话确认")
    both_ways(workspace, second, tmp_path)
    assert not [c for c in conflicts(second) if c.entity.kind == "alias"]

    part(workspace, PROVIDER, OTHER, "两家公司")
    both_ways(workspace, second, tmp_path)

    assert {row.provider for row in second.projections.all()} == {PROVIDER, OTHER}


def test_joined_here_and_taken_back_there_is_a_conflict(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    second = laptop("second", LEAD, "lead")
    join(workspace, PROVIDER, OTHER, WHY)
    both_ways(workspace, second, tmp_path)
    part(workspace, PROVIDER, OTHER, "两家公司")
    part(second, PROVIDER, OTHER, "不是同一家")
    join(second, PROVIDER, OTHER, "还是同一家")

    both_ways(workspace, second, tmp_path)

    assert len(workspace.projections.all()) == 1  # until it is settled they are read as one
    (found,) = [c for c in conflicts(workspace) if c.entity.kind == "alias"]
    number = [head.body.joined for head in found.entity.heads if head.body].index(False) + 1
    resolve(workspace, found.id, take=number, reason="两家公司")
    both_ways(workspace, second, tmp_path)
    assert len(second.projections.all()) == 2


def test_packages_come_in_any_order(workspace: Workspace, laptop: Laptop, tmp_path: Path) -> None:
    """Joined in a chain by three leads, with work on each: every order gives the same."""
    third = made(workspace, "第三家")
    start = exported(workspace, tmp_path / "start.evpkg")
    deeds: dict[str, Callable[[Workspace], object]] = {
        "a": lambda w: join(w, PROVIDER, OTHER, "甲"),
        "b": lambda w: join(w, OTHER, third, "乙"),
        "c": lambda w: [ratings.rate(w, p, STAFF, "7") for p in (PROVIDER, OTHER, third)],
    }
    files = []
    for name, deed in deeds.items():
        lead = laptop(name, LEAD, "lead")
        merge_package(lead, start)
        deed(lead)
        files.append(exported(lead, tmp_path / f"{name}.evpkg"))
    dumps, rows = [], []
    for number, order in enumerate(permutations(files)):
        target = laptop(f"target-{number}", CHEN)
        for file in order:
            merge_package(target, file)
        dumps.append(dump(target))
        rows.append(_rows(target))
        assert check(target).problems == ()
        assert len(target.projections.all()) == 1
        assert len(target.record(third).ratings(STAFF)) == 1
    assert all(one == dumps[0] for one in dumps)
    assert all(one == rows[0] for one in rows)


def test_taken_back_after_merging_both_are_as_before(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    second = laptop("second", LEAD, "lead")
    for provider, value in ((PROVIDER, "80"), (OTHER, "70")):
        ratings.rate(workspace, provider, STAFF, value)
    both_ways(workspace, second, tmp_path)
    rows = [(row.name, row.code, row.points_so_far) for row in second.projections.all()]
    join(workspace, PROVIDER, OTHER, WHY)
    settle_everything(workspace)
    both_ways(workspace, second, tmp_path)
    assert count_conflicts(second) == 0

    part(second, PROVIDER, OTHER, "两家公司")
    both_ways(workspace, second, tmp_path)

    after = [(row.name, row.code, row.points_so_far) for row in workspace.projections.all()]
    assert after == rows


def test_a_lock_of_one_that_comes_later_closes_both(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    second = laptop("second", LEAD, "lead")
    submitted(second, GOES)
    steps.lock(second, GOES)
    join(workspace, PROVIDER, OTHER, WHY)

    both_ways(workspace, second, tmp_path)

    assert workspace.record(STAYS).state == "locked"
    findings = workspace.assessment(STAYS).findings
    assert any(f.severity == "blocks_final" for f in findings)


def test_a_task_of_a_joined_provider_brings_the_files_of_both(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    evidence.add_content(workspace, STAYS, STAFF, "一.pdf", b"one")
    evidence.add_content(workspace, GOES, STAFF, "二.pdf", b"two")
    join(workspace, PROVIDER, OTHER, WHY)
    steps.assign(workspace, CHEN, [STAYS])
    chen = laptop("chen", CHEN)

    task = exported(workspace, tmp_path / "task.evpkg", ExportWishes(task_person=CHEN))
    merge_package(chen, task)

    record = chen.record(STAYS)
    assert len(record.evidence) == 2
    assert record.missing_files == frozenset()


@pytest.mark.parametrize("dry_run", [True, False])
def test_what_a_package_would_bring_twice_is_said(
    workspace: Workspace, laptop: Laptop, tmp_path: Path, *, dry_run: bool
) -> None:
    zhou = laptop("zhou")
    made(zhou, "苏州咨询中心(示例)")
    made(zhou, "别家服务站")

    result = merge_package(workspace, exported(zhou, tmp_path / "a.evpkg"), dry_run=dry_run)

    names = [(p.first.name, p.second.name) for p in result.similar]
    assert [set(pair) for pair in names] == [{"苏州咨询中心（示例）", "苏州咨询中心(示例)"}]


def test_what_a_package_joins_is_not_said_to_come_twice(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    second = laptop("second", LEAD, "lead")
    join(second, OTHER, made(second, "苏州咨询中心(示例)"), WHY)

    result = merge_package(workspace, exported(second, tmp_path / "a.evpkg"), dry_run=True)

    assert result.similar == ()


def test_a_preview_counts_the_conflicts_of_joined_providers(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    """Joined here, or joined by what arrives: neither entity alone has two heads."""
    second, third = laptop("second", LEAD, "lead"), laptop("third", LEAD, "lead")
    ratings.rate(workspace, GOES, STAFF, "80")
    join(second, PROVIDER, OTHER, WHY)
    settle_everything(second)
    open_before = count_conflicts(workspace)
    ratings.rate(third, STAYS, STAFF, "70")
    first, other = exported(second, tmp_path / "a.evpkg"), exported(third, tmp_path / "b.evpkg")

    assert merge_package(workspace, first, dry_run=True).conflicts == 0
    merge_package(workspace, first)
    assert count_conflicts(workspace) == open_before == 0
    assert merge_package(workspace, other, dry_run=True).conflicts == 1
    merge_package(workspace, other)
    assert count_conflicts(workspace) == 1
    assert merge_package(workspace, other, dry_run=True).conflicts == 0


def test_a_preview_counts_what_an_arriving_joining_brings(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    second = laptop("second", LEAD, "lead")
    for provider, value in ((STAYS, "80"), (GOES, "70")):
        ratings.rate(workspace, provider, STAFF, value)
    join(second, PROVIDER, OTHER, WHY)
    package = exported(second, tmp_path / "a.evpkg")

    expected = merge_package(workspace, package, dry_run=True).conflicts
    merge_package(workspace, package)

    assert expected == count_conflicts(workspace) == 3  # the name, the code, the rating
