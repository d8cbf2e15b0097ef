"""What a package brings, known from its manifest alone: only where nothing can be new."""

from pathlib import Path

import pytest

from evaluator_desktop.exchange.keys import Keys
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.operations.merge import MergeStatus, merge_package
from evaluator_desktop.operations.receiver import receiver_of
from evaluator_desktop.operations.staging import open_package
from evaluator_desktop.store.arriving import Known
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import FEES, PROVIDER, STAFF, Laptop


def has_all(workspace: Workspace, path: Path) -> bool:
    with open_package(workspace, path, Keys()) as package:
        return receiver_of(workspace).has_all(package.manifest)


@pytest.fixture
def zhou(laptop: Laptop) -> Workspace:
    workspace = laptop("zhou")
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    return workspace


def test_all_is_here_once_it_was_merged(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    path = export_package(zhou, tmp_path / "a.evpkg").path
    assert not has_all(workspace, path)

    merge_package(workspace, path)
    assert has_all(workspace, path)
    ratings.rate(workspace, PROVIDER, FEES, "70")
    assert has_all(workspace, path)


def test_one_revision_more_is_seen(workspace: Workspace, zhou: Workspace, tmp_path: Path) -> None:
    merge_package(workspace, export_package(zhou, tmp_path / "a.evpkg").path)
    ratings.rate(zhou, PROVIDER, STAFF, "81")

    path = export_package(zhou, tmp_path / "b.evpkg").path
    assert not has_all(workspace, path)
    rest = export_package(zhou, tmp_path / "c.evpkg", ExportWishes(since=tmp_path / "a.evpkg")).path
    assert not has_all(workspace, rest)
    assert merge_package(workspace, rest).new_revisions == 1
    assert has_all(workspace, path)
    assert has_all(workspace, rest)


def test_the_other_branch_of_a_run_that_was_continued_twice_is_not_overlooked(
    workspace: Workspace, zhou: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    """The last of the run is here, by the other branch; the manifest names no other."""
    twin = laptop("twin")
    merge_package(twin, export_package(zhou, tmp_path / "first.evpkg").path)
    run = zhou.session
    twin.session.run, twin.session.seq, twin.session.prev = run.run, run.seq, run.prev
    ratings.rate(zhou, PROVIDER, FEES, "70")
    ratings.rate(zhou, PROVIDER, FEES, "71")
    ratings.rate(twin, PROVIDER, STAFF, "60")
    merge_package(workspace, export_package(zhou, tmp_path / "zhou.evpkg").path)
    merge_package(zhou, export_package(twin, tmp_path / "twin.evpkg").path)

    both = export_package(zhou, tmp_path / "both.evpkg").path
    assert not has_all(workspace, both)
    assert merge_package(workspace, both).new_revisions == 1
    assert merge_package(workspace, both).status is MergeStatus.ALREADY_MERGED


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_what_is_known_is_found_and_left_out(count: int) -> None:
    names = [f"{number:064x}" for number in range(10, 10 + 2 * count)]
    known = Known(b"".join(bytes.fromhex(name) for name in names[::2]))

    assert [name in known for name in names] == [True, False] * count
    asked = [(name, b"") for name in ("0" * 64, *names, "f" * 64)]
    left = [name for name, _content in known.without(asked)]
    assert left == ["0" * 64, *names[1::2], "f" * 64]
