"""Adding files to items in the background: looked at, hashed, progress shown, cancel heard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from evaluator_desktop.domain.filing import propose_requirement
from evaluator_desktop.domain.scheme import Item
from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.jobs.job import Job
from evaluator_desktop.jobs.previews import Previews
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.jobs.survey import FoundFile, Known, survey
from evaluator_desktop.operations import evidence
from evaluator_desktop.operations.evidence import Added, NewFile
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.texts import _
from evaluator_desktop.ui.pages.workbench.incoming import paths_of, picture_name, png_bytes
from evaluator_desktop.ui.pages.workbench.words import added_words
from evaluator_desktop.ui.widgets.progress_line import ProgressLine

_SHOWN_AFTER_MS = 250
_MANY = 20
"""More files than these are looked through in a table before they are added."""


@dataclass(frozen=True)
class Target:
    """Where files go: `requirement` None means to guess by their names."""

    provider: str
    item: Item
    requirement: str | None
    is_law_firm: bool
    known: Sequence[Known] = ()
    """What the provider has already."""

    def requirement_of(self, names: Sequence[str]) -> str | None:
        if self.requirement is not None:
            return self.requirement
        return propose_requirement(self.item, names, is_law_firm=self.is_law_firm)


class Adding(QObject):
    """One addition at a time is shown; more run beside it.

    Signals:
        added(evidence_ids, words): files are attached to an item; the words say how many.
        refused(error, retry): nothing of it was attached; retry does it once more.
        cancelled(): the person stopped it; nothing was attached.
        nothing_found(words): there was nothing to add.
        table_wanted(found, target): folders, many or empty files are to be looked through first.
    """

    added = Signal(object, str)
    refused = Signal(object, object)
    cancelled = Signal()
    nothing_found = Signal(str)
    table_wanted = Signal(object, object)
    _job: Job | None = None

    def __init__(
        self, runner: Runner, previews: Previews, line: ProgressLine, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._runner, self._previews, self._line = runner, previews, line
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_AFTER_MS)
        self._timer.timeout.connect(line.show)
        line.cancel_requested.connect(self._cancel)
        runner.progress_changed.connect(self._show_step)

    def add(self, paths: Sequence[Path], target: Target) -> None:
        """Attach files; folders are opened into theirs, which go where the person says."""
        job = self._runner.pool_job(
            survey,
            paths,
            target.known,
            self._previews.ask,
            done=lambda found: self._consider(found, target),
            failed=lambda error: self._refuse(error, lambda: self.add(paths, target)),
            owner=self,
        )
        self._show_job(job, _("Looking at the files"), 0)

    def attach(self, files: Sequence[NewFile], provider: str, *, dated: int = 0) -> None:
        """Attach files where they are meant to go, in one step; `dated` by cameras, unseen."""
        job = self._runner.pool_job(
            evidence.add_all,
            provider,
            files,
            done=partial(self._tell, dated=dated),
            failed=lambda error: self._refuse(
                error, partial(self.attach, files, provider, dated=dated)
            ),
            owner=self,
        )
        self._show_job(job, added_words(len(files)), len(files))

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

    def _consider(self, found: Sequence[FoundFile], target: Target) -> None:
        """Attach what was found, unless a person should look through it first."""
        self._finish()
        asks = any(len(file.names) > 1 or file.size == 0 for file in found)
        if not found:
            self.nothing_found.emit(_("There is no file in it."))
        elif asks or len(found) > _MANY:
            self.table_wanted.emit(found, target)
        else:
            requirement = target.requirement_of([file.path.name for file in found])
            files = [NewFile(f.path, target.item.id, requirement, f.taken) for f in found]
            self.attach(files, target.provider, dated=sum(f.taken is not None for f in found))

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

    def _tell(self, added: Added, dated: int = 0) -> None:
        self._finish()
        words = added_words(len(added.files))
        known = sum(stored.duplicate for _id, _name, stored in added.files)
        if known:
            words = _("{added} ({count} known by content)").format(added=words, count=known)
        if dated:
            sentence = _("{added} · date by the camera: {count} (Enter mends it)")
            words = sentence.format(added=words, count=dated)
        self.added.emit([evidence_id for evidence_id, _name, _stored in added.files], words)

    def _refuse(self, error: EvaluatorError, retry: Callable[[], None]) -> None:
        self._finish()
        if isinstance(error, CancelledError):
            self.cancelled.emit()
        else:
            self.refused.emit(error, retry)

    def _show_job(self, job: Job, words: str, total: int) -> None:
        """Show what runs, once it has taken a moment."""
        self._job = job
        self._line.start(words, total)
        self._line.hide()
        self._timer.start()

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
