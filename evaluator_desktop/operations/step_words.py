"""What an action is called, and one step of undo: what was done, to whom, and where it is seen."""

from evaluator_desktop.domain.bodies import Body, Evidence, OutcomeRecord, Rating
from evaluator_desktop.domain.body_words import rating_words
from evaluator_desktop.domain.verification import OUTCOME_NAMES, Outcome
from evaluator_desktop.store.history import Turned, UndoStep
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import N_, _, ngettext

ACTION_NAMES = {
    "start_round": N_("Start of the round"),
    "set_scheme": N_("Change of the scheme"),
    "assign": N_("Assignment"),
    "unassign": N_("Assignment taken back"),
    "list_person": N_("Person listed"),
    "submit": N_("Submission"),
    "return": N_("Return"),
    "lock": N_("Lock"),
    "unlock": N_("Unlock"),
    "rate": N_("Rating"),
    "clear_rating": N_("Rating taken back"),
    "consensus": N_("Consensus"),
    "record_entry": N_("Entry condition"),
    "decide_class": N_("Decision on the class"),
    "verify": N_("Outcome"),
    "add_evidence": N_("Evidence added"),
    "link_evidence": N_("Evidence used again"),
    "remove_evidence": N_("Evidence removed"),
    "describe_evidence": N_("Evidence described"),
    "set_shop_facts": N_("Shop facts"),
    "add_customers": N_("Customers added"),
    "import_customers": N_("Import of customers"),
    "draw_sample": N_("Sample of customers"),
    "call": N_("Call to a customer"),
    "import_providers": N_("Import of providers"),
    "add_provider": N_("New provider"),
    "edit_profile": N_("Change of the profile"),
    "resolve": N_("Resolution"),
    "join": N_("Joining of providers"),
    "part": N_("Joining taken back"),
    "erase": N_("Erasure of personal data"),
    "undo": N_("Undo"),
    "redo": N_("Redo"),
    "issue_report": N_("Issue of a report"),
}


def action_name(action: str) -> str:
    """Return the name of an action in the user's language."""
    return _(ACTION_NAMES.get(action, action))


def step_words(workspace: Workspace, step: UndoStep) -> str:
    """Say what a step did and to whom: `Rating 80 · the provider's name`."""
    body = _only_body(workspace, step)
    words = " ".join(filter(None, (action_name(step.action), _detail(body))))
    return " · ".join(filter(None, (words, _whom(workspace, step))))


def turned(workspace: Workspace, step: UndoStep) -> Turned:
    """Say what was taken back or done again, and where it is seen."""
    body = _only_body(workspace, step)
    return Turned(
        step_words(workspace, step),
        kind=body.kind if body is not None else "",
        item=getattr(body, "item", ""),
        evidence=getattr(body, "evidence", ""),
    )


def _only_body(workspace: Workspace, step: UndoStep) -> Body | None:
    """Return what the only thing of a step said then, or before where it was withdrawn."""
    if len(step.entries) != 1:
        return None
    [(_entity, _kind, written, before)] = step.entries
    said = (workspace.history.revision(name)[1] for name in (*written, *before))
    return next((body for body in said if body is not None), None)


def _detail(body: Body | None) -> str:
    match body:
        case Rating():
            return rating_words(body.value)
        case OutcomeRecord():
            return _(OUTCOME_NAMES[Outcome(body.outcome)])
        case Evidence():
            return body.name
    return ""


def _whom(workspace: Workspace, step: UndoStep) -> str:
    providers = {workspace.joined.staying(provider) for provider in step.providers}
    if len(providers) > 1:
        count = len(providers)
        return ngettext("{count} provider", "{count} providers", count).format(count=count)
    rows = (workspace.projections.get(provider) for provider in providers)
    return "".join(row.name for row in rows if row is not None)
