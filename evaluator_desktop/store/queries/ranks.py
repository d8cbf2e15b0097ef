"""The ranks of the round as the person at the keyboard may know them (D10a, D11)."""

from collections.abc import Mapping

from evaluator_desktop.domain.ranking import Rank, ranks
from evaluator_desktop.store.queries.seen import is_hidden
from evaluator_desktop.store.workspace import Workspace


def round_ranks(workspace: Workspace) -> Mapping[str, Rank]:
    """Return each provider's rank; empty while a score is hidden, since it would tell of it."""
    rows = workspace.projections.all()
    if any(is_hidden(workspace, row) for row in rows):
        return {}
    return ranks({row.provider: row.score for row in rows})


def ranks_for_classes(workspace: Workspace) -> Mapping[str, Rank]:
    """Return the ranks where classes go by them, else nothing: they cost reading every row."""
    return round_ranks(workspace) if workspace.scheme.parameters.class_quota is not None else {}
