"""Merging good packages: the union, what differs, what heals."""

from pathlib import Path

import pytest

from evaluator_desktop.operations import evidence, ratings, shop, verification
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.conflicts import conflicts
from evaluator_desktop.operations.export import ExportWishes
from evaluator_desktop.operations.merge import (
    MergeStatus,
    merge_package,
    merge_packages,
)
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.store.queries.status import status
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import set_language
from tests.exchange.travellers import ALREADY, CONTENT, DIGEST, MERGED, exported
from tests.workspaces import (
    CHEN,
    FACTS,
    FEES,
    OTHER,
    PROVIDER,
    STAFF,
    ZHOU,
    Laptop,
    files_in,
    shared_rows,
    stored_rows,
)


def test_a_merge_brings_everything(workspace: Workspace, zhou: Workspace, tmp_path: Path) -> None:
    result = merge_package(workspace, exported(zhou, tmp_path / "a.evpkg"))

    assert result.status is MERGED
    assert (result.new_revisions, result.new_evidence) == (2, 1)
    assert result.kinds == {"rating": 1, "evidence": 1}
    assert result.providers == (PROVIDER,)
    assert result.changes is not None
    assert result.changes.kinds == {"rating", "evidence"}
    assert shared_rows(workspace) == shared_rows(zhou)
    assert workspace.evidence_files.path(DIGEST).read_bytes() == CONTENT
    assert check(workspace, deep=True).problems == ()


