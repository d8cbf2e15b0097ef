"""The laws of the merge, on real workspaces: three laptops, wrong clocks, stale screens, relays.

Each replica is compared with an independent model after every step (merge_model.py). The machine
knows nothing of how the program keeps heads; it knows what was acknowledged.
"""

import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from evaluator_desktop.domain.history import derived_entity
from evaluator_desktop.errors import (
    EvaluatorError,
    InConflictError,
    NothingToUndoError,
    UndoOvertakenError,
)
from evaluator_desktop.operations import ratings
from evaluator_desktop.operations.check import _forks, check, check_history
from evaluator_desktop.operations.conflicts import conflicts, resolve
from evaluator_desktop.operations.export import ExportWishes, export_package
from evaluator_desktop.operations.merge import TAKEN, MergeStatus, merge_package
from evaluator_desktop.operations.undo import redo, undo
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.workspace import Workspace
from tests.exchange.merge_model import Replica, Written
from tests.workspaces import FEES, OTHER, PROVIDER, STAFF, make_workspace, shared_rows

# Few places and people, so that laptops meet; mostly one person who works on several of them.
_PEOPLE = ("林一帆", "林一帆", "林一帆", "周明")
_PLACES = ((PROVIDER, STAFF), (PROVIDER, STAFF), (PROVIDER, FEES), (OTHER, STAFF))
_VALUES = ("60", "60", "80", "na")
_REASONS = ("甲", "乙")
_EXAMPLES = int(os.environ.get("MERGE_HISTORIES", "12"))
"""How many histories are tried; `MERGE_HISTORIES=5000 pytest tests/exchange/test_merge_laws.py`."""
_LAPTOPS = 3


