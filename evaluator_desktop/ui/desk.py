"""The desk: which workspace lies open, who sits at it, and what the frame of the window shows.

It owns the background work and the window, and gives every page its services. Pages do the
rest; a workspace or person that changes means new pages.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from evaluator_desktop.domain.bodies import Round, SchemeInUse
from evaluator_desktop.errors import EvaluatorError, HeldElsewhereError
from evaluator_desktop.jobs.previews import Previews
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.store.database import FILE_NAME
from evaluator_desktop.store.history import Changes
from evaluator_desktop.store.progress import CancelledError
from evaluator_desktop.store.queries.status import WorkspaceFacts, workspace_facts
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.texts import _
from evaluator_desktop.ui.care import Caretaker
from evaluator_desktop.ui.desk_commands import DeskCommands
from evaluator_desktop.ui.frame_reader import FrameReader
from evaluator_desktop.ui.main_window import MainWindow
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.pages.start_page import StartPage
from evaluator_desktop.ui.rescue import Rescue
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import Theme
from evaluator_desktop.ui.widgets.plain import ask
from evaluator_desktop.ui.window_settings import WindowSettings

if TYPE_CHECKING:
    from evaluator_desktop.jobs.job import Job

_OF_THE_ROUND = frozenset({Round.kind, SchemeInUse.kind})


class Desk(QObject):
    """Signals.

    painted(): a page with its data has been painted, or the first choices where none is open.
    """

    painted = Signal()

    def __init__(self, settings: WindowSettings, theme: Theme, person: str | None = None) -> None:
        super().__init__()
        self._settings, self._person = settings, person
        self.runner = Runner(self)
        self.previews = Previews(self)
        self.facts: WorkspaceFacts | None = None
        self.services: Services | None = None
        """What pages and dialogs are given; None while no workspace lies open."""
        self.failed = False
        self.refusal: EvaluatorError | None = None  # why the last workspace could not be opened
        self._opening: Job | None = None  # what opens or makes a workspace now
        self.window = MainWindow(None, settings, theme)
        self._frame = FrameReader(self.window, self.runner)
        self.start_page = StartPage()
        self.window.ui.page_stack.addWidget(self.start_page)
        self._commands = DeskCommands(self)
        self.care = Caretaker(self)
        self.rescue = Rescue(self)
        self._connect()

    def _connect(self) -> None:
        self.runner.failed_job.connect(self.show_error)
        self.runner.committed.connect(self._hear_committed)
        self.runner.progress_changed.connect(self.start_page.show_progress)
        self.start_page.cancel_requested.connect(self._cancel_opening)
        self.window.page_made.connect(self._hear_page)
        self.window.closing.connect(self._keep_provider)
        self.start_page.demo_requested.connect(self._commands.demo_in_folder)
        self.start_page.new_requested.connect(self._commands.new_workspace)
        self.start_page.open_requested.connect(self._commands.choose_workspace)
        self.start_page.package_requested.connect(self._commands.choose_package)
        self._show_start()

    @property
    def is_busy(self) -> bool:
        return self.runner.is_busy

    # Opening

    def start(self, workspace: Path | None) -> None:
        """Open this workspace, else the one of the last time, else show the first choices."""
        if workspace is not None:
            self.open(workspace)
        elif (last := self._settings.last_workspace) and (Path(last) / FILE_NAME).is_file():
            self.open(Path(last))
        else:
            self._paint_soon()

    def open(self, path: Path) -> None:
        """Open an existing workspace."""
        self.begin(Workspace.open, path)

    def make_demo(self, path: Path) -> None:
        """Make the demo in a new folder and open it; it is not remembered."""
        from evaluator_desktop.demo.story import make_demo  # draws pictures: load it late

        self.begin(make_demo, path, remember=False)
        self.start_page.show_making()

    def begin(self, opener: Callable[..., Workspace], path: Path, *, remember: bool = True) -> None:
        """Open what `opener(path)` makes or opens; the one before stays where it fails."""
        self.leave()
        self._show_start(busy=True)
        self._opening = self.runner.open_workspace(
            opener, path, done=partial(self._hear_opened, remember=remember), failed=self._refused
        )

    def _cancel_opening(self) -> None:
        if self._opening is not None:
            self._opening.cancel()

    def _hear_opened(self, _workspace: Workspace, *, remember: bool) -> None:
        self.window.ui.error_line.clear()  # what stood there was of the one before
        if self._person is not None:
            self.runner.store_job(Workspace.act_as, self._person)
        self.runner.store_job(
            workspace_facts, done=partial(self._show_workspace, remember=remember)
        )

    def _show_workspace(self, facts: WorkspaceFacts, *, remember: bool = False) -> None:
        self._serve(facts)
        if remember:
            self._settings.last_workspace = str(facts.path)
        self.window.forget_pages(self.services)
        self.start_page.set_busy(False)
        self.window.take_provider(self._settings.last_provider(str(facts.path)))
        self._show_pages()
        self._frame.set_facts(facts)
        self.care.begin()

    def _hear_committed(self, changes: Changes) -> None:
        """The round or its scheme changed, here or by a merge: pages know both from the start."""
        if not _OF_THE_ROUND.isdisjoint(changes.kinds):
            self.runner.store_job(workspace_facts, done=self._show_changed, topic="facts")

    def _show_changed(self, facts: WorkspaceFacts) -> None:
        """Make the pages anew where they stand."""
        if self.facts is None or facts == self.facts:
            return
        self.leave()
        self._serve(facts)
        self.window.renew_pages(self.services)
        self._frame.set_facts(facts)

    def _refused(self, error: EvaluatorError) -> None:
        if isinstance(error, HeldElsewhereError) and self._asks_to_take_over(error):
            path = Path(str(error.params["path"]))
            self.begin(partial(Workspace.open, take_over=True), path)
            return
        self._show_start()
        if not isinstance(error, CancelledError):
            self.failed, self.refusal = True, error
            self.show_error(error)
        self._paint_soon()

    def _asks_to_take_over(self, error: HeldElsewhereError) -> bool:
        words = _("{error} If nobody works there any more, the workspace can be taken over.")
        return ask(self.window, words.format(error=error), _("Take it over"))

    def _show_start(self, *, busy: bool = False) -> None:
        """Show the first choices, or how far a workspace is; else the one that lies open."""
        self.start_page.set_busy(busy)
        if self.facts is not None and not busy:
            self._show_pages()
            return
        self.window.ui.rail.setEnabled(False)
        self.window.ui.page_stack.setCurrentWidget(self.start_page)
        self.start_page.setFocus()
        self.window.set_commands(self._commands.opening())

    def _show_pages(self) -> None:
        self.window.ui.rail.setEnabled(True)
        self.window.set_commands(self._commands.all())
        self.window.show_page(self.window.page_id or "providers")

    def show_error(self, error: EvaluatorError) -> None:
        """Say in the window's own line what no page could tell, or what needs a way out."""
        self.window.show_error(str(error), error.details_text, self.rescue.ways(error))

    def sit_down(self, person: str) -> None:
        """Let another person work; the pages are made anew for them."""
        self.leave()
        self.runner.store_job(Workspace.act_as, person)
        self.runner.store_job(workspace_facts, done=self._show_workspace)

    def leave(self) -> None:
        """Record what is half typed on any page; what cannot be recorded is kept as a draft."""
        self.window.leave_pages()
        self._keep_provider()
        if self.services is not None:
            self.services.drafts.flush()

    def _keep_provider(self) -> None:
        if self.facts is not None and self.window.provider:
            self._settings.set_last_provider(str(self.facts.path), self.window.provider)

    def read_frame(self) -> None:
        """Read again what the frame of the window tells."""
        self._frame.read()

    def _serve(self, facts: WorkspaceFacts) -> None:
        """Take this workspace and person; what was half typed is theirs, not the next one's."""
        if self.services is not None:
            self.services.drafts.close(write=facts.path == self.services.facts.path)
        self.facts, self.services = facts, Services(self.runner, self.previews, facts)
        self.services.drafts.failed.connect(self.show_error)

    def _hear_page(self, page: Page) -> None:
        page.data_shown.connect(self._paint_soon)

    def _paint_soon(self) -> None:
        QTimer.singleShot(0, self.window, self._paint_now)

    def _paint_now(self) -> None:
        self.window.repaint()
        self.painted.emit()

    def give_up(self) -> None:
        """End a run that does not come to its end by itself."""
        self.failed = True
        self.window.close()

    def shutdown(self) -> None:
        """Write what was given, close the workspace, end processes and threads."""
        self.previews.shutdown()
        self.runner.shutdown()
