"""Today's route (现场行程): which providers are visited, in which order.

It is a note of this computer's own, no part of the history: it never travels and is not undone.
"""

import json

from evaluator_desktop.store import settings
from evaluator_desktop.store.queries.providers import route
from evaluator_desktop.store.workspace import Workspace


def toggle_on_route(workspace: Workspace, provider: str) -> tuple[str, ...]:
    """Put a provider at the end of the route, or take it off; return the route."""
    before = route(workspace)
    kept = tuple(p for p in before if p != provider)
    providers = kept if provider in before else (*before, provider)
    workspace.settings.put({settings.ROUTE: json.dumps(providers)})
    return providers
