"""Records with several heads, as merges would leave them."""

from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations.conflicts import conflicts
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import PROVIDER, STAFF


def tear_rating(workspace: Workspace, *values: str) -> str:
    """Several people's heads of one rating, as merges would leave them; returns the conflict."""
    entity = derived_entity("rating", PROVIDER, STAFF, workspace.person)
    before = workspace.history.head_ids(entity)
    for value in values:
        ratings.rate(workspace, PROVIDER, STAFF, value, "说明", seen=before)
    [found] = [c for c in conflicts(workspace) if c.entity.id == entity]
    return found.id
