"""The list of findings of a round, and the ranks behind it (D10a, D11)."""

from typing import Any

from evaluator_desktop.domain.bodies import SchemeInUse
from evaluator_desktop.domain.ranking import Rank
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.queries.findings import (
    provider_findings,
    round_findings,
    round_overview,
)
from evaluator_desktop.store.queries.ranks import ranks_for_classes, round_ranks
from evaluator_desktop.store.queries.seen import seen_assessment
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import LEAD, OTHER, PROVIDER, STAFF, ZHOU


def rate_everything(workspace: Workspace, provider: str, value: str) -> None:
    for item in workspace.scheme.items:
        ratings.rate(workspace, provider, item.id, value, "依据")


def set_quota(workspace: Workspace, quota: int) -> None:
    document: dict[str, Any] = dict(workspace.scheme.document)
    document["parameters"] = {**document["parameters"], "class_quota": quota}
    (entity,) = workspace.history.entities(kind=SchemeInUse.kind)
    body = SchemeInUse(workspace.info.id, document)
    workspace.commit("set_scheme", [Change(entity.id, entity.kind, body, entity.head_ids)])


def class_of(workspace: Workspace, provider: str) -> str | None:
    ranks = ranks_for_classes(workspace)
    band = seen_assessment(workspace, workspace.record(provider), ranks)[0].class_band
    return band.id if band else None


def test_d11_the_first_class_goes_by_rank_under_a_quota(workspace: Workspace) -> None:
    assert ranks_for_classes(workspace) == {}
    set_quota(workspace, 1)
    rate_everything(workspace, PROVIDER, "70")
    rate_everything(workspace, OTHER, "65")

    assert round_ranks(workspace) == {PROVIDER: Rank(1), OTHER: Rank(2)}
    assert (class_of(workspace, PROVIDER), class_of(workspace, OTHER)) == ("excellent", "passed")
    assert [f.rule for f in provider_findings(workspace, OTHER) if f.rule == "D11"] == []


def test_d11_a_tie_over_the_quota_is_said_everywhere(workspace: Workspace) -> None:
    set_quota(workspace, 1)
    for provider in (PROVIDER, OTHER):
        rate_everything(workspace, provider, "70")

    assert (class_of(workspace, PROVIDER), class_of(workspace, OTHER)) == ("excellent",) * 2
    for provider in (PROVIDER, OTHER):
        assert [f.place for f in provider_findings(workspace, provider) if f.rule == "D11"] == [
            "round"
        ]
        warnings = prepare_provider_report(workspace, provider).warnings
        assert {f.text for f in provider_findings(workspace, provider) if f.rule == "D11"} <= set(
            warnings
        )
    assert [f.rule for f in round_overview(workspace).findings] == ["D11", "D1"]
    listed = [(one.provider, one.finding.rule) for one in round_findings(workspace)]
    assert [rule for row, rule in listed if row is None] == ["D11", "D1"]
    assert "D11" not in {rule for row, rule in listed if row is not None}


def test_the_overview_counts_what_the_list_says(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "50")
    found = list(round_findings(workspace))

    for row in round_overview(workspace).providers:
        everything = provider_findings(workspace, row.provider)
        assert row.blocking + row.warnings == len(everything)
        own = [one.finding for one in found if one.provider and one.provider == row]
        assert own == [f for f in everything if f.place != "round"]
    blocking = [row.blocking for row in round_overview(workspace).providers]
    assert blocking == sorted(blocking, reverse=True)


def test_d10a_no_rank_tells_of_a_score_that_is_hidden(workspace: Workspace) -> None:
    rate_everything(workspace, PROVIDER, "70")
    workspace.act_as(ZHOU)
    rate_everything(workspace, OTHER, "65")

    assert round_ranks(workspace) == {}
    workspace.act_as(LEAD)
    assert len(round_ranks(workspace)) == 2


def test_d10a_an_assessment_with_hidden_ratings_has_no_rank(workspace: Workspace) -> None:
    rate_everything(workspace, PROVIDER, "80")
    workspace.act_as(ZHOU)

    shown, is_partial = seen_assessment(workspace, workspace.record(PROVIDER), {PROVIDER: Rank(1)})

    assert is_partial
    assert shown.rank is None
