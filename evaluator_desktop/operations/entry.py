"""Recording what an entry condition asks for and nothing else here knows (D12)."""

from collections.abc import Sequence

from evaluator_desktop.domain.bodies import EntryFact
from evaluator_desktop.domain.entry import RECORDED
from evaluator_desktop.errors import FieldProblem, FieldsError
from evaluator_desktop.operations.edit import change, commit
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _

LARGEST = 1_000_000


def record_entry_fact(
    workspace: Workspace,
    provider: str,
    condition: str,
    value: int,
    *,
    seen: Sequence[str] | None = None,
) -> Changes:
    """Record the number that a condition asks for; yes is 1 and no is 0.

    Raises FieldsError where the scheme checks no such condition or knows it by itself.
    """
    parameters = workspace.scheme.parameters
    checked = parameters.entry_conditions if parameters.entry_checklist else ()
    known = [c.id for c in checked if c.measure in RECORDED]
    if condition not in known:
        message = _("“{text}” is none of: {known}")
        text = message.format(text=condition, known=", ".join(known) or "—")
        raise FieldsError(_("Entry condition"), [FieldProblem("condition", text)])
    if not 0 <= value <= LARGEST:
        text = _("give a whole number from 0 to {largest}").format(largest=LARGEST)
        raise FieldsError(_("Entry condition"), [FieldProblem("value", text)])
    body = EntryFact(provider=provider, condition=condition, number=value)
    return commit(workspace, "record_entry", [change(workspace, body, seen=seen)])
