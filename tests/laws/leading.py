"""What leads do for everybody: the steps of a provider, the scheme in use, who is listed."""

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.errors import EvaluatorError, InConflictError
from evaluator_desktop.operations import people, schemes
from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations.schemes import SchemePlan
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.workspace import Workspace
from tests.laws.ground import LEAD, SUBMITTED
from tests.laws.law import Law, hold
from tests.laws.model import Subject
from tests.laws.replica import Replica


@dataclass(frozen=True)
class Step:
    """One that a lead takes with a provider, and the state that it takes."""

    kind: str
    state: str | None
    take: Callable[[Workspace], Changes]
    always: bool = False
    """Whether nothing but another state, or leads who differ, is in its way."""


STEPS = (
    Step("submission", None, lambda workspace: steps.submit(workspace, SUBMITTED)),
    Step("lock", "submitted", lambda workspace: steps.lock(workspace, SUBMITTED)),
    Step("lock", "locked", lambda workspace: steps.unlock(workspace, SUBMITTED, "更正"), True),
    Step(
        *("review", "submitted"),
        lambda workspace: steps.return_provider(workspace, SUBMITTED, "补正"),
        True,
    ),
)
SUBMIT, LOCK, UNLOCK, GIVE_BACK = STEPS

_CLASSES = ("failed", "passed", None)
LISTED = (("陈晓", "evaluator"), ("陈晓", "lead"), ("吴桐", "evaluator"))


def schemes_like(scheme: Scheme) -> tuple[Scheme, ...]:
    """Schemes that propose another class for false material, or none."""
    return tuple(_with_class(scheme, one) for one in _CLASSES)


def _with_class(scheme: Scheme, class_id: str | None) -> Scheme:
    document: dict[str, Any] = copy.deepcopy(dict(scheme.document))
    if class_id is None:
        document["parameters"].pop("integrity_class", None)
    else:
        document["parameters"]["integrity_class"] = class_id
    return load_scheme(document)


class Leader(Replica):
    """A laptop that a lead works on."""

    plan: tuple[SchemePlan, frozenset[str]] | None = None
    """A scheme as it was compared when somebody last looked, and the versions it was then."""

    def act_as(self, person: str) -> None:
        if self.workspace.person != person:
            self.workspace.act_as(person)

    def take_step(self, step: Step) -> None:
        """Lock, unlock, submit or give back, where the state of the provider lets one."""
        self.act_as(LEAD)
        before = self.held
        is_confirmed = ("lock", SUBMITTED) in before.to_be_confirmed and step is LOCK
        state = before.step(SUBMITTED) if is_confirmed else before.state(SUBMITTED)
        fits = step.state in (None, state)
        try:
            done = step.take(self.workspace)
        except EvaluatorError:
            unclear = before.differs((step.kind, SUBMITTED))
            hold(not (step.always and fits) or unclear, Law.STEPS)
            return
        hold(fits, Law.STEPS)
        for one in self.acknowledge(done):
            hold(one.seen == before.heads(before.joined([one]).subject(one)), Law.ON_SCREEN)
            if one.kind == "lock":
                hold(one.covers == before.lockable(SUBMITTED), Law.COVERS)

    def _of_round(self, kind: str) -> Subject:
        [subject] = [subject for subject in self.held.current if subject[0] == kind]
        return subject

    def compare_scheme(self, choices: Sequence[Scheme], number: int) -> None:
        """Look at what going over to another scheme would do."""
        self.act_as(LEAD)
        scheme = self._of_round("scheme")
        try:
            plan = schemes.plan_scheme(self.workspace, choices[number % len(choices)])
        except InConflictError:
            hold(self.held.differs(scheme), Law.CONFLICTS)
            return
        hold(not self.held.differs(scheme), Law.NO_OVERRULING)
        self.plan = plan, self.held.heads(scheme)

    def go_over(self) -> None:
        """Go over to the scheme that was compared, whatever has come since."""
        if self.plan is None:
            return
        self.act_as(LEAD)
        plan, heads = self.plan
        done = schemes.carry_out(self.workspace, plan, accept_losses=True)
        for one in self.acknowledge(done):
            hold(one.seen == heads, Law.ON_SCREEN)

    def list_person(self, name: str, role: str) -> None:
        self.act_as(LEAD)
        before, subject = self.held, self._of_round("round")
        try:
            done = people.list_person(self.workspace, name, role)
        except InConflictError:
            hold(before.differs(subject), Law.CONFLICTS)
            return
        hold(not before.differs(subject), Law.NO_OVERRULING)
        for one in self.acknowledge(done):
            hold(one.seen == before.heads(subject), Law.ON_SCREEN)
