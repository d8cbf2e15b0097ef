"""What tests of joined providers share: providers as an import makes them, and what stands."""

from typing import Any

import msgspec

from evaluator_desktop.domain.bodies import PROFILE_PARTS, Profile, Provider
from evaluator_desktop.domain.history import derived_entity, derived_id
from evaluator_desktop.domain.record import ProviderRecord
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.conflicts import conflicts, resolve
from evaluator_desktop.operations.joining import join
from evaluator_desktop.store.history import Change
from evaluator_desktop.store.queries.dump import state_lines
from evaluator_desktop.store.workspace import Workspace
from tests.workspaces import OTHER, PROVIDER, STAFF

STAYS, GOES = sorted((PROVIDER, OTHER))
"""The two providers of the test workspaces, by who stays when they are joined."""
WHY = "同一家"


def made(workspace: Workspace, name: str, code: str | None = None) -> str:
    """Record a provider as an import would."""
    provider = derived_entity("provider", code) if code else workspace.session.new_id()
    values = dict.fromkeys(PROFILE_PARTS["identity"]) | {"name": name}
    profile = Profile(provider, "identity", values)
    changes = [
        Change(provider, Provider.kind, Provider(code)),
        Change(derived_id(profile), Profile.kind, profile),
    ]
    workspace.commit("import_providers", changes)
    return provider


def submitted(workspace: Workspace, provider: str) -> None:
    """Rate every item and submit."""
    for item in workspace.scheme.items:
        ratings.rate(workspace, provider, item.id, "0", "无材料")
    steps.submit(workspace, provider)


def settle_everything(workspace: Workspace) -> None:
    for found in conflicts(workspace):
        resolve(workspace, found.id, take=1, reason="营业执照")


def state(workspace: Workspace) -> list[dict[str, Any]]:
    """What stands of every entity, whichever revision says so; joining and reasons left aside."""
    lines = [msgspec.json.decode(line) for line in state_lines(workspace)]
    for line in lines:
        line["heads"] = sorted(repr(head["body"]) for head in line["heads"])
    return [line for line in lines if line["kind"] not in ("alias", "resolution")]


def rated(workspace: Workspace, value: str, other: str) -> None:
    """One person's rating of one item of both providers."""
    ratings.rate(workspace, PROVIDER, STAFF, value)
    ratings.rate(workspace, OTHER, STAFF, other)


def joined(workspace: Workspace) -> ProviderRecord:
    join(workspace, PROVIDER, OTHER, WHY)
    return workspace.record(PROVIDER)
