"""Packages of less than everything, and what goes on while one is written."""

import hashlib
from pathlib import Path

import pytest

from evaluator_desktop.errors import FileProblemError
from evaluator_desktop.exchange.errors import PackageError
from evaluator_desktop.operations import evidence, ratings
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.export import (
    ExportWishes,
    export_package,
    prepare_export,
)
from evaluator_desktop.operations.merge import MergeStatus, merge_package
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.packages import (
    lines_of,
    manifest_of,
    members_of,
)
from tests.workspaces import (
    FEES,
    OTHER,
    PROVIDER,
    STAFF,
    ZHOU,
    Laptop,
    shared_rows,
)


def test_saves_go_on_while_a_package_is_written(filled: Workspace, tmp_path: Path) -> None:
    prepared = prepare_export(filled, tmp_path / "a.evpkg")
    before = filled.history.count()
    ratings.rate(filled, OTHER, STAFF, "70")

    written = prepared.write()

    assert written.revisions == before
    lines, tips = lines_of(written.path), manifest_of(written.path)["tips"]
    assert len(lines) == before
    assert {(run, tip["seq"]) for run, tip in tips.items()} == {
        (run, max(line["seq"] for line in lines if line["run"] == run)) for run in tips
    }


def test_since_a_package_of_the_receiver(filled: Workspace, laptop: Laptop, tmp_path: Path) -> None:
    export_package(filled, tmp_path / "whole.evpkg")
    zhou = laptop("zhou")
    merge_package(zhou, tmp_path / "whole.evpkg")
    ratings.rate(zhou, PROVIDER, FEES, "0", "无")
    evidence.add_content(zhou, PROVIDER, FEES, "新.pdf", b"new")

    wishes = ExportWishes(since=tmp_path / "whole.evpkg")
    written = export_package(zhou, tmp_path / "small.evpkg", wishes)

    assert (written.revisions, written.evidence) == (2, 1)
    assert merge_package(filled, written.path).status is MergeStatus.MERGED
    assert shared_rows(filled)["revision"] == shared_rows(zhou)["revision"]


def test_since_is_no_more_than_what_both_have(
    filled: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    """The receiver's package shows work that has not come here yet: nothing of it is guessed."""
    zhou = laptop("zhou")
    export_package(filled, tmp_path / "one.evpkg")
    merge_package(zhou, tmp_path / "one.evpkg")
    ratings.rate(filled, PROVIDER, FEES, "0", "无")
    export_package(filled, tmp_path / "two.evpkg")
    ratings.rate(zhou, OTHER, FEES, "0", "无")

    export_package(zhou, tmp_path / "back.evpkg", ExportWishes(since=tmp_path / "two.evpkg"))

    assert merge_package(filled, tmp_path / "back.evpkg").status is MergeStatus.MERGED
    assert filled.record(OTHER).raters == (ZHOU,)


def test_since_leaves_nothing_of_a_copied_laptop_out(
    filled: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    """Two laptops continued one run; who has one branch is sent the other."""
    receiver, clone = laptop("receiver"), laptop("clone")
    for other in (receiver, clone):
        export = tmp_path / f"{other.path.name}.evpkg"
        export_package(filled, export)
        merge_package(other, export)
    clone.session.run = filled.session.run
    clone.session.seq, clone.session.prev = filled.session.seq, filled.session.prev
    ratings.rate(filled, PROVIDER, FEES, "10", "甲")
    ratings.rate(filled, OTHER, FEES, "10", "甲")
    ratings.rate(clone, PROVIDER, FEES, "20", "乙")
    export_package(filled, tmp_path / "branch.evpkg")
    merge_package(receiver, tmp_path / "branch.evpkg")
    merge_package(clone, tmp_path / "branch.evpkg")
    export_package(receiver, tmp_path / "receipt.evpkg")

    export_package(clone, tmp_path / "rest.evpkg", ExportWishes(since=tmp_path / "receipt.evpkg"))

    assert merge_package(receiver, tmp_path / "rest.evpkg").status is MergeStatus.MERGED
    assert shared_rows(receiver)["revision"] == shared_rows(clone)["revision"]


def test_since_something_that_is_no_package_of_this_round(
    filled: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "rubbish.evpkg").write_bytes(b"rubbish")
    with Workspace.create(tmp_path / "else", person=ZHOU, role="lead") as other:
        steps.start_round(other, steps.read_scheme())
        export_package(other, tmp_path / "else.evpkg")

    for name in ("rubbish.evpkg", "else.evpkg", "nowhere.evpkg"):
        with pytest.raises((PackageError, FileProblemError), match=name):
            export_package(filled, tmp_path / "a.evpkg", ExportWishes(since=tmp_path / name))
        assert not (tmp_path / "a.evpkg").exists()


def test_a_task_restricts_evidence_and_never_revisions(filled: Workspace, tmp_path: Path) -> None:
    steps.assign(filled, ZHOU, [OTHER])
    written = export_package(filled, tmp_path / "task.evpkg", ExportWishes(task_person=ZHOU))

    assert written.revisions == filled.history.count()
    names = [name for name in members_of(written.path) if name.startswith("evidence/")]
    assert names == [f"evidence/{hashlib.sha256(b'prices').hexdigest()}"]
    assert manifest_of(written.path)["task"] == {"person": ZHOU, "providers": [OTHER]}
