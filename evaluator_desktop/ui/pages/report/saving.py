"""Saving papers, one or hundreds: a batch on the pool, its results told as they come.

A batch that was stopped, or of which some were refused, can be taken up again: what is written
stays and is never written twice.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.jobs.report_batch import ReportBatch
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations.batch import OnStore, Wanted, Written, prepare_index
from evaluator_desktop.operations.paper_kinds import Order, prepare_paper
from evaluator_desktop.operations.prepared import Prepared, PreparedSheets, Sign
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.progress import SILENT, Progress
from evaluator_desktop.store.workspace import Workspace

if TYPE_CHECKING:
    from evaluator_desktop.jobs.job import Job


@dataclass
class Batch:
    """What is to be written, and what became of it so far."""

    wanted: Sequence[Wanted]
    order: Order
    sign: Sign | None
    index: Path | None
    """Where the sheet about all goes once every paper was tried; None: none is wished."""
    results: dict[str, Written] = field(default_factory=dict)
    index_file: Path | None = None
    """Where it went."""

    @property
    def written(self) -> list[Written]:
        """In the order in which they were wanted."""
        return [self.results[w.provider] for w in self.wanted if w.provider in self.results]

    @property
    def refused(self) -> list[Written]:
        return [one for one in self.written if one.error]

    @property
    def left(self) -> list[Wanted]:
        """Those that are not written, refused ones among them."""
        done = {one.wanted.provider for one in self.written if one.result}
        return [w for w in self.wanted if w.provider not in done]


@dataclass(frozen=True)
class _Run:
    """What one run did; `index`: the sheet that was written. `error` kept it from that."""

    changes: Changes | None
    index: Path | None = None
    error: EvaluatorError | None = None


class Saving(QObject):
    """Signals.

    advanced(done, total). told(written): what became of one. ended(error): nothing more is
    written; the error, if any, is about the sheet about all.
    """

    advanced = Signal(int, int)
    told = Signal(object)
    ended = Signal(object)

    def __init__(self, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._job: Job | None = None
        self._heard: deque[Written] = deque()
        self.batch: Batch | None = None
        runner.progress_changed.connect(self._hear_step)

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    def save(self, batch: Batch) -> None:
        """Write the papers of a batch to files that must not be there yet."""
        self.batch = batch
        self.resume()

    def resume(self) -> None:
        """Write what is left of the batch."""
        if self.batch is None or self.is_busy:
            return
        for wanted in self.batch.left:
            self.batch.results.pop(wanted.provider, None)
        self._tell_count()
        self._heard = deque()
        self._job = self._runner.pool_job(
            _write, self.batch, self._heard, done=self._end, failed=self._fail, owner=self
        )

    def cancel(self) -> None:
        """Stop: the one at hand leaves nothing behind, those written stay."""
        if self._job is not None:
            self._job.cancel()

    def _hear_step(self, number: int, _done: int, _total: int, _text: str) -> None:
        if self._job is not None and number == self._job.number:
            self._hear_results()

    def _hear_results(self) -> None:
        while self.batch is not None and self._heard:
            one = self._heard.popleft()
            self.batch.results[one.wanted.provider] = one
            self.told.emit(one)
        self._tell_count()

    def _tell_count(self) -> None:
        if self.batch is not None:
            self.advanced.emit(len(self.batch.results), len(self.batch.wanted))

    def _end(self, run: _Run) -> None:
        self._hear_results()
        self._job = None
        if self.batch is not None:
            self.batch.index_file = run.index or self.batch.index_file
        self.ended.emit(run.error)

    def _fail(self, error: EvaluatorError) -> None:
        self._end(_Run(None, error=error))


def _write(batch: Batch, heard: deque[Written], *, on_store: OnStore, progress: Progress) -> _Run:
    """Write what is left, then the sheet about all; on the pool, so the batch is only read."""
    wanted, written = batch.left, list(batch.written)
    order = batch.order

    def prepare(workspace: Workspace, provider: str) -> Prepared:
        return prepare_paper(workspace, provider, order, progress=SILENT)

    papers = ReportBatch(prepare, on_store, progress=progress, tell=heard.append, sign=batch.sign)
    results = papers.write(wanted)
    changes = _united([one.changes for one in results if one.changes])
    if batch.index is None or progress.cancelled or len(results) < len(wanted):
        return _Run(changes)
    by_provider = {one.wanted.provider: one for one in (*written, *results)}
    ordered = [by_provider[one.provider] for one in batch.wanted]
    try:
        return _Run(changes, _write_index(ordered, batch.index, on_store))
    except EvaluatorError as error:
        return _Run(changes, error=error)


def _write_index(written: Sequence[Written], wished: Path, on_store: OnStore) -> Path:
    """Write the sheet under the first name that is free; nothing is ever overwritten."""
    target, number = wished, 1
    while target.exists():
        number += 1
        target = wished.with_name(f"{wished.stem} ({number}){wished.suffix}")
    prepared: PreparedSheets = on_store(prepare_index, written)
    prepared.make().save(target)
    return target


def _united(parts: Sequence[Changes]) -> Changes | None:
    """Return all that a batch recorded, for the pages to hear of once."""
    if not parts:
        return None
    kinds = frozenset[str]().union(*(part.kinds for part in parts))
    providers = frozenset[str]().union(*(part.providers for part in parts))
    return Changes(parts[0].action, parts[0].group, kinds, providers)