@contextmanager
def _own_user(folder: Path) -> Iterator[None]:
    """One device for all replicas: trust has tests of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(folder))
        yield


class Laptop:
    """A workspace beside the model of what it has to hold."""

    def __init__(self, path: Path, held: dict[str, Written]) -> None:
        self.model = Replica(dict(held))
        self.workspace = Workspace.open(path)
        self.skew = timedelta()
        self.screen: dict[str, tuple[str, ...]] = {}
        """The heads of a rating as they were when the person last looked."""
        self._set_clock()

    def _set_clock(self) -> None:
        self.workspace.session.clock = lambda: datetime(2020, 6, 1, tzinfo=UTC) + self.skew

    def restart(self) -> None:
        path = self.workspace.path
        self.workspace.close()
        self.workspace = Workspace.open(path)
        self._set_clock()

    def entity(self, place: tuple[str, str], person: str) -> str:
        return derived_entity("rating", *place, person)

    def acknowledge(self, names: tuple[str, ...]) -> None:
        """Tell the model what the program said to have written."""
        for name in names:
            revision, body = self.workspace.history.revision(name)
            says = None if body is None else str(getattr(body, "value", "-"))
            self.model.write(Written(name, revision.entity, says, frozenset(revision.parents)))


class MergeMachine(RuleBasedStateMachine):
    """Any history of three laptops keeps the laws."""

    packages = Bundle("packages")

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        folder = self._stack.enter_context(tempfile.TemporaryDirectory(prefix="merge-laws-"))
        self.folder = Path(folder)
        self._stack.enter_context(_own_user(self.folder / "user"))
        self._numbers = itertools.count()
        self._clones = 0

    @initialize()
    def open_laptops(self) -> None:
        make_workspace(self.folder / "first")
        with Workspace.open(self.folder / "first") as first:
            held = {name: _other(first, name) for name, _content in first.history.contents()}
        self.laptops = []
        for number in range(_LAPTOPS):
            path = self.folder / f"laptop-{number}"
            shutil.copytree(self.folder / "first", path)
            self.laptops.append(Laptop(path, held))

    def teardown(self) -> None:
        for laptop in getattr(self, "laptops", ()):
            laptop.workspace.close()
        self._stack.close()

    def _path(self, kind: str) -> Path:
        return self.folder / f"{kind}-{next(self._numbers)}.evpkg"

    # --- people at work -----------------------------------------------------------------------

    @rule(
        n=st.integers(0, _LAPTOPS - 1),
        place=st.sampled_from(_PLACES),
        person=st.sampled_from(_PEOPLE),
        value=st.sampled_from(_VALUES),
        reason=st.sampled_from(_REASONS),
    )
    def rate(self, n: int, place: tuple[str, str], person: str, value: str, reason: str) -> None:
        laptop = self.laptops[n]
        laptop.workspace.act_as(person)
        known = laptop.model.heads(laptop.entity(place, person))
        try:
            done = ratings.rate(laptop.workspace, *place, value, reason)
        except InConflictError:
            assert frozenset(known) in laptop.model.conflicts()
            return
        laptop.acknowledge(done.revisions)

    @rule(
        n=st.integers(0, _LAPTOPS - 1),
        place=st.sampled_from(_PLACES),
        person=st.sampled_from(_PEOPLE),
    )
    def look(self, n: int, place: tuple[str, str], person: str) -> None:
        laptop = self.laptops[n]
        entity = laptop.entity(place, person)
        laptop.screen[entity] = laptop.workspace.history.head_ids(entity)

    @rule(
        n=st.integers(0, _LAPTOPS - 1),
        place=st.sampled_from(_PLACES),
        person=st.sampled_from(_PEOPLE),
        value=st.sampled_from((*_VALUES, None)),
        reason=st.sampled_from(_REASONS),
    )
    def save_what_is_on_screen(
        self, n: int, place: tuple[str, str], person: str, value: str | None, reason: str
    ) -> None:
        """A stale edit: the heads are those of the last look, whatever has come since."""
        laptop = self.laptops[n]
        laptop.workspace.act_as(person)
        seen = laptop.screen.get(laptop.entity(place, person), ())
        if value is None:
            done = ratings.clear_rating(laptop.workspace, *place, seen=seen)
        else:
            done = ratings.rate(laptop.workspace, *place, value, reason, seen=seen)
        laptop.acknowledge(done.revisions)
        for name in done.revisions:
            assert laptop.model.holds[name].seen == frozenset(seen)

    @rule(place=st.sampled_from(_PLACES), values=st.permutations(["60", "80", "100"]), n=st.data())
    def work_apart(self, place: tuple[str, str], values: list[str], n: st.DataObject) -> None:
        """The same person rates the same on two laptops that do not know of each other."""
        for value in values[:2]:
            number = n.draw(st.integers(0, _LAPTOPS - 1))
            self.rate(number, place, _PEOPLE[0], value, n.draw(st.sampled_from(_REASONS)))

    @rule(n=st.integers(0, _LAPTOPS - 1), data=st.data())
    def settle(self, n: int, data: st.DataObject) -> None:
        laptop = self.laptops[n]
        found = conflicts(laptop.workspace)
        if not found:
            return
        conflict = data.draw(st.sampled_from(found))
        take = data.draw(st.integers(1, len(conflict.entity.heads)))
        done = resolve(laptop.workspace, conflict.id, take=take, reason="依据原件")
        laptop.acknowledge(done.revisions)
        covered = laptop.model.holds[done.revisions[0]].seen
        assert covered == set(conflict.entity.head_ids)
        with pytest.raises(EvaluatorError):
            resolve(laptop.workspace, conflict.id, take=take, reason="依据原件")

    @rule(n=st.integers(0, _LAPTOPS - 1), act=st.sampled_from([undo, redo]))
    def take_back(self, n: int, act: Callable[[Workspace], Changes]) -> None:
        laptop = self.laptops[n]
        try:
            done = act(laptop.workspace)
        except (NothingToUndoError, UndoOvertakenError):
            return
        laptop.acknowledge(done.revisions)

    @rule(n=st.integers(0, _LAPTOPS - 1), hours=st.integers(-20_000, 20_000))
    def clock_jumps(self, n: int, hours: int) -> None:
        self.laptops[n].skew = timedelta(hours=hours)

    @rule(n=st.integers(0, _LAPTOPS - 1))
    def restart(self, n: int) -> None:
        self.laptops[n].restart()

    # --- packages travel ----------------------------------------------------------------------

    @rule(target=packages, n=st.integers(0, _LAPTOPS - 1))
    def export(self, n: int) -> tuple[Path, dict[str, Written]]:
        path = self._path("whole")
        export_package(self.laptops[n].workspace, path)
        return path, dict(self.laptops[n].model.holds)

    @rule(target=packages, n=st.integers(0, _LAPTOPS - 1), receipt=packages)
    def export_since(
        self, n: int, receipt: tuple[Path, dict[str, Written]]
    ) -> tuple[Path, dict[str, Written]]:
        """Only what the receiver's package does not show; for whoever has that already."""
        path = self._path("since")
        export_package(self.laptops[n].workspace, path, ExportWishes(since=receipt[0]))
        return path, dict(self.laptops[n].model.holds)

    @rule(n=st.integers(0, _LAPTOPS - 1), package=packages)
    def merge(self, n: int, package: tuple[Path, dict[str, Written]]) -> None:
        laptop, (path, carried) = self.laptops[n], package
        before = shared_rows(laptop.workspace)
        result = merge_package(laptop.workspace, path)
        if result.status in TAKEN:
            laptop.model.merge(carried)
            assert (result.status is MergeStatus.ALREADY_MERGED) == (result.new_revisions == 0)
        else:  # a package for somebody who has more: refused whole
            assert result.status is MergeStatus.REFUSED
            assert path.name.startswith("since")
            assert shared_rows(laptop.workspace) == before

    @rule(n=st.integers(0, _LAPTOPS - 1), package=packages, place=st.floats(0, 0.999))
    def merge_damaged(self, n: int, package: tuple[Path, dict[str, Written]], place: float) -> None:
        """A damaged package changes nothing, or what was damaged did not count."""
        laptop, (path, carried) = self.laptops[n], package
        content = bytearray(path.read_bytes())
        content[int(place * len(content))] ^= 0x41
        damaged = self._path("whole-damaged" if "whole" in path.name else "since-damaged")
        damaged.write_bytes(content)
        before = shared_rows(laptop.workspace)
        if merge_package(laptop.workspace, damaged).status in TAKEN:
            laptop.model.merge(carried)
        else:
            assert shared_rows(laptop.workspace) == before

    @rule(n=st.integers(0, _LAPTOPS - 1))
    @precondition(lambda self: self._clones < 2)
    def clone(self, n: int) -> None:
        """A copied laptop takes another's place; one that was copied awake goes on with its run."""
        self._clones += 1
        laptop = self.laptops[n]
        other = self.laptops[(n + 1) % _LAPTOPS]
        other.workspace.close()
        laptop.workspace.close()
        path = self.folder / f"clone-{next(self._numbers)}"
        shutil.copytree(laptop.workspace.path, path)
        laptop.workspace = Workspace.open(laptop.workspace.path)
        laptop._set_clock()
        self.laptops[(n + 1) % _LAPTOPS] = Laptop(path, laptop.model.holds)
        self._wake(laptop, self.laptops[(n + 1) % _LAPTOPS])

    def _wake(self, *laptops: Laptop) -> None:
        """Let both believe that they are the one laptop that went on: a fork."""
        first = laptops[0].workspace.session
        for laptop in laptops[1:]:
            session = laptop.workspace.session
            session.run, session.seq, session.prev = first.run, first.seq, first.prev

    # --- what always holds --------------------------------------------------------------------

    @invariant()
    def holds_what_was_acknowledged_and_shows_what_differs(self) -> None:
        for laptop in getattr(self, "laptops", ()):
            history = laptop.workspace.history
            assert {name for name, _content in history.contents()} == set(laptop.model.holds)
            rows = laptop.workspace.database.rows("SELECT DISTINCT entity FROM head")
            assert {row[0].hex() for row in rows} == laptop.model.entities()
            for entity in laptop.model.entities():
                assert set(history.head_ids(entity)) == laptop.model.heads(entity)
            found = {frozenset(c.entity.head_ids) for c in conflicts(laptop.workspace)}
            assert found == laptop.model.conflicts()

    @rule()
    def everything_meets(self) -> None:
        """Commutative, associative, idempotent: exchanged in any order all end the same."""
        paths = []
        for laptop in self.laptops:
            path = self._path("whole")
            export_package(laptop.workspace, path)
            paths.append(path)
        together = Replica()
        for laptop in self.laptops:
            together.merge(laptop.model.holds)
        for number, laptop in enumerate(self.laptops):
            order = [*paths[number:], *paths[:number], *paths]
            for path in order if number % 2 else reversed(order):
                assert merge_package(laptop.workspace, path).status in TAKEN
            laptop.model.merge(together.holds)
            assert list(check_history(laptop.workspace)) == []
            assert check(laptop.workspace).problems == tuple(_forks(laptop.workspace))
        first, *others = [shared_rows(laptop.workspace) for laptop in self.laptops]
        assert all(rows == first for rows in others)


def _other(workspace: Workspace, name: str) -> Written:
    """A revision from before the machine began; it never writes of the same entity."""
    revision, _body = workspace.history.revision(name)
    return Written(name, revision.entity, name, frozenset(revision.parents))


MergeMachine.TestCase.settings = settings(
    max_examples=_EXAMPLES,
    stateful_step_count=24,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
TestMergeLaws = MergeMachine.TestCase
