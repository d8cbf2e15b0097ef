"""What stands in a workspace, to compare before and after undo; work to take back."""

from evaluator_desktop.domain import canonical
from evaluator_desktop.operations import evidence, ratings
from evaluator_desktop.operations import round as steps
from evaluator_desktop.store.workspace import Workspace
from tests.operations.differing import tear_rating
from tests.workspaces import PROVIDER, STAFF

State = dict[str, list[bytes]]


def state(workspace: Workspace) -> State:
    """What every entity says now; withdrawn ones say nothing."""
    found: State = {}
    rows = workspace.database.rows("SELECT DISTINCT entity FROM head")
    for entity_id in (row[0].hex() for row in rows):
        entity = workspace.history.entity(entity_id)
        assert entity is not None
        said = sorted(canonical.encode(h.body) for h in entity.heads if h.body is not None)
        if said:
            found[entity_id] = said
    return found


def attached(workspace: Workspace) -> str:
    added = evidence.add_content(workspace, PROVIDER, STAFF, "名册.pdf", b"x")
    return added.files[0][0]


def rated_everywhere(workspace: Workspace) -> None:
    for item in workspace.scheme.items:
        ratings.rate(workspace, PROVIDER, item.id, "0", "无材料")


def submitted(workspace: Workspace) -> None:
    rated_everywhere(workspace)
    steps.submit(workspace, PROVIDER)


def disagreed(workspace: Workspace) -> str:
    """Two heads of one rating, as a merge would bring them; returns the conflict's id."""
    ratings.rate(workspace, PROVIDER, STAFF, "80")
    return tear_rating(workspace, "81", "60")
