"""Adding files to an item in the background: folders opened, progress shown, cancel heard."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from evaluator_desktop.domain.scheme import Item
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.jobs.job import Job
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations import evidence
from evaluator_desktop.operations.evidence import Added
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.texts import _
from evaluator_desktop.ui.pages.workbench.incoming import (
    files_within,
    likely_requirement,
    paths_of,
    picture_name,
    png_bytes,
)
from evaluator_desktop.ui.pages.workbench.words import added_words
from evaluator_desktop.ui.widgets.progress_line import ProgressLine

_SHOWN_AFTER_MS = 250


@dataclass(frozen=True)
class Target:
    """Where files go: `requirement` None means to guess by their names."""

    provider: str
    item: Item
    requirement: str | None
    is_law_firm: bool

    def requirement_of(self, names: Sequence[str]) -> str | None:
        return self.requirement or likely_requirement(self.item, self.is_law_firm, names)


class Adding(QObject):
    """One addition at a time is shown; more wait behind it on the store thread.

    Signals:
        added(evidence_ids, words): files are attached to an item; the words say how many.
        refused(error, retry): nothing of it was attached; retry does it once more.
        cancelled(): the person stopped it; nothing was attached.
        nothing_found(words): there was nothing to add.
    """

    added = Signal(object, str)
    refused = Signal(object, object)
    cancelled = Signal()
    nothing_found = Signal(str)
    _job: Job | None = None

    def __init__(self, runner: Runner, line: ProgressLine, parent: QObject) -> None:
        super().__init__(parent)
        self._runner, self._line = runner, line
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_AFTER_MS)
        self._timer.timeout.connect(line.show)
        line.cancel_requested.connect(self._cancel)
        runner.progress_changed.connect(self._show_step)

    def add(self, paths: Sequence[Path], target: Target) -> None:
        """Attach files; folders are opened into theirs."""
        self._runner.pool_job(
            files_within, paths, done=lambda files: self._attach(files, target), owner=self
        )

    def paste(self, target: Target) -> None:
        """Attach what the clipboard holds: files, or a picture."""
        clipboard = QGuiApplication.clipboard()
        if paths := paths_of(clipboard.mimeData()):
            self.add(paths, target)
        elif not (image := clipboard.image()).isNull():
            self._runner.pool_job(
                png_bytes, image, done=lambda png: self._attach_picture(png, target), owner=self
            )
        else:
            self.nothing_found.emit(_("The clipboard holds no file and no picture."))

    def _attach(self, files: Sequence[Path], target: Target) -> None:
        if not files:
            self.nothing_found.emit(_("There is no file in it."))
            return
        self._job = self._runner.store_job(
            evidence.add_files,
            target.provider,
            target.item.id,
            files,
            requirement=target.requirement_of([file.name for file in files]),
            done=self._tell,
            failed=lambda error: self._refuse(error, files, target),
            owner=self,
        )
        self._line.start(added_words(len(files)), len(files))
        self._line.hide()
        self._timer.start()

    def _attach_picture(self, png: bytes, target: Target) -> None:
        name = picture_name()
        self._runner.store_job(
            evidence.add_content,
            target.provider,
            target.item.id,
            name,
            png,
            requirement=target.requirement_of([name]),
            done=self._tell,
            failed=lambda error: self.refused.emit(error, None),
            owner=self,
        )

    def _tell(self, added: Added) -> None:
        self._finish()
        words = added_words(len(added.files))
        known = sum(stored.duplicate for _id, _name, stored in added.files)
        if known:
            words = _("{added} ({count} known by content)").format(added=words, count=known)
        self.added.emit([evidence_id for evidence_id, _name, _stored in added.files], words)

    def _refuse(self, error: EvaluatorError, files: Sequence[Path], target: Target) -> None:
        self._finish()
        if isinstance(error, CancelledError):
            self.cancelled.emit()
        else:
            self.refused.emit(error, lambda: self._attach(files, target))

    def _finish(self) -> None:
        self._timer.stop()
        self._line.finish()
        self._job = None

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _show_step(self, number: int, done: int, total: int, _text: str) -> None:
        if self._job is not None and self._job.number == number:
            self._line.advance(done, total)
