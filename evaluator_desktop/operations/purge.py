"""Erasing personal data: the object goes, the history that named it by digest stays verifiable.

A purge revision keeps merges from bringing it back. It is not an undo step: what is erased cannot
be taken back. Backups made before still hold it; they are named, for a person to decide on.
"""

from dataclasses import dataclass
from pathlib import Path

from evaluator_desktop.domain.bodies import Call, Purge, is_digest
from evaluator_desktop.domain.history import derived_entity, derived_id
from evaluator_desktop.errors import FieldProblem, FieldsError
from evaluator_desktop.operations.edit import require_reason
from evaluator_desktop.store import personal
from evaluator_desktop.store.history import Change, Changes
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _


@dataclass(frozen=True)
class Erased:
    """What an erasure did and what is left for a person to do."""

    changes: Changes
    objects: int
    backups: tuple[Path, ...]
    """Copies of the database that still hold the data: delete or keep them."""


def erase(
    workspace: Workspace,
    *,
    digest: str | None = None,
    customer: str | None = None,
    reason: str,
) -> Erased:
    """Erase one personal object, or all that was ever recorded of a customer and the calls.

    Raises ReasonMissingError; FieldsError where there is nothing to erase. A lock is no hindrance.
    """
    why = require_reason(reason, _("An erasure"))
    wanted = _of_customer(workspace, customer) if customer is not None else {digest or ""}
    wanted = {d for d in wanted if is_digest(d)} - personal.purged(workspace.database)
    if not wanted:
        problem = FieldProblem("", _("there is nothing of it here, or it was erased already"))
        raise FieldsError(_("Erasure"), [problem])
    changes = [_purge(workspace, one, why) for one in sorted(wanted)]
    if customer is not None:
        workspace.drafts.erase(customer)  # words that were half typed
    written = workspace.commit("erase", changes, final=True)
    workspace.database.forget()
    return Erased(written, len(changes), tuple(workspace.backups.all()))


def _purge(workspace: Workspace, digest: str, reason: str) -> Change:
    body = Purge(digest, reason)
    entity = derived_id(body)
    return Change(entity, Purge.kind, body, workspace.history.head_ids(entity))


def _of_customer(workspace: Workspace, customer: str) -> set[str]:
    """Return every object that any version of the customer or of the calls named."""
    entities = (customer, derived_entity(Call.kind, customer))
    return set().union(*(personal.named_by(workspace.database, entity) for entity in entities))
