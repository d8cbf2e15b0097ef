"""A workspace: one folder with the database, the evidence, the backups and a note of its holder.

Everything is called on the thread that opened it. `commit` is the one door for changes: history,
projections and the undo step in one transaction.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from evaluator_desktop.domain.bodies import Alias, Round, SchemeInUse
from evaluator_desktop.domain.history import Entity
from evaluator_desktop.domain.record import ProviderRecord, RoundInfo
from evaluator_desktop.domain.scheme import Scheme
from evaluator_desktop.domain.scheme_reader import load_scheme
from evaluator_desktop.errors import (
    HeldElsewhereError,
    NotAWorkspaceError,
    StorageFailedError,
)
from evaluator_desktop.store import arriving, ballast, holder, projections, settings
from evaluator_desktop.store.backup_files import FOLDER as BACKUPS
from evaluator_desktop.store.backup_files import store_damaged
from evaluator_desktop.store.backups import Backups
from evaluator_desktop.store.collecting import paused_collection
from evaluator_desktop.store.database import FILE_NAME, Database
from evaluator_desktop.store.device import Device
from evaluator_desktop.store.drafts import Drafts
from evaluator_desktop.store.evidence_files import EvidenceFiles, StoredFile
from evaluator_desktop.store.folders import new_folder
from evaluator_desktop.store.history import Change, Changes, History, Session, UndoStep
from evaluator_desktop.store.joining import read_joined, revisions_by_change, spread
from evaluator_desktop.store.known_damage import KnownDamage
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.store.projections import Projections
from evaluator_desktop.store.records import read_record
from evaluator_desktop.store.settings import Settings

if TYPE_CHECKING:
    from evaluator_desktop.domain.assessment import Assessment


class Workspace:
    """An open workspace. Use `create` or `open`, and close it."""

    def __init__(self, path: Path, *, new: bool = False, session: Session | None = None) -> None:
        self.path = path
        self.device = Device()
        self.database = Database(path / FILE_NAME, new=new, holder=lambda: holder.holder_text(path))
        try:
            _look_for_damage(path, self.database)
            self.backups = Backups(self.database, path / BACKUPS)
            self.database.migrate(before=self.backups.make)
            with suppress(OSError):  # on a full disk one can still look, remove and export
                holder.write_holder(path, datetime.now(UTC).isoformat())
            self.settings = Settings(self.database)
            self.drafts = Drafts(self.database)
            self.session = session or Session(
                self.settings.get(settings.PERSON, ""), self.device.fingerprint
            )
            self.history = History(self.database, self.session)
            self.joined = read_joined(self.history)
            self.evidence_files = EvidenceFiles(path / "evidence", KnownDamage(self.settings))
            self.evidence_files.sweep()
            arriving.sweep(path / "staging")
            ballast.trim(path)
            self.projections = Projections(self.database, self.assessment)
            self._bring_projections_up_to_date()
        except BaseException:
            self.database.close()
            raise

    @classmethod
    def create(
        cls, path: Path, *, person: str, role: str, session: Session | None = None
    ) -> "Workspace":
        """Make an empty workspace in a new or empty folder; it has no round yet.

        `role` is "lead" or "evaluator"; `session` brings another clock.
        Raises WorkspaceExistsError, UnsafeFolderError; nothing is left behind.
        """
        with new_folder(path):
            (path / "evidence").mkdir()
            (path / BACKUPS).mkdir()
            workspace = cls(path, new=True, session=session)
            try:
                workspace.settings.put({settings.PERSON: person, settings.ROLE: role})
            except BaseException:
                workspace.close()
                raise
        workspace.session.person = person
        return workspace

    @classmethod
    def open(
        cls, path: Path, *, session: Session | None = None, take_over: bool = False
    ) -> "Workspace":
        """Open an existing workspace; `take_over` ignores the note of another computer.

        Raises NotAWorkspaceError, WorkspaceBusyError, NewerWorkspaceError, StoreDamagedError.
        """
        file = path / FILE_NAME
        if not file.is_file() or not file.stat().st_size:
            raise NotAWorkspaceError(path=path)
        left = holder.read_holder(path)
        if left is not None and left.is_elsewhere and not take_over:
            raise HeldElsewhereError(path=path, holder=left.text)
        return cls(path, session=session)

    def close(self) -> None:
        """Release the lock; the workspace cannot be used afterwards."""
        if self.database.is_open:  # the note goes first: after the lock it may be another's
            with suppress(OSError):
                holder.remove_holder(self.path)
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @property
    def person(self) -> str:
        return self.session.person

    @property
    def role(self) -> str:
        """Of the person at the keyboard: from the round's list, else this workspace's own."""
        own = self.settings.get(settings.ROLE, "evaluator")
        if self.person == self.settings.get(settings.PERSON, "") or self.round is None:
            return own
        listed = (p.role for p in self.round.body.persons if p.name == self.person)
        return next(listed, own)

    @cached_property
    def round(self) -> RoundInfo | None:
        """The round, None in a workspace that has just been made."""
        entity = self._only(Round.kind)
        if entity is None:
            return None
        scheme = self._only(SchemeInUse.kind)
        bodies = [head.body for head in entity.heads if head.body is not None]
        torn = entity.in_conflict or (scheme is not None and scheme.in_conflict)
        return RoundInfo(entity.id, bodies[0], torn)

    @cached_property
    def scheme(self) -> Scheme:
        """The scheme at the head; of two heads in conflict the one with the smaller id."""
        entity = self._only(SchemeInUse.kind)
        if entity is None:
            raise NotAWorkspaceError(path=self.path)
        bodies = [head.body for head in entity.heads if head.body is not None]
        return load_scheme(bodies[0].document)

    def _only(self, kind: str) -> Entity[Any] | None:
        return next(iter(self.history.entities(kind=kind)), None)

    @property
    def info(self) -> RoundInfo:
        """The round of a workspace that has one."""
        if self.round is None:
            raise NotAWorkspaceError(path=self.path)
        return self.round

    def record(
        self, provider: str, *, personal: bool = False, alone: bool = False
    ) -> ProviderRecord:
        """Return everything recorded of one provider; personal objects only when asked for.

        Of providers that were joined it is one record, that of the one that stays; `alone` is
        what was recorded of this one itself.
        """
        members = (provider,) if alone else self.joined.members(provider)
        return read_record(self.history, self.evidence_files, members, personal=personal)

    def assessment(self, provider: str, *, personal: bool = False) -> "Assessment":
        """Return what the rules say of one provider now."""
        from evaluator_desktop.domain.assess import assess  # lists are read without the rules

        return assess(self.record(provider, personal=personal), self.scheme, self.info)

    def commit(
        self,
        action: str,
        changes: Sequence[Change],
        *,
        personal: Mapping[str, bytes] | None = None,
        undoable: bool = True,
        final: bool = False,
        progress: Progress = SILENT,
    ) -> Changes:
        """Write what one action of a person changes: all of it, durable on return, or nothing.

        A cancel is heard while there are many providers; then nothing of it is written. What is
        `final` is a step that no undo takes back.
        """
        spread_out = [spread(self.history, self.joined, change) for change in changes]
        single = [change for of in spread_out for change in of]
        written, touched = None, frozenset[str]()
        ballast.trim(self.path)
        try:
            with self.changing():
                written = self.history.append(action, single, personal or {})
                touched = self.refresh(written.providers, written.kinds, progress=progress)
                self.drafts.settle()
        except StorageFailedError:
            # An error may come when all is written: what is there after a new look is saved.
            if written is None or not self._is_saved(written):
                raise
        self.history.advance(written)
        if undoable and changes:
            self.session.undo.append(self._undo_step(written, single, is_final=final))
            self.session.redo.clear()
        by_change = revisions_by_change(written.revisions, spread_out)
        return replace(written, providers=touched, by_change=by_change)

    def _is_saved(self, written: Changes) -> bool:
        """Tell whether a commit that failed is there all the same, once the file is read anew."""
        try:
            is_there = all(self.history.entity_of(name) for name in written.revisions)
        except StorageFailedError:
            return False
        self._forget_cached(written.kinds)
        return is_there and bool(written.revisions)

    @contextmanager
    def changing(self) -> Iterator[None]:
        """One transaction; what was cached of the round is forgotten when it fails."""
        joined = self.joined
        try:
            with paused_collection(), self.database.transaction():
                yield
        except BaseException:
            self._forget_cached({Round.kind, SchemeInUse.kind})
            self.joined = joined
            raise

    def refresh(
        self, providers: Iterable[str], kinds: Iterable[str], *, progress: Progress = SILENT
    ) -> frozenset[str]:
        """Bring the projections of what was touched up to date, inside a transaction.

        Returns whom it concerns: these, and all that are or were read as one with them.
        """
        before = self.joined
        self._forget_cached(kinds)
        touched = set(providers)
        if self.joined is not before:
            touched |= before.everybody | self.joined.everybody
        touched.update(self.joined.staying(provider) for provider in list(touched))
        whole_round = not {Round.kind, SchemeInUse.kind}.isdisjoint(kinds)
        rows = touched.union(self.provider_ids()) if whole_round else touched
        self.projections.refresh(sorted(rows), progress=progress)
        return frozenset(touched)

    def provider_ids(self) -> list[str]:
        """Return the id of every provider, withdrawn ones included; joined ones once."""
        rows = self.database.rows("SELECT DISTINCT entity FROM head WHERE kind = 'provider'")
        return sorted({self.joined.staying(row[0].hex()) for row in rows})

    def stored(self, source: Path) -> StoredFile:
        """Store a file of the user's, before the commit that names it."""
        return self.evidence_files.add_file(source)

    def _undo_step(
        self, written: Changes, changes: Sequence[Change], *, is_final: bool
    ) -> UndoStep:
        made: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}
        for change, revision in zip(changes, written.revisions, strict=True):
            made.setdefault((change.entity, change.kind, change.parents), []).append(revision)
        entries = ((e, kind, tuple(names), before) for (e, kind, before), names in made.items())
        return UndoStep(
            written.action, self.person, tuple(entries), written.providers, is_final=is_final
        )

    def forget_all(self) -> None:
        """Know nothing of what the tables said: they were put back."""
        self._forget_cached({Round.kind, SchemeInUse.kind, Alias.kind})

    def _forget_cached(self, kinds: Iterable[str]) -> None:
        if not {Round.kind, SchemeInUse.kind}.isdisjoint(kinds):
            self.__dict__.pop("round", None)
            self.__dict__.pop("scheme", None)
        if Alias.kind in kinds:
            self.joined = read_joined(self.history)

    def _bring_projections_up_to_date(self) -> None:
        if self.settings.get(settings.PROJECTIONS, "") == projections.VERSION:
            return
        with self.changing():
            if self.round is not None:
                self.projections.refresh(self.provider_ids(), anew=True)
            self.settings.write({settings.PROJECTIONS: projections.VERSION})

    def act_as(self, person: str) -> None:
        """Let another person work; what the one before did is not theirs to take back."""
        self.session.person = person
        self.session.undo.clear()
        self.session.redo.clear()


def _look_for_damage(path: Path, database: Database) -> None:
    """Check the file where the last one to hold it did not come to its end."""
    if holder.read_holder(path) and (problems := database.quick_check()):
        raise store_damaged(path, problems[0])
