"""Any history: three laptops, what people do on them, and what travels between them.

The machine decides who does what next; what must come of it stands in work.py, laptop.py and
model.py.
"""

import itertools
import random
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule

from evaluator_desktop.operations import round as steps
from evaluator_desktop.operations import undo
from evaluator_desktop.operations.export import ExportWishes
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.workspace import Workspace
from tests.laws.edits import STATES, all_edits
from tests.laws.ground import SUBMITTED, ZHOU, Ground, scratch
from tests.laws.laptop import Laptop
from tests.laws.law import Law, hold
from tests.laws.packages import SIGNED, UNSIGNED, WAYS, Package, flipped, spoilt

Act = Callable[[Workspace], Changes]
LAPTOPS = 3
_MOST_COPIES = 2
_STEPS_APART = 12
"""Between two meetings, the longest thing to do."""
_TASK = ExportWishes(task_person=ZHOU, task_providers=(SUBMITTED,))
"""All revisions, but only the files of one provider."""
# The steps that SQLite takes for a small merge, after the few to begin; most go into revisions.
_moments = st.one_of(st.integers(5, 1300), st.integers(1300, 1800))
_STEPS: tuple[Act, ...] = (
    lambda workspace: steps.lock(workspace, SUBMITTED),
    lambda workspace: steps.unlock(workspace, SUBMITTED, "更正"),
    lambda workspace: steps.submit(workspace, SUBMITTED),
)

laptops = st.integers(0, LAPTOPS - 1)
# Mostly the first few, where laptops meet.
edits = st.integers(0, 29).map(lambda number: number if number < 10 else number % 4)
states = st.integers(0, STATES - 1)
numbers = st.integers(0, 9)


class WorkMachine(RuleBasedStateMachine):
    """What people do on a laptop."""

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._stack = ExitStack()
        self.folder = self._stack.enter_context(scratch())
        self.ground, self.edits = ground, all_edits(ground)
        self.chance = random.Random(1)
        self._numbers = itertools.count()
        self.laptops = [Laptop(self.path("laptop"), ground, self.chance) for _ in range(LAPTOPS)]

    def teardown(self) -> None:
        for laptop in self.laptops:
            laptop.workspace.close()
        self._stack.close()

    def path(self, kind: str) -> Path:
        return self.folder / f"{kind}-{next(self._numbers)}"

    @rule(n=laptops, edit=edits, state=states)
    def save(self, n: int, edit: int, state: int) -> None:
        self.laptops[n].save(self.edits[edit], state)

    @rule(n=laptops, edit=edits)
    def look(self, n: int, edit: int) -> None:
        self.laptops[n].look(self.edits[edit])

    @rule(n=laptops, edit=edits, state=states)
    def save_what_is_on_screen(self, n: int, edit: int, state: int) -> None:
        """A stale edit: nobody looked again since, whatever has come."""
        laptop = self.laptops[n]
        laptop.save(self.edits[edit], state, laptop.seen(self.edits[edit]))

    @rule(edit=edits, start=states, n=laptops)
    def work_apart(self, edit: int, start: int, n: int) -> None:
        """Two laptops that do not know of each other change the same record."""
        for number in range(2):
            state = (start + 2 * number) % STATES
            self.laptops[(n + number) % LAPTOPS].save(self.edits[edit], state)

    @rule(n=laptops, item=st.integers(0, 1), content=st.binary(min_size=1, max_size=2))
    def attach(self, n: int, item: int, content: bytes) -> None:
        self.laptops[n].attach(self.ground.items[item], content)

    @rule(n=laptops, step=st.sampled_from(_STEPS))
    def take_step(self, n: int, step: Act) -> None:
        self.laptops[n].take_step(step)

    @rule(n=laptops)
    @precondition(lambda self: any(not one.held.erased for one in self.laptops))
    def erase(self, n: int) -> None:
        self.laptops[n].erase(self.ground.customer)

    @rule(n=laptops, act=st.sampled_from([undo.undo, undo.undo, undo.redo]))
    def take_back(self, n: int, act: Act) -> None:
        self.laptops[n].take_back(act)

    @rule(n=laptops)
    def look_at_conflicts(self, n: int) -> None:
        self.laptops[n].look_at_conflicts()

    @rule(n=laptops, number=numbers, take=numbers, stale=st.booleans())
    def settle(self, n: int, number: int, take: int, *, stale: bool) -> None:
        if not stale:
            self.laptops[n].look_at_conflicts()
        self.laptops[n].settle(number, take)

    @rule(n=laptops, hours=st.integers(-20_000, 20_000))
    def clock_jumps(self, n: int, hours: int) -> None:
        self.laptops[n].set_clock(timedelta(hours=hours))

    @rule(n=laptops)
    def restart(self, n: int) -> None:
        self.laptops[n].restart()


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

    @rule(n=laptops, edit=edits, awake=st.booleans(), hear=st.booleans())
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
