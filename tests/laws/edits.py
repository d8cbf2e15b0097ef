"""What people change: a table of small edits on few records, so that laptops meet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from evaluator_desktop.operations import (
    calls,
    classes,
    evidence,
    providers,
    ratings,
    shop,
    verification,
)
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.workspace import Workspace
from tests.laws.ground import LEAD, OPEN, SUBMITTED, ZHOU, Ground
from tests.laws.model import Subject

STATES = 5
"""How many states every edit can write."""
Seen = Sequence[str] | None


@dataclass(frozen=True)
class Screen:
    """The versions of a record, and of what a decision rests on; None: those of now."""

    heads: Seen = None
    grounds: Seen = None


Save = Callable[[Workspace, int, Screen], Changes | None]


@dataclass(frozen=True)
class Edit:
    """One record that a person can change; `save` writes the n-th of its states."""

    subject: Subject
    person: str
    provider: str
    save: Save


def all_edits(ground: Ground) -> tuple[Edit, ...]:
    """Return the edits, those first on which laptops are to meet most."""
    first, second = ground.items
    file, other = ground.evidence
    return (
        _rating(OPEN, first, LEAD),
        _rating(OPEN, first, ZHOU),
        _consensus(OPEN, first),
        _outcome(file),
        _rating(SUBMITTED, second, LEAD),
        _evidence(file),
        _remarks(OPEN),
        _remarks(SUBMITTED),
        _followers(OPEN),
        _call(ground.customer),
        _outcome(other),
        _class(OPEN),
    )


_RATINGS = (("60", "甲"), ("60", "乙"), ("80", "甲"), ("na", "甲"))


def _rating(provider: str, item: str, person: str) -> Edit:
    def save(workspace: Workspace, state: int, on: Screen) -> Changes:
        if state >= len(_RATINGS):
            return ratings.clear_rating(workspace, provider, item, seen=on.heads)
        value, reason = _RATINGS[state]
        return ratings.rate(workspace, provider, item, value, reason, seen=on.heads)

    return Edit(("rating", provider, item, person), person, provider, save)


def _consensus(provider: str, item: str) -> Edit:
    def save(workspace: Workspace, state: int, on: Screen) -> Changes:
        value, reason = _RATINGS[state % 3]
        return ratings.set_consensus(
            workspace, provider, item, value, reason, seen=on.heads, covers=on.grounds
        )

    return Edit(("consensus", provider, item), LEAD, provider, save)


_OUTCOMES = ("verified", "partly_verified", "unverifiable", "false", "pending")
FALSE = _OUTCOMES.index("false")
"""The state of an outcome that proposes a class."""


def _outcome(entity: str) -> Edit:
    def save(workspace: Workspace, state: int, on: Screen) -> Changes:
        outcome, note = _OUTCOMES[state], "查阅原件"
        return verification.record_outcome(workspace, entity, outcome, note=note, seen=on.heads)

    return Edit(("outcome", entity), ZHOU, OPEN, save)


def _class(provider: str) -> Edit:
    def save(workspace: Workspace, state: int, on: Screen) -> Changes:
        confirmed, reason = state < 3, f"理由{state}"
        return classes.decide_class(
            workspace, provider, confirmed=confirmed, reason=reason, seen=on.heads,
            covers=on.grounds,
        )  # fmt: skip

    return Edit(("class_decision", provider), LEAD, provider, save)


def _evidence(entity: str) -> Edit:
    def save(workspace: Workspace, state: int, on: Screen) -> Changes:
        if state >= 3:
            return evidence.remove(workspace, entity, f"理由{state}", seen=on.heads)
        return evidence.describe(
            workspace,
            entity,
            requirement=None,
            captured_on=None,
            note=f"说明{state}",
            seen=on.heads,
        )

    return Edit(("evidence", entity), LEAD, OPEN, save)


def _remarks(provider: str) -> Edit:
    def save(workspace: Workspace, state: int, on: Screen) -> Changes:
        values = {"text": f"备注{state}"}
        return providers.edit_profile(workspace, provider, "remarks", values, seen=on.heads)

    return Edit(("profile", provider, "remarks"), LEAD, provider, save)


def _followers(provider: str) -> Edit:
    part = "followers"

    def save(workspace: Workspace, state: int, on: Screen) -> Changes | None:
        values = {part: {"followers": {"personal": state, "enterprise": 65}}}
        shown = None if on.heads is None else {part: on.heads}
        return shop.set_parts(workspace, provider, values, seen=shown).changes

    return Edit(("shop_facts", provider, part), ZHOU, provider, save)


def _call(customer: str) -> Edit:
    def save(workspace: Workspace, state: int, on: Screen) -> Changes:
        if state >= 3:
            return calls.record_call(workspace, OPEN, customer, "no_answer", seen=on.heads)
        return calls.record_call(
            workspace, OPEN, customer, "completed", service_real=True, satisfaction=3 + state,
            seen=on.heads,
        )  # fmt: skip

    return Edit(("call", customer), LEAD, OPEN, save)
