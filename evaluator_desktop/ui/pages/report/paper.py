"""The paper on the screen: made of a snapshot on the pool, kept as a private file to look at."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, Signal

from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations.paper_kinds import KINDS, Order, prepare_paper
from evaluator_desktop.operations.prepared import MadeReport, Prepared
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.progress import Progress
from evaluator_desktop.ui.widgets.preview import PreviewFile

if TYPE_CHECKING:
    from evaluator_desktop.jobs.job import Job

_ROUND_KINDS = frozenset({"round", "scheme"})
_NOT_IN_IT = frozenset({"issued_report"})


@dataclass(frozen=True)
class ShownPaper:
    """A paper that can be looked at: what it was prepared from, its bytes and a file of them."""

    prepared: Prepared
    made: MadeReport
    file: Path

    def preview(self, name: str) -> PreviewFile:
        """Return it for a preview pane, under the name it would be saved by."""
        return PreviewFile(self.file, name, len(self.made.content), self.made.digest)


class Making(QObject):
    """One paper at a time; its folder is readable by this user alone and goes with the page.

    Signals: `prepared(paper)` when what it says is known, `ready(paper)` when the `ShownPaper` can
    be looked at, `failed(error)`.
    """

    prepared = Signal(object)
    ready = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._folder = folder = QTemporaryDir()
        self._job: Job | None = None
        self._count = 0
        self.provider = ""
        self.order: Order | None = None
        """What is shown or being made; the provider is "" for a paper about the whole round."""
        self.shown: ShownPaper | None = None
        self.is_stale = False
        parent.destroyed.connect(folder.remove)

    def make(self, provider: str, order: Order) -> None:
        """Make a paper from what is recorded now."""
        self.provider, self.order, self.is_stale = provider, order, False
        if self._job is not None:
            self._job.cancel()
        self._runner.store_job(
            prepare_paper,
            provider,
            order,
            done=lambda prepared: self._lay_out(prepared, order),
            failed=self.failed.emit,
            owner=self,
            topic="report",
        )

    def hear(self, changes: Changes) -> bool:
        """Take note of a commit; True when the paper shown is out of date now."""
        kinds = changes.kinds - _NOT_IN_IT
        if self.order is None or not kinds:
            return self.is_stale
        is_about_all = not KINDS[self.order.paper].of_a_provider
        own = is_about_all or self.provider in changes.providers
        self.is_stale = self.is_stale or own or not _ROUND_KINDS.isdisjoint(kinds)
        return self.is_stale

    def _lay_out(self, prepared: Prepared, order: Order) -> None:
        self.prepared.emit(prepared)
        self._count += 1
        target = Path(self._folder.path()) / f"{self._count}{order.ending}"
        self._job = self._runner.pool_job(
            _lay_out,
            prepared,
            target,
            done=self._show,
            failed=self.failed.emit,
            owner=self,
            topic="paper",
        )

    def _show(self, paper: ShownPaper) -> None:
        if self.shown is not None:
            self.shown.file.unlink(missing_ok=True)
        self.shown = paper
        self.ready.emit(paper)


def _lay_out(prepared: Prepared, target: Path, *, progress: Progress) -> ShownPaper:
    made = prepared.make(progress=progress)
    made.save(target)
    return ShownPaper(prepared, made, target)
