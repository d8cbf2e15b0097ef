"""One step back: a merge goes again whole, and never anything that was saved after it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from evaluator_desktop.domain.bodies import Profile
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.errors import (
    SavedSinceError,
    SeenGoneError,
    StepBackError,
    StoreDamagedError,
    WorkspaceBusyError,
)
from evaluator_desktop.operations import customers, drafts, evidence, providers, ratings, undo
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.operations.merge import MergeStatus, merge_package, merge_packages
from evaluator_desktop.operations.merge_steps import take_in
from evaluator_desktop.operations.purge import erase
from evaluator_desktop.operations.stepping_back import last_merge, step_back
from evaluator_desktop.store.queries.dump import history_lines, state_lines
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import (
    CHEN,
    FEES,
    OTHER,
    PROVIDER,
    STAFF,
    Laptop,
    stored_rows,
)


def package(workspace: Workspace, target: Path) -> Path:
    return export_package(workspace, target, ExportWishes()).path


@pytest.fixture
def two(laptop: Laptop, tmp_path: Path) -> list[Path]:
    """Packages of two colleagues."""
    zhou, chen = laptop("zhou"), laptop("chen", CHEN)
    ratings.rate(zhou, PROVIDER, STAFF, "80")
    evidence.add_content(zhou, PROVIDER, STAFF, "名册.pdf", b"content")
    ratings.rate(chen, OTHER, FEES, "70")
    return [package(zhou, tmp_path / "zhou.evpkg"), package(chen, tmp_path / "chen.evpkg")]


def dump(workspace: Workspace) -> list[bytes]:
    return [*state_lines(workspace), *history_lines(workspace)]


def test_it_is_as_if_nothing_had_been_merged(workspace: Workspace, two: list[Path]) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "85")
    rows, before = stored_rows(workspace), dump(workspace)
    merged = merge_packages(workspace, two)
    assert all(found.status is MergeStatus.MERGED for found in merged.packages)

    done = step_back(workspace)

    assert [found.file for found in done.merge.packages] == ["zhou.evpkg", "chen.evpkg"]
    assert done.merge.revisions == sum(found.new_revisions for found in merged.packages)
    assert stored_rows(workspace) == rows
    assert dump(workspace) == before
    assert check(workspace, deep=True).problems == ()
    undo.undo(workspace)  # what was done before it can still be taken back
    assert last_merge(workspace) is None


def test_what_was_on_screen_and_went_with_it_is_said(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    zhou = laptop("zhou")
    providers.edit_profile(zhou, PROVIDER, "remarks", {"text": "二楼"})
    before = dump(workspace)
    merge_package(workspace, package(zhou, tmp_path / "zhou.evpkg"))
    seen = workspace.history.head_ids(derived_entity(Profile.kind, PROVIDER, "remarks"))
    step_back(workspace)

    with pytest.raises(SeenGoneError):
        providers.edit_profile(workspace, PROVIDER, "remarks", {"text": "三楼"}, seen=seen)

    assert dump(workspace) == before


def test_what_went_can_come_again(workspace: Workspace, two: list[Path]) -> None:
    merge_packages(workspace, two)
    merged = stored_rows(workspace)
    step_back(workspace)
    ratings.rate(workspace, PROVIDER, FEES, "60")
    undo.undo(workspace)

    merge_packages(workspace, two)

    assert set(merged["revision"]) <= set(stored_rows(workspace)["revision"])
    assert check(workspace, deep=True).problems == ()


def test_packages_of_one_call_share_a_backup_and_of_two_calls_do_not(
    workspace: Workspace, two: list[Path]
) -> None:
    merge_packages(workspace, two)
    assert len(workspace.backups.all()) == 1
    step_back(workspace)

    for path in two:
        merge_package(workspace, path)
    found = last_merge(workspace)
    assert found is not None
    assert [p.file for p in found.packages] == ["chen.evpkg"]
    step_back(workspace)
    found = last_merge(workspace)
    assert found is not None
    assert [p.file for p in found.packages] == ["zhou.evpkg"]


def test_what_was_saved_between_two_packages_is_in_the_backup_of_the_second(
    workspace: Workspace, two: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """People go on working while the next package is read."""
    real: Callable[..., object] = take_in

    def take_in_and_rate(*args: object, **keywords: object) -> object:
        done = real(*args, **keywords)
        ratings.rate(workspace, PROVIDER, FEES, "60")
        return done

    monkeypatch.setattr("evaluator_desktop.operations.merge.take_in", take_in_and_rate)
    merge_packages(workspace, two)
    assert len(workspace.backups.all()) == 2
    with pytest.raises(SavedSinceError):
        step_back(workspace)


@pytest.mark.parametrize("restart", [False, True])
def test_work_that_was_saved_since_stays(
    workspace: Workspace, two: list[Path], restart: bool
) -> None:
    merge_packages(workspace, two)
    ratings.rate(workspace, PROVIDER, FEES, "60")
    rows = stored_rows(workspace)
    if restart:
        workspace.close()
        workspace = Workspace.open(workspace.path)

    with workspace, pytest.raises(SavedSinceError) as caught:
        step_back(workspace)

    assert caught.value.params == {"count": 1}
    if not restart:
        return
    with Workspace.open(workspace.path) as again:
        assert stored_rows(again) == rows


def test_half_typed_text_and_settings_are_not_the_merges_to_take(
    workspace: Workspace, two: list[Path]
) -> None:
    merge_packages(workspace, two)
    drafts.keep(workspace, {"note": "半句话"})
    workspace.settings.put({"route": "[]"})

    step_back(workspace)

    assert drafts.all_drafts(workspace) == {"note": "半句话"}
    assert workspace.settings.get("route", "") == "[]"


def test_the_lock_is_never_given_up_and_the_history_stays_append_only(
    workspace: Workspace, two: list[Path]
) -> None:
    merge_packages(workspace, two)
    step_back(workspace)

    with pytest.raises(WorkspaceBusyError):
        Workspace.open(workspace.path)
    with pytest.raises(Exception, match="append-only"):
        workspace.database.rows("DELETE FROM revision")


def test_a_file_that_came_too_stays_and_heals_what_it_healed(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    """The record was here, its file came with the merge."""
    zhou = laptop("zhou")
    evidence.add_content(zhou, PROVIDER, STAFF, "名册.pdf", b"content")
    path = package(zhou, tmp_path / "a.evpkg")
    merge_package(workspace, path)
    [digest] = workspace.evidence_files.digests()
    workspace.evidence_files.path(digest).unlink()
    workspace.projections.refresh([PROVIDER])
    merge_package(workspace, path)
    assert workspace.evidence_files.present(digest)

    step_back(workspace)

    assert workspace.evidence_files.present(digest)
    assert check(workspace, deep=True).problems == ()


def test_what_a_merge_erased_stays_erased(
    workspace: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    customers.add_customers(workspace, PROVIDER, [("王小明", "13812345678")])
    zhou = laptop("zhou", role="lead")
    merge_package(zhou, package(workspace, tmp_path / "customers.evpkg"))
    [customer] = zhou.record(PROVIDER).customers
    erase(zhou, customer=customer.id, reason="本人要求")
    merge_package(workspace, package(zhou, tmp_path / "erased.evpkg"))
    assert workspace.database.rows("SELECT count(*) FROM personal") == [(0,)]

    step_back(workspace)

    assert workspace.database.rows("SELECT count(*) FROM personal") == [(0,)]


def test_without_a_merge_or_its_backup_there_is_no_way_back(
    workspace: Workspace, two: list[Path]
) -> None:
    with pytest.raises(StepBackError):
        step_back(workspace)
    merge_packages(workspace, two)
    [backup] = workspace.backups.all()
    backup.unlink()
    rows = stored_rows(workspace)

    with pytest.raises(StepBackError):
        step_back(workspace)

    assert stored_rows(workspace) == rows


def _flip(backup: Path) -> None:
    content = bytearray(backup.read_bytes())
    for place in range(4096, len(content), 4096):
        content[place : place + 8] = bytes(8)  # what says of a page how it is read
    backup.write_bytes(bytes(content))


def _cut(backup: Path) -> None:
    os.truncate(backup, 9000)


def _empty(backup: Path) -> None:
    backup.write_bytes(b"")


@pytest.mark.parametrize("harm", [_flip, _cut, _empty])
def test_a_damaged_backup_changes_nothing(
    workspace: Workspace, two: list[Path], harm: Callable[[Path], None]
) -> None:
    merge_packages(workspace, two)
    rows = stored_rows(workspace)
    harm(workspace.backups.all()[0])

    with pytest.raises((StepBackError, StoreDamagedError)):
        step_back(workspace)

    assert stored_rows(workspace) == rows
    assert check(workspace).problems == ()


def test_a_backup_of_another_workspace_is_not_taken(
    workspace: Workspace, laptop: Laptop, two: list[Path]
) -> None:
    merge_packages(workspace, two)
    other = laptop("other")
    ratings.rate(other, PROVIDER, STAFF, "10")
    shutil.copy(other.backups.make(), workspace.backups.all()[0])

    with pytest.raises(StepBackError):
        step_back(workspace)


_SCRIPT = """
import sys
from pathlib import Path
from evaluator_desktop.operations.stepping_back import step_back
from evaluator_desktop.store.workspace import Workspace
with Workspace.open(Path(sys.argv[1])) as workspace:
    step_back(workspace)
print("back")
"""


@pytest.mark.parametrize("when", [1, 14, 30, 45, 55])
def test_a_kill_in_the_middle_leaves_one_state_or_the_other(
    workspace: Workspace, two: list[Path], when: int
) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed; no kill was tried")
    before = stored_rows(workspace)
    merge_packages(workspace, two)
    merged = stored_rows(workspace)
    workspace.close()
    file = workspace.path / "store.sqlite3"
    done = subprocess.run(
        [strace, "-qq", "-o", "/dev/null", f"-P{file}", f"-P{file}-journal", "-e",
         "trace=pwrite64", "-e", f"inject=pwrite64:signal=KILL:when={when}",
         sys.executable, "-c", _SCRIPT, workspace.path],
        check=False,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    if "ptrace" in done.stderr.lower():
        pytest.skip("this system does not let strace look; no kill was tried")

    with Workspace.open(workspace.path) as again:
        rows = stored_rows(again)
        assert rows in (before, merged)
        assert ("back" not in done.stdout) or rows == before
        assert check(again).problems == ()
        if rows == merged:
            step_back(again)
            assert stored_rows(again) == before
