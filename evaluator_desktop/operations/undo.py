"""Taking back and repeating what this person did in this session.

To undo is to append the state before as a new revision, so the history keeps both. It does
nothing, and says so, where somebody's newer revision has come meanwhile. A step that no undo takes
back stands in the way of those before it until that has been said: nobody takes back an older one
unawares.
"""

from dataclasses import replace

from evaluator_desktop.errors import FinalStepError, NothingToUndoError, UndoOvertakenError
from evaluator_desktop.operations.edit import refuse_locked_changes
from evaluator_desktop.operations.step_words import step_words, turned
from evaluator_desktop.store.history import Change, Changes, UndoStep
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _


def next_undo(workspace: Workspace) -> str | None:
    """Name what `undo` would take back, None when there is nothing."""
    return _name(workspace, workspace.session.undo)


def next_redo(workspace: Workspace) -> str | None:
    """Name what `redo` would repeat, None when there is nothing."""
    return _name(workspace, workspace.session.redo)


def undo(workspace: Workspace) -> Changes:
    """Take back the last action. Raises NothingToUndoError, UndoOvertakenError, FinalStepError."""
    session = workspace.session
    return _reverse(workspace, "undo", session.undo, session.redo)


def redo(workspace: Workspace) -> Changes:
    """Repeat the action that was taken back last."""
    session = workspace.session
    return _reverse(workspace, "redo", session.redo, session.undo)


def _name(workspace: Workspace, steps: list[UndoStep]) -> str | None:
    if not steps:
        return None
    words = step_words(workspace, steps[-1])
    return _("{step} (not taken back)").format(step=words) if steps[-1].is_final else words


def _pass_final(workspace: Workspace, steps: list[UndoStep]) -> FinalStepError:
    """Say of the last step that it stays; the next undo is about the one before it."""
    step = step_words(workspace, steps.pop())
    older = _name(workspace, steps)
    then = _("The next Ctrl+Z takes back: {step}.").format(step=older) if older else ""
    return FinalStepError(step=step, then=then or _("There is nothing else to take back."))


def _reverse(
    workspace: Workspace, action: str, steps: list[UndoStep], opposite: list[UndoStep]
) -> Changes:
    if not steps:
        raise NothingToUndoError
    step = steps[-1]
    if step.is_final:
        raise _pass_final(workspace, steps)
    for entity, _kind, written, _before in step.entries:
        if set(workspace.history.head_ids(entity)) != set(written):
            raise UndoOvertakenError(action=step_words(workspace, step))
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
    return replace(done, turned=turned(workspace, step))


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
    return replace(step, entries=entries)


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
