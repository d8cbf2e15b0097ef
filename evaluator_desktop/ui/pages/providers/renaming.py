"""Renaming a provider in its cell: F2, type, Enter."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations.providers import edit_profile
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.queries.providers import identity_heads
from evaluator_desktop.ui.models.provider_model import ProviderModel
from evaluator_desktop.ui.models.provider_rows import Column
from evaluator_desktop.ui.widgets.tables import Table


class Renaming(QObject):
    """Opens the editor when it knows the heads that are there, and records what was typed on them.

    Signals: `renamed(name)` when it has been recorded, `failed(error)`.
    """

    renamed = Signal(str)
    failed = Signal(object)

    def __init__(self, table: Table, model: ProviderModel, runner: Runner) -> None:
        super().__init__(table)
        self._table, self._model, self._runner = table, model, runner
        self._seen: dict[str, tuple[str, ...]] = {}
        model.name_edited.connect(self._record)

    def start(self, provider: str) -> None:
        """Edit the name of the provider in hand."""
        self._runner.store_job(
            identity_heads,
            provider,
            done=partial(self._edit, provider),
            failed=self.failed.emit,
            owner=self,
        )

    def _edit(self, provider: str, heads: tuple[str, ...]) -> None:
        index = self._table.currentIndex()
        current = self._model.row(index.row()).summary.provider if index.isValid() else ""
        if current == provider and self._table.hasFocus():
            self._seen = {provider: heads}
            self._table.edit(index.siblingAtColumn(Column.NAME))

    def _record(self, provider: str, name: str) -> None:
        self._runner.store_job(
            edit_profile,
            provider,
            "identity",
            {"name": name},
            seen=self._seen.get(provider),
            done=partial(self._hear_renamed, name),
            failed=self.failed.emit,
            owner=self,
        )

    def _hear_renamed(self, name: str, _changes: Changes) -> None:
        self.renamed.emit(name)
