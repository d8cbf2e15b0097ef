"""The same work merged by us and by geodiff: the time, and how many acknowledged writes are lost.

    python -m bench.geodiff SIZE [--folder DIR]

Two people start from one store of SIZE ratings. Each rates some more, both rate some of the same
items, both change some of the same ratings, and one takes back what the other changes. For geodiff
the store is a table with a row a rating and an integer key, as it wants it. A write is gone when
the table has it no more, and lost when geodiff's own list of conflicts has it not either. Needs
the extra `bench`.
"""

import argparse
import json
import random
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from shutil import copy, copytree

from pygeodiff import GeoDiff

from bench.histories import Laptop, new_workspace, taken_in
from bench.measure import line, scratch, seconds
from evaluator_desktop.domain.bodies import Rating
from evaluator_desktop.domain.history import derived_entity, derived_id
from evaluator_desktop.operations.conflicts import count_conflicts
from evaluator_desktop.operations.export import export_package
from evaluator_desktop.operations.merge import Trust, merge_package
from evaluator_desktop.store.arriving import Incoming
from evaluator_desktop.store.workspace import Workspace

_BOTH = 20
"""One of so many ratings is changed by both, one is changed here and taken back there."""
_ITEMS = 15
_TABLE = """
CREATE TABLE rating (fid INTEGER PRIMARY KEY, entity TEXT NOT NULL, value TEXT, reason TEXT);
CREATE INDEX rating_entity ON rating (entity);
"""


