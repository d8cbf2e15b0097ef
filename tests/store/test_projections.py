"""Rows that are derived: made anew where another version of the program left them."""

from evaluator_desktop.operations import ratings
from evaluator_desktop.store import settings
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF, stored_rows


def test_rows_of_another_version_are_made_anew_without_being_read(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    expected = stored_rows(workspace)
    with workspace.database.transaction():
        workspace.database.rows("UPDATE summary SET content = ?", b'{"of":"another version"}')
        workspace.settings.write({settings.PROJECTIONS: "0"})
    workspace.close()

    with Workspace.open(workspace.path) as again:
        assert stored_rows(again) == expected
