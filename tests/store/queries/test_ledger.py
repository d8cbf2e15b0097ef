"""The lead's ledger: who was assigned what, what has come back, in which package."""

from pathlib import Path

import pytest

from evaluator_desktop.domain.bodies import Submission
from evaluator_desktop.domain.history import derived_id
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.export import export_package
from evaluator_desktop.operations.merge import Trust, merge_package
from evaluator_desktop.operations.undo import undo
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.queries.ledger import Ledger, PersonLedger, ledger
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import CHEN, FEES, LEAD, OTHER, PROVIDER, STAFF, ZHOU, Laptop

TRUST = Trust(any_new=True)


def of(found: Ledger, person: str) -> PersonLedger:
    return next(one for one in found.persons if one.person == person)


def submit(workspace: Workspace) -> None:
    """As `submit` does once nothing blocks it any more."""
    body = Submission(provider=PROVIDER, person=workspace.person, covers=[])
    workspace.commit("submit", [Change(derived_id(body), Submission.kind, body)])


def test_nothing_is_assigned_yet(workspace: Workspace) -> None:
    found = ledger(workspace)

    assert [person.person for person in found.persons] == [LEAD, ZHOU, CHEN]
    assert not found.is_assigned
    assert set(found.unassigned) == {PROVIDER, OTHER}
    assert found.overlaps == ()


def test_what_is_assigned_and_what_has_come_back(
    workspace: Workspace, laptop: Laptop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps.assign(workspace, ZHOU, [PROVIDER])
    steps.assign(workspace, CHEN, [PROVIDER], [FEES, STAFF])
    export_package(workspace, tmp_path / "start.evpkg")
    with monkeypatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path / "user of zhou"))
        zhou = laptop("zhou")
        merge_package(zhou, tmp_path / "start.evpkg", trust=TRUST)
        for item in zhou.scheme.items:
            ratings.rate(zhou, PROVIDER, item.id, "90")
        submit(zhou)
        export_package(zhou, tmp_path / "work.evpkg")

    merge_package(workspace, tmp_path / "work.evpkg", trust=TRUST)
    workspace.act_as(CHEN)
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    ratings.rate(workspace, OTHER, FEES, "80")
    workspace.act_as(LEAD)
    found = ledger(workspace)

    ours, hers = of(found, ZHOU), of(found, CHEN)
    assert (ours.providers, ours.submitted, ours.items, ours.returned) == (1, 1, 15, 15)
    assert (ours.missing, ours.overlaps) == (0, 1)
    assert ours.last is not None
    assert (ours.last.file, ours.last.laptop) == ("work.evpkg", zhou.device.label)
    assert (hers.providers, hers.submitted, hers.items, hers.returned) == (1, 0, 2, 1)
    assert (hers.missing, hers.overlaps, hers.last) == (1, 1, None)
    shares = {share.provider: share for share in hers.shares}
    assert shares[PROVIDER].missing == (FEES,)
    assert (shares[OTHER].assigned, shares[OTHER].rated) == ((), (FEES,))
    (overlap,) = found.overlaps
    assert (overlap.provider, overlap.item) == (PROVIDER, STAFF)
    assert set(overlap.persons) == {ZHOU, CHEN}
    assert found.unassigned == (OTHER,)


def test_a_rating_taken_back_is_not_counted(workspace: Workspace) -> None:
    steps.assign(workspace, LEAD, [PROVIDER], [STAFF])
    assigned = ledger(workspace)
    ratings.rate(workspace, PROVIDER, STAFF, "80")

    undo(workspace)

    assert of(assigned, LEAD).missing == of(ledger(workspace), LEAD).missing == 1
