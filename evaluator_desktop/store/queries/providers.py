"""What the providers page reads: every row, today's route, and what is assigned to whom asks."""

import json
from dataclasses import dataclass

import msgspec

from evaluator_desktop.domain.bodies import Assignment
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
    mine: frozenset[str] = frozenset()
    """Those that are assigned to the person at the keyboard."""


def provider_list(workspace: Workspace) -> ProviderList:
    """Read every row, as far as this person may see it, and the route."""
    rows = tuple(seen_rows(workspace))
    here = {row.provider for row in rows}
    mine = assigned_to(workspace, workspace.person) & here
    return ProviderList(rows, tuple(p for p in route(workspace) if p in here), mine)


class _Given(msgspec.Struct):
    person: str
    provider: str


class _Revision(msgspec.Struct):
    body: _Given | None


_read = msgspec.json.Decoder(_Revision).decode


def assigned_to(workspace: Workspace, person: str) -> frozenset[str]:
    """Return the providers that are assigned to a person, all items or some; joined ones once."""
    sql = "SELECT r.content FROM head AS h JOIN revision AS r ON r.id = h.revision WHERE h.kind = ?"
    bodies = (_read(content).body for (content,) in workspace.database.rows(sql, Assignment.kind))
    staying = workspace.joined.staying
    return frozenset(staying(body.provider) for body in bodies if body and body.person == person)


def route(workspace: Workspace) -> tuple[str, ...]:
    """Return today's route as this computer remembers it, joined providers once."""
    remembered = json.loads(workspace.settings.get(settings.ROUTE, "[]"))
    return tuple(dict.fromkeys(workspace.joined.staying(provider) for provider in remembered))


def identity_heads(workspace: Workspace, provider: str) -> tuple[str, ...]:
    """Return the heads of the profile's part that holds the name; () before there is one."""
    identity = workspace.record(provider).part("identity")
    return identity.head_ids if identity else ()
