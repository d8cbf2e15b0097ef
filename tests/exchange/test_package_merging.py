"""Merging good packages: whom to believe, what heals, what a clone does, what a failure leaves."""

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.operations import evidence, ratings, shop, verification
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.check import check
from evaluator_desktop.operations.conflicts import conflicts
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.operations.merge import (
    MergeStatus,
    PackageResult,
    Trust,
    merge_package,
    merge_packages,
)
from evaluator_desktop.store.device import KnownDevice, TrustedDevices
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import set_language
from tests.exchange.packages import in_order, members_of, signed
from tests.exchange.sealed import on_laptop
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
    files_in,
    make_workspace,
    shared_rows,
    stored_rows,
)

MERGED, ALREADY = MergeStatus.MERGED, MergeStatus.ALREADY_MERGED
CONTENT = b"content of a file"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def zhou(laptop: Laptop) -> Workspace:
    found = laptop("zhou")
    ratings.rate(found, PROVIDER, STAFF, "80")
    evidence.add_content(found, PROVIDER, STAFF, "名册.pdf", CONTENT)
    return found


def exported(workspace: Workspace, path: Path, wishes: ExportWishes | None = None) -> Path:
    return export_package(workspace, path, wishes).path


# --- union ------------------------------------------------------------------------------------


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


def test_a_cancelled_merge_leaves_nothing_half_done(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    path = exported(zhou, tmp_path / "a.evpkg")
    before, files = stored_rows(workspace), files_in(workspace.path)

    with pytest.raises(CancelledError):
        merge_packages(workspace, [path], progress=_Impatient(0))

    assert stored_rows(workspace) == before
    assert files_in(workspace.path) == files


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


# --- devices ----------------------------------------------------------------------------------


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


# --- clones, restored backups -----------------------------------------------------------------


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


# --- evidence ---------------------------------------------------------------------------------


def test_evidence_that_is_missing_is_said_and_heals_when_it_comes(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    task = ExportWishes(task_person=CHEN, task_providers=(OTHER,))
    merge_package(workspace, exported(zhou, tmp_path / "task.evpkg", task))
    assert [f.rule for f in workspace.assessment(PROVIDER).findings if f.rule == "files"]
    row = workspace.projections.get(PROVIDER)
    assert row is not None
    missing = row.missing

    result = merge_package(workspace, exported(zhou, tmp_path / "whole.evpkg"))

    assert (result.status, result.new_revisions, result.new_evidence) == (MERGED, 0, 1)
    assert not [f for f in workspace.assessment(PROVIDER).findings if f.rule == "files"]
    row = workspace.projections.get(PROVIDER)
    assert row is not None
    assert row.missing == missing - 1
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


# --- failures ---------------------------------------------------------------------------------


def test_a_verified_backup_is_made_before_each_merge(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    count, path = workspace.history.count(), exported(zhou, tmp_path / "a.evpkg")
    merge_package(workspace, path)

    [backup] = workspace.backups.all()
    with closing(sqlite3.connect(backup)) as copy:
        assert copy.execute("SELECT count(*) FROM revision").fetchone() == (count,)
    merge_package(workspace, path)  # nothing new: no backup either
    assert workspace.backups.all() == [backup]


def test_a_failure_in_the_middle_takes_all_back(
    workspace: Workspace, zhou: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, before = exported(zhou, tmp_path / "a.evpkg"), stored_rows(workspace)

    def fail(_providers: object) -> None:
        raise RuntimeError("planted")

    with monkeypatch.context() as patch:
        patch.setattr(workspace.projections, "refresh", fail)
        with pytest.raises(RuntimeError, match="planted"):
            merge_package(workspace, path)

    assert stored_rows(workspace) == before
    assert workspace.info.body.name
    assert merge_package(workspace, path).status is MERGED
    assert shared_rows(workspace) == shared_rows(zhou)


_KILLED = """
import os, sys
from pathlib import Path
from evaluator_desktop.operations.merge import merge_package
from evaluator_desktop.store import union, workspace
where = sys.argv[3]
def killed(*_a, **_k): os.kill(os.getpid(), 9)
if where == "rows": union._head = killed
elif where == "log": workspace.Workspace.refresh = killed
ws = workspace.Workspace.open(Path(sys.argv[1]))
if where == "commit":
    real = ws.database.peewee.commit
    ws.database.peewee.commit = killed
elif where == "files":
    ws.evidence_files.put = killed
merge_package(ws, Path(sys.argv[2]))
print("not killed")
"""


@pytest.mark.parametrize("where", ["files", "rows", "log"])
def test_a_merge_that_was_killed_is_done_again_to_the_same_end(
    workspace: Workspace, zhou: Workspace, tmp_path: Path, where: str
) -> None:
    path, before = exported(zhou, tmp_path / "a.evpkg"), stored_rows(workspace)
    workspace.close()
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, workspace.path, path, where],
        check=False,
        capture_output=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == -signal.SIGKILL, done.stdout + done.stderr

    with Workspace.open(workspace.path) as again:
        assert stored_rows(again) == before
        assert check(again).problems == ()
        assert merge_package(again, path).status is MERGED
        assert shared_rows(again) == shared_rows(zhou)
        assert list((again.path / "staging").iterdir()) == []
        assert list((again.path / "evidence" / "incoming").glob("*")) == []


def test_two_merges_at_once_into_one_workspace_are_kept_apart(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    """The second process is told who has it and changes nothing."""
    path = exported(zhou, tmp_path / "a.evpkg")
    done = subprocess.run(
        [sys.executable, "-c", _KILLED, workspace.path, path, ""],
        check=False,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )

    assert "WorkspaceBusyError" in done.stderr
    assert merge_package(workspace, path).status is MERGED


def test_a_package_that_vanishes_meanwhile_is_refused(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    """The stick is pulled while it is read: what is read comes from a copy of our own."""
    evidence.add_content(zhou, PROVIDER, STAFF, "录像.mp4", os.urandom(8 << 20))
    path = exported(zhou, tmp_path / "a.evpkg")
    results: list[PackageResult | EvaluatorError] = []

    def pull() -> None:
        time.sleep(0.002)
        path.unlink()

    thread = threading.Thread(target=pull)
    thread.start()
    try:
        results.append(merge_package(workspace, path))
    except EvaluatorError as error:
        results.append(error)
    thread.join()

    [result] = results
    assert isinstance(result, PackageResult)
    assert result.status in (MERGED, MergeStatus.REFUSED)
    assert check(workspace, deep=True).problems == ()


def test_the_lock_survives_export_and_merge(
    workspace: Workspace, zhou: Workspace, tmp_path: Path
) -> None:
    merge_package(workspace, exported(zhou, tmp_path / "a.evpkg"))
    exported(workspace, tmp_path / "b.evpkg")
    check(workspace, deep=True)
    script = (
        "import sqlite3, sys\n"
        "try: sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM revision')\n"
        "except sqlite3.OperationalError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, workspace.path / "store.sqlite3"],
        check=True,
        capture_output=True,
        text=True,
    )

    assert "locked" in done.stdout


def test_rounds_that_began_apart_never_meet(workspace: Workspace, tmp_path: Path) -> None:
    make_workspace(tmp_path / "other")
    with Workspace.open(tmp_path / "other") as other:
        path = exported(other, tmp_path / "other.evpkg")

    assert merge_package(workspace, path).status is MergeStatus.OTHER_ROUND
