"""The facts of a provider's shop, in five parts so that two laptops seldom meet in one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluator_desktop.domain.bodies import ShopPart
from evaluator_desktop.domain.shop_draft import read_part
from evaluator_desktop.domain.shop_facts import facts_to_parts, parse_facts
from evaluator_desktop.operations.edit import change, commit
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.workspace import Workspace


@dataclass(frozen=True)
class Recorded:
    """What was written, None for nothing, and the heads of the parts that were given."""

    changes: Changes | None
    heads: Mapping[str, tuple[str, ...]]


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
    return set_parts(workspace, provider, facts_to_parts(facts), seen=seen).changes


def set_parts(
    workspace: Workspace,
    provider: str,
    parts: Mapping[str, Mapping[str, object]],
    *,
    seen: Mapping[str, Sequence[str]] | None = None,
) -> Recorded:
    """Record some whole parts of a shop's facts as one step, as `set_facts` records all of them."""
    known = workspace.record(provider).shop_parts
    heads = {part: known[part].head_ids for part in parts if part in known}
    changes = {}
    for part, given in parts.items():
        values = read_part(part, given, workspace.info.cutoff)
        entity = known.get(part)
        if entity is None or entity.body is None or entity.body.values != values:
            body = ShopPart(provider=provider, part=part, values=values)
            before = None if seen is None else seen.get(part, ())
            changes[part] = change(workspace, body, seen=before)
    if not changes:
        return Recorded(None, heads)
    written = commit(workspace, "set_shop_facts", changes.values())
    return Recorded(written, heads | dict(zip(changes, written.by_change, strict=True)))


def facts_so_far(workspace: Workspace, provider: str) -> dict[str, object]:
    """Return the recorded facts as one JSON object; fields of parts in conflict are left out."""
    parts = workspace.record(provider).shop_parts
    found: dict[str, object] = {}
    for entity in parts.values():
        if entity.body is not None:
            found.update(entity.body.values)
    return found
