"""What people do on a laptop, and what has to come of it."""

from collections.abc import Callable

from evaluator_desktop.errors import (
    EvaluatorError,
    FinalStepError,
    InConflictError,
    LockedProviderError,
    NothingToUndoError,
    UndoOvertakenError,
    UnknownConflictError,
)
from evaluator_desktop.operations import conflicts, evidence, purge
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.workspace import Workspace
from tests.laws.edits import Edit
from tests.laws.ground import LEAD, OPEN, SUBMITTED
from tests.laws.law import Law, hold
from tests.laws.replica import Replica


class Worker(Replica):
    """A laptop with somebody at the keyboard."""

    def _as(self, person: str) -> None:
        if self.workspace.person != person:
            self.workspace.act_as(person)

    def look(self, edit: Edit) -> None:
        self.screen[edit.subject] = self.held.heads(edit.subject)

    def seen(self, edit: Edit) -> frozenset[str]:
        return self.screen.get(edit.subject, self._before.heads(edit.subject))

    def save(self, edit: Edit, state: int, seen: frozenset[str] | None = None) -> None:
        """Write on the versions `seen`, or on the current ones."""
        self._as(edit.person)
        before, heads = self.held, self.held.heads(edit.subject)
        try:
            done = edit.save(self.workspace, state, None if seen is None else sorted(seen))
        except LockedProviderError:
            hold(before.is_locked(edit.provider), Law.LOCKED)
            return
        except InConflictError:
            unclear = seen is None and before.differs(edit.subject)
            hold(unclear or before.rests_on_conflict(edit.subject), Law.CONFLICTS)
            return
        for one in self.acknowledge(done):
            hold(not before.is_locked(edit.provider), Law.LOCKED)
            hold(one.seen == (heads if seen is None else seen), Law.ON_SCREEN)
            overruled = seen is None and before.differs(edit.subject) and one.body is not None
            hold(not overruled, Law.NO_OVERRULING)
            if one.kind == "consensus":
                hold(before.covered(one) == before.ratings(*edit.subject[1:]), Law.COVERS)

    def attach(self, item: str, content: bytes) -> None:
        added = evidence.add_content(self.workspace, OPEN, item, "照片.jpg", content)
        self.files |= {file.digest for _entity, _name, file in added.files}
        self.acknowledge(added.changes)

    def take_step(self, step: Callable[[Workspace], Changes]) -> None:
        """Lock, unlock or submit, where the state of the provider lets one."""
        self._as(LEAD)
        before = self.held
        try:
            done = step(self.workspace)
        except EvaluatorError:
            return
        for one in self.acknowledge(done):
            hold(one.seen == before.heads(before.joined([one]).subject(one)), Law.ON_SCREEN)
            if one.kind == "lock":
                hold(before.covered(one) == before.lockable(SUBMITTED), Law.COVERS)

    def take_back(self, act: Callable[[Workspace], Changes]) -> None:
        """Undo or redo."""
        before, run = self.held, self.workspace.session.run
        try:
            done = act(self.workspace)
        except (NothingToUndoError, UndoOvertakenError, FinalStepError, LockedProviderError):
            return
        for one in self.acknowledge(done):
            hold(one.seen == before.heads(before.subject(one)), Law.UNDO)
            hold(all(before.revisions[name].run == run for name in one.seen), Law.UNDO)

    def erase(self, customer: str) -> None:
        try:
            done = purge.erase(self.workspace, customer=customer, reason="客户要求删除")
        except EvaluatorError:
            return
        self.acknowledge(done.changes)

    def look_at_conflicts(self) -> None:
        found = conflicts.conflicts(self.workspace)
        self.shown = [(one.id, frozenset(one.entity.head_ids)) for one in found]

    def settle(self, number: int, take: int) -> None:
        """End a conflict that was shown, whatever has come since."""
        if not self.shown:
            return
        self._as(LEAD)
        conflict, heads = self.shown[number % len(self.shown)]
        take, before = take % len(heads) + 1, self.held
        try:
            done = conflicts.resolve(self.workspace, conflict, take=take, reason="依据原件")
        except UnknownConflictError:
            hold(heads not in before.conflicts, Law.RESOLUTION)
            return
        except LockedProviderError:
            hold(before.is_locked(SUBMITTED), Law.LOCKED)
            return
        hold(heads in before.conflicts, Law.RESOLUTION)
        hold(self.acknowledge(done)[0].seen == heads, Law.RESOLUTION)
