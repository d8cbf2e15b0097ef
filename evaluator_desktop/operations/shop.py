"""The facts of a provider's shop, in five parts so that two laptops seldom meet in one."""

from collections.abc import Mapping, Sequence

from evaluator_desktop.domain.bodies import ShopPart
from evaluator_desktop.domain.shop_facts import facts_to_parts, parse_facts
from evaluator_desktop.operations.edit import change, commit
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.workspace import Workspace


def set_facts(
    workspace: Workspace,
    provider: str,
    raw: object,
    *,
    seen: Mapping[str, Sequence[str]] | None = None,
) -> Changes | None:
    """Record a shop's facts, the JSON object of rules.md; only the parts that differ are written.

    `seen` are the heads of each part that were on screen. Returns None when nothing differs.
    Raises FactsError naming every wrong field, InConflictError, LockedProviderError.
    """
    facts = parse_facts(raw, workspace.info.cutoff)
    known = workspace.record(provider).shop_parts
    changes = []
    for part, values in facts_to_parts(facts).items():
        entity = known.get(part)
        same = entity is not None and entity.body is not None and entity.body.values == values
        heads = None if seen is None else seen.get(part, ())
        if not same:
            body = ShopPart(provider=provider, part=part, values=values)
            changes.append(change(workspace, body, seen=heads))
    return commit(workspace, "set_shop_facts", changes) if changes else None


def facts_so_far(workspace: Workspace, provider: str) -> dict[str, object]:
    """Return the recorded facts as one JSON object; fields of parts in conflict are left out."""
    parts = workspace.record(provider).shop_parts
    found: dict[str, object] = {}
    for entity in parts.values():
        if entity.body is not None:
            found.update(entity.body.values)
    return found