def test_again_or_older_changes_nothing(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    older = exported(zhou, tmp_path / "older.evpkg")
    ratings.rate(zhou, PROVIDER, STAFF, "81")
    newer = exported(zhou, tmp_path / "newer.evpkg")
    assert merge_package(workspace, newer).status is MERGED
    before, files = stored_rows(workspace), files_in(workspace.path)

    again, stale = merge_package(workspace, newer), merge_package(workspace, older)

    assert (again.status, stale.status) == (ALREADY, ALREADY)
    assert again.changes is None
    assert stored_rows(workspace) == before
    assert files_in(workspace.path) == files
    set_language("en")
    assert "older" in merge_package(workspace, older).message  # fault 69
    assert "older" not in merge_package(workspace, newer).message


def test_a_trial_writes_nothing_and_counts_the_same(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    path = exported(zhou, tmp_path / "a.evpkg")
    before, files = stored_rows(workspace), files_in(workspace.path)

    tried = merge_package(workspace, path, dry_run=True)

    assert (tried.status, tried.new_revisions, tried.new_evidence) == (MERGED, 2, 1)
    assert tried.changes is None
    assert stored_rows(workspace) == before
    assert files_in(workspace.path) == files
    done = merge_package(workspace, path)
    assert (done.new_revisions, done.new_evidence) == (2, 1)


def test_work_travels_through_others_hands(
    workspace: Workspace, laptop: Laptop, zhou: Workspace, tmp_path: Path
) -> None:
    chen = laptop("chen", CHEN)
    ratings.rate(chen, OTHER, STAFF, "70")
    merge_package(chen, exported(zhou, tmp_path / "zhou.evpkg"))

    merge_package(workspace, exported(chen, tmp_path / "chen.evpkg"))

    assert workspace.record(PROVIDER).raters == (ZHOU,)
    assert workspace.record(OTHER).raters == (CHEN,)
    assert workspace.evidence_files.present(DIGEST)


def test_several_packages_are_transactions_of_their_own(
    workspace: Workspace, laptop: Laptop, zhou: Workspace, tmp_path: Path
) -> None:
    chen = laptop("chen", CHEN)
    ratings.rate(chen, OTHER, STAFF, "70")
    (tmp_path / "bad.evpkg").write_bytes(b"rubbish")
    paths = [
        exported(zhou, tmp_path / "zhou.evpkg"),
        tmp_path / "bad.evpkg",
        exported(chen, tmp_path / "chen.evpkg"),
    ]

    report = merge_packages(workspace, paths)

    assert [p.status for p in report.packages] == [MERGED, MergeStatus.REFUSED, MERGED]
    assert report.changes is not None
    assert report.changes.providers == {PROVIDER, OTHER}


class _Impatient:
    cancelled = True

    def __init__(self, after: int) -> None:
        self._left = after

    def raise_if_cancelled(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise CancelledError

    def step(self, done: int, total: int, text: str = "") -> None:
        """Say nothing."""


@pytest.mark.parametrize("after", [0, 1, 2, 5, 30, 66])
def test_a_cancelled_merge_leaves_nothing_half_done(
    workspace: Workspace, zhou: Workspace, tmp_path: Path, after: int
) -> None:
    """While it is read, while evidence is copied, and between the steps of the transaction."""
    path = exported(zhou, tmp_path / "a.evpkg")
    before, files = stored_rows(workspace), files_in(workspace.path)

    with pytest.raises(CancelledError):
        merge_packages(workspace, [path], progress=_Impatient(after))

    assert stored_rows(workspace) == before
    left = files_in(workspace.path)
    assert {name: left[name] for name in left if "backups" not in name} == files
    assert merge_package(workspace, path).status is MERGED


def test_different_parts_of_the_shop_both_stand_and_the_same_part_collides(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    shop.set_facts(workspace, PROVIDER, FACTS)
    base = exported(workspace, tmp_path / "base.evpkg")
    zhou, chen = laptop("zhou"), laptop("chen", CHEN)
    for other, changes in ((zhou, {"products": 3}), (chen, {"purchases": 7})):
        merge_package(other, base)
        shop.set_facts(other, PROVIDER, FACTS | changes)
        merge_package(workspace, exported(other, tmp_path / f"{other.path.name}.evpkg"))
    assert conflicts(workspace) == []
    facts = shop.facts_so_far(workspace, PROVIDER)
    assert (facts["products"], facts["purchases"]) == (3, 7)

    shop.set_facts(workspace, PROVIDER, facts | {"products": 4})
    shop.set_facts(zhou, PROVIDER, FACTS | {"products": 5})
    merge_package(workspace, exported(zhou, tmp_path / "again.evpkg"))
    assert [c.entity.kind for c in conflicts(workspace)] == ["shop_facts"]


def test_two_outcomes_of_one_piece_collide_and_hold_up_the_result(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    merge_package(workspace, exported(zhou, tmp_path / "a.evpkg"))
    [file] = [e.id for e in zhou.record(PROVIDER).evidence]
    verification.record_outcome(workspace, file, "verified")
    verification.record_outcome(zhou, file, "false", note="伪造")
    merge_package(workspace, exported(zhou, tmp_path / "b.evpkg"))

    [conflict] = conflicts(workspace)
    assert conflict.entity.kind == "outcome"
    row = workspace.projections.get(PROVIDER)
    assert row is not None
    assert (row.conflicts, row.provisional, row.checked) == (1, True, 0)


def test_what_comes_after_a_lock_is_kept_and_said(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    zhou = laptop("zhou")
    for item in workspace.scheme.items:
        ratings.rate(workspace, PROVIDER, item.id, "0", "无材料")
    steps.submit(workspace, PROVIDER)
    steps.lock(workspace, PROVIDER)
    ratings.rate(zhou, PROVIDER, STAFF, "0", "无")

    merge_package(workspace, exported(zhou, tmp_path / "late.evpkg"))

    assert ZHOU in workspace.record(PROVIDER).raters
    row = workspace.projections.get(PROVIDER)
    assert row is not None
    assert row.state == "locked"
    assert [f.place for f in workspace.assessment(PROVIDER).findings if f.rule == "lock"] == [
        "provider"
    ]


def test_evidence_that_is_missing_is_said_and_heals_when_it_comes(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    task = ExportWishes(task_person=CHEN, task_providers=(OTHER,))
    merge_package(workspace, exported(zhou, tmp_path / "task.evpkg", task))
    assert [f.rule for f in workspace.assessment(PROVIDER).findings if f.rule == "files"]
    row = workspace.projections.get(PROVIDER)
    assert row is not None
    before, open_before = row, status(workspace)
    assert open_before.absent == 1

    result = merge_package(workspace, exported(zhou, tmp_path / "whole.evpkg"))

    assert (result.status, result.new_revisions, result.new_evidence) == (MERGED, 0, 1)
    assert not [f for f in workspace.assessment(PROVIDER).findings if f.rule == "files"]
    row = workspace.projections.get(PROVIDER)
    assert row is not None
    assert (row.missing, row.absent) == (before.missing, before.absent - 1)
    assert status(workspace).absent == 0
    assert status(workspace).missing == open_before.missing, "it was handed in, but not sent"
    assert check(workspace, deep=True).problems == ()


@pytest.mark.parametrize("harm", [b"Content of a file", b"content", b""])
def test_a_damaged_file_here_is_healed_from_a_package(
    workspace: Workspace, zhou: Workspace, tmp_path: Path, harm: bytes
) -> None:
    path = exported(zhou, tmp_path / "a.evpkg")
    merge_package(workspace, path)
    workspace.evidence_files.path(DIGEST).write_bytes(harm)

    result = merge_package(workspace, path)

    assert (result.status, result.new_evidence) == (MERGED, 1)
    assert workspace.evidence_files.path(DIGEST).read_bytes() == CONTENT


def test_the_same_file_of_two_people_is_stored_once(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    evidence.add_content(workspace, OTHER, FEES, "同一份.pdf", CONTENT)
    result = merge_package(workspace, exported(zhou, tmp_path / "a.evpkg"))

    assert result.new_evidence == 0
    assert list(workspace.evidence_files.digests()) == [DIGEST]
    assert workspace.assessment(PROVIDER).evidence_count == 1
    assert workspace.assessment(OTHER).evidence_count == 1
