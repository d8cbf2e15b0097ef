"""The standing checks of what leads decide: consensus, class and lock (D5, D10, D11).

A decision names the heads it was made on; when those are no longer the heads it is to be
confirmed, and the finding says what came late.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.finding import Finding, Severity
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.kinds import KIND_NAMES
from evaluator_desktop.domain.round_findings import quota_tie
from evaluator_desktop.domain.scoring import RatingState
from evaluator_desktop.texts import N_, _, listed

STALE_LOCK = "lock"
"""The rule of the finding that a new lock settles."""

_FINAL = Severity.BLOCKS_FINAL


def _disputes(a: Assessment) -> Iterator[Finding]:
    for item in a.items:
        if item.rating.state is RatingState.DISPUTED:
            sentence = N_("{item}: the ratings differ too much and there is no consensus.")
            yield Finding(_FINAL, "D10", item.item.id, sentence, {"item": item.name})


def _consensus(a: Assessment) -> Iterator[Finding]:
    for item in a.items:
        if item.consensus_is_stale:
            sentence = N_("{item}: a rating came after the consensus; it is to be confirmed.")
            yield Finding(_FINAL, "D10", item.item.id, sentence, {"item": item.name})


def _lock(a: Assessment) -> Iterator[Finding]:
    if not a.lock_is_stale:
        return
    named = dict.fromkeys(_late_words(a, entity) for entity in a.late)
    if a.round_is_late:
        named[_("round or scheme")] = None
    sentence = N_("Arrived after the lock: {what}. The lock is to be confirmed.")
    yield Finding(_FINAL, STALE_LOCK, "provider", sentence, {"what": _listed(named)})


def _late_words(a: Assessment, entity: Entity[Any]) -> str:
    kind = _(KIND_NAMES[entity.kind])
    bodies = (head.body for head in entity.heads)
    item = next((found for body in bodies if (found := getattr(body, "item", None))), None)
    names = {i.item.id: i.name for i in a.items}
    return f"{kind}（{names.get(item, item)}）" if item else kind


def _listed(names: Iterable[str]) -> str:
    return listed(names) or "—"


def _class(a: Assessment) -> Iterator[Finding]:
    if a.class_is_stale:
        sentence = N_("False material changed after the decision on the class.")
        yield Finding(_FINAL, "D5", "provider", sentence)
    if a.has_false_evidence and a.class_decision is None:
        if a.scheme.parameters.integrity_class is None:
            sentence = N_("There is false material; the scheme proposes no class for it.")
            yield Finding(Severity.WARNING, "D5", "provider", sentence)
        else:
            sentence = N_(
                "There is false material; a lead has to confirm or decline the lowest class."
            )
            yield Finding(_FINAL, "D5", "provider", sentence)


def _quota(a: Assessment) -> Iterator[Finding]:
    return quota_tie(a.scheme, a.rank)


DECISION_CHECKS: tuple[Callable[[Assessment], Iterable[Finding]], ...] = (
    *(_disputes, _consensus, _lock, _class, _quota),
)
