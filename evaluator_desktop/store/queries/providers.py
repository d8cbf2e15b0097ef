"""What the providers page reads: every row and today's route."""

import json
from dataclasses import dataclass

from evaluator_desktop.store import settings
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.queries.seen import seen_rows
from evaluator_desktop.store.workspace import Workspace


@dataclass(frozen=True)
class ProviderList:
    """The snapshot behind the list."""

    rows: tuple[Summary, ...]
    route: tuple[str, ...]
    """Providers of today's route, in the order of the visits."""


def provider_list(workspace: Workspace) -> ProviderList:
    """Read every row, as far as this person may see it, and the route."""
    rows = tuple(seen_rows(workspace))
    here = {row.provider for row in rows}
    return ProviderList(rows, tuple(p for p in route(workspace) if p in here))


def route(workspace: Workspace) -> tuple[str, ...]:
    """Return today's route as this computer remembers it, joined providers once."""
    remembered = json.loads(workspace.settings.get(settings.ROUTE, "[]"))
    return tuple(dict.fromkeys(workspace.joined.staying(provider) for provider in remembered))


def identity_heads(workspace: Workspace, provider: str) -> tuple[str, ...]:
    """Return the heads of the profile's part that holds the name; () before there is one."""
    identity = workspace.record(provider).part("identity")
    return identity.head_ids if identity else ()
