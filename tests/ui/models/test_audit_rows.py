"""Rows of 审计: words of a change, and clocks that claim too much."""

from datetime import UTC, datetime, timedelta

from evaluator_desktop.domain.bodies import Rating
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations.round import read_scheme
from evaluator_desktop.store.queries.audit import Wanted, audit_page
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.models.audit_rows import audit_heads, audit_row
from tests.workspaces import PROVIDER, STAFF, laptop, workspace, workspace_template

__all__ = ["laptop", "workspace", "workspace_template"]


def test_a_clock_far_ahead_is_marked(workspace: Workspace) -> None:
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    [entry] = audit_page(workspace, Wanted(kind=Rating.kind)).entries
    said = datetime.fromisoformat(entry.revision.at)

    now = audit_row(entry, read_scheme(), said.astimezone(UTC))
    ahead = audit_row(entry, read_scheme(), said.astimezone(UTC) - timedelta(hours=25))

    assert len(now) == len(audit_heads())
    assert (now[0].icon, ahead[0].icon) == ("", "warning")
    assert now[0].text == ahead[0].text
    assert ahead[0].note
