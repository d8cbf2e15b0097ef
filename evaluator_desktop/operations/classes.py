"""The lead's decision on the class that false material proposes (D5, D11).

Apart from the ratings because nobody rates here: a lead confirms or declines, with a reason, and
the decision covers the outcomes it was made on.
"""

from collections.abc import Sequence

from evaluator_desktop.domain.assessment import Assessment
from evaluator_desktop.domain.bodies import ClassDecision
from evaluator_desktop.errors import StepError
from evaluator_desktop.operations.edit import (
    change,
    commit,
    refuse_locked,
    require_lead,
    require_reason,
)
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import N_, _


def decide_class(
    workspace: Workspace,
    provider: str,
    *,
    confirmed: bool,
    reason: str,
    seen: Sequence[str] | None = None,
    covers: Sequence[str] | None = None,
) -> Changes:
    """Confirm or decline the class that is proposed for false material (D5). For leads.

    `covers` are the heads of what is false on screen: what came in behind it makes the decision
    待确认. Without, those of now.

    Raises RoleError, ReasonMissingError, LockedProviderError, InConflictError, and StepError where
    there is nothing to decide: no false material, or a scheme that proposes no class for it.
    """
    require_lead(workspace, _("The decision on the class"))
    why = require_reason(reason, _("The decision on the class"))
    refuse_locked(workspace, provider)
    assessment = workspace.assessment(provider)
    body = ClassDecision(
        provider=provider,
        proposed=_proposed(assessment, confirmed=confirmed),
        confirmed=confirmed,
        reason=why,
        covers=sorted(assessment.false_heads if covers is None else covers),
    )
    return commit(workspace, "decide_class", [change(workspace, body, seen=seen)])


def _proposed(a: Assessment, *, confirmed: bool) -> str:
    """Return the class that is decided on.

    What was decided once can still be declined when its grounds are gone.
    """
    before = a.class_decision.last.body if a.class_decision else None
    named = a.scheme.parameters.integrity_class
    if a.has_false_evidence and named is not None:
        return named
    if before is not None and not confirmed:
        return before.proposed
    nothing_false = N_("there is no false material, so no class is proposed.")
    problem = N_("the scheme proposes no class.") if a.has_false_evidence else nothing_false
    raise StepError(provider=a.record.name, problem=_(problem))
