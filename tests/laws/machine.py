"""Any history: three laptops, what people do on them, and what travels between them.

The machine decides who does what next (what people do in work_machine.py); what must come of it
stands in work.py, leading.py, laptop.py, model.py and decisions.py.
"""

from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import Bundle, invariant, precondition, rule

from evaluator_desktop.operations import undo
from evaluator_desktop.operations.export import ExportWishes
from tests.laws.edits import FALSE, STATES
from tests.laws.ground import SUBMITTED, ZHOU, Ground
from tests.laws.law import Law, hold
from tests.laws.leading import LOCK, STEPS, Step
from tests.laws.packages import SIGNED, UNSIGNED, WAYS, Package, flipped, spoilt
from tests.laws.work_machine import (
    LAPTOPS,
    MOST_SCHEMES,
    Act,
    WorkMachine,
    edits,
    laptops,
    numbers,
    states,
)

_MOST_COPIES = 2
_STEPS_APART = 12
"""Between two meetings, the longest thing to do."""
_TASK = ExportWishes(task_person=ZHOU, task_providers=(SUBMITTED,))
"""All revisions, but only the files of one provider."""
# The steps that SQLite takes for a small merge, after the few to begin; most go into revisions.
_moments = st.one_of(st.integers(5, 1300), st.integers(1300, 1800))
_mostly = st.sampled_from([True, True, False])


