"""What the shop page reads besides the assessment of one provider."""

from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.workspace import Workspace


def shop_choices(workspace: Workspace) -> list[Summary]:
    """Return the providers to choose from, by name."""
    return sorted(workspace.projections.all(), key=lambda row: row.by_name)
