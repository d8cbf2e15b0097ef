"""The lead's decision on the class that false material proposes (D5, D11)."""

import pytest

from evaluator_desktop.domain.bodies import ClassDecision
from evaluator_desktop.errors import ReasonMissingError, RoleError, StepError
from evaluator_desktop.operations import evidence, ratings, verification
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.classes import decide_class
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF, ZHOU, stored_rows


@pytest.fixture
def false_file(workspace: Workspace) -> str:
    file = evidence.add_content(workspace, PROVIDER, STAFF, "a.pdf", b"x").files[0][0]
    verification.record_outcome(workspace, file, "false", note="系伪造")
    return file


def decide(workspace: Workspace, *, confirmed: bool = True, reason: str = "见笔录") -> None:
    decide_class(workspace, PROVIDER, confirmed=confirmed, reason=reason)


def decision(workspace: Workspace) -> ClassDecision:
    entity = workspace.assessment(PROVIDER).class_decision
    assert entity is not None
    assert entity.body is not None
    return entity.body


def blocking(workspace: Workspace) -> list[str]:
    found = workspace.assessment(PROVIDER).findings
    return [f.rule for f in found if (f.place, f.severity) == ("provider", "blocks_final")]


@pytest.mark.parametrize("confirmed", [True, False])
def test_d5_a_decision_covers_the_heads_it_was_made_on(
    workspace: Workspace, false_file: str, confirmed: bool
) -> None:
    assert blocking(workspace) == ["D5"]
    decide(workspace, confirmed=confirmed)

    body = decision(workspace)
    (outcome,) = workspace.record(PROVIDER).entities["outcome"]
    assert body == ClassDecision(PROVIDER, "failed", confirmed, "见笔录", list(outcome.head_ids))
    assert blocking(workspace) == []
    band = workspace.assessment(PROVIDER).class_band
    assert (band.id if band else None) == ("failed" if confirmed else None)


def test_d5_a_flagged_provider_can_be_locked_once_it_is_decided(
    workspace: Workspace, false_file: str
) -> None:
    for item in workspace.scheme.items:
        ratings.rate(workspace, PROVIDER, item.id, "0", "无材料")
    steps.submit(workspace, PROVIDER)
    with pytest.raises(StepError):
        steps.lock(workspace, PROVIDER)

    decide(workspace)
    steps.lock(workspace, PROVIDER)

    assert workspace.record(PROVIDER).state == "locked"


def test_d5_what_comes_late_waits_for_another_decision(
    workspace: Workspace, false_file: str
) -> None:
    decide(workspace)
    more = evidence.add_content(workspace, PROVIDER, STAFF, "b.pdf", b"y").files[0][0]
    verification.record_outcome(workspace, more, "false", note="又一份")
    assert blocking(workspace) == ["D5"]

    decide(workspace, reason="两份均系伪造")

    assert blocking(workspace) == []
    assert len(decision(workspace).covers) == 2


def test_d5_a_decision_covers_nothing_that_came_in_behind_the_screen(
    workspace: Workspace, false_file: str
) -> None:
    shown = sorted(workspace.assessment(PROVIDER).false_heads)
    more = evidence.add_content(workspace, PROVIDER, STAFF, "b.pdf", b"y").files[0][0]
    verification.record_outcome(workspace, more, "false", note="又一份")

    decide_class(workspace, PROVIDER, confirmed=False, reason="笔误", covers=shown)

    assert decision(workspace).covers == shown
    assert blocking(workspace) == ["D5"]


def test_d5_a_decision_whose_grounds_are_gone_is_declined(
    workspace: Workspace, false_file: str
) -> None:
    decide(workspace)
    verification.record_outcome(workspace, false_file, "verified")
    assert blocking(workspace) == ["D5"]
    with pytest.raises(StepError):
        decide(workspace)

    decide(workspace, confirmed=False, reason="核实为真")

    assert blocking(workspace) == []
    assert (decision(workspace).covers, decision(workspace).confirmed) == ([], False)


def test_d5_without_false_material_there_is_nothing_to_decide(workspace: Workspace) -> None:
    before = stored_rows(workspace)

    for confirmed in (True, False):
        with pytest.raises(StepError):
            decide(workspace, confirmed=confirmed)

    assert stored_rows(workspace) == before


def test_d5_the_decision_is_a_leads_and_has_a_reason(workspace: Workspace, false_file: str) -> None:
    with pytest.raises(ReasonMissingError):
        decide(workspace, reason=" ")
    workspace.act_as(ZHOU)
    with pytest.raises(RoleError):
        decide(workspace)
