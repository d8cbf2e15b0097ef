"""Renaming a provider in its cell: F2, type, Enter."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.queries.providers import identity_heads
from evaluator_desktop.ui.drafts import Drafts
from evaluator_desktop.ui.models.provider_model import ProviderModel
from evaluator_desktop.ui.models.provider_rows import Column
from evaluator_desktop.ui.pages.providers.name_delegate import NameEdit
from evaluator_desktop.ui.widgets.draft import Draft
from evaluator_desktop.ui.widgets.tables import Table

_NAME = "name"


class Renaming(QObject):
    """Opens the editor when it knows the heads that are there, and records what was typed on them.

    Signals: `renamed(name)` when it has been recorded, `failed(error)`.
    """

    renamed = Signal(str)
    failed = Signal(object)

    def __init__(self, table: Table, model: ProviderModel, runner: Runner, drafts: Drafts) -> None:
        super().__init__(table)
        self._table, self._model, self._runner = table, model, runner
        self._drafts, self._typed = drafts, ""
        table.itemDelegateForColumn(Column.NAME).closeEditor.connect(self._hear_closed)
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
            self._keep(provider, self._table.indexWidget(index.siblingAtColumn(Column.NAME)))

    def _keep(self, provider: str, editor: QWidget | None) -> None:
        """Keep what is typed in the cell until it is recorded or given up."""
        if isinstance(editor, NameEdit):
            self._typed, typed = provider, Draft(editor)
            typed.use(self._drafts, _NAME)
            typed.load(provider, editor.text())

    def _hear_closed(self, _editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if hint is QAbstractItemDelegate.EndEditHint.RevertModelCache:
            self._drafts.drop(_NAME, self._typed)

    def _record(self, provider: str, name: str) -> None:
        from evaluator_desktop.operations.providers import edit_profile  # and what reads lists

        self._drafts.hand_over(_NAME, provider, ask_back=True)
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
