"""Conflicts: what differs, what each side would give, and settling it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import msgspec

from evaluator_desktop.domain.bodies import (
    BODIES,
    Body,
    Lock,
    OutcomeRecord,
    Resolution,
    ShopPart,
    provider_of,
)
from evaluator_desktop.domain.history import Entity, conflict_id
from evaluator_desktop.domain.keep_both import both_of
from evaluator_desktop.domain.pinyin import name_order
from evaluator_desktop.domain.record import ProviderRecord
from evaluator_desktop.domain.scoring import printed
from evaluator_desktop.domain.shop_facts import FACT_PARTS, facts_from_parts
from evaluator_desktop.domain.verification import Outcome
from evaluator_desktop.errors import (
    FactsError,
    FieldProblem,
    FieldsError,
    RoleError,
    UnknownConflictError,
)
from evaluator_desktop.operations.edit import change, commit, require_lead, require_reason
from evaluator_desktop.store.history import Change, Changes
from evaluator_desktop.store.queries.conflicts import base_of, entities_with_several_heads
from evaluator_desktop.store.queries.seen import Veil, seen_assessment
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _

LEAD_KINDS = frozenset(
    {"consensus", "class_decision", "review", "lock", "scheme", "round", "alias"}
)

_NOT_BY_HAND = ("provider", "item", "digest", "size", "origin")

Records = dict[str, ProviderRecord]


@dataclass(frozen=True)
class Effect:
    """What taking one head would give; None where the choice leaves it open."""

    n: int
    score: str | None
    tier: str | None
    class_id: str | None
    points: str | None = None
    """Points of what is rated so far, where there is no score yet."""
    shop_points: int | None = None
    proposes: str | None = None
    """The class that taking this head proposes, since it says that material is false."""


class Weight(IntEnum):
    """What a conflict can change; the heaviest first."""

    CLASS = 0
    TIER = 1
    SCORE = 2
    NOTHING = 3


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

    @property
    def both(self) -> Body | None:
        """The state that keeps all sides, None where it is one or the other."""
        return both_of([head.body for head in self.entity.heads])

    @property
    def weight(self) -> Weight:
        """What the choice between the heads changes in the provider's results."""
        if len({(effect.class_id, effect.proposes) for effect in self.effects}) > 1:
            return Weight.CLASS
        if len({effect.tier for effect in self.effects}) > 1:
            return Weight.TIER
        results = {(e.score, e.points, e.shop_points) for e in self.effects}
        return Weight.SCORE if len(results) > 1 else Weight.NOTHING


def conflicts(workspace: Workspace) -> list[Conflict]:
    """Return the open conflicts: those that change or propose a class, then what they change.

    The tier comes before the score, the score before the rest.
    """
    records = Records()
    found = [
        describe(workspace, entity, records)
        for entity in entities_with_several_heads(workspace)
        if entity.in_conflict
    ]
    return sorted(found, key=lambda c: (c.weight, *name_order(c.provider_name), c.id))


def count_conflicts(workspace: Workspace) -> int:
    """Return how many conflicts are open, without working out what they would change."""
    return sum(entity.in_conflict for entity in entities_with_several_heads(workspace))


def resolve(
    workspace: Workspace,
    conflict: str,
    *,
    take: int | None = None,
    both: bool = False,
    value: dict[str, Any] | None = None,
    reason: str,
) -> Changes:
    """Settle a conflict by the n-th head as shown, by both, or by a body written by hand.

    The new revision names all heads that were shown; an id of other heads is refused.
    Raises UnknownConflictError, ReasonMissingError, FieldsError, RoleError.
    """
    entity = _shown(workspace, conflict)
    why = require_reason(reason, _("Resolving a conflict"))
    if any(Veil(workspace).hides(head.body) for head in entity.heads):
        raise RoleError(what=_("Choosing between ratings that you may not see yet"))
    if entity.kind in LEAD_KINDS:
        require_lead(workspace, _("Resolving a lead's decision"))
    if both:
        body: Body | None = _kept_both(entity)
    else:
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
    changes = [settled, change(workspace, note)]
    if entity.kind == Lock.kind:  # until it is settled the lock itself would refuse this
        return workspace.commit("resolve", changes)
    return commit(workspace, "resolve", changes)


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


