"""Recording what was found about a piece of evidence."""

from collections.abc import Sequence
from datetime import date

from evaluator_desktop.domain.bodies import Evidence, OutcomeRecord
from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.domain.verification import Method, Outcome
from evaluator_desktop.errors import FieldProblem, FieldsError
from evaluator_desktop.operations.edit import change, commit, state_seen
from evaluator_desktop.operations.evidence import find_evidence, find_standing
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import SHANGHAI, _


def record_outcome(
    workspace: Workspace,
    evidence: str,
    outcome: str,
    *,
    method: str | None = None,
    note: str | None = None,
    on: date | None = None,
    seen: Sequence[str] | None = None,
) -> Changes:
    """Record an outcome (D4); the method is the requirement's own unless it is given.

    `note` None keeps the one written before; a missing note blocks the submission, not this.
    Removed evidence is refused where nothing was seen; what was seen before it was removed is
    kept, and a finding says so.
    Raises UnknownEvidenceError, RemovedEvidenceError, FieldsError, InConflictError,
    LockedProviderError.
    """
    find = find_standing if seen is None else find_evidence
    body = find(workspace, evidence)
    today = workspace.session.clock().astimezone(SHANGHAI).date()
    record = OutcomeRecord(
        provider=body.provider,
        evidence=evidence,
        outcome=_one_of(Outcome, outcome, "outcome"),
        method=_one_of(Method, method or _default_method(workspace, body), "method"),
        on=(on or today).isoformat(),
        evaluator=workspace.person,
        note=_note_so_far(workspace, evidence, seen) if note is None else note.strip(),
    )
    return commit(workspace, "verify", [change(workspace, record, seen=seen)])


def note_for(workspace: Workspace, evidence: str, outcome: str) -> str:
    """Return the note so far where it can be meant for this outcome, else "" (D4).

    For callers who do not see it: a note on one outcome says nothing about another, one that was
    written while the evidence was pending goes with whatever comes.
    """
    entity = derived_entity(OutcomeRecord.kind, evidence)
    body = state_seen(workspace, OutcomeRecord, entity, None)
    return body.note if body and body.outcome in (outcome, Outcome.PENDING) else ""


def _default_method(workspace: Workspace, body: Evidence) -> str:
    item = workspace.scheme.item(body.item)
    requirement = item.requirement(body.requirement) if body.requirement else None
    methods = [r.method for r in item.requirements]
    return requirement.method if requirement else (methods or [Method.ORIGINAL])[0]


def _note_so_far(workspace: Workspace, evidence: str, seen: Sequence[str] | None) -> str:
    entity = derived_entity(OutcomeRecord.kind, evidence)
    body = state_seen(workspace, OutcomeRecord, entity, seen)
    return body.note if body else ""


def _one_of(words: type[Outcome] | type[Method], text: str, field: str) -> str:
    if text in list(words):
        return text
    message = _("“{text}” is none of: {known}").format(text=text, known=", ".join(words))
    raise FieldsError(_("Verification"), [FieldProblem(field, message)])
