"""What the frame of the window tells of the workspace: status line, undo, jumps."""

from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject

from evaluator_desktop.errors import SavedSinceError
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations import undo
from evaluator_desktop.operations.stepping_back import last_merge
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.projections import Summary, found_by
from evaluator_desktop.store.queries.status import Status, WorkspaceFacts, status
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _
from evaluator_desktop.ui.main_window import MainWindow
from evaluator_desktop.ui.widgets.jump_field import JumpTarget
from evaluator_desktop.ui.widgets.status_line import StatusFacts

_MOST_JUMPS = 8


class _Reading(NamedTuple):
    """What is read together after each commit."""

    status: Status
    undo: str | None
    redo: str | None
    rows: list[Summary]
    way_back: str | None


class FrameReader(QObject):
    """Reads what the frame shows, at the start and after each commit."""

    def __init__(self, window: MainWindow, runner: Runner) -> None:
        super().__init__(window)
        self._window, self._runner = window, runner
        self._facts: WorkspaceFacts | None = None
        self._rows: list[Summary] = []
        self._saved_at: datetime | None = None
        runner.committed.connect(self._hear_committed)
        window.add_jump_source(self._jump_targets)

    def set_facts(self, facts: WorkspaceFacts) -> None:
        """Speak of another workspace or person from now on."""
        self._facts = facts
        self.read()

    def read(self) -> None:
        """Read again; the answer is shown when it is there."""
        self._runner.store_job(_read, done=self._show, owner=self, topic="frame")

    def _hear_committed(self, changes: Changes) -> None:
        self._saved_at = datetime.now(UTC)
        self._window.committed(changes)
        self.read()

    def _show(self, reading: _Reading) -> None:
        if self._facts is None:
            return
        self._rows = reading.rows
        self._window.set_way_back(reading.way_back)
        scheme = self._facts.scheme
        self._window.set_undo(reading.undo or "", reading.redo or "")
        self._window.set_status(
            StatusFacts(
                workspace=self._facts.round.body.name,
                person=self._facts.person,
                scheme=_("Scheme {scheme} · {version}").format(
                    scheme=scheme.id, version=scheme.version
                ),
                saved_at=self._saved_at,
                conflicts=reading.status.conflicts,
                missing=reading.status.missing,
                absent=reading.status.absent,
                backup_at=reading.status.last_backup,
            )
        )

    def _jump_targets(self, query: str) -> list[JumpTarget]:
        """Find providers by initials, a part of the name or the tail of the code."""
        found = found_by(self._rows, query)
        show = self._window.show_provider
        return [
            JumpTarget(
                row.name, row.code or "", "providers", partial(show, "workbench", row.provider)
            )
            for row in found[:_MOST_JUMPS]
        ]


def _read(workspace: Workspace) -> _Reading:
    return _Reading(
        status(workspace),
        undo.next_undo(workspace),
        undo.next_redo(workspace),
        workspace.projections.all(),
        _way_back(workspace),
    )


def _way_back(workspace: Workspace) -> str | None:
    """Say what keeps the last merge from being taken back, "" for nothing, None for no merge."""
    found = last_merge(workspace)
    if found is None:
        return None
    if isinstance(found.obstacle, SavedSinceError):
        return _("something was saved since")
    return _("its backup is gone") if found.obstacle else ""
