"""Records what was typed, one write of a shop after the other.

A write says which heads were on screen; a second one that did not wait for the first would not
know its heads and make a conflict with itself.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations.shop import Recorded, set_parts
from evaluator_desktop.ui.pages.shop.entries import Entries

Read = Callable[[Entries], dict[str, dict[str, Any]]]


class Recorder(QObject):
    """Signals.

    recorded(provider): what was asked for is in the workspace.
    refused(error, again): it is not, and what stood before is safe; `again()` tries once more.
    """

    recorded = Signal(str)
    refused = Signal(object, object)

    def __init__(self, runner: Runner, to_write: Read, parent: QObject) -> None:
        """`to_write(entries)` says which parts of a shop are to be written now."""
        super().__init__(parent)
        self._runner, self._to_write = runner, to_write

    def record(self, provider: str, entries: Entries) -> None:
        """Record every part that is whole, sound and changed, now or after the write before."""
        if entries.is_writing:
            entries.wants_writing = True
            return
        if not (parts := self._to_write(entries)):
            return
        entries.is_writing = True
        self._runner.store_job(
            set_parts,
            provider,
            parts,
            seen={part: entries.heads.get(part, ()) for part in parts},
            done=partial(self._hear_recorded, provider, entries, parts),
            failed=partial(self._hear_refused, provider, entries),
            owner=self,
        )

    def _hear_recorded(
        self, provider: str, entries: Entries, parts: dict[str, dict[str, Any]], done: Recorded
    ) -> None:
        entries.is_writing = False
        entries.take_written(parts, dict(done.heads))
        if entries.wants_writing:
            entries.wants_writing = False
            self.record(provider, entries)
        self.recorded.emit(provider)

    def _hear_refused(self, provider: str, entries: Entries, error: EvaluatorError) -> None:
        entries.is_writing = entries.wants_writing = False
        self.refused.emit(error, partial(self.record, provider, entries))
