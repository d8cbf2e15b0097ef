"""What evaluators may see of a provider before they submit (D10a)."""

from evaluator_desktop.domain.bodies import Lock, Rating, Submission
from evaluator_desktop.domain.history import derived_id
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations import round as steps
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.queries.providers import provider_list
from evaluator_desktop.store.queries.seen import seen_assessment, seen_provider, seen_rows
from evaluator_desktop.store.queries.workbench import workbench_view
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import CHEN, FEES, LEAD, PROVIDER, STAFF, ZHOU


def rate(workspace: Workspace, person: str, item: str, value: str) -> None:
    workspace.act_as(person)
    ratings.rate(workspace, PROVIDER, item, value, "依据充分")


def test_what_is_hidden_makes_no_finding_that_is_not_true(workspace: Workspace) -> None:
    for person in (ZHOU, CHEN):
        steps.assign(workspace, person, [PROVIDER])
    rate(workspace, ZHOU, STAFF, "60")
    for item in workspace.scheme.items:
        rate(workspace, CHEN, item.id, "90")
    workspace.act_as(LEAD)
    ratings.set_consensus(workspace, PROVIDER, STAFF, "85", "两人复议")

    workspace.act_as(ZHOU)
    seen, is_partial = seen_assessment(workspace, workspace.record(PROVIDER))

    full = workspace.assessment(PROVIDER).findings
    assert is_partial
    assert [finding.text for finding in seen.findings if finding not in full] == []
    assert [finding for finding in seen.findings if finding.params.get("person") == ZHOU]


def test_a_list_has_no_figure_with_ratings_that_are_hidden(workspace: Workspace) -> None:
    for item in workspace.scheme.items:
        rate(workspace, CHEN, item.id, "90")
    rate(workspace, ZHOU, STAFF, "88")

    def figures(person: str) -> set[object]:
        workspace.act_as(person)
        (row,) = (r for r in provider_list(workspace).rows if r.provider == PROVIDER)
        assert (row.rated, row.items) == (15, 15)
        return {row.score, row.points_so_far, row.class_id}

    assert figures(ZHOU) == {None}
    assert seen_provider(workspace, PROVIDER).score is None
    assert None not in figures(LEAD)
    workspace.act_as(ZHOU)
    submission = Submission(PROVIDER, ZHOU, covers=[])
    workspace.commit("submit", [Change(derived_id(submission), Submission.kind, submission)])
    assert None not in figures(ZHOU)


def test_what_nobody_else_rated_is_in_the_list(workspace: Workspace) -> None:
    rate(workspace, ZHOU, STAFF, "88")

    assert [row.points_so_far for row in seen_rows(workspace) if row.provider == PROVIDER] != [None]


def test_everybody_sees_a_locked_provider_in_the_workbench_too(workspace: Workspace) -> None:
    rate(workspace, ZHOU, FEES, "80")
    lock = Lock(PROVIDER, locked=True, version=1, reason="", covers=[])
    workspace.commit("lock", [Change(derived_id(lock), Lock.kind, lock)])

    workspace.act_as(CHEN)
    view = workbench_view(workspace, PROVIDER)
    seen, is_partial = seen_assessment(workspace, workspace.record(PROVIDER))

    assert (view.is_blind, is_partial) == (False, False)
    assert [rating.body for rating in view.assessment.item(FEES).ratings] == [
        Rating(PROVIDER, FEES, ZHOU, "80", "依据充分")
    ]
    assert seen.item(FEES).ratings == view.assessment.item(FEES).ratings
