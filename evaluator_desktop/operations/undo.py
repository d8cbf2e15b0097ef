"""Taking back and repeating what this person did in this session.

To undo is to append the state before as a new revision, so the history keeps both. It does
nothing, and says so, where somebody's newer revision has come meanwhile.
"""

from dataclasses import replace

from evaluator_desktop.errors import NothingToUndoError, UndoOvertakenError
from evaluator_desktop.operations.edit import refuse_locked_changes
from evaluator_desktop.store.history import Change, Changes, UndoStep
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import N_, _

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
}


def action_name(action: str) -> str:
    """Return the name of an action in the user's language."""
    return _(ACTION_NAMES.get(action, action))


def next_undo(workspace: Workspace) -> str | None:
    """Name what `undo` would take back, None when there is nothing."""
    return _name(workspace.session.undo)


def next_redo(workspace: Workspace) -> str | None:
    """Name what `redo` would repeat, None when there is nothing."""
    return _name(workspace.session.redo)


def undo(workspace: Workspace) -> Changes:
    """Take back the last action. Raises NothingToUndoError, UndoOvertakenError."""
    session = workspace.session
    return _reverse(workspace, "undo", session.undo, session.redo)


def redo(workspace: Workspace) -> Changes:
    """Repeat the action that was taken back last."""
    session = workspace.session
    return _reverse(workspace, "redo", session.redo, session.undo)


def _name(steps: list[UndoStep]) -> str | None:
    return action_name(steps[-1].action) if steps else None


def _reverse(
    workspace: Workspace, action: str, steps: list[UndoStep], opposite: list[UndoStep]
) -> Changes:
    if not steps:
        raise NothingToUndoError
    step = steps[-1]
    for entity, _kind, written, _before in step.entries:
        if set(workspace.history.head_ids(entity)) != set(written):
            raise UndoOvertakenError(action=action_name(step.action))
    changes = [
        change
        for entity, kind, written, before in step.entries
        for change in _restored(workspace, entity, kind, written, before)
    ]
    refuse_locked_changes(workspace, changes)
    done = workspace.commit(action, changes, undoable=False)
    steps.pop()
    opposite.append(_opposite(step, changes, done))
    steps[:] = _based_on(steps, _stand_ins(step, done))
    return done


def _restored(
    workspace: Workspace, entity: str, kind: str, written: tuple[str, ...], before: tuple[str, ...]
) -> list[Change]:
    """Return the states before, one for each head there was: undoing a resolution reopens it."""
    if not before:
        return [Change(entity, kind, None, written)]
    bodies = [workspace.history.revision(name)[1] for name in before]
    return [Change(entity, kind, body, written) for body in bodies]


def _opposite(step: UndoStep, changes: list[Change], done: Changes) -> UndoStep:
    """The step that leads back: its entries replace what has just been written."""
    written: dict[str, list[str]] = {}
    for change, revision in zip(changes, done.revisions, strict=True):
        written.setdefault(change.entity, []).append(revision)
    entries = tuple(
        (entity, kind, tuple(sorted(written[entity])), now)
        for entity, kind, now, _before in step.entries
    )
    return UndoStep(step.action, step.person, entries)


def _stand_ins(step: UndoStep, done: Changes) -> dict[str, str]:
    """Return the new revision that says again what each of the revisions before said."""
    new = iter(done.revisions)
    pairs: dict[str, str] = {}
    for _entity, _kind, _written, before in step.entries:
        again = [next(new) for _ in before or ("",)]  # withdrawing took one as well
        pairs.update(zip(before, again, strict=False))
    return pairs


def _based_on(steps: list[UndoStep], stand_ins: dict[str, str]) -> list[UndoStep]:
    """Let older steps know the revisions that now stand for what they wrote."""
    return [
        replace(
            step,
            entries=tuple(
                (entity, kind, tuple(stand_ins.get(name, name) for name in written), before)
                for entity, kind, written, before in step.entries
            ),
        )
        for step in steps
    ]
