"""A provider's assessment as the person at the keyboard may see it (D10a).

Leads see everything, and so does everybody once a provider is locked; an evaluator who has not
submitted sees no rating of others, in no figure and no total: what is not read cannot be seen.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec

from evaluator_desktop.domain.bodies import LEAD, Body, Rating
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.record import ProviderRecord, ProviderState
from evaluator_desktop.store.projections import Summary
from evaluator_desktop.store.workspace import Workspace

if TYPE_CHECKING:
    from evaluator_desktop.domain.assessment import Assessment
    from evaluator_desktop.domain.ranking import Rank


def seen_assessment(
    workspace: Workspace, record: ProviderRecord, ranks: "Mapping[str, Rank] | None" = None
) -> "tuple[Assessment, bool]":
    """Return what may be seen, and whether that is less than all there is; `ranks`: D11."""
    from evaluator_desktop.domain.assess import assess  # a list is read without the rules

    rank = ranks.get(record.id) if ranks else None
    return seen_part(workspace, assess(record, workspace.scheme, workspace.info, rank))


def seen_provider(workspace: Workspace, provider: str) -> "Assessment":
    """Return what may be seen of one provider, with its personal objects."""
    return seen_assessment(workspace, workspace.record(provider, personal=True))[0]


def seen_part(workspace: Workspace, full: "Assessment") -> "tuple[Assessment, bool]":
    """Return what of an assessment may be seen, and whether that is less."""
    from evaluator_desktop.domain.assess import assess

    record = full.record
    if not _is_blind(workspace, record.state, record.submitters):
        return full, False
    shown = assess(_without_others(record, workspace.person), full.scheme, full.round)
    # What only looks so because ratings are hidden is no finding: that others did not rate.
    true = tuple(finding for finding in shown.findings if finding in full.findings)
    return replace(shown, findings=true), True


def seen_rows(workspace: Workspace) -> list[Summary]:
    """Return every row of the list, without the figures that hold ratings still hidden."""
    rows = workspace.projections.all()
    if _sees_all(workspace):
        return rows
    return [_without_figures(row) if is_hidden(workspace, row) else row for row in rows]


def is_hidden(workspace: Workspace, row: Summary) -> bool:
    """Tell whether a provider has ratings of others that this person may not see yet."""
    of_others = set(row.raters) - {workspace.person}
    return bool(of_others) and _is_blind(workspace, row.state, row.submitters)


def _without_figures(row: Summary) -> Summary:
    return msgspec.structs.replace(
        row, score=None, points_so_far=None, class_id=None, provisional=True
    )


def _is_blind(workspace: Workspace, state: str, submitters: Collection[str]) -> bool:
    is_open = state != ProviderState.LOCKED and workspace.person not in submitters
    return is_open and not _sees_all(workspace)


def _sees_all(workspace: Workspace) -> bool:
    return workspace.role == LEAD or not workspace.scheme.parameters.blind_until_submitted


def _without_others(record: ProviderRecord, person: str) -> ProviderRecord:
    """Return the record with this person's ratings only."""
    own = tuple(e for e in record.entities.get(Rating.kind, ()) if _person(e) == person)
    return replace(record, entities={**record.entities, Rating.kind: own})


def _person(entity: Entity[Any]) -> str:
    bodies = (head.body for head in entity.heads)
    return next((body.person for body in bodies if body is not None), "")


class Veil:
    """Takes the value and the reason out of ratings that this person may not see yet (D10a).

    That there is a rating, whose and when, stays in sight.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._hidden: dict[str, bool] = {}

    def hides(self, body: Body | None) -> bool:
        """Tell whether a body is a rating of somebody else that is still hidden."""
        if not isinstance(body, Rating) or body.person == self._workspace.person:
            return False
        provider = self._workspace.joined.staying(body.provider)
        if provider not in self._hidden:
            row = self._workspace.projections.get(provider)
            state, done = (row.state, row.submitters) if row else (ProviderState.OPEN, ())
            self._hidden[provider] = _is_blind(self._workspace, state, done)
        return self._hidden[provider]

    def veiled(self, body: Body | None) -> Body | None:
        """Return the body as it may be shown: a hidden rating has an empty value."""
        if body is None or not self.hides(body):
            return body
        return msgspec.structs.replace(body, value="", reason="")

    def entity(self, entity: Entity[Any]) -> Entity[Any]:
        """Return an entity whose hidden ratings have empty values."""
        heads = tuple(
            msgspec.structs.replace(head, body=self.veiled(head.body)) for head in entity.heads
        )
        return msgspec.structs.replace(entity, heads=heads)
