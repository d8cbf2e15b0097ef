"""One laptop: a real workspace beside what it has to hold.

What people do on it stands in work.py, what travels to and from it in laptop.py.
"""

import random
import shutil
import struct
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Self

import msgspec

from evaluator_desktop.operations import check, conflicts
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.queries.dump import history_lines, state_lines
from evaluator_desktop.store.workspace import Workspace
from tests.laws.ground import OPEN, SUBMITTED, Ground, new_session
from tests.laws.law import Law, hold
from tests.laws.model import Subject, Written, read_written
from tests.workspaces import files_in, shared_rows

if TYPE_CHECKING:
    from tests.laws.decisions import Held


@dataclass(frozen=True)
class BeforeMerge:
    """What was here before a merge, and how many revisions were after it."""

    held: "Held"
    personal: frozenset[str]
    after: int


class Replica:
    """What the program does here is compared with the model at once."""

    def __init__(self, path: Path, ground: Ground, chance: random.Random) -> None:
        shutil.copytree(ground.workspace, path)
        self.path = path
        self.held, self.files, self.personal = ground.held, ground.files, ground.personal
        self.skew = timedelta()
        self.screen: dict[Subject, Held] = {}
        """What was here when somebody last looked at a record; else what was before."""
        self.shown: list[tuple[str, frozenset[str]]] = []
        """Conflicts as they were when somebody last looked: their id and versions."""
        self.merges: list[BeforeMerge] = []
        """What one step back leads to, and before that another one, and so on."""
        self.changed = True
        self._before = ground.held
        self._chance = chance
        self.workspace = Workspace.open(path, session=new_session(chance))

    # --- starts and copies ----------------------------------------------------------------------

    def restart(self) -> None:
        self.workspace.close()
        session = new_session(self._chance, skew=self.skew)
        self.workspace = Workspace.open(self.path, session=session)

    def set_clock(self, skew: timedelta) -> None:
        self.skew = skew
        self.workspace.session.clock = new_session(self._chance, skew=skew).clock

    def copied(self, path: Path, *, awake: bool) -> Self:
        """A copy of the folder; one that was awake goes on with its run, as the original does."""
        was = self.workspace.session
        self.workspace.close()
        shutil.copytree(self.path, path)
        copy = type(self).__new__(type(self))
        copy.__dict__ |= self.__dict__
        copy.path = path
        copy.screen, copy.shown = dict(self.screen), list(self.shown)
        copy.merges = list(self.merges)
        for laptop in (self, copy):
            session = new_session(self._chance, skew=self.skew)
            if awake:
                session.run, session.seq, session.prev = was.run, was.seq, was.prev
            laptop.workspace = Workspace.open(laptop.path, session=session)
        return copy

    def acknowledge(self, done: Changes | None) -> list[Written]:
        """Remember what the program says to have written."""
        names = done.revisions if done else ()
        new = [read_written(name, self._content(name)) for name in names]
        hold(self.held.revisions.keys().isdisjoint(names), Law.KEPT)
        self.held = self.held.joined(new)
        self.changed = True
        return new

    def _content(self, name: str) -> bytes:
        sql = "SELECT content FROM revision WHERE id = ?"
        [(content,)] = self.workspace.database.rows(sql, bytes.fromhex(name))
        return bytes(content)

    # --- what is here ---------------------------------------------------------------------------

    def bytes(self) -> tuple[bytes, dict[str, str]]:
        """The database as SQLite reads it, and every evidence file."""
        database = self.workspace.database.peewee.connection().serialize()
        return without_free_pages(database), files_in(self.path / "evidence")

    def rows(self) -> object:
        """What two laptops have in common, and the two dumps.

        Without personal objects, which travel in sealed packages only: `verify` knows of those.
        """
        shared = shared_rows(self.workspace)
        del shared["personal"]
        return (
            shared,
            list(history_lines(self.workspace)),
            list(state_lines(self.workspace)),
        )

    def verify(self) -> None:
        """Compare the workspace with the model, where something happened since."""
        if not self.changed:
            return
        self.changed = False
        held, workspace = self.held, self.workspace
        lines = {name: one.content for name, one in held.revisions.items()}
        hold(dict(workspace.history.contents()) == lines, Law.KEPT)
        current = [msgspec.json.decode(line)["heads"] for line in state_lines(workspace)]
        found = {head["revision"] for heads in current for head in heads}
        hold(found == frozenset().union(*map(held.heads, held.current)), Law.HEADS)
        shown = [frozenset(c.entity.head_ids) for c in conflicts.conflicts(workspace)]
        hold(len(shown) == len(held.conflicts) and set(shown) == held.conflicts, Law.CONFLICTS)
        self._verify_providers()
        hold(set(workspace.evidence_files.digests()) == self.files, Law.FILES)
        digests = workspace.database.rows("SELECT digest FROM personal")
        hold({row[0].hex() for row in digests} == self.personal - held.erased, Law.PERSONAL)

    def _verify_providers(self) -> None:
        """How far the program says a provider is, and what it asks to be confirmed."""
        late: set[Subject] = set()
        for provider in (OPEN, SUBMITTED):
            found = self.workspace.assessment(provider)
            hold(found.record.state == self.held.state(provider), Law.STEPS)
            stale = (item.item.id for item in found.items if item.consensus_is_stale)
            late |= {("consensus", provider, item) for item in stale}
            late |= {("class_decision", provider)} if found.class_is_stale else set()
            late |= {("lock", provider)} if found.lock_is_stale else set()
        hold(late == self.held.to_be_confirmed, Law.COVERS)

    def look_whole(self) -> None:
        """Nothing is wrong but what the model knows of: forks, and files that never came."""
        known = len(self.held.forked) + len(self.held.files_needed - self.files)
        hold(len(check.check(self.workspace, deep=True).problems) == known, Law.SOUND)


def without_free_pages(database: bytes) -> bytes:
    """Blank the pages that a database keeps for later: a rollback need not give them back.

    They form a list of pages that name others (file format of SQLite, 1.5).
    """
    size, page = int.from_bytes(database[16:18]), int.from_bytes(database[32:36])
    blanked = bytearray(database)
    while page:
        start = (page - 1) * size
        page, count, *free = struct.unpack_from(f">{size // 4}I", database, start)
        for number in free[:count]:
            blanked[(number - 1) * size : number * size] = bytes(size)
    return bytes(blanked)
