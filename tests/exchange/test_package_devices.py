"""Whose packages are believed: devices known, new or lost, and laptops that were copied."""

import os
from pathlib import Path

import pytest

from evaluator_desktop.operations import ratings
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.export import ExportWishes
from evaluator_desktop.operations.merge import (
    MergeStatus,
    Trust,
    merge_package,
)
from evaluator_desktop.store.device import KnownDevice, TrustedDevices
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.packages import in_order, members_of, signed
from tests.exchange.sealed import on_laptop
from tests.exchange.travellers import ALREADY, MERGED, exported
from tests.workspaces import (
    CHEN,
    LEAD,
    OTHER,
    PROVIDER,
    STAFF,
    ZHOU,
    Laptop,
    files_in,
    shared_rows,
    stored_rows,
)


@pytest.fixture
def foreign(
    laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Workspace, Path]:
    """A workspace and package of another account's; this one's user is the lead."""
    on_laptop(monkeypatch, tmp_path, "zhou")
    zhou = laptop("foreign")
    ratings.rate(zhou, PROVIDER, STAFF, "80")
    path = exported(zhou, tmp_path / "foreign.evpkg")
    on_laptop(monkeypatch, tmp_path, "lead")
    return zhou, path


def test_an_unknown_device_needs_a_yes(laptop: Laptop, foreign: tuple[Workspace, Path]) -> None:
    lead, (zhou, path) = laptop("lead", LEAD, "lead"), foreign
    assert lead.device.fingerprint != zhou.device.fingerprint
    before, files = stored_rows(lead), files_in(lead.path)

    result = merge_package(lead, path)
    assert result.status is MergeStatus.UNKNOWN_DEVICE
    assert zhou.device.fingerprint in result.message
    assert result.device == zhou.device.fingerprint
    assert stored_rows(lead) == before
    assert files_in(lead.path) == files
    assert TrustedDevices().all() == []

    digits = zhou.device.fingerprint.replace("-", " ")
    assert merge_package(lead, path, trust=Trust((digits,))).status is MERGED
    assert merge_package(lead, path).status is ALREADY  # from now on it is known


def test_a_yes_to_another_device_is_none_to_this(
    laptop: Laptop, foreign: tuple[Workspace, Path]
) -> None:
    lead, (_zhou, path) = laptop("lead", LEAD, "lead"), foreign

    for trust in (Trust(("12345-67890",)), Trust(("",)), Trust((lead.device.fingerprint,))):
        assert merge_package(lead, path, trust=trust).status is MergeStatus.UNKNOWN_DEVICE


def test_any_new_device_and_a_trial_that_remembers_nothing(
    laptop: Laptop, foreign: tuple[Workspace, Path]
) -> None:
    lead, (_zhou, path) = laptop("lead", LEAD, "lead"), foreign
    trust = Trust(any_new=True)

    assert merge_package(lead, path, trust=trust, dry_run=True).status is MERGED
    assert TrustedDevices().all() == []
    assert merge_package(lead, path, trust=trust).status is MERGED
    assert [d.trusted for d in TrustedDevices().all()] == [True]


def test_a_device_is_not_trusted_for_a_package_that_was_refused(
    laptop: Laptop, foreign: tuple[Workspace, Path], tmp_path: Path
) -> None:
    lead, (zhou, path) = laptop("lead", LEAD, "lead"), foreign
    members = members_of(path)
    members["revisions.jsonl"] = in_order([*members["revisions.jsonl"].splitlines(), b"{}"])
    bad = signed(tmp_path / "bad.evpkg", members, zhou.device)

    assert merge_package(lead, bad, trust=Trust(any_new=True)).status is MergeStatus.REFUSED
    assert TrustedDevices().all() == []


def test_a_lost_device_is_refused_whatever_is_said(
    laptop: Laptop, foreign: tuple[Workspace, Path]
) -> None:
    lead, (zhou, path) = laptop("lead", LEAD, "lead"), foreign
    TrustedDevices().remember(KnownDevice(zhou.device.fingerprint, "周明", trusted=True, lost=True))
    before = stored_rows(lead)

    for trust in (Trust(), Trust(any_new=True), Trust((zhou.device.fingerprint,))):
        assert merge_package(lead, path, trust=trust).status is MergeStatus.UNKNOWN_DEVICE
    assert stored_rows(lead) == before


