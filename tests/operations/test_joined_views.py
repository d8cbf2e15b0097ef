"""How two providers that were joined are seen as one: in lists, history, pages and on the route."""

from evaluator_desktop.domain.finding import Severity
from evaluator_desktop.operations import (
    evidence,
    ratings,
)
from evaluator_desktop.operations.joining import join, part
from evaluator_desktop.operations.route import toggle_on_route
from evaluator_desktop.store import settings
from evaluator_desktop.store.queries.deliberation import round_calibration
from evaluator_desktop.store.queries.history import history_entries
from evaluator_desktop.store.queries.providers import provider_list
from evaluator_desktop.store.queries.workbench import workbench_view
from evaluator_desktop.store.workspace import Workspace
from tests.joined_providers import GOES, STAYS, WHY, joined, rated, settle_everything, submitted
from tests.workspaces import (
    CHEN,
    CODE,
    LEAD,
    OTHER,
    OTHER_CODE,
    PROVIDER,
    STAFF,
    ZHOU,
    Laptop,
)


def test_the_history_of_the_one_is_that_of_both(workspace: Workspace) -> None:
    rated(workspace, "80", "70")
    joined(workspace)

    entries = list(history_entries(workspace, STAYS))

    assert {
        (e.new["provider"], e.new["value"]) for e in entries if e.revision.kind == "rating"
    } == {
        (PROVIDER, "80"),
        (OTHER, "70"),
    }
    assert [e.new["reason"] for e in entries if e.revision.kind == "alias"] == [WHY]
    lines = workbench_view(workspace, GOES).records[STAFF]
    assert len(lines) == 2


def test_pages_hear_of_both_and_of_the_one_that_stays(workspace: Workspace) -> None:
    assert join(workspace, PROVIDER, OTHER, WHY).providers == {PROVIDER, OTHER}
    assert ratings.rate(workspace, GOES, STAFF, "80").providers >= {STAYS}
    added = evidence.add_content(workspace, GOES, STAFF, "a.pdf", b"a")
    assert added.changes.providers >= {STAYS}
    assert part(workspace, PROVIDER, OTHER, "不是").providers >= {PROVIDER, OTHER}


def test_the_route_goes_there_once(workspace: Workspace) -> None:
    toggle_on_route(workspace, GOES)
    toggle_on_route(workspace, STAYS)
    joined(workspace)
    assert provider_list(workspace).route == (STAYS,)


def test_an_opened_workspace_knows_who_is_joined(workspace: Workspace) -> None:
    joined(workspace)
    path = workspace.path
    workspace.close()
    with Workspace.open(path) as again:
        assert again.record(GOES).id == STAYS


def test_ratings_of_both_stay_hidden_until_one_has_submitted(laptop: Laptop) -> None:
    """D10a: whoever may not see the ratings of the one sees none of either in the history."""
    lead, chen = laptop("lead", LEAD, "lead"), CHEN
    ratings.rate(lead, GOES, STAFF, "70")
    join(lead, PROVIDER, OTHER, WHY)
    lead.settings.put({settings.ROLE: "evaluator", settings.PERSON: chen})
    lead.act_as(chen)

    (entry,) = [e for e in history_entries(lead, STAYS) if e.revision.kind == "rating"]
    assert not entry.new["value"]
    submitted(lead, STAYS)
    (entry,) = [
        e
        for e in history_entries(lead, GOES)
        if e.revision.kind == "rating" and e.revision.author == LEAD
    ]
    assert entry.new["value"] == "70"


def test_evaluators_are_compared_over_the_one(workspace: Workspace) -> None:
    ratings.rate(workspace, STAYS, STAFF, "80")
    workspace.act_as(ZHOU)
    ratings.rate(workspace, GOES, STAFF, "70")
    workspace.act_as(LEAD)
    joined(workspace)
    assert round_calibration(workspace).overlap == 1


def test_who_submitted_both_submitted_the_one(workspace: Workspace) -> None:
    for provider in (STAYS, GOES):
        submitted(workspace, provider)

    record = joined(workspace)

    assert record.state == "submitted"
    assert "submission" not in {entity.kind for entity in record.conflicts}
    settle_everything(workspace)
    findings = workspace.assessment(STAYS).findings
    assert not [f for f in findings if f.severity is Severity.BLOCKS_SUBMISSION and f.rule == "D3a"]


def test_the_list_finds_the_one_by_all_that_it_is_called(workspace: Workspace) -> None:
    joined(workspace)
    (row,) = workspace.projections.all()
    assert all(row.matches(text) for text in ("苏州咨询", "雁栖管理", CODE.casefold()[-6:]))
    assert row.matches(OTHER_CODE.casefold())
    settle_everything(workspace)
    (row,) = workspace.projections.all()
    assert row.also == ()
