"""What people do on a laptop, and what has to come of it."""

from collections.abc import Callable

from evaluator_desktop.errors import (
    EvaluatorError,
    FinalStepError,
    InConflictError,
    LockedProviderError,
    NothingToUndoError,
    StepError,
    UndoOvertakenError,
    UnknownConflictError,
)
from evaluator_desktop.operations import conflicts, evidence, purge
from evaluator_desktop.operations.evidence import RemovedEvidenceError
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.workspace import Workspace
from tests.laws.decisions import Held
from tests.laws.edits import Edit, Screen
from tests.laws.ground import LEAD, OPEN, SUBMITTED
from tests.laws.law import Law, hold
from tests.laws.leading import Leader
from tests.laws.model import Written


class Worker(Leader):
    """A laptop with somebody at the keyboard."""

    def look(self, edit: Edit) -> None:
        self.screen[edit.subject] = self.held

    def on_screen(self, edit: Edit) -> Held:
        return self.screen.get(edit.subject, self._before)

    def save(self, edit: Edit, state: int, shown: Held | None = None) -> None:
        """Write on the versions that were `shown`, or on the current ones."""
        self.verify()
        self.act_as(edit.person)
        before, subject = self.held, edit.subject
        screen = Screen()
        if shown is not None:
            screen = Screen(sorted(shown.heads(subject)), sorted(shown.grounds(subject)))
        try:
            done = edit.save(self.workspace, state, screen)
        except LockedProviderError:
            hold(before.is_locked(edit.provider), Law.LOCKED)
            return
        except InConflictError:
            unclear = shown is None and before.differs(subject)
            hold(unclear or before.rests_on_conflict(subject), Law.CONFLICTS)
            return
        except RemovedEvidenceError:
            hold(any(body["removed"] for body in (shown or before).evidence), Law.ON_SCREEN)
            return
        except StepError:
            hold(not self._has_class_to_decide(), Law.COVERS)
            return
        for one in self.acknowledge(done):
            hold(not before.is_locked(edit.provider), Law.LOCKED)
            made_on = before if shown is None else shown
            hold(one.seen == made_on.heads(subject), Law.ON_SCREEN)
            overruled = shown is None and before.differs(subject) and one.body is not None
            hold(not overruled, Law.NO_OVERRULING)
            hold(one.covers == made_on.grounds(subject), Law.COVERS)
            self._fits_scheme(before, one)

    def _has_class_to_decide(self) -> bool:
        return bool(self.held.false_heads(OPEN)) and self.held.class_for_false is not None

    def _fits_scheme(self, before: Held, one: Written) -> None:
        """Only the class that the scheme proposes for false material can be confirmed."""
        if one.kind == "class_decision" and one.body and one.body["confirmed"]:
            hold(before.false_heads(OPEN), Law.COVERS)
            hold(one.body["proposed"] == before.class_for_false, Law.COVERS)

    def attach(self, item: str, content: bytes) -> None:
        added = evidence.add_content(self.workspace, OPEN, item, "照片.jpg", content)
        self.files |= {file.digest for _entity, _name, file in added.files}
        self.acknowledge(added.changes)

    def take_back(self, act: Callable[[Workspace], Changes]) -> None:
        """Undo or redo."""
        before, run = self.held, self.workspace.session.run
        try:
            done = act(self.workspace)
        except (NothingToUndoError, UndoOvertakenError, FinalStepError, LockedProviderError):
            return
        except LookupError as error:  # a version that is not there any more
            raise AssertionError(Law.KEPT) from error
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
        self.act_as(LEAD)
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
        settled, note = self.acknowledge(done)
        hold(settled.seen == note.covers == heads, Law.RESOLUTION)