def test_the_key_is_for_its_owner_alone_and_never_in_a_workspace(
    workspace: Workspace, tmp_path: Path
) -> None:
    key = Path(os.environ["XDG_CONFIG_HOME"]) / "evaluator-desktop" / "device.key"
    assert key.stat().st_mode & 0o077 == 0
    secret = key.read_bytes().splitlines()[1]
    path = exported(workspace, tmp_path / "a.evpkg")
    workspace.close()

    for file in [path, *workspace.path.rglob("*")]:
        assert not file.is_file() or secret not in file.read_bytes()


def test_a_copied_laptop_has_a_run_of_its_own(
    zhou: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    twin = laptop("twin")
    ratings.rate(twin, OTHER, STAFF, "70")

    assert twin.session.run != zhou.session.run
    assert merge_package(zhou, exported(twin, tmp_path / "twin.evpkg")).status is MERGED
    assert zhou.history.forked_runs() == set()


def test_a_run_that_was_continued_twice_is_kept_whole_and_said(
    workspace: Workspace, zhou: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    twin = laptop("twin")
    twin.session.run = zhou.session.run  # memory restored from an image: the same run goes on
    ratings.rate(twin, OTHER, STAFF, "70")
    first = merge_package(workspace, exported(zhou, tmp_path / "zhou.evpkg"))

    second = merge_package(workspace, exported(twin, tmp_path / "twin.evpkg"))

    assert (first.status, second.status) == (MERGED, MERGED)
    assert workspace.history.forked_runs() == {zhou.session.run}
    assert workspace.record(PROVIDER).raters == (ZHOU,)
    assert workspace.record(OTHER).raters == (ZHOU,)
    assert len(second.message) > len(first.message)  # the fork is said
    twin_again = merge_package(twin, exported(workspace, tmp_path / "all.evpkg"))
    assert twin_again.status is MERGED
    assert shared_rows(twin)["revision"] == shared_rows(workspace)["revision"]


def test_a_restored_laptop_gets_its_own_work_back(
    workspace: Workspace, zhou: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    merge_package(workspace, exported(zhou, tmp_path / "zhou.evpkg"))
    restored = laptop("restored")  # from the template: without the rating

    assert merge_package(restored, exported(workspace, tmp_path / "a.evpkg")).status is MERGED
    assert shared_rows(restored)["revision"] == shared_rows(zhou)["revision"]


def test_a_gap_is_refused_and_names_what_to_merge_first(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    receipt = exported(zhou, tmp_path / "first.evpkg")
    ratings.rate(zhou, PROVIDER, STAFF, "81")
    rest = exported(zhou, tmp_path / "rest.evpkg", ExportWishes(since=receipt))
    before = stored_rows(workspace)

    result = merge_package(workspace, rest)

    assert result.status is MergeStatus.REFUSED
    assert ZHOU in result.message
    assert stored_rows(workspace) == before
    assert merge_package(workspace, receipt).status is MERGED
    assert merge_package(workspace, rest).status is MERGED


def test_work_left_out_for_somebody_else_is_a_gap_here(
    workspace: Workspace, zhou: Workspace, laptop: Laptop, tmp_path: Path
) -> None:
    """Nothing in it rests on what is missing, and still something is missing."""
    receipt = exported(zhou, tmp_path / "first.evpkg")
    chen = laptop("chen", CHEN)
    merge_package(chen, receipt)
    ratings.rate(chen, OTHER, STAFF, "70")
    rest = exported(chen, tmp_path / "rest.evpkg", ExportWishes(since=receipt))

    assert merge_package(workspace, rest).status is MergeStatus.REFUSED
    assert workspace.record(OTHER).raters == ()
    assert merge_package(zhou, rest).status is MERGED


def test_an_empty_workspace_begins_from_a_package(zhou: Workspace, tmp_path: Path) -> None:
    path = exported(zhou, tmp_path / "task.evpkg")
    with Workspace.create(tmp_path / "new", person=CHEN, role="evaluator") as new:
        assert merge_package(new, path).status is MERGED
        assert new.info.id == zhou.info.id
        assert shared_rows(new) == shared_rows(zhou)
        ratings.rate(new, PROVIDER, STAFF, "70")
        assert check(new).problems == ()


def test_an_empty_workspace_does_not_begin_from_a_part_of_a_round(
    zhou: Workspace, tmp_path: Path
) -> None:
    receipt = exported(zhou, tmp_path / "task.evpkg")
    ratings.rate(zhou, PROVIDER, STAFF, "81")
    rest = exported(zhou, tmp_path / "rest.evpkg", ExportWishes(since=receipt))
    with Workspace.create(tmp_path / "new", person=CHEN, role="evaluator") as new:
        assert merge_package(new, rest).status is MergeStatus.REFUSED
        assert new.round is None
        assert new.history.count() == 0
