"""The desk: which workspace lies open, who sits at it, and what the frame of the window shows.

It owns the background work and the window, and gives every page its services. Pages do the
rest; a workspace or person that changes means new pages.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from evaluator_desktop.errors import EvaluatorError
from evaluator_desktop.jobs.previews import Previews
from evaluator_desktop.jobs.runner import Runner
from evaluator_desktop.operations import undo
from evaluator_desktop.store.database import FILE_NAME
from evaluator_desktop.store.queries.status import WorkspaceFacts, workspace_facts
from evaluator_desktop.store.workspace import Workspace
from evaluator_desktop.ui.frame_reader import FrameReader
from evaluator_desktop.ui.main_window import MainWindow
from evaluator_desktop.ui.page import Page
from evaluator_desktop.ui.pages.start_page import StartPage
from evaluator_desktop.ui.services import Services
from evaluator_desktop.ui.theme import Theme
from evaluator_desktop.ui.window_settings import WindowSettings


class Desk(QObject):
    """Signals.

    painted(): the first page with its data has been painted.
    """

    painted = Signal()

    def __init__(self, settings: WindowSettings, theme: Theme, person: str | None = None) -> None:
        super().__init__()
        self._settings, self._person = settings, person
        self.runner = Runner(self)
        self.previews = Previews(self)
        self.facts: WorkspaceFacts | None = None
        self.failed = False
        self.window = MainWindow(None, settings, theme)
        self._frame = FrameReader(self.window, self.runner)
        self.start_page = StartPage()
        self.window.ui.page_stack.addWidget(self.start_page)
        self._connect()

    def _connect(self) -> None:
        self.runner.failed_job.connect(self.show_error)
        self.runner.progress_changed.connect(self.start_page.show_progress)
        self.window.page_made.connect(self._hear_page)
        self.start_page.demo_requested.connect(self._demo_in_folder)
        self.start_page.new_requested.connect(self._new_workspace)
        self.start_page.open_requested.connect(self._choose_workspace)
        self.start_page.package_requested.connect(self._choose_package)
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

    def open(self, path: Path) -> None:
        """Open an existing workspace."""
        self._begin(Workspace.open, path)

    def make_demo(self, path: Path) -> None:
        """Make the demo in a new folder and open it; it is not remembered."""
        from evaluator_desktop.demo.story import make_demo  # draws pictures: load it late

        self._begin(make_demo, path, remember=False)

    def _begin(
        self, opener: Callable[..., Workspace], path: Path, *, remember: bool = True
    ) -> None:
        self._show_start(busy=True)
        self.runner.open_workspace(
            opener, path, done=partial(self._hear_opened, remember=remember), failed=self._refused
        )

    def _hear_opened(self, _workspace: Workspace, *, remember: bool) -> None:
        if self._person is not None:
            self.runner.store_job(Workspace.act_as, self._person)
        self.runner.store_job(
            workspace_facts, done=partial(self._show_workspace, remember=remember)
        )

    def _show_workspace(self, facts: WorkspaceFacts, *, remember: bool = False) -> None:
        self.facts = facts
        if remember:
            self._settings.last_workspace = str(facts.path)
        self.window.forget_pages(Services(self.runner, self.previews, facts))
        self.start_page.set_busy(False)
        self.window.ui.rail.setEnabled(True)
        self.window.set_commands(self._commands())
        self.window.show_page("providers")
        self._frame.set_facts(facts)

    def _refused(self, error: EvaluatorError) -> None:
        self.failed = True
        self._show_start()
        self.show_error(error)

    def _show_start(self, *, busy: bool = False) -> None:
        """Show the first choices; while a workspace lies open they are not needed."""
        self.start_page.set_busy(busy)
        if self.facts is None:
            self.window.ui.rail.setEnabled(False)
            self.window.ui.page_stack.setCurrentWidget(self.start_page)
            self.start_page.setFocus()
            self.window.set_commands(self._opening_commands())

    def show_error(self, error: EvaluatorError) -> None:
        """Say in the window's own line what no page could tell."""
        details = "\n".join(f"{d.field}: {d.message}" for d in error.details)
        self.window.show_error(str(error), details)

    # What the menus do

    def _opening_commands(self) -> dict[str, Callable[[], object]]:
        return {
            "new_workspace": self._new_workspace,
            "open_workspace": self._choose_workspace,
            "open_package": self._choose_package,
            "demo_workspace": self._demo_in_folder,
            "about": self._about,
        }

    def _commands(self) -> dict[str, Callable[[], object]]:
        """Return what the frame does; an action of one page leads there first."""
        elsewhere = {
            "import_providers": "providers",
            "save_template": "providers",
            "show_missing": "providers",
            "merge_packages": "merge",
            "save_report": "report",
        }
        return self._opening_commands() | {
            **{a: partial(self._on_page, page, a) for a, page in elsewhere.items()},
            "undo": partial(self.runner.store_job, undo.undo),
            "redo": partial(self.runner.store_job, undo.redo),
            "back_up": self._back_up,
            "export_package": self._export,
            "switch_person": self._switch_person,
            "show_conflicts": partial(self.window.show_page, "merge"),
        }

    def _on_page(self, page_id: str, action_id: str) -> None:
        self.window.show_page(page_id)
        command = self.window.page(page_id).commands().get(action_id)
        if command is not None:
            command()

    def _back_up(self) -> None:
        self.runner.store_job(_make_backup, done=lambda _path: self._frame.read())

    def _export(self) -> None:
        from evaluator_desktop.ui.dialogs.export_dialog import ExportDialog

        if self.facts is not None:
            ExportDialog(Services(self.runner, self.previews, self.facts), self.window).open()

    def _switch_person(self) -> None:
        from evaluator_desktop.ui.dialogs.person_dialog import PersonDialog

        if self.facts is not None:
            dialog = PersonDialog(self.facts, self.window)
            dialog.person_chosen.connect(self._sit_down)
            dialog.open()

    def _sit_down(self, person: str) -> None:
        if self.facts is None:
            return
        self.runner.store_job(Workspace.act_as, person)
        self.runner.store_job(workspace_facts, done=self._show_workspace)

    def _new_workspace(self) -> None:
        from evaluator_desktop.ui.dialogs.new_workspace_dialog import NewWorkspaceDialog

        dialog = NewWorkspaceDialog(self.window)
        dialog.workspace_requested.connect(self._begin)
        dialog.open()

    def _choose_package(self) -> None:
        from evaluator_desktop.ui.dialogs.new_workspace_dialog import NewWorkspaceDialog

        dialog = NewWorkspaceDialog(self.window, from_package=True)
        dialog.workspace_requested.connect(self._begin)
        dialog.open()

    def _choose_workspace(self) -> None:
        from evaluator_desktop.ui.dialogs.files import choose_folder

        if path := choose_folder(self.window):
            self.open(path)

    def _demo_in_folder(self) -> None:
        from evaluator_desktop.ui.dialogs.files import temporary_folder

        self.make_demo(temporary_folder())

    def _about(self) -> None:
        from evaluator_desktop.ui.dialogs.about import show_about

        show_about(self.window)

    def _hear_page(self, page: Page) -> None:
        page.data_shown.connect(lambda: QTimer.singleShot(0, self._paint_now))

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


def _make_backup(workspace: Workspace) -> Path:
    return workspace.backups.make()
