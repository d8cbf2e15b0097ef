"""What people do on three laptops; what travels between them stands in machine.py."""

import itertools
import random
from collections.abc import Callable
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from evaluator_desktop.operations import undo
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.workspace import Workspace
from tests.laws.edits import STATES, Edit, all_edits
from tests.laws.ground import Ground, scratch
from tests.laws.laptop import Laptop
from tests.laws.leading import LISTED, STEPS, Step, schemes_like

Act = Callable[[Workspace], Changes]
LAPTOPS = 3
MOST_SCHEMES = 6
"""They take long to read."""
laptops = st.integers(0, LAPTOPS - 1)
# Mostly the first few, where laptops meet.
edits = st.integers(0, 29).map(lambda number: number if number < 12 else number % 4)
states = st.integers(0, STATES - 1)
numbers = st.integers(0, 9)


class WorkMachine(RuleBasedStateMachine):
    """What people do on a laptop."""

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self._stack = ExitStack()
        self.folder = self._stack.enter_context(scratch())
        self.ground, self.edits = ground, all_edits(ground)
        self.schemes = schemes_like(ground.scheme)
        self.chance = random.Random(1)
        self.compared = 0
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
        laptop.save(self.edits[edit], state, laptop.on_screen(self.edits[edit]))

    @rule(n=laptops, state=states)
    def decide_on_what_was_on_screen(self, n: int, state: int) -> None:
        """A rating changes while a lead writes a consensus."""
        laptop, decision = self.laptops[n], self.edit_of("consensus")
        laptop.look(decision)
        laptop.save(self.edit_of("rating"), state)
        laptop.save(decision, state, laptop.on_screen(decision))

    def edit_of(self, kind: str) -> Edit:
        return next(edit for edit in self.edits if edit.subject[0] == kind)

    @rule(edit=edits, start=states, n=laptops)
    def work_apart(self, edit: int, start: int, n: int) -> None:
        """Two laptops that do not know of each other change the same record."""
        for number in range(2):
            state = (start + 2 * number) % STATES
            self.laptops[(n + number) % LAPTOPS].save(self.edits[edit], state)

    @rule(n=laptops, item=st.integers(0, 1), content=st.binary(min_size=1, max_size=2))
    def attach(self, n: int, item: int, content: bytes) -> None:
        self.laptops[n].attach(self.ground.items[item], content)

    @rule(n=laptops, step=st.sampled_from(STEPS))
    def take_step(self, n: int, step: Step) -> None:
        self.laptops[n].take_step(step)

    @rule(n=laptops, number=numbers, stale=st.booleans())
    @precondition(lambda self: self.compared < MOST_SCHEMES)
    def go_over(self, n: int, number: int, *, stale: bool) -> None:
        """To another scheme, as it was compared just now or before there was a third."""
        self.compare_scheme(n, number)
        laptop = self.laptops[n]
        if stale:
            plan = laptop.plan
            self.compare_scheme(n, number + 1)
            laptop.go_over()
            laptop.plan = plan
        laptop.go_over()

    def compare_scheme(self, n: int, number: int) -> None:
        self.compared += 1
        self.laptops[n].compare_scheme(self.schemes, number)

    @rule(n=laptops, number=numbers)
    @precondition(lambda self: self.compared < MOST_SCHEMES)
    def go_over_apart(self, n: int, number: int) -> None:
        """Two leads go over to two schemes."""
        for more in range(2):
            place = (n + more) % LAPTOPS
            self.compare_scheme(place, number + more)
            self.laptops[place].go_over()

    @rule(n=laptops, person=st.sampled_from(LISTED))
    def list_person(self, n: int, person: tuple[str, str]) -> None:
        self.laptops[n].list_person(*person)

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
        """Where there is something to settle, the next laptop counted from n."""
        order = [(n + more) % LAPTOPS for more in range(LAPTOPS)]
        n = next((place for place in order if self.laptops[place].held.conflicts), n)
        if not stale:
            self.laptops[n].look_at_conflicts()
        self.laptops[n].settle(number, take)

    @rule(n=laptops, hours=st.integers(-20_000, 20_000))
    def clock_jumps(self, n: int, hours: int) -> None:
        self.laptops[n].set_clock(timedelta(hours=hours))

    @rule(n=laptops)
    def restart(self, n: int) -> None:
        self.laptops[n].restart()
