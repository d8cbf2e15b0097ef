"""Taking assignments back; giving them is a step of the round (round.py)."""

from collections.abc import Iterator, Sequence

from evaluator_desktop.domain.bodies import Assignment
from evaluator_desktop.errors import FieldProblem, FieldsError, InConflictError
from evaluator_desktop.operations.edit import commit, require_lead
from evaluator_desktop.store.history import Change, Changes
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _, ngettext


def unassign(workspace: Workspace, person: str, providers: Sequence[str]) -> Changes:
    """Take providers back from a person; what they recorded stays. For leads.

    Providers that are not assigned to them are passed over. Raises FieldsError where none is,
    InConflictError, LockedProviderError, RoleError.
    """
    require_lead(workspace, _("Taking an assignment back"))
    changes = [change for p in providers for change in _withdrawals(workspace, person, p)]
    if not changes:
        sentence = ngettext(
            "this provider is not assigned to {person}.",
            "none of these providers is assigned to {person}.",
            len(providers),
        )
        problem = FieldProblem("", sentence.format(person=person))
        raise FieldsError(_("Taking an assignment back"), [problem])
    return commit(workspace, "unassign", changes)


def _withdrawals(workspace: Workspace, person: str, provider: str) -> Iterator[Change]:
    for entity in workspace.record(provider).of(Assignment):
        bodies = [head.body for head in entity.heads if head.body is not None]
        if bodies[0].person != person:
            continue
        if entity.in_conflict:
            raise InConflictError(what=_("an assignment"))
        yield Change(entity.id, Assignment.kind, None, entity.head_ids)