class LawsMachine(WorkMachine):
    """What travels, what happens to it on its way, and what holds all the time."""

    packages = Bundle("packages")

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._copies = self._steps = 0

    def _target(self) -> Path:
        return self.path("package").with_suffix(".evpkg")

    @rule(target=packages, n=laptops, wishes=st.sampled_from([ExportWishes(), _TASK]))
    def export(self, n: int, wishes: ExportWishes) -> Package:
        return self.laptops[n].export(self._target(), wishes)

    @rule(target=packages, n=laptops, receipt=packages)
    def export_since(self, n: int, receipt: Package) -> Package:
        """Only what the package of a receiver does not show."""
        wishes = ExportWishes(since=receipt.path)
        return self.laptops[n].export(self._target(), wishes, receipt.carried)

    @rule(target=packages, n=laptops)
    def export_sealed(self, n: int) -> Package:
        laptop = self.laptops[n]
        wishes = ExportWishes(recipients=(laptop.workspace.device.recipient,))
        return laptop.export(self._target(), wishes)

    @rule(n=laptops, package=packages)
    def merge(self, n: int, package: Package) -> None:
        self.laptops[n].merge(package)

    @rule(n=laptops, to=laptops, hear=_mostly)
    def step_back(self, n: int, to: int, *, hear: bool) -> None:
        if hear:
            self.deliver(n, to, ExportWishes())
        self.laptops[to].step_back()

    @rule(n=laptops, to=laptops, wishes=st.sampled_from([ExportWishes(), _TASK]))
    def deliver(self, n: int, to: int, wishes: ExportWishes) -> None:
        self.laptops[to].merge(self.laptops[n].export(self._target(), wishes))

    @rule(n=laptops, to=laptops, edit=edits, state=states, act=st.sampled_from([None, undo.undo]))
    def hand_over(self, n: int, to: int, edit: int, state: int, act: Act | None) -> None:
        """One's work is continued on another laptop; then one wants it undone."""
        self.laptops[n].save(self.edits[edit], state)
        self.deliver(n, to, ExportWishes())
        self.laptops[to].save(self.edits[edit], (state + 2) % STATES)
        self.deliver(to, n, ExportWishes())
        if act is not None:
            self.laptops[n].take_back(act)

    @rule(n=laptops, to=laptops, state=states, outcome=states)
    def class_is_overtaken(self, n: int, to: int, state: int, outcome: int) -> None:
        """A lead decides on what is false here; meanwhile it is judged elsewhere."""
        judged = [edit for edit in self.edits if edit.subject[0] == "outcome"]
        self.laptops[n].save(judged[0], FALSE)
        self.laptops[n].save(self.edit_of("class_decision"), state)
        self.laptops[to].save(judged[outcome % 2], outcome)
        self.deliver(to, n, ExportWishes())

    @rule(n=laptops, to=laptops, number=numbers, step=st.sampled_from(STEPS))
    @precondition(lambda self: self.compared < MOST_SCHEMES)
    def lock_is_overtaken(self, n: int, to: int, number: int, step: Step) -> None:
        """A provider is locked here; meanwhile there is another scheme or step elsewhere."""
        self.laptops[n].take_step(LOCK)
        self.compare_scheme(to, number)
        self.laptops[to].go_over()
        self.laptops[to].take_step(step)
        self.deliver(to, n, ExportWishes())

    @rule(n=laptops, to=laptops)
    def answer(self, n: int, to: int) -> None:
        """The receiver's package goes one way, what it does not show the other."""
        receipt = self.laptops[to].export(self._target(), ExportWishes())
        self.laptops[to].merge(self.export_since_of(n, receipt))

    def export_since_of(self, n: int, receipt: Package) -> Package:
        wishes = ExportWishes(since=receipt.path)
        return self.laptops[n].export(self._target(), wishes, receipt.carried)

    @rule(n=laptops, package=packages, place=st.floats(0, 0.999))
    def merge_flipped(self, n: int, package: Package, place: float) -> None:
        self.laptops[n].merge_if_whole(flipped(package, self._target(), place))

    @rule(n=laptops, to=laptops, state=states, way=st.sampled_from(WAYS))
    def spoil(self, n: int, to: int, state: int, way: str) -> None:
        """There is something new in a package, and somebody changes it on its way."""
        self.laptops[n].save(self.edits[state], state)
        package = self.laptops[n].export(self._target(), ExportWishes())
        for seal in UNSIGNED:
            found = spoilt(package, self._target(), way, seal, self.chance)
            self.laptops[to].refuse(package, found.path)
        self.laptops[to].merge_forged(spoilt(package, self._target(), way, SIGNED, self.chance))

    @rule(n=laptops, to=laptops, state=states, step=_moments)
    def fail_in_the_middle(self, n: int, to: int, state: int, step: int) -> None:
        """There is something new in it, and then something fails."""
        self.laptops[n].attach(self.ground.items[0], bytes([n, state]))
        self.laptops[n].save(self.edits[state], state)
        package = self.laptops[n].export(self._target(), ExportWishes())
        self.laptops[to].merge_interrupted(package, step)

    @rule(n=laptops, edit=edits, awake=_mostly, hear=_mostly)
    @precondition(lambda self: self._copies < _MOST_COPIES)
    def copy(self, n: int, edit: int, *, awake: bool, hear: bool) -> None:
        """A copied laptop takes another's place, work goes on on both, and they may hear of it."""
        self._copies += 1
        place = (n + 1) % LAPTOPS
        self.laptops[place].workspace.close()
        self.laptops[place] = self.laptops[n].copied(self.path("copy"), awake=awake)
        self.work_apart(edit, edit % STATES, n)
        if hear:
            self.answer(n, place)

    @rule()
    @precondition(lambda self: self._steps >= _STEPS_APART)
    def everything_meets(self) -> None:
        """Exchanged in any order and more than once, all end the same."""
        self._steps = 0
        found = [one.export(self._target(), ExportWishes()) for one in self.laptops]
        for number, laptop in enumerate(self.laptops):
            order = found[number:] + found[:number]
            for package in order if number % 2 else reversed(order):
                laptop.merge(package)
            laptop.look_whole()
        first, *others = [laptop.rows() for laptop in self.laptops]
        hold(all(rows == first for rows in others), Law.SAME)

    @invariant()
    def all_that_is_here(self) -> None:
        self._steps += 1
        for laptop in self.laptops:
            laptop.verify()