def _kept_both(entity: Entity[Any]) -> Body:
    body = both_of([head.body for head in entity.heads])
    if body is None:
        message = _("the sides cannot stand beside each other: take one, or write the state")
        raise FieldsError(_("Resolution"), [FieldProblem("both", message)])
    return body


def _by_hand(workspace: Workspace, entity: Entity[Any], value: dict[str, Any]) -> Body:
    """Complete a body written by hand from the first head; key fields cannot change.

    What the sides differ in must be written: no side wins by not being named.
    """
    known = next(head.body for head in entity.heads if head.body is not None)
    if left_open := [field for field in _disputed(entity, known) if field not in value]:
        message = _("the sides differ here: write what holds")
        raise FieldsError(_("Resolution"), [FieldProblem(f, message) for f in left_open])
    fields = msgspec.to_builtins(known) | value
    try:
        body = msgspec.convert(fields, BODIES[entity.kind])
    except msgspec.ValidationError as error:
        raise FieldsError(_("Resolution"), [FieldProblem("value", str(error))]) from error
    for field in (*known.key, *_NOT_BY_HAND):
        if getattr(body, field, None) != getattr(known, field, None):
            message = _("cannot be changed here")
            raise FieldsError(_("Resolution"), [FieldProblem(field, message)])
    if isinstance(body, ShopPart):
        _check_facts(workspace, body)
    return body


def _disputed(entity: Entity[Any], known: Body) -> Iterator[str]:
    """Yield the fields that decide and in which the sides differ."""
    bodies = [head.body for head in entity.heads if head.body is not None]
    for field in known.deciding or (info.name for info in msgspec.structs.fields(known)):
        if any(getattr(body, field) != getattr(known, field) for body in bodies):
            yield field


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


def describe(workspace: Workspace, entity: Entity[Any], records: Records) -> Conflict:
    """Say what an entity's heads would give; `records` keeps what was read of providers.

    Ratings that this person may not see yet (D10a) have empty values in it.
    """
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
    if provider not in records:
        records[provider] = workspace.record(provider)
    record = records[provider]
    veil = Veil(workspace)
    return Conflict(
        conflict_id(entity.head_ids),
        veil.entity(entity),
        provider,
        record.name,
        record.code,
        veil.veiled(base_of(workspace, entity)),
        _effects(workspace, record, entity),
    )


def _effects(
    workspace: Workspace, record: ProviderRecord, entity: Entity[Any]
) -> tuple[Effect, ...]:
    """Assess the provider once for each head, as if it were the only one, as it may be seen."""
    return tuple(
        _effect(workspace, record, Entity(entity.id, entity.kind, (head,)), number)
        for number, head in enumerate(entity.heads, 1)
    )


def _effect(
    workspace: Workspace, record: ProviderRecord, alone: Entity[Any], number: int
) -> Effect:
    others = (e for e in record.entities.get(alone.kind, ()) if e.id != alone.id)
    entities = {**record.entities, alone.kind: (*others, alone)}
    chosen = ProviderRecord(record.id, entities, record.missing_files)
    result, _is_partial = seen_assessment(workspace, chosen)
    band, ledger, so_far = result.class_band, result.ledger, result.sheet.points_so_far
    return Effect(
        number,
        result.score,
        ledger.tier if ledger else None,
        band.id if band else None,
        None if so_far is None or result.score else printed(so_far),
        ledger.total if ledger else None,
        result.scheme.parameters.integrity_class if _says_false(alone) else None,
    )


def _says_false(alone: Entity[Any]) -> bool:
    body = alone.heads[0].body
    return isinstance(body, OutcomeRecord) and body.outcome == Outcome.FALSE
