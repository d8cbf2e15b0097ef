"""Today's route: this computer's own note, in the order of the visits."""

from evaluator_desktop.operations.route import toggle_on_route
from evaluator_desktop.operations.undo import next_undo
from evaluator_desktop.store.queries.providers import provider_list, route
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import OTHER, PROVIDER, stored_rows


def test_a_provider_goes_to_the_end_and_off_again(workspace: Workspace) -> None:
    assert toggle_on_route(workspace, OTHER) == (OTHER,)
    assert toggle_on_route(workspace, PROVIDER) == (OTHER, PROVIDER)
    assert toggle_on_route(workspace, OTHER) == (PROVIDER,)
    assert route(workspace) == (PROVIDER,)


def test_it_is_no_part_of_the_history(workspace: Workspace) -> None:
    before = stored_rows(workspace)
    toggle_on_route(workspace, PROVIDER)
    assert stored_rows(workspace) == before
    assert next_undo(workspace) is None


def test_it_stays_when_the_workspace_is_opened_again(workspace: Workspace) -> None:
    toggle_on_route(workspace, PROVIDER)
    path = workspace.path
    workspace.close()
    with Workspace.open(path) as again:
        assert route(again) == (PROVIDER,)


def test_a_provider_that_is_gone_is_not_shown(workspace: Workspace) -> None:
    toggle_on_route(workspace, "00" * 16)
    toggle_on_route(workspace, PROVIDER)
    assert provider_list(workspace).route == (PROVIDER,)
