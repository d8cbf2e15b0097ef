"""Conflicts: what differs, what each side would give, and settling it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from evaluator_desktop.domain.assess import assess
from evaluator_desktop.domain.bodies import BODIES, Body, Resolution, ShopPart, provider_of
from evaluator_desktop.domain.history import Entity, conflict_id
from evaluator_desktop.domain.record import ProviderRecord
from evaluator_desktop.domain.shop_facts import FACT_PARTS, facts_from_parts
from evaluator_desktop.errors import (
    FactsError,
    FieldProblem,
    FieldsError,
    UnknownConflictError,
)
from evaluator_desktop.operations.edit import change, commit, require_lead, require_reason
from evaluator_desktop.store.history import Change, Changes
from evaluator_desktop.store.queries.conflicts import base_of, entities_with_several_heads
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _

LEAD_KINDS = frozenset({"consensus", "class_decision", "review", "lock", "scheme", "round"})


@dataclass(frozen=True)
class Effect:
    """What taking one head would give; None where the choice leaves it open."""

    n: int
    score: str | None
    tier: str | None
    class_id: str | None


@dataclass(frozen=True)
class Conflict:
    """One entity whose heads differ. Heads are numbered from 1 in the order of their ids."""

    id: str
    entity: Entity[Any]
    provider: str | None
    provider_name: str
    provider_code: str | None
    base: Body | None
    """The last state both sides knew, None where they share none."""
    effects: tuple[Effect, ...]

    @property
    def item(self) -> str | None:
        """The item a conflict belongs to, where its body names one."""
        bodies = (head.body for head in self.entity.heads)
        return next((item for body in bodies if (item := getattr(body, "item", None))), None)


def conflicts(workspace: Workspace) -> list[Conflict]:
    """Return the open conflicts: those that change the tier, then the score, then the rest."""
    records: dict[str, ProviderRecord] = {}
    found = [
        _conflict(workspace, entity, records)
        for entity in entities_with_several_heads(workspace)
        if entity.in_conflict
    ]
    return sorted(found, key=lambda c: (_weight(c), c.provider_name, c.id))


def resolve(
    workspace: Workspace,
    conflict: str,
    *,
    take: int | None = None,
    value: dict[str, Any] | None = None,
    reason: str,
) -> Changes:
    """Settle a conflict by the n-th head as shown, or by a body written by hand.

    The new revision names all heads that were shown; an id of other heads is refused.
    Raises UnknownConflictError, ReasonMissingError, FieldsError, RoleError.
    """
    entity = _shown(workspace, conflict)
    why = require_reason(reason, _("Resolving a conflict"))
    if entity.kind in LEAD_KINDS:
        require_lead(workspace, _("Resolving a lead's decision"))
    body = _chosen(entity, take) if value is None else _by_hand(workspace, entity, value)
    note = Resolution(
        provider=_provider(entity),
        conflict=conflict,
        entity=entity.id,
        taken=entity.heads[take - 1].revision if take else None,
        reason=why,
        covers=list(entity.head_ids),
    )
    settled = Change(entity.id, entity.kind, body, entity.head_ids)
    return commit(workspace, "resolve", [settled, change(workspace, note)])


def _shown(workspace: Workspace, conflict: str) -> Entity[Any]:
    for entity in entities_with_several_heads(workspace):
        if entity.in_conflict and conflict_id(entity.head_ids) == conflict:
            return entity
    raise UnknownConflictError(conflict=conflict)


def _provider(entity: Entity[Any]) -> str | None:
    body = next(head.body for head in entity.heads if head.body is not None)
    return provider_of(entity.id, body)


def _chosen(entity: Entity[Any], take: int | None) -> Body | None:
    if take is None or not 1 <= take <= len(entity.heads):
        message = _("choose 1 to {count}").format(count=len(entity.heads))
        raise FieldsError(_("Resolution"), [FieldProblem("take", message)])
    body: Body | None = entity.heads[take - 1].body
    return body


def _by_hand(workspace: Workspace, entity: Entity[Any], value: dict[str, Any]) -> Body:
    """Complete a body written by hand from the first head; key fields cannot change."""
    known = next(head.body for head in entity.heads if head.body is not None)
    fields = msgspec.to_builtins(known) | value
    try:
        body = msgspec.convert(fields, BODIES[entity.kind])
    except msgspec.ValidationError as error:
        raise FieldsError(_("Resolution"), [FieldProblem("value", str(error))]) from error
    for field in (*known.key, "provider"):
        if getattr(body, field, None) != getattr(known, field, None):
            message = _("cannot be changed here")
            raise FieldsError(_("Resolution"), [FieldProblem(field, message)])
    if isinstance(body, ShopPart):
        _check_facts(workspace, body)
    return body


def _check_facts(workspace: Workspace, body: ShopPart) -> None:
    """Refuse facts that are wrong, here and together with the other parts (P12)."""
    known = workspace.record(body.provider).shop_parts.items()
    parts = {part: e.last.body.values for part, e in known if e.last.body is not None}
    try:
        facts_from_parts({**parts, body.part: body.values}, workspace.info.cutoff)
    except FactsError as error:
        own = [d for d in error.details if d.field.split(".")[0].split("[")[0] in _fields(body)]
        if own:
            raise FieldsError(_("Resolution"), own) from error


def _fields(body: ShopPart) -> set[str]:
    return {*FACT_PARTS[body.part], *body.values}


def _conflict(
    workspace: Workspace, entity: Entity[Any], records: dict[str, ProviderRecord]
) -> Conflict:
    provider = _provider(entity)
    if provider is None:
        effects = tuple(Effect(n, None, None, None) for n, _h in enumerate(entity.heads, 1))
        return Conflict(
            conflict_id(entity.head_ids),
            entity,
            None,
            "",
            None,
            base_of(workspace, entity),
            effects,
        )
    record = records.setdefault(provider, workspace.record(provider))
    return Conflict(
        conflict_id(entity.head_ids),
        entity,
        provider,
        record.name,
        record.code,
        base_of(workspace, entity),
        _effects(workspace, record, entity),
    )


def _effects(
    workspace: Workspace, record: ProviderRecord, entity: Entity[Any]
) -> tuple[Effect, ...]:
    """Assess the provider once for each head, as if it were the only one."""
    effects = []
    for number, head in enumerate(entity.heads, 1):
        alone = Entity(entity.id, entity.kind, (head,))
        others = (e for e in record.entities[entity.kind] if e.id != entity.id)
        entities = {**record.entities, entity.kind: (*others, alone)}
        chosen = ProviderRecord(record.id, entities, record.missing_files)
        result = assess(chosen, workspace.scheme, workspace.info)
        band, ledger = result.class_band, result.ledger
        tier = ledger.tier if ledger else None
        effects.append(Effect(number, result.score, tier, band.id if band else None))
    return tuple(effects)


def _weight(conflict: Conflict) -> int:
    def differs(values: Sequence[str | None]) -> bool:
        return len(set(values)) > 1

    if differs([effect.tier for effect in conflict.effects]):
        return 0
    return 1 if differs([effect.score for effect in conflict.effects]) else 2
