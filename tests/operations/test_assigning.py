"""Taking assignments back, and the list of persons."""

import pytest

from evaluator_desktop.domain.bodies import EVALUATOR, LEAD, Lock
from evaluator_desktop.domain.history import derived_id
from evaluator_desktop.errors import FieldsError, LockedProviderError, RoleError
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.assigning import unassign
from evaluator_desktop.operations.people import list_person
from evaluator_desktop.operations.undo import undo
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import CHEN, OTHER, PROVIDER, STAFF, ZHOU
from tests.workspaces import LEAD as LIN


def assigned(workspace: Workspace, provider: str = PROVIDER) -> tuple[str, ...]:
    return workspace.record(provider).assigned


def test_what_is_taken_back_is_no_longer_assigned(workspace: Workspace) -> None:
    steps.assign(workspace, ZHOU, [PROVIDER, OTHER])
    steps.assign(workspace, CHEN, [PROVIDER])
    workspace.act_as(ZHOU)
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    workspace.act_as(LIN)

    changes = unassign(workspace, ZHOU, [PROVIDER])

    assert changes.providers == {PROVIDER}
    assert assigned(workspace) == (CHEN,)
    assert assigned(workspace, OTHER) == (ZHOU,)
    assert workspace.record(PROVIDER).raters == (ZHOU,)
    undo(workspace)
    assert assigned(workspace) == tuple(sorted((CHEN, ZHOU)))


def test_it_can_be_assigned_again(workspace: Workspace) -> None:
    steps.assign(workspace, ZHOU, [PROVIDER])
    unassign(workspace, ZHOU, [PROVIDER, OTHER])

    steps.assign(workspace, ZHOU, [PROVIDER], [STAFF])

    assert assigned(workspace) == (ZHOU,)
    assert not workspace.record(PROVIDER).conflicts


def test_what_was_never_assigned_is_said(workspace: Workspace) -> None:
    with pytest.raises(FieldsError):
        unassign(workspace, ZHOU, [PROVIDER])


def test_taking_back_is_for_leads_and_not_from_a_locked_provider(workspace: Workspace) -> None:
    steps.assign(workspace, ZHOU, [PROVIDER])
    workspace.act_as(ZHOU)
    with pytest.raises(RoleError):
        unassign(workspace, ZHOU, [PROVIDER])
    with pytest.raises(RoleError):
        list_person(workspace, "何书语", EVALUATOR)
    workspace.act_as(LIN)
    lock = Lock(provider=PROVIDER, locked=True, version=1, reason="", covers=[])
    workspace.commit("lock", [Change(derived_id(lock), Lock.kind, lock)])
    with pytest.raises(LockedProviderError):
        unassign(workspace, ZHOU, [PROVIDER])


def test_a_person_is_listed_once(workspace: Workspace) -> None:
    list_person(workspace, " 何书语 ", EVALUATOR)
    list_person(workspace, "何书语", LEAD)

    persons = workspace.info.body.persons
    assert [(p.name, p.role) for p in persons if p.name == "何书语"] == [("何书语", LEAD)]
    assert persons[0].name == LIN
    with pytest.raises(FieldsError):
        list_person(workspace, "  ", EVALUATOR)
