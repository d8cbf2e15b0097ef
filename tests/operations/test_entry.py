"""Recording what an entry condition asks for (D12)."""

from typing import Any

import pytest

from evaluator_desktop.domain.bodies import SchemeInUse
from evaluator_desktop.domain.entry import entry_results
from evaluator_desktop.errors import FieldsError
from evaluator_desktop.operations.entry import LARGEST, record_entry_fact
from evaluator_desktop.operations.undo import undo
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER


def check_conditions(workspace: Workspace) -> None:
    """Put a scheme into use that checks the conditions of 2022."""
    document: dict[str, Any] = dict(workspace.scheme.document)
    document["parameters"] = {**document["parameters"], "entry_checklist": True}
    (entity,) = workspace.history.entities(kind=SchemeInUse.kind)
    body = SchemeInUse(workspace.info.id, document)
    workspace.commit("set_scheme", [Change(entity.id, entity.kind, body, entity.head_ids)])


def found(workspace: Workspace) -> str | None:
    return entry_results(workspace.assessment(PROVIDER))[2].text


def test_d12_a_number_is_recorded_and_taken_back(workspace: Workspace) -> None:
    check_conditions(workspace)
    assert found(workspace) is None

    record_entry_fact(workspace, PROVIDER, "staff", 14)
    record_entry_fact(workspace, PROVIDER, "staff", 15)
    assert found(workspace) == "15"
    undo(workspace)
    assert found(workspace) == "14"


@pytest.mark.parametrize(
    ("condition", "value"),
    [
        *(("satisfaction", 95), ("enterprises", 120), ("nonsense", 1)),
        *(("staff", -1), ("staff", LARGEST + 1)),
    ],
)
def test_d12_what_is_known_by_itself_or_out_of_bounds_is_refused(
    workspace: Workspace, condition: str, value: int
) -> None:
    check_conditions(workspace)

    with pytest.raises(FieldsError):
        record_entry_fact(workspace, PROVIDER, condition, value)


def test_d12_a_scheme_without_the_checklist_takes_none(workspace: Workspace) -> None:
    with pytest.raises(FieldsError):
        record_entry_fact(workspace, PROVIDER, "staff", 15)
