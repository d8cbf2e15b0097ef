"""What can still be done when the disk or the database of the workspace fails.

A new workspace of the last verified backup, and what is half typed as a file of text: both are
written elsewhere and need nothing of what failed. The window's own line offers them. What does it
is imported when it is asked for, so that the window opens fast.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from evaluator_desktop.errors import (
    BackupDamagedError,
    DamagedRecordError,
    EvaluatorError,
    StorageFailedError,
    StoreDamagedError,
)
from evaluator_desktop.store.backup_files import FOLDER, backups_in, moment_of
from evaluator_desktop.texts import _, time_text, today
from evaluator_desktop.ui.widgets.notice_line import WayOut
from evaluator_desktop.ui.widgets.plain import ask

if TYPE_CHECKING:
    from evaluator_desktop.ui.desk import Desk
    from evaluator_desktop.ui.half_typed import Typed

_DAMAGED = (StoreDamagedError, DamagedRecordError, BackupDamagedError)


class Rescue(QObject):
    """Knows which backups turned out to be damaged, so that the one before is offered next."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._bad: set[str] = set()
        self._damaged: Path | None = None
        desk.runner.environment_failed.connect(self._hear)

    def ways(self, error: EvaluatorError) -> list[WayOut]:
        """Return the ways out of this trouble, none for what a person mends otherwise."""
        found: list[WayOut] = []
        if isinstance(error, _DAMAGED) and (backup := self._backup(error)):
            words = _("Back to the backup of {moment}…")
            words = words.format(moment=time_text(moment_of(backup)))
            found.append((words, partial(self._choose_folder, backup)))
        if isinstance(error, (StorageFailedError, *_DAMAGED)) and self._desk.services is not None:
            found.append((_("Save the half-typed text…"), self._choose_target))
        return found

    def _hear(self, error: EvaluatorError) -> None:
        """Whoever else says it: the ways out stand in the window's own line."""
        if self.ways(error):
            self._desk.show_error(error)

    def _backup(self, error: EvaluatorError) -> Path | None:
        """Return the newest backup of the damaged workspace that is not known to be damaged."""
        if isinstance(error, StoreDamagedError):
            self._damaged = Path(str(error.params["path"]))
        elif isinstance(error, BackupDamagedError):
            self._bad.add(str(error.params["path"]))
        elif self._desk.facts is not None:
            self._damaged = self._desk.facts.path
        if self._damaged is None:
            return None
        made = reversed(backups_in(self._damaged / FOLDER))
        return next((backup for backup in made if str(backup) not in self._bad), None)

    def _choose_folder(self, backup: Path) -> None:
        from evaluator_desktop.ui.dialogs.files import choose_folder

        words = _(
            "A new workspace is made of the backup of {moment}, with the evidence files that are "
            "whole; the damaged one stays as it is. What was recorded after the backup comes back "
            "with packages that were exported since: take them in afterwards."
        )
        words = words.format(moment=time_text(moment_of(backup)))
        window = self._desk.window
        if ask(window, words, _("Choose a new folder…")) and (folder := choose_folder(window)):
            self.restore(backup, folder)

    def restore(self, backup: Path, folder: Path) -> None:
        """Make a workspace of a backup in an empty folder and open it."""
        from evaluator_desktop.operations.backups import restore_with_evidence

        self._desk.begin(partial(restore_with_evidence, backup), folder)

    def _choose_target(self) -> None:
        from evaluator_desktop.ui.dialogs.files import TEXTS, choose_target

        if not self._typed():
            self._desk.window.show_remark(_("Nothing is half typed."))
            return
        name = _("Half-typed text {day}").format(day=today().isoformat())
        title = _("Save the half-typed text")
        if target := choose_target(self._desk.window, title, f"{name}.txt", TEXTS):
            self.save_text(target)

    def save_text(self, target: Path) -> None:
        """Write what is half typed to a file; what it belongs to where that can still be read."""
        from evaluator_desktop.operations.half_typed import owners

        typed = self._typed()
        self._desk.runner.store_job(
            owners,
            [key for _field, key, _text in typed],
            done=partial(self._write, target, typed),
            failed=lambda _error: self._write(target, typed, {}),
            owner=self,
        )

    def _typed(self) -> "list[Typed]":
        from evaluator_desktop.ui.half_typed import readable

        services = self._desk.services
        return [] if services is None else readable(services.drafts.unrecorded())

    def _write(self, target: Path, typed: "list[Typed]", owners: dict[str, str]) -> None:
        from evaluator_desktop.operations.half_typed import save_as_text
        from evaluator_desktop.ui.half_typed import as_text

        facts = self._desk.facts
        head = [_("Half-typed text, not recorded"), today().isoformat()]
        head += [facts.round.body.name, facts.person] if facts is not None else []
        self._desk.runner.pool_job(
            save_as_text,
            target,
            as_text(" · ".join(head), typed, owners),
            done=lambda _nothing: self._say_saved(target, len(typed)),
            failed=self._desk.show_error,
            owner=self,
        )

    def _say_saved(self, target: Path, count: int) -> None:
        words = _("Saved: {file}, texts in it: {count}")
        self._desk.window.show_remark(words.format(file=target.name, count=count))