@dataclass(frozen=True)
class Write:
    """One acknowledged write: what a person saved; None takes the rating back."""

    number: int
    value: str | None
    reason: str

    @property
    def rating(self) -> Rating:
        provider = derived_entity("provider", str(self.number // _ITEMS))
        return Rating(provider, str(self.number % _ITEMS), "周明", self.value or "0", self.reason)

    @property
    def entity(self) -> str:
        return derived_id(self.rating)


def base(size: int) -> list[Write]:
    """The ratings that both start from."""
    return [Write(number, str(number % 90), "") for number in range(size)]


def work(size: int, laptop: int) -> list[Write]:
    """What one of two people does apart from the other; no two writes say the same."""
    own, shared = size * (1 + laptop), 3 * size
    new = [Write(own + n, str(n % 90), f"new {laptop} {n}") for n in range(size // 2)]
    same = [Write(shared + n, str(10 + laptop), f"same {laptop} {n}") for n in range(size // _BOTH)]
    changed = [
        Write(n, str(20 + laptop), f"changed {laptop} {n}") for n in range(0, size, 2 * _BOTH)
    ]
    taken = (None, "95")[laptop]
    torn = [Write(n, taken, f"torn {laptop} {n}") for n in range(_BOTH, size, 2 * _BOTH)]
    writes = new + same + changed + torn
    random.Random(laptop).shuffle(writes)  # noqa: S311  the same order each time, not a secret
    return writes


# --- geodiff ---------------------------------------------------------------------------------


def apply(path: Path, writes: Iterable[Write]) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        for write in writes:
            if write.value is None:
                database.execute("DELETE FROM rating WHERE entity = ?", [write.entity])
                continue
            row = [write.value, write.reason, write.entity]
            sql = "UPDATE rating SET value = ?, reason = ? WHERE entity = ?"
            if not database.execute(sql, row).rowcount:
                sql = "INSERT INTO rating (value, reason, entity) VALUES (?, ?, ?)"
                database.execute(sql, row)


@dataclass(frozen=True)
class Outcome:
    """What is left of the acknowledged writes after a merge."""

    seconds: float
    gone: int
    """Writes that the merged store does not have."""
    lost: int
    """Those of them that stand in no list of conflicts either."""
    twice: int = 0
    """Ratings of one person of one item that stand twice, and nobody is told."""
    shown: int = 0
    """Conflicts that people are shown, each with all its versions."""

    @property
    def note(self) -> str:
        return (
            f"{self.gone} writes gone from the store, {self.lost} of them lost, "
            f"{self.twice} ratings twice, {self.shown} conflicts shown whole"
        )


def with_geodiff(folder: Path, size: int) -> Outcome:
    """Merge by a rebase."""
    folder.mkdir()
    common, theirs, mine = (folder / name for name in ("base.db", "theirs.db", "mine.db"))
    with closing(sqlite3.connect(common)) as database:
        database.executescript(_TABLE)
    apply(common, base(size))
    for path, laptop in ((theirs, 0), (mine, 1)):
        copy(common, path)
        apply(path, work(size, laptop))
    conflicts = folder / "conflicts.json"
    engine = GeoDiff()
    took = seconds(lambda: engine.rebase(str(common), str(theirs), str(mine), str(conflicts)))
    told = conflicts.read_text("utf-8") if conflicts.exists() else ""
    with closing(sqlite3.connect(mine)) as database:
        kept = set(database.execute("SELECT entity, value, reason FROM rating"))
    gone = list(_gone(_all_work(size), kept))
    listed = _values(told)
    twice = len(kept) - len({entity for entity, _value, _reason in kept})
    return Outcome(took, len(gone), sum(write.reason not in listed for write in gone), twice)


def _all_work(size: int) -> Iterator[Write]:
    for laptop in range(2):
        yield from work(size, laptop)


def _gone(writes: Iterable[Write], kept: set[tuple[str, str, str]]) -> Iterator[Write]:
    rated = {entity for entity, _value, _reason in kept}
    for write in writes:
        if write.value is None:
            is_there = write.entity not in rated
        else:
            is_there = (write.entity, write.value, write.reason) in kept
        if not is_there:
            yield write


def _values(told: str) -> set[str]:
    """Return every text in geodiff's list of conflicts."""
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)
        elif isinstance(value, str):
            found.add(value)

    walk(json.loads(told) if told else None)
    return found


# --- ours ------------------------------------------------------------------------------------


def recorded(laptop: Laptop, writes: Iterable[Write], known: dict[str, str]) -> Iterator[Incoming]:
    for write in writes:
        parents = (known[write.entity],) if write.entity in known else ()
        body = write.rating if write.value is not None else None
        done = laptop.record("rate", body, write.entity, parents, kind=Rating.kind)
        known[write.entity] = done.id
        yield done


def with_ours(folder: Path, size: int) -> Outcome:
    """Merge as the program does."""
    known: dict[str, str] = {}
    chance = random.Random(1)  # noqa: S311  the same history each time, not a secret
    with new_workspace(folder / "mine") as mine:
        taken_in(mine, recorded(Laptop("周明", chance), base(size), known))
    copytree(folder / "mine", folder / "theirs")
    names = set[str]()
    for name, laptop in (("theirs", 0), ("mine", 1)):
        with Workspace.open(folder / name) as workspace:
            done = list(recorded(Laptop("周明", chance), work(size, laptop), dict(known)))
            names |= {one.id for one in done}
            taken_in(workspace, done)
            if name == "theirs":
                export_package(workspace, folder / "theirs.evpkg")
    with Workspace.open(folder / "mine") as mine:
        trust = Trust(any_new=True)
        took = seconds(lambda: merge_package(mine, folder / "theirs.evpkg", trust=trust))
        here = {name for name, _content in mine.history.contents()}
        gone = len(names - here)
        return Outcome(took, gone, gone, shown=count_conflicts(mine))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("size", type=int, help="ratings that both start from")
    parser.add_argument("--folder", type=Path, help="where to work")
    options = parser.parse_args()
    with scratch(options.folder) as folder:
        measure(folder, options.size)


def measure(folder: Path, size: int) -> None:
    """Print both."""
    print(f"{size} ratings, then {sum(1 for _ in _all_work(size))} writes on two laptops")
    theirs, ours = with_geodiff(folder / "geodiff", size), with_ours(folder, size)
    line("geodiff, rebase", theirs.seconds, note=theirs.note)
    line("ours, merge", ours.seconds, theirs.seconds, ours.note)


if __name__ == "__main__":
    main()
