"""What was found about a piece of evidence, and whether an item's requirements are met (D4, D5)."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from evaluator_desktop.domain.scheme import Item, Requirement, When
from evaluator_desktop.texts import N_


class Outcome(StrEnum):
    """D4: the five outcomes of one piece of evidence."""

    PENDING = "pending"
    VERIFIED = "verified"
    PARTLY_VERIFIED = "partly_verified"
    UNVERIFIABLE = "unverifiable"
    FALSE = "false"


class Method(StrEnum):
    """D4: how it was verified."""

    ORIGINAL = "original"
    SITE = "site"
    PHONE = "phone"
    ONLINE = "online"
    SYSTEM = "system"


OUTCOME_NAMES = {
    Outcome.PENDING: N_("Pending"),
    Outcome.VERIFIED: N_("Verified"),
    Outcome.PARTLY_VERIFIED: N_("Partly verified"),
    Outcome.UNVERIFIABLE: N_("Unverifiable"),
    Outcome.FALSE: N_("False"),
}
METHOD_NAMES = {
    Method.ORIGINAL: N_("Original seen on site"),
    Method.SITE: N_("Seen on site"),
    Method.PHONE: N_("By telephone"),
    Method.ONLINE: N_("Looked up online"),
    Method.SYSTEM: N_("System data"),
}
NEEDS_NOTE = frozenset({Outcome.PARTLY_VERIFIED, Outcome.UNVERIFIABLE, Outcome.FALSE})
SUPPORTS = frozenset({Outcome.VERIFIED, Outcome.PARTLY_VERIFIED})


@dataclass(frozen=True)
class RequirementState:
    """How far one requirement is met by the evidence that is there."""

    requirement: Requirement
    outcomes: tuple[Outcome, ...]
    """Of the evidence handed in for it, removed files left out."""
    applies: bool
    """False for the licence that the other kind of organisation shows."""
    missing: bool
    """Required, and nothing handed in; of alternatives every one is missing or none."""


@lru_cache(maxsize=10_000)  # the same pieces with the same outcomes come again and again
def requirement_states(
    item: Item, evidence: tuple[tuple[str | None, Outcome], ...], is_law_firm: bool
) -> tuple[RequirementState, ...]:
    """Match evidence, given as (requirement id, outcome), with what the item asks for."""
    handed_in: dict[str | None, list[Outcome]] = {}
    for requirement_id, outcome in evidence:
        handed_in.setdefault(requirement_id, []).append(outcome)
    alternatives_open = not any(
        r.id in handed_in for r in item.requirements if r.when is When.ONE_OF
    )
    return tuple(
        RequirementState(
            requirement,
            tuple(handed_in.get(requirement.id, ())),
            applies := _applies(requirement, is_law_firm),
            applies
            and is_required(requirement)
            and (
                alternatives_open
                if requirement.when is When.ONE_OF
                else requirement.id not in handed_in
            ),
        )
        for requirement in item.requirements
    )


def is_required(requirement: Requirement) -> bool:
    """Tell whether the document asks for it, alone or as one of several, not only if any."""
    return requirement.when is not When.IF_ANY


def _applies(requirement: Requirement, is_law_firm: bool) -> bool:
    match requirement.when:
        case When.LAW_FIRM:
            return is_law_firm
        case When.NOT_LAW_FIRM:
            return not is_law_firm
        case _:
            return True


@lru_cache(maxsize=10_000)
def nothing_verified(item: Item, outcomes: tuple[Outcome, ...]) -> bool:
    """D5: the item requires evidence and none of it is verified or partly verified."""
    return any(map(is_required, item.requirements)) and not SUPPORTS.intersection(outcomes)
