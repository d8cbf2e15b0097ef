"""A provider's assessment as the person at the keyboard may see it (D10a).

Leads see everything, and so does everybody once a provider is locked; an evaluator who has not
submitted sees no rating of others, in no figure and no total: what is not read cannot be seen.
"""

from dataclasses import replace
from typing import Any

from evaluator_desktop.domain.assess import assess
from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import Rating, Submission
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.record import ProviderRecord, ProviderState
from evaluator_desktop.store.workspace import Workspace

_LEAD = "lead"


def seen_assessment(workspace: Workspace, record: ProviderRecord) -> tuple[Assessment, bool]:
    """Return what may be seen, and whether that is less than all there is."""
    return seen_part(workspace, assess(record, workspace.scheme, workspace.info))


def seen_part(workspace: Workspace, full: Assessment) -> tuple[Assessment, bool]:
    """Return what of an assessment may be seen, and whether that is less."""
    if not _is_blind(workspace, full):
        return full, False
    shown = assess(_without_others(full.record, workspace.person), full.scheme, full.round)
    # What only looks so because ratings are hidden is no finding: that others did not rate.
    true = tuple(finding for finding in shown.findings if finding in full.findings)
    return replace(shown, findings=true), True


def _is_blind(workspace: Workspace, full: Assessment) -> bool:
    record = full.record
    if workspace.role == _LEAD or record.state is ProviderState.LOCKED:
        return False
    submitted = {e.last.body.person for e in record.of(Submission) if e.last.body is not None}
    return full.scheme.parameters.blind_until_submitted and workspace.person not in submitted


def _without_others(record: ProviderRecord, person: str) -> ProviderRecord:
    """Return the record with this person's ratings only."""
    own = tuple(e for e in record.entities.get(Rating.kind, ()) if _person(e) == person)
    return replace(record, entities={**record.entities, Rating.kind: own})


def _person(entity: Entity[Any]) -> str:
    bodies = (head.body for head in entity.heads)
    return next((body.person for body in bodies if body is not None), "")
