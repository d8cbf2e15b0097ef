"""What travels to and from a laptop, whole or not."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from evaluator_desktop.errors import EvaluatorError, SavedSinceError, StepBackError
from evaluator_desktop.operations import export, merge, stepping_back
from evaluator_desktop.operations.export import ExportWishes
from evaluator_desktop.operations.merge import TAKEN, MergeStatus, PackageResult
from evaluator_desktop.store.workspace import Workspace
from tests.laws.law import Law, hold
from tests.laws.model import Carried
from tests.laws.packages import Package, files_of, revisions_in, tips_of
from tests.laws.replica import BeforeMerge
from tests.laws.work import Worker
from tests.workspaces import files_in


class Laptop(Worker):
    """A laptop that hands over packages and merges them."""

    def export(self, path: Path, wishes: ExportWishes, receipt: Carried | None = None) -> Package:
        """Write a package and look at what is in it."""
        export.export_package(self.workspace, path, wishes)
        shows, files = frozenset(self.held.revisions), self.held.files & self.files
        if wishes.recipients:  # it can be read here again, but not without the program
            here = self.personal - self.held.erased
            carried = Carried(self.held.revisions, frozenset(), shows, files, here)
            return Package(path, carried, is_sealed=True)
        found = revisions_in(path)
        if wishes.task_person is None:
            files -= receipt.files if receipt else frozenset()
            hold(files_of(path) == files, Law.PACKED)
        known = receipt.shows if receipt else frozenset()
        hold(shows - known <= found.keys() <= shows, Law.PACKED)
        if known <= shows and not self.held.forked:
            hold(found.keys() == shows - known, Law.PACKED)
        return Package(path, Carried(found, tips_of(path), shows, files_of(path), frozenset()))

    def merge(self, package: Package) -> None:
        before = self.bytes()
        result = merge.merge_package(self.workspace, package.path)
        self._merged(package, result, before, takes=package.carried.is_closed_for(self.held))

    def refuse(self, package: Package, spoilt: Path) -> None:
        """Merge a package that somebody changed: nothing of it may be believed, known or not."""
        before = self.bytes()
        self._merged(package, merge.merge_package(self.workspace, spoilt), before, takes=False)

    def merge_if_whole(self, package: Package) -> None:
        """Merge a package with a wrong byte: where it is taken, the byte did not count."""
        before = self.bytes()
        result = merge.merge_package(self.workspace, package.path)
        takes = result.status in TAKEN and package.carried.is_closed_for(self.held)
        self._merged(package, result, before, takes=takes)

    def merge_forged(self, package: Package) -> None:
        """Merge what a device itself signed though it never happened: a gap is always refused.

        A revision that was edited may be taken as a fork, or left where it is.
        """
        before, carried = self.bytes(), package.carried
        result = merge.merge_package(self.workspace, package.path)
        if result.status in TAKEN and not result.new_revisions:
            known = self.held.revisions.keys() & carried.revisions
            left = replace(carried, revisions={name: carried.revisions[name] for name in known})
            package = replace(package, carried=left)
        takes = result.status in TAKEN and carried.is_closed_for(self.held)
        self._merged(package, result, before, takes=takes)

    def merge_interrupted(self, package: Package, step: int) -> None:
        """Something fails at a step of the transaction."""
        before, takes = self.bytes(), package.carried.is_closed_for(self.held)
        try:
            with _failing_at(self.workspace, step):
                result = merge.merge_package(self.workspace, package.path)
        except EvaluatorError:
            self.changed = True
            hold(self.bytes() == before, Law.UNTOUCHED)
            hold(not files_in(self.path / "staging"), Law.UNTOUCHED)
        else:
            self._merged(package, result, before, takes=takes)

    def _merged(
        self, package: Package, result: PackageResult, before: object, *, takes: bool
    ) -> None:
        hold((result.status in TAKEN) == takes, Law.WHOLE)
        hold(not files_in(self.path / "staging"), Law.UNTOUCHED)
        self.changed = True
        if not takes:
            hold(self.bytes() == before, Law.UNTOUCHED)
            return
        carried, was, had = package.carried, self.held, self.personal
        self.held = was.joined(carried.revisions.values())
        personal = (carried.personal | self.personal) - self.held.erased
        new = len(self.held.revisions) - len(was.revisions)
        more = new or carried.files - self.files or personal - self.personal
        self.files, self.personal = self.files | carried.files, personal
        hold(result.new_revisions == new, Law.COUNTED)
        hold((result.status is MergeStatus.MERGED) == bool(more), Law.COUNTED)
        hold(more or self.bytes() == before, Law.UNTOUCHED)
        if more:
            self.merges.append(BeforeMerge(was, had, len(self.held.revisions)))

    def step_back(self) -> None:
        """Take the last merge back; then everything on screen is read anew.

        What it erased stays erased, though nobody knows of it any more.
        """
        saved = bool(self.merges) and len(self.held.revisions) != self.merges[-1].after
        try:
            stepping_back.step_back(self.workspace)
        except SavedSinceError:
            hold(saved, Law.STEP_BACK)
            return
        except StepBackError:
            return
        hold(not saved, Law.STEP_BACK)
        last = self.merges.pop()
        left = last.personal & (self.personal - self.held.erased)
        self.held, self.personal, self.changed = last.held, left, True
        self.screen, self.shown, self.plan = {}, [], None


@contextmanager
def _failing_at(workspace: Workspace, step: int) -> Iterator[None]:
    """Let SQLite fail once at the n-th of its own steps inside a transaction."""
    connection = workspace.database.peewee.connection()
    strikes = itertools.chain(itertools.repeat(False, step), [True], itertools.repeat(False))
    connection.set_progress_handler(lambda: connection.in_transaction and next(strikes), 1)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 1)
